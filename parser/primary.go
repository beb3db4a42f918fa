package parser

import "strings"

// primary reads a value and, if members is set, the members and indexes behind
// it; it gives nil when there is no value.
func (p *parser) primary(members bool) Expression {
	if !p.peek().kind.beginsValue() {
		return nil
	}
	e := p.value(p.next(), members)
	if members && !p.hasUngot && p.lex.mayAccessMember() {
		return p.memberChain(p.memberOperator(true), e)
	}
	return e
}

// beginsValue reports whether a value begins with a token of the kind.
func (k TokenKind) beginsValue() bool {
	switch k {
	case TokenVariable, TokenSplattedVariable, TokenNumber, TokenStringLiteral, TokenHereStringLiteral, TokenStringExpandable,
		TokenHereStringExpandable, TokenLParen, TokenAtParen, TokenDollarParen, TokenAtCurly, TokenLCurly:
		return true
	}
	return false
}

// value reads the value that a token is or begins.
func (p *parser) value(t token, members bool) Expression {
	switch t.kind {
	case TokenVariable, TokenSplattedVariable:
		return p.variable(t, members)
	case TokenNumber:
		return p.lex.numbers[t.content-1]
	case TokenStringLiteral:
		return p.slabs.strings.keep(StringConstantExpression{Extent: t.Extent, Kind: SingleQuoted, Value: t.value})
	case TokenHereStringLiteral:
		return &StringConstantExpression{Extent: t.Extent, Kind: SingleQuotedHereString, Value: t.value}
	case TokenStringExpandable:
		return p.expandable(t, DoubleQuoted)
	case TokenHereStringExpandable:
		return p.expandable(t, DoubleQuotedHereString)
	case TokenLParen:
		return p.parenthesized(t)
	case TokenAtParen, TokenDollarParen:
		return p.subexpression(t)
	case TokenAtCurly:
		return p.hashtable(t)
	}
	return p.scriptBlockExpression(t)
}

func (p *parser) newVariable(t token) *VariableExpression {
	v := p.slabs.variables.keep(VariableExpression{Extent: t.Extent, Splatted: t.kind == TokenSplattedVariable, Path: t.value})
	v.Scope, v.Name = splitPath(t.value)
	return v
}

// variable gives the expression of a variable. Members of $using:x belong into
// the using expression.
func (p *parser) variable(t token, members bool) Expression {
	v := p.newVariable(t)
	if v.Splatted {
		p.splats++
	}
	if v.Scope != ScopeDrive || v.Name == "" || !strings.EqualFold(v.Drive(), "using") {
		return v
	}
	p.doubt(true)
	t.value = v.Name
	var child Expression = p.newVariable(t)
	if members {
		child = p.memberChain(p.memberOperator(true), child)
	}
	return &UsingExpression{Extent: child.Span(), Expression: child}
}

// expandable gives the expression of a double-quoted string or an argument,
// whose variables and subexpressions are parsed now.
func (p *parser) expandable(t token, kind StringKind) Expression {
	if t.content == 0 {
		return p.slabs.strings.keep(StringConstantExpression{Extent: t.Extent, Kind: kind, Value: t.value})
	}
	e := p.slabs.expandables.keep(ExpandableStringExpression{Extent: t.Extent, Kind: kind, Value: t.value})
	at := 0
	var tokens []Token
	parts := &p.lists.parts
	first := parts.begin()
	for _, n := range p.lex.nested[t.content-1] {
		if n.at > at {
			parts.add(StringPart{Text: t.value[at:n.at]})
		}
		at = n.end
		if part := p.nestedExpression(n, &tokens); part != nil {
			parts.add(StringPart{Expression: part})
		}
	}
	if at < len(t.value) {
		parts.add(StringPart{Text: t.value[at:]})
	}
	e.Parts = parts.end(first)
	p.lex.record.nest(&t, tokens)
	return e
}

// nestedExpression parses a variable or a subexpression of a string.
func (p *parser) nestedExpression(n nestedToken, tokens *[]Token) Expression {
	if n.kind == TokenVariable {
		if p.lex.record != nil {
			*tokens = append(*tokens, Token{Extent: n.Extent, Kind: TokenVariable})
		}
		return p.variable(n.token, false)
	}
	outer, record := p.lex.place, p.lex.record
	p.lex.place = place{text: n.script, adjust: int(n.Start), skips: n.skips}
	if record != nil {
		p.lex.record = &tokenRecord{}
	}
	e := p.primary(true)
	p.hasUngot = false
	if record != nil {
		*tokens = append(*tokens, p.lex.record.tokens...)
	}
	p.lex.place, p.lex.record = outer, record
	return e
}

// bracketed runs read where commas build arrays, in the mode of commands.
func (p *parser) bracketed(read func()) {
	if !p.enter() {
		p.leave()
		return
	}
	noComma, mode := p.noComma, p.setMode(modeCommand)
	p.noComma = false
	read()
	p.noComma = noComma
	p.setMode(mode)
	p.leave()
}

