package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// attributeCall is the attribute whose arguments stand at the cursor, read from
// the tokens: an unfinished one is no node of the tree.
type attributeCall struct {
	name  string
	given []string // the words that begin an argument
	fresh bool     // the cursor stands where an argument begins
}

// attributeAt finds the attribute around the cursor; ok is false for none.
func (c *completer) attributeAt() (a attributeCall, ok bool) {
	depth := 0
	last := c.indexBefore()
	for i := last; i >= 0; i-- {
		switch t := &c.tokens[i]; t.Kind {
		case parser.TokenRParen, parser.TokenRBracket, parser.TokenRCurly:
			depth++
		case parser.TokenLBracket, parser.TokenLCurly, parser.TokenSemi, parser.TokenPipe:
			if depth--; depth < 0 {
				return a, false
			}
		case parser.TokenComma:
			if depth == 0 && i == last {
				a.fresh = true
			}
		case parser.TokenLParen:
			if depth--; depth >= 0 {
				continue
			}
			a.fresh = a.fresh || i == last
			if i == 0 || !c.tokens[i-1].Flags.Has(parser.TypeNameFlag) {
				return a, false
			}
			a.name = c.source.Slice(c.tokens[i-1].Extent)
			return a, true
		default:
			if t.Kind == parser.TokenIdentifier && depth == 0 && i > 0 && startsArgument(c.tokens[i-1].Kind) {
				a.given = append(a.given, c.source.Slice(t.Extent))
			}
		}
	}
	return a, false
}

func startsArgument(k parser.TokenKind) bool {
	return k == parser.TokenComma || k == parser.TokenLParen
}

// indexBefore is the index of the last token that the word at the cursor follows.
func (c *completer) indexBefore() int {
	for i := len(c.tokens) - 1; i >= 0; i-- {
		t := &c.tokens[i]
		if t.Kind == parser.TokenEndOfInput || t.Kind == parser.TokenNewLine || t.End > c.at {
			continue
		}
		if c.token != nil && t.Extent == c.token.Extent && !startsArgument(t.Kind) {
			continue
		}
		return i
	}
	return -1
}

// isAttributeArgument reports whether the cursor stands where an argument of an
// attribute begins.
func (c *completer) isAttributeArgument() bool {
	a, ok := c.attributeAt()
	return ok && a.fresh
}

// attributeArguments completes the name of an attribute's argument: of the
// properties that can be set, those that are not yet given.
func (c *completer) attributeArguments(word string) []Match {
	a, ok := c.attributeAt()
	if !ok {
		return nil
	}
	t, ok := c.attributeType(a.name)
	if !ok {
		return nil
	}
	var found []Match
	for _, m := range c.types.MembersOfType(t) {
		if m.Kind != objects.PropertyMember || !strings.Contains(m.Definition, "set;") || !hasPrefixFold(m.Name, word) || oneOf(m.Name, a.given...) {
			continue
		}
		found = append(found, Match{Text: m.Name, ListItem: m.Name, ToolTip: m.Definition, Kind: PropertyKind})
	}
	order := argumentOrder(a.name)
	slices.SortStableFunc(found, func(x, y Match) int { return slices.Index(order, x.Text) - slices.Index(order, y.Text) })
	return found
}

// argumentOrder is the order in which the arguments of an attribute are declared,
// where it is not that of their names.
func argumentOrder(attribute string) []string {
	switch strings.ToLower(attribute) {
	case "parameter":
		return []string{
			"Position", "ParameterSetName", "Mandatory", "ValueFromPipeline", "ValueFromPipelineByPropertyName", "ValueFromRemainingArguments",
			"HelpMessage", "HelpMessageBaseName", "HelpMessageResourceId", "DontShow",
		}
	case "cmdletbinding":
		return []string{"DefaultParameterSetName", "SupportsShouldProcess", "SupportsPaging", "SupportsTransactions", "ConfirmImpact", "HelpUri", "RemotingCapability", "PositionalBinding"}
	case "validatepattern":
		return []string{"Options", "ErrorMessage"}
	}
	return nil
}

func (c *completer) attributeType(name string) (*objects.Type, bool) {
	for _, full := range [...]string{"System.Management.Automation." + name + "Attribute", name + "Attribute", name} {
		if t, ok := c.types.Lookup(full, nil); ok {
			return t, true
		}
	}
	return nil, false
}
