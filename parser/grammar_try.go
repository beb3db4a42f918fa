package parser

import "github.com/alecthomas/participle/v2"

// tryProduction is a try statement.
type tryProduction struct {
	Body    part[tryBody]     `parser:"Try @@"`
	Catches []part[tryCatch]  `parser:"( Catch @@ )*"`
	Finally part[finallyBody] `parser:"( Finally @@ )?"`
}

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
	tryBody       struct{ block *StatementBlock }
	tryCatch      struct{ clause *CatchClause }
	finallyBody   struct{ block *StatementBlock }
	trapType      struct{ constraint *TypeConstraint }
	trapBody      struct{ block *StatementBlock }
	workflowBlock struct{ block *StatementBlock }
)

func tryPieces(g *grammar) []participle.Option {
	return []participle.Option{
		piece(g, (*parser).tryBody, true), piece(g, (*parser).tryCatch, true), piece(g, (*parser).finallyBody, false),
		piece(g, (*parser).trapType, false), piece(g, (*parser).trapBody, false),
		piece(g, (*parser).workflowBlock, false),
	}
}

func (p *parser) tryStatement(keyword token) Statement {
	tree, f := run(p, &p.grammar().tries, token{}, keyword)
	if f.ok && !f.broken && len(tree.Catches) == 0 && tree.Finally == nil {
		p.reportOpen(f.end.after(), missingCatchOrFinally)
		f.broken = true
	}
	if !f.ok || f.broken {
		return f.errorStatement(keyword.Extent)
	}
	s := &TryStatement{Extent: keyword.through(f.end), Body: tree.Body.get().block}
	for _, c := range tree.Catches {
		s.CatchClauses = append(s.CatchClauses, c.get().clause)
	}
	p.doubt(!p.arePlainCatches(s.CatchClauses))
	if tree.Finally != nil {
		s.Finally = tree.Finally.get().block
	}
	return s
}

func (p *parser) tryBody(f *frame) (tryBody, error) {
	p.skipNewlines()
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(f.keyword.after(), missingTryBlock)
		return tryBody{}, errBroken
	}
	f.nested, f.end = append(f.nested, block), block.Extent
	p.lookPastNewlines(TokenCatch, TokenFinally)
	return tryBody{block}, nil
}

// tryCatch reads the types and the block of a catch clause. After a broken one
// only finally may follow.
func (p *parser) tryCatch(f *frame) (tryCatch, error) {
	keyword := f.keyword
	types, comma := p.catchTypes(f)
	block := p.statementBlock()
	if block == nil {
		if !f.broken || comma.kind != TokenComma {
			f.end = keyword.Extent
			if len(types) > 0 {
				f.end = types[len(types)-1].Extent
			}
			p.reportOpen(f.end.after(), missingCatchBlock)
		}
		for _, t := range types {
			f.nested = append(f.nested, t)
		}
		f.broken, f.hidden = true, TokenCatch
		p.lookPastNewlines(TokenFinally)
		return tryCatch{}, nil
	}
	clause := &CatchClause{Extent: keyword.through(block.Extent), CatchTypes: types, Body: block}
	f.nested = append(f.nested, clause)
	if !f.broken {
		f.end = block.Extent
	}
	p.lookPastNewlines(TokenCatch, TokenFinally)
	return tryCatch{clause}, nil
}

// catchTypes reads the types of a catch clause and gives the comma that no type
// follows.
func (p *parser) catchTypes(f *frame) ([]*TypeConstraint, token) {
	var types []*TypeConstraint
	comma := token{}
	for {
		at := p.restorePoint()
		p.skipNewlines()
		a := p.attribute()
		if a == nil {
			if comma.kind == TokenComma {
				f.end, f.broken = comma.Extent, true
				p.reportOpen(f.end.after(), missingTypeLiteral)
			}
			return types, comma
		}
		constraint, ok := a.(*TypeConstraint)
		if !ok {
			p.resync(at)
			return types, token{}
		}
		types = append(types, constraint)
		p.skipNewlines()
		if comma, ok = p.accept(TokenComma); !ok {
			return types, token{}
		}
	}
}

func (p *parser) finallyBody(f *frame) (finallyBody, error) {
	jumps := p.jumps
	block := p.statementBlock()
	p.doubt(p.jumps != jumps)
	if block == nil {
		f.end, f.broken = f.keyword.Extent, true
		p.reportOpen(f.end.after(), missingFinallyBlock)
		return finallyBody{}, errBroken
	}
	if !f.broken {
		f.end = block.Extent
	}
	return finallyBody{block}, nil
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

// valueStatement reads a statement that leaves a block, perhaps with a value.
// Like jumpStatement it is too small for a production.
//
//	value-statement = ( "return" | "throw" | "exit" ) [ pipeline-chain ] .
func (p *parser) valueStatement(keyword token) Statement {
	all := keyword.Extent
	value := p.pipelineChain()
	if value != nil {
		all = keyword.through(value.Span())
	}
	p.jumps++
	switch keyword.kind {
	case TokenReturn:
		return &ReturnStatement{Extent: all, Pipeline: value}
	case TokenThrow:
		return &ThrowStatement{Extent: all, Pipeline: value}
	}
	return &ExitStatement{Extent: all, Pipeline: value}
}

// jumpStatement reads a statement that goes to a loop, perhaps one with a label.
//
//	jump-statement = ( "break" | "continue" ) [ label ] .
func (p *parser) jumpStatement(keyword token) Statement {
	all := keyword.Extent
	label := p.labelOrKey()
	if label != nil {
		all = keyword.through(label.Span())
	}
	p.jumps++
	if keyword.kind == TokenBreak {
		return &BreakStatement{Extent: all, Label: label}
	}
	return &ContinueStatement{Extent: all, Label: label}
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
