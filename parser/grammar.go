package parser

import (
	"errors"
	"io"
	"sync"

	"github.com/alecthomas/participle/v2"
	plex "github.com/alecthomas/participle/v2/lexer"
)

// grammar holds the productions of definitions and of statements that begin with
// a keyword.
// Each is a struct whose tags say what follows what; its fields are pieces that
// functions of the [parser] read, because in PowerShell the next token depends
// on what has been understood so far.
//
// participle reads its input from tokens that exist before the parse begins.
// The grammar gives it a tape of blank cells instead, and writes the next token
// into the next cell whenever a piece has been read that leaves a choice.
//
// A production is built when a script first needs it. Each run of one costs about
// a microsecond and 15 allocations, and ten more for each piece beyond the first,
// since participle keeps what it captures by reflection. So what stands in every
// few lines of a script is read by functions with their rule above them: if,
// foreach, try, return, throw, exit, break and continue.
type grammar struct {
	parser  *parser
	frame   *frame
	spare   []*frame
	symbols map[string]plex.TokenType
	pieces  []participle.Option

	whiles   production[whileProduction]
	dos      production[doProduction]
	fors     production[forProduction]
	switches production[switchProduction]
	traps    production[trapProduction]
	blocks   production[blockProduction]
	data     production[dataProduction]
	funcs    production[functionProduction]
	classes  production[classProduction]
	enums    production[enumProduction]
}

// grammars keeps grammars that no parse uses, so that their productions need
// not be built again.
var grammars sync.Pool

// grammar is the parser's grammar, taken when the first production is needed.
func (p *parser) grammar() *grammar {
	if p.taken == nil {
		spare, ok := grammars.Get().(*grammar)
		if !ok {
			spare = newGrammar()
		}
		spare.parser, p.taken = p, spare
	}
	return p.taken
}

// releaseGrammar gives the grammar back. One that is still within a statement,
// as after a panic, is dropped.
func (p *parser) releaseGrammar() {
	g := p.taken
	if g == nil {
		return
	}
	g.parser = nil
	if g.frame == nil {
		grammars.Put(g)
	}
}

func newGrammar() *grammar {
	g := &grammar{symbols: map[string]plex.TokenType{"EOF": plex.EOF}}
	for kind, info := range tokenTable {
		if info.flags&flagKeyword != 0 {
			g.symbols[info.name] = cellType(TokenKind(kind))
		}
	}
	g.pieces = append(g.pieces, participle.Lexer(symbolsOnly{g.symbols}), participle.UseLookahead(0))
	g.pieces = append(g.pieces, loopPieces(g)...)
	g.pieces = append(g.pieces, switchPieces(g)...)
	g.pieces = append(g.pieces, blockPieces(g)...)
	g.pieces = append(g.pieces, definitionPieces(g)...)
	return g
}

// cellType is participle's number for a kind of token.
func cellType(kind TokenKind) plex.TokenType { return plex.TokenType(kind) + 1 }

// symbolsOnly tells participle the names of the tokens. It reads nothing: the
// tape is all the input there is.
type symbolsOnly struct {
	symbols map[string]plex.TokenType
}

// Symbols are the names of the kinds of tokens, for the rules that name them (participle's lexer.Definition).
func (s symbolsOnly) Symbols() map[string]plex.TokenType { return s.symbols }

// Lex is what participle's lexer.Definition asks for beside the symbols.
func (symbolsOnly) Lex(string, io.Reader) (plex.Lexer, error) {
	return nil, errors.New("the parser has its own lexer")
}

// production is the parser of one statement, built when it is first used.
type production[P any] struct {
	built *participle.Parser[P]
}

// frame is what is known of the statement that is being read.
type frame struct {
	tape    plex.PeekingLexer
	blank   plex.Checkpoint
	cells   int
	shown   int   // the cursor of the cell that shows the next token, or -1
	keyword token // that begins the statement, or its present part
	label   token
	end     Extent // how far the statement goes if it ends here
	nested  []Node // what has been read of it
	last    token  // the closing parenthesis of the part before
	name    Extent // of a class
	ok      bool

	broken     bool        // a mistake was reported, the rest is read all the same
	incomplete bool        // and more text could mend it
	flags      SwitchFlags // of a switch statement
	hasFile    bool
}

