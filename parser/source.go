package parser

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Extent is a piece of a [Source]: byte offsets from 0, the end exclusive. The
// end of the input is a token one place behind the text, so the extent of a
// mistake can end there.
type Extent struct {
	Start, End uint32
}

// Span gives the extent itself; through it every node tells where it stands.
func (e Extent) Span() Extent { return e }

// Len gives the number of bytes of the extent.
func (e Extent) Len() int { return int(e.End - e.Start) }

// through gives the extent from the start of e to the end of last.
func (e Extent) through(last Extent) Extent { return Extent{e.Start, last.End} }

// before gives the empty extent of the last character before e, which is where
// PowerShell shows what is missing there.
func (e Extent) before() Extent {
	at := e.Start
	if at > 0 {
		at--
	}
	return Extent{at, at}
}

// after gives the empty extent where e ends.
func (e Extent) after() Extent { return Extent{e.End, e.End} }

// Position is a place in a source as PowerShell counts it: lines and columns
// from 1, offsets from 0, columns and offsets in UTF-16 units.
type Position struct {
	Line, Column, Offset int
}

// Source is the text of a script. It is immutable after the parse and may be
// shared by goroutines.
type Source struct {
	Text string
	File string // full path, empty for text typed at a prompt

	comments []Extent
	types    bool // classes or enums are defined
	table    lineTable
	build    sync.Once
}

// DefinesTypes reports whether the script, which has been parsed, may define
// classes or enums.
func (s *Source) DefinesTypes() bool { return s.types }

// NewSource makes a source of text; file is its path, or empty. Bytes that are
// no UTF-8 become U+FFFD, as in a file read by .NET.
func NewSource(text, file string) *Source {
	if !utf8.ValidString(text) {
		text = replaceInvalid(text)
	}
	return &Source{Text: text, File: file}
}

// Slice gives the text of an extent.
func (s *Source) Slice(e Extent) string {
	end := min(int(e.End), len(s.Text))
	return s.Text[min(int(e.Start), end):end]
}

// startsWith reports whether an extent's text begins with a character.
func (s *Source) startsWith(e Extent, c byte) bool {
	return int(e.Start) < len(s.Text) && s.Text[e.Start] == c
}

// Comments gives the extents of all comments, in the order of the text. The
// comments of nested script blocks are among them.
func (s *Source) Comments() []Extent { return s.comments }

// CommentsIn gives the extents of the comments that lie within e.
func (s *Source) CommentsIn(e Extent) []Extent {
	first := sort.Search(len(s.comments), func(i int) bool { return s.comments[i].Start >= e.Start })
	end := sort.Search(len(s.comments), func(i int) bool { return s.comments[i].Start >= e.End })
	if first >= end {
		return nil
	}
	return s.comments[first:end]
}

// Position gives line, column and offset of a byte offset.
func (s *Source) Position(offset uint32) Position {
	t := s.lines()
	inside := min(offset, uint32(len(s.Text)))
	line := sort.Search(len(t.starts), func(i int) bool { return t.starts[i] > inside }) - 1
	units := utf16Length(s.Text[t.starts[line]:inside]) + int(offset-inside)
	return Position{Line: line + 1, Column: units + 1, Offset: int(t.units[line]) + units}
}

// LineCount gives the number of lines; a final line break starts one more.
func (s *Source) LineCount() int { return len(s.lines().starts) }

// Line gives the text of a line, counted from 1, without its line break; it is
// empty for a line that does not exist.
func (s *Source) Line(line int) string {
	t := s.lines()
	if line < 1 || line > len(t.starts) {
		return ""
	}
	end := len(s.Text)
	if line < len(t.starts) {
		end = int(t.starts[line])
	}
	return strings.TrimRight(s.Text[t.starts[line-1]:end], "\r\n")
}

// lineTable holds for each line the byte offset and the UTF-16 offset of its
// first character.
type lineTable struct {
	starts, units []uint32
}

func (s *Source) lines() *lineTable {
	s.build.Do(func() { s.table = newLineTable(s.Text) })
	return &s.table
}

func newLineTable(text string) lineTable {
	t := lineTable{starts: []uint32{0}, units: []uint32{0}}
	start, units := 0, 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '\n' && (c != '\r' || i+1 < len(text) && text[i+1] == '\n') {
			continue
		}
		units += utf16Length(text[start : i+1])
		start = i + 1
		t.starts = append(t.starts, uint32(start))
		t.units = append(t.units, uint32(units))
	}
	return t
}

// utf16Length gives the number of UTF-16 units text has in .NET.
func utf16Length(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < 0x80 || c >= 0xC0 && c < 0xF0:
			n++
		case c >= 0xF0:
			n += 2
		}
	}
	return n
}
