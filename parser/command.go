package parser

import "slices"

// argumentContext tells what an argument is for.
type argumentContext uint8

const (
	contextName       argumentContext = iota // of a command, never expanded
	contextNameByCall                        // of a command behind & or .
	contextFile                              // of a redirection or switch -file
	contextArgument                          // of a command, with commas
	contextSwitch                            // the pattern of a switch clause
)

func (c argumentContext) isName() bool { return c <= contextNameByCall }

// stopsParsing is the argument after which a native command's line is taken as
// it is (about_Parsing).
const stopsParsing = "--%"

// command reads a command with its arguments and redirections; it gives nil
// when there is none.
//
//	command = [ "&" | "." ] { argument | parameter | redirection } .
func (p *parser) command() *Command {
	mode := p.setMode(modeCommand)
	defer p.setMode(mode)
	first := p.next()
	c := commandReader{parser: p, command: Command{Extent: first.Extent}, context: contextName}
	c.command.Elements = c.first[:0]
	t := first
	if t.kind == TokenDot || t.kind == TokenAmpersand {
		c.command.Invocation = t.kind
		c.context = contextNameByCall
		t = p.next()
	}
	for c.element(t) {
		c.context = contextArgument
		t = p.next()
	}
	if len(c.command.Elements) > 0 {
		c.command.Elements = slices.Clone(c.command.Elements)
		return p.slabs.commands.keep(c.command)
	}
	if c.command.Invocation != TokenUnknown {
		p.report(first.Extent, missingExpressionInElement, p.text(first))
	}
	return nil
}

// commandReader reads the elements of one command.
type commandReader struct {
	*parser
	command Command
	first   [8]CommandElement // room for the elements of most commands
	context argumentContext
	dashes  bool // after -- there are no parameters
}

// element reads what the token begins; it reports false at the end of the
// command.
func (c *commandReader) element(t token) bool {
	switch t.kind {
	case TokenPipe, TokenRCurly, TokenRParen, TokenEndOfInput, TokenNewLine, TokenSemi, TokenAndAnd, TokenOrOr, TokenAmpersand:
		c.unget(t)
		return false
	case TokenMinusMinus:
		c.dashDash(t)
	case TokenComma:
		c.command.End = t.End
		c.report(t.Extent, missingArgument)
		c.skipNewlines()
	case TokenParameter:
		c.parameter(t)
	case TokenRedirection, TokenRedirectInStd:
		c.redirect(t)
	default:
		return c.argument(t)
	}
	return true
}

func (c *commandReader) add(e CommandElement) {
	c.command.Elements = append(c.command.Elements, e)
	c.command.End = e.Span().End
}

// dashDash reads --: the first one is a parameter that ends parameters.
func (c *commandReader) dashDash(t token) {
	if c.dashes {
		c.add(&StringConstantExpression{Extent: t.Extent, Kind: BareWord, Value: c.text(t)})
		return
	}
	c.add(&CommandParameter{Extent: t.Extent, Name: "-", ErrorExtent: t.Extent})
	c.dashes = true
}

// parameter reads the argument behind -name: if there is a colon.
func (c *commandReader) parameter(t token) {
	if c.context.isName() || c.dashes {
		c.lex.record.mark(&t, flagCommandName)
		c.add(&StringConstantExpression{Extent: t.Extent, Kind: BareWord, Value: c.text(t)})
		return
	}
	parameter := c.slabs.parameters.keep(CommandParameter{Extent: t.Extent, Name: t.value, ErrorExtent: t.Extent})
	if t.colon && c.peek().kind != TokenComma {
		parameter.Argument = c.commandArgument(contextArgument, c.next())
		if parameter.Argument == nil {
			c.report(t.after(), parameterRequiresArgument, c.text(t))
		} else {
			parameter.End = parameter.Argument.Span().End
		}
	}
	c.add(parameter)
}

// redirect reads a redirection. Where a command's name is expected the operator
// is the name.
func (c *commandReader) redirect(t token) {
	if c.context.isName() {
		c.add(&StringConstantExpression{Extent: t.Extent, Kind: BareWord, Value: c.text(t)})
		return
	}
	end := t.Extent
	if r := c.redirection(t, &c.command.Redirections); r != nil {
		end = r.Span()
	}
	c.command.End = end.End
}

