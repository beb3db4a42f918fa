package parser

import "github.com/alecthomas/participle/v2"

// ifProduction is an if statement.
type ifProduction struct {
	Clauses []part[ifClause] `parser:"If @@ ( ElseIf @@ )*"`
	Else    part[elseBody]   `parser:"( Else @@ )?"`
}

// whileProduction is a while loop.
type whileProduction struct {
	Condition part[loopCondition] `parser:"While @@"`
	Body      part[loopBody]      `parser:"@@"`
}

// doProduction is a do loop.
type doProduction struct {
	Body      part[doBody]      `parser:"Do @@"`
	Until     part[doCondition] `parser:"(   Until @@"`
	Condition part[doCondition] `parser:"| While @@ )"`
}

type (
	ifClause      struct{ IfClause }
	elseBody      struct{ block *StatementBlock }
	loopCondition struct{ pipeline PipelineBase }
	loopBody      struct{ block *StatementBlock }
	doBody        struct{ block *StatementBlock }
	doCondition   struct{ pipeline PipelineBase }
)

func conditionPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).ifClause, true), piece(g, (*parser).elseBody, false),
		piece(g, (*parser).loopCondition, false), piece(g, (*parser).loopBody, false),
		piece(g, (*parser).doBody, true), piece(g, (*parser).doCondition, false),
	}
}

