// Package complete says what can stand at the cursor: commands, parameters,
// their values, paths, variables, members, types, keys of hashtables and
// operators, as PowerShell's TabExpansion2 does. It reads the parser's tokens and
// tree, which are whole for unfinished text too, and the declarations that the
// binder reads.
package complete

import (
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// Kind is what a match is (System.Management.Automation.CompletionResultType).
type Kind uint8

// The kinds, with .NET's numbers.
const (
	TextKind Kind = iota
	HistoryKind
	CommandKind
	ProviderItemKind
	ProviderContainerKind
	PropertyKind
	MethodKind
	ParameterNameKind
	ParameterValueKind
	VariableKind
	NamespaceKind
	TypeKind
	KeywordKind
	DynamicKeywordKind
)

// Match is one text that can stand at the cursor.
type Match struct {
	Text     string // what is inserted
	ListItem string // what a list shows; Text where ""
	ToolTip  string // what explains it; ListItem where ""
	Kind     Kind
}

// Result is what can stand in the place of a piece of the text. Index and Length
// are counted in UTF-16 units, as .NET does; both are -1 without matches and
// without a word at the cursor.
type Result struct {
	Matches       []Match
	Index, Length int
}

// Input completes text in a session: cursor is a number of UTF-16 units. Values
// may be asked of the session's completers, which are scripts.
func Input(s *runtime.Session, text string, cursor int) Result {
	at, _ := utf16.ByteOffset(text, max(0, min(cursor, utf16.Len(text))))
	source := parser.NewSource(text, "")
	c := &completer{session: s, scope: s.CompletionScope(), types: s.Types, source: source, at: uint32(at)}
	c.tokens = flatten(parser.Tokens(source), c.at)
	c.tree, _ = parser.ParseSource(source, parser.Environment{})
	c.place()
	found, word := c.complete()
	if len(found) == 0 && c.token == nil {
		return Result{Index: -1, Length: -1}
	}
	start := utf16.Len(source.Text[:word.Start])
	return Result{Matches: found, Index: start, Length: utf16.Len(source.Slice(word))}
}

// completer is one question: a text, a cursor, and what stands around it.
type completer struct {
	session *runtime.Session
	scope   *runtime.Scope
	types   *objects.TypeTable
	source  *parser.Source
	tree    *parser.ScriptBlock
	tokens  []parser.Token
	at      uint32

	token  *parser.Token // at the cursor or just before it; nil in blank space
	before *parser.Token // the last one that ends before the cursor, or before token
	path   []parser.Node // the nodes around the token or before, the outermost first

	inferring int // how deep types are being inferred, to end circles
}

// flatten puts the tokens within the expandable string at the cursor in the
// place of the string, where the cursor is in one of them.
func flatten(tokens []parser.Token, at uint32) []parser.Token {
	for i, t := range tokens {
		if len(t.Nested) == 0 || t.Start >= at || t.End < at {
			continue
		}
		for _, n := range t.Nested {
			if n.Start < at && at <= n.End {
				inner := flatten(t.Nested, at)
				return append(tokens[:i:i], inner...)
			}
		}
	}
	return tokens
}

// place finds the tokens and nodes at the cursor.
func (c *completer) place() {
	for i := range c.tokens {
		t := &c.tokens[i]
		if t.Kind == parser.TokenEndOfInput || t.Kind == parser.TokenNewLine || t.Kind == parser.TokenLineContinuation {
			continue
		}
		if t.Start >= c.at {
			break
		}
		if t.End < c.at {
			c.before = t
			continue
		}
		if c.token != nil && t.Start >= c.token.End {
			continue
		}
		c.token = t
	}
	at := c.at
	switch {
	case c.token != nil:
		at = c.token.End
	case c.before != nil:
		at = c.before.End
	}
	c.path = pathTo(c.tree, min(at, uint32(len(c.source.Text))))
}

// pathTo is the chain of nodes that end at a place or go beyond it.
func pathTo(root parser.Node, at uint32) []parser.Node {
	var path []parser.Node
	parser.Walk(root, func(n parser.Node) bool {
		e := n.Span()
		if _, whole := n.(*parser.ScriptBlock); !whole && (e.Start >= at || e.End < at) {
			return false
		}
		if e.Start > at {
			return false
		}
		for len(path) > 0 && !contains(path[len(path)-1], n) {
			path = path[:len(path)-1]
		}
		path = append(path, n)
		return true
	})
	return path
}

func contains(outer, inner parser.Node) bool {
	a, b := outer.Span(), inner.Span()
	if _, block := outer.(*parser.ScriptBlock); block && a == (parser.Extent{}) {
		return true
	}
	return a.Start <= b.Start && b.End <= a.End
}

// innermost is the innermost node of a type around the cursor.
func innermost[N parser.Node](c *completer) (found N, ok bool) {
	for i := len(c.path) - 1; i >= 0; i-- {
		if n, is := c.path[i].(N); is {
			return n, true
		}
	}
	return found, false
}

// word is the text of the token at the cursor.
func (c *completer) word() string {
	if c.token == nil {
		return ""
	}
	return c.source.Slice(c.token.Extent)
}

// here is the empty piece at the cursor.
func (c *completer) here() parser.Extent { return parser.Extent{Start: c.at, End: c.at} }

// sameLine reports whether no line break stands between the last token and the
// cursor.
func (c *completer) sameLine() bool {
	if c.before == nil {
		return false
	}
	gap := c.source.Slice(parser.Extent{Start: c.before.End, End: c.at})
	gap = strings.ReplaceAll(strings.ReplaceAll(gap, "`\r\n", ""), "`\n", "")
	return !strings.Contains(gap, "\n")
}

// hasPrefixFold reports whether a text begins with a prefix in any case.
func hasPrefixFold(s, prefix string) bool {
	for prefix != "" {
		if s == "" {
			return false
		}
		a, n := utf8.DecodeRuneInString(s)
		b, m := utf8.DecodeRuneInString(prefix)
		if a != b && !strings.EqualFold(string(a), string(b)) {
			return false
		}
		s, prefix = s[n:], prefix[m:]
	}
	return true
}
