package collections

import "github.com/csshell/csshell/objects"

// The types of linked lists.
var (
	LinkedListType     = &objects.Type{FullName: "System.Collections.Generic.LinkedList`1", Kind: objects.KindObject, Attributes: objects.GenericAttr, Interfaces: []*objects.Type{objects.CollectionOpenIface, objects.ReadOnlyCollectionIface, objects.CollectionIface}}
	LinkedListNodeType = &objects.Type{FullName: "System.Collections.Generic.LinkedListNode`1", Kind: objects.KindObject, Attributes: objects.GenericAttr | objects.SealedAttr}
)

// linkedList is a list of nodes that know their neighbours.
type linkedList struct {
	typ         *objects.Type
	first, last *linkedNode
	count       int
	version     int
}

// Type is the closed LinkedList.
func (l *linkedList) Type() *objects.Type { return l.typ }

// linkedNode is one element.
type linkedNode struct {
	list       *linkedList
	elem       *objects.Type
	next, prev *linkedNode
	value      value
}

// Type is the closed LinkedListNode.
func (n *linkedNode) Type() *objects.Type { return objects.MakeGeneric(LinkedListNodeType, n.elem) }

// Enumerate gives the values in order.
func (l *linkedList) Enumerate(yield func(value) error) error {
	version := l.version
	for n := l.first; n != nil; n = n.next {
		if err := yield(n.value); err != nil {
			return err
		}
		if l.version != version {
			return objects.CollectionModified()
		}
	}
	return nil
}

// insert puts a node before another, at the end where that is nil.
func (l *linkedList) insert(n, before *linkedNode) {
	n.list, n.next = l, before
	if before == nil {
		n.prev, l.last = l.last, n
	} else {
		n.prev, before.prev = before.prev, n
	}
	if n.prev == nil {
		l.first = n
	} else {
		n.prev.next = n
	}
	l.count++
	l.version++
}

func (l *linkedList) remove(n *linkedNode) {
	if n.prev == nil {
		l.first = n.next
	} else {
		n.prev.next = n.next
	}
	if n.next == nil {
		l.last = n.prev
	} else {
		n.next.prev = n.prev
	}
	n.list, n.next, n.prev = nil, nil, nil
	l.count--
	l.version++
}

// find is the first or last node of a value; nil for none.
func (l *linkedList) find(v value, last bool) *linkedNode {
	if last {
		for n := l.last; n != nil; n = n.prev {
			if objects.SameValue(n.value, v) {
				return n
			}
		}
		return nil
	}
	for n := l.first; n != nil; n = n.next {
		if objects.SameValue(n.value, v) {
			return n
		}
	}
	return nil
}

func linkedOf(v value) *linkedList {
	if l, ok := objects.As[*linkedList](v); ok {
		return l
	}
	return &linkedList{typ: objects.MakeGeneric(LinkedListType, objects.ObjectType)}
}

func nodeValue(n *linkedNode) value {
	if n == nil {
		return objects.Null
	}
	return objects.Of(n)
}

// owned is the node that argument i is, of this list.
func owned(c *call, i int) (*linkedNode, error) {
	n, ok := objects.As[*linkedNode](c.Args[i])
	if !ok {
		return nil, objects.NullArgument("node")
	}
	if n.list != linkedOf(c.This) {
		return nil, objects.NewException(objects.InvalidOperationException, "The LinkedList node does not belong to current LinkedList.")
	}
	return n, nil
}

func linkedListDeclaration() *objects.Declaration {
	const node = "System.Collections.Generic.LinkedListNode[T]"
	return &objects.Declaration{
		Type: LinkedListType,
		Constructors: []objects.Method{
			total("new()", func(c *call) value { return objects.Of(&linkedList{typ: c.Type}) }),
			partial("new(System.Collections.Generic.IEnumerable[T] collection)", func(c *call) (value, error) {
				items, err := itemsOf(c.Args[0], "collection")
				l := &linkedList{typ: c.Type}
				for _, v := range items {
					l.insert(&linkedNode{elem: element(c.Type), value: v}, nil)
				}
				return objects.Of(l), err
			}),
		},
		Properties: []objects.Property{
			reads("int Count {get;}", func(v value) value { return objects.Int(linkedOf(v).count) }),
			reads(node+" First {get;}", func(v value) value { return nodeValue(linkedOf(v).first) }),
			reads(node+" Last {get;}", func(v value) value { return nodeValue(linkedOf(v).last) }),
		},
		Methods: append(linkedAdds(node), linkedRemoves(node)...),
	}
}

