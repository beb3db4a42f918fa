package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

func nodeDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: NodeType, Properties: nodeProperties(), Data: localName()}
	d.Methods = append(nodeEdits(), nodeSearches()...)
	d.Methods = append(d.Methods, nodeOthers()...)
	return d
}

func nodeProperties() []objects.Property {
	link := func(name string, of func(n *markup.Node) *markup.Node) objects.Property {
		return reads("System.Xml.XmlNode "+name+" {get;}", func(v value) value { return ValueOf(of(NodeOf(v))) })
	}
	return []objects.Property{
		reads("System.Xml.XmlAttributeCollection Attributes {get;}", func(v value) value {
			if n := NodeOf(v); n.Kind == markup.Element {
				return objects.Of(attributeList{n})
			}
			return objects.Null
		}),
		reads("string BaseURI {get;}", func(value) value { return text("") }),
		reads("System.Xml.XmlNodeList ChildNodes {get;}", func(v value) value { return objects.Of(childNodes(NodeOf(v))) }),
		link("FirstChild", func(n *markup.Node) *markup.Node { return n.First }),
		reads("bool HasChildNodes {get;}", func(v value) value { return truth(NodeOf(v).First != nil) }),
		{
			Signature: "string InnerText {get;set;}",
			Get:       func(v value) (value, error) { return text(NodeOf(v).InnerText()), nil },
			Set:       func(this, v value) error { NodeOf(this).SetInnerText(str(v)); return nil },
		},
		{
			Signature: "string InnerXml {get;set;}",
			Get:       func(v value) (value, error) { return text(NodeOf(v).InnerXML()), nil },
			Set:       func(this, v value) error { return setInner(NodeOf(this), str(v)) },
		},
		reads("bool IsReadOnly {get;}", func(value) value { return truth(false) }),
		link("LastChild", func(n *markup.Node) *markup.Node { return n.Last }),
		reads("string LocalName {get;}", func(v value) value { return text(NodeOf(v).LocalName()) }),
		reads("string Name {get;}", func(v value) value { return text(NodeOf(v).Name()) }),
		reads("string NamespaceURI {get;}", func(v value) value { return text(NodeOf(v).Space) }),
		link("NextSibling", func(n *markup.Node) *markup.Node { return n.Next }),
		reads("System.Xml.XmlNodeType NodeType {get;}", func(v value) value { return kindValue(NodeOf(v).Kind) }),
		reads("string OuterXml {get;}", func(v value) value { return text(NodeOf(v).OuterXML()) }),
		reads("xml OwnerDocument {get;}", func(v value) value {
			if n := NodeOf(v); n.Kind != markup.Document {
				return ValueOf(n.Document)
			}
			return objects.Null
		}),
		link("ParentNode", func(n *markup.Node) *markup.Node {
			if n.Kind == markup.Attribute {
				return nil
			}
			return n.Parent
		}),
		{
			Signature: "string Prefix {get;set;}",
			Get:       func(v value) (value, error) { return text(NodeOf(v).Prefix), nil },
			Set:       func(this, v value) error { NodeOf(this).Prefix = str(v); return nil },
		},
		link("PreviousSibling", func(n *markup.Node) *markup.Node { return n.Prev }),
		link("PreviousText", func(n *markup.Node) *markup.Node {
			if n.Prev != nil && n.Prev.Kind == markup.Text {
				return n.Prev
			}
			return nil
		}),
		{Signature: "string Value {get;set;}", Get: nodeValue, Set: setNodeValue},
	}
}

func str(v value) string { s, _ := v.Str(); return s }

func kindValue(k markup.Kind) value { return objects.Word(KindType, uint64(k)) }

// nodeValue is XmlNode.Value: $null where a node has none.
func nodeValue(v value) (value, error) {
	switch n := NodeOf(v); n.Kind {
	case markup.Element, markup.Document, markup.Fragment, markup.DocumentType, markup.EntityReference:
		return objects.Null, nil
	default:
		return text(n.Data), nil
	}
}

func setNodeValue(this, v value) error {
	switch n := NodeOf(this); n.Kind {
	case markup.Element, markup.Document, markup.Fragment, markup.DocumentType, markup.EntityReference:
		return invalid("Cannot set a value on node type '" + kindName(n.Kind) + "'.")
	default:
		n.Data = str(v)
	}
	return nil
}

// setInner replaces what is below a node by what a text marks up.
func setInner(n *markup.Node, s string) error {
	if n.Kind == markup.Attribute {
		n.Data = s
		return nil
	}
	made := n.Make(markup.Fragment)
	if n.Kind == markup.Document {
		made = markup.NewDocument()
	}
	made.Parent = n // prefixes are those known there
	err := markup.ParseInto(made, s, markup.Options{Fragment: n.Kind != markup.Document})
	made.Parent = nil
	if err != nil {
		return raised(err)
	}
	n.RemoveChildren()
	for _, c := range made.Children() {
		adopt(c, n.Owner())
		n.Append(c)
	}
	return nil
}

// adopt makes a node and all below it belong to a document.
func adopt(n, document *markup.Node) {
	n.Walk(func(c *markup.Node) bool {
		c.Document = document
		for _, a := range c.Attributes {
			a.Document = document
		}
		return true
	}, nil)
}

// insert adds a child, checked as the DOM asks, and gives it back.
func insert(parent, child, before *markup.Node) (value, error) {
	if child == nil {
		return objects.Null, objects.NullArgument("newChild")
	}
	switch {
	case parent.Within(child):
		return objects.Null, objects.NewException(objects.ArgumentException, "Cannot insert a node or any ancestor of that node as a child of itself.")
	case before != nil && before.Parent != parent:
		return objects.Null, objects.NewException(objects.ArgumentException, "The reference node is not a child of this node.")
	case child.Owner() != parent.Owner():
		return objects.Null, objects.NewException(objects.ArgumentException, "The node to be inserted is from a different document context.")
	}
	if err := accepts(parent, child); err != nil {
		return objects.Null, err
	}
	parent.Insert(child, before)
	return ValueOf(child), nil
}

