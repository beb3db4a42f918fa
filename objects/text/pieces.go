package text

import "strings"

// pieces is a text that grows without being copied: pieces that are full, and the
// one that is being written.
type pieces struct {
	full []string
	last strings.Builder
	size int // bytes in all
}

// The sizes of a piece: a third of what there is, within bounds.
const (
	leastPiece = 64
	mostPiece  = 64 << 10
)

// add appends s.
func (p *pieces) add(s string) {
	if p.last.Len()+len(s) > p.last.Cap() {
		p.fill()
		p.last.Grow(max(len(s), min(max(p.size/3, leastPiece), mostPiece)))
	}
	p.last.WriteString(s)
	p.size += len(s)
}

// fill ends the last piece.
func (p *pieces) fill() {
	if p.last.Len() > 0 {
		p.full = append(p.full, p.last.String())
	}
	p.last = strings.Builder{}
}

// set replaces the text.
func (p *pieces) set(s string) {
	*p = pieces{size: len(s)}
	if s != "" {
		p.full = []string{s}
	}
}

// String is the text, which is then in one piece.
func (p *pieces) String() string {
	if len(p.full) == 0 {
		return p.last.String()
	}
	if len(p.full) > 1 || p.last.Len() > 0 {
		p.fill()
		p.full = []string{strings.Join(p.full, "")}
	}
	return p.full[0]
}
