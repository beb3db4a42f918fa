package parser

import (
	"strings"

	"github.com/alecthomas/participle/v2"
)

// switchProduction is a switch statement.
type switchProduction struct {
	Options   part[switchOptions]   `parser:"Switch @@"`
	Condition part[switchCondition] `parser:"@@"`
	Body      part[switchBody]      `parser:"@@"`
}

type (
	switchOptions struct {
		flags SwitchFlags
		file  PipelineBase
	}
	switchCondition struct{ pipeline PipelineBase }
	switchBody      struct {
		clauses  []SwitchClause
		fallback *StatementBlock
	}
)

func switchPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).switchOptions, false), piece(g, (*parser).switchCondition, false), piece(g, (*parser).switchBody, false),
	}
}

func (p *parser) switchStatement(label, keyword token) Statement {
	tree, f := run(p, &p.grammar().switches, label, keyword)
	if !f.ok || f.broken {
		s := f.errorStatement(f.start())
		s.Kind = keyword.kind
		return s
	}
	s := &SwitchStatement{
		Extent: f.start().through(f.end), Label: f.labelText(), Flags: tree.Options.get().flags,
		Condition: tree.Condition.get().pipeline, Clauses: tree.Body.get().clauses, Default: tree.Body.get().fallback,
	}
	if s.Condition == nil {
		s.Condition = tree.Options.get().file
	}
	return s
}

// failOpen reports a mistake in a switch statement, which goes on. After one
// that more text could mend the mistakes that follow from it are not reported.
func (f *frame) failOpen(p *parser, what problem) {
	f.broken = true
	f.incomplete = p.reportOpen(f.end.after(), what)
}

func (p *parser) switchOptions(f *frame) (switchOptions, error) {
	var o switchOptions
	f.end = f.start()
	p.skipNewlines()
	for {
		t, ok := p.accept(TokenParameter)
		if !ok {
			f.flags, f.hasFile = o.flags, o.file != nil
			return o, nil
		}
		f.end = t.Extent
		switch {
		case isParameter(t, "regex"):
			o.flags = o.flags&^SwitchWildcard | SwitchRegex
		case isParameter(t, "wildcard"):
			o.flags = o.flags&^SwitchRegex | SwitchWildcard
		case isParameter(t, "exact"):
			o.flags &^= SwitchRegex | SwitchWildcard
		case isParameter(t, "casesensitive"):
			o.flags |= SwitchCaseSensitive
		case isParameter(t, "parallel"):
			o.flags |= SwitchParallel
			p.doubt(true)
		case isParameter(t, "file"):
			o.flags |= SwitchFile
			o.file = p.switchFile(f)
		default:
			f.broken = true
			p.report(t.Extent, invalidSwitchFlag, t.value)
		}
	}
}

// switchFile reads the name of the file behind -file.
func (p *parser) switchFile(f *frame) PipelineBase {
	p.skipNewlines()
	name := p.singleArgument(contextFile)
	if name == nil {
		f.failOpen(p, missingFilenameOption)
		return nil
	}
	f.end = name.Span()
	return &Pipeline{Extent: f.end, Elements: []CommandBase{&CommandExpression{Extent: f.end, Expression: name}}}
}

// switchCondition reads the condition in parentheses, which -file replaces.
func (p *parser) switchCondition(f *frame) (switchCondition, error) {
	paren, ok := p.accept(TokenLParen)
	if !ok {
		if !f.hasFile && f.flags&SwitchFile == 0 {
			f.failOpen(p, pipelineValueRequired)
		}
		return switchCondition{}, nil
	}
	f.end = paren.Extent
	if f.flags&SwitchFile != 0 {
		f.broken = true
		p.report(paren.Extent, pipelineValueRequired)
	}
	p.skipNewlines()
	c := switchCondition{p.pipelineChain()}
	if c.pipeline == nil {
		f.failOpen(p, pipelineValueRequired)
	} else {
		f.end = c.pipeline.Span()
		f.nested = append(f.nested, c.pipeline)
	}
	p.skipNewlines()
	if end, closed := p.accept(TokenRParen); closed {
		f.end = end.Extent
	} else if !f.incomplete {
		f.failOpen(p, missingSwitchEndParen)
	}
	return c, nil
}

// switchBody reads the clauses in braces.
//
//	switch-body = "{" { argument statement-block } "}" .
func (p *parser) switchBody(f *frame) (switchBody, error) {
	var body switchBody
	p.skipNewlines()
	brace, ok := p.accept(TokenLCurly)
	if !ok {
		if !f.incomplete {
			f.failOpen(p, missingSwitchCurly)
		}
		return body, nil
	}
	f.end = brace.Extent
	p.skipNewlines()
	for p.switchClause(f, &body) {
		p.skipSeparators()
		if end, ok := p.accept(TokenRCurly); ok {
			f.end = end.Extent
			break
		}
		if end := p.peek(); end.kind == TokenEndOfInput {
			if !f.incomplete {
				f.broken = true
				p.reportOpenAt(brace.Extent, end.Extent, missingEndCurlyBrace)
			}
			break
		}
	}
	return body, nil
}

// switchClause reads one clause; it reports false when there is none.
func (p *parser) switchClause(f *frame, body *switchBody) bool {
	pattern := p.singleArgument(contextSwitch)
	if pattern == nil {
		f.broken = true
		p.reportOpen(f.end.after(), missingSwitchCondition)
		p.accept(TokenRCurly)
		return false
	}
	f.nested, f.end = append(f.nested, pattern), pattern.Span()
	block := p.statementBlock()
	if block == nil {
		f.failOpen(p, missingSwitchClause)
		return true
	}
	f.nested, f.end = append(f.nested, block), block.Extent
	word, ok := pattern.(*StringConstantExpression)
	if !ok || word.Kind != BareWord || !strings.EqualFold(word.Value, "default") {
		body.clauses = append(body.clauses, SwitchClause{pattern, block})
		return true
	}
	if body.fallback != nil {
		f.broken = true
		p.report(word.Extent, multipleSwitchDefaults)
	}
	body.fallback = block
	return true
}
