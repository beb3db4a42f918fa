package parser

// scriptBody tells what is special about a script block.
type scriptBody struct {
	filter bool      // statements without a named block are its process block
	first  Statement // the call of the base constructor, before all others
}

// scriptBlock reads a script, or the body that an opening brace begins.
//
//	script-block = { using-statement } [ param-block ] ( named-block { named-block } | statement-list ) .
func (p *parser) scriptBlock(brace *token, body scriptBody) *ScriptBlock {
	block := p.slabs.scriptBlocks.keep(ScriptBlock{Source: p.source})
	p.skipNewlines()
	if brace == nil {
		block.UsingStatements = p.usingStatements()
	}
	block.ParamBlock = p.paramBlock()
	p.skipSeparators()
	if p.peek().kind.has(flagBlockName) {
		p.namedBlocks(block, brace)
	} else {
		p.unnamedBlock(block, brace, body)
	}
	return block
}

// usingStatements reads the using statements at the head of a script.
func (p *parser) usingStatements() []*UsingStatement {
	var list []*UsingStatement
	for p.peek().kind == TokenUsing {
		statement := p.usingStatement(p.next())
		p.skipSeparators()
		if using, ok := statement.(*UsingStatement); ok {
			list = append(list, using)
		}
	}
	p.resync(p.peek().Start)
	return list
}

// unnamedBlock reads the statements of a body without named blocks.
func (p *parser) unnamedBlock(block *ScriptBlock, brace *token, body scriptBody) {
	list := p.slabs.namedBlocks.keep(NamedBlock{Kind: TokenEnd, Unnamed: true})
	if body.first != nil {
		list.Statements = append(list.Statements, body.first)
	}
	extent := startOf(block.ParamBlock)
	for {
		extent = extent.join(p.statementList(&list.Statements, &list.Traps))
		if p.endOfBody(block, brace, &extent) {
			break
		}
	}
	list.Extent = extent.Extent
	if body.filter {
		list.Kind = TokenProcess
		block.Process = list
		return
	}
	block.End = list
}

// optionalExtent is an extent that may not be there.
type optionalExtent struct {
	Extent
	known bool
}

func startOf(b *ParamBlock) optionalExtent {
	if b == nil {
		return optionalExtent{}
	}
	return optionalExtent{b.Extent, true}
}

// join gives an extent over both.
func (e optionalExtent) join(last optionalExtent) optionalExtent {
	switch {
	case !e.known:
		return last
	case !last.known:
		return e
	}
	return optionalExtent{e.through(last.Extent), true}
}

// endOfBody reads the closing brace of a body, or the end of the script. It
// reports false where a script goes on behind a token that has no place in it.
func (p *parser) endOfBody(block *ScriptBlock, brace *token, body *optionalExtent) bool {
	if brace == nil {
		block.Extent = Extent{0, uint32(len(p.source.Text))}
		t := p.next()
		if t.kind == TokenEndOfInput {
			return true
		}
		p.report(t.Extent, unexpectedToken, p.text(t))
		return false
	}
	t := p.next()
	if t.kind == TokenRCurly {
		if !body.known && brace.End != t.Start {
			*body = optionalExtent{Extent{brace.End, t.Start - 1}, true}
		}
		block.Extent = brace.through(t.Extent)
		return true
	}
	p.unget(t)
	block.Extent = brace.Extent
	if body.known {
		block.Extent = brace.through(body.Extent)
	}
	p.reportOpenAt(brace.Extent, t.Extent, missingEndCurlyBrace)
	return true
}

// namedBlocks reads a body of begin, process, end, clean and dynamicparam.
//
//	named-block = ( "begin" | "process" | "end" | "clean" | "dynamicparam" ) statement-block .
func (p *parser) namedBlocks(block *ScriptBlock, brace *token) {
	body := startOf(block.ParamBlock)
	if brace != nil {
		body = optionalExtent{brace.Extent, true}
	}
	for {
		t := p.next()
		switch {
		case t.kind.has(flagBlockName):
			body = body.join(optionalExtent{p.namedBlock(block, t), true})
			p.skipSeparators()
			continue
		case t.kind == TokenRCurly || t.kind == TokenEndOfInput:
			p.unget(t)
			if p.endOfBody(block, brace, &body) {
				return
			}
			continue
		}
		p.report(t.Extent, missingNamedBlocks, p.text(t))
		if brace != nil {
			p.unget(t)
			block.Extent = body.Extent
			return
		}
		p.skipSeparators()
	}
}

func (p *parser) namedBlock(block *ScriptBlock, name token) Extent {
	named := p.slabs.namedBlocks.keep(NamedBlock{Extent: name.Extent, Kind: name.kind})
	if body := p.statementBlock(); body != nil {
		named.Extent = name.through(body.Extent)
		named.Traps, named.Statements = body.Traps, body.Statements
	} else {
		p.reportOpen(name.after(), missingNamedStatementBlock, name.kind.Text())
	}
	slot := block.named(name.kind)
	if *slot != nil {
		p.report(named.Extent, duplicateScriptCommandClause, name.kind.Text())
		return named.Extent
	}
	*slot = named
	return named.Extent
}

// named gives the field of a named block.
func (s *ScriptBlock) named(kind TokenKind) **NamedBlock {
	switch kind {
	case TokenDynamicparam:
		return &s.DynamicParam
	case TokenBegin:
		return &s.Begin
	case TokenProcess:
		return &s.Process
	case TokenClean:
		return &s.Clean
	}
	return &s.End
}

