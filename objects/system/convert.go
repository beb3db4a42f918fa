package system

import (
	"math"
	"math/big"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/number"
)

// ConvertType is System.Convert.
var ConvertType = staticClass("System.Convert")

func convertDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: ConvertType,
		Properties: []objects.Property{
			reads("static System.Object DBNull {get;}", func(value) value { return DBNull() }),
		},
	}
	for _, n := range numerics() {
		d.Methods = append(d.Methods, conversions(n.name, n.typ)...)
	}
	d.Methods = append(d.Methods, conversions("bool", objects.BooleanType)...)
	d.Methods = append(d.Methods, conversions("char", objects.CharType)...)
	d.Methods = append(d.Methods, conversions("datetime", objects.DateTimeType)...)
	d.Methods = append(d.Methods, convertToText()...)
	d.Methods = append(d.Methods, convertBases()...)
	d.Methods = append(d.Methods, base64Methods()...)
	d.Methods = append(d.Methods, changeType()...)
	return d
}

// sources are the types that every To method takes, in .NET's order.
func sources() []string {
	return []string{"bool", "char", "sbyte", "byte", "short", "ushort", "uint", "int", "long", "ulong", "float", "double", "decimal"}
}

// conversions are the overloads of one To method.
func conversions(name string, to *objects.Type) []objects.Method {
	head := "static " + name + " To" + to.Name() + "("
	convert := func(c *call) (value, error) { return convertible(c.Types, c.Args[0], to) }
	provided := func(c *call) (value, error) {
		if s, ok := c.Args[0].Str(); ok && to.Kind >= objects.KindSByte && to != objects.DateTimeType {
			return parseNumber(s, to, defaultStyles(numeric{typ: to}), c.Culture(1))
		}
		if s, ok := c.Args[0].Str(); ok && to == objects.DateTimeType {
			return parseDate(c.Types, s, c.Culture(1))
		}
		return convertible(c.Types, c.Args[0], to)
	}
	methods := []objects.Method{
		partial(head+"System.Object value)", convert),
		partial(head+"System.Object value, System.IFormatProvider provider)", provided),
	}
	for _, from := range sources() {
		methods = append(methods, partial(head+from+" value)", convert))
	}
	return append(methods,
		partial(head+"string value)", convert),
		partial(head+"string value, System.IFormatProvider provider)", provided),
		partial(head+"datetime value)", convert))
}

func noCast(from, to *objects.Type) error {
	return objects.NewException(objects.InvalidCastException, "Invalid cast from '"+from.Name()+"' to '"+to.Name()+"'.")
}

// convertible is IConvertible's conversion: halves round to even, text is
// parsed, null is zero.
func convertible(tt *objects.TypeTable, v value, to *objects.Type) (value, error) {
	v = v.Base()
	from := v.Type()
	if from == to && from != nil {
		return v, nil
	}
	if from == nil {
		return zero(to), nil
	}
	if s, ok := v.Str(); ok {
		return convertText(tt, s, to)
	}
	if from.Enum != nil {
		v, from = objects.Word(from.Enum.UnderlyingType(), v.Bits()), from.Enum.UnderlyingType()
	}
	switch to {
	case objects.StringType:
		s, err := tt.ToString(v, "")
		return objects.String(s), err
	case objects.BooleanType:
		return toBool(v, from)
	case objects.DateTimeType:
		return objects.Null, noCast(from, to)
	}
	switch {
	case from == objects.BooleanType && to == objects.CharType, from == objects.DateTimeType,
		from == objects.CharType && (to.Kind >= objects.KindSingle || to == objects.DecimalType),
		to == objects.CharType && (from.Kind >= objects.KindSingle || from == objects.DecimalType),
		!isConvertible(from):
		return objects.Null, noCast(from, to)
	}
	return numberTo(v, to)
}

func isConvertible(t *objects.Type) bool {
	return t == objects.DecimalType || t.Kind >= objects.KindBoolean && t.Kind <= objects.KindDateTime
}

func toBool(v value, from *objects.Type) (value, error) {
	switch {
	case from == objects.CharType || from == objects.DateTimeType || !isConvertible(from):
		return objects.Null, noCast(from, objects.BooleanType)
	case from == objects.DecimalType:
		return objects.Bool(!decimalOf(v).IsZero()), nil
	case from.Kind >= objects.KindSingle:
		return objects.Bool(v.Float() != 0), nil
	}
	return objects.Bool(v.Bits() != 0), nil
}

func convertText(tt *objects.TypeTable, s string, to *objects.Type) (value, error) {
	switch to {
	case objects.StringType:
		return objects.String(s), nil
	case objects.BooleanType:
		b, ok := parseBool(s)
		if !ok {
			return objects.Null, badBool(s)
		}
		return objects.Bool(b), nil
	case objects.CharType:
		return parseChar(s)
	case objects.DateTimeType:
		return parseDate(tt, s, tt.Culture())
	}
	return parseNumber(s, to, defaultStyles(numeric{typ: to}), tt.Culture())
}

