package collections

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

func genericListDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.ListOpenType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(objects.NewList(c.Type, nil)) }),
			partial("new(int capacity)", func(c *call) (value, error) { return roomy(c.Type, c.Int(0)) }),
			partial("new(System.Collections.Generic.IEnumerable[T] collection)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "collection")
				return objects.Of(objects.NewList(c.Type, slices.Clone(items))), err
			}),
		},
		Properties: []objects.Property{capacity(), count()},
		Methods: []objects.Method{
			does("void Add(T item)", func(c *call) error {
				l, err := writable(c.This)
				if err == nil {
					l.Add(c.Args[0])
				}
				return err
			}),
			does("void AddRange(System.Collections.Generic.IEnumerable[T] collection)", func(c *call) error {
				items, err := itemsOf(c.Args[0], "collection")
				if err != nil {
					return err
				}
				l := listOf(c.This)
				l.Replace(append(l.Items(), items...))
				return nil
			}),
			partial("bool Remove(T item)", func(c *call) (value, error) {
				ok, err := removeItem(c.This, c.Args[0])
				return objects.Bool(ok), err
			}),
		},
	}
	d.Methods = append(d.Methods, listMethods("T")...)
	d.Methods = append(d.Methods, genericListRanges()...)
	d.Methods = append(d.Methods, genericListCalls()...)
	d.Methods = append(d.Methods, genericListActions()...)
	return d
}

func genericListRanges() []objects.Method {
	return []objects.Method{
		total("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()", func(c *call) value {
			l := objects.NewList(objects.MakeGeneric(ReadOnlyCollectionType, element(c.Type)), listOf(c.This).Items())
			l.ReadOnly = true
			return objects.Of(l)
		}),
		partial("int BinarySearch(T item)", func(c *call) (value, error) {
			i, err := objects.SearchSorted(c.Types, listOf(c.This).Items(), c.Args[0])
			return objects.Int(i), err
		}),
		does("void CopyTo(T[] array)", func(c *call) error { return copyInto(c, listOf(c.This).Items(), c.Args[0], 0, "array") }),
		does("void CopyTo(T[] array, int arrayIndex)", func(c *call) error {
			return copyInto(c, listOf(c.This).Items(), c.Args[0], c.Int(1), "array")
		}),
		total("int EnsureCapacity(int capacity)", func(c *call) value {
			l := listOf(c.This)
			if l.Room = l.Capacity(); l.Room < c.Int(0) {
				l.Room = max(c.Int(0), 2*l.Room, 4)
			}
			return objects.Int(l.Room)
		}),
		total("System.Collections.Generic.List`1+Enumerator[T] GetEnumerator()", func(c *call) value {
			return enumerator(listOf(c.This).Items())
		}),
		partial("System.Collections.Generic.List[T] GetRange(int index, int count)", func(c *call) (value, error) {
			return sliced(listOf(c.This), c.Int(0), c.Int(1))
		}),
		partial("System.Collections.Generic.List[T] Slice(int start, int length)", func(c *call) (value, error) {
			return sliced(listOf(c.This), c.Int(0), c.Int(1))
		}),
		partial("int IndexOf(T item, int index)", searchFrom),
		partial("int IndexOf(T item, int index, int count)", searchFrom),
		does("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", func(c *call) error {
			items, err := itemsOf(c.Args[1], "collection")
			if err != nil {
				return err
			}
			return insert(c.This, c.Int(0), items)
		}),
		total("int LastIndexOf(T item)", func(c *call) value { return objects.Int(lastIndexOf(listOf(c.This).Items(), c.Args[0])) }),
		does("void RemoveRange(int index, int count)", func(c *call) error { return removeRange(c.This, c.Int(0), c.Int(1)) }),
		does("void Reverse()", func(c *call) error { return reverse(c.This, 0, listOf(c.This).Len()) }),
		does("void Reverse(int index, int count)", func(c *call) error { return reverse(c.This, c.Int(0), c.Int(1)) }),
		does("void Sort()", func(c *call) error { return sortList(c, 0, listOf(c.This).Len(), objects.Null) }),
		does("void Sort(System.Collections.Generic.IComparer[T] comparer)", func(c *call) error {
			return sortList(c, 0, listOf(c.This).Len(), c.Args[0])
		}),
		does("void Sort(System.Comparison[T] comparison)", func(c *call) error {
			return sortList(c, 0, listOf(c.This).Len(), c.Args[0])
		}),
		does("void Sort(int index, int count, System.Collections.Generic.IComparer[T] comparer)", func(c *call) error {
			return sortList(c, c.Int(0), c.Int(1), c.Args[2])
		}),
		total("T[] ToArray()", func(c *call) value {
			return objects.Of(objects.NewArray(element(c.Type), slices.Clone(listOf(c.This).Items())))
		}),
		total("void TrimExcess()", func(*call) value { return nothing() }),
	}
}

