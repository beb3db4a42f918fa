package objects

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/number"
)

// numeral is a number literal taken apart ("about_Numeric_Literals").
type numeral struct {
	negative   bool
	base       int    // 10, 16 or 2
	digits     string // without sign, prefix, suffix and multiplier
	real       bool   // with a point or an exponent
	suffix     string // lower case
	multiplier int64  // 1, 1024, ...
}

// ParseNumeral is the number that text writes in the language: "5", "-1.5e3",
// "0x1F", "0b11", "5l", "1.5d", "2kb". Blanks around it are ignored; ok is
// false where the text is no number or does not fit its suffix's type.
func ParseNumeral(text string) (v Value, ok bool) {
	if i, ok := plainDigits(text); ok {
		if i == int64(int32(i)) {
			return Int32(int32(i)), true
		}
		return Int64(i), true
	}
	n, ok := splitNumeral(strings.TrimSpace(text))
	if !ok {
		return Null, false
	}
	if n.real || n.suffix == "d" {
		return n.realValue()
	}
	i, ok := n.integer()
	if !ok {
		return Null, false
	}
	return n.typed(i)
}

// plainDigits is the number of a text of a sign and up to 18 digits alone.
func plainDigits(s string) (n int64, ok bool) {
	digits := s
	if s != "" && (s[0] == '-' || s[0] == '+') {
		digits = s[1:]
	}
	if digits == "" || len(digits) > 18 {
		return 0, false
	}
	for i := 0; i < len(digits); i++ {
		if !isDigit(digits[i]) {
			return 0, false
		}
		n = n*10 + int64(digits[i]-'0')
	}
	if s[0] == '-' {
		n = -n
	}
	return n, true
}

