package parser

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// value gives the number a numeral stands for (about_Numeric_Literals); it
// reports false if the type asked for cannot hold it.
func (n numeral) value() (Number, bool) {
	if n.base == 10 && !n.real && n.suffix == 0 && len(n.digits) < 10 {
		return n.small(), true
	}
	if n.real {
		return n.realValue()
	}
	v, ok := n.integer()
	if !ok {
		return Number{}, false
	}
	v.Lsh(v, n.multiplier)
	return typedInteger(v, n.wantedSuffix(), n.base == 10)
}

// small gives the value of up to nine decimal digits.
func (n numeral) small() Number {
	v := int64(0)
	for i := 0; i < len(n.digits); i++ {
		v = v*10 + int64(n.digits[i]-'0')
	}
	if n.negative {
		v = -v
	}
	if n.multiplier != 0 {
		number, _ := typedInteger(new(big.Int).Lsh(big.NewInt(v), n.multiplier), 0, true)
		return number
	}
	return Number{Kind: NumberInt32, Bits: uint64(v)}
}

// wantedSuffix makes hexadecimal and binary literals of 64 bits long even
// where their value is small.
func (n numeral) wantedSuffix() numeralSuffix {
	bits := 0
	switch n.base {
	case 16:
		bits = len(n.digits) * 4
	case 2:
		bits = len(n.digits)
	}
	if bits == 64 && n.suffix|suffixUnsigned == suffixUnsigned {
		return n.suffix | suffixLong
	}
	return n.suffix
}

// integer gives the value of an integer's digits. Hexadecimal and binary
// digits that fill whole integers are in two's complement.
func (n numeral) integer() (*big.Int, bool) {
	v, ok := new(big.Int).SetString(n.digits, n.base)
	if !ok && n.base == 16 && n.digits == "" {
		v, ok = new(big.Int), true
	}
	if !ok {
		return nil, false
	}
	if n.suffix&suffixUnsigned == 0 && n.signBit() {
		bits := uint(len(n.digits))
		if n.base == 16 {
			bits *= 4
		}
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), bits))
	}
	if n.negative {
		v.Neg(v)
	}
	return v, true
}

// signBit reports whether the first digit's highest bit is a sign.
func (n numeral) signBit() bool {
	switch n.base {
	case 16:
		return len(n.digits) == n.signedDigits() && n.digits[0] >= '8'
	case 2:
		if n.digits == "" || n.digits[0] != '1' {
			return false
		}
		switch len(n.digits) {
		case 8, 16, 32, 64, 96, 128:
			return true
		}
	}
	return false
}

// signedDigits gives how many hexadecimal digits fill the type that the literal
// will have.
func (n numeral) signedDigits() int {
	switch {
	case n.suffix == suffixByte:
		return 2
	case n.suffix == suffixShort:
		return 4
	case n.suffix == suffixLong || len(n.digits) >= 15:
		return 16
	}
	return 8
}

// typedInteger gives v in the type of a suffix, or else in the first of Int32,
// Int64 and, for decimal digits, Decimal and Double that holds it.
func typedInteger(v *big.Int, suffix numeralSuffix, decimal bool) (Number, bool) {
	switch suffix {
	case suffixByte:
		return sized(v, NumberSByte)
	case suffixByte | suffixUnsigned:
		return sized(v, NumberByte)
	case suffixShort:
		return sized(v, NumberInt16)
	case suffixShort | suffixUnsigned:
		return sized(v, NumberUInt16)
	case suffixLong:
		return sized(v, NumberInt64)
	case suffixLong | suffixUnsigned:
		return sized(v, NumberUInt64)
	case suffixUnsigned:
		if n, ok := sized(v, NumberUInt32); ok {
			return n, true
		}
		return sized(v, NumberUInt64)
	case suffixBigInteger:
		return Number{Kind: NumberBigInteger, Digits: v.String()}, true
	case suffixDecimal:
		return decimalInteger(v)
	}
	return narrowest(v, decimal)
}

func narrowest(v *big.Int, decimal bool) (Number, bool) {
	for _, kind := range [...]NumberKind{NumberInt32, NumberInt64} {
		if n, ok := sized(v, kind); ok {
			return n, true
		}
	}
	if !decimal {
		return Number{}, false
	}
	if n, ok := decimalInteger(v); ok {
		return n, true
	}
	f, _ := new(big.Float).SetInt(v).Float64()
	return Number{Kind: NumberDouble, Bits: math.Float64bits(f)}, !math.IsInf(f, 0)
}

