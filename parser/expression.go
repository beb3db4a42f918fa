package parser

// expression reads an expression; it gives nil when there is none.
//
//	expression = binary [ "?" expression ":" expression ] .
func (p *parser) expression() Expression { return p.ternary(false) }

// ternary reads an expression. In the middle of a ternary, ? and : end a number.
func (p *parser) ternary(endNumber bool) Expression {
	mode := p.setMode(modeExpression)
	e := p.binary(endNumber)
	if e != nil && p.peek().kind == TokenQuestionMark {
		if p.enter() {
			e = p.branches(e, p.next())
		}
		p.leave()
	}
	p.setMode(mode)
	return e
}

// branches reads what follows the condition of a ternary and its question mark.
func (p *parser) branches(condition Expression, question token) Expression {
	p.skipNewlines()
	ifTrue := p.operand(p.ternary(true), question)
	p.skipNewlines()
	colon, ok := p.accept(TokenColon)
	if !ok {
		if _, missing := ifTrue.(*ErrorExpression); !missing {
			p.reportOpen(p.peek().Extent, missingColonInTernary)
		}
		return &ErrorExpression{Extent: condition.Span().through(ifTrue.Span()), Nested: []Node{condition, ifTrue}}
	}
	p.skipNewlines()
	ifFalse := p.operand(p.expression(), colon)
	return &TernaryExpression{Extent: condition.Span().through(ifFalse.Span()), Condition: condition, IfTrue: ifTrue, IfFalse: ifFalse}
}

// operand gives what an operator wants, and reports it if it is not there.
func (p *parser) operand(e Expression, operator token) Expression {
	if e != nil {
		return e
	}
	at := operator.after()
	p.reportOpen(at, expectedValueExpression, p.text(operator))
	return &ErrorExpression{Extent: at}
}

// binary reads operands and the operators between them, by precedence climbing
// over the precedences of the token table.
func (p *parser) binary(endNumber bool) Expression {
	left := p.arrayLiteral(endNumber)
	if left == nil {
		return nil
	}
	if p.peek().kind.Precedence() > 0 {
		left = p.climb(left, 1, endNumber)
	}
	if p.peek().kind == TokenParameter {
		return p.unknownOperator(left)
	}
	return left
}

// climb reads operators that bind at least as tight as lowest, with their right
// operands. All binary operators associate to the left.
func (p *parser) climb(left Expression, lowest int, endNumber bool) Expression {
	for length := 0; ; length++ {
		precedence := p.peek().kind.Precedence()
		if precedence < lowest {
			return left
		}
		if length > maxChain {
			p.stop()
			return left
		}
		operator := p.next()
		p.skipNewlines()
		right := p.operand(p.arrayLiteral(endNumber), operator)
		if p.peek().kind.Precedence() > precedence {
			right = p.climb(right, precedence+1, endNumber)
		}
		all := left.Span().through(right.Span())
		left = p.slabs.binaries.keep(BinaryExpression{Extent: all, Operator: operator.kind, Left: left, Right: right, ErrorExtent: operator.Extent})
	}
}

// unknownOperator handles a word with a dash, which is no operator, behind an
// expression.
func (p *parser) unknownOperator(left Expression) Expression {
	t := p.next()
	p.report(t.Extent, unexpectedToken, p.text(t))
	parameter := &CommandParameter{Extent: t.Extent, Name: t.value, ErrorExtent: t.Extent}
	return &ErrorExpression{Extent: left.Span().through(t.Extent), Nested: []Node{left, parameter}}
}

// arrayLiteral reads values separated by commas, where a comma means an array.
//
//	array-literal = unary { "," unary } .
func (p *parser) arrayLiteral(endNumber bool) Expression {
	first := p.unary(endNumber)
	if first == nil || p.noComma || p.peek().kind != TokenComma {
		return first
	}
	values := &p.lists.expressions
	list := values.begin()
	values.add(first)
	last := first
	for wrong := false; !wrong && p.peek().kind == TokenComma; {
		comma := p.next()
		p.skipNewlines()
		last = p.unary(endNumber)
		if last == nil {
			p.reportOpen(comma.after(), missingExpressionAfterToken, ",")
			last, wrong = &ErrorExpression{Extent: comma.Extent}, true
		}
		values.add(last)
	}
	return p.slabs.arrayLiterals.keep(ArrayLiteral{Extent: first.Span().through(last.Span()), Elements: values.end(list)})
}

