package numerics

import (
	"math"
	"math/big"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/number"
)

// maxBits bounds the numbers that one call can make.
const maxBits = 1 << 31

func result(n *big.Int) value { return objects.BigInt(n) }

func divideByZero() error {
	return objects.NewException(objects.DivideByZeroException, "Attempted to divide by zero.")
}

// binary are the calculations with two numbers, each a method and an operator.
type binary struct {
	name, operator, left, right string
	apply                       func(z, x, y *big.Int) *big.Int
	divides                     bool
}

func binaries() []binary {
	return []binary{
		{"Add", "op_Addition", "left", "right", (*big.Int).Add, false},
		{"Subtract", "op_Subtraction", "left", "right", (*big.Int).Sub, false},
		{"Multiply", "op_Multiply", "left", "right", (*big.Int).Mul, false},
		{"Divide", "op_Division", "dividend", "divisor", (*big.Int).Quo, true},
		{"Remainder", "op_Modulus", "dividend", "divisor", (*big.Int).Rem, true},
		{"", "op_BitwiseAnd", "left", "right", (*big.Int).And, false},
		{"", "op_BitwiseOr", "left", "right", (*big.Int).Or, false},
		{"", "op_ExclusiveOr", "left", "right", (*big.Int).Xor, false},
	}
}

// arithmetic are the static methods that calculate.
func arithmetic() []objects.Method {
	methods := []objects.Method{
		objects.Total("static bigint Abs(bigint value)", func(c *call) value { return result(new(big.Int).Abs(arg(c, 0))) }),
		objects.Total("static bigint Negate(bigint value)", func(c *call) value { return result(new(big.Int).Neg(arg(c, 0))) }),
		objects.Partial("static bigint Pow(bigint value, int exponent)", power),
		objects.Partial("static bigint ModPow(bigint value, bigint exponent, bigint modulus)", modularPower),
		objects.Total("static bigint GreatestCommonDivisor(bigint left, bigint right)", func(c *call) value {
			return result(new(big.Int).GCD(nil, nil, new(big.Int).Abs(arg(c, 0)), new(big.Int).Abs(arg(c, 1))))
		}),
		objects.Partial("static bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)", divideWithRest),
		objects.Total("static int Compare(bigint left, bigint right)", func(c *call) value { return objects.Int(arg(c, 0).Cmp(arg(c, 1))) }),
		objects.Total("static bigint Max(bigint left, bigint right)", func(c *call) value { return c.Args[second(arg(c, 0).Cmp(arg(c, 1)) < 0)] }),
		objects.Total("static bigint Min(bigint left, bigint right)", func(c *call) value { return c.Args[second(arg(c, 0).Cmp(arg(c, 1)) > 0)] }),
	}
	for _, b := range binaries() {
		if b.name != "" {
			methods = append(methods, objects.Partial("static bigint "+b.name+"(bigint "+b.left+", bigint "+b.right+")", b.call))
		}
	}
	return methods
}

// second is the place of the second argument where it is wanted, else of the
// first.
func second(wanted bool) int {
	if wanted {
		return 1
	}
	return 0
}

func (b binary) call(c *call) (value, error) {
	if b.divides && arg(c, 1).Sign() == 0 {
		return objects.Null, divideByZero()
	}
	return result(b.apply(new(big.Int), arg(c, 0), arg(c, 1))), nil
}

func power(c *call) (value, error) {
	base, exponent := arg(c, 0), c.Int(1)
	if exponent < 0 {
		return objects.Null, objects.OutOfRange("The number must be greater than or equal to zero.", "exponent")
	}
	if base.BitLen() > 1 && int64(base.BitLen())*int64(exponent) > maxBits {
		return objects.Null, objects.NewException(objects.OutOfMemoryException, "Array dimensions exceeded supported range.")
	}
	return result(new(big.Int).Exp(base, big.NewInt(int64(exponent)), nil)), nil
}

func modularPower(c *call) (value, error) {
	base, exponent, modulus := arg(c, 0), arg(c, 1), arg(c, 2)
	if exponent.Sign() < 0 {
		return objects.Null, objects.OutOfRange("The number must be greater than or equal to zero.", "exponent")
	}
	if modulus.Sign() == 0 {
		return objects.Null, divideByZero()
	}
	n := new(big.Int).Exp(base, exponent, new(big.Int).Abs(modulus))
	if base.Sign() < 0 && exponent.Bit(0) == 1 && n.Sign() != 0 { // the rest has the sign of the power
		n.Sub(n, new(big.Int).Abs(modulus))
	}
	return result(n), nil
}

func divideWithRest(c *call) (value, error) {
	if arg(c, 1).Sign() == 0 {
		return objects.Null, divideByZero()
	}
	quotient, rest := new(big.Int).QuoRem(arg(c, 0), arg(c, 1), new(big.Int))
	return result(quotient), c.Assign(2, result(rest))
}

