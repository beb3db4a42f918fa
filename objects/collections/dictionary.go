package collections

import "github.com/csshell/csshell/objects"

// The types that belong to generic dictionaries.
var (
	KeyValuePairType         = &objects.Type{FullName: "System.Collections.Generic.KeyValuePair`2", Base: objects.ValueTypeType, Kind: objects.KindObject, Attributes: objects.GenericAttr | objects.ValueTypeAttr | objects.SealedAttr}
	dictionaryKeysType       = genericView("System.Collections.Generic.Dictionary`2+KeyCollection")
	dictionaryValuesType     = genericView("System.Collections.Generic.Dictionary`2+ValueCollection")
	dictionaryEnumeratorType = genericView("System.Collections.Generic.Dictionary`2+Enumerator")
	SortedDictionaryType     = &objects.Type{FullName: "System.Collections.Generic.SortedDictionary`2", Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.DictionaryOpenIface, objects.DictionaryIface}}
	sortedKeysType           = genericView("System.Collections.Generic.SortedDictionary`2+KeyCollection")
	sortedValuesType         = genericView("System.Collections.Generic.SortedDictionary`2+ValueCollection")
	SortedListOpenType       = &objects.Type{FullName: "System.Collections.Generic.SortedList`2", Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.DictionaryOpenIface, objects.DictionaryIface}}
	ConcurrentDictionaryType = &objects.Type{FullName: "System.Collections.Concurrent.ConcurrentDictionary`2", Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.DictionaryOpenIface, objects.DictionaryIface}}
)

func genericView(name string) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.CollectionIface}}
}

// KeyValuePair is one entry of an enumerated generic dictionary.
type KeyValuePair struct {
	typ        *objects.Type
	Key, Value value
}

// NewKeyValuePair makes an entry of a dictionary of the type arguments.
func NewKeyValuePair(args []*objects.Type, k, v value) value {
	return objects.Of(&KeyValuePair{objects.MakeGeneric(KeyValuePairType, args...), k, v})
}

// Type is the pair's type.
func (p *KeyValuePair) Type() *objects.Type { return p.typ }

// Equals compares the parts.
func (p *KeyValuePair) Equals(other value) bool {
	o, ok := objects.As[*KeyValuePair](other)
	return ok && objects.SameValue(p.Key, o.Key) && objects.SameValue(p.Value, o.Value)
}

// TextIn is "[key, value]".
func (p *KeyValuePair) TextIn(tt *objects.TypeTable) (string, error) {
	k, err := tt.ToString(p.Key, "")
	if err != nil {
		return "", err
	}
	v, err := tt.ToString(p.Value, "")
	return "[" + k + ", " + v + "]", err
}

func pairOf(v value) *KeyValuePair {
	if p, ok := objects.As[*KeyValuePair](v); ok {
		return p
	}
	return &KeyValuePair{}
}

func keyValuePairDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: KeyValuePairType,
		Constructors: []objects.Method{
			total("new(TKey key, TValue value)", func(c *call) value { return NewKeyValuePair(c.Type.Args, c.Args[0], c.Args[1]) }),
		},
		Properties: []objects.Property{
			reads("TKey Key {get;}", func(v value) value { return pairOf(v).Key }),
			reads("TValue Value {get;}", func(v value) value { return pairOf(v).Value }),
		},
		Methods: []objects.Method{
			partial("string ToString()", func(c *call) (value, error) {
				s, err := pairOf(c.This).TextIn(c.Types)
				return objects.String(s), err
			}),
		},
	}
}

func dictionaryEntryDeclaration() *objects.Declaration {
	of := func(v value) *objects.DictionaryEntry {
		if e, ok := objects.As[*objects.DictionaryEntry](v); ok {
			return e
		}
		return &objects.DictionaryEntry{}
	}
	return &objects.Declaration{
		Type: objects.DictionaryEntryType,
		Data: &objects.TypeData{TypeName: objects.DictionaryEntryType.FullName, Members: []objects.OwnMember{
			{Name: "Name", Kind: objects.AliasPropertyMember, Value: objects.Of(&objects.AliasMember{Name: "Name", Target: "Key"})},
		}},
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(&objects.DictionaryEntry{}) }),
			total("new(System.Object key, System.Object value)", func(c *call) value {
				return objects.Of(&objects.DictionaryEntry{Key: c.Args[0], Value: c.Args[1]})
			}),
		},
		Properties: []objects.Property{
			{
				Signature: "System.Object Key {get;set;}",
				Get:       func(v value) (value, error) { return of(v).Key, nil },
				Set:       func(this, v value) error { of(this).Key = v; return nil },
			},
			{
				Signature: "System.Object Value {get;set;}",
				Get:       func(v value) (value, error) { return of(v).Value, nil },
				Set:       func(this, v value) error { of(this).Value = v; return nil },
			},
		},
	}
}

