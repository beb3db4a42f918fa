package parser

import "strings"

// hereStringLiteral reads @' ... '@ after its two first characters.
func (l *lexer) hereStringLiteral() *token {
	if !l.hereStringHeader('\'') {
		return l.markError(l.make(TokenHereStringLiteral), false)
	}
	b := l.builder()
	whole := b.hereString("'@", isSingleQuote, false)
	return l.markError(l.makeValue(TokenHereStringLiteral, b.value()), whole)
}

// hereStringExpandable reads @" ... "@ after its two first characters.
func (l *lexer) hereStringExpandable() *token {
	if !l.hereStringHeader('"') {
		return l.markError(l.make(TokenHereStringExpandable), false)
	}
	b := l.builder()
	whole := b.hereString("\"@", isDoubleQuote, true)
	return l.markError(l.makeNested(TokenHereStringExpandable, &b), whole)
}

// hereStringHeader reads the rest of the first line, which must be blank. If
// it is not, the string ends at its quote and @, or at the end of the line.
func (l *lexer) hereStringHeader(quote byte) bool {
	start := l.start
	l.skipBlanks()
	switch r := l.peek(); r {
	case '\r', '\n':
		l.pos += lineBreakLength(l.text[l.pos:])
		return true
	case eof:
		l.failOpen(start, terminatorExpected, string(quote)+"@")
		return false
	}
	_, n := runeAt(l.text, l.pos)
	l.fail(l.pos, l.pos+n, charactersAfterHeader)
	end := lineEnd(l.text, l.pos)
	if n := strings.Index(l.text[l.pos:end], string(quote)+"@"); n >= 0 {
		end = l.pos + n + 2
	}
	l.pos = end
	return false
}

// hereString reads the lines of a here-string and its footer, which must stand
// at the beginning of a line; it reports whether there is one.
func (b *stringBuilder) hereString(footer string, isQuote func(rune) bool, expand bool) bool {
	l := b.lexer
	start, falseFooter := l.start, -1
	if b.footer(isQuote, &falseFooter) {
		return true
	}
	for {
		r := l.read()
		switch {
		case r == eof && falseFooter >= 0:
			l.failOpen(falseFooter, whitespaceBeforeFooter)
			return false
		case r == eof:
			l.failOpen(start, terminatorExpected, footer)
			return false
		case r == '\r' || r == '\n':
			n := len(b.text)
			at := l.pos - 1
			l.pos = at + lineBreakLength(l.text[at:])
			b.text = append(b.text, l.text[at:l.pos]...)
			if b.footer(isQuote, &falseFooter) {
				b.text = b.text[:n]
				return true
			}
			continue
		case expand && r == '$' && b.dollar(true):
			continue
		case expand && r == '`':
			b.escape()
			continue
		}
		b.text = append(b.text, string(r)...)
	}
}

// footer reads the end of a here-string if it stands here. A footer behind
// blanks is part of the string; its place is remembered for the error.
func (b *stringBuilder) footer(isQuote func(rune) bool, falseFooter *int) bool {
	l := b.lexer
	if l.atFooter(isQuote) {
		l.read()
		l.pos++
		return true
	}
	at := l.pos
	l.skipBlanks()
	b.text = append(b.text, l.text[at:l.pos]...)
	if l.atFooter(isQuote) {
		at = l.pos
		l.read()
		if *falseFooter < 0 {
			*falseFooter = at
		}
		l.pos++
		b.text = append(b.text, l.text[at:l.pos]...)
	}
	return false
}

// atFooter reports whether a quote and @ come next.
func (l *lexer) atFooter(isQuote func(rune) bool) bool {
	r, n := runeAt(l.text, l.pos)
	return n > 0 && isQuote(r) && l.peekByte(n) == '@'
}
