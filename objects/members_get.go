package objects

import "strings"

// Adapted is an object whose members are its data rather than its type's: an
// XML element, a data row ("about_Properties", adapted type system). Its own
// members come before the type's.
type Adapted interface {
	Object
	// AdaptedProperty reads a member by name, without regard to case.
	AdaptedProperty(name string) (v Value, ok bool)
	// SetAdaptedProperty assigns one; ok is false where there is none.
	SetAdaptedProperty(name string, v Value) (ok bool, err error)
	// AdaptedMembers are the members in order, for Get-Member.
	AdaptedMembers() []Member
}

// GetProperty reads a property of v by name, without regard to case: own
// members, type data, then the type's. ok is false where there is none: member
// enumeration and [Intrinsic] are the caller's. Dictionaries give their
// entries first; a method's name gives a [MethodValue].
func (tt *TypeTable) GetProperty(v Value, name string) (value Value, ok bool, err error) {
	return tt.getProperty(v, name, 0)
}

func (tt *TypeTable) getProperty(v Value, name string, depth int) (Value, bool, error) {
	v = extended(v)
	if p, ok := v.ref.(*PSObject); ok {
		if i := p.shape.Slot(name); i >= 0 {
			if p.shape.kinds[i] == NotePropertyMember {
				return p.slots[i], true, nil
			}
			value, err := tt.readMember(v, OwnMember{p.shape.names[i], p.shape.kinds[i], p.slots[i]}, depth)
			return value, true, err
		}
	}
	base := v.Base()
	if base.ref == nil {
		return Null, false, nil
	}
	switch r := base.ref.(type) {
	case *Hashtable:
		if e, ok := r.GetString(name); ok {
			return e, true, nil
		}
	case *BaseView:
		return tt.baseMember(r.of, name)
	case *MemberSetDef:
		if m, ok := r.member(name); ok {
			return m.Value, true, nil
		}
	}
	if m, ok := tt.typeDataMember(v, name); ok {
		value, err := tt.readMember(v, m, depth)
		return value, true, err
	}
	if a, ok := base.ref.(Adapted); ok {
		if value, ok := a.AdaptedProperty(name); ok {
			return value, true, nil
		}
	}
	if _, get := tt.getter(base.Type(), name); get != nil {
		value, err := get(base)
		return value, true, err
	}
	return tt.otherMember(v, base, name)
}

// baseMember reads a member of v's type, whatever v's data are.
func (tt *TypeTable) baseMember(v Value, name string) (Value, bool, error) {
	if _, get := tt.getter(v.Type(), name); get != nil {
		value, err := get(v)
		return value, true, err
	}
	return tt.otherMember(v, v, name)
}

// otherMember is what follows the properties: the sets that every object has,
// and methods as values.
func (tt *TypeTable) otherMember(v, base Value, name string) (Value, bool, error) {
	if set, ok := tt.memberSet(v, name); ok {
		return set, true, nil
	}
	if g := tt.info(base.Type()).group(strings.ToLower(name), false); g != nil {
		return Of(&MethodValue{this: base, name: g.name, types: tt, group: g}), true, nil
	}
	return Null, false, nil
}

// getter is how a declared property of t is read; nil where there is none. A
// getter that fails gives $null, as PowerShell reads properties of .NET.
func (tt *TypeTable) getter(t *Type, name string) (*property, func(this Value) (Value, error)) {
	p := tt.info(t).property(strings.ToLower(name))
	if p == nil || p.Get == nil && p.GetIn == nil {
		return nil, nil
	}
	return p, func(this Value) (Value, error) {
		value, err := p.read(tt, this)
		if err != nil && !isFlow(err) {
			return Null, nil
		}
		return value, err
	}
}

// Intrinsic is the Count or Length that PowerShell gives every value without
// one, outside strict mode: 0 for $null, 1 for a single object
// ("about_Properties"). ok is false for other names.
func Intrinsic(v Value, name string) (Value, bool) {
	if !strings.EqualFold(name, "Count") && !strings.EqualFold(name, "Length") {
		return Null, false
	}
	if v.IsNull() {
		return Int(0), true
	}
	return Int(1), true
}

// StaticProperty reads [type]::name; ok is false where there is none. A
// method's name gives a [MethodValue].
func (tt *TypeTable) StaticProperty(t *Type, name string) (value Value, ok bool, err error) {
	if t.Enum != nil {
		if v, ok := enumMember(t, name); ok {
			return v, true, nil
		}
	}
	info := tt.info(t)
	key := strings.ToLower(name)
	if p := info.static(key); p != nil {
		v, err := p.read(tt, TypeValue(t))
		if err != nil {
			return Null, true, gettingFailed(p.name, Raised(err))
		}
		return v, true, nil
	}
	if g := info.group(key, true); g != nil {
		return Of(&MethodValue{static: t, name: g.name, types: tt, group: g}), true, nil
	}
	if key == "new" && info.constructors != nil {
		return Of(&MethodValue{static: t, name: "new", types: tt, group: info.constructors}), true, nil
	}
	return Null, false, nil
}

func enumMember(t *Type, name string) (Value, bool) {
	for i, n := range t.Enum.Names {
		if strings.EqualFold(n, name) {
			return Word(t, uint64(t.Enum.Values[i])), true
		}
	}
	return Null, false
}