// argument reads an argument, and after --% the rest of the line.
func (c *commandReader) argument(t token) bool {
	e := c.commandArgument(c.context, t)
	if e == nil {
		c.hasUngot = false
		c.command.End = t.End
		return true
	}
	c.add(e)
	if v, ok := e.(*VariableExpression); ok && v.Splatted {
		c.splats--
	}
	if !isStopParsing(t) {
		return true
	}
	if c.hasUngot && c.ungot.kind != TokenParameter {
		return true
	}
	c.hasUngot = false
	rest := *c.lex.verbatim()
	c.add(c.bareWord(rest))
	return false
}

// singleArgument reads one argument; it gives nil when there is none.
func (p *parser) singleArgument(context argumentContext) Expression {
	if k := p.peek().kind; k == TokenComma || k == TokenEndOfInput {
		return nil
	}
	mode := p.setMode(modeCommand)
	defer p.setMode(mode)
	return p.commandArgument(context, p.next())
}

// commandArgument reads the argument that a token begins, with those that
// commas join to it; it gives nil when the token begins none.
func (p *parser) commandArgument(context argumentContext, t token) Expression {
	first := p.argumentPart(context, t)
	if first == nil {
		p.unget(t)
		return nil
	}
	if context != contextArgument || isStopParsing(t) || p.peek().kind != TokenComma {
		return first
	}
	return p.restOfArgument(first)
}

func isStopParsing(t token) bool {
	return t.kind == TokenGeneric && t.value == stopsParsing
}

// restOfArgument reads what commas join to the first part of an argument.
func (p *parser) restOfArgument(first Expression) Expression {
	list := []Expression{first}
	for p.peek().kind == TokenComma {
		comma := p.next()
		p.skipNewlines()
		t := p.next()
		e := p.argumentPart(contextArgument, t)
		if e == nil {
			p.unget(t)
			p.reportOpen(comma.after(), missingExpressionInElement, ",")
			return &ErrorExpression{Extent: first.Span().through(comma.Extent), Nested: nodes(list)}
		}
		list = append(list, e)
		if isStopParsing(t) {
			break
		}
	}
	return &ArrayLiteral{Extent: list[0].Span().through(list[len(list)-1].Span()), Elements: list}
}

func nodes(list []Expression) []Node {
	all := make([]Node, len(list))
	for i, e := range list {
		all[i] = e
	}
	return all
}

// argumentPart reads an argument without commas; it gives nil for a token that
// can begin none.
func (p *parser) argumentPart(context argumentContext, t token) Expression {
	switch t.kind {
	case TokenPipe, TokenRCurly, TokenRParen, TokenEndOfInput, TokenNewLine, TokenSemi, TokenRedirection, TokenRedirectInStd,
		TokenAndAnd, TokenOrOr, TokenAmpersand, TokenMinusMinus, TokenComma:
		return nil
	case TokenSplattedVariable, TokenVariable, TokenNumber, TokenHereStringExpandable, TokenStringExpandable,
		TokenHereStringLiteral, TokenStringLiteral, TokenLParen, TokenDollarParen, TokenAtParen, TokenAtCurly, TokenLCurly:
		p.unget(t)
		return p.primary(true)
	case TokenGeneric:
		if context.isName() {
			p.lex.record.mark(&t, flagCommandName)
		}
		if t.nested != nil && context != contextName {
			return p.expandable(t, BareWord)
		}
		return p.bareWord(t)
	}
	p.markWord(context, t)
	return p.slabs.strings.keep(StringConstantExpression{Extent: t.Extent, Kind: BareWord, Value: p.text(t)})
}

// markWord records that a word in a command is no keyword and no operator.
func (p *parser) markWord(context argumentContext, t token) {
	if context == contextSwitch && t.kind == TokenDefault {
		return
	}
	p.lex.record.unmark(&t, flagKeyword)
	if context.isName() {
		p.lex.record.mark(&t, flagCommandName)
		return
	}
	p.lex.record.asArgument(&t)
}
