package utility

import (
	"math"

	"github.com/csshell/csshell/objects"
)

var (
	measureInfoType        = &objects.Type{FullName: "Microsoft.PowerShell.Commands.MeasureInfo", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	genericMeasureInfoType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.GenericMeasureInfo", Base: measureInfoType, Kind: objects.KindObject}
	measureObjectInfoType  = &objects.Type{FullName: "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo", Base: genericMeasureInfoType, Kind: objects.KindObject}
	textMeasureInfoType    = &objects.Type{FullName: "Microsoft.PowerShell.Commands.TextMeasureInfo", Base: measureInfoType, Kind: objects.KindObject}
)

// GenericMeasureInfo is what Measure-Object says of numbers and other values.
type GenericMeasureInfo struct {
	*statistics
	asked *MeasureObject
	typ   *objects.Type
}

// Type is Microsoft.PowerShell.Commands.GenericMeasureInfo, or
// GenericObjectMeasureInfo where extremes are no numbers.
func (m *GenericMeasureInfo) Type() *objects.Type { return m.typ }

// TextMeasureInfo is what Measure-Object says of texts.
type TextMeasureInfo struct {
	*statistics
	asked *MeasureObject
}

// Type is Microsoft.PowerShell.Commands.TextMeasureInfo.
func (*TextMeasureInfo) Type() *objects.Type { return textMeasureInfoType }

// measured is either result.
type measured interface {
	objects.Object
	property() string
}

func (m *GenericMeasureInfo) property() string { return m.name }
func (m *TextMeasureInfo) property() string    { return m.name }

func declareMeasureInfo() *objects.Declaration {
	return &objects.Declaration{Type: measureInfoType, Properties: []objects.Property{
		property("string Property {get;set;}", func(m measured) objects.Value {
			if m.property() == "" {
				return objects.Null
			}
			return objects.String(m.property())
		}),
	}}
}

// number is a statistic that may not have been asked for, or be the mean of nothing.
func number(signature string, wanted func(*MeasureObject) bool, get func(*statistics) float64) objects.Property {
	return property(signature, func(m *GenericMeasureInfo) objects.Value {
		if !wanted(m.asked) || m.notNumeric {
			return objects.Null
		}
		if n := get(m.statistics); !math.IsNaN(n) {
			return objects.Double(n)
		}
		return objects.Null
	})
}

func declareGenericMeasureInfo() *objects.Declaration {
	return &objects.Declaration{Type: genericMeasureInfoType, Properties: []objects.Property{
		property("int Count {get;set;}", func(m *GenericMeasureInfo) objects.Value { return objects.Int(m.count) }),
		number("System.Nullable[double] Average {get;set;}", func(c *MeasureObject) bool { return bool(c.Average) }, func(s *statistics) float64 { return s.sum / float64(s.count) }),
		number("System.Nullable[double] Sum {get;set;}", func(c *MeasureObject) bool { return bool(c.Sum) }, func(s *statistics) float64 { return s.sum }),
		property("System.Nullable[double] Maximum {get;set;}", func(m *GenericMeasureInfo) objects.Value { return m.extreme(m.max) }),
		property("System.Nullable[double] Minimum {get;set;}", func(m *GenericMeasureInfo) objects.Value { return m.extreme(m.min) }),
		number("System.Nullable[double] StandardDeviation {get;set;}", func(c *MeasureObject) bool { return bool(c.StandardDeviation) }, (*statistics).deviation),
	}}
}

// extreme is a maximum or minimum: a Double for numbers, else the value.
func (m *GenericMeasureInfo) extreme(v objects.Value) objects.Value {
	if v.IsNull() || m.typ == measureObjectInfoType || v.Kind() == objects.KindDouble {
		return v
	}
	if k := v.Kind(); k >= objects.KindSByte && k <= objects.KindUInt64 {
		return objects.Double(float64(v.Int64()))
	}
	return v
}

func declareTextMeasureInfo() *objects.Declaration {
	count := func(signature string, wanted func(*MeasureObject) bool, get func(*statistics) int) objects.Property {
		return property(signature, func(m *TextMeasureInfo) objects.Value {
			if !wanted(m.asked) {
				return objects.Null
			}
			return objects.Int(get(m.statistics))
		})
	}
	return &objects.Declaration{Type: textMeasureInfoType, Properties: []objects.Property{
		count("System.Nullable[int] Lines {get;set;}", func(c *MeasureObject) bool { return bool(c.Line) }, func(s *statistics) int { return s.lines }),
		count("System.Nullable[int] Words {get;set;}", func(c *MeasureObject) bool { return bool(c.Word) }, func(s *statistics) int { return s.words }),
		count("System.Nullable[int] Characters {get;set;}", func(c *MeasureObject) bool { return bool(c.Character) }, func(s *statistics) int { return s.characters }),
	}}
}
