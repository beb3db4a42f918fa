package parser

import "github.com/alecthomas/participle/v2"

// forProduction is a for loop.
type forProduction struct {
	Open        part[forOpen]     `parser:"For @@"`
	Initializer part[forPart]     `parser:"@@"`
	Condition   part[forPart]     `parser:"@@"`
	Iterator    part[forIterator] `parser:"@@"`
	Body        part[forBody]     `parser:"@@"`
}

type (
	forOpen     struct{}
	forPart     struct{ pipeline PipelineBase }
	forIterator struct{ pipeline PipelineBase }
	forBody     struct{ block *StatementBlock }
)

func loopPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).forOpen, false), piece(g, (*parser).forPart, false),
		piece(g, (*parser).forIterator, false), piece(g, (*parser).forBody, false),
	}
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
