package parser

import "strings"

// lexMode decides what a piece of text means: dir is a command's name or
// argument, a name after a dot, or part of a type's name.
type lexMode uint8

const (
	modeCommand lexMode = iota
	modeExpression
	modeTypeName
	modeSignature // the members of a class
)

// eof is what the lexer reads behind the last character.
const eof rune = -1

// lexer cuts a text into tokens, one at a time, in the mode that the parser
// has set. The parser may set it back to an earlier place ([lexer.resync]).
//
// The text can be a subexpression within a string; adjust and skips then tell
// where in the source a byte of it stands.
type lexer struct {
	source *Source
	place
	token token // the one that has been read last

	mode       lexMode
	signed     bool // a sign before digits belongs to the number
	ternary    bool // ? and : end a number
	simpleName bool // an identifier ends where its letters end
	workflow   bool // inlinescript is a keyword

	slab      slab[ConstantExpression]
	numbers   []*ConstantExpression // of the number tokens
	nested    [][]nestedToken       // of the strings that have any
	scratch   []byte                // room for the value of a string that is being read
	words     *wordTable
	report    func(ParseError)
	record    *tokenRecord // nil unless the tokens are asked for
	comments  []Extent
	requires  []Extent // comments that are #requires lines
	signature Extent   // of the comment that begins a signature block
}

// place is where the lexer reads.
type place struct {
	text   string
	pos    int // of the next character
	start  int // of the token that is being read
	adjust int
	skips  []uint32
}

// peek gives the next character without reading it.
func (l *lexer) peek() rune {
	if l.pos < len(l.text) && l.text[l.pos] < 0x80 {
		return rune(l.text[l.pos])
	}
	r, n := runeAt(l.text, l.pos)
	if n == 0 {
		return eof
	}
	return r
}

// read gives the next character and moves past it; at the end it stays.
func (l *lexer) read() rune {
	r, n := runeAt(l.text, l.pos)
	if n == 0 {
		return eof
	}
	l.pos += n
	return r
}

// peekByte gives the byte at a distance from the next one, 0 at the end.
func (l *lexer) peekByte(distance int) byte {
	if l.pos+distance < len(l.text) {
		return l.text[l.pos+distance]
	}
	return 0
}

// accept moves past the next character if it is the ASCII character c.
func (l *lexer) accept(c byte) bool {
	if l.pos < len(l.text) && l.text[l.pos] == c {
		l.pos++
		return true
	}
	return false
}

// endsToken reports whether r cannot be part of a name or an argument.
func endsToken(r rune) bool { return r == eof || classOf(r).is(charEnds) }

// atEndOfToken reports whether the next character ends every token.
func (l *lexer) atEndOfToken() bool {
	if l.pos < len(l.text) && l.text[l.pos] < 0x80 {
		return asciiClasses[l.text[l.pos]].is(charEnds)
	}
	return endsToken(l.peek())
}

// inSource gives the place in the source of the places start and end of the
// text.
func (l *lexer) inSource(start, end int) Extent {
	e := Extent{uint32(start + l.adjust), uint32(end + l.adjust)}
	if l.skips != nil {
		e = l.addSkips(e)
	}
	return e
}

func (l *lexer) addSkips(e Extent) Extent {
	for _, skip := range l.skips {
		if skip < uint32(l.adjust) {
			continue
		}
		if skip < e.Start {
			e.Start++
		}
		if skip < e.End {
			e.End++
		}
	}
	return e
}

// resync sets the lexer back to a place in the source. The end of the input is
// one place behind the text, and one more each time that it is read again.
func (l *lexer) resync(offset uint32) {
	adjust := l.adjust
	for _, skip := range l.skips {
		if skip >= uint32(l.adjust) && skip+1 < offset {
			adjust++
		}
	}
	l.pos = min(max(int(offset)-adjust, 0), len(l.text)+1)
	l.record.cut(offset)
	for n := len(l.requires); n > 0 && l.requires[n-1].Start >= offset; n-- {
		l.requires = l.requires[:n-1]
	}
	for n := len(l.comments); n > 0 && l.comments[n-1].Start >= offset; n-- {
		l.comments = l.comments[:n-1]
	}
}

