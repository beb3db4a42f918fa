package view

import (
	"github.com/csshell/csshell/objects"
)

// View says how objects of some types are shown. Views are plain data: a
// package lists its own in a function and gives that to [NewSet].
//
//	func Views() []view.View {
//		return []view.View{{
//			Types: []string{"Deserialized.Litware.User"},
//			Body: view.Table{Columns: []view.Column{
//				{Property: "DisplayName", Width: 24},
//				{Property: "SipAddress"},
//				{Property: "Enabled", Align: view.Right},
//			}},
//		}}
//	}
//
// The first view of a type in the order of the set is its default, whatever
// its shape; Format-List and the others take the first of their shape.
type View struct {
	Name  string   // what Format-Table -View asks for; the first type where ""
	Types []string // type names as PSObject.TypeNames has them
	Body  Body     // Table, List, Wide or Custom
	Group *Group   // a new group, with a header, where its value changes
	// OutOfBand marks objects that are shown alone, in the midst of a table of
	// others: errors, warnings. The body is a Custom or a List.
	OutOfBand bool
}

// Body is the shape of a view with what it shows: [Table], [List], [Wide] or
// [Custom].
type Body interface {
	shape() Shape
}

// Shape is one of the ways to lay out objects.
type Shape uint8

// The shapes; AnyShape leaves the choice to the object's view.
const (
	AnyShape Shape = iota
	TableShape
	ListShape
	WideShape
	CustomShape
)

// Align is the place of a text within its column.
type Align uint8

// The alignments; Undefined is Left in views and follows the type of the first
// value in tables of properties.
const (
	Undefined Align = iota
	Left
	Center
	Right
)

// Expression computes what a view shows of v; it must not keep c.
type Expression func(c *Context, v objects.Value) (objects.Value, error)

// Table shows one object a line.
type Table struct {
	Columns     []Column
	Wrap        bool // long texts go on in the next line instead of ending in an ellipsis
	AutoSize    bool // as wide as the widest of all objects, which are held back for that
	HideHeaders bool
}

// Column is a column of a table.
type Column struct {
	Label    string // the header; Property where ""
	Property string // the property shown
	Value    Expression
	Format   string // a .NET format string: "N2", "{0:d}"
	Width    int    // in cells; 0 shares what the others leave
	Align    Align
}

// List shows one property a line.
type List struct {
	Items []Item
	// Other items for objects of certain types, tried before Items.
	For []ListFor
}

// Item is a line of a list.
type Item struct {
	Label    string // Property where ""
	Property string
	Value    Expression
	Format   string
	// If, where set, says whether the line is shown.
	If func(c *Context, v objects.Value) bool
}

// ListFor is a list's items for objects of some types.
type ListFor struct {
	Types []string
	Items []Item
}

// Wide shows one property of many objects a line.
type Wide struct {
	Property string
	Value    Expression
	Format   string
	Columns  int // 2 where 0
	AutoSize bool
}

// Custom shows an object as its function writes it.
type Custom struct {
	Write func(w *Writer, v objects.Value) error
}

// Group makes a new group of the objects where a value changes.
type Group struct {
	Property string
	Value    Expression
	Label    string // the value's name in the header; Property where ""
	// Header, where set, writes the header instead of "   Label: value".
	Header func(w *Writer, first objects.Value) error
}

func (Table) shape() Shape  { return TableShape }
func (List) shape() Shape   { return ListShape }
func (Wide) shape() Shape   { return WideShape }
func (Custom) shape() Shape { return CustomShape }
