package complete

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// complete decides by the token at the cursor what can stand there. The extent
// is the piece that a match takes the place of.
func (c *completer) complete() ([]Match, parser.Extent) {
	if c.token == nil {
		return c.completeBlank(), c.here()
	}
	word := c.token.Extent
	switch kind := c.token.Kind; kind {
	case parser.TokenVariable:
		return c.variables(c.word(), "$"), word
	case parser.TokenSplattedVariable:
		return c.variables(c.word(), "@"), word
	case parser.TokenComment:
		return c.completeComment()
	case parser.TokenDot, parser.TokenColonColon, parser.TokenQuestionDot:
		return c.memberAfter(word), c.here()
	case parser.TokenAtCurly:
		return c.hashtableKeys(""), c.here()
	case parser.TokenRBracket:
		return c.staticMembersOfType(), c.here()
	case parser.TokenLParen:
		return c.attributeArguments(""), c.here()
	case parser.TokenComma:
		return c.completeBlank(), c.here()
	case parser.TokenStringLiteral, parser.TokenStringExpandable:
		return c.completeString()
	case parser.TokenRedirection:
		if c.word() == ">" || c.word() == ">>" {
			return nil, word
		}
		return c.paths(pathRequest{literal: true}), c.here()
	case parser.TokenHereStringLiteral, parser.TokenHereStringExpandable, parser.TokenSemi, parser.TokenPipe,
		parser.TokenLCurly, parser.TokenRCurly, parser.TokenRParen, parser.TokenLBracket, parser.TokenAmpersand:
		return nil, word
	}
	if c.isDashed() {
		return c.completeDashed()
	}
	return c.completeWord(), word
}

// isDashed reports whether the word at the cursor begins with a dash.
func (c *completer) isDashed() bool {
	for _, dash := range [...]string{"-", "–", "—", "―"} {
		if strings.HasPrefix(c.word(), dash) {
			return c.token.Kind != parser.TokenNumber
		}
	}
	return false
}

// completeDashed completes a parameter in a command, an operator elsewhere.
func (c *completer) completeDashed() ([]Match, parser.Extent) {
	word := c.token.Extent
	text := c.word()
	if _, in := innermost[*parser.SwitchStatement](c); in && c.token.Kind == parser.TokenParameter {
		if _, command := innermost[*parser.Command](c); !command {
			return switchFlags(text), word
		}
	}
	command := c.commandAtCursor()
	if command == nil || c.commandNameSpan(command) == word {
		if c.before == nil || !c.sameLine() || !endsOperand(c.before) {
			return c.flagsOfSwitch(text), word
		}
		return operators(text), word
	}
	name, _, colon := strings.Cut(text, ":")
	if colon {
		return c.argumentOfColon(command), c.here()
	}
	return c.parameterNames(command, name), word
}

// endsOperand reports whether an operator can follow a token.
func endsOperand(t *parser.Token) bool {
	switch t.Kind {
	case parser.TokenVariable, parser.TokenNumber, parser.TokenStringLiteral, parser.TokenStringExpandable, parser.TokenHereStringLiteral,
		parser.TokenHereStringExpandable, parser.TokenRParen, parser.TokenRCurly, parser.TokenRBracket, parser.TokenIdentifier, parser.TokenGeneric:
		return true
	}
	return false
}

// completeWord completes a plain word by the part that it plays.
func (c *completer) completeWord() []Match {
	text := c.word()
	if strings.HasPrefix(text, "$") {
		return c.variables(text, "$")
	}
	if c.inTypeName() {
		return c.typeNames(text)
	}
	switch c.token.Kind {
	case parser.TokenIn, parser.TokenRem, parser.TokenQuestionMark:
		return nil
	}
	if c.before != nil && c.before.Kind == parser.TokenUsing {
		return keywords(text, "assembly", "module", "namespace", "type")
	}
	if using, ok := innermost[*parser.UsingStatement](c); ok {
		return c.usingName(using, text)
	}
	if c.memberWord() {
		return c.memberAt()
	}
	if c.isAttributeArgument() {
		return c.attributeArguments(text)
	}
	if c.isKey() {
		return c.hashtableKeys(text)
	}
	if c.token.Kind == parser.TokenNumber {
		if command := c.commandAtCursor(); command == nil {
			return nil
		}
	}
	if redirection, ok := innermost[*parser.FileRedirection](c); ok && redirection.Location != nil && redirection.Location.Span() == c.token.Extent {
		return c.paths(pathRequest{word: text, literal: true})
	}
	command := c.commandAtCursor()
	if command == nil {
		if _, ok := innermost[*parser.TypeDefinition](c); ok && !c.inCode() {
			return nil
		}
		if !c.mayStartCommand() {
			return nil
		}
		return c.commandNames(text, "")
	}
	if c.commandNameSpan(command) == c.token.Extent {
		return c.commandNames(text, "")
	}
	return c.argument(command, text, "")
}

// inCode reports whether the cursor stands in the body of a method.
func (c *completer) inCode() bool {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch c.path[i].(type) {
		case *parser.ScriptBlock:
			if i > 0 {
				return true
			}
		case *parser.TypeDefinition:
			return false
		}
	}
	return false
}

