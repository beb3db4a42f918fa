package help

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// How many lines may lie between a comment and what it belongs to.
const functionProximity, parameterProximity = 2, 2

// commentOf finds the help in the comments of a function or script: before the
// word function, at the beginning of the body, at its end.
func commentOf(c runtime.Code) (*Comment, bool) {
	l := locator{source: c.Source}
	if c.Definition != nil {
		if help, ok := l.parse(l.before(c.Definition.Start, functionProximity)); ok {
			return help, true
		}
	}
	start, end := uint32(0), uint32(len(c.Source.Text))
	if text := c.Source.Slice(c.Body.Extent); strings.HasPrefix(text, "{") {
		start, end = c.Body.Extent.Start+1, c.Body.Extent.End-1 // within the braces
	}
	for {
		block := l.after(start)
		if len(block) == 0 {
			break
		}
		if help, ok := l.parse(block); ok && !l.ofFirstFunction(c, block) {
			return help, true
		}
		start = block[len(block)-1].End
	}
	return l.parse(l.before(end, -1))
}

// ofFirstFunction reports whether a comment at the beginning of a script belongs
// to the function that follows it.
func (l *locator) ofFirstFunction(c runtime.Code, block []parser.Extent) bool {
	body := c.Body.End
	if c.Definition != nil || body == nil || !body.Unnamed || len(body.Statements) == 0 {
		return false
	}
	first, ok := body.Statements[0].(*parser.FunctionDefinition)
	return ok && l.line(first.Start)-l.line(block[len(block)-1].End) <= functionProximity
}

// parameterComment is the comment before a parameter, inside it and behind it.
func parameterComment(source *parser.Source, p *parser.Parameter) string {
	l := locator{source: source}
	var lines []string
	for _, e := range l.before(p.Start, parameterProximity) {
		lines = append(lines, commentLines(source.Slice(e))...)
	}
	for _, e := range source.CommentsIn(p.Extent) {
		lines = append(lines, commentLines(source.Slice(e))...)
	}
	for _, e := range l.after(p.End) {
		lines = append(lines, commentLines(source.Slice(e))...)
	}
	r := commentReader{lines: lines, at: -1}
	return r.section()
}

// locator finds comments by their places.
type locator struct{ source *parser.Source }

func (l *locator) line(at uint32) int { return l.source.Position(at).Line }

// parse reads a block of comments as help.
func (l *locator) parse(block []parser.Extent) (*Comment, bool) {
	var lines []string
	for _, e := range block {
		lines = append(lines, commentLines(l.source.Slice(e))...)
	}
	if len(lines) == 0 {
		return nil, false
	}
	return ParseComment(lines)
}

// before is the block of comments that ends before a place, with nothing but
// blank space between. proximity is how many lines above the last may end;
// negative for any number.
func (l *locator) before(at uint32, proximity int) []parser.Extent {
	all := l.source.Comments()
	lowest := 0
	if proximity >= 0 {
		lowest = l.line(at) - proximity
	}
	var block []parser.Extent
	for i := l.firstFrom(at) - 1; i >= 0; i-- {
		e := all[i]
		if !l.blank(e.End, at) || l.line(e.End) < lowest {
			break
		}
		block = append(block, e)
		at, lowest = e.Start, l.line(e.Start)-1
	}
	slices.Reverse(block)
	return block
}

// after is the block of comments that begins behind a place, with nothing but
// blank space between. An empty line ends it.
func (l *locator) after(at uint32) []parser.Extent {
	all := l.source.Comments()
	var block []parser.Extent
	for _, e := range all[l.firstFrom(at):] {
		if !l.blank(at, e.Start) || len(block) > 0 && l.line(e.Start) > l.line(at)+1 {
			break
		}
		block = append(block, e)
		at = e.End
	}
	return block
}

// firstFrom is the index of the first comment that starts at a place or behind.
func (l *locator) firstFrom(at uint32) int {
	i, _ := slices.BinarySearchFunc(l.source.Comments(), at, func(e parser.Extent, at uint32) int { return int(e.Start) - int(at) })
	return i
}

// blank reports whether there is only blank space between two places.
func (l *locator) blank(from, to uint32) bool {
	return from <= to && strings.TrimSpace(l.source.Slice(parser.Extent{Start: from, End: to})) == ""
}
