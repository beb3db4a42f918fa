package objects

import (
	"strconv"

	"github.com/csshell/csshell/objects/utf16"
)

// Indexer is an object with an indexer of its own ($x[key]); ok is false for
// an index that it has nothing at.
type Indexer interface {
	Item(tt *TypeTable, index []Value) (v Value, ok bool, err error)
	SetItem(tt *TypeTable, index []Value, to Value) error
}

// Index is v[index] for one or several indexes: an element, an entry or a
// character; several give an object[] of what is there. A missing element is
// $null ("about_Arrays"); strict errors are the caller's.
func (tt *TypeTable) Index(v Value, index []Value) (Value, error) {
	if len(index) == 1 {
		if item, ok := quickItem(v, index[0]); ok {
			return item, nil
		}
	}
	return tt.index(v.Base(), index)
}

// Item is [TypeTable.Index] with one index.
func (tt *TypeTable) Item(v, index Value) (Value, error) {
	if item, ok := quickItem(v, index); ok {
		return item, nil
	}
	return tt.index(v.Base(), []Value{index})
}

// quickItem is an element of an array and an entry under a text, without ado.
func quickItem(v, index Value) (Value, bool) {
	switch r := v.ref.(type) {
	case *Array:
		if index.ref == Int32Type {
			return at(r, int64(index.num)), true
		}
	case *Hashtable:
		if _, text := index.ref.(string); text {
			return r.Get(index)
		}
	}
	return Null, false
}

// at is element i, from the end where i is negative; $null where there is none.
func at(list Indexed, i int64) Value {
	if i < 0 {
		i += int64(list.Len())
	}
	if i < 0 || i >= int64(list.Len()) {
		return Null
	}
	return list.At(int(i))
}

func nullIndex() error {
	return NewException(RuntimeException, "Index operation failed; the array index evaluated to null.").WithID("NullArrayIndex")
}

func cannotIndex(v Value) error {
	return NewException(RuntimeException, "Unable to index into an object of type \""+typeOfValue(v).String()+"\".").WithID("CannotIndex")
}

func (tt *TypeTable) index(v Value, index []Value) (Value, error) {
	switch r := v.ref.(type) {
	case nil:
		return Null, NewException(RuntimeException, "Cannot index into a null array.").WithID("NullArray")
	case *Hashtable:
		return tt.eachIndex(index, func(key Value) (Value, bool, error) { return tt.entry(r, key) })
	case string:
		return tt.eachIndex(index, func(i Value) (Value, bool, error) { return tt.charAt(r, i) })
	case *Array:
		if len(r.dims) > 1 {
			return tt.cell(r, index)
		}
	}
	if i, ok := v.ref.(Indexer); ok {
		item, _, err := i.Item(tt, index)
		return item, err
	}
	if list, ok := v.ref.(Indexed); ok {
		return tt.eachIndex(index, func(i Value) (Value, bool, error) { return tt.element(list, i) })
	}
	if item, ok, err := tt.declaredItem(v, index); ok {
		return item, err
	}
	return tt.eachIndex(index, func(i Value) (Value, bool, error) { return tt.itself(v, i) })
}

// declaredItem is v[index] by the indexer that its type declares.
func (tt *TypeTable) declaredItem(v Value, index []Value) (item Value, ok bool, err error) {
	g := tt.info(v.Type()).group("item", false)
	if g == nil {
		return Null, false, nil
	}
	item, err = tt.run(background(), target{this: v, typ: v.Type()}, g, Invocation{Name: "Item", Args: index}, nil)
	return item, true, err
}

// itself is an index of a single object, which counts as a list of one.
func (tt *TypeTable) itself(v, index Value) (Value, bool, error) {
	i, err := tt.place(index)
	switch {
	case err != nil:
		return Null, false, cannotIndex(v)
	case i == 0 || i == -1:
		return v, true, nil
	}
	return AutomationNull(), false, nil
}

// eachIndex looks one index up, or gives the array of what several find.
func (tt *TypeTable) eachIndex(index []Value, get func(Value) (Value, bool, error)) (Value, error) {
	if len(index) == 1 {
		list, several := Enumeration(index[0])
		if !several {
			v, _, err := get(index[0])
			return v, err
		}
		items, err := Collect(list)
		if err != nil {
			return Null, err
		}
		index = items
	}
	found := make([]Value, 0, len(index))
	for _, i := range index {
		v, ok, err := get(i)
		if err != nil {
			return Null, err
		}
		if ok {
			found = append(found, v)
		}
	}
	return ArrayValue(found), nil
}

