package parser

// memberOperator reads the operator of a member or an index right behind a
// value; its kind is Unknown when there is none. A token that has been looked
// at means that there was a mistake.
func (p *parser) memberOperator(index bool) token {
	if p.hasUngot {
		return token{index: -1}
	}
	return *p.lex.memberAccess(index)
}

// memberChain reads the members and indexes behind a value, from their first
// operator on.
func (p *parser) memberChain(operator token, e Expression) Expression {
	for length := 0; operator.kind != TokenUnknown; length++ {
		if length > maxChain {
			p.stop()
			return e
		}
		p.skipNewlines()
		switch operator.kind {
		case TokenLBracket, TokenQuestionLBracket:
			e = p.index(e, operator)
		default:
			e = p.member(e, operator)
		}
		operator = p.memberOperator(true)
	}
	return e
}

// member reads a member's name behind its operator and, if it is a method, the
// arguments.
//
//	member = ( "." | "::" | "?." ) member-name [ type-arguments ] [ arguments ] .
func (p *parser) member(target Expression, operator token) Expression {
	static, conditional := operator.kind == TokenColonColon, operator.kind == TokenQuestionDot
	name := p.memberName()
	if name == nil {
		p.reportOpen(operator.after(), missingPropertyName)
		if name = p.singleArgument(contextArgument); name == nil {
			name = &ErrorExpression{Extent: target.Span().through(operator.Extent)}
		}
	} else if !p.hasUngot {
		at := p.restorePoint()
		generic := p.methodTypeArguments(at)
		if paren := p.invocation(); paren.kind != TokenUnknown {
			call := p.slabs.calls.keep(InvokeMemberExpression{Static: static, NullConditional: conditional, Expression: target, Member: name, GenericArguments: generic})
			var last Extent
			call.Arguments, last = p.invocationArguments(paren)
			call.Extent = target.Span().through(last)
			return call
		}
		if generic != nil {
			p.resync(at)
		}
	}
	return p.slabs.members.keep(MemberExpression{Extent: target.Span().through(name.Span()), Static: static, NullConditional: conditional, Expression: target, Member: name})
}

func (p *parser) invocation() token {
	if p.hasUngot {
		return token{index: -1}
	}
	return *p.lex.invocation()
}

// memberName reads the name of a member: a word, or a value that gives it.
func (p *parser) memberName() Expression {
	if name, ok := p.simpleName(); ok {
		return p.bareWord(name)
	}
	if t := p.peek(); t.kind.IsUnaryOperator() || t.kind == TokenLBracket {
		return p.unary(false)
	}
	return p.primary(false)
}

// methodTypeArguments reads the type arguments of a generic method. What is
// none is an index and is read again.
func (p *parser) methodTypeArguments(at uint32) []TypeReference {
	if !p.lex.bracketFollows() {
		return nil
	}
	if bracket := p.next(); bracket.kind != TokenLBracket {
		p.resync(at)
		return nil
	}
	mode := p.setMode(modeTypeName)
	p.skipNewlines()
	first := p.next()
	if first.kind != TokenIdentifier {
		p.setMode(mode)
		p.resync(at)
		return nil
	}
	list, end := p.typeArguments(first)
	if end.kind != TokenRBracket {
		p.unget(end)
		p.reportOpen(end.before(), endBracketExpectedOfType)
		list = nil
	}
	p.setMode(mode)
	return list
}

// invocationArguments reads the arguments of a method after the parenthesis, or
// the script block that is its only argument, and gives the last extent.
func (p *parser) invocationArguments(open token) ([]Expression, Extent) {
	if open.kind == TokenLParen {
		return p.arguments(open)
	}
	p.skipNewlines()
	block := p.scriptBlockExpression(open)
	return []Expression{block}, block.Span()
}

// arguments reads the arguments of a method up to the closing parenthesis.
//
//	arguments = "(" [ expression { "," expression } ] ")" .
func (p *parser) arguments(paren token) ([]Expression, Extent) {
	last := paren.Extent
	if !p.enter() {
		p.leave()
		return nil, last
	}
	noComma := p.noComma
	p.noComma = true
	first := p.lists.expressions.begin()
	last, whole := p.argumentList(last)
	list := p.lists.expressions.end(first)
	p.skipNewlines()
	if end, ok := p.accept(TokenRParen); ok {
		last = end.Extent
	} else if whole {
		p.reportOpen(last.after(), missingEndParenMethodCall)
	}
	p.noComma = noComma
	p.leave()
	return list, last
}

// argumentList reads expressions separated by commas into the list that has been
// begun. It gives the extent of the last one, and false if none follows the last
// comma.
func (p *parser) argumentList(last Extent) (Extent, bool) {
	comma := token{}
	for {
		p.skipNewlines()
		e := p.expression()
		if e == nil && comma.kind == TokenComma {
			p.reportOpen(comma.after(), missingExpressionAfterToken, ",")
			return comma.Extent, false
		}
		if e == nil {
			return last, true
		}
		p.lists.expressions.add(e)
		last = e.Span()
		p.skipNewlines()
		var ok bool
		if comma, ok = p.accept(TokenComma); !ok {
			return last, true
		}
	}
}

// index reads an index behind its bracket.
//
//	index = ( "[" | "?[" ) expression "]" .
func (p *parser) index(target Expression, bracket token) Expression {
	if !p.enter() {
		p.leave()
		return target
	}
	e := p.slabs.indexes.keep(IndexExpression{Target: target, NullConditional: bracket.kind == TokenQuestionLBracket})
	defer p.leave()
	noComma := p.noComma
	p.noComma = false
	p.skipNewlines()
	e.Index = p.expression()
	p.noComma = noComma
	if e.Index == nil {
		p.reportOpen(bracket.after(), missingArrayIndex)
		e.Index = &ErrorExpression{Extent: bracket.Extent}
	}
	p.skipNewlines()
	end, ok := p.accept(TokenRBracket)
	if !ok {
		end.Extent = e.Index.Span()
		if _, wrong := e.Index.(*ErrorExpression); !wrong {
			p.reportOpen(end.after(), missingEndSquareBracket)
		}
	}
	e.Extent = target.Span().through(end.Extent)
	return e
}
