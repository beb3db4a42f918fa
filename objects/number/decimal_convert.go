package number

import (
	"math"
	"math/big"
	"math/bits"
)

// Significant decimal digits that .NET takes over from a floating-point number.
const (
	doubleDigits = 15
	singleDigits = 7
)

// DecimalFromFloat64 converts a double as .NET does: rounded to 15 significant
// digits, trailing zeros taken off. It fails with [fault.Overflow] outside
// the range and for NaN.
func DecimalFromFloat64(v float64) (Decimal, error) { return decimalFromFloat(v, doubleDigits) }

// DecimalFromFloat32 converts a single: 7 significant digits.
func DecimalFromFloat32(v float32) (Decimal, error) {
	return decimalFromFloat(float64(v), singleDigits)
}

// decimalFromFloat follows the floating-point steps of .NET's Decimal(Double),
// since their rounding shows in the last digit.
func decimalFromFloat(v float64, digits int) (Decimal, error) {
	exp := int(math.Float64bits(v)>>52&0x7FF) - 1022
	if exp < -94 {
		return Decimal{}, nil
	}
	if exp > 96 {
		return Decimal{}, decimalOverflow()
	}
	neg, v := v < 0, math.Abs(v)
	v, power := scaleToDigits(v, digits, digits-1-exp*19728>>16)
	mantissa := uint64(v)
	if rest := v - float64(mantissa); rest > 0.5 || rest == 0.5 && mantissa&1 == 1 {
		mantissa++
	}
	if mantissa == 0 {
		return Decimal{}, nil
	}
	if power < 0 {
		return wide{mantissa}.mulPower(-power).fit(0, neg)
	}
	w, power := stripAtMost(mantissa, power, digits-1)
	return w.decimal(power, neg), nil
}

// scaleToDigits multiplies v by the power of ten that leaves the wanted digits
// before the point, at most 28 places.
func scaleToDigits(v float64, digits, power int) (float64, int) {
	low, high := floatPower(digits-1), floatPower(digits)
	switch {
	case power >= 0:
		power = min(power, MaxScale)
		v *= floatPower(power)
	case power != -1 || v >= high:
		v /= floatPower(-power)
	default:
		power = 0
	}
	if v < low && power < MaxScale {
		v *= 10
		power++
	}
	return v, power
}

func stripAtMost(mantissa uint64, scale, limit int) (wide, int) {
	keep := max(0, scale-limit)
	w, left := wide{mantissa}.stripZeros(scale - keep)
	return w, left + keep
}

// floatPower returns 10^n; n is at most 80, exact up to 22.
func floatPower(n int) float64 { return math.Pow10(n) }

// Float64 converts to the double that .NET's conversion gives.
func (d Decimal) Float64() float64 {
	v := (float64(d.lo) + float64(d.hi)*(1<<64)) / floatPower(int(d.scale))
	if d.neg {
		return -v
	}
	return v
}

// Float32 converts to single by way of double, as .NET does.
func (d Decimal) Float32() float32 { return float32(d.Float64()) }

// Int64 returns the whole part of d; ok is false where it does not fit.
func (d Decimal) Int64() (v int64, ok bool) {
	t := d.Truncate()
	switch {
	case t.hi != 0:
		return 0, false
	case t.neg:
		return -int64(t.lo), t.lo <= 1<<63
	default:
		return int64(t.lo), t.lo < 1<<63
	}
}

// Uint64 returns the whole part of d; ok is false where it does not fit.
func (d Decimal) Uint64() (v uint64, ok bool) {
	t := d.Truncate()
	if t.hi != 0 || t.neg && t.lo != 0 {
		return 0, false
	}
	return t.lo, true
}

// BigInt returns the whole part of d.
func (d Decimal) BigInt() *big.Int {
	v := d.Truncate().wide().big()
	if d.neg {
		v.Neg(v)
	}
	return v
}

// DecimalFromBigInt converts a whole number, or fails with [fault.Overflow].
func DecimalFromBigInt(v *big.Int) (Decimal, error) {
	return fitBig(new(big.Int).Abs(v), 0, v.Sign() < 0)
}

// String returns the digits of d with a point before the last Scale() of them:
// Decimal.ToString under the invariant culture. A zero has no sign.
func (d Decimal) String() string { return string(d.AppendText(nil, '.')) }

// AppendText appends the text of [Decimal.String] with the given point.
func (d Decimal) AppendText(dst []byte, point byte) []byte {
	var buf [32]byte
	digits := d.digits(&buf)
	if d.neg && !d.IsZero() {
		dst = append(dst, '-')
	}
	whole := len(digits) - int(d.scale)
	if whole <= 0 {
		dst = append(dst, '0')
	} else {
		dst = append(dst, digits[:whole]...)
	}
	if d.scale == 0 {
		return dst
	}
	dst = append(dst, point)
	for ; whole < 0; whole++ {
		dst = append(dst, '0')
	}
	return append(dst, digits[whole:]...)
}

// digits writes the digits of the 96-bit number to the end of buf, without
// leading zeros; zero has none.
func (d Decimal) digits(buf *[32]byte) []byte {
	at := len(buf)
	lo, hi := d.lo, uint64(d.hi)
	for hi != 0 {
		var rem uint64
		hi, lo, rem = div128(hi, lo, power10(maxPower64))
		for range maxPower64 {
			at--
			buf[at] = byte('0' + rem%10)
			rem /= 10
		}
	}
	for lo != 0 {
		at--
		buf[at] = byte('0' + lo%10)
		lo /= 10
	}
	return buf[at:]
}

func div128(hi, lo, d uint64) (qhi, qlo, rem uint64) {
	qhi, rem = hi/d, hi%d
	qlo, rem = bits.Div64(rem, lo, d)
	return qhi, qlo, rem
}
