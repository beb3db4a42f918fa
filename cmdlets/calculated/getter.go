package calculated

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// Getter reads one property, or runs its expression, of many objects.
type Getter struct {
	Property
	cache  objects.PropertyCache
	runner *runtime.BlockRunner // of the expression, made at its first use
}

// Getters makes the getters of properties.
func Getters(properties []Property) []*Getter {
	list := make([]*Getter, len(properties))
	for i, p := range properties {
		list[i] = &Getter{Property: p}
	}
	return list
}

// Value is what the property or expression gives for v; found is false where v
// has no such property. A failed expression is overlooked: it gives $null.
func (g *Getter) Value(rt *runtime.CommandRuntime, v objects.Value) (value objects.Value, found bool, err error) {
	if g.Block == nil {
		if h, ok := objects.As[*objects.Hashtable](v); ok && h.Type() != objects.HashtableType {
			v = objects.PSBase(v) // keys are properties of a Hashtable alone, not of other dictionaries
		}
		value, found, err = g.cache.Get(rt.Types(), v, g.Name)
		if err != nil {
			return objects.Null, true, rt.Session().Overlook(err)
		}
		return value, found, nil
	}
	if g.runner == nil {
		g.runner = rt.Runner(g.Block)
	}
	value, err = g.runner.Evaluate(v)
	if err != nil {
		return objects.Null, true, rt.Session().Overlook(err)
	}
	if value.IsAutomationNull() {
		value = objects.Null
	}
	return value, true, nil
}

// Title is what the property is called in a result: its label, its name, or
// the text of its expression.
func (p *Property) Title() string {
	switch {
	case p.Label != "":
		return p.Label
	case p.Block != nil:
		return p.Block.Source()
	}
	return p.Name
}

// IsPattern reports whether the name stands for several properties.
func (p *Property) IsPattern() bool {
	return p.Block == nil && wildcard.ContainsWildcards(p.Name)
}

// Matching are the names of the properties of v that the name, a wildcard
// pattern, stands for.
func (p *Property) Matching(tt *objects.TypeTable, v objects.Value) ([]string, error) {
	w, err := wildcard.Compile(p.Name, true)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, n := range tt.PropertyNames(v) {
		if w.Match(n) {
			names = append(names, n)
		}
	}
	return names, nil
}

// Names are the names of the properties, for [runtime.Narrowing]; ok is false where
// one of them is a pattern or an expression.
func Names(getters []*Getter) (names []string, ok bool) {
	for _, g := range getters {
		if g.Block != nil || g.IsPattern() {
			return nil, false
		}
		names = append(names, g.Name)
	}
	return names, true
}