// genericListCalls are the methods that take a script block.
func genericListCalls() []objects.Method {
	index := func(last bool) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			i, err := objects.FindIndex(c, listOf(c.This).Items(), c.Func(0), last)
			return objects.Int(i), err
		}
	}
	item := func(last bool) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			l := listOf(c.This)
			i, err := objects.FindIndex(c, l.Items(), c.Func(0), last)
			if err != nil || i < 0 {
				return objects.Default(element(c.Type)), err
			}
			return l.At(i), nil
		}
	}
	return []objects.Method{
		partial("bool Exists(System.Predicate[T] match)", func(c *call) (value, error) {
			i, err := objects.FindIndex(c, listOf(c.This).Items(), c.Func(0), false)
			return objects.Bool(i >= 0), err
		}),
		partial("T Find(System.Predicate[T] match)", item(false)),
		partial("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", func(c *call) (value, error) {
			kept, err := objects.Matching(c, listOf(c.This).Items(), c.Func(0))
			return objects.Of(objects.NewList(c.Type, kept)), err
		}),
		partial("int FindIndex(System.Predicate[T] match)", index(false)),
		partial("T FindLast(System.Predicate[T] match)", item(true)),
		partial("int FindLastIndex(System.Predicate[T] match)", index(true)),
		partial("bool TrueForAll(System.Predicate[T] match)", func(c *call) (value, error) {
			items := listOf(c.This).Items()
			kept, err := objects.Matching(c, items, c.Func(0))
			return objects.Bool(len(kept) == len(items)), err
		}),
		partial("System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)", func(c *call) (value, error) {
			t := objects.ObjectType
			if len(c.TypeArgs) > 0 {
				t = c.TypeArgs[0]
			}
			out := objects.NewList(objects.MakeGeneric(objects.ListOpenType, t), nil)
			for _, v := range listOf(c.This).Items() {
				v, err := c.Func(0).CallWith(c.Context, objects.Null, []value{v})
				if err == nil {
					v, err = c.Types.Convert(v, t)
				}
				if err != nil {
					return objects.Null, err
				}
				out.Add(v)
			}
			return objects.Of(out), nil
		}),
	}
}

// genericListActions are the methods that run a script block for its effect.
func genericListActions() []objects.Method {
	return []objects.Method{
		does("void ForEach(System.Action[T] action)", func(c *call) error {
			f := c.Func(0)
			if f == nil {
				return objects.NullArgument("action")
			}
			return listOf(c.This).Enumerate(func(v value) error {
				_, err := f.CallWith(c.Context, objects.Null, []value{v})
				return err
			})
		}),
		partial("int RemoveAll(System.Predicate[T] match)", func(c *call) (value, error) {
			l := listOf(c.This)
			gone, err := objects.Matching(c, l.Items(), c.Func(0))
			if err != nil {
				return objects.Null, err
			}
			kept := make([]value, 0, l.Len())
			next := 0
			for _, v := range l.Items() {
				if next < len(gone) && objects.Same(gone[next], v) {
					next++
					continue
				}
				kept = append(kept, v)
			}
			l.Replace(kept)
			return objects.Int(len(gone)), nil
		}),
	}
}

// enumerator makes an enumerator whose type has the items' type as argument.
func enumerator(items []value) value {
	return objects.Of(objects.NewEnumerator(EnumeratorType, slices.Clone(items)))
}
