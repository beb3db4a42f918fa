package markup

import "slices"

// Append adds a child at the end.
func (n *Node) Append(c *Node) { n.Insert(c, nil) }

// Insert adds a child before another, at the end where that is nil. A fragment
// gives its children instead; a child of another parent leaves it.
func (n *Node) Insert(c, before *Node) {
	if c.Kind == Fragment {
		for _, part := range c.Children() {
			n.Insert(part, before)
		}
		return
	}
	if c.Parent != nil {
		if before == c {
			before = c.Next
		}
		c.Parent.Remove(c)
	}
	c.Parent, c.Next = n, before
	if before == nil {
		c.Prev, n.Last = n.Last, c
	} else {
		c.Prev, before.Prev = before.Prev, c
	}
	if c.Prev == nil {
		n.First = c
	} else {
		c.Prev.Next = c
	}
	n.Short = false
}

// Remove takes a child out.
func (n *Node) Remove(c *Node) {
	if c.Prev == nil {
		n.First = c.Next
	} else {
		c.Prev.Next = c.Next
	}
	if c.Next == nil {
		n.Last = c.Prev
	} else {
		c.Next.Prev = c.Prev
	}
	c.Parent, c.Prev, c.Next = nil, nil, nil
}

// RemoveChildren takes all children out.
func (n *Node) RemoveChildren() {
	for n.First != nil {
		n.Remove(n.First)
	}
}

// SetAttr gives the element an attribute, in the place of one of that name.
func (n *Node) SetAttr(a *Node) (replaced *Node) {
	a.Parent = n
	for i, old := range n.Attributes {
		if old.Local == a.Local && old.Space == a.Space {
			n.Attributes[i] = a
			if old != a {
				old.Parent = nil
			}
			return old
		}
	}
	n.Attributes = append(n.Attributes, a)
	return nil
}

// RemoveAttr takes an attribute away.
func (n *Node) RemoveAttr(a *Node) {
	n.Attributes = slices.DeleteFunc(n.Attributes, func(x *Node) bool { return x == a })
	a.Parent = nil
}

// Within reports whether n is the other node or below it.
func (n *Node) Within(other *Node) bool {
	for c := n; c != nil; c = c.Parent {
		if c == other {
			return true
		}
	}
	return false
}

// Normalize joins texts that stand side by side and drops empty ones
// (XmlNode.Normalize).
func (n *Node) Normalize() {
	var texts []*Node
	n.Walk(func(c *Node) bool {
		if c.Kind == Text {
			texts = append(texts, c)
		}
		return true
	}, nil)
	for _, t := range texts {
		switch p := t.Prev; {
		case t.Data == "":
			t.Parent.Remove(t)
		case p != nil && p.Kind == Text:
			t.Data = p.Data + t.Data
			p.Parent.Remove(p)
		}
	}
}
