package xml

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

// The types of lists of nodes.
var (
	NodeListType            = &objects.Type{FullName: "System.Xml.XmlNodeList", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.EnumerableType, objects.DisposableType}}
	childNodesType          = &objects.Type{FullName: "System.Xml.XmlChildNodes", Base: NodeListType, Kind: objects.KindObject}
	elementListType         = &objects.Type{FullName: "System.Xml.XmlElementList", Base: NodeListType, Kind: objects.KindObject}
	xpathListType           = &objects.Type{FullName: "System.Xml.XPath.XPathNodeList", Base: NodeListType, Kind: objects.KindObject}
	namedNodeMapType        = &objects.Type{FullName: "System.Xml.XmlNamedNodeMap", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumerableType}}
	AttributeCollectionType = &objects.Type{FullName: "System.Xml.XmlAttributeCollection", Base: namedNodeMapType, Kind: objects.KindObject, Interfaces: []*objects.Type{objects.CollectionIface}}
	enumeratorType          = &objects.Type{FullName: "System.Xml.XmlChildEnumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}
)

// nodeList is a list of nodes that follows the changes of its document
// (System.Xml.XmlNodeList).
type nodeList struct {
	typ   *objects.Type
	nodes func() []*markup.Node
}

func childNodes(n *markup.Node) *nodeList { return &nodeList{childNodesType, n.Children} }

// NodeList is a list of nodes that stays as it is.
func NodeList(nodes []*markup.Node) value {
	return objects.Of(&nodeList{xpathListType, func() []*markup.Node { return nodes }})
}

// Type is the list's type.
func (l *nodeList) Type() *objects.Type { return l.typ }

// Enumerate gives the nodes in order.
func (l *nodeList) Enumerate(yield func(value) error) error {
	for _, n := range l.nodes() {
		if err := yield(ValueOf(n)); err != nil {
			return err
		}
	}
	return nil
}

func (l *nodeList) values() []value {
	var list []value
	for _, n := range l.nodes() {
		list = append(list, ValueOf(n))
	}
	return list
}

func listOf(v value) *nodeList {
	if l, ok := objects.As[*nodeList](v); ok {
		return l
	}
	return &nodeList{childNodesType, func() []*markup.Node { return nil }}
}

// at is the node at a place; $null outside.
func at(nodes []*markup.Node, i int) value {
	if i < 0 || i >= len(nodes) {
		return objects.Null
	}
	return ValueOf(nodes[i])
}

func nodeListDeclaration() *objects.Declaration {
	item := func(c *call) value { return at(listOf(c.This).nodes(), c.Int(0)) }
	return &objects.Declaration{
		Type:       NodeListType,
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(listOf(v).nodes())) })},
		Methods: []objects.Method{
			total("System.Xml.XmlNode Item(int index)", item),
			total("System.Xml.XmlNode ItemOf(int i) {get;}", item),
			total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
				return objects.Of(objects.NewEnumerator(enumeratorType, listOf(c.This).values()))
			}),
		},
	}
}

// attributeList is the attributes of an element (XmlAttributeCollection).
type attributeList struct{ of *markup.Node }

// Type is System.Xml.XmlAttributeCollection.
func (attributeList) Type() *objects.Type { return AttributeCollectionType }

// Enumerate gives the attributes in order.
func (l attributeList) Enumerate(yield func(value) error) error {
	for _, a := range l.of.Attributes {
		if err := yield(ValueOf(a)); err != nil {
			return err
		}
	}
	return nil
}

// Item is the attribute of a place or of a name.
func (l attributeList) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	if name, ok := index[0].Str(); ok {
		a := l.of.Attr(name)
		if len(index) > 1 {
			a = l.of.AttrNS(name, str(index[1]))
		}
		return ValueOf(a), a != nil, nil
	}
	i, err := tt.Convert(index[0], objects.Int32Type)
	return at(l.of.Attributes, int(i.Int64())), err == nil, err
}

// SetItem fails: attributes are added by Append.
func (l attributeList) SetItem(*objects.TypeTable, []value, value) error {
	return objects.NewException(objects.NotSupportedException, "The collection is read-only.")
}

func attributesOf(v value) *markup.Node {
	if l, ok := objects.As[attributeList](v); ok {
		return l.of
	}
	return markup.NewDocument()
}

func attributeCollectionDeclaration() *objects.Declaration {
	byPlace := func(c *call) value { return at(attributesOf(c.This).Attributes, c.Int(0)) }
	byName := func(c *call) value {
		if len(c.Args) > 1 {
			return ValueOf(attributesOf(c.This).AttrNS(c.Str(0), c.Str(1)))
		}
		return ValueOf(attributesOf(c.This).Attr(c.Str(0)))
	}
	remove := func(c *call, a *markup.Node) value {
		if a == nil || a.Parent != attributesOf(c.This) {
			return objects.Null
		}
		attributesOf(c.This).RemoveAttr(a)
		return ValueOf(a)
	}
	add := func(c *call) (value, error) {
		_, err := addAttribute(attributesOf(c.This), NodeOf(c.Args[0]))
		return c.Args[0], err
	}
	return &objects.Declaration{
		Type:       AttributeCollectionType,
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(attributesOf(v).Attributes)) })},
		Methods: []objects.Method{
			partial("System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)", add),
			partial("System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)", add),
			total("System.Xml.XmlNode GetNamedItem(string name)", byName),
			total("System.Xml.XmlNode GetNamedItem(string localName, string namespaceURI)", byName),
			total("System.Xml.XmlNode Item(int index)", byPlace),
			total("System.Xml.XmlAttribute ItemOf(int i) {get;}", byPlace),
			total("System.Xml.XmlAttribute ItemOf(string name) {get;}", byName),
			total("System.Xml.XmlAttribute ItemOf(string localName, string namespaceURI) {get;}", byName),
			total("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)", func(c *call) value { return remove(c, NodeOf(c.Args[0])) }),
			total("System.Xml.XmlNode RemoveNamedItem(string name)", func(c *call) value { return remove(c, attributesOf(c.This).Attr(c.Str(0))) }),
			total("System.Xml.XmlAttribute RemoveAt(int i)", func(c *call) value { return remove(c, NodeOf(byPlace(c))) }),
			does("void RemoveAll()", func(c *call) error {
				n := attributesOf(c.This)
				for len(n.Attributes) > 0 {
					n.RemoveAttr(n.Attributes[0])
				}
				return nil
			}),
		},
	}
}
