package number

import (
	"strconv"

	"github.com/csshell/csshell/objects/culture"
)

// format writes the number under any format but those of integers alone.
func (b *buffer) format(s spec, custom string, nf *culture.NumberFormat) (string, error) {
	var room [48]byte
	dst := room[:0]
	switch s.upper() {
	case 0:
		dst = b.custom(dst, custom, nf)
	case 'C':
		dst = b.currency(dst, s, nf)
	case 'E':
		dst = b.scientific(dst, s, nf)
	case 'F':
		dst = b.fixedPoint(dst, s, nf)
	case 'G', 'R':
		dst = b.general(dst, s, nf)
	case 'N':
		dst = b.grouped(dst, s, nf)
	case 'P':
		dst = b.percent(dst, s, nf)
	default:
		return "", badSpecifier()
	}
	return string(dst), nil
}

// The patterns of NumberFormatInfo, by number: n for the digits, - for the
// sign, $ and % for the symbols.
func currencyPattern(neg bool, nf *culture.NumberFormat) string {
	if !neg {
		return pick(nf.CurrencyPositive, "$n", "n$", "$ n", "n $")
	}
	return pick(nf.CurrencyNegative, "($n)", "-$n", "$-n", "$n-", "(n$)", "-n$", "n-$", "n$-", "-n $", "-$ n", "n $-", "$ n-", "$ -n", "n- $", "($ n)", "(n $)", "$- n")
}

func percentPattern(neg bool, nf *culture.NumberFormat) string {
	if !neg {
		return pick(nf.PercentPositive, "n %", "n%", "%n", "% n")
	}
	return pick(nf.PercentNegative, "-n %", "-n%", "-%n", "%-n", "%n-", "n-%", "n%-", "-% n", "n %-", "% n-", "% -n", "n- %")
}

func numberPattern(neg bool, nf *culture.NumberFormat) string {
	if !neg {
		return "n"
	}
	return pick(nf.NegativePattern, "(n)", "-n", "- n", "n-", "n -")
}

func pick(i int, patterns ...string) string { return patterns[min(max(i, 0), len(patterns)-1)] }

// layout says how the digits of a pattern are written.
type layout struct {
	places       int
	point, group string
	sizes        []int
}

func (b *buffer) currency(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	l := layout{orDefault(s.precision, nf.CurrencyDecimalDigits), nf.CurrencyDecimalSeparator, nf.CurrencyGroupSeparator, nf.CurrencyGroupSizes}
	b.round(b.scale+l.places, b.float)
	return b.pattern(dst, currencyPattern(b.neg, nf), nf.CurrencySymbol, l, nf)
}

func (b *buffer) percent(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	l := layout{orDefault(s.precision, nf.PercentDecimalDigits), nf.PercentDecimalSeparator, nf.PercentGroupSeparator, nf.PercentGroupSizes}
	b.scale += 2
	b.round(b.scale+l.places, b.float)
	return b.pattern(dst, percentPattern(b.neg, nf), nf.PercentSymbol, l, nf)
}

func (b *buffer) grouped(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	l := layout{orDefault(s.precision, nf.DecimalDigits), nf.DecimalSeparator, nf.GroupSeparator, nf.GroupSizes}
	b.round(b.scale+l.places, b.float)
	return b.pattern(dst, numberPattern(b.neg, nf), "", l, nf)
}

func (b *buffer) fixedPoint(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	l := layout{places: orDefault(s.precision, nf.DecimalDigits), point: nf.DecimalSeparator}
	b.round(b.scale+l.places, b.float)
	return b.fixed(b.sign(dst, nf), l)
}

func (b *buffer) sign(dst []byte, nf *culture.NumberFormat) []byte {
	if b.neg {
		return append(dst, nf.NegativeSign...)
	}
	return dst
}

func (b *buffer) pattern(dst []byte, pattern, symbol string, l layout, nf *culture.NumberFormat) []byte {
	for i := range len(pattern) {
		switch c := pattern[i]; c {
		case 'n':
			dst = b.fixed(dst, l)
		case '-':
			dst = append(dst, nf.NegativeSign...)
		case '$', '%':
			dst = append(dst, symbol...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// fixed writes the digits with a number of places and, where a layout has
// sizes, in groups.
func (b *buffer) fixed(dst []byte, l layout) []byte {
	whole := b.scale
	if whole <= 0 {
		dst = append(dst, '0')
	}
	for i := range max(whole, 0) {
		dst = append(dst, b.digit(i))
		if left := whole - i - 1; left > 0 && len(l.sizes) > 0 && groupEnds(left, l.sizes) {
			dst = append(dst, l.group...)
		}
	}
	if l.places <= 0 {
		return dst
	}
	dst = append(dst, l.point...)
	for i := range l.places {
		dst = append(dst, b.digit(whole+i))
	}
	return dst
}

// groupEnds tells whether a separator stands before the last n digits: the
// sizes count from the right, the last one repeats and 0 ends the grouping.
func groupEnds(n int, sizes []int) bool {
	for i, size := range sizes {
		switch {
		case size == 0:
			return false
		case n <= size:
			return n == size
		case i == len(sizes)-1:
			return n%size == 0
		}
		n -= size
	}
	return false
}

func (b *buffer) scientific(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	places := orDefault(s.precision, 6)
	b.round(places+1, b.float)
	dst = append(b.sign(dst, nf), b.digit(0))
	if places > 0 {
		dst = append(dst, nf.DecimalSeparator...)
	}
	for i := range places {
		dst = append(dst, b.digit(i+1))
	}
	exp := b.scale - 1
	if b.count() == 0 {
		exp = 0
	}
	return b.exponent(append(dst, s.exponent()), exp, 3, true, nf)
}

func (b *buffer) exponent(dst []byte, exp, width int, plus bool, nf *culture.NumberFormat) []byte {
	switch {
	case exp < 0:
		dst, exp = append(dst, nf.NegativeSign...), -exp
	case plus:
		dst = append(dst, nf.PositiveSign...)
	}
	var room [20]byte
	digits := strconv.AppendInt(room[:0], int64(exp), 10)
	return append(appendZeros(dst, width-len(digits)), digits...)
}

// general writes the format G: the digits as they are, or with an exponent
// where the point would be more than the precision away. Without a precision a
// Decimal shows all its digits, trailing zeros included.
func (b *buffer) general(dst []byte, s spec, nf *culture.NumberFormat) []byte {
	exact := b.whole && s.precision < 0
	if exact {
		b.neg = b.neg && b.count() > 0
	} else {
		if s.precision < 1 {
			s.precision = b.count()
		}
		b.round(s.precision, b.float)
	}
	dst = b.sign(dst, nf)
	if exact || b.scale <= s.precision && b.scale >= -3 {
		return b.generalDigits(dst, b.scale, nf)
	}
	dst = append(b.generalDigits(dst, 1, nf), s.exponent())
	return b.exponent(dst, b.scale-1, 2, true, nf)
}

func (b *buffer) generalDigits(dst []byte, whole int, nf *culture.NumberFormat) []byte {
	if whole <= 0 {
		dst = append(dst, '0')
	}
	for i := range max(whole, 0) {
		dst = append(dst, b.digit(i))
	}
	if whole >= b.count() && whole >= 0 {
		return dst
	}
	dst = append(dst, nf.DecimalSeparator...)
	dst = appendZeros(dst, -whole)
	return append(dst, b.digits()[max(whole, 0):]...)
}
