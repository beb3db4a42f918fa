package collections

import "github.com/csshell/csshell/objects"

func viewType(name string) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Interfaces: []*objects.Type{objects.CollectionIface}}
}

// The types of what Keys and Values give, and of dictionaries' enumerators.
var (
	HashtableKeysType       = viewType("System.Collections.Hashtable+KeyCollection")
	HashtableValuesType     = viewType("System.Collections.Hashtable+ValueCollection")
	OrderedKeysType         = viewType("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection")
	HashtableEnumeratorType = &objects.Type{FullName: "System.Collections.Hashtable+HashtableEnumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}
	OrderedEnumeratorType   = &objects.Type{FullName: "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}
)

// EnumeratorType is what GetEnumerator of the collections without keys gives.
var EnumeratorType = &objects.Type{FullName: "System.Collections.Generic.List`1+Enumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}

// view is the Keys or Values of a dictionary, which follows its changes.
type view struct {
	typ  *objects.Type
	of   *objects.Hashtable
	keys bool
}

// Type is the type of the view.
func (v *view) Type() *objects.Type { return v.typ }

func (v *view) items() []value {
	if v.keys {
		return v.of.Keys()
	}
	return v.of.Values()
}

// Enumerate gives the keys or values; a change of the dictionary meanwhile is
// an error, as in .NET.
func (v *view) Enumerate(yield func(value) error) error {
	version := v.of.Version()
	for _, item := range v.items() {
		if err := yield(item); err != nil {
			return err
		}
		if v.of.Version() != version {
			return objects.CollectionModified()
		}
	}
	return nil
}

// listView is a view whose items have places: that of an [ordered] dictionary.
type listView struct{ view }

// Len is the number of entries.
func (v *listView) Len() int { return v.of.Len() }

// At is key or value i.
func (v *listView) At(i int) value {
	key, entry, _ := v.of.AtIndex(i)
	if v.keys {
		return key
	}
	return entry
}

// Elem is System.Object.
func (*listView) Elem() *objects.Type { return objects.ObjectType }

// Set changes nothing: the view is read-only.
func (*listView) Set(int, value) {}

// newView makes a view; one of a generic dictionary has its type arguments.
func newView(t *objects.Type, h *objects.Hashtable, keys bool) value {
	if t.Is(objects.GenericAttr) && len(h.Type().Args) == 2 {
		t = objects.MakeGeneric(t, h.Type().Args...)
	}
	if t == OrderedKeysType {
		return objects.Of(&listView{view{t, h, keys}})
	}
	return objects.Of(&view{t, h, keys})
}

func keys(signature string, t *objects.Type) objects.Property {
	return reads(signature+" Keys {get;}", func(v value) value { return newView(t, tableOf(v), true) })
}

func values(signature string, t *objects.Type) objects.Property {
	return reads(signature+" Values {get;}", func(v value) value { return newView(t, tableOf(v), false) })
}

// viewDeclaration is what Keys and Values collections have.
func viewDeclaration(t *objects.Type) func() *objects.Declaration {
	of := func(v value) *view {
		if x, ok := objects.As[*view](v); ok {
			return x
		}
		if x, ok := objects.As[*listView](v); ok {
			return &x.view
		}
		return &view{t, objects.NewHashtable(), true}
	}
	return func() *objects.Declaration {
		return &objects.Declaration{
			Type: t,
			Properties: []objects.Property{
				reads("int Count {get;}", func(v value) value { return objects.Int(of(v).of.Len()) }),
				whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"),
			},
			Methods: []objects.Method{
				does("void CopyTo(array array, int arrayIndex)", func(c *call) error {
					return copyInto(c, of(c.This).items(), c.Args[0], c.Int(1), "array")
				}),
				total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
					return enumerator(of(c.This).items())
				}),
				total("bool Contains(System.Object item)", func(c *call) value { return objects.Bool(indexOf(of(c.This).items(), c.Args[0]) >= 0) }),
			},
		}
	}
}

// entryEnumerator steps through a dictionary: IDictionaryEnumerator, which
// is not unrolled twice, since each entry is made as it comes.
type entryEnumerator struct {
	typ     *objects.Type
	of      *objects.Hashtable
	version int
	entry   func(k, v value) value
	keys    []value
	at      int
}

func newEntryEnumerator(t *objects.Type, h *objects.Hashtable, entry func(k, v value) value) value {
	return objects.Of(&entryEnumerator{typ: t, of: h, version: h.Version(), entry: entry, keys: h.Keys(), at: -1})
}

func dictionaryEntry(k, v value) value { return objects.Of(&objects.DictionaryEntry{Key: k, Value: v}) }

// Type is the type of the enumerator.
func (e *entryEnumerator) Type() *objects.Type { return e.typ }

func (e *entryEnumerator) moveNext() (bool, error) {
	if e.of.Version() != e.version {
		return false, objects.CollectionModified()
	}
	if e.at < len(e.keys) {
		e.at++
	}
	return e.at < len(e.keys), nil
}

func (e *entryEnumerator) current() (value, error) {
	if e.at < 0 || e.at >= len(e.keys) {
		return objects.Null, objects.NewException(objects.InvalidOperationException, "Enumeration has either not started or has already finished.")
	}
	v, _ := e.of.Get(e.keys[e.at])
	return e.entry(e.keys[e.at], v), nil
}

// Enumerate gives the entries that are left.
func (e *entryEnumerator) Enumerate(yield func(value) error) error {
	for {
		more, err := e.moveNext()
		if err != nil || !more {
			return err
		}
		v, err := e.current()
		if err != nil {
			return err
		}
		if err := yield(v); err != nil {
			return err
		}
	}
}

func entryEnumeratorDeclaration(t *objects.Type) func() *objects.Declaration {
	of := func(v value) *entryEnumerator {
		if e, ok := objects.As[*entryEnumerator](v); ok {
			return e
		}
		return &entryEnumerator{of: objects.NewHashtable()}
	}
	part := func(get func(d *objects.DictionaryEntry) value) func(value) (value, error) {
		return func(v value) (value, error) {
			c, err := of(v).current()
			d, ok := objects.As[*objects.DictionaryEntry](c)
			if err != nil || !ok {
				return objects.Null, err
			}
			return get(d), nil
		}
	}
	return func() *objects.Declaration {
		return &objects.Declaration{
			Type: t,
			Properties: []objects.Property{
				{Signature: "System.Object Current {get;}", Get: func(v value) (value, error) { return of(v).current() }},
				{Signature: "System.Collections.DictionaryEntry Entry {get;}", Get: func(v value) (value, error) { return of(v).current() }},
				{Signature: "System.Object Key {get;}", Get: part(func(d *objects.DictionaryEntry) value { return d.Key })},
				{Signature: "System.Object Value {get;}", Get: part(func(d *objects.DictionaryEntry) value { return d.Value })},
			},
			Methods: []objects.Method{
				partial("bool MoveNext()", func(c *call) (value, error) {
					more, err := of(c.This).moveNext()
					return objects.Bool(more), err
				}),
				total("void Reset()", func(c *call) value { of(c.This).at = -1; return nothing() }),
			},
		}
	}
}
