package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// hashtable is the hashtable whose key stands at the cursor; nil for none.
func (c *completer) hashtable() *parser.Hashtable {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *parser.Hashtable:
			return n
		case *parser.ScriptBlockExpression, *parser.Command:
			return nil
		}
	}
	return nil
}

// isKey reports whether the word at the cursor stands where a key does.
func (c *completer) isKey() bool {
	if c.hashtable() == nil || c.before == nil {
		return false
	}
	if c.before.Kind == parser.TokenAtCurly || c.before.Kind == parser.TokenSemi {
		return true
	}
	gap := c.source.Slice(parser.Extent{Start: c.before.End, End: c.token.Start})
	return strings.Contains(gap, "\n") && c.before.Kind != parser.TokenEquals
}

// hashtableKeys completes a key: of a calculated property, of what is splatted,
// of what the table is converted to.
func (c *completer) hashtableKeys(word string) []Match {
	h := c.hashtable()
	if h == nil {
		return nil
	}
	keys, found := c.keysOf(h)
	if !found {
		return nil
	}
	var matches []Match
	for _, key := range keys {
		if hasPrefixFold(key, word) && !c.hasKey(h, key) {
			matches = append(matches, Match{Text: key, ListItem: key, ToolTip: key, Kind: PropertyKind})
		}
	}
	return matches
}

// hasKey reports whether a table has a key by its whole name, apart from the one
// at the cursor.
func (c *completer) hasKey(h *parser.Hashtable, key string) bool {
	return slices.ContainsFunc(h.Entries, func(e parser.HashtableEntry) bool {
		s, ok := e.Key.(*parser.StringConstantExpression)
		return ok && strings.EqualFold(s.Value, key) && (c.token == nil || s.Span() != c.token.Extent)
	})
}

// keysOf are the keys that a table can have where it stands.
func (c *completer) keysOf(h *parser.Hashtable) (keys []string, found bool) {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *parser.ConvertExpression:
			return c.settable(n), true
		case *parser.AssignmentStatement:
			return c.splattedKeys(n), true
		case *parser.Command:
			return c.calculatedKeys(n, h), true
		case *parser.ScriptBlockExpression:
			return nil, false
		}
	}
	return nil, false
}

// settable are the properties of the type that a table is converted to.
func (c *completer) settable(e *parser.ConvertExpression) []string {
	var names []string
	types := c.ownClass(typeName(e.Type.TypeName))
	if t, ok := c.typeOf(e.Type.TypeName); ok {
		if t == objects.PSCustomObjectType || t == objects.PSObjectType {
			return nil
		}
		types = of(t)
	}
	for _, m := range c.membersOf(types, false) {
		if m.Kind == PropertyKind {
			names = append(names, m.ListItem)
		}
	}
	return names
}

// splattedKeys are the parameters of the command that the variable is splatted
// to further on.
func (c *completer) splattedKeys(a *parser.AssignmentStatement) []string {
	v, ok := target(a.Left).(*parser.VariableExpression)
	if !ok {
		return nil
	}
	var names []string
	parser.Walk(c.tree, func(n parser.Node) bool {
		command, ok := n.(*parser.Command)
		if !ok || names != nil {
			return true
		}
		for _, e := range command.Elements {
			if s, ok := e.(*parser.VariableExpression); ok && s.Splatted && strings.EqualFold(s.Name, v.Name) {
				names = c.splatted(command)
			}
		}
		return true
	})
	return names
}

func (c *completer) splatted(command *parser.Command) []string {
	b := c.bind(command, c.here())
	if b.table == nil {
		return nil
	}
	var own, common []string
	for _, p := range b.table.Parameters {
		switch _, taken := b.bound[p]; {
		case taken:
		case p.IsCommon():
			common = append(common, p.Name)
		default:
			own = append(own, p.Name)
		}
	}
	return append(own, common...)
}

// calculatedKeys are the keys of a calculated property ("about_Calculated_Properties").
func (c *completer) calculatedKeys(command *parser.Command, h *parser.Hashtable) []string {
	found, _ := c.commandOf(command)
	if found == nil {
		return nil
	}
	switch strings.ToLower(found.Name()) {
	case "select-object":
		return []string{"Name", "Expression"}
	case "sort-object":
		return []string{"Expression", "Ascending", "Descending"}
	case "group-object":
		return []string{"Expression"}
	case "format-table":
		return []string{"Expression", "FormatString", "Label", "Width", "Alignment"}
	case "format-list":
		return []string{"Expression", "FormatString", "Label"}
	case "format-wide":
		return []string{"Expression", "FormatString"}
	case "format-custom":
		return []string{"Expression", "Depth"}
	}
	return nil
}
