package parser

// ParseError is a mistake in a script, with PowerShell's id, sentence and
// position. Incomplete says that more text could mend it: a prompt reads on.
type ParseError struct {
	ID         string
	Message    string
	Extent     Extent
	Incomplete bool
}

// Error gives the message.
func (e ParseError) Error() string { return e.Message }

// maxDepth is how deep brackets and unary operators may be nested. The stack
// of a goroutine is finite, and running out of it ends the process.
const maxDepth = 1000

// maxChain is how many operators may follow each other without brackets: the
// tree of a chain is as deep as the chain is long.
const maxChain = 100_000

// maxErrors is how many errors are reported. Nobody reads more of them, and each
// can mean that text is read again.
const maxErrors = 200

// Parse reads a script. file is its path, or empty for text that is no file.
// The tree is always whole; the errors are in the order PowerShell reports
// them, and the tree's Source gives lines and columns.
func Parse(text, file string) (*ScriptBlock, []ParseError) {
	return ParseSource(NewSource(text, file), Environment{})
}

// ParseSource reads a script from its source and asks environment what the
// checks need to know; its zero value knows nothing.
func ParseSource(source *Source, environment Environment) (*ScriptBlock, []ParseError) {
	p := newParser(source)
	p.environment = environment
	return p.parse()
}

// Tokens reads a script and gives its tokens as PowerShell's parser gives them
// to editors, in the order of the text.
func Tokens(source *Source) []Token {
	p := newParser(source)
	p.lex.record = &tokenRecord{}
	p.parse()
	return p.lex.record.tokens
}

// parser reads statements and expressions from the tokens of a lexer. It looks
// one token ahead, and sets the lexer back where it has tried in vain.
type parser struct {
	source   *Source
	lex      lexer
	hasUngot bool // the lexer's token has only been looked at
	noComma  bool // a comma separates arguments and builds no array
	depth    int
	stopped  bool // the script is nested too deeply, nothing more is read
	errors   []ParseError
	taken    *grammar // see [parser.grammar]
	slabs    nodeSlabs
	lists    nodeLists

	doubtful bool // something in the tree needs to be checked
	splats   int  // splatted variables that are no arguments
	jumps    int  // break, continue and return statements so far

	environment Environment
	namespaces  []string // of using namespace statements
}

func newParser(source *Source) *parser {
	p := &parser{source: source}
	p.lex = lexer{source: source, place: place{text: source.Text}, words: words(), report: p.save}
	return p
}

func (p *parser) parse() (*ScriptBlock, []ParseError) {
	defer p.releaseGrammar()
	tree := p.scriptBlock(nil, scriptBody{})
	tree.Requirements = p.requirements()
	p.source.comments = p.lex.comments
	p.check(tree)
	return tree, p.errors
}

// save keeps an error unless the same one has been found before, as happens
// when a piece of text is read again.
func (p *parser) save(err ParseError) {
	if p.stopped {
		return
	}
	for _, e := range p.errors {
		if e.ID == err.ID && e.Extent == err.Extent {
			return
		}
	}
	p.errors = append(p.errors, err)
	if len(p.errors) >= maxErrors {
		p.giveUp()
	}
}

// report reports a mistake that more text could not mend.
func (p *parser) report(e Extent, what problem, args ...any) {
	p.save(what.parseError(e, args...))
}

// reportOpen reports a mistake that more text could mend if nothing follows it;
// it tells whether that is so.
func (p *parser) reportOpen(e Extent, what problem, args ...any) bool {
	return p.reportOpenAt(e, e, what, args...)
}

// reportOpenAt reports a mistake at e that was noticed at found.
func (p *parser) reportOpenAt(e, found Extent, what problem, args ...any) bool {
	err := what.parseError(e, args...)
	err.Incomplete = p.lex.atEnd(found.End)
	p.save(err)
	return err.Incomplete
}

// enter counts a level of nesting. At the limit it reports the script and lets
// nothing more be read; every enter needs its leave.
func (p *parser) enter() bool {
	p.depth++
	if p.depth <= maxDepth {
		return true
	}
	p.stop()
	return false
}

