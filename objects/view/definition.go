package view

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Definitions reads the views of a formatting file ("about_Format.ps1xml").
// compile makes the expression of a script block.
func Definitions(r io.Reader, compile func(script string) (Expression, error)) ([]View, error) {
	var root element
	if err := xml.NewDecoder(r).Decode(&root); err != nil {
		return nil, err
	}
	if root.name() != "Configuration" {
		return nil, fmt.Errorf("the root element %s is not Configuration", root.name())
	}
	d := &definitionReader{compile: compile, sets: map[string][]string{}, controls: map[string]*element{}}
	d.collect(&root)
	var views []View
	for _, v := range root.all("ViewDefinitions", "View") {
		made, err := d.view(v)
		if err != nil {
			return nil, fmt.Errorf("view %s: %w", v.text("Name"), err)
		}
		views = append(views, made)
	}
	return views, nil
}

// element is a piece of the file.
type element struct {
	XMLName  xml.Name
	Text     string    `xml:",chardata"`
	Children []element `xml:",any"`
}

func (e *element) name() string { return e.XMLName.Local }

// child is the first element of that name inside e; nil for none, also of nil.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for i := range e.Children {
		if e.Children[i].name() == name {
			return &e.Children[i]
		}
	}
	return nil
}

// all are the elements at the end of a path of names.
func (e *element) all(path ...string) []*element {
	found := []*element{e}
	for _, name := range path {
		var next []*element
		for _, f := range found {
			for i := range f.Children {
				if f.Children[i].name() == name {
					next = append(next, &f.Children[i])
				}
			}
		}
		found = next
	}
	return found
}

// text is the text of a child; "" where there is none.
func (e *element) text(name string) string {
	if c := e.child(name); c != nil {
		return strings.TrimSpace(c.Text)
	}
	return ""
}

// number is the number of a child; 0 where there is none.
func (e *element) number(name string) int {
	n, _ := strconv.Atoi(e.text(name))
	return n
}

// definitionReader turns elements into views.
type definitionReader struct {
	compile  func(script string) (Expression, error)
	sets     map[string][]string // SelectionSets
	controls map[string]*element // Controls, by name
}

func (d *definitionReader) collect(root *element) {
	for _, set := range root.all("SelectionSets", "SelectionSet") {
		d.sets[set.text("Name")] = texts(set.all("Types", "TypeName"))
	}
	for _, c := range root.all("Controls", "Control") {
		d.controls[c.text("Name")] = c.child("CustomControl")
	}
}

func texts(elements []*element) []string {
	list := make([]string, len(elements))
	for i, e := range elements {
		list[i] = strings.TrimSpace(e.Text)
	}
	return list
}

func (d *definitionReader) view(e *element) (View, error) {
	v := View{Name: e.text("Name"), OutOfBand: e.child("OutOfBand") != nil}
	v.Types = d.selected(e.child("ViewSelectedBy"))
	if len(v.Types) == 0 {
		return v, fmt.Errorf("ViewSelectedBy names no type")
	}
	for _, c := range e.all("Controls", "Control") {
		d.controls[c.text("Name")] = c.child("CustomControl")
	}
	var err error
	if v.Group, err = d.group(e.child("GroupBy")); err != nil {
		return v, err
	}
	v.Body, err = d.body(e)
	return v, err
}

// selected are the types of a ViewSelectedBy or EntrySelectedBy.
func (d *definitionReader) selected(e *element) []string {
	if e == nil {
		return nil
	}
	types := texts(e.all("TypeName"))
	for _, set := range texts(e.all("SelectionSetName")) {
		types = append(types, d.sets[set]...)
	}
	return types
}

func (d *definitionReader) body(e *element) (Body, error) {
	switch {
	case e.child("TableControl") != nil:
		return d.table(e.child("TableControl"))
	case e.child("ListControl") != nil:
		return d.list(e.child("ListControl"))
	case e.child("WideControl") != nil:
		return d.wide(e.child("WideControl"))
	case e.child("CustomControl") != nil:
		return d.custom(e.child("CustomControl"))
	}
	return nil, fmt.Errorf("it has no control")
}

