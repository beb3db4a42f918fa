// Package markup holds XML documents as trees of nodes: it reads them as .NET's
// XmlReader does, with its messages, and writes them as XmlWriter does.
package markup

import "strings"

// Kind says what a node is; the numbers are those of System.Xml.XmlNodeType.
type Kind uint8

// The kinds of nodes.
const (
	None                  Kind = 0
	Element               Kind = 1
	Attribute             Kind = 2
	Text                  Kind = 3
	CData                 Kind = 4
	EntityReference       Kind = 5
	ProcessingInstruction Kind = 7
	Comment               Kind = 8
	Document              Kind = 9
	DocumentType          Kind = 10
	Fragment              Kind = 11
	Whitespace            Kind = 13
	SignificantWhitespace Kind = 14
	EndElement            Kind = 15
	Declaration           Kind = 17
)

// The namespaces that every document knows.
const (
	XMLSpace   = "http://www.w3.org/XML/1998/namespace"
	XmlnsSpace = "http://www.w3.org/2000/xmlns/"
)

// Node is one node of a document. Children are a list linked by Next and Prev;
// Parent of an attribute is its element.
type Node struct {
	Kind                 Kind
	Prefix, Local, Space string // name and namespace; Local is the target of a processing instruction
	Data                 string // the value of what has no children
	Public, System       string // of a document type, whose Data is its internal subset
	Document             *Node  // the document it was made for
	Parent               *Node
	First, Last          *Node
	Prev, Next           *Node
	Attributes           []*Node
	Short                bool // an element written <a /> rather than <a></a>
	KeepWhitespace       bool // of a document: XmlDocument.PreserveWhitespace
}

// NewDocument makes an empty document.
func NewDocument() *Node { return &Node{Kind: Document} }

// Make makes a node of the document that belongs to no parent yet.
func (n *Node) Make(kind Kind) *Node { return &Node{Kind: kind, Document: n.Owner()} }

// Owner is the document of the node: itself for a document.
func (n *Node) Owner() *Node {
	if n.Kind == Document {
		return n
	}
	return n.Document
}

// MakeElement makes an element, an empty one.
func (n *Node) MakeElement(prefix, local, space string) *Node {
	e := n.Make(Element)
	e.Prefix, e.Local, e.Space, e.Short = prefix, local, space, true
	return e
}

// MakeAttribute makes an attribute.
func (n *Node) MakeAttribute(prefix, local, space, data string) *Node {
	a := n.Make(Attribute)
	a.Prefix, a.Local, a.Space, a.Data = prefix, local, space, data
	return a
}

// MakeData makes a text, comment, CDATA section or white space.
func (n *Node) MakeData(kind Kind, data string) *Node {
	d := n.Make(kind)
	d.Data = data
	return d
}

// Name is the name as it is written, "#text" and the like for what has none.
func (n *Node) Name() string {
	if n.Prefix != "" {
		return n.Prefix + ":" + n.Local
	}
	return n.LocalName()
}

// LocalName is the name without its prefix.
func (n *Node) LocalName() string {
	switch n.Kind {
	case Text:
		return "#text"
	case CData:
		return "#cdata-section"
	case Comment:
		return "#comment"
	case Document:
		return "#document"
	case Fragment:
		return "#document-fragment"
	case Whitespace:
		return "#whitespace"
	case SignificantWhitespace:
		return "#significant-whitespace"
	case Declaration:
		return "xml"
	}
	return n.Local
}

// Walk visits n and what is below it in the order of the document. Where enter
// answers false the children are left out; leave may be nil.
func (n *Node) Walk(enter func(*Node) bool, leave func(*Node)) {
	for at := n; at != nil; {
		if enter(at) && at.First != nil {
			at = at.First
			continue
		}
		for {
			if leave != nil {
				leave(at)
			}
			if at == n {
				return
			}
			if at.Next != nil {
				at = at.Next
				break
			}
			at = at.Parent
		}
	}
}

