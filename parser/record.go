package parser

// tokenRecord keeps the tokens of a parse for those who ask for them. All its
// methods do nothing on a nil record.
type tokenRecord struct {
	tokens []Token
}

func (r *tokenRecord) add(t Token) int32 {
	r.tokens = append(r.tokens, t)
	return int32(len(r.tokens) - 1)
}

// addSeparator records a line break or semicolon that the lexer skips.
func (r *tokenRecord) addSeparator(l *lexer, kind TokenKind) {
	if r != nil {
		r.add(Token{Extent: l.inSource(l.start, l.pos), Kind: kind, Flags: kind.Flags()})
	}
}

// cut forgets the tokens that end behind a place, because they are read again.
func (r *tokenRecord) cut(offset uint32) {
	if r == nil {
		return
	}
	n := len(r.tokens)
	if n > 0 && r.tokens[n-1].Kind == TokenEndOfInput {
		n--
	}
	for n > 0 && r.tokens[n-1].End > offset {
		n--
	}
	r.tokens = r.tokens[:n]
}

// mark adds flags to a token that the parser has understood.
func (r *tokenRecord) mark(t *token, flags TokenFlags) {
	if r != nil && t.index >= 0 && int(t.index) < len(r.tokens) {
		r.tokens[t.index].Flags |= flags
	}
}

// unmark takes flags from a token.
func (r *tokenRecord) unmark(t *token, flags TokenFlags) {
	if r != nil && t.index >= 0 && int(t.index) < len(r.tokens) {
		r.tokens[t.index].Flags &^= flags
	}
}

// nest puts the tokens of a string's variables and subexpressions into it.
func (r *tokenRecord) nest(t *token, nested []Token) {
	if r != nil && t.index >= 0 && int(t.index) < len(r.tokens) {
		r.tokens[t.index].Nested = nested
	}
}

// asArgument makes an operator or a keyword among a command's arguments a plain
// word.
func (r *tokenRecord) asArgument(t *token) {
	if r == nil || t.index < 0 || int(t.index) >= len(r.tokens) || t.kind == TokenIdentifier {
		return
	}
	r.tokens[t.index].Kind = TokenGeneric
}

// asName makes a keyword the name of a member.
func (r *tokenRecord) asName(t *token) {
	if r == nil || t.index < 0 || int(t.index) >= len(r.tokens) {
		return
	}
	r.tokens[t.index].Flags = 0
}