func (p *parser) leave() { p.depth-- }

// stop gives the script up: from here on there are no tokens and no errors.
func (p *parser) stop() {
	if p.stopped {
		return
	}
	at := p.lex.inSource(p.lex.start, p.lex.pos)
	p.report(at, scriptTooComplicated)
	p.giveUp()
}

// giveUp lets nothing more be read.
func (p *parser) giveUp() {
	p.stopped = true
	p.lex.pos = len(p.lex.text)
	p.hasUngot = false
}

func (p *parser) next() token {
	t := p.peek()
	p.hasUngot = false
	return *t
}

// peek looks at the next token. What it points to is good until the parser
// moves.
func (p *parser) peek() *token {
	if p.hasUngot {
		return &p.lex.token
	}
	p.hasUngot = true
	if p.stopped {
		p.lex.pos = len(p.lex.text)
	}
	return p.lex.next()
}

// skip moves past the token that was looked at.
func (p *parser) skip() { p.hasUngot = false }

func (p *parser) unget(t token) {
	p.lex.token = t
	p.hasUngot = true
}

// accept moves past the next token if it is of a kind.
func (p *parser) accept(kind TokenKind) (token, bool) {
	if p.peek().kind != kind {
		return token{index: -1}, false
	}
	p.skip()
	return p.lex.token, true
}

// resync sets the parser back to a place in the source.
func (p *parser) resync(offset uint32) {
	p.hasUngot = false
	p.lex.resync(offset)
}

// restorePoint gives the place to which resync can return from further on.
func (p *parser) restorePoint() uint32 {
	if p.hasUngot {
		return p.lex.token.Start
	}
	return p.lex.inSource(p.lex.pos, p.lex.pos).Start
}

// setMode changes the lexer's mode and gives the old one. A token that was
// looked at is read again, unless it is the same in all modes.
func (p *parser) setMode(mode lexMode) lexMode {
	old := p.lex.mode
	if mode != old && p.hasUngot && !p.lex.token.staysIn(mode, old) {
		p.resync(p.lex.token.Start)
	}
	p.lex.mode = mode
	return old
}

func (p *parser) skipNewlines() {
	if !p.hasUngot || p.lex.token.kind == TokenNewLine {
		p.hasUngot = false
		p.lex.skipNewlines(false)
	}
}

func (p *parser) skipSeparators() {
	if !p.hasUngot || p.lex.token.kind == TokenNewLine || p.lex.token.kind == TokenSemi {
		p.hasUngot = false
		p.lex.skipNewlines(true)
	}
}

// text gives a token as it is written.
func (p *parser) text(t token) string { return p.source.Slice(t.Extent) }

// syncTo skips tokens up to one of the kinds outside all brackets that open on
// the way. A closing bracket among the kinds closes one that is open already.
func (p *parser) syncTo(consume bool, kinds ...TokenKind) {
	is := func(kind TokenKind) bool {
		for _, k := range kinds {
			if k == kind {
				return true
			}
		}
		return false
	}
	depth := [3]int{}
	for i, kind := range [...]TokenKind{TokenRParen, TokenRCurly, TokenRBracket} {
		if is(kind) {
			depth[i] = 1
		}
	}
	for {
		t := p.next()
		if t.kind == TokenEndOfInput {
			p.unget(t)
			return
		}
		if i := bracketPair(t.kind); i >= 0 {
			if t.kind == TokenLParen || t.kind == TokenLCurly || t.kind == TokenLBracket {
				depth[i]++
				continue
			}
			depth[i]--
			if depth[i] == 0 && is(t.kind) {
				if !consume {
					p.unget(t)
				}
				return
			}
		}
		if is(t.kind) && depth == [3]int{} {
			return
		}
	}
}

// bracketPair numbers the pairs ( ), { } and [ ]; other kinds give -1.
func bracketPair(kind TokenKind) int {
	switch kind {
	case TokenLParen, TokenRParen:
		return 0
	case TokenLCurly, TokenRCurly:
		return 1
	case TokenLBracket, TokenRBracket:
		return 2
	}
	return -1
}
