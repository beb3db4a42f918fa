package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

func elementDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: ElementType,
		Properties: []objects.Property{
			reads("bool HasAttributes {get;}", func(v value) value { return truth(len(NodeOf(v).Attributes) > 0) }),
			{
				Signature: "bool IsEmpty {get;set;}",
				Get:       func(v value) (value, error) { return truth(NodeOf(v).Short && NodeOf(v).First == nil), nil },
				Set: func(this, v value) error {
					n := NodeOf(this)
					if n.Short = v.Bool(); n.Short {
						n.RemoveChildren()
						n.Short = true
					}
					return nil
				},
			},
		},
		Methods: append(elementAttributes(), tagNames()...),
	}
}

// attributeOf is the attribute that a call names, by name or by local name and
// namespace.
func attributeOf(c *call) *markup.Node {
	if len(c.Args) > 1 {
		return NodeOf(c.This).AttrNS(c.Str(0), c.Str(1))
	}
	return NodeOf(c.This).Attr(c.Str(0))
}

func elementAttributes() []objects.Method {
	get := func(c *call) value {
		if a := attributeOf(c); a != nil {
			return text(a.Data)
		}
		return text("")
	}
	node := func(c *call) value { return ValueOf(attributeOf(c)) }
	has := func(c *call) value { return truth(attributeOf(c) != nil) }
	remove := func(c *call) error {
		if a := attributeOf(c); a != nil {
			NodeOf(c.This).RemoveAttr(a)
		}
		return nil
	}
	return []objects.Method{
		total("string GetAttribute(string name)", get),
		total("string GetAttribute(string localName, string namespaceURI)", get),
		total("System.Xml.XmlAttribute GetAttributeNode(string name)", node),
		total("System.Xml.XmlAttribute GetAttributeNode(string localName, string namespaceURI)", node),
		total("bool HasAttribute(string name)", has),
		total("bool HasAttribute(string localName, string namespaceURI)", has),
		does("void RemoveAllAttributes()", func(c *call) error {
			n := NodeOf(c.This)
			for len(n.Attributes) > 0 {
				n.RemoveAttr(n.Attributes[0])
			}
			return nil
		}),
		does("void RemoveAttribute(string name)", remove),
		does("void RemoveAttribute(string localName, string namespaceURI)", remove),
		total("System.Xml.XmlNode RemoveAttributeAt(int i)", func(c *call) value {
			n := NodeOf(c.This)
			if i := c.Int(0); i >= 0 && i < len(n.Attributes) {
				a := n.Attributes[i]
				n.RemoveAttr(a)
				return ValueOf(a)
			}
			return objects.Null
		}),
		total("System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)", func(c *call) value {
			a := NodeOf(c.Args[0])
			if a == nil || a.Parent != NodeOf(c.This) {
				return objects.Null
			}
			NodeOf(c.This).RemoveAttr(a)
			return c.Args[0]
		}),
		does("void SetAttribute(string name, string value)", func(c *call) error { return setAttribute(c.This, c.Str(0), c.Str(1)) }),
		total("string SetAttribute(string localName, string namespaceURI, string value)", func(c *call) value {
			n := NodeOf(c.This)
			if a := n.AttrNS(c.Str(0), c.Str(1)); a != nil {
				a.Data = c.Str(2)
			} else {
				prefix := ""
				if c.Str(1) != "" {
					prefix = n.PrefixOf(c.Str(1))
				}
				n.SetAttr(n.MakeAttribute(prefix, c.Str(0), c.Str(1), c.Str(2)))
			}
			return c.Args[2]
		}),
		partial("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)", func(c *call) (value, error) {
			return addAttribute(NodeOf(c.This), NodeOf(c.Args[0]))
		}),
	}
}

func setAttribute(v value, name, data string) error {
	n := NodeOf(v)
	if a := n.Attr(name); a != nil {
		a.Data = data
		return nil
	}
	if err := checkName(name); err != nil {
		return err
	}
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		prefix, local = "", name
	}
	a := makeAttribute(n, prefix, local, "")
	if prefix != "" && prefix != "xmlns" {
		a.Space, _ = n.SpaceOf(prefix)
	}
	a.Data = data
	n.SetAttr(a)
	return nil
}

// addAttribute gives an element an attribute that no other element has, and
// answers the one whose place it took.
func addAttribute(n, a *markup.Node) (value, error) {
	switch {
	case a == nil:
		return objects.Null, objects.NullArgument("node")
	case a.Parent != nil && a.Parent != n:
		return objects.Null, invalid("The 'Attribute' node cannot be inserted because it is already an attribute of another element.")
	case a.Owner() != n.Owner():
		return objects.Null, objects.NewException(objects.ArgumentException, "The named node is from a different document context.")
	}
	return ValueOf(n.SetAttr(a)), nil
}

// tagNames are GetElementsByTagName of documents and elements.
func tagNames() []objects.Method {
	list := func(c *call, fits func(n *markup.Node) bool) value {
		n := NodeOf(c.This)
		return objects.Of(&nodeList{typ: elementListType, nodes: func() (found []*markup.Node) {
			n.Walk(func(x *markup.Node) bool {
				if x != n && x.Kind == markup.Element && fits(x) {
					found = append(found, x)
				}
				return true
			}, nil)
			return found
		}})
	}
	return []objects.Method{
		total("System.Xml.XmlNodeList GetElementsByTagName(string name)", func(c *call) value {
			name := c.Str(0)
			return list(c, func(n *markup.Node) bool { return name == "*" || n.Name() == name })
		}),
		total("System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)", func(c *call) value {
			local, space := c.Str(0), c.Str(1)
			return list(c, func(n *markup.Node) bool {
				return (local == "*" || n.Local == local) && (space == "*" || n.Space == space)
			})
		}),
	}
}

func attributeDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: AttributeType,
		Properties: []objects.Property{
			reads("System.Xml.XmlElement OwnerElement {get;}", func(v value) value { return ValueOf(NodeOf(v).Parent) }),
			reads("bool Specified {get;}", func(value) value { return truth(true) }),
		},
	}
}

func characterDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: characterType,
		Properties: []objects.Property{
			{Signature: "string Data {get;set;}", Get: nodeValue, Set: setNodeValue},
			reads("int Length {get;}", func(v value) value { return objects.Int(len([]rune(NodeOf(v).Data))) }),
		},
		Methods: []objects.Method{
			does("void AppendData(string strData)", func(c *call) error { NodeOf(c.This).Data += c.Str(0); return nil }),
		},
	}
}

func xmlDeclarationDeclaration() *objects.Declaration {
	get := func(name string) objects.Property {
		return reads("string "+strings.ToUpper(name[:1])+name[1:]+" {get;}", func(v value) value { return text(part(NodeOf(v).Data, name)) })
	}
	encoding := get("encoding")
	encoding.Signature = "string Encoding {get;set;}"
	encoding.Set = func(this, v value) error {
		n := NodeOf(this)
		data := `version="1.0"`
		if s := str(v); s != "" {
			data += ` encoding="` + s + `"`
		}
		if s := part(n.Data, "standalone"); s != "" {
			data += ` standalone="` + s + `"`
		}
		n.Data = data
		return nil
	}
	return &objects.Declaration{Type: declType, Properties: []objects.Property{encoding, get("standalone"), get("version")}}
}

func piDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: piType,
		Properties: []objects.Property{
			{Signature: "string Data {get;set;}", Get: nodeValue, Set: setNodeValue},
			reads("string Target {get;}", func(v value) value { return text(NodeOf(v).Local) }),
		},
	}
}
