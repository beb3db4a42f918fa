package number

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/fault"
)

// ParseInt reads a signed integer type. It fails with [fault.Format],
// [fault.Overflow], or [fault.Argument] for styles that do not go together.
func ParseInt(s string, w Whole, styles Styles, nf *culture.NumberFormat) (int64, error) {
	magnitude, neg, err := parseWhole(s, w, styles, nf)
	if err != nil {
		return 0, err
	}
	if styles&bases != 0 { // the digits are the two's complement
		shift := 64 - w.Bits()
		return int64(magnitude<<shift) >> shift, nil
	}
	limit := uint64(1) << (w.Bits() - 1)
	if magnitude > limit || magnitude == limit && !neg {
		return 0, w.OverflowError()
	}
	if neg {
		return -int64(magnitude), nil
	}
	return int64(magnitude), nil
}

// ParseUint reads an unsigned integer type; see [ParseInt].
func ParseUint(s string, w Whole, styles Styles, nf *culture.NumberFormat) (uint64, error) {
	magnitude, neg, err := parseWhole(s, w, styles, nf)
	if err != nil {
		return 0, err
	}
	if neg && magnitude != 0 || w.Bits() < 64 && magnitude>>w.Bits() != 0 {
		return 0, w.OverflowError()
	}
	return magnitude, nil
}

func parseWhole(s string, w Whole, styles Styles, nf *culture.NumberFormat) (magnitude uint64, neg bool, err error) {
	if v, negative, ok := plainWhole(s); ok && styles&Integer == Integer && styles&bases == 0 {
		return v, negative, nil
	}
	if err := styles.check(); err != nil {
		return 0, false, err
	}
	if styles&bases != 0 {
		magnitude, err = parseBase(s, w, styles)
		return magnitude, false, err
	}
	sc, ok := scanNumber(s, styles, nf)
	if !ok {
		return 0, false, badNumber(s)
	}
	if magnitude, ok = sc.whole(); !ok {
		return 0, false, w.OverflowError()
	}
	return magnitude, sc.neg, nil
}

// plainWhole reads what most integers are: up to 18 digits, perhaps behind a
// hyphen.
func plainWhole(s string) (v uint64, neg, ok bool) {
	if s != "" && s[0] == '-' {
		neg, s = true, s[1:]
	}
	if s == "" || len(s) > 18 {
		return 0, false, false
	}
	for i := range len(s) {
		d := s[i] - '0'
		if d > 9 {
			return 0, false, false
		}
		v = v*10 + uint64(d)
	}
	return v, neg, true
}

// whole returns the number that was read; ok is false for a fraction and for
// more than 64 bits.
func (sc *scanner) whole() (v uint64, ok bool) {
	digits := strings.TrimRight(string(sc.digits), "0")
	if len(digits) > sc.scale || sc.scale > 20 {
		return 0, digits == ""
	}
	v, err := strconv.ParseUint(digits+strings.Repeat("0", sc.scale-len(digits)), 10, 64)
	return v, err == nil || digits == ""
}

// parseBase reads hexadecimal or binary digits without a sign.
func parseBase(s string, w Whole, styles Styles) (uint64, error) {
	digits, ok := baseDigits(s, styles)
	if !ok {
		return 0, badNumber(s)
	}
	base, perDigit := 16, 4
	if styles&AllowBinarySpecifier != 0 {
		base, perDigit = 2, 1
	}
	v, err := strconv.ParseUint(digits, base, 64)
	if err != nil && !strings.ContainsAny(digits, "+-_") && isBase(digits, base) {
		return 0, w.OverflowError()
	}
	if err != nil || !isBase(digits, base) {
		return 0, badNumber(s)
	}
	if len(strings.TrimLeft(digits, "0"))*perDigit > w.Bits() {
		return 0, w.OverflowError()
	}
	return v, nil
}

// baseDigits takes off the white space that the styles allow.
func baseDigits(s string, styles Styles) (string, bool) {
	const white = " \t\n\v\f\r"
	if styles&AllowLeadingWhite != 0 {
		s = strings.TrimLeft(s, white)
	}
	if styles&AllowTrailingWhite != 0 {
		s = strings.TrimRight(s, white)
	}
	s = strings.TrimRight(s, "\x00")
	return s, s != ""
}

