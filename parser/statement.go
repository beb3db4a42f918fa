package parser

import "slices"

// statement reads one statement; it gives nil when there is none. Definitions and
// the rarer statements that begin with a keyword are productions of the [grammar].
//
//	statement = keyword-statement | [ label ] loop | { attribute } declaration | pipeline-chain .
func (p *parser) statement() Statement {
	var s Statement
	if p.enter() {
		switch k := p.peek().kind; {
		case k == TokenVariable || k == TokenIdentifier:
			s = asStatement(p.pipelineChain())
		case k == TokenGeneric && p.source.startsWith(p.lex.token.Extent, '['):
			attributes, t, at := p.statementAttributes(p.next())
			s = p.statementFrom(t, attributes, at)
		default:
			t := p.next()
			s = p.statementFrom(t, nil, t.Start)
		}
	}
	p.leave()
	return s
}

// statementAttributes reads the attributes before a declaration, from the token
// on that looked like a command's name. Those of an expression are read again.
func (p *parser) statementAttributes(t token) ([]AttributeBase, token, uint32) {
	at := t.Start
	p.resync(at)
	attributes := p.attributeList(false)
	t = p.next()
	if len(attributes) == 0 {
		return nil, t, t.Start
	}
	types := firstType(attributes)
	switch {
	case t.kind.has(flagNoAttributes) && types == nil:
		p.report(attributes[0].Span(), unexpectedAttribute, attributes[0].(*Attribute).TypeName)
	case t.kind.has(flagNoAttributes), !t.kind.IsKeyword():
		p.resync(at)
		t = p.next()
	case types != nil:
		p.report(types.Extent, typeNotAllowedBeforeStatement, types.TypeName)
	}
	return attributes, t, at
}

func firstType(attributes []AttributeBase) *TypeConstraint {
	for _, a := range attributes {
		if t, ok := a.(*TypeConstraint); ok {
			return t
		}
	}
	return nil
}

// statementFrom reads the statement that a token begins. at is where its
// attributes begin.
func (p *parser) statementFrom(t token, attributes []AttributeBase, at uint32) Statement {
	switch t.kind {
	case TokenLabel:
		p.skipNewlines()
		return p.labeled(t)
	case TokenFrom, TokenDefine, TokenVar:
		p.report(t.Extent, reservedKeyword, t.kind.Text())
		return &ErrorStatement{Extent: t.Extent}
	case TokenEndOfInput:
		if attributes == nil {
			p.unget(t)
			return nil
		}
	case TokenElse, TokenElseIf, TokenCatch, TokenUntil:
		if len(p.errors) > 0 {
			p.skipNewlines()
			return p.statement()
		}
	case TokenClass:
		return p.classDefinition(attributes, t)
	case TokenEnum:
		return p.enumDefinition(attributes, t)
	case TokenUsing:
		s := p.usingStatement(t)
		p.report(s.Span(), usingMustBeFirst)
		return s
	default:
		if read := keywordStatement(t.kind); read != nil {
			return read(p, t)
		}
	}
	if attributes != nil {
		p.resync(at)
	} else {
		p.unget(t)
	}
	return asStatement(p.pipelineChain())
}

// asStatement keeps a missing pipeline a missing statement.
func asStatement(s PipelineBase) Statement {
	if s == nil {
		return nil
	}
	return s
}

// keywordStatement gives what reads the statements that a keyword begins.
func keywordStatement(kind TokenKind) func(*parser, token) Statement {
	switch kind {
	case TokenIf:
		return (*parser).ifStatement
	case TokenSwitch, TokenForeach, TokenFor, TokenWhile, TokenDo:
		return func(p *parser, t token) Statement { return p.loop(token{}, t) }
	case TokenFunction, TokenFilter, TokenWorkflow:
		return (*parser).functionDefinition
	case TokenReturn, TokenThrow, TokenExit:
		return (*parser).valueStatement
	case TokenBreak, TokenContinue:
		return (*parser).jumpStatement
	case TokenTrap:
		return (*parser).trapStatement
	case TokenTry:
		return (*parser).tryStatement
	case TokenData:
		return (*parser).dataStatement
	case TokenParallel, TokenSequence:
		return (*parser).blockStatement
	case TokenConfiguration:
		return (*parser).configuration
	}
	return nil
}

// labeled reads the loop behind a label. A label before anything else is a
// command's name.
func (p *parser) labeled(label token) Statement {
	t := p.next()
	switch t.kind {
	case TokenSwitch, TokenForeach, TokenFor, TokenWhile, TokenDo:
		return p.loop(label, t)
	}
	p.resync(label.Start)
	return asStatement(p.pipelineChain())
}

// loop reads a statement that can have a label.
func (p *parser) loop(label, keyword token) Statement {
	switch keyword.kind {
	case TokenSwitch:
		return p.switchStatement(label, keyword)
	case TokenForeach:
		return p.forEachStatement(label, keyword)
	case TokenFor:
		return p.forStatement(label, keyword)
	case TokenWhile:
		return p.whileStatement(label, keyword)
	}
	return p.doStatement(label, keyword)
}

// openParen reads the parenthesis behind a keyword, which a mistake calls word.
func (p *parser) openParen(keyword token, missing problem, word string) (token, bool) {
	p.skipNewlines()
	paren, ok := p.accept(TokenLParen)
	if !ok {
		p.reportOpen(keyword.after(), missing, word)
		return paren, false
	}
	p.skipNewlines()
	return paren, true
}

// lookPastNewlines looks for keywords behind line breaks. If there is none the
// line breaks stay, as they may separate the entries of a hashtable.
func (p *parser) lookPastNewlines(kinds ...TokenKind) bool {
	again := p.hasUngot
	at := p.peek().Start
	switch k := p.peek().kind; {
	case k == TokenEndOfInput && again:
		p.resync(at) // the end moves on when it is read again
		return false
	case k != TokenNewLine:
		return slices.Contains(kinds, k)
	}
	p.skipNewlines()
	if slices.Contains(kinds, p.peek().kind) {
		return true
	}
	p.resync(at)
	return false
}
