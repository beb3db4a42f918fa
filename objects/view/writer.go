package view

import (
	"github.com/csshell/csshell/objects"
)

// Writer takes what a custom view or a group header shows of an object. The
// text stays apart from its layout: lines are broken when the width is known.
type Writer struct {
	*Context
	nodes []node
}

// node is a piece of a custom view: text, the end of a line, or a frame of
// other pieces that stand indented.
type node struct {
	kind     nodeKind
	text     string
	indent   int
	children []node
}

type nodeKind uint8

const (
	textNode nodeKind = iota
	newLineNode
	frameNode
)

// Text writes text; line breaks in it are kept.
func (w *Writer) Text(s string) { w.nodes = append(w.nodes, node{kind: textNode, text: s}) }

// NewLine ends the line. The last line of a view needs none.
func (w *Writer) NewLine() { w.nodes = append(w.nodes, node{kind: newLineNode}) }

// Value writes a value as a column of a table would show it.
func (w *Writer) Value(v objects.Value) error {
	s, err := w.Context.display(v)
	w.Text(s)
	return err
}

// Indent writes what body writes further to the right by so many cells.
func (w *Writer) Indent(cells int, body func() error) error {
	outer := w.nodes
	w.nodes = nil
	err := body()
	w.nodes = append(outer, node{kind: frameNode, indent: cells, children: w.nodes})
	return err
}