// splitNumeral takes a literal apart: [+-] (0x hex | 0b bits | digits[.digits]
// [e[+-]digits]) [suffix] [multiplier].
func splitNumeral(s string) (n numeral, ok bool) {
	n.base, n.multiplier = 10, 1
	if s != "" && (s[0] == '-' || s[0] == '+') {
		n.negative, s = s[0] == '-', s[1:]
	}
	var rest string
	switch {
	case hasPrefixFold(s, "0x"):
		n.base = 16
		n.digits, rest = spanOf(s[2:], isHexDigit)
	case hasPrefixFold(s, "0b") && len(s) > 2:
		n.base = 2
		n.digits, rest = spanOf(s[2:], func(c byte) bool { return c == '0' || c == '1' })
		if n.digits == "" {
			return n, false
		}
	default:
		if n.digits, n.real, rest = splitDecimal(s); n.digits == "" {
			return n, false
		}
	}
	return n, n.splitEnd(strings.ToLower(rest))
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func spanOf(s string, in func(byte) bool) (span, rest string) {
	i := 0
	for i < len(s) && in(s[i]) {
		i++
	}
	return s[:i], s[i:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHexDigit(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// splitDecimal takes digits[.digits][e[+-]digits] from the front of s.
func splitDecimal(s string) (digits string, real bool, rest string) {
	whole, rest := spanOf(s, isDigit)
	end := len(whole)
	fraction := ""
	if strings.HasPrefix(rest, ".") {
		fraction, _ = spanOf(rest[1:], isDigit)
		end += 1 + len(fraction)
		real = true
	}
	if whole == "" && fraction == "" {
		return "", false, s
	}
	if e := exponentLength(s[end:]); e > 0 {
		end += e
		real = true
	}
	return s[:end], real, s[end:]
}

// exponentLength is the length of an exponent at the front of s, or 0.
func exponentLength(s string) int {
	if s == "" || s[0]|0x20 != 'e' {
		return 0
	}
	i := 1
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	digits, _ := spanOf(s[i:], isDigit)
	if digits == "" {
		return 0
	}
	return i + len(digits)
}

// splitEnd reads the suffix and the multiplier behind the digits.
func (n *numeral) splitEnd(s string) bool {
	for _, suffix := range [...]string{"ul", "us", "uy", "u", "l", "s", "y", "d", "n"} {
		if strings.HasPrefix(s, suffix) {
			n.suffix, s = suffix, s[len(suffix):]
			break
		}
	}
	for i, m := range [...]string{"kb", "mb", "gb", "tb", "pb"} {
		if s == m {
			n.multiplier, s = 1<<(10*(i+1)), ""
		}
	}
	return s == "" && !(n.base != 10 && n.suffix == "d")
}

// integer is the number of a literal without point and exponent.
func (n *numeral) integer() (*big.Int, bool) {
	i := new(big.Int)
	if n.digits != "" {
		if len(n.digits) > maxDigits {
			return nil, false
		}
		i.SetString(n.digits, n.base)
	}
	if n.base != 10 {
		n.signed(i)
	}
	if n.negative {
		i.Neg(i)
	}
	return i.Mul(i, big.NewInt(n.multiplier)), true
}

// maxDigits bounds the work that one literal can ask for.
const maxDigits = 100_000

// signed reads hexadecimal and binary digits as two's complement where they
// fill a type that has a sign.
func (n *numeral) signed(i *big.Int) {
	width := len(n.digits)
	if n.base == 16 {
		width *= 4
	}
	if n.fills() && i.Bit(width-1) == 1 {
		i.Sub(i, new(big.Int).Lsh(big.NewInt(1), uint(width)))
	}
}

// fills reports whether the digits are as many as those of a type with a sign:
// in binary of any such type, else of the one that the suffix names.
func (n *numeral) fills() bool {
	count := len(n.digits)
	switch {
	case n.digits == "" || strings.HasPrefix(n.suffix, "u"):
		return false
	case n.base == 2:
		return count == 8 || count == 16 || count == 32 || count == 64 || count == 96 || count >= 128 && count%8 == 0
	case n.suffix == "y":
		return count == 2
	case n.suffix == "s":
		return count == 4
	case n.suffix == "l" || count > 8:
		return count == 16
	}
	return count == 8
}

// typed is i in the type of the suffix, or in the first of Int32, Int64,
// Decimal and Double that holds it.
func (n *numeral) typed(i *big.Int) (Value, bool) {
	switch n.suffix {
	case "n":
		return BigInt(i), true
	case "u":
		if v, ok := bigToWord(i, UInt32Type); ok {
			return v, true
		}
		return bigToWord(i, UInt64Type)
	case "":
		return n.smallest(i)
	}
	return bigToWord(i, suffixType(n.suffix))
}

func suffixType(suffix string) *Type {
	switch suffix {
	case "y":
		return SByteType
	case "uy":
		return ByteType
	case "s":
		return Int16Type
	case "us":
		return UInt16Type
	case "l":
		return Int64Type
	case "ul":
		return UInt64Type
	}
	return Int32Type
}

func (n *numeral) smallest(i *big.Int) (Value, bool) {
	if v, ok := bigToWord(i, Int32Type); ok {
		return v, true
	}
	if v, ok := bigToWord(i, Int64Type); ok {
		return v, true
	}
	if n.base != 10 {
		return Null, false
	}
	if d, err := number.DecimalFromBigInt(i); err == nil {
		return DecimalOf(d), true
	}
	f := bigFloat(i)
	return Double(f), !math.IsInf(f, 0)
}

// realValue is a literal with a point, an exponent or the suffix d.
func (n *numeral) realValue() (Value, bool) {
	switch n.suffix {
	case "d":
		return n.decimal()
	case "":
		f, err := strconv.ParseFloat(n.digits, 64)
		if n.negative {
			f = -f
		}
		return Double(f * float64(n.multiplier)), err == nil || math.IsInf(f, 0)
	}
	f, err := strconv.ParseFloat(n.digits, 64)
	if err != nil || math.IsInf(f*float64(n.multiplier), 0) {
		return Null, false
	}
	if n.negative {
		f = -f
	}
	i, _ := big.NewFloat(math.RoundToEven(f * float64(n.multiplier))).Int(nil)
	return n.typed(i)
}

func (n *numeral) decimal() (Value, bool) {
	d, err := number.ParseDecimal(n.digits, number.Float, &culture.Invariant().Number)
	if err != nil {
		return Null, false
	}
	if n.negative {
		d = d.Negate()
	}
	if n.multiplier != 1 {
		product, err := d.Mul(number.DecimalFromInt64(n.multiplier))
		return DecimalOf(product), err == nil
	}
	return DecimalOf(d), true
}

// bigToWord is i as an integer of the type; ok is false where it does not fit.
func bigToWord(i *big.Int, t *Type) (Value, bool) {
	if t == UInt64Type {
		return UInt64(i.Uint64()), i.IsUint64()
	}
	if !i.IsInt64() {
		return Null, false
	}
	n := uint64(i.Int64())
	return Word(t, n), narrowed(t.Kind, n) == n
}
