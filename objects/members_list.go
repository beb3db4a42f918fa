package objects

import (
	"strings"
)

// Member is one member of a value, as Get-Member and psobject.Members show it.
type Member struct {
	Name       string
	Kind       MemberKind
	Definition string // "int Length {get;}"
	Owner      Value  // the value it belongs to
	Static     bool
	Hidden     bool // shown by -Force only
}

// Members lists the members of v, or the static ones of a type: own ones in
// order of addition, type data, then the type's in order of declaration.
func (tt *TypeTable) Members(v Value, static bool) []Member {
	if static {
		t := v.Type()
		if r, ok := As[RuntimeType](v); ok {
			t = r.Target
		}
		return tt.staticMembers(t)
	}
	v = extended(v)
	l := memberList{types: tt, of: v, seen: map[string]bool{}}
	if p, ok := v.ref.(*PSObject); ok {
		for i, name := range p.shape.names {
			l.own(OwnMember{name, p.shape.kinds[i], p.slots[i]})
		}
	}
	for _, d := range tt.typeDataChain(v) {
		l.data(d)
	}
	base := v.Base()
	if a, ok := base.ref.(Adapted); ok {
		for _, m := range a.AdaptedMembers() {
			m.Owner = v
			l.add(m)
		}
	}
	if t := base.Type(); t != nil {
		l.typeMembers(tt.info(t), !isAdapted(base))
	}
	return l.members
}

// MembersOfType lists the members that values of a type have: those of type data,
// then the type's in order of declaration.
func (tt *TypeTable) MembersOfType(t *Type) []Member {
	info := tt.info(t)
	l := memberList{types: tt, seen: map[string]bool{}}
	if tt.hasTypeData.Load() {
		for base := t; base != nil; base = base.Base {
			if d := tt.sessionTypeData(base.QualifiedName()); d != nil {
				l.data(d)
			}
		}
	}
	for _, d := range info.data {
		l.data(d)
	}
	l.typeMembers(info, true)
	return l.members
}

func (l *memberList) data(d *TypeData) {
	for _, m := range d.Members {
		l.own(m)
	}
}

// typeDataChain is all type data that v has, the most derived type's first.
func (tt *TypeTable) typeDataChain(v Value) (chain []*TypeData) {
	if tt.hasTypeData.Load() {
		for _, name := range TypeNames(v) {
			if d := tt.sessionTypeData(name); d != nil {
				chain = append(chain, d)
			}
		}
	}
	if t := v.Type(); t != nil {
		chain = append(chain, tt.info(t).data...)
	}
	return chain
}

// memberList gathers members; the first of a name hides the others.
type memberList struct {
	types   *TypeTable
	of      Value
	members []Member
	seen    map[string]bool
}

func (l *memberList) add(m Member) {
	key := strings.ToLower(m.Name)
	if !l.seen[key] {
		l.seen[key] = true
		l.members = append(l.members, m)
	}
}

func (l *memberList) own(m OwnMember) {
	l.add(Member{Name: m.Name, Kind: m.Kind, Definition: l.types.ownDefinition(m), Owner: l.of})
}

// typeMembers lists what the type declares. The properties of an [Adapted]
// object's type are left out: its data stand in their place.
func (l *memberList) typeMembers(info *typeInfo, properties bool) {
	for c := info; c != nil && properties; c = c.base {
		if c.declaration == nil {
			continue
		}
		for i := range c.declaration.Properties {
			p := &c.declaration.Properties[i]
			if name, static := signatureName(p.Signature); !static {
				l.add(Member{Name: name, Kind: PropertyMember, Definition: l.types.propertyDefinition(c.properties[strings.ToLower(name)]), Owner: l.of, Hidden: p.Hidden})
			}
		}
	}
	for c := info; c != nil; c = c.base {
		if c.declaration == nil {
			continue
		}
		for i := range c.declaration.Methods {
			if name, static := signatureName(c.declaration.Methods[i].Signature); !static {
				l.method(info.group(strings.ToLower(name), false))
			}
		}
	}
}

func (l *memberList) method(g *methodGroup) {
	m := Member{Name: g.name, Kind: MethodMember, Definition: l.types.groupDefinition(g), Owner: l.of, Hidden: g.hidden()}
	if g.overloads[0].params().indexer {
		m.Kind = ParameterizedPropertyMember
	}
	l.add(m)
}

func (g *methodGroup) hidden() bool {
	for _, o := range g.overloads {
		if !o.method.Hidden {
			return false
		}
	}
	return true
}

func (tt *TypeTable) staticMembers(t *Type) []Member {
	l := memberList{types: tt, of: TypeValue(t), seen: map[string]bool{}}
	if t.Enum != nil {
		for _, name := range t.Enum.Names {
			l.add(Member{Name: name, Kind: PropertyMember, Definition: "static " + t.FullName + " " + name + " {get;}", Owner: l.of, Static: true})
		}
	}
	info := tt.info(t)
	for c := info; c != nil; c = c.base {
		if c.declaration == nil {
			continue
		}
		for i := range c.declaration.Properties {
			if name, static := signatureName(c.declaration.Properties[i].Signature); static {
				l.add(Member{Name: name, Kind: PropertyMember, Definition: tt.propertyDefinition(c.statics[strings.ToLower(name)]), Owner: l.of, Static: true})
			}
		}
		for i := range c.declaration.Methods {
			if name, static := signatureName(c.declaration.Methods[i].Signature); static {
				l.add(Member{Name: name, Kind: MethodMember, Definition: tt.groupDefinition(info.group(strings.ToLower(name), true)), Owner: l.of, Static: true})
			}
		}
	}
	if info.constructors != nil {
		l.add(Member{Name: "new", Kind: MethodMember, Definition: tt.groupDefinition(info.constructors), Owner: l.of, Static: true})
	}
	return l.members
}

// PropertyNames are the names of the properties a view or Select-Object *
// shows of v, in order.
func (tt *TypeTable) PropertyNames(v Value) []string { return tt.propertyNames(v, false) }

// AllPropertyNames are those and the hidden ones.
func (tt *TypeTable) AllPropertyNames(v Value) []string { return tt.propertyNames(v, true) }

func (tt *TypeTable) propertyNames(v Value, hidden bool) []string {
	if p, ok := v.ref.(*PSObject); ok && p.IsCustom() && (p.typeNames == nil || !tt.hasTypeData.Load()) {
		return p.propertyNames()
	}
	var names []string
	for _, m := range tt.Members(v, false) {
		if isPropertyKind(m.Kind) && (hidden || !m.Hidden) {
			names = append(names, m.Name)
		}
	}
	return names
}

func (p *PSObject) propertyNames() []string {
	for _, k := range p.shape.kinds {
		if !isPropertyKind(k) {
			var names []string
			for i, name := range p.shape.names {
				if isPropertyKind(p.shape.kinds[i]) {
					names = append(names, name)
				}
			}
			return names
		}
	}
	return p.shape.names
}

func isPropertyKind(k MemberKind) bool { return k <= ScriptPropertyMember }
