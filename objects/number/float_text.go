package number

import (
	"math"
	"strconv"
)

// Digits that always bring a floating-point number back. A whole number with
// more digits than this is written with an exponent.
const (
	doubleRoundTrip = 17
	singleRoundTrip = 9
)

// FormatFloat64 writes a double as Double.ToString() does under the invariant
// culture since .NET Core 3.0: the shortest digits that read back as the same
// number, with an exponent from 1E+17 up and below 0.0001 ("1E-05"), "NaN",
// "Infinity", "-Infinity" and "-0".
func FormatFloat64(v float64) string {
	var buf [32]byte
	return string(AppendFloat64(buf[:0], v))
}

// AppendFloat64 appends the text of [FormatFloat64] to dst.
func AppendFloat64(dst []byte, v float64) []byte {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 && v != 0 {
		return strconv.AppendInt(dst, int64(v), 10)
	}
	return appendShortest(dst, v, 64, doubleRoundTrip)
}

// FormatFloat32 writes a single as Single.ToString() does; an exponent stands
// from 1E+09 up.
func FormatFloat32(v float32) string {
	var buf [32]byte
	return string(AppendFloat32(buf[:0], v))
}

// AppendFloat32 appends the text of [FormatFloat32] to dst.
func AppendFloat32(dst []byte, v float32) []byte {
	return appendShortest(dst, float64(v), 32, singleRoundTrip)
}

func appendShortest(dst []byte, v float64, size, limit int) []byte {
	switch {
	case math.IsNaN(v):
		return append(dst, "NaN"...)
	case math.IsInf(v, 1):
		return append(dst, "Infinity"...)
	case math.IsInf(v, -1):
		return append(dst, "-Infinity"...)
	}
	var room [40]byte
	b := floatBuffer(room[:0], v, size, -1, true)
	if b.neg {
		dst = append(dst, '-')
	}
	if v == 0 {
		return append(dst, '0')
	}
	if b.scale >= -3 && b.scale <= limit {
		return appendPlain(dst, b.digits(), b.scale)
	}
	digits := b.digits()
	dst = append(dst, digits[0])
	if len(digits) > 1 {
		dst = append(dst, '.')
		dst = append(dst, digits[1:]...)
	}
	return appendExponent(append(dst, 'E'), b.scale-1, 2)
}

// appendPlain writes digits with the point after the first whole of them;
// whole may be 0, negative, or more than there are digits.
func appendPlain(dst, digits []byte, whole int) []byte {
	if whole <= 0 {
		dst = append(dst, '0', '.')
		for ; whole < 0; whole++ {
			dst = append(dst, '0')
		}
		return append(dst, digits...)
	}
	for i := range whole {
		if i < len(digits) {
			dst = append(dst, digits[i])
		} else {
			dst = append(dst, '0')
		}
	}
	if whole < len(digits) {
		dst = append(dst, '.')
		dst = append(dst, digits[whole:]...)
	}
	return dst
}

// appendExponent writes a signed exponent of at least width digits.
func appendExponent(dst []byte, exp, width int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, sign)
	for limit := 10; width > 1; width, limit = width-1, limit*10 {
		if exp < limit {
			dst = append(dst, '0')
		}
	}
	return strconv.AppendInt(dst, int64(exp), 10)
}
