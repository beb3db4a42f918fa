package system

import (
	"math"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/number"
)

// MathType is System.Math.
var MathType = staticClass("System.Math")

// staticClass is a class with static members only.
func staticClass(name string) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr | objects.StaticAttr}
}

func mathDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: MathType,
		Properties: []objects.Property{
			constant("static double E {get;}", objects.Double(math.E)),
			constant("static double PI {get;}", objects.Double(math.Pi)),
			constant("static double Tau {get;}", objects.Double(2*math.Pi)),
		},
	}
	d.Methods = append(d.Methods, mathReal()...)
	d.Methods = append(d.Methods, mathRounding()...)
	d.Methods = append(d.Methods, mathChoice()...)
	d.Methods = append(d.Methods, mathWhole()...)
	return d
}

// mathReal are the functions of Doubles.
func mathReal() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name, param string
		of          func(float64) float64
	}{
		{"Acos", "d", math.Acos}, {"Acosh", "d", math.Acosh}, {"Asin", "d", math.Asin}, {"Asinh", "d", math.Asinh}, {"Atan", "d", math.Atan}, {"Atanh", "d", math.Atanh},
		{"Cbrt", "d", math.Cbrt}, {"Cos", "d", math.Cos}, {"Cosh", "value", math.Cosh}, {"Exp", "d", math.Exp}, {"Log", "d", math.Log},
		{"Log10", "d", math.Log10}, {"Log2", "x", math.Log2}, {"Sin", "a", math.Sin}, {"Sinh", "value", math.Sinh}, {"Sqrt", "d", math.Sqrt},
		{"Tan", "a", math.Tan}, {"Tanh", "value", math.Tanh},
	} {
		methods = append(methods, total("static double "+f.name+"(double "+f.param+")", func(c *call) value { return objects.Double(f.of(c.Float(0))) }))
	}
	for _, f := range [...]struct {
		name, first, second string
		of                  func(x, y float64) float64
	}{
		{"Atan2", "y", "x", math.Atan2}, {"CopySign", "x", "y", math.Copysign}, {"IEEERemainder", "x", "y", math.Remainder},
		{"Pow", "x", "y", power}, {"Log", "a", "newBase", logarithm},
		{"MaxMagnitude", "x", "y", func(x, y float64) float64 { return magnitude(x, y, math.Max) }},
		{"MinMagnitude", "x", "y", func(x, y float64) float64 { return magnitude(x, y, math.Min) }},
	} {
		methods = append(methods, total("static double "+f.name+"(double "+f.first+", double "+f.second+")", func(c *call) value {
			return objects.Double(f.of(c.Float(0), c.Float(1)))
		}))
	}
	return append(methods,
		total("static double FusedMultiplyAdd(double x, double y, double z)", func(c *call) value {
			return objects.Double(math.FMA(c.Float(0), c.Float(1), c.Float(2)))
		}),
		total("static double ScaleB(double x, int n)", func(c *call) value { return objects.Double(math.Ldexp(c.Float(0), c.Int(1))) }),
		total("static int ILogB(double x)", func(c *call) value { return objects.Int(math.Ilogb(c.Float(0))) }),
		total("static double BitIncrement(double x)", func(c *call) value { return objects.Double(math.Nextafter(c.Float(0), math.Inf(1))) }),
		total("static double BitDecrement(double x)", func(c *call) value { return objects.Double(math.Nextafter(c.Float(0), math.Inf(-1))) }))
}

func power(x, y float64) float64 { return math.Pow(x, y) }

// logarithm is Math.Log(a, newBase), with .NET's answers for odd bases.
func logarithm(a, base float64) float64 {
	switch {
	case math.IsNaN(a) || math.IsNaN(base) || base == 1:
		return math.NaN()
	case a != 1 && (base == 0 || math.IsInf(base, 1)):
		return math.NaN()
	}
	return math.Log(a) / math.Log(base)
}

func magnitude(x, y float64, choose func(a, b float64) float64) float64 {
	a, b := math.Abs(x), math.Abs(y)
	switch {
	case a == b:
		return choose(x, y)
	case choose(a, b) == a:
		return x
	}
	return y
}

// mathRounding are Round, Floor, Ceiling and Truncate.
func mathRounding() []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name, param string
		real        func(float64) float64
		exact       func(number.Decimal) number.Decimal
	}{
		{"Ceiling", "a", math.Ceil, number.Decimal.Ceiling}, {"Floor", "d", math.Floor, number.Decimal.Floor}, {"Truncate", "d", math.Trunc, number.Decimal.Truncate},
	} {
		methods = append(methods,
			total("static decimal "+f.name+"(decimal d)", func(c *call) value { return objects.DecimalOf(f.exact(decimalOf(c.Args[0]))) }),
			total("static double "+f.name+"(double "+f.param+")", func(c *call) value { return objects.Double(f.real(c.Float(0))) }))
	}
	decimal := func(digits, mode int) func(c *call) (value, error) {
		return func(c *call) (value, error) { return roundDecimal(c, digits, mode) }
	}
	real := func(digits, mode int) func(c *call) (value, error) {
		return func(c *call) (value, error) { return roundDouble(c, digits, mode) }
	}
	return append(methods,
		partial("static decimal Round(decimal d)", decimal(-1, -1)),
		partial("static decimal Round(decimal d, int decimals)", decimal(1, -1)),
		partial("static decimal Round(decimal d, System.MidpointRounding mode)", decimal(-1, 1)),
		partial("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", decimal(1, 2)),
		partial("static double Round(double a)", real(-1, -1)),
		partial("static double Round(double value, int digits)", real(1, -1)),
		partial("static double Round(double value, System.MidpointRounding mode)", real(-1, 1)),
		partial("static double Round(double value, int digits, System.MidpointRounding mode)", real(1, 2)))
}

func decimalOf(v value) number.Decimal {
	if d, ok := objects.As[*objects.Decimal](v); ok {
		return d.N
	}
	return number.Decimal{}
}

// place is argument i, or 0 for one that the overload has not.
func place(c *call, i int) int {
	if i < 0 {
		return 0
	}
	return c.Int(i)
}

func roundDecimal(c *call, digits, mode int) (value, error) {
	d, err := number.RoundDecimal(decimalOf(c.Args[0]), place(c, digits), number.Rounding(place(c, mode)))
	return objects.DecimalOf(d), err
}

func roundDouble(c *call, digits, mode int) (value, error) {
	f, err := number.RoundFloat(c.Float(0), place(c, digits), number.Rounding(place(c, mode)))
	return objects.Double(f), err
}
