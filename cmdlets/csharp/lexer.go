package csharp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind uint8

const (
	endOfText kind = iota
	name           // an identifier or keyword
	number
	text        // a string; the token's text is its value
	interpolate // $"…"; the token's text is what stands between the quotes
	character   // the token's text is the character
	symbol
)

// token is one word of the source.
type token struct {
	kind kind
	text string
	line int
}

// is reports whether the token is a symbol or word.
func (t token) is(word string) bool { return (t.kind == symbol || t.kind == name) && t.text == word }

// lexer cuts C# into tokens.
type lexer struct {
	source string
	at     int
	line   int
	err    *Error
}

// symbols are those of more than one character, the longest first.
var symbols = [...]string{"<<=", ">>=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", "??", "?.", "::"}

// tokens are all tokens of the source; the last is endOfText.
func (l *lexer) tokens() ([]token, *Error) {
	l.line = 1
	var list []token
	for l.err == nil {
		l.skip()
		t := l.next()
		list = append(list, t)
		if t.kind == endOfText {
			break
		}
	}
	return list, l.err
}

func (l *lexer) rest() string { return l.source[l.at:] }

// take moves on by n bytes and counts lines.
func (l *lexer) take(n int) string {
	s := l.source[l.at : l.at+n]
	l.line += strings.Count(s, "\n")
	l.at += n
	return s
}

// skip passes over blanks, comments and directives (#region).
func (l *lexer) skip() {
	for l.at < len(l.source) {
		rest := l.rest()
		switch {
		case rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r' || rest[0] == '\n':
			l.take(1)
		case strings.HasPrefix(rest, "\ufeff"):
			l.take(len("\ufeff"))
		case strings.HasPrefix(rest, "//"), rest[0] == '#':
			l.take(until(rest, "\n"))
		case strings.HasPrefix(rest, "/*"):
			l.take(min(until(rest, "*/")+2, len(rest)))
		default:
			return
		}
	}
}

// until is where a text begins, or the length of all.
func until(s, what string) int {
	if i := strings.Index(s, what); i >= 0 {
		return i
	}
	return len(s)
}

func (l *lexer) next() token {
	line, rest := l.line, l.rest()
	made := func(k kind, text string) token { return token{k, text, line} }
	if rest == "" {
		return made(endOfText, "")
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case strings.HasPrefix(rest, `@"`):
		return made(text, l.verbatim())
	case strings.HasPrefix(rest, `$"`):
		l.take(1)
		return made(interpolate, l.raw())
	case r == '"':
		return made(text, l.unescape(l.raw()))
	case r == '\'':
		return made(character, l.char())
	case r == '@' && len(rest) > 1:
		l.take(1)
		return l.next()
	case unicode.IsDigit(r):
		return made(number, l.take(spanOf(rest, func(r rune) bool { return r == '.' || r == '_' || unicode.IsDigit(r) || unicode.IsLetter(r) })))
	case r == '_' || unicode.IsLetter(r):
		return made(name, l.take(spanOf(rest, func(r rune) bool { return r == '_' || unicode.IsDigit(r) || unicode.IsLetter(r) })))
	}
	for _, s := range symbols {
		if strings.HasPrefix(rest, s) {
			return made(symbol, l.take(len(s)))
		}
	}
	return made(symbol, l.take(size))
}

// spanOf is how many bytes belong to a word: a point only before a digit, so
// that 1.ToString is two words.
func spanOf(s string, belongs func(rune) bool) int {
	for i, r := range s {
		if !belongs(r) || r == '.' && (i+1 >= len(s) || !unicode.IsDigit(rune(s[i+1]))) {
			return i
		}
	}
	return len(s)
}

// raw is what stands between double quotes, escapes as they are.
func (l *lexer) raw() string {
	rest := l.rest()
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			return l.take(i + 1)[1:i]
		case '\n':
			i = len(rest)
		}
	}
	l.fail("Newline in constant")
	return ""
}

// verbatim is the value of @"…", in which "" is a quote.
func (l *lexer) verbatim() string {
	rest := l.rest()
	for i := 2; i < len(rest); i++ {
		if rest[i] != '"' {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == '"' {
			i++
			continue
		}
		return strings.ReplaceAll(l.take(i + 1)[2:i], `""`, `"`)
	}
	l.fail("Unterminated string literal")
	return ""
}

func (l *lexer) char() string {
	rest := l.rest()
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\'':
			return l.unescape(l.take(i + 1)[1:i])
		}
	}
	l.fail("Newline in constant")
	return ""
}

func (l *lexer) fail(message string) {
	if l.err == nil {
		l.err = &Error{l.line, message}
	}
	l.at = len(l.source)
}

// escapes are the simple escape sequences.
const escapes = "n\nr\rt\t0\x00a\ab\bf\fv\v\\\\\"\"''"

// unescape is the value of a string with escape sequences.
func (l *lexer) unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if at := strings.IndexByte(escapes, s[i]); at >= 0 && at%2 == 0 {
			b.WriteByte(escapes[at+1])
			continue
		}
		digits := 0
		code := rune(0)
		for digits < 4 && i+1 < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[i+1]) >= 0 {
			code = code<<4 | hex(s[i+1])
			i, digits = i+1, digits+1
		}
		if digits == 0 {
			l.fail("Unrecognized escape sequence")
			return ""
		}
		b.WriteRune(code)
	}
	return b.String()
}

func hex(c byte) rune {
	switch {
	case c <= '9':
		return rune(c - '0')
	case c >= 'a':
		return rune(c - 'a' + 10)
	}
	return rune(c - 'A' + 10)
}
