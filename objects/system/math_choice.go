package system

import (
	"math"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/number"
)

// numeric is a number type with the name that signatures have.
type numeric struct {
	name string
	typ  *objects.Type
}

// numerics are the number types in the order that .NET declares overloads in.
func numerics() []numeric {
	return []numeric{
		{"byte", objects.ByteType}, {"decimal", objects.DecimalType}, {"double", objects.DoubleType}, {"short", objects.Int16Type},
		{"int", objects.Int32Type}, {"long", objects.Int64Type}, {"sbyte", objects.SByteType}, {"float", objects.SingleType},
		{"ushort", objects.UInt16Type}, {"uint", objects.UInt32Type}, {"ulong", objects.UInt64Type},
	}
}

func (n numeric) signed() bool { return n.name != "byte" && n.name[0] != 'u' }

// compareNumbers orders two numbers of one type; NaN is below all.
func compareNumbers(a, b value) int {
	switch a.Kind() {
	case objects.KindSingle, objects.KindDouble:
		x, y := a.Float(), b.Float()
		switch {
		case x < y || math.IsNaN(x) && !math.IsNaN(y):
			return -1
		case x > y || math.IsNaN(y) && !math.IsNaN(x):
			return 1
		}
		return 0
	case objects.KindUInt64:
		return order(a.Bits(), b.Bits())
	case objects.KindObject:
		return decimalOf(a).Compare(decimalOf(b))
	}
	return order(a.Int64(), b.Int64())
}

func order[T int64 | uint64](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// mathChoice are the methods that every number type has an overload of.
func mathChoice() []objects.Method {
	var methods []objects.Method
	for _, n := range numerics() {
		if n.signed() {
			methods = append(methods,
				partial("static "+n.name+" Abs("+n.name+" value)", func(c *call) (value, error) { return absolute(c.Args[0]) }),
				partial("static int Sign("+n.name+" value)", signOf))
		}
		methods = append(methods,
			total("static "+n.name+" Max("+n.name+" val1, "+n.name+" val2)", func(c *call) value { return greater(c.Args[0], c.Args[1]) }),
			total("static "+n.name+" Min("+n.name+" val1, "+n.name+" val2)", func(c *call) value { return smaller(c.Args[0], c.Args[1]) }),
			partial("static "+n.name+" Clamp("+n.name+" value, "+n.name+" min, "+n.name+" max)", clamp))
		if sizeOf(n.typ) > 0 {
			methods = append(methods, divides(n))
		}
	}
	return methods
}

func isNaN(v value) bool {
	k := v.Kind()
	return (k == objects.KindSingle || k == objects.KindDouble) && math.IsNaN(v.Float())
}

func greater(a, b value) value {
	if isNaN(a) || !isNaN(b) && compareNumbers(a, b) > 0 {
		return a
	}
	return b
}

func smaller(a, b value) value {
	if isNaN(a) || !isNaN(b) && compareNumbers(a, b) < 0 {
		return a
	}
	return b
}

func clamp(c *call) (value, error) {
	low, high := c.Args[1], c.Args[2]
	if compareNumbers(low, high) > 0 {
		a, _ := c.Types.ToString(low, "")
		b, _ := c.Types.ToString(high, "")
		return objects.Null, objects.NewException(objects.ArgumentException, "'"+a+"' cannot be greater than "+b+".")
	}
	return smaller(greater(c.Args[0], low), high), nil
}

func absolute(v value) (value, error) {
	switch v.Kind() {
	case objects.KindSingle, objects.KindDouble:
		return objects.Word(v.Type(), math.Float64bits(math.Abs(v.Float()))), nil
	case objects.KindObject:
		return objects.DecimalOf(decimalOf(v).Abs()), nil
	}
	n := v.Int64()
	if n >= 0 {
		return v, nil
	}
	if low, _ := wholeLimits(v.Type()); n == low {
		return objects.Null, objects.NewException(objects.OverflowException, "Negating the minimum value of a twos complement number is invalid.")
	}
	return objects.Word(v.Type(), uint64(-n)), nil
}

// wholeLimits are the least and greatest number of an integer type that fits
// in 64 bits with its sign.
func wholeLimits(t *objects.Type) (low, high int64) {
	switch t.Kind {
	case objects.KindSByte:
		return math.MinInt8, math.MaxInt8
	case objects.KindByte:
		return 0, math.MaxUint8
	case objects.KindInt16:
		return math.MinInt16, math.MaxInt16
	case objects.KindUInt16:
		return 0, math.MaxUint16
	case objects.KindInt32:
		return math.MinInt32, math.MaxInt32
	case objects.KindUInt32:
		return 0, math.MaxUint32
	}
	return math.MinInt64, math.MaxInt64
}

func signOf(c *call) (value, error) {
	v := c.Args[0]
	switch v.Kind() {
	case objects.KindSingle, objects.KindDouble:
		if isNaN(v) {
			return objects.Null, objects.NewException(objects.ArithmeticException, "Function does not accept floating point Not-a-Number values.")
		}
		return objects.Int(compareNumbers(v, objects.Word(v.Type(), 0))), nil
	case objects.KindObject:
		return objects.Int(decimalOf(v).Sign()), nil
	}
	return objects.Int(order(v.Int64(), 0)), nil
}

// mathWhole are the functions of integers only.
func mathWhole() []objects.Method {
	divRem := func(c *call) (value, error) {
		a, b := c.Args[0].Int64(), c.Args[1].Int64()
		if b == 0 {
			return objects.Null, objects.NewException(objects.DivideByZeroException, "Attempted to divide by zero.")
		}
		if b == -1 {
			return objects.Word(c.Args[0].Type(), uint64(-a)), c.Assign(2, objects.Word(c.Args[0].Type(), 0))
		}
		return objects.Word(c.Args[0].Type(), uint64(a/b)), c.Assign(2, objects.Word(c.Args[0].Type(), uint64(a%b)))
	}
	return []objects.Method{
		total("static long BigMul(int a, int b)", func(c *call) value { return objects.Int64(c.Args[0].Int64() * c.Args[1].Int64()) }),
		total("static ulong BigMul(uint a, uint b)", func(c *call) value { return objects.UInt64(c.Args[0].Bits() * c.Args[1].Bits()) }),
		partial("static int DivRem(int a, int b, [ref] int result)", divRem),
		partial("static long DivRem(long a, long b, [ref] long result)", divRem),
	}
}

// numberDeclaration is what the number types have alike.
func numberDeclaration(n numeric) *objects.Declaration {
	low, high := limits(n.typ)
	d := &objects.Declaration{
		Type: n.typ,
		Properties: []objects.Property{
			constant("static "+n.name+" MaxValue {get;}", high),
			constant("static "+n.name+" MinValue {get;}", low),
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object value)", func(c *call) (value, error) { return compareTo(c, n.typ) }),
			total("int CompareTo("+n.name+" value)", func(c *call) value { return objects.Int(compareNumbers(c.This, c.Args[0])) }),
			total("bool Equals("+n.name+" obj)", func(c *call) value { return objects.Bool(compareNumbers(c.This, c.Args[0]) == 0) }),
			total("System.TypeCode GetTypeCode()", func(*call) value { return objects.Word(TypeCodeType, typeCodeOf(n.typ)) }),
			partial("string ToString()", toText),
			partial("string ToString(string format)", toFormat),
			partial("string ToString(System.IFormatProvider provider)", toCulture),
			partial("string ToString(string format, System.IFormatProvider provider)", toFormatCulture),
		},
	}
	d.Methods = append(d.Methods, numberParsing(n)...)
	d.Methods = append(d.Methods, numberStatics(n)...)
	d.Methods = append(d.Methods, integerMethods(n.typ)...)
	d.Methods = append(d.Methods, convertibleMethods()...)
	if n.typ == objects.DoubleType || n.typ == objects.SingleType {
		d.Properties = append(d.Properties, realProperties(n)...)
		d.Methods = append(d.Methods, realMethods(n)...)
	}
	if n.typ == objects.DecimalType {
		d.Properties = append(d.Properties, decimalProperties()...)
		d.Methods = append(d.Methods, decimalMethods()...)
	}
	return d
}