func (p *parser) ifStatement(keyword token) Statement {
	tree, f := run(p, &p.grammar().ifs, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	s := &IfStatement{Extent: keyword.through(f.end)}
	for _, c := range tree.Clauses {
		s.Clauses = append(s.Clauses, c.get().IfClause)
	}
	if tree.Else != nil {
		s.Else = tree.Else.get().block
	}
	return s
}

func (p *parser) whileStatement(label, keyword token) Statement {
	tree, f := run(p, &p.grammar().whiles, label, keyword)
	if !f.ok {
		return f.errorStatement(f.start())
	}
	return &WhileStatement{Extent: f.start().through(f.end), Label: f.labelText(), Condition: tree.Condition.get().pipeline, Body: tree.Body.get().block}
}

func (p *parser) doStatement(label, keyword token) Statement {
	start := keyword.Extent
	if label.kind == TokenLabel {
		start = label.Extent
	}
	tree, f := run(p, &p.grammar().dos, label, keyword)
	switch {
	case f.ok && tree.Until != nil:
		return &DoUntilStatement{Extent: start.through(f.end), Label: f.labelText(), Condition: tree.Until.get().pipeline, Body: tree.Body.get().block}
	case f.ok && tree.Condition != nil:
		return &DoWhileStatement{Extent: start.through(f.end), Label: f.labelText(), Condition: tree.Condition.get().pipeline, Body: tree.Body.get().block}
	}
	return f.errorStatement(start)
}

// openParen reads the parenthesis behind a keyword.
func (p *parser) openParen(f *frame, missing problem, keyword string) (token, error) {
	p.skipNewlines()
	paren, ok := p.accept(TokenLParen)
	if !ok {
		f.end = f.keyword.Extent
		p.reportOpen(f.keyword.after(), missing, keyword)
		return paren, errBroken
	}
	p.skipNewlines()
	return paren, nil
}

// ifClause reads the condition and the block behind if or elseif, and looks for
// the next clause, even behind line breaks.
func (p *parser) ifClause(f *frame) (ifClause, error) {
	condition, err := p.ifCondition(f)
	if err != nil {
		return ifClause{}, err
	}
	p.skipNewlines()
	block := p.statementBlock()
	f.end = f.last.Extent
	if block == nil {
		p.reportOpen(f.last.Extent, missingStatementBlock, p.text(f.keyword))
		return ifClause{}, errBroken
	}
	f.end = block.Extent
	f.nested = append(f.nested, block)
	p.lookPastNewlines(TokenElseIf, TokenElse)
	return ifClause{IfClause{condition, block}}, nil
}

// ifCondition reads the condition behind if or elseif.
func (p *parser) ifCondition(f *frame) (PipelineBase, error) {
	word := p.text(f.keyword)
	paren, err := p.openParen(f, missingOpenParenInIf, word)
	if err != nil {
		return nil, err
	}
	c := p.pipelineChain()
	if c == nil {
		p.reportOpen(paren.after(), ifMissingCondition, word)
		c = &ErrorStatement{Extent: paren.after()}
	} else {
		f.nested = append(f.nested, c)
	}
	p.skipNewlines()
	end := p.next()
	f.last = end
	if end.kind == TokenRParen {
		return c, nil
	}
	p.unget(end)
	f.end = end.before()
	if _, wrong := c.(*ErrorStatement); !wrong {
		p.reportOpen(end.Extent, missingEndParenAfterStatement, word)
	}
	return c, errBroken
}

// lookPastNewlines looks for keywords behind line breaks. If there is none the
// line breaks stay, as they may separate the entries of a hashtable.
func (p *parser) lookPastNewlines(kinds ...TokenKind) bool {
	at := p.restorePoint()
	p.skipNewlines()
	next := p.peek().kind
	for _, kind := range kinds {
		if next == kind {
			return true
		}
	}
	p.resync(at)
	return false
}

func (p *parser) elseBody(f *frame) (elseBody, error) {
	p.skipNewlines()
	block := p.statementBlock()
	if block == nil {
		f.end = f.keyword.Extent
		p.reportOpen(f.keyword.after(), missingStatementBlockAfterElse)
		return elseBody{}, errBroken
	}
	f.end = block.Extent
	return elseBody{block}, nil
}

func (p *parser) loopCondition(f *frame) (loopCondition, error) {
	paren, err := p.openParen(f, missingOpenParenAfterKeyword, p.text(f.keyword))
	if err != nil {
		return loopCondition{}, err
	}
	c := loopCondition{p.pipelineChain()}
	if c.pipeline == nil {
		p.reportOpen(paren.after(), missingExpressionAfterKeyword, f.keyword.kind.Text())
		c.pipeline = &ErrorStatement{Extent: paren.after()}
	} else {
		f.nested = append(f.nested, c.pipeline)
	}
	p.skipNewlines()
	var closed bool
	if f.last, closed = p.accept(TokenRParen); closed {
		return c, nil
	}
	f.end = c.pipeline.Span()
	if _, wrong := c.pipeline.(*ErrorStatement); !wrong {
		p.reportOpen(f.end.after(), missingEndParenAfterStatement, f.keyword.kind.Text())
	}
	return c, errBroken
}

// loopBody reads the block of a loop behind a parenthesis.
func (p *parser) loopBody(f *frame) (loopBody, error) {
	p.skipNewlines()
	block := p.statementBlock()
	f.end = f.last.Extent
	if block == nil {
		p.reportOpen(f.end.after(), missingLoopStatement, f.keyword.kind.Text())
		return loopBody{}, errBroken
	}
	f.end = block.Extent
	return loopBody{block}, nil
}

// doBody reads the block of a do loop, behind which while or until must stand.
func (p *parser) doBody(f *frame) (doBody, error) {
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(f.end.after(), missingLoopStatement, "do")
		return doBody{}, errBroken
	}
	f.end = block.Extent
	f.nested = append(f.nested, block)
	p.skipNewlines()
	if k := p.peek().kind; k != TokenWhile && k != TokenUntil {
		p.reportOpen(f.end.after(), missingWhileOrUntil)
		return doBody{}, errBroken
	}
	return doBody{block}, nil
}

func (p *parser) doCondition(f *frame) (doCondition, error) {
	word := f.keyword.kind.Text()
	paren, err := p.openParen(f, missingOpenParenAfterKeyword, word)
	if err != nil {
		return doCondition{}, err
	}
	c := doCondition{p.pipelineChain()}
	if c.pipeline == nil {
		f.end = paren.Extent
		p.reportOpen(paren.after(), missingExpressionAfterKeyword, word)
	} else {
		f.nested = append(f.nested, c.pipeline)
		f.end = c.pipeline.Span()
	}
	p.skipNewlines()
	end, closed := p.accept(TokenRParen)
	switch {
	case c.pipeline == nil:
		return c, errBroken
	case !closed:
		p.reportOpen(f.end.after(), missingEndParenAfterStatement, word)
		return c, errBroken
	}
	f.end = end.Extent
	return c, nil
}