// dictionaryKind is what generic dictionaries differ in.
type dictionaryKind struct {
	typ          *objects.Type
	make         func(c *call, comparer value) *objects.Hashtable
	keys, values *objects.Type
	name         string // in signatures
}

func plainDictionary() dictionaryKind {
	return dictionaryKind{
		typ: objects.DictionaryOpenType, keys: dictionaryKeysType, values: dictionaryValuesType, name: "System.Collections.Generic.Dictionary`2",
		make: func(c *call, comparer value) *objects.Hashtable {
			return objects.NewDictionary(c.Type, FoldsCase(comparer))
		},
	}
}

func concurrentDictionary() dictionaryKind {
	k := plainDictionary()
	k.typ, k.name = ConcurrentDictionaryType, "System.Collections.Concurrent.ConcurrentDictionary`2"
	return k
}

// sortedMake makes a dictionary whose keys are in order.
func sortedMake(c *call, comparer value) *objects.Hashtable {
	types, text := c.Types, comparerIn(comparer)
	return objects.NewSorted(c.Type, FoldsCase(comparer), func(a, b value) int {
		if text != nil {
			x, _ := a.Str()
			y, _ := b.Str()
			return text.Compare(x, y)
		}
		n, err := objects.CompareItems(types, a, b)
		if err != nil {
			return -1 // not comparable: it comes last
		}
		return n
	})
}

func comparerIn(v value) *StringComparer {
	s, _ := objects.As[*StringComparer](v)
	return s
}

func genericDictionary(k dictionaryKind) func() *objects.Declaration {
	return func() *objects.Declaration {
		d := &objects.Declaration{
			Type: k.typ,
			Properties: []objects.Property{
				tableCount(), keys(k.name+"+KeyCollection[TKey,TValue]", k.keys), values(k.name+"+ValueCollection[TKey,TValue]", k.values),
			},
			Methods: []objects.Method{
				does("void Add(TKey key, TValue value)", addPair),
				does("void Clear()", clearTable),
				partial("bool ContainsKey(TKey key)", hasKey),
				total("bool ContainsValue(TValue value)", hasValue),
				partial("bool Remove(TKey key)", func(c *call) (value, error) {
					if err := needKey(c.Args[0]); err != nil {
						return objects.Null, err
					}
					return objects.Bool(tableOf(c.This).Remove(c.Args[0])), nil
				}),
				partial("bool TryGetValue(TKey key, [ref] TValue value)", tryGet),
				total(k.name+"+Enumerator[TKey,TValue] GetEnumerator()", func(c *call) value {
					args := pairTypes(c.Type)
					return newEntryEnumerator(objects.MakeGeneric(dictionaryEnumeratorType, args...), tableOf(c.This), func(k, v value) value {
						return NewKeyValuePair(args, k, v)
					})
				}),
				partial("TValue Item(TKey key) {get;set;}", pairItem),
			},
		}
		d.Constructors = dictionaryConstructors(k)
		if k.typ == objects.DictionaryOpenType {
			d.Methods = append(d.Methods, dictionaryOnly()...)
		}
		if k.typ == ConcurrentDictionaryType {
			d.Methods = append(d.Methods, concurrentOnly()...)
		}
		return d
	}
}