// errBroken ends a production whose mistake has been reported.
var errBroken = errors.New("the statement is broken")

const firstCells = 16

// run reads the rest of the statement that a keyword begins. It gives the frame
// too, which says whether the statement is whole.
func run[P any](p *parser, from *production[P], label, keyword token) (*P, frame) {
	g := p.grammar()
	if from.built == nil {
		from.built = participle.MustBuild[P](g.pieces...)
	}
	outer := g.frame
	f := g.open(label, keyword)
	tape := f.tape
	tree, err := from.built.ParseFromLexer(&tape, participle.AllowTrailing(true))
	f.ok = err == nil
	result := *f
	g.frame = outer
	g.spare = append(g.spare, f)
	return tree, result
}

// open makes a frame with a blank tape that begins with the keyword.
func (g *grammar) open(label, keyword token) *frame {
	var f *frame
	if n := len(g.spare); n > 0 {
		f = g.spare[n-1]
		g.spare = g.spare[:n-1]
	} else {
		f = &frame{}
		f.setTape(firstCells)
	}
	f.tape.LoadCheckpoint(f.blank)
	f.tape.Peek().Type = cellType(keyword.kind)
	*f = frame{tape: f.tape, blank: f.blank, cells: f.cells, shown: -1, keyword: keyword, label: label, end: keyword.Extent}
	g.frame = f
	return f
}

// blankLexer gives tokens that are nothing yet.
type blankLexer struct {
	left int
}

const blankCell plex.TokenType = 1 << 16

// Next is the next token (participle's lexer.Lexer).
func (b *blankLexer) Next() (plex.Token, error) {
	if b.left--; b.left < 0 {
		return plex.Token{Type: plex.EOF}, nil
	}
	return plex.Token{Type: blankCell}, nil
}

func (f *frame) setTape(cells int) {
	tape, _ := plex.Upgrade(&blankLexer{cells}) // it gives no errors
	f.tape, f.blank, f.cells = *tape, tape.MakeCheckpoint(), cells
}

// piece registers what reads the pieces of a type. After one that is followed
// by a choice the next token must be on the tape.
func piece[T any](g *grammar, read func(*parser, *frame) (T, error), choice bool) participle.Option {
	return participle.ParseTypeWith(func(tape *plex.PeekingLexer) (part[T], error) {
		f := g.frame
		f.catchUp(g.parser, tape)
		v, err := read(g.parser, f)
		if err == nil {
			f.goOn(g.parser, tape, choice)
		}
		return found[T]{v}, err
	})
}

// part is a field of a production: what the function for T has read. participle
// wants an interface there.
type part[T any] interface{ get() T }

type found[T any] struct{ value T }

func (f found[T]) get() T { return f.value }

// catchUp moves the parser past the token that participle has taken from the
// tape, which is the keyword of the statement's next part.
func (f *frame) catchUp(p *parser, tape *plex.PeekingLexer) {
	if f.shown >= 0 && tape.Cursor() > f.shown {
		f.keyword = p.next()
	}
	f.shown = -1
}

// goOn moves the tape past the cell of the piece that has been read.
func (f *frame) goOn(p *parser, tape *plex.PeekingLexer, choice bool) {
	at := tape.Cursor() + 1
	if at+2 >= f.cells {
		f.setTape(f.cells * 2)
		*tape = f.tape
		tape.FastForward(plex.RawCursor(at - 2))
	}
	tape.Next()
	cell := tape.Peek()
	cell.Type = blankCell
	if choice {
		cell.Type = cellType(p.peek().kind)
		f.shown = tape.Cursor()
	}
}

// start gives where the statement begins, its label included.
func (f *frame) start() Extent {
	if f.label.kind == TokenLabel {
		return f.label.Extent
	}
	return f.keyword.Extent
}

// labelText gives the statement's label, empty without one.
func (f *frame) labelText() string {
	if f.label.kind == TokenLabel {
		return f.label.value
	}
	return ""
}

// errorStatement stands for a statement that is not whole.
func (f *frame) errorStatement(start Extent) *ErrorStatement {
	return &ErrorStatement{Extent: start.through(f.end), Nested: f.nested}
}