// numberTo converts between number types, Char and Boolean included.
func numberTo(v value, to *objects.Type) (value, error) {
	switch {
	case v.Type() == objects.DecimalType:
		return decimalTo(decimalOf(v), to)
	case v.Kind() >= objects.KindSingle:
		return floatTo(v.Float(), v.Type(), to)
	case to == objects.DecimalType && v.Kind() == objects.KindUInt64:
		return objects.DecimalOf(number.DecimalFromUint64(v.Bits())), nil
	case to == objects.DecimalType:
		return objects.DecimalOf(number.DecimalFromInt64(v.Int64())), nil
	case to.Kind >= objects.KindSingle:
		f := float64(v.Int64())
		if v.Kind() == objects.KindUInt64 {
			f = float64(v.Bits())
		}
		return realOf(f, to), nil
	case v.Kind() == objects.KindUInt64:
		return wholeTo(new(big.Int).SetUint64(v.Bits()), to)
	}
	return wholeTo(big.NewInt(v.Int64()), to)
}

func realOf(f float64, t *objects.Type) value {
	if t == objects.SingleType {
		f = float64(float32(f))
	}
	return objects.Word(t, math.Float64bits(f))
}

func floatTo(f float64, from, to *objects.Type) (value, error) {
	if to == objects.DecimalType {
		d, err := number.DecimalFromFloat64(f)
		if from == objects.SingleType {
			d, err = number.DecimalFromFloat32(float32(f))
		}
		return objects.DecimalOf(d), err
	}
	if to.Kind >= objects.KindSingle {
		return realOf(f, to), nil
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return objects.Null, outOf(to)
	}
	n, _ := big.NewFloat(math.RoundToEven(f)).Int(nil)
	return wholeTo(n, to)
}

func decimalTo(d number.Decimal, to *objects.Type) (value, error) {
	if to.Kind >= objects.KindSingle && to.Kind <= objects.KindDouble {
		return realOf(d.Float64(), to), nil
	}
	return wholeTo(d.Round(0, number.ToEven).BigInt(), to)
}

func outOf(t *objects.Type) error {
	if t == objects.CharType {
		return objects.NewException(objects.OverflowException, "Value was either too large or too small for a character.")
	}
	return wholeOf(t).OverflowError()
}

// wholeTo is n as an integer type or a Char.
func wholeTo(n *big.Int, to *objects.Type) (value, error) {
	low, high := int64(0), int64(math.MaxUint16)
	if to != objects.CharType {
		low, high = wholeLimits(to)
	}
	if to == objects.UInt64Type {
		if !n.IsUint64() {
			return objects.Null, outOf(to)
		}
		return objects.UInt64(n.Uint64()), nil
	}
	if !n.IsInt64() || n.Int64() < low || n.Int64() > high {
		return objects.Null, outOf(to)
	}
	return objects.Word(to, uint64(n.Int64())), nil
}

// convertToText are the overloads of ToString without a base.
func convertToText() []objects.Method {
	var methods []objects.Method
	for _, from := range append([]string{"System.Object", "datetime", "string"}, sources()...) {
		methods = append(methods,
			partial("static string ToString("+from+" value)", func(c *call) (value, error) {
				s, err := c.Types.ToString(c.Args[0], "")
				return objects.String(s), err
			}),
			partial("static string ToString("+from+" value, System.IFormatProvider provider)", func(c *call) (value, error) {
				s, err := c.Types.ToStringIn(c.Args[0], "", c.Culture(1))
				return objects.String(s), err
			}))
	}
	return methods
}

func changeType() []objects.Method {
	change := func(c *call, to *objects.Type) (value, error) {
		if to == nil {
			return objects.Null, objects.NullArgument("conversionType")
		}
		if from := c.Args[0].Type(); from != nil && !isConvertible(from.Underlying()) && from != objects.StringType {
			if from.DerivesFrom(to) {
				return c.Args[0], nil
			}
			return objects.Null, objects.NewException(objects.InvalidCastException, "Object must implement IConvertible.")
		}
		if to == objects.ObjectType {
			return c.Args[0], nil
		}
		if to != objects.StringType && !isConvertible(to) {
			return objects.Null, objects.NewException(objects.InvalidCastException, "Invalid cast from '"+c.Args[0].Type().FullName+"' to '"+to.FullName+"'.")
		}
		return convertible(c.Types, c.Args[0], to)
	}
	byType := func(c *call) (value, error) { return change(c, target(c.Args[1])) }
	byCode := func(c *call) (value, error) {
		for _, t := range codedTypes() {
			if typeCodeOf(t) == c.Args[1].Bits() {
				return change(c, t)
			}
		}
		return objects.Null, objects.NewException(objects.ArgumentException, "Unknown TypeCode value.")
	}
	return []objects.Method{
		partial("static System.Object ChangeType(System.Object value, System.TypeCode typeCode)", byCode),
		partial("static System.Object ChangeType(System.Object value, System.TypeCode typeCode, System.IFormatProvider provider)", byCode),
		partial("static System.Object ChangeType(System.Object value, type conversionType)", byType),
		partial("static System.Object ChangeType(System.Object value, type conversionType, System.IFormatProvider provider)", byType),
		total("static System.TypeCode GetTypeCode(System.Object value)", func(c *call) value {
			return objects.Word(TypeCodeType, typeCodeOf(c.Args[0].Type()))
		}),
		total("static bool IsDBNull(System.Object value)", func(c *call) value { return objects.Bool(c.Args[0].Type() == DBNullType) }),
	}
}

// codedTypes are the types that have a TypeCode of their own.
func codedTypes() []*objects.Type {
	types := []*objects.Type{objects.BooleanType, objects.CharType, objects.StringType, objects.DateTimeType, objects.ObjectType}
	for _, n := range numerics() {
		types = append(types, n.typ)
	}
	return types
}
