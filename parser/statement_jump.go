package parser

// valueStatement reads a statement that leaves a block, perhaps with a value.
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
		return p.slabs.returns.keep(ReturnStatement{Extent: all, Pipeline: value})
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
