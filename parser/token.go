package parser

// token is one token as the lexer decided it. What it holds beside its kind
// and extent depends on the kind. Tokens are copied all the time, and while the
// garbage collector works each pointer in a copy costs as much as the copy: so
// there is only one.
type token struct {
	Extent
	kind     TokenKind
	colon    bool // of a parameter: -name:
	append   bool // of a file redirection: >>
	merging  bool // of a redirection: 2>&1
	from, to RedirectionStream
	index    int32  // in the record of tokens, -1 when none is kept
	content  int32  // of a number, its place in the lexer's numbers; of an expandable string that has any, of its nested tokens, counted from 1
	value    string // of a string, its text; of a name, the name; of a variable, its path
}

// nestedToken is a variable or a subexpression within an expandable string.
type nestedToken struct {
	token
	at, end int      // the part of the string's value that it stands for
	script  string   // of a subexpression: its text, doubled quotes halved
	skips   []uint32 // where a quote was left out of script
}

// staysIn reports whether the token, which was read in the mode old, is the same
// in another. A variable or a word that stands alone in a command ends where it
// would end in an expression.
func (t *token) staysIn(mode, old lexMode) bool {
	if t.kind.has(flagInvariant) {
		return true
	}
	return mode == modeExpression && old == modeCommand && (t.kind == TokenVariable || t.kind == TokenIdentifier)
}

// Token is a token of a script as PowerShell's parser gives it to editors.
// Comments, line breaks and the end of the input are tokens too.
type Token struct {
	Extent
	Kind   TokenKind
	Flags  TokenFlags
	Nested []Token // of an expandable string
}