func isBase(digits string, base int) bool {
	for i := range len(digits) {
		c := digits[i]
		switch {
		case c == '0' || c == '1':
		case base == 16 && (c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'):
		default:
			return false
		}
	}
	return true
}

// ParseDouble reads a double, correctly rounded; too large a number becomes
// infinite. It knows the culture's words for infinity and NaN. It fails with
// [fault.Format].
func ParseDouble(s string, styles Styles, nf *culture.NumberFormat) (float64, error) {
	return parseFloat(s, 64, styles, nf)
}

// ParseSingle is [ParseDouble] for the type Single.
func ParseSingle(s string, styles Styles, nf *culture.NumberFormat) (float32, error) {
	v, err := parseFloat(s, 32, styles, nf)
	return float32(v), err
}

func parseFloat(s string, size int, styles Styles, nf *culture.NumberFormat) (float64, error) {
	if styles&Float == Float && nf.DecimalSeparator == "." && isPlainFloat(s) {
		if v, err := strconv.ParseFloat(s, size); err == nil {
			return v, nil
		}
	}
	if err := styles.checkFloat(); err != nil {
		return 0, err
	}
	sc, ok := scanNumber(s, styles, nf)
	if !ok {
		return namedFloat(s, nf)
	}
	var room [64]byte
	text := append(room[:0], '-', '0', '.')
	text = append(append(text, sc.digits...), 'e')
	text = strconv.AppendInt(text, int64(sc.scale), 10)
	if !sc.neg {
		text = text[1:]
	}
	v, _ := strconv.ParseFloat(string(text), size) // its error is the infinity we want
	return v, nil
}

// isPlainFloat reports whether s has only characters that mean the same to Go
// and to every culture with a decimal point.
func isPlainFloat(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == '.':
		case c == '-' && (i == 0 || s[i-1]|0x20 == 'e'):
		case c|0x20 == 'e' && i > 0:
		default:
			return false
		}
	}
	return true
}

// namedFloat reads NaN and the infinities.
func namedFloat(s string, nf *culture.NumberFormat) (float64, error) {
	word := strings.TrimSpace(s)
	is := func(name string) bool { return strings.EqualFold(word, name) }
	switch {
	case is(nf.PositiveInfinity), is(nf.PositiveSign + nf.PositiveInfinity):
		return math.Inf(1), nil
	case is(nf.NegativeInfinity), is("-" + nf.PositiveInfinity):
		return math.Inf(-1), nil
	case is(nf.NaN), is(nf.PositiveSign + nf.NaN), is(nf.NegativeSign + nf.NaN), is("-" + nf.NaN):
		return math.NaN(), nil
	default:
		return 0, badNumber(s)
	}
}

// ParseDecimal reads a Decimal with the scale it is written with; digits that
// do not fit are rounded to even. It fails with [fault.Format] and
// [fault.Overflow].
func ParseDecimal(s string, styles Styles, nf *culture.NumberFormat) (Decimal, error) {
	if err := styles.checkFloat(); err != nil {
		return Decimal{}, err
	}
	sc, ok := scanNumber(s, styles, nf)
	if !ok {
		return Decimal{}, badNumber(s)
	}
	return decimalFromDigits(sc.digits, sc.scale, sc.neg)
}

// decimalFromDigits makes a Decimal of 0.digits * 10^scale.
func decimalFromDigits(digits []byte, scale int, neg bool) (Decimal, error) {
	if len(digits) == 0 {
		return Decimal{scale: uint8(min(max(-scale, 0), MaxScale)), neg: neg}, nil
	}
	if scale > MaxScale+1 {
		return Decimal{}, decimalOverflow()
	}
	if scale < -MaxScale {
		return Decimal{scale: MaxScale, neg: neg}, nil
	}
	// Take digits while they fit; places counts those behind the point.
	var v wide
	used, places := 0, -scale
	for places < MaxScale && (used < len(digits) || places < 0) {
		next := v.mulSmall(10)
		if used < len(digits) {
			next = next.add(wide{uint64(digits[used] - '0')})
		}
		if !next.fits96() {
			break
		}
		v, places = next, places+1
		used++
	}
	if used < len(digits) {
		rest := strings.TrimRight(string(digits[used+1:]), "0")
		if ToEven.up(uint64(digits[used]-'0'), rest != "", v[0]&1 == 1, neg) {
			v = v.add(wide{1})
		}
	}
	if places < 0 {
		return Decimal{}, decimalOverflow()
	}
	return v.fit(places, neg)
}

// ParseBig reads a BigInteger. It fails with [fault.Format].
func ParseBig(s string, styles Styles, nf *culture.NumberFormat) (*big.Int, error) {
	if err := styles.check(); err != nil {
		return nil, err
	}
	bad := fault.New(fault.Format, "The value could not be parsed.")
	if styles&bases != 0 {
		v, ok := parseBigBase(s, styles)
		if !ok {
			return nil, bad
		}
		return v, nil
	}
	sc, ok := scanNumber(s, styles, nf)
	digits := strings.TrimRight(string(sc.digits), "0")
	if !ok || len(digits) > max(sc.scale, 0) || sc.scale > maxOutput {
		return nil, bad
	}
	v := new(big.Int)
	if digits != "" {
		v.SetString(digits, 10)
		v.Mul(v, bigPower(sc.scale-len(digits)))
	}
	if sc.neg {
		v.Neg(v)
	}
	return v, nil
}

// parseBigBase reads digits whose first bit is the sign.
func parseBigBase(s string, styles Styles) (*big.Int, bool) {
	base, perDigit := 16, 4
	if styles&AllowBinarySpecifier != 0 {
		base, perDigit = 2, 1
	}
	digits, ok := baseDigits(s, styles)
	if !ok || !isBase(digits, base) {
		return nil, false
	}
	v, ok := new(big.Int).SetString(digits, base)
	if bits := len(digits) * perDigit; ok && v.Bit(bits-1) == 1 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	}
	return v, ok
}