func linkedAdds(node string) []objects.Method {
	put := func(c *call, v value, before *linkedNode) value {
		n := &linkedNode{elem: element(c.Type), value: v}
		linkedOf(c.This).insert(n, before)
		return objects.Of(n)
	}
	return []objects.Method{
		total(node+" AddFirst(T value)", func(c *call) value { return put(c, c.Args[0], linkedOf(c.This).first) }),
		total(node+" AddLast(T value)", func(c *call) value { return put(c, c.Args[0], nil) }),
		partial(node+" AddBefore("+node+" node, T value)", func(c *call) (value, error) {
			n, err := owned(c, 0)
			if err != nil {
				return objects.Null, err
			}
			return put(c, c.Args[1], n), nil
		}),
		partial(node+" AddAfter("+node+" node, T value)", func(c *call) (value, error) {
			n, err := owned(c, 0)
			if err != nil {
				return objects.Null, err
			}
			return put(c, c.Args[1], n.next), nil
		}),
	}
}

func linkedRemoves(node string) []objects.Method {
	end := func(name string, of func(l *linkedList) *linkedNode) objects.Method {
		return does("void "+name+"()", func(c *call) error {
			l := linkedOf(c.This)
			if l.count == 0 {
				return objects.NewException(objects.InvalidOperationException, "The LinkedList is empty.")
			}
			l.remove(of(l))
			return nil
		})
	}
	return []objects.Method{
		does("void Clear()", func(c *call) error {
			for l := linkedOf(c.This); l.first != nil; {
				l.remove(l.first)
			}
			return nil
		}),
		total("bool Contains(T value)", func(c *call) value { return objects.Bool(linkedOf(c.This).find(c.Args[0], false) != nil) }),
		total(node+" Find(T value)", func(c *call) value { return nodeValue(linkedOf(c.This).find(c.Args[0], false)) }),
		total(node+" FindLast(T value)", func(c *call) value { return nodeValue(linkedOf(c.This).find(c.Args[0], true)) }),
		total("bool Remove(T value)", func(c *call) value {
			l := linkedOf(c.This)
			n := l.find(c.Args[0], false)
			if n != nil {
				l.remove(n)
			}
			return objects.Bool(n != nil)
		}),
		does("void Remove("+node+" node)", func(c *call) error {
			n, err := owned(c, 0)
			if err == nil {
				linkedOf(c.This).remove(n)
			}
			return err
		}),
		end("RemoveFirst", func(l *linkedList) *linkedNode { return l.first }),
		end("RemoveLast", func(l *linkedList) *linkedNode { return l.last }),
	}
}

func linkedNodeDeclaration() *objects.Declaration {
	of := func(v value) *linkedNode {
		if n, ok := objects.As[*linkedNode](v); ok {
			return n
		}
		return &linkedNode{}
	}
	return &objects.Declaration{
		Type:         LinkedListNodeType,
		Constructors: []objects.Method{total("new(T value)", func(c *call) value { return objects.Of(&linkedNode{elem: element(c.Type), value: c.Args[0]}) })},
		Properties: []objects.Property{
			reads("System.Collections.Generic.LinkedList[T] List {get;}", func(v value) value {
				if l := of(v).list; l != nil {
					return objects.Of(l)
				}
				return objects.Null
			}),
			reads("System.Collections.Generic.LinkedListNode[T] Next {get;}", func(v value) value { return nodeValue(of(v).next) }),
			reads("System.Collections.Generic.LinkedListNode[T] Previous {get;}", func(v value) value { return nodeValue(of(v).prev) }),
			objects.Slot("T Value {get;set;}", func(n *linkedNode) *value { return &n.value }),
		},
	}
}
