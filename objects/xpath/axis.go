package xpath

import "github.com/csshell/csshell/objects/markup"

// axis is a direction in the document.
type axis uint8

const (
	child axis = iota
	descendant
	descendantOrSelf
	self
	parent
	ancestor
	ancestorOrSelf
	attribute
	followingSibling
	precedingSibling
	following
	preceding
)

func axisNamed(name string) (axis, bool) {
	for i, n := range [...]string{"child", "descendant", "descendant-or-self", "self", "parent", "ancestor", "ancestor-or-self", "attribute",
		"following-sibling", "preceding-sibling", "following", "preceding"} {
		if n == name {
			return axis(i), true
		}
	}
	return 0, false
}

// nodes are those along the axis from n, the nearest first.
func (a axis) nodes(n *markup.Node) []*markup.Node {
	switch a {
	case self:
		return []*markup.Node{n}
	case parent:
		if n.Parent == nil {
			return nil
		}
		return []*markup.Node{n.Parent}
	case child:
		return visible(n.Children())
	case attribute:
		return attributes(n)
	case descendant, descendantOrSelf:
		return below(n, a == descendantOrSelf)
	case ancestor, ancestorOrSelf:
		return above(n, a == ancestorOrSelf)
	}
	return beside(a, n)
}

// visible leaves out what XPath does not see: the declaration and the document
// type.
func visible(list []*markup.Node) []*markup.Node {
	kept := list[:0]
	for _, c := range list {
		if c.Kind != markup.Declaration && c.Kind != markup.DocumentType {
			kept = append(kept, c)
		}
	}
	return kept
}

func attributes(n *markup.Node) (list []*markup.Node) {
	for _, a := range n.Attributes {
		if a.Space != markup.XmlnsSpace {
			list = append(list, a)
		}
	}
	return list
}

func below(n *markup.Node, withSelf bool) (list []*markup.Node) {
	n.Walk(func(c *markup.Node) bool {
		if c != n || withSelf {
			list = append(list, c)
		}
		return true
	}, nil)
	return visible(list)
}

func above(n *markup.Node, withSelf bool) (list []*markup.Node) {
	if withSelf {
		list = append(list, n)
	}
	for p := n.Parent; p != nil; p = p.Parent {
		list = append(list, p)
	}
	return list
}

func beside(a axis, n *markup.Node) (list []*markup.Node) {
	if n.Kind == markup.Attribute && (a == followingSibling || a == precedingSibling) {
		return nil
	}
	switch a {
	case followingSibling:
		for s := n.Next; s != nil; s = s.Next {
			list = append(list, s)
		}
	case precedingSibling:
		for s := n.Prev; s != nil; s = s.Prev {
			list = append(list, s)
		}
	case following:
		for p := n; p != nil; p = p.Parent {
			for s := p.Next; s != nil; s = s.Next {
				list = append(list, below(s, true)...)
			}
		}
	case preceding:
		for p := n; p != nil; p = p.Parent {
			for s := p.Prev; s != nil; s = s.Prev {
				nodes := below(s, true)
				for i := len(nodes) - 1; i >= 0; i-- {
					list = append(list, nodes[i])
				}
			}
		}
	}
	return visible(list)
}

// matches reports whether n passes the test of a step along the axis.
func (t test) matches(n *markup.Node, a axis) bool {
	switch t.kind {
	case "node":
		return true
	case "text":
		return n.Kind == markup.Text || n.Kind == markup.CData || n.Kind == markup.Whitespace || n.Kind == markup.SignificantWhitespace
	case "comment":
		return n.Kind == markup.Comment
	case "processing-instruction":
		return n.Kind == markup.ProcessingInstruction && (t.name == "" || t.name == n.Local)
	}
	principal := markup.Element
	if a == attribute {
		principal = markup.Attribute
	}
	if n.Kind != principal {
		return false
	}
	return (t.name == "*" || t.name == n.Local) && (t.name == "*" && t.prefix == "" || t.space == n.Space)
}
