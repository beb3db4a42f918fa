package parser

// NumberKind is the .NET type of a number in a script.
type NumberKind uint8

// The types of numbers. NumberNull is the value of a number that cannot be
// represented; the parse has reported BadNumericConstant.
const (
	NumberNull NumberKind = iota
	NumberInt32
	NumberInt64
	NumberDouble
	NumberDecimal
	NumberBigInteger
	NumberSByte
	NumberByte
	NumberInt16
	NumberUInt16
	NumberUInt32
	NumberUInt64
)

// String gives .NET's short name of the type: Int32, Double, BigInteger.
func (k NumberKind) String() string {
	return [...]string{"Null", "Int32", "Int64", "Double", "Decimal", "BigInteger",
		"SByte", "Byte", "Int16", "UInt16", "UInt32", "UInt64"}[k]
}

// Number is a typed number. Integers up to 64 bits are in Bits, sign-extended;
// a Double is in Bits as math.Float64bits gives it; Decimal and BigInteger have
// their digits in Digits, a Decimal with its trailing zeros ("-1.50").
type Number struct {
	Kind   NumberKind
	Bits   uint64
	Digits string
}
