package collections

import "github.com/csshell/csshell/objects"

// The sets.
var (
	HashSetType   = sequenceType("System.Collections.Generic.HashSet`1", objects.GenericAttr)
	SortedSetType = sequenceType("System.Collections.Generic.SortedSet`1", objects.GenericAttr)
)

// set is a HashSet or SortedSet: the keys of a dictionary.
type set struct {
	typ   *objects.Type
	items *objects.Hashtable
}

// Type is the type of the set.
func (s *set) Type() *objects.Type { return s.typ }

// Enumerate gives the items.
func (s *set) Enumerate(yield func(value) error) error {
	return (&view{s.typ, s.items, true}).Enumerate(yield)
}

func (s *set) add(v value) bool {
	if _, taken := s.items.Get(v); taken {
		return false
	}
	s.items.Set(v, objects.Bool(true))
	return true
}

func (s *set) has(v value) bool { _, ok := s.items.Get(v); return ok }

func setOf(v value) *set {
	if s, ok := objects.As[*set](v); ok {
		return s
	}
	return &set{HashSetType, objects.NewHashtable()}
}

// other is the argument as a set that compares like s.
func (s *set) other(c *call) (*set, error) {
	items, err := itemsOf(c.Args[0], "other")
	o := &set{s.typ, objects.NewDictionary(s.items.Type(), s.items.FoldCase)}
	for _, v := range items {
		o.add(v)
	}
	return o, err
}

func (s *set) within(o *set) bool {
	all := true
	s.items.Each(func(k, _ value) bool { all = o.has(k); return all })
	return all
}

func (s *set) overlaps(o *set) bool {
	any := false
	s.items.Each(func(k, _ value) bool { any = o.has(k); return !any })
	return any
}

func (s *set) removeWhere(drop func(v value) bool) int {
	n := 0
	for _, k := range s.items.Keys() {
		if drop(k) {
			s.items.Remove(k)
			n++
		}
	}
	return n
}

func setDeclaration(t *objects.Type) func() *objects.Declaration {
	sorted := t == SortedSetType
	empty := func(c *call, comparer value) *set {
		if sorted {
			return &set{c.Type, sortedMake(c, comparer)}
		}
		return &set{c.Type, objects.NewDictionary(c.Type, FoldsCase(comparer))}
	}
	from := func(c *call, comparer value) (value, error) {
		items, err := itemsOf(c.Args[0], "collection")
		s := empty(c, comparer)
		for _, v := range items {
			s.add(v)
		}
		return objects.Of(s), err
	}
	comparer := "System.Collections.Generic.IEqualityComparer[T] comparer"
	if sorted {
		comparer = "System.Collections.Generic.IComparer[T] comparer"
	}
	return func() *objects.Declaration {
		d := &objects.Declaration{
			Type: t,
			Constructors: []objects.Method{
				total("new()", func(c *call) value { return objects.Of(empty(c, objects.Null)) }),
				total("new("+comparer+")", func(c *call) value { return objects.Of(empty(c, c.Args[0])) }),
				partial("new(System.Collections.Generic.IEnumerable[T] collection)", func(c *call) (value, error) { return from(c, objects.Null) }),
				partial("new(System.Collections.Generic.IEnumerable[T] collection, "+comparer+")", func(c *call) (value, error) { return from(c, c.Args[1]) }),
			},
			Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(setOf(v).items.Len()) })},
			Methods: []objects.Method{
				total("bool Add(T item)", func(c *call) value { return objects.Bool(setOf(c.This).add(c.Args[0])) }),
				total("void Clear()", func(c *call) value { setOf(c.This).items.Clear(); return nothing() }),
				total("bool Contains(T item)", func(c *call) value { return objects.Bool(setOf(c.This).has(c.Args[0])) }),
				does("void CopyTo(T[] array)", func(c *call) error { return copyInto(c, setOf(c.This).items.Keys(), c.Args[0], 0, "array") }),
				does("void CopyTo(T[] array, int arrayIndex)", func(c *call) error {
					return copyInto(c, setOf(c.This).items.Keys(), c.Args[0], c.Int(1), "array")
				}),
				total("System.Collections.Generic.HashSet`1+Enumerator[T] GetEnumerator()", func(c *call) value {
					return enumerator(setOf(c.This).items.Keys())
				}),
				total("bool Remove(T item)", func(c *call) value { return objects.Bool(setOf(c.This).items.Remove(c.Args[0])) }),
				partial("int RemoveWhere(System.Predicate[T] match)", func(c *call) (value, error) {
					gone, err := objects.Matching(c, setOf(c.This).items.Keys(), c.Func(0))
					for _, v := range gone {
						setOf(c.This).items.Remove(v)
					}
					return objects.Int(len(gone)), err
				}),
				partial("bool TryGetValue(T equalValue, [ref] T actualValue)", func(c *call) (value, error) {
					v, ok := setOf(c.This).items.KeyOf(c.Args[0])
					return objects.Bool(ok), c.Assign(1, v)
				}),
			},
		}
		if !sorted {
			d.Constructors = append(d.Constructors, total("new(int capacity)", func(c *call) value { return objects.Of(empty(c, objects.Null)) }))
		} else {
			d.Properties = append(d.Properties, sortedEnds()...)
		}
		d.Methods = append(d.Methods, setAlgebra()...)
		return d
	}
}

