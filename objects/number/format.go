// Package number is .NET's arithmetic and text of numbers: Decimal, the
// standard and custom numeric format strings, and the parser with its styles.
package number

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/fault"
)

// spec is a format string read: a standard format has a letter, and a
// precision or -1; a custom one has the letter 0.
type spec struct {
	letter    byte
	precision int
}

const (
	maxPrecision = 999_999_999

	// maxOutput bounds what a precision may make of a number.
	maxOutput = 1 << 26
)

// parseSpec reads a letter with up to nine digits as a standard format and
// everything else as a custom one.
func parseSpec(format string) (spec, error) {
	if format == "" {
		return spec{'G', -1}, nil
	}
	if !isLetter(format[0]) {
		return spec{}, nil
	}
	digits := strings.TrimRight(format[1:], "\x00")
	if digits == "" {
		return spec{format[0], -1}, nil
	}
	n := 0
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return spec{}, nil
		}
		if n = n*10 + int(digits[i]-'0'); n > maxPrecision {
			return spec{}, badSpecifier()
		}
	}
	if n > maxOutput {
		return spec{}, fault.New("System.OutOfMemoryException", "Array dimensions exceeded supported range.")
	}
	return spec{format[0], n}, nil
}

func (s spec) upper() byte { return s.letter &^ 0x20 }

// exponent returns E in the case of the format's letter.
func (s spec) exponent() byte { return 'E' | s.letter&0x20 }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func badSpecifier() error { return fault.New(fault.Format, "Format specifier was invalid.") }

// FormatInt writes a signed integer of 8, 16, 32 or 64 bits under a standard
// or custom format string. An unknown format fails with [fault.Format].
func FormatInt(v int64, size int, format string, nf *culture.NumberFormat) (string, error) {
	if format == "" && v >= 0 {
		return strconv.FormatInt(v, 10), nil
	}
	s, err := parseSpec(format)
	if err != nil {
		return "", err
	}
	switch s.upper() {
	case 'X', 'B':
		return formatBits(uint64(v)&(1<<size-1), s), nil
	}
	magnitude := uint64(v)
	if v < 0 {
		magnitude = -magnitude
	}
	return formatWhole(magnitude, v < 0, s, format, nf)
}

// FormatUint is [FormatInt] for the unsigned types.
func FormatUint(v uint64, format string, nf *culture.NumberFormat) (string, error) {
	if format == "" {
		return strconv.FormatUint(v, 10), nil
	}
	s, err := parseSpec(format)
	if err != nil {
		return "", err
	}
	switch s.upper() {
	case 'X', 'B':
		return formatBits(v, s), nil
	}
	return formatWhole(v, false, s, format, nf)
}

func formatWhole(v uint64, neg bool, s spec, format string, nf *culture.NumberFormat) (string, error) {
	if u := s.upper(); u == 'D' || u == 'G' && s.precision < 1 {
		var room [24]byte
		return string(appendWhole(room[:0], v, neg, s.precision, nf)), nil
	}
	var room [40]byte
	b := uintBuffer(room[:0], v, neg)
	return b.format(s, format, nf)
}

// appendWhole writes the format D.
func appendWhole(dst []byte, v uint64, neg bool, width int, nf *culture.NumberFormat) []byte {
	if neg {
		dst = append(dst, nf.NegativeSign...)
	}
	var room [20]byte
	digits := strconv.AppendUint(room[:0], v, 10)
	dst = appendZeros(dst, width-len(digits))
	return append(dst, digits...)
}

func appendZeros(dst []byte, n int) []byte {
	for ; n > 0; n-- {
		dst = append(dst, '0')
	}
	return dst
}

// formatBits writes the formats X and B.
func formatBits(v uint64, s spec) string {
	base := 16
	if s.upper() == 'B' {
		base = 2
	}
	text := strconv.FormatUint(v, base)
	if s.letter == 'X' {
		text = strings.ToUpper(text)
	}
	if pad := s.precision - len(text); pad > 0 {
		return strings.Repeat("0", pad) + text
	}
	return text
}

// FormatDecimal writes a Decimal under a format string; see [FormatInt].
func FormatDecimal(d Decimal, format string, nf *culture.NumberFormat) (string, error) {
	s, err := parseSpec(format)
	if err != nil {
		return "", err
	}
	var room [40]byte
	b := decimalBuffer(room[:0], d)
	return b.format(s, format, nf)
}

// FormatDouble writes a double under a format string; see [FormatInt]. The
// digits of standard formats are the exact value rounded to even, those of
// custom formats come from 15 significant digits, as in .NET.
func FormatDouble(v float64, format string, nf *culture.NumberFormat) (string, error) {
	return formatFloat(v, 64, format, nf)
}

