package parser

// token is one token as the lexer decided it. What it holds beside its kind
// and extent depends on the kind.
type token struct {
	Extent
	kind     TokenKind
	colon    bool // of a parameter: -name:
	append   bool // of a file redirection: >>
	merging  bool // of a redirection: 2>&1
	from, to RedirectionStream
	index    int32               // in the record of tokens, -1 when none is kept
	value    string              // of a string, its text; of a name, the name; of a variable, its path
	number   *ConstantExpression // of a number
	nested   *[]nestedToken      // of an expandable string; nil without any
}

// nestedToken is a variable or a subexpression within an expandable string.
type nestedToken struct {
	token
	at, end int      // the part of the string's value that it stands for
	script  string   // of a subexpression: its text, doubled quotes halved
	skips   []uint32 // where a quote was left out of script
}

// invariant reports whether the token is the same in every mode of the lexer.
func (t *token) invariant() bool {
	return t.kind.has(flagInvariant)
}

// Token is a token of a script as PowerShell's parser gives it to editors.
// Comments, line breaks and the end of the input are tokens too.
type Token struct {
	Extent
	Kind   TokenKind
	Flags  TokenFlags
	Nested []Token // of an expandable string
}