// InnerText is the text of a node and all below it (XmlNode.InnerText).
func (n *Node) InnerText() string {
	if n.First == nil {
		switch n.Kind {
		case Element, Document, Fragment:
			return ""
		}
		return n.Data
	}
	if n.First == n.Last && n.First.Kind == Text {
		return n.First.Data
	}
	var b strings.Builder
	n.Walk(func(c *Node) bool {
		switch c.Kind {
		case Text, CData, Whitespace, SignificantWhitespace:
			b.WriteString(c.Data)
		}
		return true
	}, nil)
	return b.String()
}

// SetInnerText replaces what is below n by a text.
func (n *Node) SetInnerText(s string) {
	switch n.Kind {
	case Element, Fragment:
		n.RemoveChildren()
		n.Append(n.MakeData(Text, s))
	default:
		n.Data = s
	}
}

// Children are the nodes right below n.
func (n *Node) Children() []*Node {
	var list []*Node
	for c := n.First; c != nil; c = c.Next {
		list = append(list, c)
	}
	return list
}

// Root is the document's element; nil for none.
func (n *Node) Root() *Node {
	for c := n.First; c != nil; c = c.Next {
		if c.Kind == Element {
			return c
		}
	}
	return nil
}

// Attr finds an attribute by the name as written; nil for none.
func (n *Node) Attr(name string) *Node {
	for _, a := range n.Attributes {
		if a.Name() == name {
			return a
		}
	}
	return nil
}

// AttrNS finds an attribute by local name and namespace; nil for none.
func (n *Node) AttrNS(local, space string) *Node {
	for _, a := range n.Attributes {
		if a.Local == local && a.Space == space {
			return a
		}
	}
	return nil
}

// SpaceOf is the namespace that a prefix stands for at n; ok is false for a
// prefix that nobody declares.
func (n *Node) SpaceOf(prefix string) (space string, ok bool) {
	switch prefix {
	case "xml":
		return XMLSpace, true
	case "xmlns":
		return XmlnsSpace, true
	}
	for e := n; e != nil; e = e.Parent {
		for _, a := range e.Attributes {
			if declared, is := a.Declares(); is && declared == prefix {
				return a.Data, true
			}
		}
		if e.Kind == Element && e.Prefix == prefix && e.Space != "" {
			return e.Space, true
		}
	}
	return "", prefix == ""
}

// PrefixOf is a prefix that stands for the namespace at n; "" for none.
func (n *Node) PrefixOf(space string) string {
	for e := n; e != nil; e = e.Parent {
		for _, a := range e.Attributes {
			if prefix, is := a.Declares(); is && a.Data == space {
				return prefix
			}
		}
		if e.Kind == Element && e.Space == space {
			return e.Prefix
		}
	}
	return ""
}

// Declares is the prefix that an attribute declares a namespace for; is is
// false for an attribute of another kind.
func (n *Node) Declares() (prefix string, is bool) {
	switch {
	case n.Prefix == "xmlns":
		return n.Local, true
	case n.Prefix == "" && n.Local == "xmlns":
		return "", true
	}
	return "", false
}

// Clone is a copy that belongs to no parent, of everything below n where deep
// is set; attributes are copied either way.
func (n *Node) Clone(deep bool, document *Node) *Node {
	copied := n.single(document)
	if document == nil && n.Kind == Document {
		document = copied
	}
	if !deep {
		if copied.Kind == Element {
			copied.Short = true
		}
		return copied
	}
	at := copied
	n.Walk(func(c *Node) bool {
		if c != n {
			made := c.single(document)
			at.Append(made)
			at = made
		}
		return true
	}, func(c *Node) {
		if c != n {
			at = at.Parent
		}
	})
	return copied
}

func (n *Node) single(document *Node) *Node {
	c := *n
	c.Parent, c.First, c.Last, c.Prev, c.Next, c.Attributes = nil, nil, nil, nil, nil, nil
	if document != nil {
		c.Document = document
	}
	for _, a := range n.Attributes {
		copied := a.single(document)
		copied.Parent = &c
		c.Attributes = append(c.Attributes, copied)
	}
	return &c
}
