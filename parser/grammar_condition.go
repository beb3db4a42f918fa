package parser

import "github.com/alecthomas/participle/v2"

// ifProduction is an if statement.
type ifProduction struct {
	Clauses []ifClause     `parser:"If @@ ( ElseIf @@ )*"`
	Else    part[elseBody] `parser:"( Else @@ )?"`
}

type ifClause struct {
	Condition part[ifCondition] `parser:"@@"`
	Body      part[ifBody]      `parser:"@@"`
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
	ifCondition   struct{ pipeline PipelineBase }
	ifBody        struct{ block *StatementBlock }
	elseBody      struct{ block *StatementBlock }
	loopCondition struct{ pipeline PipelineBase }
	loopBody      struct{ block *StatementBlock }
	doBody        struct{ block *StatementBlock }
	doCondition   struct{ pipeline PipelineBase }
)

func conditionPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).ifCondition, false), piece(g, (*parser).ifBody, true), piece(g, (*parser).elseBody, false),
		piece(g, (*parser).loopCondition, false), piece(g, (*parser).loopBody, false),
		piece(g, (*parser).doBody, true), piece(g, (*parser).doCondition, false),
	}
}

func (p *parser) ifStatement(keyword token) Statement {
	tree, f := run(p.grammar, &p.grammar.ifs, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	s := &IfStatement{Extent: keyword.through(f.end)}
	for _, c := range tree.Clauses {
		s.Clauses = append(s.Clauses, IfClause{c.Condition.get().pipeline, c.Body.get().block})
	}
	if tree.Else != nil {
		s.Else = tree.Else.get().block
	}
	return s
}

func (p *parser) whileStatement(label, keyword token) Statement {
	tree, f := run(p.grammar, &p.grammar.whiles, label, keyword)
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
	tree, f := run(p.grammar, &p.grammar.dos, label, keyword)
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

// ifCondition reads the condition behind if or elseif.
func (p *parser) ifCondition(f *frame) (ifCondition, error) {
	word := p.text(f.keyword)
	paren, err := p.openParen(f, missingOpenParenInIf, word)
	if err != nil {
		return ifCondition{}, err
	}
	c := ifCondition{p.pipelineChain()}
	if c.pipeline == nil {
		p.reportOpen(paren.after(), ifMissingCondition, word)
		c.pipeline = &ErrorStatement{Extent: paren.after()}
	} else {
		f.nested = append(f.nested, c.pipeline)
	}
	p.skipNewlines()
	end := p.next()
	f.last = end
	if end.kind == TokenRParen {
		return c, nil
	}
	p.unget(end)
	f.end = end.before()
	if _, wrong := c.pipeline.(*ErrorStatement); !wrong {
		p.reportOpen(end.Extent, missingEndParenAfterStatement, word)
	}
	return c, errBroken
}

// ifBody reads the block of a clause and looks for the next one, even behind
// line breaks.
func (p *parser) ifBody(f *frame) (ifBody, error) {
	p.skipNewlines()
	block := p.statementBlock()
	f.end = f.last.Extent
	if block == nil {
		p.reportOpen(f.last.Extent, missingStatementBlock, p.text(f.keyword))
		return ifBody{}, errBroken
	}
	f.end = block.Extent
	f.nested = append(f.nested, block)
	p.lookPastNewlines(TokenElseIf, TokenElse)
	return ifBody{block}, nil
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
