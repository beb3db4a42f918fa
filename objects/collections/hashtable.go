package collections

import (
	"github.com/csshell/csshell/objects"
)

func tableOf(v value) *objects.Hashtable {
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		return h
	}
	return objects.NewHashtable()
}

// changeable is the dictionary that a method changes.
func changeable(v value) (*objects.Hashtable, error) {
	h := tableOf(v)
	if h.ReadOnly {
		return nil, objects.NewException(objects.NotSupportedException, "Collection is read-only.")
	}
	return h, nil
}

func needKey(key value) error {
	if key.IsNull() {
		return objects.NullArgument("key")
	}
	return nil
}

// addEntry is Add of Hashtable and OrderedDictionary.
func addEntry(c *call) error {
	if err := needKey(c.Args[0]); err != nil {
		return err
	}
	h, err := changeable(c.This)
	if err != nil {
		return err
	}
	if err := alreadyAdded(c, h, c.Args[0]); err != nil {
		return err
	}
	h.Set(c.Args[0], c.Args[1])
	return nil
}

// alreadyAdded is the error for a key that the dictionary has.
func alreadyAdded(c *call, h *objects.Hashtable, key value) error {
	old, ok := h.KeyOf(key)
	if !ok {
		return nil
	}
	was, _ := c.Types.ToString(old, "")
	is, _ := c.Types.ToString(key, "")
	return objects.NewException(objects.ArgumentException, "Item has already been added. Key in dictionary: '"+was+"'  Key being added: '"+is+"'")
}

func hasKey(c *call) (value, error) {
	if err := needKey(c.Args[0]); err != nil {
		return objects.Null, err
	}
	_, ok := tableOf(c.This).Get(c.Args[0])
	return objects.Bool(ok), nil
}

func hasValue(c *call) value {
	return objects.Bool(indexOf(tableOf(c.This).Values(), c.Args[0]) >= 0)
}

func removeKey(c *call) error {
	if err := needKey(c.Args[0]); err != nil {
		return err
	}
	h, err := changeable(c.This)
	if err == nil {
		h.Remove(c.Args[0])
	}
	return err
}

func clearTable(c *call) error {
	h, err := changeable(c.This)
	if err == nil {
		h.Clear()
	}
	return err
}

// tableItem is the indexer: $null for a key that is not there.
func tableItem(c *call) (value, error) {
	if err := needKey(c.Args[0]); err != nil {
		return objects.Null, err
	}
	v, _ := tableOf(c.This).Get(c.Args[0])
	return v, nil
}

// entries are the dictionary's entries as DictionaryEntry objects.
func entries(h *objects.Hashtable) []value {
	items := make([]value, 0, h.Len())
	h.Each(func(k, v value) bool {
		items = append(items, objects.Of(&objects.DictionaryEntry{Key: k, Value: v}))
		return true
	})
	return items
}

func copyTable(from *objects.Hashtable, t *objects.Type, foldCase bool) *objects.Hashtable {
	h := objects.NewDictionary(t, foldCase)
	from.Each(func(k, v value) bool { h.Set(k, v); return true })
	return h
}

func tableCount() objects.Property {
	return reads("int Count {get;}", func(v value) value { return objects.Int(tableOf(v).Len()) })
}

func readOnly() objects.Property {
	return reads("bool IsReadOnly {get;}", func(v value) value { return objects.Bool(tableOf(v).ReadOnly) })
}

// SyncHashtableType is what [hashtable]::Synchronized gives.
var SyncHashtableType = &objects.Type{FullName: "System.Collections.Hashtable+SyncHashtable", Base: objects.HashtableType, Kind: objects.KindObject, Interfaces: objects.HashtableType.Interfaces}

func hashtableDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.HashtableType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(objects.NewDictionary(c.Type, false)) }),
			total("new(int capacity)", func(c *call) value { return objects.Of(objects.NewDictionary(c.Type, false)) }),
			total("new(System.Collections.IEqualityComparer equalityComparer)", func(c *call) value {
				return objects.Of(objects.NewDictionary(c.Type, FoldsCase(c.Args[0])))
			}),
			total("new(int capacity, System.Collections.IEqualityComparer equalityComparer)", func(c *call) value {
				return objects.Of(objects.NewDictionary(c.Type, FoldsCase(c.Args[1])))
			}),
			partial("new(System.Collections.IDictionary d)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("d")
				}
				return objects.Of(copyTable(tableOf(c.Args[0]), c.Type, false)), nil
			}),
			total("new(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)", func(c *call) value {
				return objects.Of(copyTable(tableOf(c.Args[0]), c.Type, FoldsCase(c.Args[1])))
			}),
		},
		Properties: []objects.Property{
			readOnly(), whether("IsFixedSize", false),
			reads("bool IsSynchronized {get;}", func(v value) value { return objects.Bool(v.Type() == SyncHashtableType) }),
			keys("System.Collections.ICollection", HashtableKeysType), values("System.Collections.ICollection", HashtableValuesType),
			this("System.Object SyncRoot {get;}"), tableCount(),
		},
		Methods: []objects.Method{
			does("void Add(System.Object key, System.Object value)", addEntry),
			does("void Clear()", clearTable),
			total("System.Object Clone()", func(c *call) value {
				h := tableOf(c.This)
				return objects.Of(copyTable(h, h.Type(), h.FoldCase))
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
			partial("System.Object Item(System.Object key) {get;set;}", tableItem),
			partial("static hashtable Synchronized(hashtable table)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("table")
				}
				h := tableOf(c.Args[0])
				return objects.Of(copyTable(h, SyncHashtableType, h.FoldCase)), nil
			}),
		},
	}
}

// listDictionaryDeclaration is that of Exception.Data.
func listDictionaryDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.ListDictionaryType,
		Properties: []objects.Property{
			tableCount(), readOnly(), keys("System.Collections.ICollection", OrderedKeysType), values("System.Collections.ICollection", OrderedKeysType),
			whether("IsFixedSize", false), whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"),
		},
		Methods: []objects.Method{
			does("void Add(System.Object key, System.Object value)", addEntry),
			does("void Clear()", clearTable),
			partial("bool Contains(System.Object key)", hasKey),
			does("void Remove(System.Object key)", removeKey),
			partial("System.Object Item(System.Object key) {get;set;}", tableItem),
		},
	}
}

func orderedDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.OrderedDictionaryType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(objects.NewDictionary(c.Type, false)) }),
			total("new(int capacity)", func(c *call) value { return objects.Of(objects.NewDictionary(c.Type, false)) }),
			total("new(System.Collections.IEqualityComparer comparer)", func(c *call) value {
				return objects.Of(objects.NewDictionary(c.Type, FoldsCase(c.Args[0])))
			}),
			total("new(int capacity, System.Collections.IEqualityComparer comparer)", func(c *call) value {
				return objects.Of(objects.NewDictionary(c.Type, FoldsCase(c.Args[1])))
			}),
		},
		Properties: []objects.Property{
			tableCount(), readOnly(), keys("System.Collections.ICollection", OrderedKeysType), values("System.Collections.ICollection", OrderedKeysType),
			whether("IsFixedSize", false), whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"),
		},
		Methods: []objects.Method{
			does("void Add(System.Object key, System.Object value)", addEntry),
			total("ordered AsReadOnly()", func(c *call) value {
				h := tableOf(c.This)
				copied := copyTable(h, h.Type(), h.FoldCase)
				copied.ReadOnly = true
				return objects.Of(copied)
			}),
			does("void Clear()", clearTable),
			partial("bool Contains(System.Object key)", hasKey),
			does("void CopyTo(array array, int index)", func(c *call) error {
				return copyInto(c, entries(tableOf(c.This)), c.Args[0], c.Int(1), "array")
			}),
			total("System.Collections.IDictionaryEnumerator GetEnumerator()", func(c *call) value {
				return newEntryEnumerator(OrderedEnumeratorType, tableOf(c.This), dictionaryEntry)
			}),
			does("void Insert(int index, System.Object key, System.Object value)", insertEntry),
			does("void Remove(System.Object key)", removeKey),
			does("void RemoveAt(int index)", func(c *call) error {
				h, err := changeable(c.This)
				if err != nil {
					return err
				}
				key, _, ok := h.AtIndex(c.Int(0))
				if !ok {
					return objects.IndexOutOfRange("index")
				}
				h.Remove(key)
				return nil
			}),
			partial("System.Object Item(int index) {get;set;}", func(c *call) (value, error) {
				_, v, ok := tableOf(c.This).AtIndex(c.Int(0))
				if !ok {
					return objects.Null, objects.IndexOutOfRange("index")
				}
				return v, nil
			}),
			partial("System.Object Item(System.Object key) {get;set;}", tableItem),
		},
	}
}

func insertEntry(c *call) error {
	h, err := changeable(c.This)
	if err != nil {
		return err
	}
	if i := c.Int(0); i < 0 || i > h.Len() {
		return objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "index")
	}
	if err := needKey(c.Args[1]); err != nil {
		return err
	}
	if err := alreadyAdded(c, h, c.Args[1]); err != nil {
		return err
	}
	h.InsertAt(c.Int(0), c.Args[1], c.Args[2])
	return nil
}
