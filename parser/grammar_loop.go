package parser

import (
	"strings"

	"github.com/alecthomas/participle/v2"
)

// forProduction is a for loop.
type forProduction struct {
	Open        part[forOpen]     `parser:"For @@"`
	Initializer part[forPart]     `parser:"@@"`
	Condition   part[forPart]     `parser:"@@"`
	Iterator    part[forIterator] `parser:"@@"`
	Body        part[forBody]     `parser:"@@"`
}

// foreachProduction is a foreach loop.
type foreachProduction struct {
	Options  part[foreachOptions]  `parser:"Foreach @@"`
	Variable part[foreachVariable] `parser:"@@"`
	Values   part[foreachValues]   `parser:"In @@"`
	Body     part[foreachBody]     `parser:"@@"`
}

type (
	forOpen     struct{}
	forPart     struct{ pipeline PipelineBase }
	forIterator struct{ pipeline PipelineBase }
	forBody     struct{ block *StatementBlock }

	foreachOptions struct {
		parallel      bool
		throttleLimit Expression
	}
	foreachVariable struct{ variable *VariableExpression }
	foreachValues   struct{ pipeline PipelineBase }
	foreachBody     struct{ block *StatementBlock }
)

func loopPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).forOpen, false), piece(g, (*parser).forPart, false),
		piece(g, (*parser).forIterator, false), piece(g, (*parser).forBody, false),
		piece(g, (*parser).foreachOptions, false), piece(g, (*parser).foreachVariable, true),
		piece(g, (*parser).foreachValues, false), piece(g, (*parser).foreachBody, false),
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
	paren, err := p.openParen(f, missingOpenParenAfterKeyword, "for")
	if err == nil {
		f.end = paren.Extent
	}
	return forOpen{}, err
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

func (p *parser) forEachStatement(label, keyword token) Statement {
	start := keyword.Extent
	if label.kind == TokenLabel {
		start = label.Extent
	}
	tree, f := run(p, &p.grammar().foreachs, label, keyword)
	if !f.ok {
		return f.errorStatement(start)
	}
	return &ForEachStatement{
		Extent: start.through(f.end), Label: f.labelText(), Parallel: tree.Options.get().parallel, ThrottleLimit: tree.Options.get().throttleLimit,
		Variable: tree.Variable.get().variable, Condition: tree.Values.get().pipeline, Body: tree.Body.get().block,
	}
}

// isParameter reports whether a parameter is a name, perhaps shortened.
func isParameter(t token, name string) bool {
	return len(t.value) <= len(name) && strings.EqualFold(t.value, name[:len(t.value)])
}

// foreachOptions reads -parallel and -throttlelimit and the parenthesis.
func (p *parser) foreachOptions(f *frame) (foreachOptions, error) {
	var o foreachOptions
	wrong := false
	p.skipNewlines()
	for {
		t, ok := p.accept(TokenParameter)
		if !ok {
			break
		}
		switch {
		case isParameter(t, "parallel"):
			o.parallel = true
		case isParameter(t, "throttlelimit"):
			p.skipNewlines()
			if o.throttleLimit = p.singleArgument(contextArgument); o.throttleLimit == nil {
				p.reportOpen(t.after(), missingThrottleLimit)
			}
		default:
			wrong = true
			p.report(t.Extent, invalidForeachFlag, t.value)
		}
		p.skipNewlines()
	}
	p.doubt(o.parallel || o.throttleLimit != nil)
	paren, err := p.openParen(f, missingOpenParenAfterKeyword, "foreach")
	if err == nil {
		f.end = paren.Extent
		f.broken = wrong
	}
	return o, err
}

func (p *parser) foreachVariable(f *frame) (foreachVariable, error) {
	t := p.next()
	if t.kind != TokenVariable && t.kind != TokenSplattedVariable {
		p.unget(t)
		p.reportOpen(f.end.after(), missingForeachVariable)
		return foreachVariable{}, errBroken
	}
	v := p.newVariable(t)
	f.nested, f.end = append(f.nested, v), v.Extent
	p.skipNewlines()
	if p.peek().kind != TokenIn {
		p.reportOpen(f.end.after(), missingForeachIn)
		return foreachVariable{}, errBroken
	}
	return foreachVariable{v}, nil
}

func (p *parser) foreachValues(f *frame) (foreachValues, error) {
	p.skipNewlines()
	pipeline := p.pipelineChain()
	if pipeline == nil {
		f.end = f.keyword.Extent
		p.reportOpen(f.end.after(), missingForeachExpression)
		return foreachValues{}, errBroken
	}
	f.nested, f.end = append(f.nested, pipeline), pipeline.Span()
	p.skipNewlines()
	var closed bool
	if f.last, closed = p.accept(TokenRParen); !closed {
		p.reportOpen(f.end.after(), missingForeachEndParen)
		return foreachValues{}, errBroken
	}
	return foreachValues{pipeline}, nil
}

func (p *parser) foreachBody(f *frame) (foreachBody, error) {
	block := p.statementBlock()
	f.end = f.last.Extent
	if block == nil {
		p.reportOpen(f.end.after(), missingForeachStatement)
		return foreachBody{}, errBroken
	}
	f.end = block.Extent
	if f.broken {
		f.nested = append(f.nested, block)
		return foreachBody{}, errBroken
	}
	return foreachBody{block}, nil
}