func sortedEnds() []objects.Property {
	end := func(last bool) func(v value) value {
		return func(v value) value {
			keys := setOf(v).items.Keys()
			if len(keys) == 0 {
				return objects.Default(element(setOf(v).typ))
			}
			if last {
				return keys[len(keys)-1]
			}
			return keys[0]
		}
	}
	return []objects.Property{reads("T Max {get;}", end(true)), reads("T Min {get;}", end(false))}
}

// setAlgebra are the methods that combine or compare two sets.
func setAlgebra() []objects.Method {
	const other = "(System.Collections.Generic.IEnumerable[T] other)"
	var methods []objects.Method
	for _, m := range [...]struct {
		name string
		do   func(s, o *set)
	}{
		{"UnionWith", func(s, o *set) { o.items.Each(func(k, _ value) bool { s.add(k); return true }) }},
		{"ExceptWith", func(s, o *set) { s.removeWhere(o.has) }},
		{"IntersectWith", func(s, o *set) { s.removeWhere(func(v value) bool { return !o.has(v) }) }},
		{"SymmetricExceptWith", func(s, o *set) {
			o.items.Each(func(k, _ value) bool {
				if !s.items.Remove(k) {
					s.add(k)
				}
				return true
			})
		}},
	} {
		methods = append(methods, does("void "+m.name+other, func(c *call) error {
			o, err := setOf(c.This).other(c)
			if err == nil {
				m.do(setOf(c.This), o)
			}
			return err
		}))
	}
	for _, m := range [...]struct {
		name string
		is   func(s, o *set) bool
	}{
		{"IsSubsetOf", func(s, o *set) bool { return s.within(o) }},
		{"IsSupersetOf", func(s, o *set) bool { return o.within(s) }},
		{"IsProperSubsetOf", func(s, o *set) bool { return s.within(o) && s.items.Len() < o.items.Len() }},
		{"IsProperSupersetOf", func(s, o *set) bool { return o.within(s) && o.items.Len() < s.items.Len() }},
		{"Overlaps", func(s, o *set) bool { return s.overlaps(o) }},
		{"SetEquals", func(s, o *set) bool { return s.within(o) && o.within(s) }},
	} {
		methods = append(methods, partial("bool "+m.name+other, func(c *call) (value, error) {
			o, err := setOf(c.This).other(c)
			if err != nil {
				return objects.Null, err
			}
			return objects.Bool(m.is(setOf(c.This), o)), nil
		}))
	}
	return methods
}
