package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// memberWord reports whether the word at the cursor is a member behind . or ::.
func (c *completer) memberWord() bool {
	if c.before == nil || !c.token.Flags.Has(parser.MemberNameFlag) && c.before.End != c.token.Start {
		return false
	}
	switch c.before.Kind {
	case parser.TokenDot, parser.TokenColonColon, parser.TokenQuestionDot:
		return true
	}
	return false
}

// memberAt completes the member at the cursor.
func (c *completer) memberAt() []Match { return c.members(c.before.Extent, c.word()) }

// memberAfter completes behind the operator . or :: at the cursor.
func (c *completer) memberAfter(operator parser.Extent) []Match {
	if c.before != nil && c.before.End != operator.Start || c.before == nil {
		return nil
	}
	return c.members(operator, "")
}

// members completes a member of the expression that ends before an operator.
func (c *completer) members(operator parser.Extent, prefix string) []Match {
	object, static := c.objectBefore(operator)
	if object == nil {
		return nil
	}
	var all []Match
	if t, ok := object.(*parser.TypeExpression); ok && static {
		if target, ok := c.typeOf(t.TypeName); ok {
			all = c.staticMembers(target)
		} else {
			all = c.ownEnum(typeName(t.TypeName))
		}
	} else if v, ok := c.constant(object); ok && !static {
		all = c.membersOfValue(v)
	} else {
		all = c.membersOf(c.infer(object), true)
	}
	return slices.DeleteFunc(all, func(m Match) bool { return !hasPrefixFold(m.ListItem, prefix) })
}

// objectBefore is the expression whose member is asked for.
func (c *completer) objectBefore(operator parser.Extent) (object parser.Expression, static bool) {
	static = c.source.Slice(operator) == "::"
	parser.Walk(c.tree, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.MemberExpression:
			if n.Expression != nil && n.Expression.Span().End == operator.Start {
				object = n.Expression
			}
		case *parser.InvokeMemberExpression:
			if n.Expression != nil && n.Expression.Span().End == operator.Start {
				object = n.Expression
			}
		}
		return true
	})
	if object != nil {
		return object, static
	}
	parser.Walk(c.tree, func(n parser.Node) bool {
		if e, ok := n.(parser.Expression); ok && e.Span().End == operator.Start && object == nil {
			object = e
		}
		return true
	})
	return object, static
}

// membersOfValue are the members of a value that is known: properties, what type
// data adds, methods, each by name.
func (c *completer) membersOfValue(v objects.Value) []Match {
	if v.IsNull() {
		return nil
	}
	return c.arrange(c.types.Members(v, false), true)
}

// membersOf are the members that objects of some types have, properties before
// methods, by name. calls adds the brackets to methods.
func (c *completer) membersOf(types []inferred, calls bool) []Match {
	var all []objects.Member
	seen := map[string]bool{}
	add := func(m objects.Member) {
		if !seen[strings.ToLower(m.Name)] {
			seen[strings.ToLower(m.Name)] = true
			all = append(all, m)
		}
	}
	for _, t := range types {
		for _, name := range t.properties {
			add(objects.Member{Name: name, Kind: objects.NotePropertyMember})
		}
		for _, name := range t.methods {
			add(objects.Member{Name: name, Kind: objects.MethodMember})
		}
		if t.t == objects.PSObjectType {
			for _, name := range [...]string{"BaseObject", "ImmediateBaseObject", "Members", "Methods", "Properties", "TypeNames"} {
				add(objects.Member{Name: name, Kind: objects.PropertyMember})
			}
			for _, name := range [...]string{"CompareTo", "Copy"} {
				add(objects.Member{Name: name, Kind: objects.MethodMember})
			}
		}
		if t.t == nil {
			continue
		}
		for _, m := range c.types.MembersOfType(t.t) {
			add(m)
		}
	}
	found := c.arrange(all, calls)
	slices.SortStableFunc(found, func(a, b Match) int { return int(a.Kind) - int(b.Kind) })
	sortKinds(found)
	return found
}

// sortKinds sorts properties and methods by name, each for themselves.
func sortKinds(found []Match) {
	split := slices.IndexFunc(found, func(m Match) bool { return m.Kind == MethodKind })
	if split < 0 {
		split = len(found)
	}
	sortByListItem(found[:split])
	sortByListItem(found[split:])
}

// arrange makes matches of members: the type's properties, those of type data and
// of the object itself, methods, each by name.
func (c *completer) arrange(members []objects.Member, calls bool) []Match {
	var properties, added, methods []Match
	for _, m := range members {
		if m.Hidden || isOperator(m) {
			continue
		}
		match := Match{Text: m.Name, ListItem: m.Name, ToolTip: m.Definition, Kind: PropertyKind}
		switch m.Kind {
		case objects.MethodMember, objects.ScriptMethodMember, objects.CodeMethodMember:
			match.Kind = MethodKind
			if calls {
				match.Text += "("
			}
			methods = append(methods, match)
			continue
		case objects.ParameterizedPropertyMember:
			continue
		}
		if needsQuotes(m.Name, false) {
			match.Text = quoted(m.Name, "'")
		}
		if m.Kind == objects.PropertyMember || m.Kind == objects.NotePropertyMember {
			properties = append(properties, match)
		} else {
			added = append(added, match)
		}
	}
	sortByListItem(properties)
	sortByListItem(added)
	sortByListItem(methods)
	return slices.Concat(properties, added, methods)
}

// isOperator reports whether a member is the method of an operator, which is called
// by its sign.
func isOperator(m objects.Member) bool {
	return m.Kind == objects.MethodMember && strings.HasPrefix(m.Name, "op_")
}

// staticMembers are the static members of a type.
func (c *completer) staticMembers(t *objects.Type) []Match {
	return c.arrange(c.types.Members(objects.TypeValue(t), true), true)
}

// staticMembersOfType completes right behind [type]: its static members with the
// operator.
func (c *completer) staticMembersOfType() []Match {
	var expression *parser.TypeExpression
	for _, n := range c.path {
		if t, ok := n.(*parser.TypeExpression); ok && t.End == c.token.End {
			expression = t
		}
	}
	if expression == nil {
		return nil
	}
	t, ok := c.typeOf(expression.TypeName)
	if !ok {
		return nil
	}
	all := c.staticMembers(t)
	for i := range all {
		all[i].Text = "::" + all[i].Text
	}
	return all
}

// ownEnum are the static members of an enumeration that the text itself defines:
// its values, and what every enumeration has.
func (c *completer) ownEnum(name string) []Match {
	var values []objects.Member
	parser.Walk(c.tree, func(n parser.Node) bool {
		def, ok := n.(*parser.TypeDefinition)
		if !ok || def.Kind != parser.TokenEnum || !strings.EqualFold(def.Name, name) {
			return true
		}
		for _, m := range def.Members {
			if p, ok := m.(*parser.PropertyMember); ok {
				values = append(values, objects.Member{Name: p.Name, Kind: objects.PropertyMember})
			}
		}
		return false
	})
	if values == nil {
		return nil
	}
	return c.arrange(append(values, c.types.Members(objects.TypeValue(objects.EnumType), true)...), true)
}
