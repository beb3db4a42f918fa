package culture

import "unicode/utf8"

// CompareOptions says what a comparison passes over (CompareOptions of .NET).
type CompareOptions uint32

// The members of CompareOptions.
const (
	IgnoreCase        CompareOptions = 1
	IgnoreNonSpace    CompareOptions = 2
	IgnoreSymbols     CompareOptions = 4
	IgnoreKanaType    CompareOptions = 8
	IgnoreWidth       CompareOptions = 16
	OrdinalIgnoreCase CompareOptions = 0x10000000
	StringSort        CompareOptions = 0x20000000
	Ordinal           CompareOptions = 0x40000000
)

// Compare orders two strings as dictionaries do, by the rules that belong to no
// language: letters before case, lower case before upper, punctuation before
// digits before letters. It returns -1, 0 or 1. This is the comparison of the
// operators -eq, -lt and their kin; 0 does not mean that the bytes are the same.
func Compare(a, b string, ignoreCase bool) int {
	if order, ok := compareASCII(a, b, ignoreCase); ok {
		return order
	}
	options := CompareOptions(0)
	if ignoreCase {
		options = IgnoreCase
	}
	return compareElements(a, b, rootTailoring, options)
}

// Equal reports whether [Compare] finds no difference.
func Equal(a, b string, ignoreCase bool) bool {
	if a == b {
		return true
	}
	if len(a) == len(b) && ignoreCase && foldsToSame(a, b) {
		return true
	}
	return Compare(a, b, ignoreCase) == 0
}

// foldsToSame reports whether two strings of the same length are the same ASCII
// letters in whatever case. That they are not says nothing.
func foldsToSame(a, b string) bool {
	for i := range len(a) {
		x, y := a[i], b[i]
		if x == y {
			continue
		}
		if x |= 0x20; x != y|0x20 || x < 'a' || x > 'z' {
			return false
		}
	}
	return true
}

// Compare orders two strings by the rules of the culture
// (CompareInfo.Compare).
func (c *Culture) Compare(a, b string, options CompareOptions) int {
	switch {
	case options&Ordinal != 0:
		return compareOrdinal(a, b)
	case options&OrdinalIgnoreCase != 0:
		return CompareOrdinalIgnoreCase(a, b)
	}
	t := c.tailoring()
	if options&^(IgnoreCase|StringSort) == 0 && !t.changesASCII {
		if order, ok := compareASCII(a, b, options&IgnoreCase != 0); ok {
			return order
		}
	}
	return compareElements(a, b, t, options)
}

// compareASCII compares two strings without looking at the tables; ok is false
// when one of them has a character beyond ASCII before the comparison is
// decided. Control characters do not count. Combining characters further on
// change nothing once two letters differ.
func compareASCII(a, b string, ignoreCase bool) (order int, ok bool) {
	i, j, third := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x|y >= utf8.RuneSelf {
			return 0, false
		}
		if x == y {
			i++
			j++
			continue
		}
		switch p, q := asciiRank[x], asciiRank[y]; {
		case p == q: // the same letter in two cases, or two characters that do not count
			if third == 0 && p != 0 && !ignoreCase {
				third = sign(int(y) - int(x))
			}
			i++
			j++
		case p == 0:
			i++
		case q == 0:
			j++
		default:
			return sign(int(p) - int(q)), true
		}
	}
	return endOfASCII(a[i:], b[j:], third)
}

// endOfASCII decides when one string has ended: the other one must have
// nothing left that counts.
func endOfASCII(a, b string, third int) (order int, ok bool) {
	rest, longer := a, 1
	if rest == "" {
		rest, longer = b, -1
	}
	for i := range len(rest) {
		if rest[i] >= utf8.RuneSelf {
			return 0, false
		}
		if asciiRank[rest[i]] != 0 {
			return longer, true
		}
	}
	return third, true
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	default:
		return 0
	}
}

// asciiRank is the place of each ASCII character in the root collation; the
// characters without one are passed over.
var asciiRank = [utf8.RuneSelf]uint8{
	'\t': 1, '\n': 2, '\v': 3, '\f': 4, '\r': 5, ' ': 6, '_': 7, '-': 8, ',': 9, ';': 10, ':': 11, '!': 12, '?': 13,
	'.': 14, '\'': 15, '"': 16, '(': 17, ')': 18, '[': 19, ']': 20, '{': 21, '}': 22, '@': 23, '*': 24, '/': 25,
	'\\': 26, '&': 27, '#': 28, '%': 29, '`': 30, '^': 31, '+': 32, '<': 33, '=': 34, '>': 35, '|': 36, '~': 37,
	'$': 38, '0': 39, '1': 40, '2': 41, '3': 42, '4': 43, '5': 44, '6': 45, '7': 46, '8': 47, '9': 48, 'A': 49,
	'a': 49, 'B': 50, 'b': 50, 'C': 51, 'c': 51, 'D': 52, 'd': 52, 'E': 53, 'e': 53, 'F': 54, 'f': 54, 'G': 55,
	'g': 55, 'H': 56, 'h': 56, 'I': 57, 'i': 57, 'J': 58, 'j': 58, 'K': 59, 'k': 59, 'L': 60, 'l': 60, 'M': 61,
	'm': 61, 'N': 62, 'n': 62, 'O': 63, 'o': 63, 'P': 64, 'p': 64, 'Q': 65, 'q': 65, 'R': 66, 'r': 66, 'S': 67,
	's': 67, 'T': 68, 't': 68, 'U': 69, 'u': 69, 'V': 70, 'v': 70, 'W': 71, 'w': 71, 'X': 72, 'x': 72, 'Y': 73,
	'y': 73, 'Z': 74, 'z': 74,
}
