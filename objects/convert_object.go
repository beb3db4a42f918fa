package objects

// toObject converts to a type that is neither simple nor an array.
func (tt *TypeTable) toObject(v, base Value, to *Type) (Value, error) {
	switch to {
	case SwitchParameterType:
		if base.ref == BooleanType {
			return Word(to, base.num), nil
		}
	case ArrayListType:
		if list, ok := Enumeration(base); ok {
			items, err := Collect(list)
			return Of(NewList(to, append([]Value(nil), items...))), err
		}
	case PSCustomObjectType, PSObjectType:
		if h, ok := base.ref.(*Hashtable); ok && to == PSCustomObjectType {
			return tt.customObject(h)
		}
		return v, nil
	}
	return Null, tt.noConversion(v, to)
}

// customObject is [pscustomobject]@{...}: the entries as note properties in
// their order.
func (tt *TypeTable) customObject(h *Hashtable) (Value, error) {
	p := NewCustomObject()
	var err error
	h.Each(func(key, value Value) bool {
		var name string
		if name, err = tt.Text(key, tt.Separator()); err != nil {
			return false
		}
		p.SetNote(name, value)
		return true
	})
	return Of(p), err
}
