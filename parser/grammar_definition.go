package parser

import "github.com/alecthomas/participle/v2"

// functionProduction is a function, a filter or a workflow.
type functionProduction struct {
	Head part[functionHead] `parser:"( Function | Filter | Workflow ) @@"`
	Body part[functionBody] `parser:"@@"`
}

// dataProduction is a data section.
type dataProduction struct {
	Name     part[dataName]     `parser:"Data @@"`
	Commands part[dataCommands] `parser:"@@"`
	Body     part[dataBody]     `parser:"@@"`
}

// classProduction is a class.
type classProduction struct {
	Name    part[typeDefinitionName] `parser:"Class @@"`
	Bases   part[baseTypes]          `parser:"@@"`
	Members part[classMembers]       `parser:"@@"`
}

// enumProduction is an enumeration.
type enumProduction struct {
	Name    part[typeDefinitionName] `parser:"Enum @@"`
	Bases   part[baseTypes]          `parser:"@@"`
	Members part[enumMembers]        `parser:"@@"`
}

type (
	functionHead struct {
		name       token
		parameters []*Parameter
	}
	functionBody       struct{ block *ScriptBlock }
	dataName           struct{ name string }
	dataCommands       struct{ list []Expression }
	dataBody           struct{ block *StatementBlock }
	typeDefinitionName struct{ token }
	baseTypes          struct{ list []*TypeConstraint }
	classMembers       struct{ list []Member }
	enumMembers        struct{ list []Member }
)

func definitionPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).functionHead, false), piece(g, (*parser).functionBody, false),
		piece(g, (*parser).dataName, false), piece(g, (*parser).dataCommands, false), piece(g, (*parser).dataBody, false),
		piece(g, (*parser).typeDefinitionName, false), piece(g, (*parser).baseTypes, false),
		piece(g, (*parser).classMembers, false), piece(g, (*parser).enumMembers, false),
	}
}

func (p *parser) functionDefinition(keyword token) Statement {
	tree, f := run(p, &p.grammar().funcs, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	head := tree.Head.get()
	return p.slabs.functions.keep(FunctionDefinition{
		Extent: keyword.through(f.end), Kind: keyword.kind, Name: p.name(head.name), NameExtent: head.name.Extent,
		Parameters: head.parameters, Body: tree.Body.get().block,
	})
}

// name gives the name that a token stands for.
func (p *parser) name(t token) string {
	if t.kind == TokenGeneric {
		return t.value
	}
	return p.text(t)
}

// functionHead reads a function's name, nearly anything that could be the name
// of a command, and the parameters in parentheses if there are any.
func (p *parser) functionHead(f *frame) (functionHead, error) {
	p.skipNewlines()
	t := p.next()
	switch t.kind {
	case TokenPipe, TokenLParen, TokenLCurly, TokenAtParen, TokenAtCurly, TokenRCurly, TokenRParen, TokenEndOfInput, TokenSemi,
		TokenRedirection, TokenRedirectInStd, TokenAndAnd, TokenOrOr, TokenAmpersand, TokenVariable, TokenSplattedVariable,
		TokenHereStringExpandable, TokenHereStringLiteral, TokenStringLiteral, TokenStringExpandable:
		p.unget(t)
		p.reportOpen(f.keyword.after(), missingNameAfterKeyword, p.text(f.keyword))
		return functionHead{}, errBroken
	}
	p.lex.record.unmark(&t, flagKeyword)
	f.last = t
	return functionHead{t, p.functionParameterList(f)}, nil
}

// functionParameterList reads a list in parentheses. Without the closing one
// the function is broken, but its body may follow.
func (p *parser) functionParameterList(f *frame) []*Parameter {
	p.skipNewlines()
	paren, ok := p.accept(TokenLParen)
	if !ok {
		return nil
	}
	list := p.parameterList()
	p.doubt(!arePlainParameters(list))
	for _, parameter := range list {
		f.nested = append(f.nested, parameter)
	}
	p.skipNewlines()
	if end, ok := p.accept(TokenRParen); ok {
		f.last = end
	} else {
		f.broken = true
		f.end = lastParameter(list, paren.Extent)
		p.reportOpen(f.end.after(), missingParameterListEnd)
	}
	p.skipNewlines()
	return list
}

func (p *parser) functionBody(f *frame) (functionBody, error) {
	brace, ok := p.functionBrace(f)
	if !ok {
		return functionBody{}, errBroken
	}
	workflow := p.lex.workflow
	p.lex.workflow = f.keyword.kind == TokenWorkflow
	block := p.scriptBlock(&brace, scriptBody{filter: f.keyword.kind == TokenFilter})
	p.lex.workflow = workflow
	f.end = block.Extent
	p.doubt(f.keyword.kind == TokenWorkflow || f.last.kind == TokenRParen && block.ParamBlock != nil)
	return functionBody{block}, nil
}

// functionBrace reads the brace of a function's body. If there is one behind a
// broken list it is passed over and the body is read as statements.
func (p *parser) functionBrace(f *frame) (token, bool) {
	brace, ok := p.accept(TokenLCurly)
	if !ok && !f.broken {
		f.end = f.last.Extent
		p.reportOpen(f.end.after(), missingFunctionBody)
	}
	return brace, ok && !f.broken
}

func (p *parser) dataStatement(keyword token) Statement {
	p.doubt(true)
	tree, f := run(p, &p.grammar().data, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	return &DataStatement{Extent: keyword.through(f.end), Variable: tree.Name.get().name, CommandsAllowed: tree.Commands.get().list, Body: tree.Body.get().block}
}

func (p *parser) dataName(f *frame) (dataName, error) {
	p.skipNewlines()
	name, ok := p.simpleName()
	if ok {
		f.end = name.Extent
	}
	return dataName{name.value}, nil
}

// dataCommands reads the commands behind -SupportedCommand.
func (p *parser) dataCommands(f *frame) (dataCommands, error) {
	p.skipNewlines()
	parameter, ok := p.accept(TokenParameter)
	if !ok {
		return dataCommands{}, nil
	}
	if !isParameter(parameter, "SupportedCommand") {
		f.end, f.broken = parameter.Extent, true
		p.report(f.end, invalidDataParameter, parameter.value)
	}
	var c dataCommands
	before := parameter
	for {
		p.skipNewlines()
		e := p.singleArgument(contextName)
		if e == nil {
			if !f.broken {
				p.reportOpen(before.after(), missingDataCommand)
			}
			f.end, f.broken = before.Extent, true
			return c, errBroken
		}
		c.list = append(c.list, e)
		f.nested = append(f.nested, e)
		if !f.broken {
			f.end = e.Span()
		}
		var more bool
		if before, more = p.accept(TokenComma); !more {
			break
		}
	}
	if f.broken {
		return c, errBroken
	}
	return c, nil
}

func (p *parser) dataBody(f *frame) (dataBody, error) {
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(f.end.after(), missingDataBlock)
		return dataBody{}, errBroken
	}
	f.end = block.Extent
	return dataBody{block}, nil
}

// configuration reads the beginning of a configuration. Desired State
// Configuration is no part of this shell, so only its mistakes are known.
func (p *parser) configuration(keyword token) Statement {
	p.skipNewlines()
	if end := p.peek(); end.kind == TokenEndOfInput {
		p.reportOpen(end.after(), missingConfigurationName)
		return nil
	}
	p.report(keyword.Extent, unexpectedToken, p.text(keyword))
	return &ErrorStatement{Extent: keyword.Extent}
}
