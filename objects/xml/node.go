package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

// The types of nodes.
var (
	NodeType       = &objects.Type{FullName: "System.Xml.XmlNode", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.EnumerableType, objects.CloneableType}}
	linkedType     = &objects.Type{FullName: "System.Xml.XmlLinkedNode", Base: NodeType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	characterType  = &objects.Type{FullName: "System.Xml.XmlCharacterData", Base: linkedType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	DocumentType   = &objects.Type{FullName: "System.Xml.XmlDocument", Base: NodeType, Kind: objects.KindObject}
	ElementType    = &objects.Type{FullName: "System.Xml.XmlElement", Base: linkedType, Kind: objects.KindObject}
	AttributeType  = &objects.Type{FullName: "System.Xml.XmlAttribute", Base: NodeType, Kind: objects.KindObject}
	textType       = &objects.Type{FullName: "System.Xml.XmlText", Base: characterType, Kind: objects.KindObject}
	cdataType      = &objects.Type{FullName: "System.Xml.XmlCDataSection", Base: characterType, Kind: objects.KindObject}
	commentType    = &objects.Type{FullName: "System.Xml.XmlComment", Base: characterType, Kind: objects.KindObject}
	whitespaceType = &objects.Type{FullName: "System.Xml.XmlWhitespace", Base: characterType, Kind: objects.KindObject}
	significant    = &objects.Type{FullName: "System.Xml.XmlSignificantWhitespace", Base: characterType, Kind: objects.KindObject}
	piType         = &objects.Type{FullName: "System.Xml.XmlProcessingInstruction", Base: linkedType, Kind: objects.KindObject}
	declType       = &objects.Type{FullName: "System.Xml.XmlDeclaration", Base: linkedType, Kind: objects.KindObject}
	doctypeType    = &objects.Type{FullName: "System.Xml.XmlDocumentType", Base: linkedType, Kind: objects.KindObject}
	entityRefType  = &objects.Type{FullName: "System.Xml.XmlEntityReference", Base: linkedType, Kind: objects.KindObject}
	fragmentType   = &objects.Type{FullName: "System.Xml.XmlDocumentFragment", Base: NodeType, Kind: objects.KindObject}
)

// Node is a node of a document (System.Xml.XmlNode). Two values of one node are
// the same object.
type Node struct{ *markup.Node }

// Type is the class of the node's kind.
func (n Node) Type() *objects.Type {
	switch n.Kind {
	case markup.Document:
		return DocumentType
	case markup.Element:
		return ElementType
	case markup.Attribute:
		return AttributeType
	case markup.CData:
		return cdataType
	case markup.Comment:
		return commentType
	case markup.Whitespace:
		return whitespaceType
	case markup.SignificantWhitespace:
		return significant
	case markup.ProcessingInstruction:
		return piType
	case markup.Declaration:
		return declType
	case markup.DocumentType:
		return doctypeType
	case markup.EntityReference:
		return entityRefType
	case markup.Fragment:
		return fragmentType
	}
	return textType
}

// ValueOf is a node as a value; $null for nil.
func ValueOf(n *markup.Node) value {
	if n == nil {
		return objects.Null
	}
	return objects.Of(Node{n})
}

// NodeOf is the node that a value is; nil where it is none.
func NodeOf(v value) *markup.Node {
	n, _ := objects.As[Node](v)
	return n.Node
}

// named are the attributes and children of a name without regard to case: what
// PowerShell finds as a property.
func (n Node) named(name string) (found []*markup.Node) {
	for _, a := range n.Attributes {
		if strings.EqualFold(a.LocalName(), name) {
			found = append(found, a)
		}
	}
	for c := n.First; c != nil; c = c.Next {
		if c.Kind != markup.Whitespace && strings.EqualFold(c.LocalName(), name) {
			found = append(found, c)
		}
	}
	if n.Kind == markup.Attribute && n.Data != "" && name == "#text" {
		found = append(found, n.MakeData(markup.Text, n.Data))
	}
	return found
}

// simple is a node as a property's value: its text where it is nothing but
// text.
func simple(n *markup.Node) value {
	if textOnly(n) {
		return text(n.InnerText())
	}
	return ValueOf(n)
}

// textOnly reports whether a node is nothing but text: an element without
// attributes that holds at most one text, or what has no children.
func textOnly(n *markup.Node) bool {
	if n.Kind != markup.Element {
		return n.First == nil
	}
	return len(n.Attributes) == 0 && (n.First == nil || n.First == n.Last && n.First.Kind == markup.Text)
}

// AdaptedProperty is the attributes and children of the name: the text of one
// that is nothing else, an array of several.
func (n Node) AdaptedProperty(name string) (value, bool) {
	found := n.named(name)
	switch len(found) {
	case 0:
		return objects.Null, false
	case 1:
		return simple(found[0]), true
	}
	items := make([]value, len(found))
	for i, c := range found {
		items[i] = simple(c)
	}
	return objects.ArrayValue(items), true
}

// SetAdaptedProperty replaces the text of the one node of the name.
func (n Node) SetAdaptedProperty(name string, v value) (bool, error) {
	found := n.named(name)
	if len(found) == 0 {
		return false, nil
	}
	s, ok := v.Str()
	switch {
	case !ok:
		return true, refused(`Cannot set "`+name+`" because only strings can be used as values to set XmlNode properties.`, "XmlNodeSetShouldBeAString")
	case len(found) > 1:
		return true, refused(`Cannot set "`+name+`" because more than one node has this name.`, "XmlNodeSetRestrictionsMoreThanOneNode")
	case !textOnly(found[0]) && !settable(found[0]):
		return true, refused(`Cannot set "`+name+`" because the node holds more than text.`, "XmlNodeSetRestrictionsNonTextNode")
	}
	found[0].SetInnerText(s)
	return true, nil
}

// settable reports whether the text of a node with attributes can be replaced.
func settable(n *markup.Node) bool {
	return n.First == nil || n.First == n.Last && n.First.Kind == markup.Text
}

func refused(message, id string) error {
	return objects.NewException(objects.SetValueException, message).WithID(id)
}

// AdaptedMembers are the properties that attributes and children make.
func (n Node) AdaptedMembers() []objects.Member {
	var members []objects.Member
	seen := map[string]bool{}
	add := func(c *markup.Node) {
		name := c.LocalName()
		if key := strings.ToLower(name); c.Kind == markup.Whitespace || seen[key] {
			return
		} else {
			seen[key] = true
		}
		members = append(members, objects.Member{Name: name, Kind: objects.PropertyMember, Definition: n.definition(name)})
	}
	for _, a := range n.Attributes {
		add(a)
	}
	for c := n.First; c != nil; c = c.Next {
		add(c)
	}
	return members
}

// definition is a property as Get-Member prints it.
func (n Node) definition(name string) string {
	found := n.named(name)
	switch {
	case len(found) > 1:
		return "System.Object[] " + name + " {get;}"
	case textOnly(found[0]):
		return "string " + name + " {get;set;}"
	}
	return Node{found[0]}.Type().FullName + " " + name + " {get;}"
}

// localName is the ToString that PowerShell gives nodes: their local name.
func localName() *objects.TypeData {
	def := &objects.CodeMethodDef{
		Name: "ToString", Definition: "static string XmlNode(psobject instance)",
		Call: func(c *call) (value, error) {
			n := NodeOf(c.This)
			if n == nil {
				return text(""), nil
			}
			return text(n.LocalName()), nil
		},
	}
	return &objects.TypeData{TypeName: NodeType.FullName, Members: []objects.OwnMember{{Name: def.Name, Kind: objects.CodeMethodMember, Value: objects.Of(def)}}}
}
