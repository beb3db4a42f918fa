package collections

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

func arrayListDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.ArrayListType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return newArrayList(nil) }),
			partial("new(int capacity)", func(c *call) (value, error) { return roomy(objects.ArrayListType, c.Int(0)) }),
			partial("new(System.Collections.ICollection c)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "c")
				return newArrayList(slices.Clone(items)), err
			}),
		},
		Properties: []objects.Property{
			capacity(), count(), whether("IsFixedSize", false),
			reads("bool IsReadOnly {get;}", func(v value) value { return objects.Bool(listOf(v).ReadOnly) }),
			whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"),
		},
		Methods: []objects.Method{
			partial("int Add(System.Object value)", func(c *call) (value, error) {
				l, err := writable(c.This)
				if err != nil {
					return objects.Null, err
				}
				l.Add(c.Args[0])
				return objects.Int(l.Len() - 1), nil
			}),
			does("void AddRange(System.Collections.ICollection c)", func(c *call) error {
				items, err := itemsOf(c.Args[0], "c")
				if err != nil {
					return err
				}
				l, err := writable(c.This)
				if err == nil {
					l.Replace(append(l.Items(), items...))
				}
				return err
			}),
			does("void Insert(int index, System.Object value)", func(c *call) error {
				if i := c.Int(0); i < 0 || i > listOf(c.This).Len() {
					return objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "index")
				}
				return insert(c.This, c.Int(0), c.Args[1:])
			}),
			does("void Remove(System.Object obj)", func(c *call) error {
				_, err := removeItem(c.This, c.Args[0])
				return err
			}),
		},
	}
	for _, m := range listMethods("System.Object") {
		if m.Signature != "void Insert(int index, System.Object item)" {
			d.Methods = append(d.Methods, m)
		}
	}
	d.Methods = append(d.Methods, arrayListRanges()...)
	d.Methods = append(d.Methods, arrayListStatic()...)
	return d
}

func newArrayList(items []value) value {
	return objects.Of(objects.NewList(objects.ArrayListType, items))
}

func arrayListRanges() []objects.Method {
	return []objects.Method{
		partial("int BinarySearch(System.Object value)", func(c *call) (value, error) {
			i, err := objects.SearchSorted(c.Types, listOf(c.This).Items(), c.Args[0])
			return objects.Int(i), err
		}),
		total("System.Object Clone()", func(c *call) value { return newArrayList(slices.Clone(listOf(c.This).Items())) }),
		does("void CopyTo(array array)", func(c *call) error { return copyInto(c, listOf(c.This).Items(), c.Args[0], 0, "array") }),
		does("void CopyTo(array array, int arrayIndex)", func(c *call) error {
			return copyInto(c, listOf(c.This).Items(), c.Args[0], c.Int(1), "array")
		}),
		total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
			return enumerator(listOf(c.This).Items())
		}),
		partial("System.Collections.ArrayList GetRange(int index, int count)", func(c *call) (value, error) {
			return sliced(listOf(c.This), c.Int(0), c.Int(1))
		}),
		partial("int IndexOf(System.Object value, int startIndex)", searchFrom),
		partial("int IndexOf(System.Object value, int startIndex, int count)", searchFrom),
		does("void InsertRange(int index, System.Collections.ICollection c)", func(c *call) error {
			items, err := itemsOf(c.Args[1], "c")
			if err != nil {
				return err
			}
			return insert(c.This, c.Int(0), items)
		}),
		total("int LastIndexOf(System.Object value)", func(c *call) value { return objects.Int(lastIndexOf(listOf(c.This).Items(), c.Args[0])) }),
		does("void RemoveRange(int index, int count)", func(c *call) error { return removeRange(c.This, c.Int(0), c.Int(1)) }),
		does("void Reverse()", func(c *call) error { return reverse(c.This, 0, listOf(c.This).Len()) }),
		does("void Reverse(int index, int count)", func(c *call) error { return reverse(c.This, c.Int(0), c.Int(1)) }),
		does("void Sort()", func(c *call) error { return sortList(c, 0, listOf(c.This).Len(), objects.Null) }),
		does("void Sort(System.Collections.IComparer comparer)", func(c *call) error {
			return sortList(c, 0, listOf(c.This).Len(), c.Args[0])
		}),
		does("void Sort(int index, int count, System.Collections.IComparer comparer)", func(c *call) error {
			return sortList(c, c.Int(0), c.Int(1), c.Args[2])
		}),
		total("System.Object[] ToArray()", func(c *call) value {
			return objects.ArrayValue(slices.Clone(listOf(c.This).Items()))
		}),
		partial("array ToArray(type type)", func(c *call) (value, error) {
			t, ok := objects.As[objects.RuntimeType](c.Args[0])
			if !ok {
				return objects.Null, objects.NullArgument("type")
			}
			items := make([]value, listOf(c.This).Len())
			for i, v := range listOf(c.This).Items() {
				if t.Target != objects.ObjectType && v.Type() != t.Target {
					return objects.Null, objects.NewException(objects.InvalidCastException, "At least one element in the source array could not be cast down to the destination array type.")
				}
				items[i] = v
			}
			return objects.Of(objects.NewArray(t.Target, items)), nil
		}),
		total("void TrimToSize()", func(*call) value { return nothing() }),
	}
}

func arrayListStatic() []objects.Method {
	return []objects.Method{
		total("static System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)", func(c *call) value {
			l := objects.NewList(objects.ArrayListType, listOf(c.Args[0]).Items())
			l.ReadOnly = true
			return objects.Of(l)
		}),
		total("static System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)", func(c *call) value { return c.Args[0] }),
		partial("static System.Collections.ArrayList Repeat(System.Object value, int count)", func(c *call) (value, error) {
			n := c.Int(1)
			if n < 0 || n > 1<<28 {
				return objects.Null, objects.NegativeArgument("count", n)
			}
			return newArrayList(slices.Repeat(c.Args[:1:1], n)), nil
		}),
	}
}
