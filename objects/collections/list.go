package collections

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

func listOf(v value) *objects.List {
	if l, ok := objects.As[*objects.List](v); ok {
		return l
	}
	return objects.NewList(objects.ArrayListType, nil)
}

// writable is the list that a method changes.
func writable(v value) (*objects.List, error) {
	l := listOf(v)
	if l.ReadOnly {
		return nil, objects.NewException(objects.NotSupportedException, "Collection is read-only.")
	}
	return l, nil
}

func checkIndex(l *objects.List, i int) error {
	if i < 0 || i >= l.Len() {
		return objects.IndexOutOfRange("index")
	}
	return nil
}

// checkRange tells whether a list has count items from start on.
func checkRange(l *objects.List, start, count int) error {
	switch {
	case start < 0:
		return objects.NegativeArgument("index", start)
	case count < 0:
		return objects.NegativeArgument("count", count)
	case count > l.Len()-start:
		return objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return nil
}

// insert puts items before place i.
func insert(v value, i int, items []value) error {
	l, err := writable(v)
	if err != nil {
		return err
	}
	if i < 0 || i > l.Len() {
		return objects.OutOfRange("Index must be within the bounds of the List.", "index")
	}
	l.Replace(slices.Insert(slices.Clone(l.Items()), i, items...))
	return nil
}

// removeRange drops count items from start on.
func removeRange(v value, start, count int) error {
	l, err := writable(v)
	if err == nil {
		err = checkRange(l, start, count)
	}
	if err == nil {
		l.Replace(slices.Delete(slices.Clone(l.Items()), start, start+count))
	}
	return err
}

func removeAt(v value, i int) error {
	l, err := writable(v)
	if err == nil {
		err = checkIndex(l, i)
	}
	if err == nil {
		l.Replace(slices.Delete(slices.Clone(l.Items()), i, i+1))
	}
	return err
}

// removeItem drops the first equal item and reports whether there was one.
func removeItem(v, item value) (bool, error) {
	l, err := writable(v)
	if err != nil {
		return false, err
	}
	i := indexOf(l.Items(), item)
	if i < 0 {
		return false, nil
	}
	return true, removeAt(v, i)
}

func clear(v value) error {
	l, err := writable(v)
	if err == nil {
		l.Replace(nil)
	}
	return err
}

func reverse(v value, start, count int) error {
	l, err := writable(v)
	if err == nil {
		err = checkRange(l, start, count)
	}
	if err != nil {
		return err
	}
	items := slices.Clone(l.Items())
	slices.Reverse(items[start : start+count])
	l.Replace(items)
	return nil
}

func sortList(c *call, start, count int, comparer value) error {
	l, err := writable(c.This)
	if err == nil {
		err = checkRange(l, start, count)
	}
	if err != nil {
		return err
	}
	items := slices.Clone(l.Items())
	if err := objects.SortItems(c, items[start:start+count], comparer); err != nil {
		return err
	}
	l.Replace(items)
	return nil
}

// sliced is a list of the type with part of the items.
func sliced(l *objects.List, start, count int) (value, error) {
	if err := checkRange(l, start, count); err != nil {
		return objects.Null, err
	}
	return objects.Of(objects.NewList(l.Type(), slices.Clone(l.Items()[start:start+count]))), nil
}

// searchFrom is IndexOf with a place to start at and a number of items.
func searchFrom(c *call) (value, error) {
	items, start := listOf(c.This).Items(), 0
	if len(c.Args) > 1 {
		if start = c.Int(1); start < 0 || start > len(items) {
			return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "index")
		}
	}
	end := len(items)
	if len(c.Args) > 2 {
		if n := c.Int(2); n < 0 || n > end-start {
			return objects.Null, objects.OutOfRange("Count must be positive and count must refer to a location within the string/array/collection.", "count")
		}
		end = start + c.Int(2)
	}
	if i := indexOf(items[start:end], c.Args[0]); i >= 0 {
		return objects.Int(start + i), nil
	}
	return objects.Int(-1), nil
}

// listItem is the indexer of a list.
func listItem(c *call) (value, error) {
	l := listOf(c.This)
	if err := checkIndex(l, c.Int(0)); err != nil {
		return objects.Null, err
	}
	return l.At(c.Int(0)), nil
}

// listMethods are those that lists of items of the named type have alike.
func listMethods(item string) []objects.Method {
	return []objects.Method{
		does("void Clear()", func(c *call) error { return clear(c.This) }),
		total("bool Contains("+item+" item)", func(c *call) value { return objects.Bool(indexOf(listOf(c.This).Items(), c.Args[0]) >= 0) }),
		partial("int IndexOf("+item+" item)", searchFrom),
		does("void Insert(int index, "+item+" item)", func(c *call) error { return insert(c.This, c.Int(0), c.Args[1:]) }),
		does("void RemoveAt(int index)", func(c *call) error { return removeAt(c.This, c.Int(0)) }),
		partial(item+" Item(int index) {get;set;}", listItem),
	}
}

// capacity is the Capacity of a list.
func capacity() objects.Property {
	return objects.Property{
		Signature: "int Capacity {get;set;}",
		Get:       func(v value) (value, error) { return objects.Int(listOf(v).Capacity()), nil },
		Set: func(this, v value) error {
			if int(v.Int64()) < listOf(this).Len() {
				return objects.OutOfRange("capacity was less than the current size.", "value")
			}
			listOf(this).Room = int(v.Int64())
			return nil
		},
	}
}

// roomy is a new list with a capacity.
func roomy(t *objects.Type, capacity int) (value, error) {
	if capacity < 0 {
		return objects.Null, objects.NegativeArgument("capacity", capacity)
	}
	l := objects.NewList(t, nil)
	l.Room = capacity
	return objects.Of(l), nil
}

func count() objects.Property {
	return reads("int Count {get;}", func(v value) value { return objects.Int(listOf(v).Len()) })
}
