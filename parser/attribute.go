package parser

// attributeList reads attributes and type constraints. In an expression a line
// break ends it behind a type: [int] alone is a value.
func (p *parser) attributeList(inExpression bool) []AttributeBase {
	first := p.lists.attributes.begin()
	for {
		a := p.attribute()
		if a == nil {
			return p.lists.attributes.end(first)
		}
		p.lists.attributes.add(a)
		if _, ok := a.(*Attribute); ok || !inExpression {
			p.skipNewlines()
		}
	}
}

// leftBracket reads the bracket of an attribute if there is one.
func (p *parser) leftBracket() (token, bool) {
	if p.hasUngot {
		return p.accept(TokenLBracket)
	}
	t := *p.lex.leftBracket()
	return t, t.kind == TokenLBracket
}

// attribute reads an attribute or a type constraint; it gives nil when there is
// none.
//
//	attribute = "[" type-name [ "(" attribute-arguments ")" ] "]" .
func (p *parser) attribute() AttributeBase {
	bracket, ok := p.leftBracket()
	if !ok {
		return nil
	}
	p.skipNewlines()
	first, name := p.typeName(true)
	if name == nil {
		p.resync(bracket.Start)
		p.reportOpen(bracket.after(), missingTypename)
		return nil
	}
	t := p.next()
	if t.kind == TokenLParen {
		p.lex.record.mark(&first, flagAttributeName)
		return p.attributeWithArguments(bracket, t, name)
	}
	end := t.Extent
	if t.kind != TokenRBracket {
		p.unget(t)
		p.report(t.before(), endBracketExpectedOfAttribute)
		end = name.Span()
	}
	return p.slabs.constraints.keep(TypeConstraint{Extent: bracket.through(end), TypeName: name})
}

func (p *parser) attributeWithArguments(bracket, paren token, name TypeReference) *Attribute {
	a := p.slabs.attributes.keep(Attribute{TypeName: name})
	p.skipNewlines()
	mode := p.setMode(modeExpression)
	end := p.attributeArguments(a, paren.Extent)
	p.setMode(mode)

	p.skipNewlines()
	t := p.next()
	closed := t.kind == TokenRParen
	if closed {
		end = t.Extent
	} else {
		p.unget(t)
		p.reportOpen(end.after(), missingEndParenExpression)
	}
	p.skipNewlines()
	if t = p.next(); t.kind == TokenRBracket {
		end = t.Extent
	} else {
		p.unget(t)
		if closed {
			p.reportOpen(end.after(), endBracketExpectedOfAttribute)
		}
	}
	a.Extent = bracket.through(end)
	p.doubt(!isPlainAttribute(a))
	return a
}

// attributeArguments reads what stands between an attribute's parentheses and
// gives the extent of the last argument.
//
//	attribute-arguments = [ ( expression | name [ "=" expression ] ) { "," ... } ] .
func (p *parser) attributeArguments(a *Attribute, last Extent) Extent {
	noComma := p.noComma
	p.noComma = true
	positional, named := p.lists.expressions.begin(), p.lists.arguments.begin()
	last = p.argumentsOfAttribute(last)
	a.PositionalArguments, a.NamedArguments = p.lists.expressions.end(positional), p.lists.arguments.end(named)
	p.noComma = noComma
	return last
}

// argumentsOfAttribute reads the arguments into the lists that have been begun.
func (p *parser) argumentsOfAttribute(last Extent) Extent {
	comma, found := token{}, false
	for {
		p.skipNewlines()
		if name, ok := p.simpleName(); ok {
			last = p.namedArgument(name, last)
		} else if e := p.expression(); e != nil {
			p.lists.expressions.add(e)
			last = e.Span()
		} else if comma.kind == TokenComma {
			last = comma.after()
			p.reportOpen(last, missingExpressionAfterToken, ",")
			p.lists.expressions.add(&ErrorExpression{Extent: last})
		}
		p.skipNewlines()
		if comma, found = p.accept(TokenComma); !found {
			return last
		}
		last = comma.Extent
	}
}

func (p *parser) namedArgument(name token, last Extent) Extent {
	argument := p.slabs.namedArguments.keep(NamedAttributeArgument{Extent: name.Extent, Name: name.value})
	if equals, ok := p.accept(TokenEquals); ok {
		p.skipNewlines()
		argument.Argument = p.expression()
		if argument.Argument == nil {
			p.reportOpen(equals.after(), missingExpressionInNamedArg)
			argument.Argument = &ErrorExpression{Extent: equals.after()}
			p.syncTo(true, TokenComma, TokenRParen, TokenRBracket, TokenNewLine)
		}
		last = argument.Argument.Span()
		argument.End = last.End
	}
	p.lists.arguments.add(argument)
	return last
}