func decimalInteger(v *big.Int) (Number, bool) {
	return Number{Kind: NumberDecimal, Digits: v.String()}, v.BitLen() <= 96
}

// integerBits gives the size of the integer types; a negative one is signed.
func integerBits(kind NumberKind) int {
	switch kind {
	case NumberSByte:
		return -8
	case NumberByte:
		return 8
	case NumberInt16:
		return -16
	case NumberUInt16:
		return 16
	case NumberInt32:
		return -32
	case NumberUInt32:
		return 32
	case NumberInt64:
		return -64
	}
	return 64
}

// sized gives v in an integer type; it reports false if that is too small.
func sized(v *big.Int, kind NumberKind) (Number, bool) {
	bits := integerBits(kind)
	if bits > 0 {
		return Number{Kind: kind, Bits: v.Uint64()}, v.Sign() >= 0 && v.BitLen() <= bits
	}
	fits := v.BitLen() < -bits
	if v.Sign() < 0 {
		fits = new(big.Int).Not(v).BitLen() < -bits
	}
	return Number{Kind: kind, Bits: uint64(v.Int64())}, fits
}

// realValue gives the value of a number with a decimal point or an exponent.
func (n numeral) realValue() (Number, bool) {
	if n.suffix == suffixDecimal {
		return n.decimal()
	}
	f, err := strconv.ParseFloat(n.digits, 64)
	if err != nil && !math.IsInf(f, 0) {
		return Number{}, false
	}
	if n.negative {
		f = math.Copysign(f, -1)
	}
	f = math.Ldexp(f, int(n.multiplier))
	if n.suffix == 0 {
		return Number{Kind: NumberDouble, Bits: math.Float64bits(f)}, true
	}
	if math.IsInf(f, 0) {
		return Number{}, false
	}
	v, _ := big.NewFloat(math.RoundToEven(f)).Int(nil)
	return typedInteger(v, n.suffix, true)
}

// decimal gives the value of a real number with the suffix d: up to 28 places
// and 96 bits, rounded to even, with its trailing zeros.
func (n numeral) decimal() (Number, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(n.digits), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	v, ok := new(big.Int).SetString("0"+whole+fraction, 10)
	if !ok {
		return Number{}, false
	}
	shift := 0
	if exponent != "" {
		shift, _ = strconv.Atoi(exponent)
		shift = min(max(shift, -400), 400)
	}
	scale := len(fraction) - shift
	if scale < 0 {
		v.Mul(v, pow10(-scale))
		scale = 0
	}
	if v, scale, ok = fitDecimal(v, scale); !ok {
		return Number{}, false
	}
	v.Lsh(v, n.multiplier)
	if v, scale, ok = fitDecimal(v, scale); !ok {
		return Number{}, false
	}
	return Number{Kind: NumberDecimal, Digits: decimalText(v, scale, n.negative)}, true
}

// fitDecimal takes places from a decimal until it has at most 28 of them and
// 96 bits.
func fitDecimal(v *big.Int, scale int) (*big.Int, int, bool) {
	const places = 28
	drop := max(scale-places, 0)
	for {
		rounded := roundPlaces(v, drop)
		if rounded.BitLen() <= 96 {
			return rounded, scale - drop, true
		}
		if drop++; drop > scale {
			return nil, 0, false
		}
	}
}

// roundPlaces divides v by a power of ten, rounding to even.
func roundPlaces(v *big.Int, places int) *big.Int {
	if places == 0 {
		return v
	}
	quotient, rest := new(big.Int).QuoRem(v, pow10(places), new(big.Int))
	switch rest.Lsh(rest, 1).Cmp(pow10(places)) {
	case 1:
		quotient.Add(quotient, big.NewInt(1))
	case 0:
		quotient.Add(quotient, big.NewInt(int64(quotient.Bit(0))))
	}
	return quotient
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// decimalText writes v with a number of decimal places.
func decimalText(v *big.Int, scale int, negative bool) string {
	digits := v.String()
	if len(digits) <= scale {
		digits = strings.Repeat("0", scale+1-len(digits)) + digits
	}
	if scale > 0 {
		digits = digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
	}
	if negative && v.Sign() != 0 {
		digits = "-" + digits
	}
	return digits
}
