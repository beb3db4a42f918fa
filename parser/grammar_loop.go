package parser

import "github.com/alecthomas/participle/v2"

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

// forProduction is a for loop.
type forProduction struct {
	Open        part[forOpen]     `parser:"For @@"`
	Initializer part[forPart]     `parser:"@@"`
	Condition   part[forPart]     `parser:"@@"`
	Iterator    part[forIterator] `parser:"@@"`
	Body        part[forBody]     `parser:"@@"`
}

type (
	loopCondition struct{ pipeline PipelineBase }
	loopBody      struct{ block *StatementBlock }
	doBody        struct{ block *StatementBlock }
	doCondition   struct{ pipeline PipelineBase }

	forOpen     struct{}
	forPart     struct{ pipeline PipelineBase }
	forIterator struct{ pipeline PipelineBase }
	forBody     struct{ block *StatementBlock }
)

func loopPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).loopCondition, false), piece(g, (*parser).loopBody, false),
		piece(g, (*parser).doBody, true), piece(g, (*parser).doCondition, false),
		piece(g, (*parser).forOpen, false), piece(g, (*parser).forPart, false),
		piece(g, (*parser).forIterator, false), piece(g, (*parser).forBody, false),
	}
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

func (p *parser) loopCondition(f *frame) (loopCondition, error) {
	paren, ok := p.openParen(f.keyword, missingOpenParenAfterKeyword, p.text(f.keyword))
	if !ok {
		f.end = f.keyword.Extent
		return loopCondition{}, errBroken
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
	paren, ok := p.openParen(f.keyword, missingOpenParenAfterKeyword, word)
	if !ok {
		f.end = f.keyword.Extent
		return doCondition{}, errBroken
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

func (p *parser) forStatement(label, keyword token) Statement {
	tree, f := run(p, &p.grammar().fors, label, keyword)
	if !f.ok {
		return f.errorStatement(f.start())
	}
	return &ForStatement{
		Extent: f.start().through(f.end), Label: f.labelText(), Initializer: tree.Initializer.get().pipeline,
		Condition: tree.Condition.get().pipeline, Iterator: tree.Iterator.get().pipeline, Body: tree.Body.get().block,
	}
}

func (p *parser) forOpen(f *frame) (forOpen, error) {
	paren, ok := p.openParen(f.keyword, missingOpenParenAfterKeyword, "for")
	if !ok {
		f.end = f.keyword.Extent
		return forOpen{}, errBroken
	}
	f.end = paren.Extent
	return forOpen{}, nil
}

// forPart reads a pipeline, or none, and the semicolon behind it.
func (p *parser) forPart(f *frame) (forPart, error) {
	part := forPart{p.forPipeline(f)}
	if semicolon, ok := p.accept(TokenSemi); ok {
		f.end = semicolon.Extent
	}
	p.skipNewlines()
	return part, nil
}

func (p *parser) forPipeline(f *frame) PipelineBase {
	pipeline := p.pipelineChain()
	if pipeline != nil {
		f.end = pipeline.Span()
		f.nested = append(f.nested, pipeline)
	}
	return pipeline
}

func (p *parser) forIterator(f *frame) (forIterator, error) {
	part := forIterator{p.forPipeline(f)}
	p.skipNewlines()
	var closed bool
	if f.last, closed = p.accept(TokenRParen); !closed {
		p.reportOpen(f.end.after(), missingEndParenAfterStatement, "for")
		return part, errBroken
	}
	return part, nil
}

func (p *parser) forBody(f *frame) (forBody, error) {
	block := p.statementBlock()
	f.end = f.last.Extent
	if block == nil {
		p.reportOpen(f.end.after(), missingLoopStatement, "for")
		return forBody{}, errBroken
	}
	f.end = block.Extent
	return forBody{block}, nil
}
