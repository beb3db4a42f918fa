package parser

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
	first := p.next()
	list := p.lists.elements.begin()
	c := commandReader{parser: p, end: first.End, context: contextName}
	t := first
	if t.kind == TokenDot || t.kind == TokenAmpersand {
		c.context = contextNameByCall
		t = p.next()
	}
	for c.element(t) {
		c.context = contextArgument
		t = p.next()
	}
	p.setMode(mode)
	elements := p.lists.elements.end(list)
	command := Command{Extent: Extent{first.Start, c.end}, Elements: elements, Redirections: c.redirections}
	if first.kind == TokenDot || first.kind == TokenAmpersand {
		command.Invocation = first.kind
		if elements == nil {
			p.report(first.Extent, missingExpressionInElement, p.text(first))
		}
	}
	if elements == nil {
		return nil
	}
	return p.slabs.commands.keep(command)
}

// commandReader reads the elements of one command.
type commandReader struct {
	*parser
	redirections []Redirection
	end          uint32 // of the command so far
	context      argumentContext
	dashes       bool // after -- there are no parameters
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
		c.end = t.End
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
	c.lists.elements.add(e)
	c.end = e.Span().End
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
	parameter := c.slabs.commandParameters.keep(CommandParameter{Extent: t.Extent, Name: t.value, ErrorExtent: t.Extent})
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
	c.end = t.End
	if r := c.redirection(t, &c.redirections); r != nil {
		c.end = r.Span().End
	}
}

// argument reads an argument, and after --% the rest of the line.
func (c *commandReader) argument(t token) bool {
	e := c.commandArgument(c.context, t)
	if e == nil {
		c.hasUngot = false
		c.end = t.End
		return true
	}
	c.add(e)
	if v, ok := e.(*VariableExpression); ok && v.Splatted {
		c.splats--
	}
	if !isStopParsing(t) {
		return true
	}
	if c.hasUngot && c.lex.token.kind != TokenParameter {
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
	e := p.commandArgument(context, p.next())
	p.setMode(mode)
	return e
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
	values := &p.lists.expressions
	list := values.begin()
	values.add(first)
	last := first
	for p.peek().kind == TokenComma {
		comma := p.next()
		p.skipNewlines()
		t := p.next()
		last = p.argumentPart(contextArgument, t)
		if last == nil {
			p.unget(t)
			p.reportOpen(comma.after(), missingExpressionInElement, ",")
			return &ErrorExpression{Extent: first.Span().through(comma.Extent), Nested: nodes(values.end(list))}
		}
		values.add(last)
		if isStopParsing(t) {
			break
		}
	}
	return p.slabs.arrayLiterals.keep(ArrayLiteral{Extent: first.Span().through(last.Span()), Elements: values.end(list)})
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
		if t.content != 0 && context != contextName {
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