// FormatSingle is [FormatDouble] for the type Single (7 digits in custom
// formats).
func FormatSingle(v float32, format string, nf *culture.NumberFormat) (string, error) {
	return formatFloat(float64(v), 32, format, nf)
}

func formatFloat(v float64, size int, format string, nf *culture.NumberFormat) (string, error) {
	s, err := parseSpec(format)
	if err != nil {
		return "", err
	}
	switch {
	case math.IsNaN(v):
		return nf.NaN, nil
	case math.IsInf(v, 1):
		return nf.PositiveInfinity, nil
	case math.IsInf(v, -1):
		return nf.NegativeInfinity, nil
	}
	if s.upper() == 'R' {
		s = spec{s.letter - 'R' + 'G', -1}
	}
	var room [40]byte
	n, significant := floatDigits(s, size, nf)
	b := floatBuffer(room[:0], v, size, n, significant)
	if s.upper() == 'G' && s.precision < 1 {
		s.precision = max(b.count(), roundTripDigits(size))
	}
	return b.format(s, format, nf)
}

func roundTripDigits(size int) int {
	if size == 32 {
		return singleRoundTrip
	}
	return doubleRoundTrip
}

// floatDigits says how many digits a format needs.
func floatDigits(s spec, size int, nf *culture.NumberFormat) (n int, significant bool) {
	switch s.upper() {
	case 0:
		if size == 32 {
			return singleDigits, true
		}
		return doubleDigits, true
	case 'C':
		return orDefault(s.precision, nf.CurrencyDecimalDigits), false
	case 'E':
		return orDefault(s.precision, 6) + 1, true
	case 'P':
		return orDefault(s.precision, nf.PercentDecimalDigits) + 2, false
	case 'G':
		if s.precision < 1 {
			return -1, true
		}
		return s.precision, true
	default:
		return orDefault(s.precision, nf.DecimalDigits), false
	}
}

func orDefault(precision, otherwise int) int {
	if precision < 0 {
		return otherwise
	}
	return precision
}

// FormatBig writes a BigInteger under a format string; see [FormatInt]. G and R
// are D to it.
func FormatBig(v *big.Int, format string, nf *culture.NumberFormat) (string, error) {
	s, err := parseSpec(format)
	if err != nil {
		return "", err
	}
	switch s.upper() {
	case 'X':
		return bigHex(v, s), nil
	case 'B':
		return bigBits(v, s), nil
	}
	var room [40]byte
	b := bigBuffer(room[:0], v)
	switch s.upper() {
	case 'D', 'G', 'R':
		var dst []byte
		if b.neg {
			dst = append(dst, nf.NegativeSign...)
		}
		return string(append(appendZeros(dst, max(s.precision, 1)-b.count()), b.digits()...)), nil
	}
	return b.format(s, format, nf)
}

// bigHex writes the two's complement in the fewest bytes that keep the sign;
// the first byte is one digit where that says the same.
func bigHex(v *big.Int, s spec) string {
	bytes := twosComplement(v)
	text := make([]byte, 0, 2*len(bytes))
	for i, c := range bytes {
		if i > 0 || c >= 0x08 && c <= 0xF7 {
			text = append(text, hexDigit(c>>4))
		}
		text = append(text, hexDigit(c&15))
	}
	fill := "0"
	if v.Sign() < 0 {
		fill = "F"
	}
	out := strings.Repeat(fill, max(0, s.precision-len(text))) + string(text)
	if s.letter == 'x' {
		return strings.ToLower(out)
	}
	return out
}

// bigBits writes the two's complement in the fewest bits that keep the sign.
func bigBits(v *big.Int, s spec) string {
	text := strings.TrimLeft(bitString(twosComplement(v)), signDigit(v))
	if v.Sign() != 0 {
		text = signDigit(v) + text
	}
	if text == "" {
		text = "0"
	}
	return strings.Repeat(signDigit(v), max(0, s.precision-len(text))) + text
}

func signDigit(v *big.Int) string {
	if v.Sign() < 0 {
		return "1"
	}
	return "0"
}

func bitString(bytes []byte) string {
	var text []byte
	for _, c := range bytes {
		for bit := 7; bit >= 0; bit-- {
			text = append(text, '0'+c>>bit&1)
		}
	}
	return string(text)
}

func hexDigit(c byte) byte {
	if c < 10 {
		return '0' + c
	}
	return 'A' + c - 10
}

// twosComplement returns the bytes of v, highest first, the sign being the
// top bit.
func twosComplement(v *big.Int) []byte {
	if v.Sign() >= 0 {
		bytes := v.Bytes()
		if v.BitLen()%8 == 0 {
			bytes = append([]byte{0}, bytes...)
		}
		return bytes
	}
	n := new(big.Int).Not(v).BitLen()/8 + 1
	wrapped := new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), uint(8*n)))
	return wrapped.FillBytes(make([]byte, n))
}
