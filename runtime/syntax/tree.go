package syntax

import (
	"reflect"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/parser"
)

// Tree is the tree of one script. It makes an object for each node that is asked
// for, once.
type Tree struct {
	host    Host
	classes *classTable
	source  *parser.Source
	root    parser.Node
	objects map[parser.Node]*Node
	parents map[parser.Node]parser.Node // made at first use
}

// NewTree shows a tree that has been parsed.
func NewTree(host Host, root *parser.ScriptBlock) *Tree {
	return &Tree{host: host, classes: classes(), source: root.Source, root: root, objects: map[parser.Node]*Node{}}
}

// Source is the script.
func (t *Tree) Source() *parser.Source { return t.source }

// Root is the script as an object.
func (t *Tree) Root() objects.Value { return t.optional(t.root) }

// Block is the object of the script block with that extent; of a function's body,
// the function; $null where there is none.
func (t *Tree) Block(at parser.Extent) objects.Value {
	var found parser.Node
	parser.Walk(t.root, func(n parser.Node) bool {
		if b, ok := n.(*parser.ScriptBlock); ok && b.Extent == at && found == nil {
			found = n
		}
		return found == nil
	})
	if found == nil {
		return objects.Null
	}
	if f, ok := t.parent(found).(*parser.FunctionDefinition); ok {
		found = f
	}
	return t.optional(found)
}

// Node is one node as an object (System.Management.Automation.Language.Ast).
type Node struct {
	tree *Tree
	node parser.Node
	typ  *objects.Type
}

// Type is the class that .NET has for the node.
func (n *Node) Type() *objects.Type { return n.typ }

// Text is the source of the node.
func (n *Node) Text() (string, error) { return n.tree.source.Slice(n.node.Span()), nil }

// optional is the object of a node held in an interface; $null for nil.
func (t *Tree) optional(n parser.Node) objects.Value {
	if n == nil {
		return objects.Null
	}
	o := t.objects[n]
	if o == nil {
		o = &Node{t, n, t.classes.ofNode(n)}
		t.objects[n] = o
	}
	return objects.Of(o)
}

// some is the object of an optional node of a concrete type.
func some[T any, P interface {
	*T
	parser.Node
}](t *Tree, n P) objects.Value {
	if n == nil {
		return objects.Null
	}
	return t.optional(n)
}

// list are the objects of nodes as a ReadOnlyCollection of a class.
func list[N parser.Node](t *Tree, class string, nodes []N) objects.Value {
	items := make([]objects.Value, len(nodes))
	for i, n := range nodes {
		items[i] = t.optional(n)
	}
	return readOnly(t.classes.byName[class], items)
}

func readOnly(elem *objects.Type, items []objects.Value) objects.Value {
	l := objects.NewList(objects.MakeGeneric(collections.ReadOnlyCollectionType, elem), items)
	l.ReadOnly = true
	return objects.Of(l)
}

// parent is the node around a node; nil for the script.
func (t *Tree) parent(n parser.Node) parser.Node {
	if t.parents == nil {
		t.parents = map[parser.Node]parser.Node{}
		t.link(t.root)
	}
	return t.parents[n]
}

// link notes the parents of all nodes below one.
func (t *Tree) link(n parser.Node) {
	parser.Walk(n, func(child parser.Node) bool {
		if child == n {
			return true
		}
		t.parents[child] = n
		t.link(child)
		return false
	})
}

// find goes through a node and all below it, parents first, until visit says that it
// has enough. The insides of functions and script blocks are left out where nested
// is false.
func (t *Tree) find(from parser.Node, nested bool, visit func(n *Node) (more bool, err error)) error {
	var failed error
	more := true
	parser.Walk(from, func(n parser.Node) bool {
		if failed != nil || !more {
			return false
		}
		o, _ := objects.As[*Node](t.optional(n))
		if more, failed = visit(o); failed != nil || !more {
			return false
		}
		switch n.(type) {
		case *parser.ScriptBlockExpression, *parser.FunctionDefinition, *parser.FunctionMember:
			return nested
		}
		return true
	})
	return failed
}

// class is a class of .NET and what maps it to nodes of the parser.
type class struct {
	typ        *objects.Type
	kind       reflect.Type // of the parser's nodes; nil for an abstract class
	properties []objects.Property
	methods    []objects.Method
}

func (c *class) declare() *objects.Declaration {
	return &objects.Declaration{Type: c.typ, Properties: c.properties, Methods: c.methods}
}

