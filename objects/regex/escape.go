package regex

import (
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// Escape puts a backslash before every character of s that has a meaning in
// patterns, white space included; line breaks and tabs get their letters.
func Escape(s string) string {
	if !strings.ContainsAny(s, "\\*+?|{[()^$.# \t\n\f\r") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := range len(s) {
		switch c := s[i]; c {
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		case '\f':
			b.WriteString(`\f`)
		case '\\', '*', '+', '?', '|', '{', '[', '(', ')', '^', '$', '.', '#', ' ':
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Unescape replaces the escapes in s by the characters they stand for; a
// backslash at the end is dropped. It fails with a [ParseError].
func Unescape(s string) (text string, err error) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, nil
	}
	defer caught(&err)
	c := newChecker(s, 0)
	var units []uint16
	for c.more() {
		ch := c.next()
		if ch == '\\' {
			if !c.more() {
				break
			}
			ch = c.character()
		}
		units = append(units, uint16(ch))
	}
	return utf16.Decode(units), nil
}
