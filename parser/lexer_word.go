package parser

import "strings"

// identifier reads a word that begins with a letter: a keyword, a command's
// name or argument, the name of a member or a type.
func (l *lexer) identifier() *token {
	l.skipName()
	switch {
	case l.mode == modeTypeName:
		return l.typeName()
	case l.simpleName || l.mode == modeExpression:
		return l.makeName(TokenIdentifier)
	case l.mode == modeCommand && !l.atEndOfToken():
		return l.generic()
	}
	if kind, ok := l.keyword(l.text[l.start:l.pos]); ok {
		return l.makeName(kind)
	}
	return l.makeName(TokenIdentifier)
}

// skipName passes over letters, digits and underscores.
func (l *lexer) skipName() {
	text, i := l.text, l.pos
	for i < len(text) {
		c := text[i]
		if c < 0x80 && asciiClasses[c]&charName != 0 {
			i++
			continue
		}
		if c < 0x80 {
			break
		}
		r, n := runeAt(text, i)
		if !classOf(r).is(charName) {
			break
		}
		i += n
	}
	l.pos = i
}

func (l *lexer) keyword(text string) (TokenKind, bool) {
	kind, ok := findWord(&l.words.keywords, text)
	if kind == TokenInlineScript && !l.workflow {
		return TokenUnknown, false
	}
	return kind, ok
}

// typeName reads the rest of a type's name: System.Text.Encoding, a`1, b+c.
func (l *lexer) typeName() *token {
	for {
		r, n := runeAt(l.text, l.pos)
		if n == 0 || !classOf(r).is(charName) && !strings.ContainsRune(".`_+#\\", r) {
			t := l.makeName(TokenIdentifier)
			l.record.mark(t, flagTypeName)
			return t
		}
		l.pos += n
	}
}

// assemblyName reads what follows the comma in [type, assembly]: a name and
// perhaps properties as Version=1.0.
func (l *lexer) assemblyName() string {
	var b strings.Builder
	b.WriteString(l.assemblyWord())
	for l.peekByte(0) == ',' {
		l.start = l.pos
		l.pos++
		l.make(TokenComma)
		b.WriteString(", ")
		b.WriteString(l.assemblyWord())
		if l.peekByte(0) == '=' {
			l.start = l.pos
			l.pos++
			l.make(TokenEquals)
			b.WriteByte('=')
			b.WriteString(l.assemblyWord())
		}
	}
	return b.String()
}

func (l *lexer) assemblyWord() string {
	l.skipBlanks()
	l.start = l.pos
	for {
		r, n := runeAt(l.text, l.pos)
		if n == 0 || classOf(r).is(charEndsSpec|charBlank) {
			break
		}
		l.pos += n
	}
	t := l.makeName(TokenIdentifier)
	l.record.mark(t, flagTypeName)
	l.skipBlanks()
	return t.value
}

// label reads :name; anything else that begins with a colon is an argument.
func (l *lexer) label() *token {
	r := l.peek()
	if r == eof || !classOf(r).is(charNameStart) {
		return l.generic()
	}
	l.skipName()
	if !l.atEndOfToken() {
		l.read()
		return l.genericAfter(l.text[l.start:l.pos])
	}
	return l.makeValue(TokenLabel, l.text[l.start+1:l.pos])
}

// parameter reads -name, perhaps with a colon behind, or a dash operator.
func (l *lexer) parameter() *token {
	name, colon := l.pos, false
	for {
		r, n := runeAt(l.text, l.pos)
		if uint32(r) < 0x80 && isLetter(byte(r)) {
			l.pos++
			continue
		}
		if n == 0 || classOf(r).is(charBlank) || strings.ContainsRune("{}();,|&.[\r\n\x00", r) {
			break
		}
		if r == ':' {
			colon = true
			break
		}
		if isSingleQuote(r) || isDoubleQuote(r) {
			if l.mode == modeCommand {
				return l.generic()
			}
			break
		}
		if l.mode != modeCommand && !isLetter(byte(min(r, 0x7f))) {
			break
		}
		l.pos += n
	}
	word := l.text[name:l.pos]
	if l.mode == modeExpression {
		if kind, ok := findWord(&l.words.operators, word); ok {
			return l.makeName(kind)
		}
	}
	if word == "" {
		return l.make(TokenMinus)
	}
	if colon && l.mode == modeCommand {
		l.pos++
	}
	t := l.makeValue(TokenParameter, word)
	t.colon = colon
	return t
}

// generic reads a command's name or argument from the token's start: letters
// of any kind with strings, variables and subexpressions between. It takes at
// least one character, whatever that is.
func (l *lexer) generic() *token {
	l.pos = l.start
	if l.skipPlainArgument() {
		return l.makeName(TokenGeneric)
	}
	return l.genericAfter("")
}

// genericAfter reads on an argument whose beginning stands for itself.
func (l *lexer) genericAfter(beginning string) *token {
	b := l.builder()
	b.text = append(b.text, beginning...)
	for first := beginning == ""; first || !l.atEndOfToken(); first = false {
		switch r := l.read(); {
		case r == '`':
			b.escape()
		case isSingleQuote(r):
			b.quoted()
		case isDoubleQuote(r):
			b.expandable()
		case r == '$' && b.dollar(false):
		default:
			b.text = append(b.text, string(r)...)
		}
	}
	return l.makeNested(TokenGeneric, &b)
}

// skipPlainArgument moves to the end of an argument; it reports false, at
// the beginning, if there is anything to resolve in the argument.
func (l *lexer) skipPlainArgument() bool {
	for {
		text, i := l.text, l.pos
		for i < len(text) && text[i] < 0x80 && asciiClasses[text[i]]&(charEnds|charResolved) == 0 {
			i++
		}
		l.pos = i
		r, n := runeAt(l.text, l.pos)
		switch {
		case n == 0 || classOf(r).is(charEnds) && l.pos > l.start:
			return true
		case r == '`' || r == '$' || isSingleQuote(r) || isDoubleQuote(r):
			l.pos = l.start
			return false
		}
		l.pos += n
	}
}

// verbatim reads the rest of the line after --%, up to a pipe or && outside
// quotes.
func (l *lexer) verbatim() *token {
	l.skipBlanks()
	l.start = l.pos
	quoted := false
	for {
		r := l.peek()
		if r == eof || r == '\r' || r == '\n' || !quoted && (r == '|' || r == '&' && l.peekByte(1) == '&') {
			return l.makeName(TokenGeneric)
		}
		l.read()
		if isDoubleQuote(r) {
			quoted = !quoted
		}
	}
}
