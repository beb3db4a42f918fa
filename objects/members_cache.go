package objects

import "strings"

// PropertyCache remembers, at one place of a program, where values of the
// last layout keep a property (an inline cache). The zero value is ready.
type PropertyCache struct {
	shape   *Shape
	slot    int
	without *Shape // of wrappers that leave the property to what they wrap
	typ     *Type
	of      *generation // of the table when typ was seen
	get     func(this Value) (Value, error)
	plain   func(this Value) string // see [Property.Plain]; may be nil

	assigned settable
}

// settable is the property that values of a type have for an assignment.
type settable struct {
	typ      *Type
	of       *generation
	property *property
	accepts  *Type
}

// Get is GetProperty through the cache.
func (c *PropertyCache) Get(tt *TypeTable, v Value, name string) (Value, bool, error) {
	switch r := v.ref.(type) {
	case *PSObject:
		if r.shape == c.shape && r.shape != nil {
			return r.slots[c.slot], true, nil
		}
		if base := v.Base(); r.shape == c.without && r.typeNames == nil && base.Type() == c.typ && c.of == tt.current.Load() {
			value, err := c.get(base)
			return value, true, err
		}
		return c.fillShape(tt, r, v, name)
	case *Hashtable:
		if e, ok := r.GetString(name); ok {
			return e, true, nil
		}
	case Adapted:
		return tt.getProperty(v, name, 0)
	}
	t := v.Type()
	if t == nil {
		return Null, false, nil
	}
	if t.Class != nil {
		v = extended(v)
		if _, own := v.ref.(*PSObject); own {
			return tt.getProperty(v, name, 0)
		}
	}
	if t == c.typ && c.of == tt.current.Load() {
		value, err := c.get(v)
		return value, true, err
	}
	return c.fillType(tt, t, v, name)
}

// Plain is the property as a text where it is known to be one, or $null, for which
// the text is empty. ok is false where Get must be asked.
func (c *PropertyCache) Plain(tt *TypeTable, v Value) (text string, ok bool) {
	if c.plain == nil || c.of != tt.current.Load() {
		return "", false
	}
	if r, wrapped := v.ref.(*PSObject); wrapped {
		if r.shape != c.without || r.typeNames != nil {
			return "", false
		}
		v = r.base
	}
	if o, is := v.ref.(Object); !is || o.Type() != c.typ || c.typ.Class != nil {
		return "", false
	}
	return c.plain(v), true
}

func (c *PropertyCache) fillShape(tt *TypeTable, p *PSObject, v Value, name string) (Value, bool, error) {
	i := p.shape.Slot(name)
	switch {
	case i >= 0 && p.shape.kinds[i] == NotePropertyMember:
		c.shape, c.slot = p.shape, i
	case i < 0 && p.typeNames == nil:
		c.fillWrapped(tt, p, v, name)
	}
	return tt.getProperty(v, name, 0)
}

// fillWrapped remembers that a wrapper has the property from what it wraps, unless
// that has properties of its own beside its type's.
func (c *PropertyCache) fillWrapped(tt *TypeTable, p *PSObject, v Value, name string) {
	base := v.Base()
	switch base.ref.(type) {
	case *PSObject, *Hashtable, *BaseView, Adapted:
		return
	}
	if t := base.Type(); t != nil && t.Class == nil && c.learn(tt, t, v, name) {
		c.without = p.shape
	}
}

// learn remembers how the property of a type is read, which type data may hide.
func (c *PropertyCache) learn(tt *TypeTable, t *Type, v Value, name string) bool {
	if _, hidden := tt.typeDataMember(v, name); hidden {
		return false
	}
	p, get := tt.getter(t, name)
	if get != nil {
		c.typ, c.of, c.get, c.plain = t, tt.current.Load(), get, p.Plain
	}
	return get != nil
}

func (c *PropertyCache) fillType(tt *TypeTable, t *Type, v Value, name string) (Value, bool, error) {
	c.learn(tt, t, v, name)
	return tt.getProperty(v, name, 0)
}

// Set is SetProperty through the cache.
func (c *PropertyCache) Set(tt *TypeTable, v Value, name string, to Value) error {
	p, ok := v.ref.(*PSObject)
	if !ok {
		return c.setTyped(tt, v, name, to)
	}
	if p.shape == c.shape && p.shape != nil {
		p.slots[c.slot] = to
		return nil
	}
	if i := p.shape.Slot(name); i >= 0 && p.shape.kinds[i] == NotePropertyMember {
		c.shape, c.slot = p.shape, i
	}
	return tt.SetProperty(v, name, to)
}

// setTyped assigns a property of a value that is no PSObject.
func (c *PropertyCache) setTyped(tt *TypeTable, v Value, name string, to Value) error {
	t := v.Type()
	if t == nil || t.Class == nil {
		return tt.SetProperty(v, name, to)
	}
	if _, own := extended(v).ref.(*PSObject); own {
		return tt.SetProperty(v, name, to)
	}
	if a := &c.assigned; t == a.typ && a.of == tt.current.Load() {
		return tt.assignAs(a.accepts, a.property, v, to)
	}
	if _, ok := tt.typeDataMember(v, name); !ok && !isAdapted(v) {
		if p := tt.info(t).property(strings.ToLower(name)); p != nil && p.settable() {
			c.assigned = settable{t, tt.current.Load(), p, tt.propertyType(p)}
		}
	}
	return tt.SetProperty(v, name, to)
}

// typeDataMember finds the member that type data gives v's type names: that of
// the session (Update-TypeData), then what PowerShell itself adds.
func (tt *TypeTable) typeDataMember(v Value, name string) (OwnMember, bool) {
	if tt.hasTypeData.Load() {
		for _, n := range TypeNames(v) {
			if d := tt.sessionTypeData(n); d != nil {
				if m, ok := d.Member(name); ok {
					return m, true
				}
			}
		}
	}
	t := v.Type()
	if t == nil {
		return OwnMember{}, false
	}
	for _, d := range tt.info(t).data {
		if m, ok := d.Member(name); ok {
			return m, true
		}
	}
	return OwnMember{}, false
}

func (tt *TypeTable) sessionTypeData(typeName string) *TypeData {
	tt.mu.RLock()
	defer tt.mu.RUnlock()
	return tt.typeData[strings.ToLower(typeName)]
}