// make gives a token of the text from start to pos. It is good until the lexer
// reads the next one.
func (l *lexer) make(kind TokenKind) *token {
	t := &l.token
	*t = token{Extent: l.inSource(l.start, l.pos), kind: kind, index: -1}
	if l.record != nil {
		t.index = l.record.add(Token{Extent: t.Extent, Kind: kind, Flags: kind.Flags()})
	}
	return t
}

// none gives a token of the kind Unknown that stands for none.
func (l *lexer) none() *token {
	l.token = token{index: -1}
	return &l.token
}

func (l *lexer) makeValue(kind TokenKind, value string) *token {
	t := l.make(kind)
	t.value = value
	return t
}

// makeName gives a token whose value is its text.
func (l *lexer) makeName(kind TokenKind) *token {
	end := min(l.pos, len(l.text))
	return l.makeValue(kind, l.text[min(l.start, end):end])
}

// fail reports a mistake at a place of the text. The lexer's mistakes do not
// count the quotes that were left out of a subexpression.
func (l *lexer) fail(start, end int, p problem, args ...any) {
	l.report(p.parseError(Extent{uint32(start + l.adjust), uint32(end + l.adjust)}, args...))
}

// failOpen reports a mistake from start to the present place that more text
// could mend.
func (l *lexer) failOpen(start int, p problem, args ...any) {
	l.reportOpen(Extent{uint32(start + l.adjust), uint32(l.pos + l.adjust)}, p, args...)
}

func (l *lexer) reportOpen(e Extent, p problem, args ...any) {
	err := p.parseError(e, args...)
	err.Incomplete = l.atEnd(e.End)
	l.report(err)
}

// atEnd reports whether nothing but blanks and comments follows a place in the
// source. Within a subexpression the place is compared with the length of that
// alone, as PowerShell does.
func (l *lexer) atEnd(offset uint32) bool {
	i := int(offset)
	for i < len(l.text) {
		switch r, n := runeAt(l.text, i); {
		case r == '#':
			i = lineEnd(l.text, i)
		case r == '<' && i+1 < len(l.text) && l.text[i+1] == '#':
			i = blockCommentEnd(l.text, i+2)
		case classOf(r).is(charBlank):
			i += n
		default:
			return false
		}
	}
	return true
}

// lineEnd gives the place of the line break at or after i.
func lineEnd(text string, i int) int {
	end := len(text)
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		end = i + n
	}
	if n := strings.IndexByte(text[i:end], '\r'); n >= 0 {
		end = i + n
	}
	return end
}

// blockCommentEnd gives the place behind the #> at or after i.
func blockCommentEnd(text string, i int) int {
	if i <= len(text) {
		if n := strings.Index(text[i:], "#>"); n >= 0 {
			return i + n + 2
		}
	}
	return len(text)
}

// continuesWithPipe reports whether the first thing after a line break is a
// pipe. Comments may stand between, empty lines may not.
func (l *lexer) continuesWithPipe(offset uint32) bool {
	fresh := true // nothing but blanks on this line so far
	for i := int(offset) - l.adjust; i < len(l.text); {
		r, n := runeAt(l.text, i)
		switch {
		case classOf(r).is(charBlank):
			i += n
		case r == '\n' || r == '\r':
			if fresh {
				return false
			}
			fresh = true
			i += lineBreakLength(l.text[i:])
		case r == '#':
			fresh = false
			i = lineEnd(l.text, i)
		case strings.HasPrefix(l.text[i:], "<#"):
			fresh = false
			i = blockCommentEnd(l.text, i+2)
		default:
			return r == '|'
		}
	}
	return false
}

// lineBreakLength gives the length of the line break that text begins with.
func lineBreakLength(text string) int {
	if strings.HasPrefix(text, "\r\n") {
		return 2
	}
	return 1
}
