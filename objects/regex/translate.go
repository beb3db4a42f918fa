package regex

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects/utf16"
)

// translate checks a pattern and writes it for the engine, which works on
// UTF-16 units as .NET does, and on other rules of letter case.
func translate(pattern string, options Options) (string, error) {
	if isPlain(pattern) {
		return pattern, nil
	}
	c := newChecker(pattern, options)
	if err := c.check(); err != nil {
		return "", err
	}
	if len(c.edits) == 0 && utf16.IsASCII(pattern) {
		return pattern, nil
	}
	return c.rewrite(), nil
}

// isPlain reports whether a pattern has nothing but letters, digits and a few
// signs without a meaning, and so cannot be wrong.
func isPlain(pattern string) bool {
	for i := range len(pattern) {
		switch c := pattern[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == ' ', c == '_', c == '-', c == '.', c == '@', c == ':', c == '=', c == '/', c == ',', c == ';', c == '\'', c == '"':
		default:
			return false
		}
	}
	return true
}

// rewrite carries out the edits, and writes characters outside the basic plane
// as their two units.
func (c *checker) rewrite() string {
	var out strings.Builder
	at := 0
	for _, e := range c.edits {
		c.copyUnits(&out, at, e.start)
		out.WriteString(e.text)
		at = e.end
	}
	c.copyUnits(&out, at, len(c.text))
	return out.String()
}

func (c *checker) copyUnits(out *strings.Builder, start, end int) {
	for i := start; i < end; i++ {
		switch r := rune(c.text[i]); {
		case r >= 0xD800 && r <= 0xDFFF:
			writeUnit(out, c.text[i], i > 0 && c.text[i-1] == '\\' && c.escapes(i-1))
		case r == dottedI && c.options&IgnoreCase != 0:
			out.WriteByte('i')
		default:
			out.WriteRune(r)
		}
	}
}

// escapes reports whether the backslash at i is not itself escaped.
func (c *checker) escapes(i int) bool {
	n := 0
	for ; i >= 0 && c.text[i] == '\\'; i-- {
		n++
	}
	return n%2 == 1
}

// writeUnit writes a surrogate as \uXXXX; behind a backslash that is there
// already, only the rest of it.
func writeUnit(out *strings.Builder, u uint16, escaped bool) {
	const hex = "0123456789ABCDEF"
	if !escaped {
		out.WriteByte('\\')
	}
	out.WriteByte('u')
	for shift := 12; shift >= 0; shift -= 4 {
		out.WriteByte(hex[u>>shift&15])
	}
}

// dottedI is the capital I with a dot, a case of i to .NET and of nothing to
// the engine.
const dottedI = 'İ'

// caseSet returns a pattern that matches the cases of a letter by .NET's rule,
// the characters with the same lower case; it is empty where the engine's own
// rule says the same.
func caseSet(r rune) string {
	set, others := string(r), false
	for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
		if unicode.ToLower(c) == unicode.ToLower(r) {
			set += string(c)
		} else {
			others = true
		}
	}
	if !others {
		return ""
	}
	return "(?-i:[" + set + "])"
}
