package parser

// memberAccess reads the operator that follows a value without a blank
// between: . :: ?. and, if index is set, [ and ?[. It gives the kind Unknown
// when there is none.
func (l *lexer) memberAccess(index bool) *token {
	for l.peekByte(0) == '<' && l.peekByte(1) == '#' {
		l.start = l.pos
		l.pos += 2
		l.blockComment()
	}
	l.start = l.pos
	switch l.peekByte(0) {
	case '.':
		if l.peekByte(1) != '.' && !l.endsArgument(1) {
			return l.makeLength(TokenDot, 1)
		}
	case ':':
		if l.peekByte(1) == ':' && !l.endsArgument(2) {
			return l.makeLength(TokenColonColon, 2)
		}
	case '[':
		if index {
			return l.makeLength(TokenLBracket, 1)
		}
	case '?':
		switch {
		case l.peekByte(1) == '.':
			return l.makeLength(TokenQuestionDot, 2)
		case l.peekByte(1) == '[' && index:
			return l.makeLength(TokenQuestionLBracket, 2)
		}
	}
	return l.none()
}

// mayAccessMember reports whether the next character can begin what memberAccess
// reads, which is seldom so.
func (l *lexer) mayAccessMember() bool {
	switch l.peekByte(0) {
	case '.', ':', '[', '?', '<':
		return true
	}
	return false
}

// endsArgument reports whether, in a command, the argument ends at a distance
// from here, so that a dot before is part of no member's name.
func (l *lexer) endsArgument(distance int) bool {
	if l.mode != modeCommand {
		return false
	}
	r := l.peekAfter(distance)
	return r == eof || r == 0 || classOf(r).is(charBlank|charNewline)
}

func (l *lexer) makeLength(kind TokenKind, length int) *token {
	l.pos = l.start + length
	return l.make(kind)
}

// invocation reads the ( or { right behind a member's name, or gives the kind
// Unknown.
func (l *lexer) invocation() *token {
	l.start = l.pos
	switch l.peekByte(0) {
	case '(':
		return l.makeLength(TokenLParen, 1)
	case '{':
		return l.makeLength(TokenLCurly, 1)
	}
	return l.none()
}

// leftBracket reads the [ of an attribute or a type, with blanks and comments
// before it, or gives the kind Unknown. Blanks before a dot or colon are not
// passed over, because these would then look like member access.
func (l *lexer) leftBracket() *token {
	from, blank := l.inSource(l.pos, l.pos).Start, false
	for {
		l.start = l.pos
		r, n := runeAt(l.text, l.pos)
		switch {
		case n == 0:
			return l.none()
		case classOf(r).is(charBlank):
			blank = true
			l.skipBlanks()
		case r == '#':
			blank = true
			l.pos++
			l.lineComment()
		case r == '<' && l.peekByte(1) == '#':
			blank = false
			l.pos += 2
			l.blockComment()
		case r == '[':
			return l.makeLength(TokenLBracket, 1)
		case (r == '.' || r == ':') && blank:
			l.resync(from)
			return l.none()
		default:
			return l.none()
		}
	}
}

// bracketFollows reports whether, behind blanks and comments, the next
// character is [.
func (l *lexer) bracketFollows() bool {
	for i := l.pos; i < len(l.text); {
		r, n := runeAt(l.text, i)
		switch {
		case classOf(r).is(charBlank) || r == '`':
			i += n
		case r == '<' && i+1 < len(l.text) && l.text[i+1] == '#':
			i = blockCommentEnd(l.text, i+2)
		default:
			return r == '['
		}
	}
	return false
}
