package objects

// Array is a .NET array. Its length is fixed; elements are set through Set, so
// that += can share storage (see [Array.Append]).
type Array struct {
	typ    *Type
	items  []Value
	shared *sharing
	dims   []int // of a multi-dimensional array
}

// sharing is the storage that arrays grown from one another by += have in
// common: only the longest may append in place, and any write copies first.
type sharing struct {
	length int // of the longest array that uses the storage
	users  int
}

// NewArray makes an array of elements of type elem over items, which it owns.
func NewArray(elem *Type, items []Value) *Array { return &Array{typ: ArrayOf(elem), items: items} }

// ObjectArray makes an object[] over items, which it owns.
func ObjectArray(items ...Value) *Array { return NewArray(ObjectType, items) }

// ArrayValue makes an object[] value over items, which it owns.
func ArrayValue(items []Value) Value { return Of(NewArray(ObjectType, items)) }

// Strings makes a string[].
func Strings(items []string) *Array {
	values := make([]Value, len(items))
	for i, s := range items {
		values[i] = String(s)
	}
	return NewArray(StringType, values)
}

// Type is the array's type, such as System.Object[].
func (a *Array) Type() *Type { return a.typ }

// Elem is the type of the elements.
func (a *Array) Elem() *Type { return a.typ.Elem }

// Len is the number of elements, of all dimensions.
func (a *Array) Len() int { return len(a.items) }

// At is element i, counted over all dimensions.
func (a *Array) At(i int) Value { return a.items[i] }

// Items are the elements, to be read only.
func (a *Array) Items() []Value { return a.items }

// Dims are the lengths of each dimension; nil for a one-dimensional array.
func (a *Array) Dims() []int { return a.dims }

// Set changes element i; v must be of the element type.
func (a *Array) Set(i int, v Value) {
	if a.shared != nil {
		a.unshare()
	}
	a.items[i] = v
}

func (a *Array) unshare() {
	if a.shared.users > 1 {
		a.items = append([]Value(nil), a.items...)
	}
	a.shared.users--
	a.shared = nil
}

// Append is the array that $a += items gives: a new object[] with the items of
// both. Arrays grown step by step share their storage until one is written, so
// a loop of += is linear.
func (a *Array) Append(items ...Value) *Array {
	n, total := len(a.items), len(a.items)+len(items)
	storage, s := a.items, a.shared
	if s == nil || s.length != n || cap(storage) < total {
		storage = make([]Value, n, 2*n+len(items)+4)
		copy(storage, a.items)
		s = &sharing{}
	}
	s.length = total
	s.users++
	return &Array{typ: ArrayOf(ObjectType), items: append(storage, items...), shared: s}
}

// Enumerate gives the elements in order.
func (a *Array) Enumerate(yield func(Value) error) error {
	for i := 0; i < len(a.items); i++ {
		if err := yield(a.items[i]); err != nil {
			return err
		}
	}
	return nil
}

// List is a list that can grow: ArrayList, List[T], Collection[T].
type List struct {
	typ      *Type
	items    []Value
	version  int
	ReadOnly bool
	// Room is the capacity that was asked for; see [List.Capacity].
	Room    int
	changed func() // told after every change; nil for nobody
	derived
	Extension
}

// NewList makes a list of the type over items, which it owns.
func NewList(t *Type, items []Value) *List { return &List{typ: t, items: items} }

// Type is the list's type.
func (l *List) Type() *Type { return l.typ }

// Capacity is how many elements .NET's list would have room for: what was asked
// for, doubled as the list grows, 4 at least.
func (l *List) Capacity() int {
	n := l.Room
	if n < len(l.items) {
		n = max(n, 4)
	}
	for n < len(l.items) {
		n *= 2
	}
	return n
}

// Elem is the type of the elements; System.Object for an ArrayList.
func (l *List) Elem() *Type {
	for t := l.typ; t != nil; t = t.BaseType() {
		if len(t.Args) == 1 {
			return t.Args[0]
		}
	}
	return ObjectType
}

// Derive makes the list an object of a class that derives from its type.
func (l *List) Derive(class *Type, fields []Value) { l.typ, l.fields = class, fields }

// TakeOver gives the list the elements of another.
func (l *List) TakeOver(from Object) {
	if o, ok := from.(*List); ok {
		l.items = o.items
	}
}

// Len is the number of elements.
func (l *List) Len() int { return len(l.items) }

// At is element i.
func (l *List) At(i int) Value { return l.items[i] }

// Items are the elements, to be read only.
func (l *List) Items() []Value { return l.items }

// Set changes element i; v must be of the element type.
func (l *List) Set(i int, v Value) { l.items[i] = v; l.touch() }

// Add appends v, which must be of the element type.
func (l *List) Add(v Value) { l.items = append(l.items, v); l.touch() }

// Replace gives the list other elements, which it owns.
func (l *List) Replace(items []Value) { l.items = items; l.touch() }

func (l *List) touch() {
	l.version++
	if l.changed != nil {
		l.changed()
	}
}

// Enumerate gives the elements in order; a change of the list during the
// enumeration is an error, as in .NET.
func (l *List) Enumerate(yield func(Value) error) error {
	version := l.version
	for i := 0; i < len(l.items); i++ {
		if err := yield(l.items[i]); err != nil {
			return err
		}
		if l.version != version {
			return CollectionModified()
		}
	}
	return nil
}

// Enumerable is an object that the pipeline unrolls (IEnumerable, but neither
// string nor dictionary: "about_Pipelines").
type Enumerable interface {
	Object
	Enumerate(yield func(Value) error) error
}

// Indexed is a list or array: $x[0], $x.Count, fast loops.
type Indexed interface {
	Object
	Len() int
	At(i int) Value
	Set(i int, v Value)
	Elem() *Type
}

// Enumeration is the sequence of v when a pipeline or foreach unrolls it; ok is
// false for a value that stays whole (strings, dictionaries, scalars).
func Enumeration(v Value) (e Enumerable, ok bool) {
	switch r := v.Base().ref.(type) {
	case *Hashtable:
		return nil, false
	case Enumerable:
		return r, true
	}
	return nil, false
}

// BytesOf are the bytes of an array of Byte; nil for another value.
func BytesOf(v Value) []byte {
	a, ok := As[*Array](v)
	if !ok {
		return nil
	}
	b := make([]byte, len(a.items))
	for i, x := range a.items {
		b[i] = byte(x.num)
	}
	return b
}

// ByteArray makes a byte[].
func ByteArray(b []byte) Value {
	items := make([]Value, len(b))
	for i, x := range b {
		items[i] = Word(ByteType, uint64(x))
	}
	return Of(NewArray(ByteType, items))
}
