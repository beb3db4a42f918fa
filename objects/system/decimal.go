package system

import (
	"math"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/number"
)

// decimalProperties are what Decimal has beside all number types.
func decimalProperties() []objects.Property {
	whole := func(n int64) value { return objects.DecimalOf(number.DecimalFromInt64(n)) }
	return []objects.Property{
		constant("static decimal MinusOne {get;}", whole(-1)),
		constant("static decimal One {get;}", whole(1)),
		constant("static decimal Zero {get;}", whole(0)),
		reads("byte Scale {get;}", func(this value) value {
			return objects.Word(objects.ByteType, uint64(decimalOf(this).Scale()))
		}),
	}
}

// decimalMethods are what Decimal has beside all number types.
func decimalMethods() []objects.Method {
	var methods []objects.Method
	methods = append(methods, decimalArithmetic()...)
	methods = append(methods, decimalRounding()...)
	methods = append(methods, decimalQuestions()...)
	return append(methods, decimalTargets()...)
}

func decimalArithmetic() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name, operator string
		apply          func(a, b number.Decimal) (number.Decimal, error)
	}{
		{"Add", "op_Addition", number.Decimal.Add}, {"Subtract", "op_Subtraction", number.Decimal.Sub}, {"Multiply", "op_Multiply", number.Decimal.Mul},
		{"Divide", "op_Division", number.Decimal.Div}, {"Remainder", "op_Modulus", number.Decimal.Rem},
	} {
		call := func(c *call) (value, error) {
			d, err := f.apply(decimalOf(c.Args[0]), decimalOf(c.Args[1]))
			return objects.DecimalOf(d), err
		}
		methods = append(methods,
			partial("static decimal "+f.name+"(decimal d1, decimal d2)", call),
			partial("static decimal "+f.operator+"(decimal d1, decimal d2)", call))
	}
	compare := func(c *call) int { return decimalOf(c.Args[0]).Compare(decimalOf(c.Args[1])) }
	return append(methods,
		total("static int Compare(decimal d1, decimal d2)", func(c *call) value { return objects.Int(compare(c)) }),
		total("static bool Equals(decimal d1, decimal d2)", func(c *call) value { return objects.Bool(compare(c) == 0) }),
		total("static decimal Max(decimal x, decimal y)", func(c *call) value { return c.Args[choose(compare(c) < 0)] }),
		total("static decimal Min(decimal x, decimal y)", func(c *call) value { return c.Args[choose(compare(c) > 0)] }),
		total("static decimal Negate(decimal d)", func(c *call) value { return objects.DecimalOf(decimalOf(c.Args[0]).Negate()) }),
		total("static decimal Abs(decimal value)", func(c *call) value { return objects.DecimalOf(decimalOf(c.Args[0]).Abs()) }),
	)
}

// choose is the place of the second argument where it is wanted, else of the
// first.
func choose(second bool) int {
	if second {
		return 1
	}
	return 0
}

func decimalRounding() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name  string
		apply func(number.Decimal) number.Decimal
	}{{"Ceiling", number.Decimal.Ceiling}, {"Floor", number.Decimal.Floor}, {"Truncate", number.Decimal.Truncate}} {
		methods = append(methods, total("static decimal "+f.name+"(decimal d)", func(c *call) value {
			return objects.DecimalOf(f.apply(decimalOf(c.Args[0])))
		}))
	}
	round := func(digits, mode int) func(c *call) (value, error) {
		return func(c *call) (value, error) { return roundDecimal(c, digits, mode) }
	}
	return append(methods,
		partial("static decimal Round(decimal d)", round(-1, -1)),
		partial("static decimal Round(decimal d, int decimals)", round(1, -1)),
		partial("static decimal Round(decimal d, System.MidpointRounding mode)", round(-1, 1)),
		partial("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", round(1, 2)))
}

func decimalQuestions() []objects.Method {
	var methods []objects.Method
	two := number.DecimalFromInt64(2)
	whole := func(d number.Decimal) bool { return d.Compare(d.Truncate()) == 0 }
	even := func(d number.Decimal) bool {
		rest, err := d.Rem(two)
		return err == nil && rest.IsZero()
	}
	for _, q := range [...]struct {
		name string
		is   func(number.Decimal) bool
	}{
		{"IsInteger", whole}, {"IsEvenInteger", even},
		{"IsOddInteger", func(d number.Decimal) bool { return whole(d) && !even(d) }},
		{"IsNegative", func(d number.Decimal) bool { return d.Sign() < 0 }},
		{"IsPositive", func(d number.Decimal) bool { return d.Sign() >= 0 }},
	} {
		methods = append(methods, total("static bool "+q.name+"(decimal value)", func(c *call) value {
			return objects.Bool(q.is(decimalOf(c.Args[0])))
		}))
	}
	return append(methods,
		total("static int Sign(decimal d)", func(c *call) value { return objects.Int(decimalOf(c.Args[0]).Sign()) }),
		total("static int[] GetBits(decimal d)", func(c *call) value {
			bits := decimalOf(c.Args[0]).Bits()
			items := make([]value, len(bits))
			for i, b := range bits {
				items[i] = objects.Int32(b)
			}
			return objects.Of(objects.NewArray(objects.Int32Type, items))
		}))
}

// decimalTargets are ToInt32 and its like, which cut the fraction off.
func decimalTargets() []objects.Method {
	var methods []objects.Method
	for _, t := range [...]struct {
		name, keyword string
		typ           *objects.Type
	}{
		{"ToByte", "byte", objects.ByteType}, {"ToSByte", "sbyte", objects.SByteType}, {"ToInt16", "short", objects.Int16Type}, {"ToUInt16", "ushort", objects.UInt16Type},
		{"ToInt32", "int", objects.Int32Type}, {"ToUInt32", "uint", objects.UInt32Type}, {"ToInt64", "long", objects.Int64Type}, {"ToUInt64", "ulong", objects.UInt64Type},
	} {
		methods = append(methods, partial("static "+t.keyword+" "+t.name+"(decimal d)", func(c *call) (value, error) {
			return decimalTo(decimalOf(c.Args[0]).Truncate(), t.typ)
		}))
	}
	return append(methods,
		total("static double ToDouble(decimal d)", func(c *call) value { return objects.Double(decimalOf(c.Args[0]).Float64()) }),
		total("static float ToSingle(decimal d)", func(c *call) value {
			return objects.Word(objects.SingleType, math.Float64bits(float64(decimalOf(c.Args[0]).Float32())))
		}))
}
