package parser

// usingStatement reads a using statement after its keyword.
//
//	using-statement = "using" ( "namespace" | "module" | "assembly" | "type" | "command" ) item [ "=" item ] .
func (p *parser) usingStatement(keyword token) Statement {
	p.doubt(true)
	directive := p.next()
	kind, ok := usingKind(directive.kind)
	if !ok {
		p.unget(directive)
		p.reportOpen(keyword.after(), missingUsingDirective)
		return &ErrorStatement{Extent: keyword.Extent}
	}
	item, t := p.usingItem(keyword, directive, kind)
	if item == nil {
		return &ErrorStatement{Extent: keyword.through(t.Extent)}
	}
	using := &UsingStatement{Extent: keyword.through(item.Span()), Kind: kind}
	using.Name, _ = item.(*StringConstantExpression)
	using.ModuleSpecification, _ = item.(*Hashtable)
	if kind == UsingAssembly {
		p.usingAssembly(using.Name)
	} else if using.ModuleSpecification == nil {
		if equals, ok := p.accept(TokenEquals); ok {
			return p.usingAlias(using, keyword, equals)
		}
		if kind == UsingType || kind == UsingCommand {
			p.reportOpen(t.after(), missingEqualsInAlias)
			return &ErrorStatement{Extent: using.Extent, Nested: []Node{item}}
		}
	}
	p.statementTerminator()
	return using
}

func usingKind(kind TokenKind) (UsingKind, bool) {
	switch kind {
	case TokenNamespace:
		return UsingNamespace, true
	case TokenType:
		return UsingType, true
	case TokenModule:
		return UsingModule, true
	case TokenCommand:
		return UsingCommand, true
	case TokenAssembly:
		return UsingAssembly, true
	}
	return 0, false
}

// usingItem reads what is used: a name or, for a module, a hashtable. It gives
// nil, and the last token, after a mistake.
func (p *parser) usingItem(keyword, directive token, kind UsingKind) (Expression, token) {
	t := p.next()
	switch t.kind {
	case TokenEndOfInput, TokenNewLine, TokenComma, TokenSemi:
		p.unget(t)
		p.reportOpen(directive.after(), missingUsingItem)
		return nil, directive
	}
	item := p.commandArgument(contextArgument, t)
	if item == nil {
		p.report(t.Extent, invalidUsingItem, p.text(t))
		p.syncTo(true, TokenSemi, TokenNewLine)
		return nil, t
	}
	_, name := item.(*StringConstantExpression)
	_, table := item.(*Hashtable)
	if !name && !(table && kind == UsingModule) {
		p.report(item.Span(), invalidUsingItem, p.source.Slice(item.Span()))
		t.Extent = item.Span()
		return nil, t
	}
	return item, t
}

// usingAlias reads what stands behind the equals sign.
func (p *parser) usingAlias(using *UsingStatement, keyword, equals token) Statement {
	t := p.next()
	if t.kind == TokenEndOfInput {
		p.unget(t)
		p.reportOpen(equals.after(), missingNamespaceAlias)
		return &ErrorStatement{Extent: keyword.through(equals.Extent)}
	}
	alias := p.commandArgument(contextArgument, t)
	switch alias := alias.(type) {
	case *StringConstantExpression:
		using.Alias = alias
	case *Hashtable:
		using.ModuleSpecification = alias
	}
	if using.Alias == nil && (using.ModuleSpecification == nil || using.Kind != UsingModule) {
		return &ErrorStatement{Extent: keyword.through(equals.Extent), Nested: []Node{using.Name}}
	}
	using.Extent = keyword.through(t.Extent)
	p.statementTerminator()
	return using
}

// statementTerminator reads the line break or semicolon that must follow.
func (p *parser) statementTerminator() {
	switch t := p.peek(); t.kind {
	case TokenNewLine, TokenSemi:
		p.skip()
	case TokenEndOfInput:
	default:
		p.reportOpen(t.Extent, missingStatementTerminator)
	}
}