// statementBlock reads statements in braces; it gives nil when there is no
// opening brace.
//
//	statement-block = "{" statement-list "}" .
func (p *parser) statementBlock() *StatementBlock {
	p.skipNewlines()
	brace, ok := p.accept(TokenLCurly)
	if !ok {
		return nil
	}
	block := p.slabs.blocks.keep(StatementBlock{})
	body := p.statementList(&block.Statements, &block.Traps)
	if end := p.next(); end.kind == TokenRCurly {
		block.Extent = brace.through(end.Extent)
	} else {
		p.unget(end)
		block.Extent = brace.Extent
		if body.known {
			block.Extent = brace.through(body.Extent)
		}
		p.reportOpenAt(brace.Extent, end.Extent, missingEndCurlyBrace)
	}
	return block
}

// statementList reads statements as long as there are any. Traps are kept
// apart, because they hold for the whole list.
func (p *parser) statementList(statements *[]Statement, traps *[]*TrapStatement) optionalExtent {
	extent := optionalExtent{}
	if p.enter() {
		first := p.lists.statements.begin()
		extent = p.readStatements(traps)
		list := p.lists.statements.end(first)
		if *statements != nil {
			list = append(*statements, list...)
		}
		*statements = list
	}
	p.leave()
	return extent
}

// readStatements reads the statements of the list that has been begun.
func (p *parser) readStatements(traps *[]*TrapStatement) optionalExtent {
	extent := optionalExtent{}
	p.skipSeparators()
	for {
		s := p.statement()
		if s == nil {
			return extent
		}
		at := s.Span()
		if p.lex.signature.End > 0 && p.lex.signature.Start < at.Start {
			p.report(at, tokenAfterEndOfScriptText)
		}
		if trap, ok := s.(*TrapStatement); ok {
			*traps = append(*traps, trap)
		} else {
			p.lists.statements.add(s)
		}
		extent = extent.join(optionalExtent{at, true})
		p.skipSeparators()
		if k := p.peek().kind; k == TokenRParen || k == TokenRCurly {
			return extent
		}
	}
}

// paramBlock reads param(...); it gives nil when there is none. Attributes that
// belong to something else are read again.
//
//	param-block = { attribute } "param" "(" parameter-list ")" .
func (p *parser) paramBlock() *ParamBlock {
	at := p.restorePoint()
	p.skipNewlines()
	attributes := p.attributeList(false)
	p.skipNewlines()
	if word, ok := p.accept(TokenParam); ok {
		p.skipNewlines()
		if paren, ok := p.accept(TokenLParen); ok {
			return p.restOfParamBlock(attributes, word, paren)
		}
		p.resync(at)
	} else if len(attributes) > 0 || p.lex.mode != modeCommand {
		p.resync(at)
	}
	return nil
}

func (p *parser) restOfParamBlock(attributes []AttributeBase, word, paren token) *ParamBlock {
	block := &ParamBlock{Parameters: p.parameterList()}
	p.doubt(!arePlainParameters(block.Parameters))
	p.skipNewlines()
	end := p.next()
	block.Extent = word.through(end.Extent)
	if end.kind != TokenRParen {
		p.unget(end)
		block.Extent = word.through(end.before())
		p.reportOpen(lastParameter(block.Parameters, paren.Extent).after(), missingParameterListEnd)
	}
	for _, a := range attributes {
		if attribute, ok := a.(*Attribute); ok {
			block.Attributes = append(block.Attributes, attribute)
			continue
		}
		p.report(a.Span(), typeNotAllowedBeforeParam, a.(*TypeConstraint).TypeName)
	}
	return block
}

func lastParameter(list []*Parameter, before Extent) Extent {
	if len(list) == 0 {
		return before
	}
	return list[len(list)-1].Extent
}

// parameterList reads parameters separated by commas.
func (p *parser) parameterList() []*Parameter {
	first := p.lists.parameters.begin()
	for comma := (token{}); ; {
		parameter := p.parameter()
		if parameter == nil {
			if comma.kind == TokenComma {
				p.reportOpen(comma.after(), missingExpressionAfterToken, ",")
			}
			break
		}
		p.lists.parameters.add(parameter)
		p.skipNewlines()
		var ok bool
		if comma, ok = p.accept(TokenComma); !ok {
			break
		}
	}
	return p.lists.parameters.end(first)
}

// parameter reads one parameter; it gives nil when there is none.
//
//	parameter = { attribute } variable [ "=" expression ] .
func (p *parser) parameter() *Parameter {
	noComma, mode := p.noComma, p.setMode(modeExpression)
	p.noComma = true
	defer func() {
		p.noComma = noComma
		p.setMode(mode)
	}()
	p.skipNewlines()
	attributes := p.attributeList(false)
	p.skipNewlines()
	t := p.next()
	if t.kind != TokenVariable && t.kind != TokenSplattedVariable {
		p.unget(t)
		return p.missingParameter(attributes)
	}
	parameter := p.slabs.parameters.keep(Parameter{Extent: t.Extent, Attributes: attributes, Name: p.newVariable(t)})
	if len(attributes) > 0 {
		parameter.Start = attributes[0].Span().Start
	}
	p.skipNewlines()
	if equals, ok := p.accept(TokenEquals); ok {
		p.skipNewlines()
		parameter.Default = p.expression()
		if parameter.Default == nil {
			p.reportOpen(equals.after(), missingExpressionAfterToken, "=")
		} else {
			parameter.End = parameter.Default.Span().End
		}
	}
	return parameter
}

// missingParameter handles attributes that no parameter follows.
func (p *parser) missingParameter(attributes []AttributeBase) *Parameter {
	if len(attributes) == 0 {
		return nil
	}
	last := attributes[len(attributes)-1].Span()
	p.reportOpen(last.after(), invalidFunctionParameter)
	p.syncTo(true, TokenRParen)
	all := attributes[0].Span().through(last)
	return &Parameter{Extent: all, Attributes: attributes, Name: &VariableExpression{Extent: all, Path: "__error__", Name: "__error__"}}
}
