package complete

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// attribute is the attribute whose arguments stand at the cursor; nil for none.
func (c *completer) attribute() *parser.Attribute {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *parser.Attribute:
			return n
		case *parser.ScriptBlockExpression, *parser.Command:
			return nil
		}
	}
	return nil
}

// isAttributeArgument reports whether the cursor stands where an argument of an
// attribute begins.
func (c *completer) isAttributeArgument() bool {
	if c.attribute() == nil {
		return false
	}
	last := c.before
	if c.token != nil && c.token.Kind == parser.TokenComma {
		last = c.token
	}
	return last != nil && (last.Kind == parser.TokenComma || last.Kind == parser.TokenLParen)
}

// attributeArguments completes the name of an attribute's argument: of the
// properties that can be set, those that are not yet given.
func (c *completer) attributeArguments(word string) []Match {
	a := c.attribute()
	if a == nil {
		return nil
	}
	t, ok := c.attributeType(a)
	if !ok {
		return nil
	}
	var found []Match
	for _, m := range c.types.MembersOfType(t) {
		if m.Kind != objects.PropertyMember || !strings.Contains(m.Definition, "set;") || !hasPrefixFold(m.Name, word) || hasArgument(a, m.Name, c) {
			continue
		}
		found = append(found, Match{Text: m.Name, ListItem: m.Name, ToolTip: m.Definition, Kind: PropertyKind})
	}
	return found
}

func hasArgument(a *parser.Attribute, name string, c *completer) bool {
	for _, n := range a.NamedArguments {
		if strings.EqualFold(n.Name, name) && (c.token == nil || n.Span() != c.token.Extent) {
			return true
		}
	}
	return false
}

func (c *completer) attributeType(a *parser.Attribute) (*objects.Type, bool) {
	if t, ok := c.types.Lookup(a.TypeName.String()+"Attribute", []string{"System.Management.Automation"}); ok {
		return t, true
	}
	return c.typeOf(a.TypeName)
}