// unary reads an operand with the operators before and behind it.
//
//	unary = unary-operator unary | { attribute } unary | primary [ "++" | "--" ] .
func (p *parser) unary(endNumber bool) Expression {
	var e Expression
	if p.enter() {
		switch k := p.peekOperand(endNumber).kind; {
		case k.IsUnaryOperator():
			e = p.prefixed(endNumber)
		case k == TokenLBracket:
			e = p.attributed(p.lex.token.Extent, endNumber)
		default:
			e = p.primary(true)
		}
		if e != nil {
			e = p.postfixed(e)
		}
	}
	p.leave()
	return e
}

// peekOperand looks at the token where an operand may begin, in which a sign
// can belong to a number.
func (p *parser) peekOperand(endNumber bool) *token {
	signed, ternary := p.lex.signed, p.lex.ternary
	p.lex.signed, p.lex.ternary = true, endNumber
	if p.hasUngot && p.lex.token.kind == TokenMinus {
		p.resync(p.lex.token.Start)
	}
	t := p.peek()
	p.lex.signed, p.lex.ternary = signed, ternary
	return t
}

// prefixed reads a unary operator and its operand; it gives nil for a comma that
// separates arguments.
func (p *parser) prefixed(endNumber bool) Expression {
	if p.noComma && p.peek().kind == TokenComma {
		return nil
	}
	operator := p.next()
	p.skipNewlines()
	child := p.unary(endNumber)
	if child == nil {
		p.reportOpen(operator.after(), missingExpressionAfterOp, p.text(operator))
		return &ErrorExpression{Extent: operator.Extent}
	}
	all := operator.through(child.Span())
	if operator.kind == TokenComma {
		return &ArrayLiteral{Extent: all, Elements: []Expression{child}}
	}
	if operator.kind == TokenPlusPlus || operator.kind == TokenMinusMinus {
		p.doubt(!isPlainTarget(child))
	}
	return p.slabs.unaries.keep(UnaryExpression{Extent: all, Operator: operator.kind, Child: child})
}

// postfixed reads ++ or -- behind an operand.
func (p *parser) postfixed(e Expression) Expression {
	var operator TokenKind
	switch p.peek().kind {
	case TokenPlusPlus:
		operator = TokenPostfixPlusPlus
	case TokenMinusMinus:
		operator = TokenPostfixMinusMinus
	default:
		return e
	}
	t := p.next()
	p.doubt(!isPlainTarget(e))
	return p.slabs.unaries.keep(UnaryExpression{Extent: e.Span().through(t.Extent), Operator: operator, Child: e})
}

// attributed reads attributes and types with the operand they belong to, or a
// type that is a value itself.
func (p *parser) attributed(first Extent, endNumber bool) Expression {
	list := p.attributeList(true)
	if len(list) == 0 {
		return nil
	}
	e := p.lastAttribute(list[len(list)-1], first, endNumber)
	if _, wrong := e.(*ErrorExpression); wrong {
		return e
	}
	for i := len(list) - 2; i >= 0; i-- {
		e = p.applyAttribute(list[i], e)
	}
	return e
}

func (p *parser) lastAttribute(last AttributeBase, first Extent, endNumber bool) Expression {
	attribute, ok := last.(*Attribute)
	if !ok {
		return p.typeOrCast(last.(*TypeConstraint), endNumber)
	}
	p.skipNewlines()
	child := p.unary(endNumber)
	if child == nil {
		p.reportOpen(attribute.Extent, unexpectedAttribute, attribute.TypeName)
		return &ErrorExpression{Extent: first.through(attribute.Extent)}
	}
	return p.applyAttribute(attribute, child)
}

// typeOrCast reads what follows a type in brackets: a static member, or the
// operand of a cast on the same line.
func (p *parser) typeOrCast(constraint *TypeConstraint, endNumber bool) Expression {
	if t := p.memberOperator(false); t.kind != TokenUnknown {
		return p.memberChain(t, p.typeValue(constraint))
	}
	if k := p.peek().kind; k != TokenNewLine && k != TokenComma {
		if child := p.unary(endNumber); child != nil {
			return p.applyAttribute(constraint, child)
		}
	}
	return p.typeValue(constraint)
}

func (p *parser) typeValue(constraint *TypeConstraint) *TypeExpression {
	return p.slabs.typeExpressions.keep(TypeExpression{Extent: constraint.Extent, TypeName: constraint.TypeName})
}

func (p *parser) applyAttribute(a AttributeBase, child Expression) Expression {
	all := a.Span().through(child.Span())
	if constraint, ok := a.(*TypeConstraint); ok {
		e := p.slabs.conversions.keep(ConvertExpression{Extent: all, Type: constraint, Child: child})
		p.doubt(!isPlainCast(e))
		return e
	}
	_, variable := child.(*VariableExpression)
	p.doubt(!variable)
	return &AttributedExpression{Extent: all, Attribute: a, Child: child}
}
