package collections

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

// The queues and stacks.
var (
	QueueType           = sequenceType("System.Collections.Queue", 0)
	StackType           = sequenceType("System.Collections.Stack", 0)
	QueueOpenType       = sequenceType("System.Collections.Generic.Queue`1", objects.GenericAttr)
	StackOpenType       = sequenceType("System.Collections.Generic.Stack`1", objects.GenericAttr)
	ConcurrentQueueType = sequenceType("System.Collections.Concurrent.ConcurrentQueue`1", objects.GenericAttr)
	ConcurrentStackType = sequenceType("System.Collections.Concurrent.ConcurrentStack`1", objects.GenericAttr)
	ConcurrentBagType   = sequenceType("System.Collections.Concurrent.ConcurrentBag`1", objects.GenericAttr)
)

func sequenceType(name string, attributes objects.TypeAttributes) *objects.Type {
	interfaces := []*objects.Type{objects.CollectionIface}
	if attributes != 0 {
		interfaces = append(interfaces, objects.EnumerableOpenType)
	}
	return &objects.Type{FullName: name, Kind: objects.KindObject, Attributes: attributes, Interfaces: interfaces}
}

// sequence is a queue or a stack: items that are taken from one end only. It
// has no indexer.
type sequence struct {
	typ     *objects.Type
	items   []value // the next one to take first for a queue, last for a stack
	stack   bool
	version int
}

// Type is the type of the sequence.
func (s *sequence) Type() *objects.Type { return s.typ }

// all are the items, the next one to take first.
func (s *sequence) all() []value {
	items := slices.Clone(s.items)
	if s.stack {
		slices.Reverse(items)
	}
	return items
}

// Enumerate gives the items, the next one to take first.
func (s *sequence) Enumerate(yield func(value) error) error {
	version := s.version
	for _, v := range s.all() {
		if err := yield(v); err != nil {
			return err
		}
		if s.version != version {
			return objects.CollectionModified()
		}
	}
	return nil
}

func (s *sequence) put(v value) { s.items = append(s.items, v); s.version++ }

func (s *sequence) peek() (value, bool) {
	if len(s.items) == 0 {
		return objects.Null, false
	}
	if s.stack {
		return s.items[len(s.items)-1], true
	}
	return s.items[0], true
}

func (s *sequence) take() (value, bool) {
	v, ok := s.peek()
	if !ok {
		return v, false
	}
	if s.stack {
		s.items = s.items[:len(s.items)-1]
	} else {
		s.items = s.items[1:]
	}
	s.version++
	return v, true
}

func sequenceOf(v value) *sequence {
	if s, ok := objects.As[*sequence](v); ok {
		return s
	}
	return &sequence{typ: QueueType}
}

// sequenceKind is what queues and stacks differ in.
type sequenceKind struct {
	typ       *objects.Type
	item      string // the type of the items in signatures
	put, take string // names of the methods
	empty     string // the message of the exception for an empty one
	stack     bool
	tries     bool // whether there are TryPeek and its like
}

func (k sequenceKind) declare() *objects.Declaration {
	d := &objects.Declaration{
		Type: k.typ,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(&sequence{typ: c.Type, stack: k.stack}) }),
			total("new(int capacity)", func(c *call) value { return objects.Of(&sequence{typ: c.Type, stack: k.stack}) }),
			partial("new("+k.source()+" collection)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "collection")
				return objects.Of(&sequence{typ: c.Type, stack: k.stack, items: slices.Clone(items)}), err
			}),
		},
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(sequenceOf(v).items)) })},
		Methods: []objects.Method{
			total("void Clear()", func(c *call) value { s := sequenceOf(c.This); s.items = nil; s.version++; return nothing() }),
			total("bool Contains("+k.item+" item)", func(c *call) value { return objects.Bool(indexOf(sequenceOf(c.This).items, c.Args[0]) >= 0) }),
			does("void CopyTo("+k.array()+" array, int index)", func(c *call) error {
				return copyInto(c, sequenceOf(c.This).all(), c.Args[0], c.Int(1), "array")
			}),
			partial(k.item+" "+k.take+"()", func(c *call) (value, error) { return k.orEmpty(sequenceOf(c.This).take()) }),
			total("void "+k.put+"("+k.item+" item)", func(c *call) value { sequenceOf(c.This).put(c.Args[0]); return nothing() }),
			total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
				return enumerator(sequenceOf(c.This).all())
			}),
			partial(k.item+" Peek()", func(c *call) (value, error) { return k.orEmpty(sequenceOf(c.This).peek()) }),
			total(k.item+"[] ToArray()", func(c *call) value { return objects.Of(objects.NewArray(element(c.Type), sequenceOf(c.This).all())) }),
		},
	}
	if k.tries {
		d.Methods = append(d.Methods, k.tryMethods()...)
		return d
	}
	d.Properties = append(d.Properties, whether("IsSynchronized", false), this("System.Object SyncRoot {get;}"))
	d.Methods = append(d.Methods, total("System.Object Clone()", func(c *call) value {
		s := *sequenceOf(c.This)
		s.items = slices.Clone(s.items)
		return objects.Of(&s)
	}))
	return d
}

func (k sequenceKind) source() string {
	if k.item == "T" {
		return "System.Collections.Generic.IEnumerable[T]"
	}
	return "System.Collections.ICollection"
}

func (k sequenceKind) array() string {
	if k.item == "T" {
		return "T[]"
	}
	return "array"
}

func (k sequenceKind) orEmpty(v value, ok bool) (value, error) {
	if !ok {
		return objects.Null, objects.NewException(objects.InvalidOperationException, k.empty)
	}
	return v, nil
}

func (k sequenceKind) tryMethods() []objects.Method {
	try := func(of func(s *sequence) (value, bool)) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			v, ok := of(sequenceOf(c.This))
			if !ok {
				v = objects.Default(element(c.Type))
			}
			return objects.Bool(ok), c.Assign(0, v)
		}
	}
	return []objects.Method{
		partial("bool Try"+k.take+"([ref] T result)", try((*sequence).take)),
		partial("bool TryPeek([ref] T result)", try((*sequence).peek)),
		total("void TrimExcess()", func(*call) value { return nothing() }),
		total("int EnsureCapacity(int capacity)", func(c *call) value { return objects.Int(max(c.Int(0), len(sequenceOf(c.This).items))) }),
	}
}

func sequenceTypes() []objects.TypeEntry {
	const noQueue, noStack = "Queue empty.", "Stack empty."
	var entries []objects.TypeEntry
	for _, k := range [...]sequenceKind{
		{typ: QueueType, item: "System.Object", put: "Enqueue", take: "Dequeue", empty: noQueue},
		{typ: StackType, item: "System.Object", put: "Push", take: "Pop", empty: noStack, stack: true},
		{typ: QueueOpenType, item: "T", put: "Enqueue", take: "Dequeue", empty: noQueue, tries: true},
		{typ: StackOpenType, item: "T", put: "Push", take: "Pop", empty: noStack, stack: true, tries: true},
		{typ: ConcurrentQueueType, item: "T", put: "Enqueue", take: "Dequeue", empty: noQueue, tries: true},
		{typ: ConcurrentStackType, item: "T", put: "Push", take: "Pop", empty: noStack, stack: true, tries: true},
		{typ: ConcurrentBagType, item: "T", put: "Add", take: "Take", empty: noQueue, stack: true, tries: true},
	} {
		entries = append(entries, objects.TypeEntry{Type: k.typ, Declare: k.declare})
	}
	return entries
}
