package collections

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

// The collections of text.
var (
	StringCollectionType    = &objects.Type{FullName: "System.Collections.Specialized.StringCollection", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.ListIface}}
	nameBaseType            = &objects.Type{FullName: "System.Collections.Specialized.NameObjectCollectionBase", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.CollectionIface}}
	NameValueCollectionType = &objects.Type{FullName: "System.Collections.Specialized.NameValueCollection", Base: nameBaseType, Kind: objects.KindObject}
)

func stringCollectionDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         StringCollectionType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(objects.NewList(StringCollectionType, nil)) })},
		Properties:   []objects.Property{count(), whether("IsReadOnly", false), whether("IsSynchronized", false), this("System.Object SyncRoot {get;}")},
		Methods: append(listMethods("string"),
			total("int Add(string value)", func(c *call) value {
				l := listOf(c.This)
				l.Add(c.Args[0])
				return objects.Int(l.Len() - 1)
			}),
			does("void AddRange(string[] value)", func(c *call) error {
				if !c.Is(0) {
					return objects.NullArgument("value")
				}
				return insert(c.This, listOf(c.This).Len(), c.Items(0))
			}),
			does("void Remove(string value)", func(c *call) error {
				_, err := removeItem(c.This, c.Args[0])
				return err
			}),
			total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
				return objects.Of(objects.NewEnumerator(EnumeratorType, slices.Clone(listOf(c.This).Items())))
			})),
	}
}

// nameValues keeps the values of each name, without regard to case; a name may
// have several (System.Collections.Specialized.NameValueCollection).
type nameValues struct {
	keys   []value // in order of the first value
	values [][]value
}

// Type is System.Collections.Specialized.NameValueCollection.
func (*nameValues) Type() *objects.Type { return NameValueCollectionType }

// Enumerate gives the names.
func (n *nameValues) Enumerate(yield func(value) error) error {
	for _, k := range n.keys {
		if err := yield(k); err != nil {
			return err
		}
	}
	return nil
}

// Item is the values of a name or a place, with commas between.
func (n *nameValues) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	at, err := n.place(tt, index[0])
	if err != nil || at < 0 {
		return objects.Null, false, err
	}
	return joined(n.values[at]), true, nil
}

// SetItem gives a name one value in the place of all others.
func (n *nameValues) SetItem(tt *objects.TypeTable, index []value, to value) error {
	name, err := tt.Convert(index[0], objects.StringType)
	if err == nil {
		to, err = tt.Convert(to, objects.StringType)
	}
	if err == nil {
		n.set(name, to)
	}
	return err
}

// place is where a name or a number leads; -1 for a name that is not there.
func (n *nameValues) place(tt *objects.TypeTable, key value) (int, error) {
	if key.IsInt32() {
		i := int(key.Int64())
		if i < 0 || i >= len(n.keys) {
			return -1, objects.IndexOutOfRange("index")
		}
		return i, nil
	}
	return n.find(key), nil
}

func (n *nameValues) find(key value) int {
	name, _ := key.Str()
	return slices.IndexFunc(n.keys, func(k value) bool {
		s, _ := k.Str()
		return strings.EqualFold(s, name) && k.IsNull() == key.IsNull()
	})
}

func (n *nameValues) add(name, v value) {
	at := n.find(name)
	if at < 0 {
		at = len(n.keys)
		n.keys, n.values = append(n.keys, name), append(n.values, nil)
	}
	if !v.IsNull() {
		n.values[at] = append(n.values[at], v)
	}
}

func (n *nameValues) set(name, v value) {
	if at := n.find(name); at >= 0 {
		n.values[at] = nil
	}
	n.add(name, v)
}

func joined(values []value) value {
	if len(values) == 0 {
		return objects.Null
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i], _ = v.Str()
	}
	return objects.String(strings.Join(texts, ","))
}

func namesOf(v value) *nameValues {
	if n, ok := objects.As[*nameValues](v); ok {
		return n
	}
	return &nameValues{}
}

func nameValueDeclaration() *objects.Declaration {
	find := func(c *call, found func(n *nameValues, at int) value) (value, error) {
		n := namesOf(c.This)
		at, err := n.place(c.Types, c.Args[0])
		if err != nil || at < 0 {
			return objects.Null, err
		}
		return found(n, at), nil
	}
	get := func(c *call) (value, error) {
		return find(c, func(n *nameValues, at int) value { return joined(n.values[at]) })
	}
	values := func(c *call) (value, error) {
		return find(c, func(n *nameValues, at int) value {
			return objects.Of(objects.NewArray(objects.StringType, slices.Clone(n.values[at])))
		})
	}
	keys := func(v value) value {
		return objects.Of(objects.NewArray(objects.StringType, slices.Clone(namesOf(v).keys)))
	}
	return &objects.Declaration{
		Type: NameValueCollectionType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&nameValues{}) }),
			total("new(int capacity)", func(*call) value { return objects.Of(&nameValues{}) }),
			total("new(System.Collections.Specialized.NameValueCollection col)", func(c *call) value {
				made := &nameValues{}
				made.addAll(namesOf(c.Args[0]))
				return objects.Of(made)
			}),
		},
		Properties: []objects.Property{
			reads("string[] AllKeys {get;}", keys),
			reads("int Count {get;}", func(v value) value { return objects.Int(len(namesOf(v).keys)) }),
			reads("System.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys {get;}", keys),
		},
		Methods: []objects.Method{
			does("void Add(string name, string value)", func(c *call) error { namesOf(c.This).add(c.Args[0], c.Args[1]); return nil }),
			does("void Add(System.Collections.Specialized.NameValueCollection c)", func(c *call) error {
				namesOf(c.This).addAll(namesOf(c.Args[0]))
				return nil
			}),
			does("void Clear()", func(c *call) error { *namesOf(c.This) = nameValues{}; return nil }),
			partial("string Get(int index)", get), partial("string Get(string name)", get),
			partial("string[] GetValues(int index)", values), partial("string[] GetValues(string name)", values),
			partial("string GetKey(int index)", func(c *call) (value, error) {
				return find(c, func(n *nameValues, at int) value { return n.keys[at] })
			}),
			total("bool HasKeys()", func(c *call) value { return objects.Bool(len(namesOf(c.This).keys) > 0) }),
			does("void Remove(string name)", func(c *call) error {
				n := namesOf(c.This)
				if at := n.find(c.Args[0]); at >= 0 {
					n.keys, n.values = slices.Delete(n.keys, at, at+1), slices.Delete(n.values, at, at+1)
				}
				return nil
			}),
			does("void Set(string name, string value)", func(c *call) error { namesOf(c.This).set(c.Args[0], c.Args[1]); return nil }),
			partial("string Item(int index) {get;}", get), partial("string Item(string name) {get;set;}", get),
		},
	}
}

func (n *nameValues) addAll(other *nameValues) {
	for i, k := range other.keys {
		for _, v := range other.values[i] {
			n.add(k, v)
		}
	}
}
