package objects

// fromList converts the elements of an array to those of a list type; other
// lists count as one element where they can ("about_Arrays").
func (tt *TypeTable) fromList(list Enumerable, v Value, to *Type) (Value, bool, error) {
	elem, ok := elementOf(to)
	if !ok {
		return Null, false, nil
	}
	if _, array := list.(*Array); !array {
		if only, err := tt.Convert(v, elem); err == nil && elem != ObjectType {
			return tt.listOf([]Value{only}, elem, to)
		}
	}
	items, err := Collect(list)
	if err != nil {
		return Null, true, err
	}
	converted, err := tt.convertAll(items, elem)
	if err != nil {
		return Null, false, nil
	}
	return tt.listOf(converted, elem, to)
}

// fromScalar is a list with v as its only element.
func (tt *TypeTable) fromScalar(v Value, to *Type) (Value, bool, error) {
	elem, ok := elementOf(to)
	if !ok {
		return Null, false, nil
	}
	only, err := tt.Convert(v, elem)
	if err != nil {
		return Null, false, nil
	}
	return tt.listOf([]Value{only}, elem, to)
}

// elementOf is the type of the elements of a generic collection class.
func elementOf(t *Type) (*Type, bool) {
	if t.Open == nil || len(t.Args) != 1 || t.Is(InterfaceAttr) || t.Is(ValueTypeAttr) || !t.DerivesFrom(EnumerableType) {
		return nil, false
	}
	return t.Args[0], true
}

// listOf makes a list type of the elements, which it owns.
func (tt *TypeTable) listOf(items []Value, elem, to *Type) (Value, bool, error) {
	if to.Open == ListOpenType || to.Open == CollectionOpenType {
		return Of(NewList(to, items)), true, nil
	}
	return tt.construct1(Of(NewArray(elem, items)), to)
}
