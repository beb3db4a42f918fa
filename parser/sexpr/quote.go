package sexpr

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/parser"
)

// quote gives s in quotation marks, with escapes for what cannot be seen.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r, n = surrogate(s[i:])
		}
		i += n
		writeRune(&b, r)
	}
	b.WriteByte('"')
	return b.String()
}

// surrogate reads a lone surrogate in the three bytes of UTF-8's scheme.
func surrogate(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.RuneError, 1
}

func writeRune(b *strings.Builder, r rune) {
	switch {
	case r == '"' || r == '\\':
		b.WriteByte('\\')
		b.WriteRune(r)
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0x2028 || r == 0x2029 || r == 0xfffe || r == 0xffff || r >= 0xD800 && r < 0xE000:
		fmt.Fprintf(b, `\u%04x`, r)
	default:
		b.WriteRune(r)
	}
}

// number gives a number as .NET prints it for the invariant culture.
func number(n parser.Number) string {
	switch n.Kind {
	case parser.NumberDecimal, parser.NumberBigInteger:
		return n.Digits
	case parser.NumberDouble:
		return double(math.Float64frombits(n.Bits))
	case parser.NumberByte, parser.NumberUInt16, parser.NumberUInt32, parser.NumberUInt64:
		return strconv.FormatUint(n.Bits, 10)
	}
	return strconv.FormatInt(int64(n.Bits), 10)
}

// double gives the shortest digits that give the number back, with an exponent
// for very large and very small ones.
func double(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case math.IsNaN(f):
		return "NaN"
	}
	text := strconv.FormatFloat(f, 'E', -1, 64)
	mantissa, exponent, _ := strings.Cut(text, "E")
	e, _ := strconv.Atoi(exponent)
	if f != 0 && (e >= 17 || e <= -5) {
		return fmt.Sprintf("%sE%+03d", mantissa, e)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
