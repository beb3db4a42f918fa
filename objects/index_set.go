package objects

// SetIndex is v[index] = to.
func (tt *TypeTable) SetIndex(v Value, index []Value, to Value) error {
	v = v.Base()
	switch r := v.ref.(type) {
	case nil:
		return NewException(RuntimeException, "Cannot index into a null array.").WithID("NullArray")
	case *Hashtable:
		key := index[0]
		if len(index) > 1 {
			key = ArrayValue(index)
		}
		return tt.setEntry(r, key, to)
	case *Array:
		if len(r.dims) > 1 {
			return tt.setCell(r, index, to)
		}
	}
	if i, ok := v.ref.(Indexer); ok {
		return i.SetItem(tt, index, to)
	}
	if list, ok := v.ref.(Indexed); ok {
		return tt.setElement(list, index, to)
	}
	return cannotIndex(v)
}

// SetItem is [TypeTable.SetIndex] with one index.
func (tt *TypeTable) SetItem(v, index, to Value) error {
	switch r := v.ref.(type) {
	case *Hashtable:
		return tt.setEntry(r, index, to)
	case *Array:
		if i := int64(index.num); index.ref == Int32Type && r.dims == nil && i >= 0 && i < int64(len(r.items)) && (r.Elem() == ObjectType || to.ref == any(r.Elem())) {
			r.Set(int(i), to)
			return nil
		}
	}
	return tt.SetIndex(v, []Value{index}, to)
}

func (tt *TypeTable) setElement(list Indexed, index []Value, to Value) error {
	if len(index) != 1 {
		shown, err := tt.Text(ArrayValue(index), ",")
		if err != nil {
			return err
		}
		return NewException(RuntimeException, "Array assignment to ["+shown+"] failed because assignment to slices is not supported.").
			WithID("ArraySliceAssignmentFailed")
	}
	i, err := tt.place(index[0])
	if err != nil {
		return err
	}
	if to, err = tt.elementValue(to, list.Elem()); err != nil {
		return err
	}
	if i < 0 {
		i += int64(list.Len())
	}
	if i < 0 || i >= int64(list.Len()) {
		if _, array := list.(*Array); array {
			return NewException(IndexOutOfRangeException, "Index was outside the bounds of the array.")
		}
		return OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
	}
	list.Set(int(i), to)
	return nil
}

// elementValue is a value as an element of the type.
func (tt *TypeTable) elementValue(v Value, elem *Type) (Value, error) {
	if elem == ObjectType {
		return v, nil
	}
	return tt.Convert(v, elem)
}

func (tt *TypeTable) setCell(a *Array, index []Value, to Value) error {
	i, err := tt.cellPlace(a, index)
	if err != nil {
		return err
	}
	if i < 0 {
		return NewException(IndexOutOfRangeException, "Index was outside the bounds of the array.")
	}
	if to, err = tt.elementValue(to, a.Elem()); err != nil {
		return err
	}
	a.Set(i, to)
	return nil
}

func (tt *TypeTable) setEntry(h *Hashtable, key, to Value) error {
	if key.IsNull() {
		return nullIndex()
	}
	if h.ReadOnly {
		return NewException(NotSupportedException, "Collection is read-only.")
	}
	key, err := tt.elementValue(key, h.keyType())
	if err != nil {
		return err
	}
	if to, err = tt.elementValue(to, h.valueType()); err != nil {
		return err
	}
	if place, ok := orderedPlace(h, key); ok {
		old, _, found := h.AtIndex(place)
		if !found {
			return NewException(ArgumentOutOfRange, "Specified argument was out of the range of valid values. (Parameter 'index')")
		}
		key = old
	}
	h.Set(key, to)
	return nil
}
