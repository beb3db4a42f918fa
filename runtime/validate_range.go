package runtime

import (
	"github.com/csshell/csshell/objects"
)

// ValidateRangeAttribute is [ValidateRange()]: the least and the greatest value
// of an argument, or a side of zero.
type ValidateRangeAttribute struct {
	Min, Max objects.Value
	// Kind is the side of zero; noRangeKind where Min and Max are given.
	Kind rangeKind
	// compared is the type that arguments are converted to for the comparison.
	compared *objects.Type
}

// rangeKind is System.Management.Automation.ValidateRangeKind, from 1 so that
// the zero value means Min and Max.
type rangeKind int

const (
	noRangeKind rangeKind = iota
	positiveRange
	nonNegativeRange
	negativeRange
	nonPositiveRange
)

// validateRangeKindType is System.Management.Automation.ValidateRangeKind.
var validateRangeKindType = enumType(namespace+"ValidateRangeKind", "Positive", "NonNegative", "Negative", "NonPositive")

// NewValidateRange makes the attribute; the limits must be of one type, or both
// numbers, and in order.
func NewValidateRange(low, high objects.Value) (*ValidateRangeAttribute, error) {
	compared := low.Type()
	if compared != high.Type() {
		if compared = commonNumber(low.Type(), high.Type()); compared == nil {
			return nil, invalidMetadata("MinRangeNotTheSameTypeOfMaxRange", "The specified minimum range ("+typeNameOf(low)+
				") cannot be accepted because it is not the same type as the specified maximum range ("+typeNameOf(high)+"). Update the ValidateRange attribute for the parameter.")
		}
	}
	return &ValidateRangeAttribute{Min: low, Max: high, compared: compared}, nil
}

func typeNameOf(v objects.Value) string {
	if t := v.Type(); t != nil {
		return t.Name()
	}
	return ""
}

// invalidMetadata is the error of an attribute that makes no sense.
func invalidMetadata(id, message string) error {
	r := newError(objects.ValidationMetadataException, id, MetadataError, objects.Null, message)
	r.Exception.ErrorID = id
	return r
}

// check refuses limits in the wrong order.
func (a *ValidateRangeAttribute) check(types *objects.TypeTable) error {
	if order, err := types.Compare(a.Min, a.Max, false); err == nil && order > 0 {
		return invalidMetadata("MaxRangeSmallerThanMinRange",
			"The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the ValidateRange attribute for the parameter.")
	}
	return nil
}

// commonNumber is the number type that holds values of both; nil where one is
// no number.
func commonNumber(a, b *objects.Type) *objects.Type {
	rank := func(t *objects.Type) int {
		for i, n := range numberRanks {
			if n == t {
				return i
			}
		}
		return -1
	}
	ra, rb := rank(a), rank(b)
	if ra < 0 || rb < 0 {
		return nil
	}
	return numberRanks[max(ra, rb)]
}

// numberRanks are the number types, each holding those before it well enough
// for a comparison.
var numberRanks = [...]*objects.Type{
	objects.SByteType, objects.ByteType, objects.Int16Type, objects.UInt16Type, objects.Int32Type, objects.UInt32Type,
	objects.Int64Type, objects.UInt64Type, objects.DecimalType, objects.SingleType, objects.DoubleType,
}

// Type is System.Management.Automation.ValidateRangeAttribute.
func (*ValidateRangeAttribute) Type() *objects.Type { return validateRangeType }

// Validate checks that each element lies in the range.
func (a *ValidateRangeAttribute) Validate(s *Session, v objects.Value) error {
	return validateElements(v, func(v objects.Value) error {
		if a.Kind != noRangeKind {
			return a.validateSide(s, v.Base())
		}
		return a.validateBetween(s, v.Base())
	})
}

func (a *ValidateRangeAttribute) validateBetween(s *Session, v objects.Value) error {
	if v.Type() != a.comparedType() {
		converted, err := s.Types.Convert(v, a.comparedType())
		if err != nil {
			return notComparable(v, a.comparedType())
		}
		v = converted
	}
	if order, err := s.Types.Compare(v, a.Min, false); err != nil || order < 0 {
		low := elementText(s, a.Min)
		return invalid("ValidateRangeTooSmall", "The "+elementText(s, v)+" argument is less than the minimum allowed range of "+low+
			". Supply an argument that is greater than or equal to "+low+" and then try the command again.")
	}
	if order, err := s.Types.Compare(v, a.Max, false); err != nil || order > 0 {
		high := elementText(s, a.Max)
		return invalid("ValidateRangeTooBig", "The "+elementText(s, v)+" argument is greater than the maximum allowed range of "+high+
			". Supply an argument that is less than or equal to "+high+" and then try the command again.")
	}
	return nil
}

func (a *ValidateRangeAttribute) comparedType() *objects.Type {
	if a.compared == nil {
		return a.Min.Type()
	}
	return a.compared
}

func notComparable(v objects.Value, to *objects.Type) error {
	return invalid("ValidationRangeElementType", `The argument cannot be validated because its type "`+typeNameOf(v)+
		`" is not the same type (`+to.Name()+") as the maximum and minimum limits of the parameter. Make sure the argument is of type "+
		to.Name()+" and then try the command again.")
}

// validateSide checks on which side of zero a number lies.
func (a *ValidateRangeAttribute) validateSide(s *Session, v objects.Value) error {
	zero := objects.Int32(0)
	switch {
	case v.Type() == objects.TimeSpanType:
		zero = objects.TimeSpanOf(0)
	case commonNumber(v.Type(), objects.Int32Type) == nil:
		return notComparable(v, objects.Int32Type)
	}
	order, err := s.Types.Compare(v, zero, false)
	if err != nil {
		return err
	}
	var fits bool
	var wanted string
	switch a.Kind {
	case positiveRange:
		fits, wanted = order > 0, "not greater than zero"
	case nonNegativeRange:
		fits, wanted = order >= 0, "not greater than or equal to zero"
	case negativeRange:
		fits, wanted = order < 0, "not less than zero"
	default:
		fits, wanted = order <= 0, "not less than or equal to zero"
	}
	if fits {
		return nil
	}
	return invalid("ValidateRangeKindFailure", `The argument "`+elementText(s, v)+`" cannot be validated because its value is `+wanted+".")
}

func declareValidateRange() *objects.Declaration {
	get := func(v objects.Value) *ValidateRangeAttribute {
		a, _ := objects.As[*ValidateRangeAttribute](v)
		return a
	}
	return &objects.Declaration{
		Type: validateRangeType,
		Constructors: []objects.Method{
			fallible("new(System.Object minRange, System.Object maxRange)", func(c *objects.Call) (objects.Value, error) {
				a, err := NewValidateRange(c.Args[0].Base(), c.Args[1].Base())
				if err == nil {
					err = a.check(c.Types)
				}
				return objects.Of(a), err
			}),
			made("new("+validateRangeKindType.FullName+" kind)", func(c *objects.Call) objects.Object {
				return &ValidateRangeAttribute{Kind: rangeKind(c.Int(0)) + positiveRange}
			}),
		},
		Properties: []objects.Property{
			readOnly("System.Object MinRange {get;}", func(v objects.Value) objects.Value { return get(v).Min }),
			readOnly("System.Object MaxRange {get;}", func(v objects.Value) objects.Value { return get(v).Max }),
		},
	}
}
