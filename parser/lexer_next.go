package parser

// next reads a token. It never fails: text that is no token gives a token of
// the kind Unknown and an error.
func (l *lexer) next() *token {
	for {
		l.start = l.skipSpaces()
		r, n := runeAt(l.text, l.start)
		class := classOf(r)
		l.pos += n
		switch {
		case n == 0:
			return l.endOfInput()
		case class.is(charNameStart):
			return l.identifier()
		case class.is(charDigit):
			return l.digit(byte(r))
		case class.is(charBlank):
			l.skipBlanks()
		case class.is(charNewline):
			l.pos = l.start + lineBreakLength(l.text[l.start:])
			return l.make(TokenNewLine)
		case r == '#':
			l.lineComment()
		case r == '<' && l.accept('#'):
			l.blockComment()
		case r == '`' && l.skipBacktick():
		default:
			return l.symbol(r)
		}
	}
}

// endOfInput gives the last token, which lies one place behind the text.
func (l *lexer) endOfInput() *token {
	at := l.inSource(l.start+1, l.start+1)
	t := &l.token
	*t = token{Extent: at, kind: TokenEndOfInput, index: -1}
	if l.record != nil {
		t.index = l.record.add(Token{Extent: at, Kind: TokenEndOfInput, Flags: TokenEndOfInput.Flags()})
	}
	return t
}

// skipSpaces passes over the commonest blanks and gives the place behind them.
func (l *lexer) skipSpaces() int {
	text, i := l.text, l.pos
	for i < len(text) && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	l.pos = i
	return i
}

func (l *lexer) skipBlanks() {
	for {
		l.skipSpaces()
		r, n := runeAt(l.text, l.pos)
		if n == 0 || !classOf(r).is(charBlank) {
			return
		}
		l.pos += n
	}
}

// skipBacktick passes over a line continuation, a backtick before blanks and
// one at the end of the text; it reports whether there was one of these.
func (l *lexer) skipBacktick() bool {
	r := l.peek()
	switch {
	case r == '\n' || r == '\r':
		l.pos += lineBreakLength(l.text[l.pos:])
		l.make(TokenLineContinuation)
	case r == eof:
		end := len(l.text) + 1
		e := Extent{uint32(end + l.adjust), uint32(end + l.adjust)}
		l.reportOpen(e, incompleteString)
	case classOf(r).is(charBlank):
		l.skipBlanks()
	default:
		return false
	}
	return true
}

// skipNewlines passes over blanks, comments and line breaks, and over
// semicolons if these count too.
func (l *lexer) skipNewlines(semicolons bool) {
	for {
		l.start = l.skipSpaces()
		r, n := runeAt(l.text, l.start)
		class := classOf(r)
		switch {
		case n == 0 || class.is(charNameStart):
			return
		case class.is(charBlank):
			l.skipBlanks()
		case class.is(charNewline):
			l.pos += lineBreakLength(l.text[l.pos:])
			l.record.addSeparator(l, TokenNewLine)
		case r == ';' && semicolons:
			l.pos++
			l.record.addSeparator(l, TokenSemi)
		case r == '#':
			l.pos++
			l.lineComment()
		case r == '<' && l.peekByte(1) == '#':
			l.pos += 2
			l.blockComment()
		case r == '`' && l.continuesLine():
		default:
			return
		}
	}
}

// continuesLine passes over a backtick with the line break or the blanks after
// it.
func (l *lexer) continuesLine() bool {
	r, _ := runeAt(l.text, l.pos+1)
	class := classOf(r)
	if l.pos+1 >= len(l.text) || !class.is(charBlank|charNewline) {
		return false
	}
	l.pos++
	return l.skipBacktick()
}

// symbol reads a token that begins with r, which is no letter, digit or blank.
func (l *lexer) symbol(r rune) *token {
	switch {
	case isSingleQuote(r):
		return l.stringLiteral()
	case isDoubleQuote(r):
		return l.stringExpandable()
	case isDash(r):
		return l.dash(r)
	}
	switch r {
	case '$':
		if l.accept('(') {
			return l.make(TokenDollarParen)
		}
		return l.variable(false, false)
	case '@':
		return l.at()
	case '(':
		return l.make(TokenLParen)
	case ')':
		return l.make(TokenRParen)
	case '{':
		return l.make(TokenLCurly)
	case '}':
		return l.make(TokenRCurly)
	case ']':
		return l.make(TokenRBracket)
	case ';':
		return l.make(TokenSemi)
	case ',':
		return l.make(TokenComma)
	case '.':
		return l.dot()
	}
	return l.operator(r)
}

// operator reads the tokens that commands take as part of an argument unless
// the argument ends right behind them.
func (l *lexer) operator(r rune) *token {
	switch r {
	case '=':
		return l.orArgument(TokenEquals)
	case '+':
		return l.plus()
	case '*':
		if l.accept('>') {
			return l.redirection(StreamAll, "1")
		}
		return l.orAssignment(TokenMultiply, TokenMultiplyEquals)
	case '/':
		return l.orAssignment(TokenDivide, TokenDivideEquals)
	case '%':
		return l.orAssignment(TokenRem, TokenRemainderEquals)
	case '<':
		return l.make(TokenRedirectInStd)
	case '>':
		return l.redirection(StreamOutput, "")
	case '&':
		return l.doubled('&', TokenAmpersand, TokenAndAnd)
	case '|':
		return l.doubled('|', TokenPipe, TokenOrOr)
	case '[':
		if l.mode == modeCommand && !l.atEndOfToken() {
			return l.generic()
		}
		return l.make(TokenLBracket)
	case '!':
		return l.exclaim()
	case ':':
		return l.colon()
	case '?':
		if l.mode == modeExpression {
			return l.question()
		}
	case '`':
		l.pos = l.start
	}
	return l.generic()
}

