package parser

import "strings"

// stringBuilder collects the value of a string or an argument while its
// escapes are resolved, and the variables and subexpressions in it.
type stringBuilder struct {
	lexer  *lexer
	text   []byte
	nested []nestedToken
}

// builder gives a builder with the lexer's room for text, which [stringBuilder.value]
// gives back.
func (l *lexer) builder() stringBuilder {
	b := stringBuilder{lexer: l, text: l.scratch[:0]}
	l.scratch = nil
	return b
}

// value gives the text that has been collected. Mostly it stands in the source
// word for word, behind the opening quote or without one.
func (b *stringBuilder) value() string {
	l := b.lexer
	l.scratch = b.text[:0]
	for from := l.start; from <= l.start+1; from++ {
		if end := from + len(b.text); end <= len(l.text) && l.text[from:end] == string(b.text) {
			return l.text[from:end]
		}
	}
	return string(b.text)
}

// escape resolves what follows a backtick that has been read.
func (b *stringBuilder) escape() {
	if b.lexer.peek() == eof {
		b.text = append(b.text, '`')
		return
	}
	b.text = append(b.text, b.lexer.backtick()...)
}

// quoted reads a single-quoted string after its first quote; it reports
// whether the string is whole.
func (b *stringBuilder) quoted() bool {
	l := b.lexer
	_, n := lastRune(l.text[:l.pos])
	start := l.pos - n
	for {
		r := l.read()
		switch {
		case r == eof:
			l.failOpen(start, terminatorExpected, "'")
			return false
		case isSingleQuote(r):
			if !isSingleQuote(l.peek()) {
				return true
			}
			r = l.read()
		}
		b.text = append(b.text, string(r)...)
	}
}

// expandable reads a double-quoted string after its first quote; it reports
// whether the string is whole.
func (b *stringBuilder) expandable() bool {
	l := b.lexer
	_, n := lastRune(l.text[:l.pos])
	start := l.pos - n
	for {
		r := l.read()
		switch {
		case r == eof:
			l.failOpen(start, terminatorExpected, `"`)
			return false
		case isDoubleQuote(r):
			if !isDoubleQuote(l.peek()) {
				return true
			}
			r = l.read()
		case r == '$' && b.dollar(false):
			continue
		case r == '`':
			b.escape()
			continue
		}
		b.text = append(b.text, string(r)...)
	}
}

// dollar reads the variable or subexpression that a dollar sign begins and
// reports whether there is one.
func (b *stringBuilder) dollar(hereString bool) bool {
	l := b.lexer
	at, mode, start, record := l.pos-1, l.mode, l.start, l.record
	defer func() { l.mode, l.start, l.record = mode, start, record }()
	l.mode, l.start, l.record = modeExpression, at, nil

	var t nestedToken
	switch r := l.peek(); {
	case r == '(':
		l.pos++
		t = l.subexpression(hereString)
	case r == '{' || r != eof && classOf(r).is(charVariable):
		t.token = *l.variable(false, true)
	default:
		return false
	}
	t.at = len(b.text)
	b.text = append(b.text, l.text[at:l.pos]...)
	t.end = len(b.text)
	b.nested = append(b.nested, t)
	return true
}

// subexpression finds the end of $( ... ) in a string by counting parentheses.
// Doubled quotes, and quotes behind a backtick, become single ones.
func (l *lexer) subexpression(hereString bool) nestedToken {
	var t nestedToken
	script := l.builder()
	script.text = append(script.text, "$("...)
	for depth := 1; depth > 0; {
		r := l.read()
		switch {
		case r == eof:
			l.failOpen(l.start, incompleteSubexpression)
			depth = 0
			continue
		case r == '(':
			depth++
		case r == ')':
			depth--
		case !hereString && (r == '`' || isDoubleQuote(r)) && isDoubleQuote(l.peek()):
			t.skips = append(t.skips, uint32(l.pos-1+l.adjust))
			r = l.read()
		}
		script.text = append(script.text, string(r)...)
	}
	t.token = *l.make(TokenDollarParen)
	t.script = script.value()
	if t.skips == nil {
		t.skips = l.skips
	}
	return t
}

// lastRune gives the last character of text and its length.
func lastRune(text string) (rune, int) {
	for n := 1; n <= len(text) && n <= 4; n++ {
		if c := text[len(text)-n]; c < 0x80 || c >= 0xC0 {
			return runeAt(text, len(text)-n)
		}
	}
	return eof, 0
}

