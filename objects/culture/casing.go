package culture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// ToUpper maps each character to upper case by the rules of no language
// (String.ToUpperInvariant): one character stays one, and the letters i with
// and without a dot keep apart.
func ToUpper(s string) string { return mapRunes(s, upperInvariant, 'a', 'z') }

// ToLower maps each character to lower case; see [ToUpper].
func ToLower(s string) string { return mapRunes(s, lowerInvariant, 'A', 'Z') }

// ToUpper maps each character to upper case as the language does; only Turkish
// and Azeri differ from others, in the letter i.
func (c *Culture) ToUpper(s string) string {
	switch {
	case c.Name == "":
		return ToUpper(s)
	case c.turkic():
		return mapRunes(s, upperTurkic, 'a', 'z')
	default:
		return mapRunes(s, unicode.ToUpper, 'a', 'z')
	}
}

// ToLower maps each character to lower case; see [Culture.ToUpper].
func (c *Culture) ToLower(s string) string {
	switch {
	case c.Name == "":
		return ToLower(s)
	case c.turkic():
		return mapRunes(s, lowerTurkic, 'A', 'Z')
	default:
		return mapRunes(s, unicode.ToLower, 'A', 'Z')
	}
}

// UpperRune is [ToUpper] for a single character.
func UpperRune(r rune) rune { return upperInvariant(r) }

// LowerRune is [ToLower] for a single character.
func LowerRune(r rune) rune { return lowerInvariant(r) }

func (c *Culture) turkic() bool {
	language := c.ISO2()
	return language == "tr" || language == "az"
}

const (
	dottedI  = 'İ'
	dotlessI = 'ı'
)

func upperInvariant(r rune) rune {
	if r < utf8.RuneSelf {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	if r == dotlessI {
		return r
	}
	return unicode.ToUpper(r)
}

func lowerInvariant(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if r == dottedI {
		return r
	}
	return unicode.ToLower(r)
}

func upperTurkic(r rune) rune {
	if r == 'i' {
		return dottedI
	}
	return unicode.ToUpper(r)
}

func lowerTurkic(r rune) rune {
	if r == 'I' {
		return dotlessI
	}
	return unicode.ToLower(r)
}

// mapRunes maps the characters of s. Text that has none of the bytes from low
// to high, nor any beyond ASCII, is returned as it is.
func mapRunes(s string, f func(rune) rune, low, high byte) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < low || s[i] > high) {
		i++
	}
	if i == len(s) {
		return s
	}
	buf := append(make([]byte, 0, len(s)+4), s[:i]...)
	for i < len(s) {
		r, size := utf16.DecodeRune(s[i:])
		if r == utf8.RuneError && size == 1 {
			buf = append(buf, s[i])
		} else {
			buf = utf16.AppendRune(buf, f(r))
		}
		i += size
	}
	return string(buf)
}

// EqualOrdinalIgnoreCase compares character by character, in upper case
// (StringComparison.OrdinalIgnoreCase).
func EqualOrdinalIgnoreCase(a, b string) bool {
	return a == b || CompareOrdinalIgnoreCase(a, b) == 0
}

// CompareOrdinalIgnoreCase orders by the code units of the upper case of each
// character.
func CompareOrdinalIgnoreCase(a, b string) int {
	for a != "" && b != "" {
		x, n := utf16.DecodeRune(a)
		y, m := utf16.DecodeRune(b)
		if x != y {
			if x, y = upperInvariant(x), upperInvariant(y); x != y {
				return compareUnits(x, y)
			}
		}
		a, b = a[n:], b[m:]
	}
	return sign(len(a) - len(b))
}

// compareUnits orders two characters by their UTF-16 code units.
func compareUnits(x, y rune) int {
	if (x > 0xFFFF) != (y > 0xFFFF) && min(x, y) >= 0xE000 {
		return sign(int(y) - int(x)) // pairs sort before the end of the basic plane
	}
	return sign(int(x) - int(y))
}

func compareOrdinal(a, b string) int { return utf16.Compare(a, b) }

// ToTitleCase capitalises the words of s, but for those in capitals
// (TextInfo.ToTitleCase).
func (c *Culture) ToTitleCase(s string) string {
	var b strings.Builder
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsLetter(r) {
			b.WriteString(s[:size])
			s = s[size:]
			continue
		}
		word := s[:size+wordLength(s[size:])]
		s = s[len(word):]
		c.titleWord(&b, word, size)
	}
	return b.String()
}

// titleWord capitalises a word. The part behind an apostrophe is in lower case.
func (c *Culture) titleWord(b *strings.Builder, word string, first int) {
	r, _ := utf8.DecodeRuneInString(word)
	b.WriteRune(c.titleRune(r))
	lower := unicode.IsLower(r)
	for part := range strings.SplitAfterSeq(word[first:], "'") {
		if lower = lower || strings.ContainsFunc(part, unicode.IsLower); lower {
			part = c.ToLower(part)
		}
		b.WriteString(part)
		lower = true
	}
}

func (c *Culture) titleRune(r rune) rune {
	if r == 'i' && c.turkic() {
		return dottedI
	}
	return unicode.ToTitle(r)
}

// wordLength returns how much of s belongs to the word it continues: letters,
// marks, digits and apostrophes.
func wordLength(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '\'' && !unicode.In(r, unicode.L, unicode.M, unicode.N)
	})
	if end < 0 {
		return len(s)
	}
	return end
}
