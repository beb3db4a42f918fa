package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// grouping watches the value that groups objects.
type grouping struct {
	*evaluator
	field   *field // nil where objects are not grouped
	label   string
	named   bool // label was given
	write   func(w *Writer, first objects.Value) error
	current objects.Value
}

// newGrouping is the grouping of -GroupBy, else that of the view at work, whose
// header it has in both cases.
func (f *Formatter) newGrouping() *grouping {
	g := &grouping{evaluator: &f.eval}
	if p := f.request.GroupBy; p != nil {
		g.field = p.field(p.Name)
		g.label, g.named = p.Label, p.Label != ""
		if p.Value != nil {
			g.field.label = p.Source
		}
	}
	if f.view == nil || f.view.Group == nil {
		return g
	}
	own := f.view.Group
	g.write = own.Header
	if g.field == nil {
		g.field = &field{label: own.Property, name: own.Property, value: own.Value}
	}
	if own.Label != "" {
		g.label, g.named = own.Label, true
	}
	return g
}

// update takes the next object and reports whether a new group begins with it.
func (g *grouping) update(v objects.Value) (changed bool, err error) {
	if g.field == nil {
		return false, nil
	}
	value, found, err := g.field.get(&g.s.Context, v)
	if err != nil {
		return false, g.report(err, g.field, v)
	}
	if !found {
		return false, nil
	}
	old := g.current
	g.current = value
	if g.same(value, old) {
		return false, nil
	}
	if !g.named {
		g.label = g.field.label
	}
	return true, nil
}

// same compares two grouping values: in order where they have one, else by
// their text, without regard to case.
func (g *grouping) same(a, b objects.Value) bool {
	if a.IsNull() || b.IsNull() {
		return a.IsNull() && b.IsNull()
	}
	if objects.Same(a, b) {
		return true
	}
	if order, err := g.s.Types.Compare(a, b, true); err == nil {
		return order == 0
	}
	x, errX := g.s.text(a)
	y, errY := g.s.text(b)
	return errX == nil && errY == nil && strings.EqualFold(x, y)
}

// header makes the start of the group that begins with first.
func (g *grouping) header(first objects.Value) (*GroupStart, error) {
	if g.field == nil {
		return &GroupStart{}, nil
	}
	w := &Writer{Context: &g.s.Context}
	if g.write != nil {
		err := g.write(w, first)
		return &GroupStart{grouped: true, header: w.nodes}, err
	}
	s, err := g.s.display(g.current)
	w.Text("   " + g.label + ": ")
	w.Text(s)
	return &GroupStart{grouped: true, header: w.nodes}, err
}