func (l *lexer) doubled(c byte, one, two TokenKind) *token {
	if l.accept(c) {
		return l.make(two)
	}
	return l.make(one)
}

// orArgument gives an operator, or an argument that begins with it.
func (l *lexer) orArgument(kind TokenKind) *token {
	if l.mode == modeCommand && !l.atEndOfToken() {
		return l.generic()
	}
	return l.make(kind)
}

func (l *lexer) orAssignment(kind, assignment TokenKind) *token {
	if l.accept('=') {
		return l.orArgument(assignment)
	}
	return l.orArgument(kind)
}

func (l *lexer) plus() *token {
	if l.accept('+') {
		return l.orArgument(TokenPlusPlus)
	}
	if l.signed && l.startsNumber() {
		return l.number()
	}
	return l.orAssignment(TokenPlus, TokenPlusEquals)
}

func (l *lexer) startsNumber() bool {
	c := l.peekByte(0)
	return isDigit(c) || c == '.'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (l *lexer) dash(rune) *token {
	r := l.peek()
	switch {
	case isDash(r):
		l.read()
		return l.orArgument(TokenMinusMinus)
	case r == '=':
		l.pos++
		return l.orArgument(TokenMinusEquals)
	case r == '?' || r != eof && classOf(r).is(charNameStart):
		return l.parameter()
	case l.signed && l.startsNumber():
		return l.number()
	}
	return l.orArgument(TokenMinus)
}

// dot reads what begins with a dot: a range, a number, a command's name or
// argument, or the operator that runs a script in the present scope.
func (l *lexer) dot() *token {
	r := l.peek()
	switch {
	case r == '.':
		l.pos++
		if l.mode == modeCommand && !l.atEndOfToken() {
			return l.generic()
		}
		return l.make(TokenDotDot)
	case r >= '0' && r <= '9':
		return l.number()
	case l.mode == modeCommand && !endsToken(r) && r != '$' && r != '"' && r != '\'':
		return l.generic()
	}
	return l.make(TokenDot)
}

func (l *lexer) exclaim() *token {
	r := l.peek()
	if l.mode == modeCommand && !endsToken(r) {
		return l.generic()
	}
	if l.mode != modeExpression || r == eof {
		return l.make(TokenExclaim)
	}
	if classOf(r).is(charNameStart) {
		return l.generic()
	}
	if l.startsNumber() {
		at := l.pos
		_, number := l.scanNumber()
		l.pos = at
		if !number {
			return l.generic()
		}
	}
	return l.make(TokenExclaim)
}

func (l *lexer) colon() *token {
	if l.accept(':') {
		if l.mode == modeCommand && !l.simpleName && !l.atEndOfToken() {
			return l.generic()
		}
		return l.make(TokenColonColon)
	}
	if l.mode == modeCommand {
		return l.label()
	}
	return l.make(TokenColon)
}

func (l *lexer) question() *token {
	if !l.accept('?') {
		return l.make(TokenQuestionMark)
	}
	if l.accept('=') {
		return l.make(TokenQuestionQuestionEquals)
	}
	return l.make(TokenQuestionQuestion)
}

// at reads what begins with @: a hashtable, an array, a here-string or a
// splatted variable.
func (l *lexer) at() *token {
	r := l.peek()
	switch {
	case r == '{':
		l.pos++
		return l.make(TokenAtCurly)
	case r == '(':
		l.pos++
		return l.make(TokenAtParen)
	case isSingleQuote(r):
		l.read()
		return l.hereStringLiteral()
	case isDoubleQuote(r):
		l.read()
		return l.hereStringExpandable()
	case r != eof && classOf(r).is(charVariable):
		return l.variable(true, false)
	}
	l.fail(l.pos-1, l.pos, unrecognizedToken)
	return l.make(TokenUnknown)
}

// digit reads a number, or a redirection of the stream of that number.
func (l *lexer) digit(c byte) *token {
	if c >= '1' && c <= '6' && l.peekByte(0) == '>' {
		if l.mode == modeExpression && !(l.peekByte(1) == '&' && (l.peekByte(2) == '1' || l.peekByte(2) == '2')) {
			return l.plainNumber(c)
		}
		l.pos++
		return l.redirection(RedirectionStream(c-'0'), "12")
	}
	return l.number()
}

// plainNumber gives the digit before a > in an expression.
func (l *lexer) plainNumber(c byte) *token {
	t := l.make(TokenNumber)
	l.addNumber(t, Number{Kind: NumberInt32, Bits: uint64(c - '0')})
	return t
}

// redirection reads what follows >, which may be >> or &1; targets are the
// digits that can follow the ampersand.
func (l *lexer) redirection(from RedirectionStream, targets string) *token {
	if c := l.peekByte(1); l.peekByte(0) == '&' && c != 0 {
		for i := range targets {
			if targets[i] == c {
				l.pos += 2
				t := l.make(TokenRedirection)
				t.from, t.to, t.merging = from, RedirectionStream(c-'0'), true
				return t
			}
		}
	}
	appending := l.accept('>')
	t := l.make(TokenRedirection)
	t.from, t.append = from, appending
	return t
}