// property is a property of the nodes of a type.
type property[N parser.Node] struct {
	signature string
	get       func(t *Tree, n N) objects.Value
	getIn     func(tt *objects.TypeTable, n N) objects.Value // where types are looked up
}

// is declares a property: its type, which is one of this namespace unless it begins
// with a small letter or names another, and its name.
func is[N parser.Node](typ, name string, get func(t *Tree, n N) objects.Value) property[N] {
	return property[N]{signature: typ + " " + name + " {get;}", get: get}
}

// classTable finds classes by name and by node.
type classTable struct {
	list   []*class
	byName map[string]*objects.Type
	byKind map[reflect.Type]*objects.Type
}

func (c *classTable) ofNode(n parser.Node) *objects.Type {
	if t := c.byKind[reflect.TypeOf(n)]; t != nil {
		return t
	}
	return c.byName["Ast"]
}

func (c *classTable) add(name, base string, kind reflect.Type) *class {
	t := &objects.Type{FullName: namespace + name, Base: c.byName[base], Kind: objects.KindObject}
	made := &class{typ: t, kind: kind}
	c.list = append(c.list, made)
	if c.byName[name] = t; kind != nil {
		c.byKind[kind] = t
	} else {
		t.Attributes = objects.AbstractAttr
	}
	return made
}

// of adds the class of a type of nodes.
func of[N parser.Node](c *classTable, name, base string, properties ...property[N]) {
	made := c.add(name, base, reflect.TypeFor[N]())
	for _, p := range properties {
		made.properties = append(made.properties, objects.Property{Signature: p.signature, GetIn: func(tt *objects.TypeTable, this objects.Value) (objects.Value, error) {
			o, ok := objects.As[*Node](this)
			if !ok {
				return objects.Null, nil
			}
			n, ok := o.node.(N)
			switch {
			case !ok:
				return objects.Null, nil
			case p.getIn != nil:
				return p.getIn(tt, n), nil
			}
			return p.get(o.tree, n), nil
		}})
	}
}

// staticType is the property StaticType: a type, or the reference to one.
func staticType[N parser.Node](get func(n N) any) property[N] {
	return property[N]{signature: "type StaticType {get;}", getIn: func(tt *objects.TypeTable, n N) objects.Value {
		switch t := get(n).(type) {
		case *objects.Type:
			return objects.TypeValue(t)
		case parser.TypeReference:
			if found, ok := tt.Lookup(t.String(), nil); ok {
				return objects.TypeValue(found)
			}
		}
		return objects.TypeValue(objects.ObjectType)
	}}
}

// boolean, words and the like are values of properties.
func boolean[N parser.Node](name string, get func(n N) bool) property[N] {
	return is("bool", name, func(_ *Tree, n N) objects.Value { return objects.Bool(get(n)) })
}

func words[N parser.Node](name string, get func(n N) string) property[N] {
	return is("string", name, func(_ *Tree, n N) objects.Value { return objects.String(get(n)) })
}

// child is a property that is another node.
func child[N parser.Node](typ, name string, get func(n N) parser.Node) property[N] {
	return is(namespace+typ, name, func(t *Tree, n N) objects.Value { return t.optional(get(n)) })
}

// maybe is a property that is a node of a concrete type, or $null.
func maybe[N parser.Node, T any, P interface {
	*T
	parser.Node
}](typ, name string, get func(n N) P) property[N] {
	return is(namespace+typ, name, func(t *Tree, n N) objects.Value { return some(t, get(n)) })
}

// children is a property that is a list of nodes of a class.
func children[N, C parser.Node](typ, name string, get func(n N) []C) property[N] {
	return is("System.Collections.ObjectModel.ReadOnlyCollection["+namespace+typ+"]", name, func(t *Tree, n N) objects.Value {
		return list(t, typ, get(n))
	})
}

// kind is a property that is a kind of token, as operators are.
func kind[N parser.Node](name string, get func(n N) parser.TokenKind) property[N] {
	return is(namespace+"TokenKind", name, func(_ *Tree, n N) objects.Value { return tokenKind(get(n)) })
}

// place is a property that is an extent.
func place[N parser.Node](name string, get func(n N) parser.Extent) property[N] {
	return is(namespace+"IScriptExtent", name, func(t *Tree, n N) objects.Value { return t.host.Extent(t.source, get(n)) })
}
