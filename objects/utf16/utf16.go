// Package utf16 gives Go strings the arithmetic of .NET's: lengths, positions
// and slices counted in UTF-16 code units.
//
// A string of csshell is UTF-8. What UTF-8 cannot say, an unpaired surrogate,
// is kept as the three bytes that the plain UTF-8 scheme gives for its code
// point (WTF-8), so cutting a string between the two halves of a pair loses
// nothing and [Concat] puts the pair together again.
package utf16

import (
	"strings"
	"unicode/utf8"
)

const (
	surrogateMin = 0xD800
	lowMin       = 0xDC00
	surrogateMax = 0xDFFF
	supplement   = 0x10000

	surrogateLead = 0xED // first byte of every WTF-8 surrogate
	surrogateSize = 3
)

// IsASCII reports whether every byte of s is below 0x80, in which case bytes,
// runes and UTF-16 units are the same thing.
func IsASCII(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7])&0x80 != 0 {
			return false
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Len counts the UTF-16 code units of s, as .NET's String.Length does.
func Len(s string) int {
	if IsASCII(s) {
		return len(s)
	}
	// Each unit is announced by one byte that is no continuation byte, and a
	// four-byte sequence stands for two units.
	n := len(s)
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b&0xC0 == 0x80:
			n--
		case b >= 0xF0:
			n++
		}
	}
	return n
}

// DecodeRune returns the first code point of s and its width in bytes. Unlike
// utf8.DecodeRuneInString it knows surrogates. It returns (utf8.RuneError, 1)
// for a broken sequence and (utf8.RuneError, 0) for an empty string.
func DecodeRune(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if startsWithSurrogate(s) {
		return surrogateMin | rune(s[1]&0x1F)<<6 | rune(s[2]&0x3F), surrogateSize
	}
	return utf8.DecodeRuneInString(s)
}

// DecodeLastRune is [DecodeRune] for the end of s.
func DecodeLastRune(s string) (rune, int) {
	if n := len(s) - surrogateSize; n >= 0 && startsWithSurrogate(s[n:]) {
		return DecodeRune(s[n:])
	}
	return utf8.DecodeLastRuneInString(s)
}

func startsWithSurrogate(s string) bool {
	return len(s) >= surrogateSize && s[0] == surrogateLead && s[1] >= 0xA0 && s[1] <= 0xBF && s[2]&0xC0 == 0x80
}

// AppendRune appends the UTF-8 (for a surrogate: WTF-8) form of r to dst.
func AppendRune(dst []byte, r rune) []byte {
	if r >= surrogateMin && r <= surrogateMax {
		return append(dst, surrogateLead, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(dst, r)
}

// Encode returns the UTF-16 code units of s.
func Encode(s string) []uint16 {
	units := make([]uint16, 0, len(s))
	for len(s) > 0 {
		r, size := DecodeRune(s)
		s = s[size:]
		if r >= supplement {
			high, low := split(r)
			units = append(units, high, low)
			continue
		}
		units = append(units, uint16(r))
	}
	return units
}

// Decode makes a string of UTF-16 code units, keeping unpaired surrogates.
func Decode(units []uint16) string {
	buf := make([]byte, 0, len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if isHigh(r) && i+1 < len(units) && isLow(rune(units[i+1])) {
			i++
			r = combine(r, rune(units[i]))
		}
		buf = AppendRune(buf, r)
	}
	return string(buf)
}

// FromUnit returns the string of a single code unit (a .NET Char).
func FromUnit(unit uint16) string {
	if unit < utf8.RuneSelf {
		return asciiStrings[unit : unit+1]
	}
	return string(AppendRune(nil, rune(unit)))
}

const asciiStrings = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f"

// Concat joins two strings. Where the first ends with a high surrogate and the
// second begins with a low one, they become the pair they are in UTF-16.
func Concat(a, b string) string {
	n := len(a) - surrogateSize
	if n >= 0 && a[n] == surrogateLead && startsWithSurrogate(a[n:]) && startsWithSurrogate(b) {
		high, _ := DecodeRune(a[n:])
		low, _ := DecodeRune(b)
		if isHigh(high) && isLow(low) {
			return a[:n] + string(combine(high, low)) + b[surrogateSize:]
		}
	}
	return a + b
}

// Append appends s to dst as [Concat] joins strings.
func Append(dst []byte, s string) []byte {
	n := len(dst) - surrogateSize
	if n >= 0 && dst[n] == surrogateLead && startsWithSurrogate(s) {
		if tail := string(dst[n:]); startsWithSurrogate(tail) {
			return append(dst[:n], Concat(tail, s)...)
		}
	}
	return append(dst, s...)
}

// Compare orders two strings by their UTF-16 code units, as
// String.CompareOrdinal does; it returns -1, 0 or 1.
func Compare(a, b string) int {
	n := min(len(a), len(b))
	for i := 0; i < n; i++ {
		if a[i] != b[i] {
			return compareBytes(a, b, i)
		}
	}
	return strings.Compare(a[n:], b[n:])
}

// compareBytes decides at the first differing byte. UTF-8 and UTF-16 order
// agree except that surrogate pairs sort before U+E000 to U+FFFF.
func compareBytes(a, b string, i int) int {
	x, y := a[i], b[i]
	if x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0) {
		x, y = y, x
	}
	if x < y {
		return -1
	}
	return 1
}

func isHigh(r rune) bool { return r >= surrogateMin && r < lowMin }

func isLow(r rune) bool { return r >= lowMin && r <= surrogateMax }

func combine(high, low rune) rune {
	return (high-surrogateMin)<<10 | (low - lowMin) + supplement
}

func split(r rune) (high, low uint16) {
	r -= supplement
	return uint16(surrogateMin + r>>10), uint16(lowMin + r&0x3FF)
}
