package objects

import (
	"slices"
	"sort"
)

// This file holds what the methods of arrays and lists have in common.

// SameValue is Object.Equals: equal numbers of one type, equal text, objects
// that call themselves equal, or the same object.
func SameValue(a, b Value) bool {
	a, b = a.Base(), b.Base()
	if a.ref == nil || b.ref == nil {
		return a.ref == b.ref
	}
	return sameObject(a, b)
}

// CompareItems orders two items as Comparer.Default does: both of one type
// that can be ordered, null first; else an InvalidOperationException.
func CompareItems(tt *TypeTable, a, b Value) (int, error) {
	a, b = a.Base(), b.Base()
	switch {
	case a.ref == nil && b.ref == nil:
		return 0, nil
	case a.ref == nil:
		return -1, nil
	case b.ref == nil:
		return 1, nil
	}
	n := 0
	err := error(NewException(ArgumentException, "At least one object must implement IComparable."))
	if a.Type() == b.Type() {
		n, err = compareSame(tt, a, b)
	}
	if err != nil && !isFlow(err) {
		return 0, NewException(InvalidOperationException, "Failed to compare two elements in the array.").Because(err)
	}
	return n, err
}

func compareSame(tt *TypeTable, a, b Value) (int, error) {
	if c, ok := a.ref.(Comparer); ok {
		return c.CompareTo(b)
	}
	if s, ok := a.ref.(string); ok {
		t, _ := b.Str()
		return compareText(s, t, false), nil
	}
	if a.Kind() < KindString {
		return tt.Compare(a, b, false)
	}
	if tt.info(a.Type()).group("compareto", false) != nil {
		n, err := tt.Invoke(background(), a, Invocation{Name: "CompareTo", Args: []Value{b}})
		return int(n.Int64()), err
	}
	return 0, NewException(ArgumentException, "At least one object must implement IComparable.")
}

// SortItems sorts in place, by a comparer object or a script block of two
// parameters where it is not null.
func SortItems(c *Call, items []Value, comparer Value) error {
	var failed error
	slices.SortStableFunc(items, func(a, b Value) int {
		if failed != nil {
			return 0
		}
		n, err := CompareBy(c, comparer, a, b)
		if err != nil {
			failed = err
		}
		return n
	})
	return failed
}

// CompareBy orders two values, by a comparer object or a script block of two
// parameters where it is not null.
func CompareBy(c *Call, comparer, a, b Value) (int, error) {
	if comparer.IsNull() {
		return CompareItems(c.Types, a, b)
	}
	var n Value
	var err error
	if code, ok := As[Callable](comparer); ok {
		n, err = code.CallWith(c.Context, Null, []Value{a, b})
	} else {
		n, err = c.Types.Invoke(c.Context, comparer, Invocation{Name: "Compare", Args: []Value{a, b}})
	}
	if err == nil {
		n, err = c.Types.Convert(n, Int32Type)
	}
	return int(n.Int64()), err
}

// SearchSorted is the place of a value in sorted items, or the complement of
// where it would stand (Array.BinarySearch).
func SearchSorted(tt *TypeTable, items []Value, sought Value) (int, error) {
	var failed error
	at := sort.Search(len(items), func(i int) bool {
		n, err := CompareItems(tt, items[i], sought)
		if err != nil {
			failed = err
		}
		return n >= 0
	})
	if failed != nil {
		return 0, failed
	}
	if at < len(items) {
		if n, _ := CompareItems(tt, items[at], sought); n == 0 {
			return at, nil
		}
	}
	return ^at, nil
}

// Accepts is the truth of what a script block says of an item.
func Accepts(c *Call, match Callable, item Value) (bool, error) {
	if match == nil {
		return false, NullArgument("match")
	}
	v, err := match.CallWith(c.Context, Null, []Value{item})
	if err != nil {
		return false, err
	}
	return c.Types.Truth(v), nil
}

// Matching are the items that a script block accepts.
func Matching(c *Call, items []Value, match Callable) ([]Value, error) {
	kept := make([]Value, 0, len(items))
	for _, v := range items {
		ok, err := Accepts(c, match, v)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, v)
		}
	}
	return kept, nil
}

// FindIndex is the place of the first or last item that a script block accepts;
// -1 for none.
func FindIndex(c *Call, items []Value, match Callable, last bool) (int, error) {
	for i := range items {
		if last {
			i = len(items) - 1 - i
		}
		ok, err := Accepts(c, match, items[i])
		if err != nil || ok {
			return i, err
		}
	}
	return -1, nil
}
