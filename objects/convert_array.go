package objects

import "github.com/csshell/csshell/objects/utf16"

// toArray converts to an array: the elements of a list one by one, a string to
// its characters for char[], anything else as the only element.
func (tt *TypeTable) toArray(v Value, to *Type) (Value, error) {
	elem := to.Elem
	if s, ok := v.ref.(string); ok && elem == CharType {
		units := utf16.Encode(s)
		chars := make([]Value, len(units))
		for i, c := range units {
			chars[i] = Char(c)
		}
		return Of(NewArray(CharType, chars)), nil
	}
	list, ok := Enumeration(v)
	if !ok {
		return tt.scalarToArray(v, to)
	}
	items, err := Collect(list)
	if err != nil {
		return Null, err
	}
	converted, err := tt.convertAll(items, elem)
	if _, array := v.Base().ref.(*Array); err != nil && !array {
		return Null, tt.cannotConvert("InvalidCastExceptionEnumerableToArray", v, to, err)
	}
	return Of(NewArray(elem, converted)), err
}

// convertAll converts each of the items, which stay as they are. Among strings a
// null stays null.
func (tt *TypeTable) convertAll(items []Value, elem *Type) ([]Value, error) {
	converted := make([]Value, len(items))
	for i, item := range items {
		if item.IsNull() && elem == StringType {
			continue
		}
		c, err := tt.Convert(item, elem)
		if err != nil {
			return nil, err
		}
		converted[i] = c
	}
	return converted, nil
}

func (tt *TypeTable) scalarToArray(v Value, to *Type) (Value, error) {
	only, err := tt.Convert(v, to.Elem)
	switch {
	case err == nil:
	case isFinal(err), !isNumber(v) && v.Kind() < KindString:
		return tt.lastResort(v, v, to)
	default:
		return Null, tt.cannotConvert("InvalidCastExceptionScalarToArray", v, to, err)
	}
	return Of(NewArray(to.Elem, []Value{only})), nil
}
