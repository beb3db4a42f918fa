package parser

import "github.com/alecthomas/participle/v2"

// trapProduction is a trap statement.
type trapProduction struct {
	Type part[trapType] `parser:"Trap @@"`
	Body part[trapBody] `parser:"@@"`
}

// blockProduction is a block of a workflow.
type blockProduction struct {
	Body part[workflowBlock] `parser:"( Parallel | Sequence ) @@"`
}

type (
	trapType      struct{ constraint *TypeConstraint }
	trapBody      struct{ block *StatementBlock }
	workflowBlock struct{ block *StatementBlock }
)

func blockPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).trapType, false), piece(g, (*parser).trapBody, false),
		piece(g, (*parser).workflowBlock, false),
	}
}

func (p *parser) trapStatement(keyword token) Statement {
	tree, f := run(p, &p.grammar().traps, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	return &TrapStatement{Extent: keyword.through(f.end), TrapType: tree.Type.get().constraint, Body: tree.Body.get().block}
}

// trapType reads the type of a trap if there is one. An attribute belongs to
// what stands behind the trap.
func (p *parser) trapType(f *frame) (trapType, error) {
	at := p.restorePoint()
	p.skipNewlines()
	a := p.attribute()
	constraint, ok := a.(*TypeConstraint)
	if !ok {
		if a != nil {
			p.resync(at)
		}
		return trapType{}, nil
	}
	f.nested, f.end = append(f.nested, constraint), constraint.Extent
	return trapType{constraint}, nil
}

func (p *parser) trapBody(f *frame) (trapBody, error) {
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(f.end.after(), missingTrapStatement)
		return trapBody{}, errBroken
	}
	f.end = block.Extent
	return trapBody{block}, nil
}

func (p *parser) blockStatement(keyword token) Statement {
	p.doubt(true)
	tree, f := run(p, &p.grammar().blocks, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	return &BlockStatement{Extent: keyword.through(f.end), Kind: keyword.kind, Body: tree.Body.get().block}
}

func (p *parser) workflowBlock(f *frame) (workflowBlock, error) {
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(f.keyword.after(), missingStatementAfterKeyword, p.text(f.keyword))
		return workflowBlock{}, errBroken
	}
	f.end = block.Extent
	return workflowBlock{block}, nil
}