func (l *lexer) stringLiteral() *token {
	if n := strings.IndexByte(l.text[l.pos:], '\''); n >= 0 && isPlain(l.text[l.pos:l.pos+n]) && !isSingleQuote(l.peekAfter(n+1)) {
		value := l.text[l.pos : l.pos+n]
		l.pos += n + 1
		return l.makeValue(TokenStringLiteral, value)
	}
	b := l.builder()
	whole := b.quoted()
	return l.markError(l.makeValue(TokenStringLiteral, b.value()), whole)
}

func (l *lexer) stringExpandable() *token {
	if n := strings.IndexByte(l.text[l.pos:], '"'); n >= 0 && isPlain(l.text[l.pos:l.pos+n]) && !isDoubleQuote(l.peekAfter(n+1)) {
		value := l.text[l.pos : l.pos+n]
		l.pos += n + 1
		return l.makeValue(TokenStringExpandable, value)
	}
	b := l.builder()
	whole := b.expandable()
	return l.markError(l.makeNested(TokenStringExpandable, &b), whole)
}

// makeNested gives a token with the variables and subexpressions that were
// found in it.
func (l *lexer) makeNested(kind TokenKind, b *stringBuilder) *token {
	t := l.makeValue(kind, b.value())
	if len(b.nested) > 0 {
		l.nested = append(l.nested, b.nested)
		t.content = int32(len(l.nested))
	}
	if l.record != nil {
		var raw []Token
		for _, n := range b.nested {
			found := Token{Extent: n.Extent, Kind: n.kind}
			if n.kind == TokenDollarParen {
				found.Kind = TokenStringLiteral
				found.Flags = TokenStringLiteral.Flags()
			}
			raw = append(raw, found)
		}
		l.record.nest(t, raw)
	}
	return t
}

// isPlain reports whether text stands for itself in a string of any kind.
func isPlain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= 0x80 || c == '$' || c == '`' {
			return false
		}
	}
	return true
}

// peekAfter gives the character at a distance from the next one.
func (l *lexer) peekAfter(distance int) rune {
	r, n := runeAt(l.text, l.pos+distance)
	if n == 0 {
		return eof
	}
	return r
}

func (l *lexer) markError(t *token, whole bool) *token {
	if !whole {
		l.record.mark(t, flagInError)
	}
	return t
}

// backtick resolves the escape behind a backtick (about_Special_Characters).
func (l *lexer) backtick() string {
	switch r := l.read(); r {
	case '0':
		return "\x00"
	case 'a':
		return "\a"
	case 'b':
		return "\b"
	case 'e':
		return "\x1b"
	case 'f':
		return "\f"
	case 'n':
		return "\n"
	case 'r':
		return "\r"
	case 't':
		return "\t"
	case 'v':
		return "\v"
	case 'u':
		return l.unicodeEscape()
	default:
		return string(r)
	}
}

// brokenEscape is what a wrong Unicode escape stands for.
const brokenEscape = "\uFFFF"

// unicodeEscape reads {x...}, one to six hexadecimal digits in braces.
func (l *lexer) unicodeEscape() string {
	start := l.pos - 2
	if !l.accept('{') {
		l.fail(start, l.pos, invalidEscape)
		return brokenEscape
	}
	first := l.pos
	value := uint32(0)
	for n := 0; ; n++ {
		c := l.peekByte(0)
		if c == '}' && n > 0 {
			break
		}
		if c == '}' {
			l.pos++
			l.fail(start, l.pos, invalidEscape)
			return brokenEscape
		}
		if c >= 0x80 || !asciiClasses[c].is(charHex) || n == 6 {
			l.failEscapeDigit(c, n)
			return brokenEscape
		}
		value = value<<4 | uint32(hexDigit(c))
		l.pos++
	}
	l.pos++
	if value > 0x10FFFF {
		l.fail(first, l.pos-1, invalidEscapeValue)
		return brokenEscape
	}
	return encodeCodePoint(rune(value))
}

func (l *lexer) failEscapeDigit(c byte, digits int) {
	switch {
	case digits < 6:
		l.fail(l.pos, l.pos+1, invalidEscape)
	case c < 0x80 && asciiClasses[c].is(charHex):
		l.fail(l.pos, l.pos+1, tooManyEscapeDigits)
	default:
		l.fail(l.pos, l.pos+1, missingEscapeTerminator)
	}
}

// encodeCodePoint gives a character in UTF-8; a lone surrogate, which .NET's
// strings can hold, in UTF-8's scheme for numbers of its size.
func encodeCodePoint(r rune) string {
	if r >= 0xD800 && r <= 0xDFFF {
		return string([]byte{0xE0 | byte(r>>12), 0x80 | byte(r>>6)&0x3F, 0x80 | byte(r)&0x3F})
	}
	return string(r)
}

func hexDigit(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
