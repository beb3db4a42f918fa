package collections

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

// SortedListType is System.Collections.SortedList.
var SortedListType = &objects.Type{FullName: "System.Collections.SortedList", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DictionaryIface, objects.CloneableType}}

var (
	sortedListKeys   = viewType("System.Collections.SortedList+KeyList")
	sortedListValues = viewType("System.Collections.SortedList+ValueList")
)

func sortedListDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: SortedListType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(sortedMake(c, objects.Null)) }),
			total("new(int initialCapacity)", func(c *call) value { return objects.Of(sortedMake(c, objects.Null)) }),
			total("new(System.Collections.IComparer comparer)", func(c *call) value { return objects.Of(sortedMake(c, c.Args[0])) }),
			total("new(System.Collections.IDictionary d)", func(c *call) value {
				h := sortedMake(c, objects.Null)
				tableOf(c.Args[0]).Each(func(k, v value) bool { h.Set(k, v); return true })
				return objects.Of(h)
			}),
		},
		Properties: []objects.Property{
			tableCount(), whether("IsReadOnly", false), whether("IsFixedSize", false), whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"),
			keys("System.Collections.ICollection", sortedListKeys), values("System.Collections.ICollection", sortedListValues),
		},
		Methods: []objects.Method{
			does("void Add(System.Object key, System.Object value)", func(c *call) error {
				if err := needKey(c.Args[0]); err != nil {
					return err
				}
				if keys := tableOf(c.This).Keys(); len(keys) > 0 {
					if _, err := objects.CompareItems(c.Types, keys[0], c.Args[0]); err != nil {
						return err
					}
				}
				return addEntry(c)
			}),
			does("void Clear()", clearTable),
			total("System.Object Clone()", func(c *call) value {
				h := sortedMake(c, objects.Null)
				tableOf(c.This).Each(func(k, v value) bool { h.Set(k, v); return true })
				return objects.Of(h)
			}),
			partial("bool Contains(System.Object key)", hasKey),
			partial("bool ContainsKey(System.Object key)", hasKey),
			total("bool ContainsValue(System.Object value)", hasValue),
			does("void CopyTo(array array, int arrayIndex)", func(c *call) error {
				return copyInto(c, entries(tableOf(c.This)), c.Args[0], c.Int(1), "array")
			}),
			total("System.Collections.IDictionaryEnumerator GetEnumerator()", func(c *call) value {
				return newEntryEnumerator(HashtableEnumeratorType, tableOf(c.This), dictionaryEntry)
			}),
			does("void Remove(System.Object key)", removeKey),
			total("void TrimToSize()", func(*call) value { return nothing() }),
			partial("System.Object Item(System.Object key) {get;set;}", tableItem),
		},
	}
	d.Methods = append(d.Methods, sortedPlaces()...)
	return d
}

// sortedPlaces are the methods that go by place.
func sortedPlaces() []objects.Method {
	at := func(c *call) (k, v value, err error) {
		k, v, ok := tableOf(c.This).AtIndex(c.Int(0))
		if !ok {
			err = objects.IndexOutOfRange("index")
		}
		return k, v, err
	}
	return []objects.Method{
		partial("System.Object GetByIndex(int index)", func(c *call) (value, error) { _, v, err := at(c); return v, err }),
		partial("System.Object GetKey(int index)", func(c *call) (value, error) { k, _, err := at(c); return k, err }),
		total("System.Collections.IList GetKeyList()", func(c *call) value { return newArrayList(tableOf(c.This).Keys()) }),
		total("System.Collections.IList GetValueList()", func(c *call) value { return newArrayList(tableOf(c.This).Values()) }),
		total("int IndexOfKey(System.Object key)", func(c *call) value { return objects.Int(indexOf(tableOf(c.This).Keys(), c.Args[0])) }),
		total("int IndexOfValue(System.Object value)", func(c *call) value { return objects.Int(indexOf(tableOf(c.This).Values(), c.Args[0])) }),
		does("void RemoveAt(int index)", func(c *call) error {
			k, _, err := at(c)
			if err == nil {
				tableOf(c.This).Remove(k)
			}
			return err
		}),
		does("void SetByIndex(int index, System.Object value)", func(c *call) error {
			k, _, err := at(c)
			if err == nil {
				tableOf(c.This).Set(k, c.Args[1])
			}
			return err
		}),
	}
}

// collectionDeclaration is that of Collection[T].
func collectionDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.CollectionOpenType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(objects.NewList(c.Type, nil)) }),
			partial("new(System.Collections.Generic.IList[T] list)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "list")
				return objects.Of(objects.NewList(c.Type, slices.Clone(items))), err
			}),
		},
		Properties: []objects.Property{count()},
		Methods: []objects.Method{
			does("void Add(T item)", func(c *call) error {
				l, err := writable(c.This)
				if err == nil {
					l.Add(c.Args[0])
				}
				return err
			}),
			partial("bool Remove(T item)", func(c *call) (value, error) {
				ok, err := removeItem(c.This, c.Args[0])
				return objects.Bool(ok), err
			}),
			does("void CopyTo(T[] array, int index)", func(c *call) error {
				return copyInto(c, listOf(c.This).Items(), c.Args[0], c.Int(1), "array")
			}),
			total("System.Collections.Generic.IEnumerator[T] GetEnumerator()", func(c *call) value {
				return enumerator(listOf(c.This).Items())
			}),
		},
	}
	d.Methods = append(d.Methods, listMethods("T")...)
	return d
}

// readOnlyDeclaration is that of ReadOnlyCollection[T].
func readOnlyDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: ReadOnlyCollectionType,
		Constructors: []objects.Method{
			partial("new(System.Collections.Generic.IList[T] list)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "list")
				l := objects.NewList(c.Type, items)
				l.ReadOnly = true
				return objects.Of(l), err
			}),
		},
		Properties: []objects.Property{count()},
		Methods: []objects.Method{
			total("bool Contains(T value)", func(c *call) value { return objects.Bool(indexOf(listOf(c.This).Items(), c.Args[0]) >= 0) }),
			total("int IndexOf(T value)", func(c *call) value { return objects.Int(indexOf(listOf(c.This).Items(), c.Args[0])) }),
			does("void CopyTo(T[] array, int index)", func(c *call) error {
				return copyInto(c, listOf(c.This).Items(), c.Args[0], c.Int(1), "array")
			}),
			total("System.Collections.Generic.IEnumerator[T] GetEnumerator()", func(c *call) value {
				return enumerator(listOf(c.This).Items())
			}),
			partial("T Item(int index) {get;}", listItem),
		},
	}
}