func dictionaryConstructors(k dictionaryKind) []objects.Method {
	comparer := "System.Collections.Generic.IEqualityComparer[TKey] comparer"
	if k.keys == sortedKeysType {
		comparer = "System.Collections.Generic.IComparer[TKey] comparer"
	}
	from := func(c *call, comparer value) (value, error) {
		if !c.Is(0) {
			return objects.Null, objects.NullArgument("dictionary")
		}
		h := k.make(c, comparer)
		var err error
		tableOf(c.Args[0]).Each(func(key, v value) bool {
			if key, err = c.Types.Convert(key, c.Type.Args[0]); err == nil {
				v, err = c.Types.Convert(v, c.Type.Args[1])
			}
			h.Set(key, v)
			return err == nil
		})
		return objects.Of(h), err
	}
	methods := []objects.Method{
		total("new()", func(c *call) value { return objects.Of(k.make(c, objects.Null)) }),
		total("new("+comparer+")", func(c *call) value { return objects.Of(k.make(c, c.Args[0])) }),
		partial("new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", func(c *call) (value, error) { return from(c, objects.Null) }),
		partial("new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, "+comparer+")", func(c *call) (value, error) { return from(c, c.Args[1]) }),
	}
	if k.keys != sortedKeysType {
		methods = append(methods,
			total("new(int capacity)", func(c *call) value { return objects.Of(k.make(c, objects.Null)) }),
			total("new(int capacity, "+comparer+")", func(c *call) value { return objects.Of(k.make(c, c.Args[1])) }))
	}
	return methods
}

// addPair is Add of a generic dictionary.
func addPair(c *call) error {
	if err := needKey(c.Args[0]); err != nil {
		return err
	}
	h := tableOf(c.This)
	if _, ok := h.Get(c.Args[0]); ok {
		text, _ := c.Types.ToString(c.Args[0], "")
		return objects.NewException(objects.ArgumentException, "An item with the same key has already been added. Key: "+text)
	}
	h.Set(c.Args[0], c.Args[1])
	return nil
}

func tryGet(c *call) (value, error) {
	if err := needKey(c.Args[0]); err != nil {
		return objects.Null, err
	}
	v, ok := tableOf(c.This).Get(c.Args[0])
	if !ok && len(c.Type.Args) == 2 {
		v = objects.Default(c.Type.Args[1])
	}
	return objects.Bool(ok), c.Assign(1, v)
}

// pairItem is the indexer: a missing key is an error.
func pairItem(c *call) (value, error) {
	if err := needKey(c.Args[0]); err != nil {
		return objects.Null, err
	}
	v, ok := tableOf(c.This).Get(c.Args[0])
	if !ok {
		text, _ := c.Types.ToString(c.Args[0], "")
		return objects.Null, objects.NewException(objects.KeyNotFoundException, "The given key '"+text+"' was not present in the dictionary.")
	}
	return v, nil
}

func tryAdd(c *call) (value, error) {
	if err := needKey(c.Args[0]); err != nil {
		return objects.Null, err
	}
	h := tableOf(c.This)
	_, taken := h.Get(c.Args[0])
	if !taken {
		h.Set(c.Args[0], c.Args[1])
	}
	return objects.Bool(!taken), nil
}

func removeOut(c *call) (value, error) {
	h := tableOf(c.This)
	v, ok := h.Get(c.Args[0])
	if ok {
		h.Remove(c.Args[0])
	} else {
		v = objects.Default(c.Type.Args[1])
	}
	return objects.Bool(ok), c.Assign(1, v)
}

func dictionaryOnly() []objects.Method {
	return []objects.Method{
		partial("bool TryAdd(TKey key, TValue value)", tryAdd),
		partial("bool Remove(TKey key, [ref] TValue value)", removeOut),
		total("int EnsureCapacity(int capacity)", func(c *call) value { return objects.Int(max(c.Int(0), tableOf(c.This).Len())) }),
		total("void TrimExcess()", func(*call) value { return nothing() }),
	}
}

func concurrentOnly() []objects.Method {
	return []objects.Method{
		partial("bool TryAdd(TKey key, TValue value)", tryAdd),
		partial("bool TryRemove(TKey key, [ref] TValue value)", removeOut),
		total("TValue GetOrAdd(TKey key, TValue value)", func(c *call) value {
			h := tableOf(c.This)
			if v, ok := h.Get(c.Args[0]); ok {
				return v
			}
			h.Set(c.Args[0], c.Args[1])
			return c.Args[1]
		}),
		total("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)", func(c *call) value {
			h := tableOf(c.This)
			v, ok := h.Get(c.Args[0])
			if ok = ok && objects.SameValue(v, c.Args[2]); ok {
				h.Set(c.Args[0], c.Args[1])
			}
			return objects.Bool(ok)
		}),
	}
}

// pairTypes are the types of a dictionary's keys and values; a type that derives
// from an open one, such as that of $PSBoundParameters, has names for keys.
func pairTypes(t *objects.Type) []*objects.Type {
	if len(t.Args) == 2 {
		return t.Args
	}
	return []*objects.Type{objects.StringType, objects.ObjectType}
}