// mayStartCommand reports whether a word that is no part of a command could
// begin one: a keyword that is not finished, or what an error swallowed.
func (c *completer) mayStartCommand() bool {
	text := c.word()
	if text == "" || !isNameStart(text[0]) && text[0] != '.' && text[0] != '/' && text[0] != '*' && text[0] != '`' {
		return false
	}
	return c.before == nil || c.before.Kind != parser.TokenFunction && c.before.Kind != parser.TokenFilter &&
		c.before.Kind != parser.TokenClass && c.before.Kind != parser.TokenEnum
}

func isNameStart(b byte) bool {
	return b == '_' || 'a' <= b|0x20 && b|0x20 <= 'z' || b >= 0x80
}

// completeString completes a string: an argument, a command, a path.
func (c *completer) completeString() ([]Match, parser.Extent) {
	text := c.word()
	quote := text[:1]
	inner := strings.TrimPrefix(text, quote)
	if len(inner) > 0 && strings.HasSuffix(inner, quote) && c.at == c.token.End {
		return nil, c.token.Extent
	}
	inner = strings.TrimSuffix(inner, quote)
	inner = strings.ReplaceAll(inner, quote+quote, quote)
	if len(c.token.Nested) > 0 {
		return nil, c.token.Extent
	}
	if c.memberWord() {
		return nil, c.token.Extent
	}
	if _, index := innermost[*parser.IndexExpression](c); index {
		return nil, c.token.Extent
	}
	if command := c.commandAtCursor(); command != nil && c.commandNameSpan(command) != c.token.Extent && c.isElement(command) {
		return c.argument(command, inner, quote), c.token.Extent
	}
	if command := c.commandAtCursor(); command != nil && command.Invocation != parser.TokenUnknown {
		return c.commandNames(inner, quote), c.token.Extent
	}
	if found := c.paths(pathRequest{word: inner, quote: quote}); len(found) > 0 {
		return found, c.token.Extent
	}
	if inner == "" || strings.ContainsAny(inner, " [") {
		return nil, c.token.Extent
	}
	return c.commandNames(inner, quote), c.token.Extent
}

// isElement reports whether the token at the cursor is an element of the
// command, or a part of one that is no block.
func (c *completer) isElement(command *parser.Command) bool {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *parser.Command:
			return n == command
		case *parser.ScriptBlock, *parser.ParenExpression, *parser.SubExpression, *parser.Hashtable, *parser.IndexExpression, *parser.InvokeMemberExpression:
			return false
		}
	}
	return false
}

// commandAtCursor is the command that the cursor stands in, with nothing
// between but arrays and the like.
func (c *completer) commandAtCursor() *parser.Command {
	for i := len(c.path) - 1; i >= 0; i-- {
		switch n := c.path[i].(type) {
		case *parser.Command:
			if !c.isBehind(n) {
				return n
			}
			return nil
		case *parser.ScriptBlock, *parser.ParenExpression, *parser.SubExpression, *parser.ArrayExpression, *parser.Hashtable,
			*parser.InvokeMemberExpression, *parser.IndexExpression:
			if c.closes(n) {
				continue
			}
			return nil
		}
	}
	return nil
}

// closes reports whether the cursor is behind a node that ends with its closing
// bracket.
func (c *completer) closes(n parser.Node) bool {
	e := n.Span()
	if e.End > c.at || c.token != nil && c.token.Start < e.End {
		return false
	}
	text := c.source.Slice(e)
	return text != "" && strings.ContainsRune(")}]", rune(text[len(text)-1]))
}

// isBehind reports whether the cursor stands behind the end of a command: after
// a separator.
func (c *completer) isBehind(n *parser.Command) bool {
	return c.token == nil && !c.sameLine()
}

// commandNameSpan is where the name of a command stands.
func (c *completer) commandNameSpan(command *parser.Command) parser.Extent {
	if len(command.Elements) == 0 {
		return parser.Extent{}
	}
	return command.Elements[0].Span()
}

// completeBlank completes where no token is: an argument, a key, the argument of
// an attribute.
func (c *completer) completeBlank() []Match {
	if c.before == nil && c.token == nil {
		return nil
	}
	last := c.before
	if c.token != nil {
		last = c.token
	}
	if c.token == nil && !c.sameLine() && last.Kind != parser.TokenAtCurly && last.Kind != parser.TokenSemi && last.Kind != parser.TokenComma {
		return nil
	}
	switch last.Kind {
	case parser.TokenAtCurly:
		return c.hashtableKeys("")
	case parser.TokenSemi:
		if _, ok := innermost[*parser.Hashtable](c); ok {
			return c.hashtableKeys("")
		}
		return nil
	case parser.TokenRedirection:
		return c.paths(pathRequest{literal: true})
	case parser.TokenPipe, parser.TokenLCurly, parser.TokenLParen, parser.TokenEquals, parser.TokenAmpersand, parser.TokenComment,
		parser.TokenDollarParen, parser.TokenAtParen, parser.TokenAndAnd, parser.TokenOrOr:
		return nil
	case parser.TokenComma:
		if c.isAttributeArgument() {
			return c.attributeArguments("")
		}
	}
	command := c.commandAtCursor()
	if command == nil {
		return nil
	}
	return c.argument(command, "", "")
}
