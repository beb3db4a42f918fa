package objects

import (
	"strings"
	"sync"
)

// typeInfo is what a TypeTable knows of a type's members: those it declares
// itself, and through base the inherited ones.
type typeInfo struct {
	typ          *Type
	base         *typeInfo
	declaration  *Declaration
	generic      []string // names of the type parameters
	properties   map[string]*property
	statics      map[string]*property
	methods      map[string]*methodGroup
	functions    map[string]*methodGroup // static methods
	constructors *methodGroup
	data         []*TypeData // what PowerShell adds, the most derived type's first
	groups       sync.Map    // groupKey to *methodGroup, those that bases add to
}

type groupKey struct {
	name   string
	static bool
}

// property is a declared property of a type.
type property struct {
	*Property
	name  string
	owner *Type
	info  *typeInfo
}

// methodGroup is all overloads of one name.
type methodGroup struct {
	name      string
	overloads []*overload
}

// info is the members of t, made at first use.
func (tt *TypeTable) info(t *Type) *typeInfo {
	if i, ok := tt.members.Load(t); ok {
		return i.(*typeInfo)
	}
	made, _ := tt.members.LoadOrStore(t, tt.newTypeInfo(t))
	return made.(*typeInfo)
}

func (tt *TypeTable) newTypeInfo(t *Type) *typeInfo {
	i := &typeInfo{typ: t}
	if base := t.BaseType(); base != nil {
		i.base = tt.info(base)
	}
	if d := tt.declarationOf(t); d != nil {
		i.declaration = d
		i.generic = typeParameters(d, t)
		tt.addProperties(i, d)
		tt.addMethods(i, d)
		if d.Data != nil {
			i.data = append(i.data, d.Data)
		}
	}
	if i.base != nil {
		i.data = append(i.data, i.base.data...)
	}
	return i
}

// declarationOf is what declares the members of t; nil for none.
func (tt *TypeTable) declarationOf(t *Type) *Declaration {
	if t.Open != nil {
		t = t.Open
	}
	tt.mu.RLock()
	declare := tt.declared[t]
	tt.mu.RUnlock()
	if declare == nil {
		if e, ok := tt.entryOf()[t]; ok {
			declare = e.Declare
		}
	}
	if declare == nil {
		return nil
	}
	return declare()
}

// typeParameters are the names that stand for generic arguments in the
// signatures of d.
func typeParameters(d *Declaration, t *Type) []string {
	switch {
	case d.Parameters != nil:
		return d.Parameters
	case len(t.Args) == 1:
		return []string{"T"}
	case len(t.Args) == 2:
		return []string{"TKey", "TValue"}
	}
	return nil
}

func (tt *TypeTable) addProperties(i *typeInfo, d *Declaration) {
	for n := range d.Properties {
		p := &d.Properties[n]
		name, static := signatureName(p.Signature)
		made := &property{Property: p, name: name, owner: i.typ, info: i}
		into := &i.properties
		if static {
			into = &i.statics
		}
		if *into == nil {
			*into = make(map[string]*property, len(d.Properties))
		}
		(*into)[strings.ToLower(name)] = made
	}
}

func (tt *TypeTable) addMethods(i *typeInfo, d *Declaration) {
	for n := range d.Methods {
		m := &d.Methods[n]
		name, static := signatureName(m.Signature)
		into := &i.methods
		if static {
			into = &i.functions
		}
		if *into == nil {
			*into = make(map[string]*methodGroup, len(d.Methods))
		}
		key := strings.ToLower(name)
		g := (*into)[key]
		if g == nil {
			g = &methodGroup{name: name}
			(*into)[key] = g
		}
		g.overloads = append(g.overloads, newOverload(tt, m, i.typ, i.generic))
	}
	if len(d.Constructors) == 0 {
		return
	}
	i.constructors = &methodGroup{name: "new"}
	for n := range d.Constructors {
		i.constructors.overloads = append(i.constructors.overloads, newOverload(tt, &d.Constructors[n], i.typ, i.generic))
	}
}

// property finds an instance property by its folded name, inherited ones too.
func (i *typeInfo) property(key string) *property {
	for c := i; c != nil; c = c.base {
		if p, ok := c.properties[key]; ok {
			return p
		}
	}
	return nil
}

// static finds a static property by its folded name, inherited ones too.
func (i *typeInfo) static(key string) *property {
	for c := i; c != nil; c = c.base {
		if p, ok := c.statics[key]; ok {
			return p
		}
	}
	return nil
}

// group finds the overloads of an instance or static method by its folded
// name, those that a base type adds included; nil for none.
func (i *typeInfo) group(name string, static bool) *methodGroup {
	key := groupKey{name, static}
	if g, ok := i.groups.Load(key); ok {
		return g.(*methodGroup)
	}
	var found *methodGroup
	for c := i; c != nil; c = c.base {
		g := c.methods[name]
		if static {
			g = c.functions[name]
		}
		switch {
		case g == nil:
		case found == nil:
			found = g
		default:
			found = found.with(g)
		}
	}
	if found != nil {
		i.groups.Store(key, found)
	}
	return found
}

// with adds the overloads of a base type that are not overridden.
func (g *methodGroup) with(base *methodGroup) *methodGroup {
	merged := &methodGroup{name: g.name, overloads: g.overloads[:len(g.overloads):len(g.overloads)]}
	for _, b := range base.overloads {
		if !g.overrides(b) {
			merged.overloads = append(merged.overloads, b)
		}
	}
	return merged
}

func (g *methodGroup) overrides(b *overload) bool {
	for _, o := range g.overloads {
		if sameParameters(o.params(), b.params()) {
			return true
		}
	}
	return false
}

func sameParameters(a, b *signature) bool {
	if len(a.params) != len(b.params) {
		return false
	}
	for i := range a.params {
		if a.params[i].typ != b.params[i].typ {
			return false
		}
	}
	return true
}
