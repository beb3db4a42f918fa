package xml

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/xpath"
)

type xpathError = xpath.Error

// The types that XPath works with.
var (
	resolverIface        = &objects.Type{FullName: "System.Xml.IXmlNamespaceResolver", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
	NamespaceManagerType = &objects.Type{FullName: "System.Xml.XmlNamespaceManager", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumerableType, resolverIface}}
	nameTableBase        = &objects.Type{FullName: "System.Xml.XmlNameTable", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	NameTableType        = &objects.Type{FullName: "System.Xml.NameTable", Base: nameTableBase, Kind: objects.KindObject}
	navigatorBase        = &objects.Type{FullName: "System.Xml.XPath.XPathNavigator", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.CloneableType}}
	navigatorType        = &objects.Type{FullName: "System.Xml.DocumentXPathNavigator", Base: navigatorBase, Kind: objects.KindObject}
	iteratorType         = &objects.Type{FullName: "System.Xml.XPath.XPathNodeIterator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumerableType}}
)

// Select gives the nodes that an XPath expression finds from n; spaces tells
// what a prefix stands for, nil knows none. The error is an XPathException.
func Select(n *markup.Node, expression string, spaces func(prefix string) (string, bool)) ([]*markup.Node, error) {
	e, err := xpath.Compile(expression, spaces)
	if err != nil {
		return nil, raised(err)
	}
	nodes, err := e.Select(n)
	return nodes, raised(err)
}

// selected are the nodes that a call asks for: an expression and perhaps a
// namespace manager.
func selected(c *call) ([]*markup.Node, error) {
	var spaces func(string) (string, bool)
	if len(c.Args) > 1 {
		if m, ok := objects.As[*namespaces](c.Args[1]); ok {
			spaces = m.lookup
		}
	}
	n := NodeOf(c.This)
	if v, ok := objects.As[navigator](c.This); ok {
		n = v.at
	}
	return Select(n, c.Str(0), spaces)
}

func nodeSearches() []objects.Method {
	all := func(c *call) (value, error) {
		nodes, err := selected(c)
		if err != nil {
			return objects.Null, err
		}
		return NodeList(nodes), nil
	}
	one := func(c *call) (value, error) {
		nodes, err := selected(c)
		return at(nodes, 0), err
	}
	return []objects.Method{
		partial("System.Xml.XmlNodeList SelectNodes(string xpath)", all),
		partial("System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)", all),
		partial("System.Xml.XmlNode SelectSingleNode(string xpath)", one),
		partial("System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)", one),
	}
}

// nameTable is the table of names of a document, which needs none.
type nameTable struct{ of *markup.Node }

// Type is System.Xml.NameTable.
func (nameTable) Type() *objects.Type { return NameTableType }

func nameTableDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         NameTableType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(nameTable{}) })},
	}
}

// namespaces is what prefixes stand for, scope by scope (XmlNamespaceManager).
type namespaces struct{ scopes []map[string]string }

// Type is System.Xml.XmlNamespaceManager.
func (*namespaces) Type() *objects.Type { return NamespaceManagerType }

func newNamespaces() *namespaces {
	return &namespaces{[]map[string]string{{"xml": markup.XMLSpace, "xmlns": markup.XmlnsSpace, "": ""}}}
}

func (m *namespaces) lookup(prefix string) (string, bool) {
	for i := len(m.scopes) - 1; i >= 0; i-- {
		if space, ok := m.scopes[i][prefix]; ok {
			return space, true
		}
	}
	return "", false
}

func managerOf(v value) *namespaces {
	if m, ok := objects.As[*namespaces](v); ok {
		return m
	}
	return newNamespaces()
}

