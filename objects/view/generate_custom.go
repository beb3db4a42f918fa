package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// customView shows objects as the function of a view writes them.
type customView struct {
	*evaluator
	body Custom
}

func (c *customView) start(objects.Value) (*FormatStart, error) {
	return &FormatStart{shape: CustomShape}, nil
}

func (c *customView) entry(v objects.Value) (*FormatEntry, error) {
	w := &Writer{Context: &c.s.Context}
	if err := c.body.Write(w, v); err != nil {
		return nil, err
	}
	return &FormatEntry{kind: customEntry, nodes: w.nodes}, nil
}

// browser shows objects as trees of their properties (Format-Custom without a
// view).
type browser struct {
	*evaluator
	nodes int // of the object at work
}

// level is a place in the tree: how deep, and how deep it may go.
type level struct{ at, most int }

// A tree ends at this depth, and at this many pieces, whatever -Depth says:
// objects may contain themselves.
const (
	maxDepth = 50
	maxNodes = 20_000
)

func (l level) next() level { return level{l.at + 1, l.most} }

func (b *browser) start(objects.Value) (*FormatStart, error) {
	return &FormatStart{shape: CustomShape}, nil
}

func (b *browser) entry(v objects.Value) (*FormatEntry, error) {
	w := &Writer{Context: &b.s.Context}
	b.nodes = 0
	top := level{0, min(b.request.Depth, maxDepth)}
	var err error
	if isScalar(objects.TypeNames(v)) {
		err = b.leaf(w, v)
	} else if e := b.s.enumerable(v); e != nil {
		err = b.list(w, e, top)
	} else {
		err = b.tree(w, v, top, b.request.Properties)
	}
	if err != nil {
		return nil, err
	}
	return &FormatEntry{kind: customEntry, nodes: w.nodes}, nil
}

// tree writes an object's properties in braces below the name of its class.
func (b *browser) tree(w *Writer, v objects.Value, at level, asked []Property) error {
	b.nodes++
	var fields []*field
	if len(asked) > 0 {
		fields = resolve(b.s.Types, asked, v, false)
	} else {
		fields = defaultFields(b.s.Types, v)
	}
	w.Text("class " + className(v))
	w.NewLine()
	w.Text("{")
	w.NewLine()
	err := w.Indent(2, func() error {
		for _, f := range fields {
			if err := b.property(w, f, v, at); err != nil {
				return err
			}
		}
		return nil
	})
	w.Text("}")
	w.NewLine()
	return err
}

// className is the last part of the object's first type name.
func className(v objects.Value) string {
	names := objects.TypeNames(v)
	if len(names) == 0 {
		return "PSObject"
	}
	return names[0][strings.LastIndexByte(names[0], '.')+1:]
}

func (b *browser) property(w *Writer, f *field, v objects.Value, at level) error {
	w.Text(f.label + " = ")
	value, ok, err := b.value(f, v)
	if err != nil {
		return err
	}
	if !ok {
		value = objects.String(b.errorText())
	}
	if f.depth > 0 {
		at.most = min(f.depth, maxDepth)
	}
	if e := b.s.enumerable(value); e != nil && b.nodes <= maxNodes && at.at < maxDepth {
		w.NewLine()
		return w.Indent(2, func() error { return b.list(w, e, at.next()) })
	}
	if b.isLeaf(value, at) {
		return b.leaf(w, value)
	}
	w.NewLine()
	return w.Indent(2, func() error { return b.tree(w, value, at.next(), nil) })
}

// list writes the elements of a collection in brackets.
func (b *browser) list(w *Writer, e objects.Enumerable, at level) error {
	w.Text("[")
	w.NewLine()
	err := w.Indent(2, func() error { return b.elements(w, e, at) })
	w.Text("]")
	w.NewLine()
	w.NewLine()
	return err
}

func (b *browser) elements(w *Writer, e objects.Enumerable, at level) error {
	n := 0
	err := e.Enumerate(func(v objects.Value) error {
		if b.s.Limit >= 0 && n == b.s.Limit {
			w.Text(ellipsis)
			w.NewLine()
			return stopEnumeration{}
		}
		n++
		if b.isLeaf(v, at) {
			return b.leaf(w, v)
		}
		if inner := b.s.enumerable(v); inner != nil {
			w.NewLine()
			return w.Indent(2, func() error { return b.list(w, inner, at.next()) })
		}
		return b.tree(w, v, at.next(), nil)
	})
	if _, enough := err.(stopEnumeration); enough {
		return nil
	}
	return err
}

func (b *browser) isLeaf(v objects.Value, at level) bool {
	return b.nodes > maxNodes || at.at >= at.most || v.IsNull() || isScalar(objects.TypeNames(v))
}

func (b *browser) leaf(w *Writer, v objects.Value) error {
	b.nodes++
	err := w.Value(v)
	w.NewLine()
	return err
}
