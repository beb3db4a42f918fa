package parser

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

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

// String gives the number as .NET prints it for the invariant culture.
func (n Number) String() string {
	switch n.Kind {
	case NumberNull:
		return ""
	case NumberDecimal, NumberBigInteger:
		return n.Digits
	case NumberDouble:
		return doubleText(math.Float64frombits(n.Bits))
	case NumberByte, NumberUInt16, NumberUInt32, NumberUInt64:
		return strconv.FormatUint(n.Bits, 10)
	}
	return strconv.FormatInt(int64(n.Bits), 10)
}

// doubleText gives the shortest digits that give the number back, with an
// exponent for very large and very small ones.
func doubleText(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case math.IsNaN(f):
		return "NaN"
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, 64), "E")
	e, _ := strconv.Atoi(exponent)
	if f != 0 && (e >= 17 || e <= -5) {
		return fmt.Sprintf("%sE%+03d", mantissa, e)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