func limits(t *objects.Type) (low, high value) {
	switch t {
	case objects.DoubleType:
		return objects.Double(-math.MaxFloat64), objects.Double(math.MaxFloat64)
	case objects.SingleType:
		return objects.Word(t, math.Float64bits(-math.MaxFloat32)), objects.Word(t, math.Float64bits(math.MaxFloat32))
	case objects.UInt64Type:
		return objects.UInt64(0), objects.UInt64(math.MaxUint64)
	case objects.DecimalType:
		return objects.DecimalOf(number.MinDecimal()), objects.DecimalOf(number.MaxDecimal())
	}
	a, b := wholeLimits(t)
	return objects.Word(t, uint64(a)), objects.Word(t, uint64(b))
}

// compareTo is CompareTo(object): of the same type, or null, which is less.
func compareTo(c *call, t *objects.Type) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	other := c.Args[0].Base()
	if other.Type() != t {
		return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type "+t.Name()+".")
	}
	return objects.Int(compareNumbers(c.This, other)), nil
}

func realProperties(n numeric) []objects.Property {
	of := func(f float64) value { return objects.Word(n.typ, math.Float64bits(f)) }
	smallest := math.SmallestNonzeroFloat64
	if n.typ == objects.SingleType {
		smallest = math.SmallestNonzeroFloat32
	}
	return []objects.Property{
		constant("static "+n.name+" Epsilon {get;}", of(smallest)),
		constant("static "+n.name+" NaN {get;}", of(math.NaN())),
		constant("static "+n.name+" NegativeInfinity {get;}", of(math.Inf(-1))),
		constant("static "+n.name+" PositiveInfinity {get;}", of(math.Inf(1))),
	}
}

func realMethods(n numeric) []objects.Method {
	var methods []objects.Method
	for _, f := range [...]struct {
		name string
		is   func(float64) bool
	}{
		{"IsNaN", math.IsNaN}, {"IsInfinity", func(f float64) bool { return math.IsInf(f, 0) }},
		{"IsPositiveInfinity", func(f float64) bool { return math.IsInf(f, 1) }}, {"IsNegativeInfinity", func(f float64) bool { return math.IsInf(f, -1) }},
		{"IsFinite", func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) }}, {"IsNegative", math.Signbit},
		{"IsInteger", func(f float64) bool { return f == math.Trunc(f) && !math.IsInf(f, 0) }},
	} {
		param := "d"
		if strings.HasPrefix(n.name, "float") {
			param = "f"
		}
		methods = append(methods, total("static bool "+f.name+"("+n.name+" "+param+")", func(c *call) value { return objects.Bool(f.is(c.Float(0))) }))
	}
	return append(methods, floatingMethods(n)...)
}
