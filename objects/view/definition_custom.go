package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// maxControls bounds how deep the controls of a custom view may call one
// another.
const maxControls = 50

// part writes one piece of a custom control.
type part func(w *Writer, v objects.Value, depth int) error

// custom makes the body of a CustomControl. Entries for certain types come
// before the general one.
func (d *definitionReader) custom(control *element) (Custom, error) {
	write, err := d.control(control)
	if err != nil {
		return Custom{}, err
	}
	return Custom{Write: func(w *Writer, v objects.Value) error { return write(w, v, 0) }}, nil
}

// customEntry is what a control shows of objects of some types.
type customEntryParts struct {
	types []string // nil for all
	parts []part
}

func (d *definitionReader) control(control *element) (part, error) {
	var entries []customEntryParts
	for _, e := range control.all("CustomEntries", "CustomEntry") {
		entry := customEntryParts{types: d.selected(e.child("EntrySelectedBy"))}
		for _, item := range e.all("CustomItem") {
			parts, err := d.parts(item)
			if err != nil {
				return nil, err
			}
			entry.parts = append(entry.parts, parts...)
		}
		entries = append(entries, entry)
	}
	return func(w *Writer, v objects.Value, depth int) error {
		if depth > maxControls {
			return nil
		}
		for _, p := range entryFor(entries, v).parts {
			if err := p(w, v, depth); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// entryFor is the entry for the most derived type name of v.
func entryFor(entries []customEntryParts, v objects.Value) customEntryParts {
	for _, name := range objects.TypeNames(v) {
		for _, e := range entries {
			for _, t := range e.types {
				if strings.EqualFold(t, name) {
					return e
				}
			}
		}
	}
	for _, e := range entries {
		if e.types == nil {
			return e
		}
	}
	return customEntryParts{}
}

// parts are the pieces of a CustomItem, in order.
func (d *definitionReader) parts(item *element) ([]part, error) {
	var parts []part
	for i := range item.Children {
		p, err := d.part(&item.Children[i])
		if err != nil {
			return nil, err
		}
		if p != nil {
			parts = append(parts, p)
		}
	}
	return parts, nil
}

func (d *definitionReader) part(e *element) (part, error) {
	switch e.name() {
	case "Text":
		text := e.Text
		return func(w *Writer, _ objects.Value, _ int) error { w.Text(text); return nil }, nil
	case "NewLine":
		count := max(1, e.number("Count"))
		return func(w *Writer, _ objects.Value, _ int) error {
			for range count {
				w.NewLine()
			}
			return nil
		}, nil
	case "Frame":
		return d.frame(e)
	case "ExpressionBinding":
		return d.binding(e)
	}
	return nil, nil
}

func (d *definitionReader) frame(e *element) (part, error) {
	var inner []part
	for _, item := range e.all("CustomItem") {
		parts, err := d.parts(item)
		if err != nil {
			return nil, err
		}
		inner = append(inner, parts...)
	}
	indent := e.number("LeftIndent")
	return func(w *Writer, v objects.Value, depth int) error {
		return w.Indent(indent, func() error {
			for _, p := range inner {
				if err := p(w, v, depth); err != nil {
					return err
				}
			}
			return nil
		})
	}, nil
}

// binding shows the value of an expression, by a control of its own where it
// names one.
func (d *definitionReader) binding(e *element) (part, error) {
	property, value, err := d.expression(e)
	if err != nil {
		return nil, err
	}
	shown, err := d.condition(e.child("ItemSelectionCondition"))
	if err != nil {
		return nil, err
	}
	inner, err := d.innerControl(e)
	if err != nil {
		return nil, err
	}
	f := field{name: property, value: value, format: e.text("FormatString")}
	whole := property == "" && value == nil // the object itself
	each := e.child("EnumerateCollection") != nil
	return func(w *Writer, v objects.Value, depth int) error {
		if shown != nil && !shown(w.Context, v) {
			return nil
		}
		result := v
		if !whole {
			var err error
			if result, _, err = f.get(w.Context, v); err != nil {
				return err
			}
		}
		return writeBinding(w, result, f.format, inner, each, depth)
	}, nil
}

// innerControl is the control that a binding shows its value by; nil for none.
// It is found when it is used, since controls may name each other.
func (d *definitionReader) innerControl(e *element) (part, error) {
	if control := e.child("CustomControl"); control != nil {
		return d.control(control)
	}
	name := e.text("CustomControlName")
	if name == "" {
		return nil, nil
	}
	var made part
	return func(w *Writer, v objects.Value, depth int) error {
		if made == nil {
			control := d.controls[name]
			if control == nil {
				return nil
			}
			var err error
			if made, err = d.control(control); err != nil {
				return err
			}
		}
		return made(w, v, depth)
	}, nil
}

func writeBinding(w *Writer, v objects.Value, format string, inner part, each bool, depth int) error {
	one := func(v objects.Value) error {
		if inner != nil {
			return inner(w, v, depth+1)
		}
		s, err := w.formatted(v, format)
		w.Text(s)
		return err
	}
	if !each {
		return one(v)
	}
	if e := w.enumerable(v); e != nil {
		return e.Enumerate(one)
	}
	return one(v)
}