func namespaceManagerDeclaration() *objects.Declaration {
	lookup := func(c *call) value {
		if space, ok := managerOf(c.This).lookup(c.Str(0)); ok {
			return text(space)
		}
		return objects.Null
	}
	return &objects.Declaration{
		Type:         NamespaceManagerType,
		Constructors: []objects.Method{total("new(System.Xml.XmlNameTable nameTable)", func(*call) value { return objects.Of(newNamespaces()) })},
		Properties: []objects.Property{
			reads("string DefaultNamespace {get;}", func(v value) value {
				space, _ := managerOf(v).lookup("")
				return text(space)
			}),
			reads("System.Xml.XmlNameTable NameTable {get;}", func(value) value { return objects.Of(nameTable{}) }),
		},
		Methods: []objects.Method{
			does("void AddNamespace(string prefix, string uri)", func(c *call) error {
				if !c.Is(1) {
					return objects.NullArgument("uri")
				}
				m := managerOf(c.This)
				m.scopes[len(m.scopes)-1][c.Str(0)] = c.Str(1)
				return nil
			}),
			does("void RemoveNamespace(string prefix, string uri)", func(c *call) error {
				m := managerOf(c.This)
				if top := m.scopes[len(m.scopes)-1]; top[c.Str(0)] == c.Str(1) {
					delete(top, c.Str(0))
				}
				return nil
			}),
			total("bool HasNamespace(string prefix)", func(c *call) value {
				m := managerOf(c.This)
				_, ok := m.scopes[len(m.scopes)-1][c.Str(0)]
				return truth(ok)
			}),
			total("string LookupNamespace(string prefix)", lookup),
			total("string LookupPrefix(string uri)", func(c *call) value {
				m := managerOf(c.This)
				for i := len(m.scopes) - 1; i >= 0; i-- {
					for prefix, space := range m.scopes[i] {
						if space == c.Str(0) {
							return text(prefix)
						}
					}
				}
				return objects.Null
			}),
			does("void PushScope()", func(c *call) error {
				m := managerOf(c.This)
				m.scopes = append(m.scopes, map[string]string{})
				return nil
			}),
			total("bool PopScope()", func(c *call) value {
				m := managerOf(c.This)
				if len(m.scopes) == 1 {
					return truth(false)
				}
				m.scopes = m.scopes[:len(m.scopes)-1]
				return truth(true)
			}),
		},
	}
}

// navigator is a place in a document (XPathNavigator).
type navigator struct{ at *markup.Node }

// Type is System.Xml.DocumentXPathNavigator.
func (navigator) Type() *objects.Type { return navigatorType }

// Text is the text of the node.
func (v navigator) Text() (string, error) { return v.at.InnerText(), nil }

func navigatorDeclaration() *objects.Declaration {
	node := func(v value) *markup.Node {
		if n, ok := objects.As[navigator](v); ok {
			return n.at
		}
		return markup.NewDocument()
	}
	evaluate := func(c *call) (value, error) {
		var spaces func(string) (string, bool)
		if len(c.Args) > 1 {
			spaces = managerOf(c.Args[1]).lookup
		}
		e, err := xpath.Compile(c.Str(0), spaces)
		if err != nil {
			return objects.Null, raised(err)
		}
		v, err := e.Evaluate(node(c.This))
		return result(v), raised(err)
	}
	choose := func(c *call) (value, error) {
		nodes, err := selected(c)
		return navigators(nodes), err
	}
	single := func(c *call) (value, error) {
		nodes, err := selected(c)
		if err != nil || len(nodes) == 0 {
			return objects.Null, err
		}
		return objects.Of(navigator{nodes[0]}), nil
	}
	return &objects.Declaration{
		Type: navigatorBase,
		Properties: []objects.Property{
			reads("string InnerXml {get;}", func(v value) value { return text(node(v).InnerXML()) }),
			reads("string LocalName {get;}", func(v value) value { return text(node(v).Local) }),
			reads("string Name {get;}", func(v value) value {
				if n := node(v); n.Local != "" {
					return text(n.Name())
				}
				return text("")
			}),
			reads("string NamespaceURI {get;}", func(v value) value { return text(node(v).Space) }),
			reads("string OuterXml {get;}", func(v value) value { return text(node(v).OuterXML()) }),
			reads("System.Object UnderlyingObject {get;}", func(v value) value { return ValueOf(node(v)) }),
			reads("string Value {get;}", func(v value) value { return text(node(v).InnerText()) }),
		},
		Methods: []objects.Method{
			partial("System.Object Evaluate(string xpath)", evaluate),
			partial("System.Object Evaluate(string xpath, System.Xml.IXmlNamespaceResolver resolver)", evaluate),
			partial("System.Xml.XPath.XPathNodeIterator Select(string xpath)", choose),
			partial("System.Xml.XPath.XPathNodeIterator Select(string xpath, System.Xml.IXmlNamespaceResolver resolver)", choose),
			partial("System.Xml.XPath.XPathNavigator SelectSingleNode(string xpath)", single),
			partial("System.Xml.XPath.XPathNavigator SelectSingleNode(string xpath, System.Xml.IXmlNamespaceResolver resolver)", single),
		},
	}
}

// result is the value of an expression.
func result(v any) value {
	switch v := v.(type) {
	case float64:
		return objects.Double(v)
	case bool:
		return truth(v)
	case string:
		return text(v)
	case xpath.Nodes:
		return navigators(v)
	}
	return objects.Null
}

// navigators is an iterator over the places of nodes.
func navigators(nodes []*markup.Node) value {
	items := make([]value, len(nodes))
	for i, n := range nodes {
		items[i] = objects.Of(navigator{n})
	}
	return objects.Of(objects.NewEnumerator(iteratorType, items))
}