// accepts is the error of a child that a parent cannot hold.
func accepts(parent, child *markup.Node) error {
	wrong := false
	switch parent.Kind {
	case markup.Element, markup.Fragment:
		switch child.Kind {
		case markup.Document, markup.Attribute, markup.Declaration, markup.DocumentType:
			wrong = true
		}
	case markup.Document:
		switch child.Kind {
		case markup.Document, markup.Attribute, markup.Text, markup.CData, markup.EntityReference:
			wrong = true
		case markup.Element:
			if root := parent.Root(); root != nil && root != child {
				return invalid("This document already has a 'DocumentElement' node.")
			}
		}
	default:
		return invalid("The current node cannot contain other nodes.")
	}
	if wrong {
		return invalid("The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.")
	}
	return nil
}

func nodeEdits() []objects.Method {
	return []objects.Method{
		partial("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)", func(c *call) (value, error) {
			return insert(NodeOf(c.This), NodeOf(c.Args[0]), nil)
		}),
		partial("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)", func(c *call) (value, error) {
			n := NodeOf(c.This)
			return insert(n, NodeOf(c.Args[0]), n.First)
		}),
		partial("System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", func(c *call) (value, error) {
			return insert(NodeOf(c.This), NodeOf(c.Args[0]), NodeOf(c.Args[1]))
		}),
		partial("System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", func(c *call) (value, error) {
			n, after := NodeOf(c.This), NodeOf(c.Args[1])
			if after == nil {
				return insert(n, NodeOf(c.Args[0]), n.First)
			}
			return insert(n, NodeOf(c.Args[0]), after.Next)
		}),
		partial("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)", removeChild),
		partial("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)", func(c *call) (value, error) {
			n, made, old := NodeOf(c.This), NodeOf(c.Args[0]), NodeOf(c.Args[1])
			if old == nil || old.Parent != n {
				return objects.Null, objects.NewException(objects.ArgumentException, "The reference node is not a child of this node.")
			}
			next := old.Next
			n.Remove(old)
			if _, err := insert(n, made, next); err != nil {
				n.Insert(old, next)
				return objects.Null, err
			}
			return ValueOf(old), nil
		}),
		does("void RemoveAll()", func(c *call) error {
			n := NodeOf(c.This)
			n.RemoveChildren()
			for len(n.Attributes) > 0 {
				n.RemoveAttr(n.Attributes[0])
			}
			return nil
		}),
		does("void Normalize()", func(c *call) error { NodeOf(c.This).Normalize(); return nil }),
	}
}

func removeChild(c *call) (value, error) {
	n, old := NodeOf(c.This), NodeOf(c.Args[0])
	if old == nil || old.Parent != n {
		return objects.Null, objects.NewException(objects.ArgumentException, "The node to be removed is not a child of this node.")
	}
	n.Remove(old)
	return c.Args[0], nil
}

func nodeOthers() []objects.Method {
	return []objects.Method{
		total("System.Xml.XmlNode Clone()", func(c *call) value { return ValueOf(NodeOf(c.This).Clone(true, nil)) }),
		total("System.Object ICloneable.Clone()", func(c *call) value { return ValueOf(NodeOf(c.This).Clone(true, nil)) }),
		total("System.Xml.XmlNode CloneNode(bool deep)", func(c *call) value { return ValueOf(NodeOf(c.This).Clone(c.Bool(0), nil)) }),
		total("System.Xml.XPath.XPathNavigator CreateNavigator()", func(c *call) value { return objects.Of(navigator{NodeOf(c.This)}) }),
		total("System.Collections.IEnumerator GetEnumerator()", func(c *call) value {
			return objects.Of(objects.NewEnumerator(enumeratorType, childNodes(NodeOf(c.This)).values()))
		}),
		total("string GetNamespaceOfPrefix(string prefix)", func(c *call) value {
			space, _ := NodeOf(c.This).SpaceOf(c.Str(0))
			return text(space)
		}),
		total("string GetPrefixOfNamespace(string namespaceURI)", func(c *call) value { return text(NodeOf(c.This).PrefixOf(c.Str(0))) }),
		total("bool Supports(string feature, string version)", func(c *call) value {
			return truth(strings.EqualFold(c.Str(0), "XML") && (c.Str(1) == "" || c.Str(1) == "1.0" || c.Str(1) == "2.0"))
		}),
		does("void WriteTo(System.Xml.XmlWriter w)", func(c *call) error { return writerOf(c.Args[0]).node(NodeOf(c.This)) }),
		does("void WriteContentTo(System.Xml.XmlWriter w)", func(c *call) error {
			for child := NodeOf(c.This).First; child != nil; child = child.Next {
				if err := writerOf(c.Args[0]).node(child); err != nil {
					return err
				}
			}
			return nil
		}),
		total("System.Xml.XmlElement Item(string name) {get;}", func(c *call) value {
			return childElement(c.This, func(n *markup.Node) bool { return n.Name() == c.Str(0) })
		}),
		total("System.Xml.XmlElement Item(string localname, string ns) {get;}", func(c *call) value {
			return childElement(c.This, func(n *markup.Node) bool { return n.Local == c.Str(0) && n.Space == c.Str(1) })
		}),
	}
}

func childElement(v value, fits func(n *markup.Node) bool) value {
	for n := NodeOf(v).First; n != nil; n = n.Next {
		if n.Kind == markup.Element && fits(n) {
			return ValueOf(n)
		}
	}
	return objects.Null
}