func (d *definitionReader) group(e *element) (*Group, error) {
	if e == nil {
		return nil, nil
	}
	property, value, err := d.expression(e)
	if err != nil {
		return nil, err
	}
	g := &Group{Property: property, Value: value, Label: e.text("Label")}
	control := e.child("CustomControl")
	if name := e.text("CustomControlName"); name != "" {
		control = d.controls[name]
	}
	if control != nil {
		custom, err := d.custom(control)
		if err != nil {
			return nil, err
		}
		g.Header = custom.Write
	}
	return g, nil
}

// expression is the PropertyName or ScriptBlock inside e.
func (d *definitionReader) expression(e *element) (property string, value Expression, err error) {
	if script := e.child("ScriptBlock"); script != nil {
		value, err = d.compile(script.Text)
		return "", value, err
	}
	return e.text("PropertyName"), nil, nil
}

func (d *definitionReader) table(e *element) (Table, error) {
	t := Table{AutoSize: e.child("AutoSize") != nil, HideHeaders: e.child("HideTableHeaders") != nil}
	headers := e.all("TableHeaders", "TableColumnHeader")
	entries := e.all("TableRowEntries", "TableRowEntry")
	if len(entries) == 0 {
		return t, fmt.Errorf("the table has no row")
	}
	t.Wrap = entries[0].child("Wrap") != nil
	items := entries[0].all("TableColumnItems", "TableColumnItem")
	if len(headers) > 0 && len(headers) != len(items) {
		return t, fmt.Errorf("the table has %d headers and %d columns", len(headers), len(items))
	}
	for i, item := range items {
		property, value, err := d.expression(item)
		if err != nil {
			return t, err
		}
		c := Column{Property: property, Value: value, Format: item.text("FormatString"), Align: alignOf(item.text("Alignment"))}
		if len(headers) > 0 {
			c.Label, c.Width = headers[i].text("Label"), headers[i].number("Width")
			if a := alignOf(headers[i].text("Alignment")); a != Undefined {
				c.Align = a
			}
		}
		if script := item.child("ScriptBlock"); script != nil && c.Label == "" {
			c.Label = strings.TrimSpace(script.Text)
		}
		t.Columns = append(t.Columns, c)
	}
	return t, nil
}

func alignOf(name string) Align {
	switch strings.ToLower(name) {
	case "left":
		return Left
	case "center":
		return Center
	case "right":
		return Right
	}
	return Undefined
}

func (d *definitionReader) list(e *element) (List, error) {
	var l List
	for _, entry := range e.all("ListEntries", "ListEntry") {
		items, err := d.items(entry)
		if err != nil {
			return l, err
		}
		if types := d.selected(entry.child("EntrySelectedBy")); types != nil {
			l.For = append(l.For, ListFor{Types: types, Items: items})
		} else {
			l.Items = items
		}
	}
	return l, nil
}

func (d *definitionReader) items(entry *element) ([]Item, error) {
	var items []Item
	for _, e := range entry.all("ListItems", "ListItem") {
		property, value, err := d.expression(e)
		if err != nil {
			return nil, err
		}
		item := Item{Label: e.text("Label"), Property: property, Value: value, Format: e.text("FormatString")}
		if script := e.child("ScriptBlock"); script != nil && item.Label == "" {
			item.Label = strings.TrimSpace(script.Text)
		}
		if item.If, err = d.condition(e.child("ItemSelectionCondition")); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// condition says whether an item is shown; nil for always.
func (d *definitionReader) condition(e *element) (func(*Context, objects.Value) bool, error) {
	if e == nil {
		return nil, nil
	}
	property, value, err := d.expression(e)
	if err != nil {
		return nil, err
	}
	f := field{name: property, value: value}
	return func(c *Context, v objects.Value) bool {
		result, _, err := f.get(c, v)
		return err == nil && c.Types.Truth(result)
	}, nil
}

func (d *definitionReader) wide(e *element) (Wide, error) {
	w := Wide{AutoSize: e.child("AutoSize") != nil, Columns: e.number("ColumnNumber")}
	items := e.all("WideEntries", "WideEntry", "WideItem")
	if len(items) == 0 {
		return w, fmt.Errorf("the wide control has no item")
	}
	var err error
	w.Property, w.Value, err = d.expression(items[0])
	w.Format = items[0].text("FormatString")
	return w, err
}
