package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// listGenerator shows objects as lists of their properties, which are looked
// up for each object anew.
type listGenerator struct {
	*evaluator
	last   layout // of the object that fields are for
	fields []*field
}

func (l *listGenerator) start(objects.Value) (*FormatStart, error) {
	return &FormatStart{shape: ListShape}, nil
}

func (l *listGenerator) entry(v objects.Value) (*FormatEntry, error) {
	if at := layoutOf(v); l.fields == nil || at != l.last {
		l.last = at
		if len(l.request.Properties) > 0 {
			l.fields = resolve(l.s.Types, l.request.Properties, v, false)
		} else {
			l.fields = defaultFields(l.s.Types, v)
		}
	}
	return l.list(l.fields, v)
}

func (e *evaluator) list(fields []*field, v objects.Value) (*FormatEntry, error) {
	entry := &FormatEntry{kind: listEntry, fields: make([]listField, len(fields))}
	for i, f := range fields {
		s, err := e.text(f, v)
		if err != nil {
			return nil, err
		}
		entry.fields[i] = listField{f.label, s}
	}
	return entry, nil
}

// listView shows objects as lists of a view.
type listView struct {
	*evaluator
	general *itemFields
	special []specialFields
}

type itemFields struct {
	items  []Item
	fields []*field
}

type specialFields struct {
	types []string
	*itemFields
}

func newListView(e *evaluator, body List) *listView {
	l := &listView{evaluator: e, general: newItemFields(body.Items)}
	for _, f := range body.For {
		l.special = append(l.special, specialFields{f.Types, newItemFields(f.Items)})
	}
	return l
}

func newItemFields(items []Item) *itemFields {
	f := &itemFields{items: items, fields: make([]*field, len(items))}
	for i, item := range items {
		f.fields[i] = &field{label: item.Label, name: item.Property, value: item.Value, format: item.Format}
		if item.Label == "" {
			f.fields[i].label = item.Property
		}
	}
	return f
}

func (l *listView) start(objects.Value) (*FormatStart, error) {
	return &FormatStart{shape: ListShape}, nil
}

func (l *listView) entry(v objects.Value) (*FormatEntry, error) {
	items := l.itemsFor(v)
	shown := items.fields
	for i := range items.items {
		if items.items[i].If != nil {
			shown = items.shown(&l.s.Context, v)
			break
		}
	}
	return l.list(shown, v)
}

// shown are the fields whose conditions hold.
func (f *itemFields) shown(c *Context, v objects.Value) []*field {
	var shown []*field
	for i, item := range f.items {
		if item.If == nil || item.If(c, v) {
			shown = append(shown, f.fields[i])
		}
	}
	return shown
}

// itemsFor are the items for the most derived type name of v that has some.
func (l *listView) itemsFor(v objects.Value) *itemFields {
	if len(l.special) == 0 {
		return l.general
	}
	for _, name := range objects.TypeNames(v) {
		for _, s := range l.special {
			for _, t := range s.types {
				if strings.EqualFold(t, name) {
					return s.itemFields
				}
			}
		}
	}
	return l.general
}
