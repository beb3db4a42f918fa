package view

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
)

// resolve turns properties asked for by name or expression into fields, with
// the names as v spells them and wildcards replaced by what they match in v.
// keepMissing also keeps plain names that v does not have: a table shows
// empty columns for them, a list nothing.
func resolve(tt *objects.TypeTable, asked []Property, v objects.Value, keepMissing bool) []*field {
	var fields []*field
	var names []string
	known := false
	for i := range asked {
		p := &asked[i]
		if p.Value != nil {
			fields = append(fields, p.field(p.Source))
			continue
		}
		if !known {
			names, known = tt.PropertyNames(v), true
		}
		found := p.match(tt, v, names)
		if len(found) == 0 && keepMissing && !wildcard.ContainsWildcards(p.Name) {
			found = []string{p.Name}
		}
		for _, name := range found {
			fields = append(fields, p.field(name))
		}
	}
	return fields
}

// match lists the properties of v that the name stands for.
func (p *Property) match(tt *objects.TypeTable, v objects.Value, names []string) []string {
	if !wildcard.ContainsWildcards(p.Name) {
		return plainMatch(tt, v, names, p.Name)
	}
	pattern, err := wildcard.Compile(p.Name, true)
	if err != nil {
		return nil
	}
	var found []string
	for _, n := range names {
		if pattern.Match(n) {
			found = append(found, n)
		}
	}
	return found
}

// plainMatch is the property of a name without wildcards, or those of the
// property set of that name.
func plainMatch(tt *objects.TypeTable, v objects.Value, names []string, name string) []string {
	for _, n := range names {
		if objects.EqualFold(n, name) {
			return []string{n}
		}
	}
	value, ok, err := tt.GetProperty(v, name)
	if set, is := value.Ref().(*objects.PropertySetDef); is {
		return set.Names
	}
	if ok || err != nil {
		return []string{name}
	}
	return nil
}

// field makes the field for a resolved name.
func (p *Property) field(name string) *field {
	f := &field{label: p.Label, value: p.Value, script: p.Source, format: p.Format, width: p.Width, align: p.Align, depth: p.Depth}
	if f.label == "" {
		f.label = name
	}
	if p.Value == nil {
		f.name = name
	}
	return f
}

// defaultFields are the properties shown of v where nobody asked for some: its
// default display set, or all.
func defaultFields(tt *objects.TypeTable, v objects.Value) []*field {
	names := tt.DisplayProperties(v)
	if len(names) == 0 {
		names = allProperties(tt, v)
	}
	fields := make([]*field, len(names))
	for i, n := range names {
		fields[i] = &field{label: n, name: n}
	}
	return fields
}

// allProperties are the properties of v in the order they are shown in where
// nobody names some: its own, those of its type, and those of type data last.
func allProperties(tt *objects.TypeTable, v objects.Value) []string {
	p, ok := v.Ref().(*objects.PSObject)
	if ok && p.IsCustom() {
		return tt.PropertyNames(v)
	}
	var own, declared, added []string
	for _, m := range tt.Members(v, false) {
		switch {
		case m.Hidden || m.Kind > objects.ScriptPropertyMember:
		case ok && p.Shape().Slot(m.Name) >= 0:
			own = append(own, m.Name)
		case m.Kind == objects.PropertyMember:
			declared = append(declared, m.Name)
		default:
			added = append(added, m.Name)
		}
	}
	return append(append(own, declared...), added...)
}