// operators are the methods that operators of languages call.
func operators() []objects.Method {
	methods := []objects.Method{
		objects.Total("static bigint op_UnaryNegation(bigint value)", func(c *call) value { return result(new(big.Int).Neg(arg(c, 0))) }),
		objects.Total("static bigint op_UnaryPlus(bigint value)", func(c *call) value { return c.Args[0] }),
		objects.Total("static bigint op_OnesComplement(bigint value)", func(c *call) value { return result(new(big.Int).Not(arg(c, 0))) }),
		objects.Partial("static bigint op_LeftShift(bigint value, int shift)", func(c *call) (value, error) { return c.Types.ShiftLeft(c.Args[0], c.Args[1]) }),
		objects.Partial("static bigint op_RightShift(bigint value, int shift)", func(c *call) (value, error) { return c.Types.ShiftRight(c.Args[0], c.Args[1]) }),
	}
	for _, b := range binaries() {
		methods = append(methods, objects.Partial("static bigint "+b.operator+"(bigint "+b.left+", bigint "+b.right+")", b.call))
	}
	for _, r := range [...]struct {
		name  string
		holds func(c int) bool
	}{
		{"op_Equality", func(c int) bool { return c == 0 }}, {"op_Inequality", func(c int) bool { return c != 0 }},
		{"op_LessThan", func(c int) bool { return c < 0 }}, {"op_LessThanOrEqual", func(c int) bool { return c <= 0 }},
		{"op_GreaterThan", func(c int) bool { return c > 0 }}, {"op_GreaterThanOrEqual", func(c int) bool { return c >= 0 }},
	} {
		methods = append(methods, objects.Total("static bool "+r.name+"(bigint left, bigint right)", func(c *call) value {
			return objects.Bool(r.holds(arg(c, 0).Cmp(arg(c, 1))))
		}))
	}
	return methods
}

func questions() []objects.Method {
	var methods []objects.Method
	for _, q := range [...]struct {
		name string
		is   func(*big.Int) bool
	}{
		{"IsEvenInteger", isEven}, {"IsOddInteger", func(n *big.Int) bool { return !isEven(n) }}, {"IsPow2", isPowerOfTwo},
		{"IsNegative", func(n *big.Int) bool { return n.Sign() < 0 }}, {"IsPositive", func(n *big.Int) bool { return n.Sign() >= 0 }},
	} {
		methods = append(methods, objects.Total("static bool "+q.name+"(bigint value)", func(c *call) value { return objects.Bool(q.is(arg(c, 0))) }))
	}
	return methods
}

// logarithm is the natural logarithm of n, however long; NaN below zero.
func logarithm(n *big.Int) float64 {
	switch n.Sign() {
	case -1:
		return math.NaN()
	case 0:
		return math.Inf(-1)
	}
	excess := max(n.BitLen()-1000, 0)
	f, _ := new(big.Float).SetInt(new(big.Int).Rsh(n, uint(excess))).Float64()
	return math.Log(f) + float64(excess)*math.Ln2
}

func logarithms() []objects.Method {
	return []objects.Method{
		objects.Total("static double Log(bigint value)", func(c *call) value { return objects.Double(logarithm(arg(c, 0))) }),
		objects.Total("static double Log(bigint value, double baseValue)", func(c *call) value {
			return objects.Double(logarithm(arg(c, 0)) / math.Log(c.Float(1)))
		}),
		objects.Total("static double Log10(bigint value)", func(c *call) value { return objects.Double(logarithm(arg(c, 0)) / math.Ln10) }),
	}
}

// parsing are Parse and TryParse.
func parsing() []objects.Method {
	const styles, provider = ", System.Globalization.NumberStyles style", ", System.IFormatProvider provider"
	read := func(style, provider int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			n, err := parse(c, style, provider)
			return result(n), err
		}
	}
	try := func(style, provider, into int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			n, err := parse(c, style, provider)
			return objects.Bool(err == nil), c.Assign(into, result(n))
		}
	}
	return []objects.Method{
		objects.Partial("static bigint Parse(string value)", read(-1, -1)),
		objects.Partial("static bigint Parse(string value"+styles+")", read(1, -1)),
		objects.Partial("static bigint Parse(string value"+styles+provider+")", read(1, 2)),
		objects.Partial("static bigint Parse(string value"+provider+")", read(-1, 1)),
		objects.Partial("static bool TryParse(string value, [ref] bigint result)", try(-1, -1, 1)),
		objects.Partial("static bool TryParse(string value"+styles+provider+", [ref] bigint result)", try(1, 2, 3)),
		objects.Partial("static bool TryParse(string value"+provider+", [ref] bigint result)", try(-1, 1, 2)),
	}
}

// parse reads argument 0; the number is 0 where that fails.
func parse(c *call, style, provider int) (*big.Int, error) {
	styles, in := number.Integer, c.Types.Culture()
	if style >= 0 {
		styles = number.Styles(c.Int(style))
	}
	if provider >= 0 {
		in = c.Culture(provider)
	}
	n, err := number.ParseBig(c.Str(0), styles, &in.Number)
	if err != nil {
		return new(big.Int), err
	}
	return n, nil
}
