package view

import (
	"time"

	"github.com/csshell/csshell/objects"
)

// queue holds the objects of a group back until the widths of its columns are
// known: all of them for -AutoSize; for a table whose first column has no
// width, those of the first moment. Once a sequence has asked for that, the
// later ones of the same output are measured too, and their own widths do not
// count.
type queue struct {
	wanted  bool // groups are measured
	all     bool // to their ends
	holding bool
	since   time.Time
	packets []objects.Object
	start   *FormatStart
	widths  []int // of the columns, as measured; nil where they are not
	widest  int   // of all cells, as measured
}

// A table that is not measured to its end shows its first rows after this time
// or this many of them.
const (
	holdTime = 300 * time.Millisecond
	holdRows = 10_000
)

// begin looks at a new sequence.
func (q *queue) begin(s *FormatStart) {
	q.start, q.widths, q.widest = s, nil, 0
	if s.autoSize || s.shape == TableShape && len(s.columns) > 0 && s.columns[0].width == 0 {
		q.wanted, q.all = true, s.autoSize
	}
}

// measures reports whether the groups of the sequence are measured.
func (q *queue) measures() bool {
	return q.wanted && (q.start.shape == TableShape || q.start.shape == WideShape)
}

// add takes an object if it is to be held back.
func (q *queue) add(p objects.Object) bool {
	if _, ok := p.(*GroupStart); ok && !q.holding && q.measures() {
		q.holding = true
		q.since = time.Now()
	}
	if q.holding {
		q.packets = append(q.packets, p)
	}
	return q.holding
}

// full reports whether p, just added, was the last to be held back.
func (q *queue) full(p objects.Object) bool {
	if _, ok := p.(*GroupEnd); ok {
		return true
	}
	return !q.all && (len(q.packets) > holdRows || time.Since(q.since) > holdTime)
}

// measure finds the widths of what is held.
func (q *queue) measure() {
	q.widths, q.widest = make([]int, len(q.start.columns)), 0
	for i, c := range q.start.columns {
		q.widths[i] = cellWidth(c.label)
	}
	for _, p := range q.packets {
		e, ok := p.(*FormatEntry)
		if !ok || e.outOfBand || e.kind != cellsEntry {
			continue
		}
		for i, cell := range e.cells {
			n := cellWidth(cell)
			q.widest = max(q.widest, n)
			if i < len(q.widths) {
				q.widths[i] = max(q.widths[i], n)
			}
		}
	}
}

// drain gives what is held to show.
func (q *queue) drain(show func(objects.Object) error) error {
	q.holding = false
	for i, p := range q.packets {
		q.packets[i] = nil
		if err := show(p); err != nil {
			q.packets = q.packets[:0]
			return err
		}
	}
	q.packets = q.packets[:0]
	return nil
}
