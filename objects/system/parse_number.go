package system

import (
	"math"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/number"
)

// defaultStyles is the style of Parse(s).
func defaultStyles(n numeric) number.Styles {
	switch n.typ {
	case objects.DecimalType:
		return number.Number
	case objects.DoubleType, objects.SingleType:
		return number.Float | number.AllowThousands
	}
	return number.Integer
}

// parsing is one overload of Parse or TryParse: the places of its parameters,
// -1 for one it has not.
type parsing struct {
	numeric
	styles, provider, result int
}

func (p parsing) read(c *call) (value, error) {
	styles, in := defaultStyles(p.numeric), c.Types.Culture()
	if p.styles >= 0 {
		styles = number.Styles(c.Int(p.styles))
	}
	if p.provider >= 0 {
		in = c.Culture(p.provider)
	}
	return parseNumber(c.Str(0), p.typ, styles, in)
}

// try is TryParse. PowerShell first converts what the variable holds to the
// type, which may fail.
func (p parsing) try(c *call) (value, error) {
	if r, ok := objects.As[objects.Reference](c.Args[p.result]); ok {
		if _, err := c.Types.Convert(r.Value(), p.typ); err != nil {
			return objects.Null, err
		}
	}
	v, err := p.read(c)
	if err != nil {
		v = zero(p.typ)
	}
	return objects.Bool(err == nil), c.Assign(p.result, v)
}

func zero(t *objects.Type) value {
	if t == objects.DecimalType {
		return objects.DecimalOf(number.Decimal{})
	}
	return objects.Word(t, 0)
}

// wholeOf is the integer type for [number.ParseInt].
func wholeOf(t *objects.Type) number.Whole { return number.Whole(t.Kind - objects.KindSByte) }

func parseNumber(s string, t *objects.Type, styles number.Styles, in *culture.Culture) (value, error) {
	switch t.Kind {
	case objects.KindSingle:
		f, err := number.ParseSingle(s, styles, &in.Number)
		return objects.Word(t, math.Float64bits(float64(f))), err
	case objects.KindDouble:
		f, err := number.ParseDouble(s, styles, &in.Number)
		return objects.Double(f), err
	case objects.KindObject:
		d, err := number.ParseDecimal(s, styles, &in.Number)
		return objects.DecimalOf(d), err
	case objects.KindByte, objects.KindUInt16, objects.KindUInt32, objects.KindUInt64:
		n, err := number.ParseUint(s, wholeOf(t), styles, &in.Number)
		return objects.Word(t, n), err
	}
	n, err := number.ParseInt(s, wholeOf(t), styles, &in.Number)
	return objects.Word(t, uint64(n)), err
}

// numberParsing are the overloads of Parse and TryParse.
func numberParsing(n numeric) []objects.Method {
	const style, provider = ", System.Globalization.NumberStyles style", ", System.IFormatProvider provider"
	parse := func(params string, styles, provider int) objects.Method {
		return partial("static "+n.name+" Parse(string s"+params+")", parsing{n, styles, provider, -1}.read)
	}
	try := func(params string, styles, provider, result int) objects.Method {
		return partial("static bool TryParse(string s"+params+", [ref] "+n.name+" result)", parsing{n, styles, provider, result}.try)
	}
	return []objects.Method{
		parse("", -1, -1), parse(style, 1, -1), parse(provider, -1, 1), parse(style+provider, 1, 2),
		try("", -1, -1, 1), try(style+provider, 1, 2, 3), try(provider, -1, 1, 2),
	}
}
