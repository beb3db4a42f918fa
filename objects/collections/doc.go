// Package collections declares .NET's collections: dictionaries, lists,
// queues, stacks and sets, generic and not, with the members that Get-Member
// prints.
package collections

import "github.com/csshell/csshell/objects"

type (
	call  = objects.Call
	value = objects.Value
)

// The makers of members, by short names.
var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
	does    = objects.Does
)

// nothing is the result of a void method.
func nothing() value { return objects.AutomationNull() }

// whether is a property that is always true or false.
func whether(name string, is bool) objects.Property {
	return objects.Reads("bool "+name+" {get;}", func(value) value { return objects.Bool(is) })
}

// this is a property that gives the collection itself.
func this(signature string) objects.Property {
	return objects.Reads(signature, func(v value) value { return v })
}

// itemsOf collects what an argument consists of; an error for null.
func itemsOf(v value, param string) ([]value, error) {
	if v.IsNull() {
		return nil, objects.NullArgument(param)
	}
	e, ok := objects.Enumeration(v)
	if !ok {
		return []value{v}, nil
	}
	var items []value
	err := e.Enumerate(func(v value) error { items = append(items, v); return nil })
	return items, err
}

// arrayOf is an argument that is an array.
func arrayOf(v value) *objects.Array { a, _ := objects.As[*objects.Array](v); return a }

// copyInto puts items into an array from a place on.
func copyInto(c *call, items []value, target value, at int, param string) error {
	a := arrayOf(target)
	if a == nil {
		return objects.NullArgument(param)
	}
	if at < 0 {
		return objects.NegativeArgument("index", at)
	}
	if len(items) > a.Len()-at {
		return objects.BadArgument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray")
	}
	for i, v := range items {
		v, err := c.Types.Convert(v, a.Elem())
		if err != nil {
			return objects.NewException(objects.InvalidCastException, "At least one element in the source array could not be cast down to the destination array type.")
		}
		a.Set(at+i, v)
	}
	return nil
}

// indexOf is the place of the first equal item; -1 for none.
func indexOf(items []value, sought value) int {
	for i, v := range items {
		if objects.SameValue(v, sought) {
			return i
		}
	}
	return -1
}

func lastIndexOf(items []value, sought value) int {
	for i := len(items) - 1; i >= 0; i-- {
		if objects.SameValue(items[i], sought) {
			return i
		}
	}
	return -1
}

// element is the type of a generic collection's items, Object for others.
func element(t *objects.Type) *objects.Type {
	if len(t.Args) > 0 {
		return t.Args[0]
	}
	return objects.ObjectType
}
