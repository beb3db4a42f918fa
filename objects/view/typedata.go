package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// displayProperty is the name of the property that stands for v: the one its
// type data names, or the first called like a name, an id or a key; "" where
// there is none.
func displayProperty(tt *objects.TypeTable, v objects.Value) string {
	if d := tt.TypeDataFor(v, func(d *objects.TypeData) bool { return d.DefaultDisplayProperty != "" }); d != nil {
		return d.DefaultDisplayProperty
	}
	names := tt.PropertyNames(v)
	for _, like := range [...]string{"name", "id", "key"} {
		for _, n := range names {
			if strings.EqualFold(n, like) {
				return n
			}
		}
	}
	for _, like := range [...]string{"key", "name", "id"} {
		for _, n := range names {
			if len(n) >= len(like) && strings.EqualFold(n[len(n)-len(like):], like) {
				return n
			}
		}
	}
	return ""
}

// displaySet are the names of the default display property set of v, its own
// or that of its type data; nil for none.
func displaySet(tt *objects.TypeTable, v objects.Value) []string {
	if p, ok := v.Ref().(*objects.PSObject); ok {
		if names := ownDisplaySet(p); names != nil {
			return names
		}
	}
	d := tt.TypeDataFor(v, func(d *objects.TypeData) bool { return d.DefaultDisplayPropertySet != nil })
	if d == nil {
		return nil
	}
	return d.DefaultDisplayPropertySet
}

// ownDisplaySet is the set that a script added to one object, as the member
// DefaultDisplayPropertySet of a member set PSStandardMembers.
func ownDisplaySet(p *objects.PSObject) []string {
	i := p.Shape().Slot("PSStandardMembers")
	if i < 0 {
		return nil
	}
	standard, ok := p.At(i).Ref().(*objects.MemberSetDef)
	if !ok {
		return nil
	}
	for _, m := range standard.Members {
		set, ok := m.Value.Ref().(*objects.PropertySetDef)
		if ok && objects.EqualFold(m.Name, "DefaultDisplayPropertySet") {
			return set.Names
		}
	}
	return nil
}