// entry is the entry of a dictionary; an [ordered] one is also read by a
// number, which is a place.
func (tt *TypeTable) entry(h *Hashtable, key Value) (Value, bool, error) {
	if key.IsNull() {
		return Null, false, nullIndex()
	}
	if place, ok := orderedPlace(h, key); ok {
		_, v, found := h.AtIndex(place)
		return v, found, nil
	}
	if t := h.keyType(); t != ObjectType {
		k, err := tt.Convert(key, t)
		if err != nil {
			return Null, false, err
		}
		key = k
	}
	v, _ := h.Get(key)
	return v, true, nil
}

// keyType is the type of the keys: System.Object but for a generic dictionary.
func (h *Hashtable) keyType() *Type {
	if len(h.typ.Args) == 2 {
		return h.typ.Args[0]
	}
	return ObjectType
}

// valueType is the type of the values.
func (h *Hashtable) valueType() *Type {
	if len(h.typ.Args) == 2 {
		return h.typ.Args[1]
	}
	return ObjectType
}

// orderedPlace is the place that an integer key means in an [ordered] dictionary.
func orderedPlace(h *Hashtable, key Value) (int, bool) {
	if h.typ != OrderedDictionaryType || key.Base().ref != Int32Type {
		return 0, false
	}
	place := int(key.Base().Int64())
	if place < 0 {
		place += h.Len()
	}
	return place, true
}

func (tt *TypeTable) charAt(s string, index Value) (Value, bool, error) {
	i, ok, err := tt.placeToRead(index)
	if !ok {
		return Null, false, err
	}
	if i < 0 {
		i += int64(utf16.Len(s))
	}
	if i < 0 || i >= int64(len(s)) {
		return Null, false, nil
	}
	c, ok := utf16.At(s, int(i))
	if !ok {
		return Null, false, nil
	}
	return Char(c), true, nil
}

func (tt *TypeTable) element(list Indexed, index Value) (Value, bool, error) {
	i, ok, err := tt.placeToRead(index)
	if !ok {
		return Null, false, err
	}
	if i < 0 {
		i += int64(list.Len())
	}
	if i < 0 || i >= int64(list.Len()) {
		return Null, false, nil
	}
	return list.At(int(i)), true, nil
}

// place is an index as an integer.
func (tt *TypeTable) place(index Value) (int64, error) {
	if index.IsNull() {
		return 0, nullIndex()
	}
	i, err := tt.Convert(index, Int32Type)
	return i.Int64(), err
}

// placeToRead is an index as an integer; what is no number finds nothing.
func (tt *TypeTable) placeToRead(index Value) (i int64, ok bool, err error) {
	if index.IsNull() {
		return 0, false, nullIndex()
	}
	i, err = tt.place(index)
	return i, err == nil, nil
}

// cell is an element of an array of several dimensions.
func (tt *TypeTable) cell(a *Array, index []Value) (Value, error) {
	i, err := tt.cellPlace(a, index)
	if err != nil || i < 0 {
		return Null, err
	}
	return a.At(i), nil
}

// cellPlace is where an array of several dimensions keeps an element; -1
// outside its bounds.
func (tt *TypeTable) cellPlace(a *Array, index []Value) (int, error) {
	if len(index) == 1 {
		if list, ok := Enumeration(index[0]); ok {
			items, err := Collect(list)
			if err != nil {
				return 0, err
			}
			index = items
		}
	}
	if len(index) != len(a.dims) {
		shown, err := tt.Text(ArrayValue(index), ",")
		if err != nil {
			return 0, err
		}
		return 0, NewException(RuntimeException, "You cannot index into a "+strconv.Itoa(len(a.dims))+
			" dimensional array with index ["+shown+"].").WithID("NeedMultidimensionalIndex")
	}
	place := int64(0)
	for d, v := range index {
		i, err := tt.place(v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			i += int64(a.dims[d])
		}
		if i < 0 || i >= int64(a.dims[d]) {
			return -1, nil
		}
		place = place*int64(a.dims[d]) + i
	}
	return int(place), nil
}