// parenthesized reads (pipeline) after its parenthesis.
func (p *parser) parenthesized(paren token) Expression {
	e := p.slabs.parens.keep(ParenExpression{Extent: paren.Extent})
	p.bracketed(func() {
		p.skipNewlines()
		e.Pipeline = p.pipelineChain()
		if e.Pipeline == nil {
			at := paren.after()
			p.reportOpen(at, expectedExpression)
			e.Pipeline = &ErrorStatement{Extent: at}
		}
		p.skipNewlines()
		if end, ok := p.accept(TokenRParen); ok {
			e.End = end.End
			return
		}
		at := e.Pipeline.Span()
		e.End = at.End
		p.reportOpen(at.after(), missingEndParenExpression)
	})
	if e.Pipeline == nil {
		e.Pipeline = &ErrorStatement{Extent: paren.after()}
	}
	return e
}

// subexpression reads $(statements) or @(statements) after its parenthesis.
func (p *parser) subexpression(paren token) Expression {
	body := p.slabs.blocks.keep(StatementBlock{})
	all := paren.Extent
	p.bracketed(func() {
		p.skipNewlines()
		list := p.statementList(&body.Statements, &body.Traps)
		body.Extent = list.Extent
		p.skipNewlines()
		end := p.next()
		if end.kind == TokenRParen {
			all.End = end.End
			return
		}
		p.unget(end)
		p.reportOpen(end.Extent, missingEndParenSubexpression)
		if list.known {
			all.End = list.End
		}
	})
	if paren.kind == TokenDollarParen {
		return p.slabs.subExpressions.keep(SubExpression{Extent: all, Body: body})
	}
	return p.slabs.arrayExpressions.keep(ArrayExpression{Extent: all, Body: body})
}

// scriptBlockExpression reads { ... } after its brace.
func (p *parser) scriptBlockExpression(brace token) Expression {
	var block *ScriptBlock
	p.bracketed(func() {
		p.skipNewlines()
		block = p.scriptBlock(&brace, scriptBody{})
	})
	if block == nil {
		block = &ScriptBlock{Source: p.source, Extent: brace.Extent}
	}
	return p.slabs.blockExpressions.keep(ScriptBlockExpression{Extent: block.Extent, ScriptBlock: block})
}

// hashtable reads @{ key = value ... } after its brace.
//
//	hashtable = "@{" { key "=" statement ( ";" | newline ) } "}" .
func (p *parser) hashtable(brace token) Expression {
	h := p.slabs.hashtables.keep(Hashtable{Extent: brace.Extent})
	if !p.enter() {
		p.leave()
		return h
	}
	p.skipNewlines()
	first := p.lists.entries.begin()
	for {
		entry, ok := p.hashtableEntry()
		if !ok {
			break
		}
		p.lists.entries.add(entry)
		if k := p.peek().kind; k != TokenNewLine && k != TokenSemi {
			break
		}
		p.skipSeparators()
	}
	h.Entries = p.lists.entries.end(first)
	p.leave()
	p.doubt(!arePlainKeys(h.Entries))
	end := p.next()
	h.End = end.End
	if end.kind != TokenRCurly {
		p.unget(end)
		h.End = end.before().End
		p.reportOpenAt(brace.after(), end.Extent, missingEndCurlyBrace)
	}
	return h
}

// hashtableEntry reads a key and its value; it reports false when there is no
// key.
func (p *parser) hashtableEntry() (HashtableEntry, bool) {
	mode := p.setMode(modeExpression)
	key := p.labelOrKey()
	if key == nil {
		p.setMode(mode)
		return HashtableEntry{}, false
	}
	equals := p.next()
	p.setMode(mode)
	if equals.kind != TokenEquals {
		p.unget(equals)
		at := key.Span().after()
		p.report(at, missingEqualsInHash)
		p.syncTo(false, TokenRCurly, TokenSemi, TokenNewLine)
		return HashtableEntry{key, &ErrorStatement{Extent: at}}, true
	}
	noComma := p.noComma
	mode = p.setMode(modeCommand)
	p.noComma = false
	p.skipNewlines()
	value := p.statement()
	if value == nil {
		at := equals.after()
		p.reportOpen(at, missingStatementInHash)
		value = &ErrorStatement{Extent: at}
	}
	p.noComma = noComma
	p.setMode(mode)
	return HashtableEntry{key, value}, true
}

// labelOrKey reads the label of break or the key of a hashtable; it gives nil
// when there is none.
func (p *parser) labelOrKey() Expression {
	if name, ok := p.simpleName(); ok {
		return p.bareWord(name)
	}
	if k := p.peek().kind; k == TokenNewLine || k == TokenSemi {
		return nil
	}
	noComma := p.noComma
	p.noComma = true
	e := p.unary(false)
	p.noComma = noComma
	return e
}

// simpleName reads a word of letters, digits and underscores.
func (p *parser) simpleName() (token, bool) {
	p.lex.simpleName = true
	p.peek()
	p.lex.simpleName = false
	name, ok := p.accept(TokenIdentifier)
	if ok {
		p.lex.record.mark(&name, flagMemberName)
	}
	return name, ok
}

func (p *parser) bareWord(t token) *StringConstantExpression {
	return p.slabs.strings.keep(StringConstantExpression{Extent: t.Extent, Kind: BareWord, Value: t.value})
}
