package parser

import "slices"

// pipelineChain reads an assignment, or pipelines joined by && and ||; it gives
// nil when there is none of these.
//
//	pipeline-chain = expression assignment-operator statement
//	               | pipeline { ( "&&" | "||" ) pipeline } [ "&" ] .
func (p *parser) pipelineChain() PipelineBase {
	var e Expression
	if !p.startsCommand() {
		mode := p.setMode(modeExpression)
		e = p.expression()
		if e != nil && p.peek().kind.IsAssignmentOperator() {
			operator := p.next()
			p.setMode(mode)
			return p.assignment(e, operator)
		}
		p.setMode(mode)
	}

	var chain PipelineBase
	operator := token{}
	for length := 0; length < maxChain; length++ {
		var first token
		if chain != nil {
			first = *p.peek()
		}
		pipeline := p.pipeline(e)
		e = nil
		if pipeline == nil {
			return p.missingPipeline(chain, operator, first)
		}
		chain = joinChain(chain, operator, pipeline)
		switch operator = *p.peek(); operator.kind {
		case TokenAndAnd, TokenOrOr:
			p.skip()
			p.skipNewlines()
		case TokenAmpersand:
			p.skip()
			return p.background(chain, operator)
		default:
			return chain
		}
	}
	p.stop()
	return chain
}

// startsCommand reports whether the token that has been looked at is a word of a
// command, with which no expression begins.
func (p *parser) startsCommand() bool {
	if !p.hasUngot || p.lex.mode != modeCommand {
		return false
	}
	switch t := &p.lex.token; t.kind {
	case TokenIdentifier:
		return true
	case TokenGeneric:
		return isLetter(p.source.Text[min(int(t.Start), len(p.source.Text)-1)])
	}
	return false
}

// joinChain puts a pipeline behind the chain that the operator continues.
func joinChain(chain PipelineBase, operator token, pipeline *Pipeline) PipelineBase {
	if chain == nil {
		return pipeline
	}
	return &PipelineChain{Extent: chain.Span().through(pipeline.Extent), Operator: operator.kind, Left: chain, Right: pipeline}
}

// assignment reads the right side of an assignment. A lone expression there is
// no pipeline.
func (p *parser) assignment(left Expression, operator token) PipelineBase {
	p.doubt(!isPlainTarget(left))
	a := p.slabs.assignments.keep(AssignmentStatement{Operator: operator.kind, Left: left, ErrorExtent: operator.Extent})
	if !p.enter() {
		p.leave()
		return &ErrorStatement{Extent: left.Span()}
	}
	defer p.leave()
	p.skipNewlines()
	a.Right = p.statement()
	if a.Right == nil {
		at := operator.after()
		p.reportOpen(at, expectedValueExpression, operator.kind.Text())
		a.Right = &ErrorStatement{Extent: at}
	}
	a.Right = unwrap(a.Right)
	a.Extent = left.Span().through(a.Right.Span())
	return a
}

// unwrap gives the lone expression of a pipeline instead of the pipeline.
func unwrap(s Statement) Statement {
	if pipeline, ok := s.(*Pipeline); ok && len(pipeline.Elements) == 1 && !pipeline.Background {
		if e, ok := pipeline.Elements[0].(*CommandExpression); ok {
			return e
		}
	}
	return s
}

// missingPipeline handles an operator of a chain that no pipeline follows, only
// the token next; it gives nil where there is no chain at all.
func (p *parser) missingPipeline(chain PipelineBase, operator, next token) PipelineBase {
	if chain == nil {
		return nil
	}
	if next.kind == TokenEndOfInput {
		p.reportOpen(operator.after(), emptyChainElement)
		return chain
	}
	p.report(operator.through(next.Extent), emptyChainElement)
	return &ErrorStatement{Extent: chain.Span().through(operator.Extent), Kind: operator.kind, Nested: []Node{chain}}
}

// background marks a chain that runs as a job; nothing may be chained to it.
func (p *parser) background(chain PipelineBase, ampersand token) PipelineBase {
	if next := *p.peek(); next.kind == TokenAndAnd || next.kind == TokenOrOr {
		p.skip()
		p.report(next.Extent, backgroundInChain)
		return &ErrorStatement{Extent: chain.Span().through(ampersand.Extent)}
	}
	switch chain := chain.(type) {
	case *Pipeline:
		chain.Background = true
		chain.End = ampersand.End
	case *PipelineChain:
		chain.Background = true
		chain.End = ampersand.End
	}
	return chain
}

// pipeline reads commands joined by |, of which the first can be an expression,
// given as first when it has been read already.
//
//	pipeline = ( expression { redirection } | command ) { "|" command } .
func (p *parser) pipeline(first Expression) *Pipeline {
	list := p.lists.commands.begin()
	found := false
	pipe := Extent{} // the latest one
	for more := true; more; pipe, more = p.pipe() {
		element := p.pipelineElement(first, found)
		first = nil
		if element != nil {
			found = true
			p.lists.commands.add(element)
		} else if found || p.peek().kind == TokenPipe {
			at := p.peek().Extent
			if pipe.End > 0 {
				at = pipe.after()
			}
			p.reportOpen(at, emptyPipeElement)
		}
	}
	elements := p.lists.commands.end(list)
	if !found {
		return nil
	}
	all := elements[0].Span().through(elements[len(elements)-1].Span())
	return p.slabs.pipelines.keep(Pipeline{Extent: all, Elements: elements})
}

// pipe reads the | that continues a pipeline, perhaps on the next line. What
// cannot follow a pipeline is reported.
func (p *parser) pipe() (Extent, bool) {
	next := p.peek()
	if next.kind == TokenNewLine && p.lex.continuesWithPipe(next.End) {
		p.skipNewlines()
		next = p.peek()
	}
	switch next.kind {
	case TokenPipe:
		pipe := next.Extent
		p.skip()
		p.skipNewlines()
		if p.peek().kind == TokenEndOfInput {
			p.reportOpen(pipe.after(), emptyPipeElement)
			return pipe, false
		}
		return pipe, true
	case TokenSemi, TokenNewLine, TokenRParen, TokenRCurly, TokenEndOfInput, TokenAndAnd, TokenOrOr, TokenAmpersand:
	default:
		p.report(next.Extent, unexpectedToken, p.text(*next))
	}
	return Extent{}, false
}

// pipelineElement reads an expression with its redirections, or a command.
func (p *parser) pipelineElement(first Expression, further bool) CommandBase {
	if first == nil && !p.startsCommand() {
		mode := p.setMode(modeExpression)
		first = p.expression()
		p.setMode(mode)
	}
	if first == nil {
		if c := p.command(); c != nil {
			return c
		}
		return nil
	}
	if further {
		p.report(first.Span(), expressionsMustBeFirst)
	}
	e := p.slabs.commandExpressions.keep(CommandExpression{Extent: first.Span(), Expression: first})
	for {
		k := p.peek().kind
		if k != TokenRedirection && k != TokenRedirectInStd {
			return e
		}
		if r := p.redirection(p.next(), &e.Redirections); r != nil {
			e.Extent = first.Span().through(r.Span())
		}
	}
}

// redirection reads the target of a redirection and puts it into the list; it
// gives nil for < which is reserved.
func (p *parser) redirection(t token, list *[]Redirection) Redirection {
	if t.merging {
		return p.addRedirection(p.mergingRedirection(t), t.from, list)
	}
	location := p.singleArgument(contextFile)
	if location == nil {
		p.report(t.after(), missingFileSpecification)
		location = &ErrorExpression{Extent: t.Extent}
	}
	if t.kind == TokenRedirectInStd {
		p.report(t.Extent, redirectionNotSupported, p.text(t))
		return nil
	}
	r := &FileRedirection{Extent: t.through(location.Span()), From: t.from, Append: t.append, Location: location}
	return p.addRedirection(r, t.from, list)
}

func (p *parser) mergingRedirection(t token) Redirection {
	if t.to != StreamOutput || t.from == t.to {
		p.report(t.Extent, redirectionNotSupported, p.text(t))
	}
	return &MergingRedirection{Extent: t.Extent, From: t.from, To: StreamOutput}
}

// addRedirection adds a redirection unless its stream has one already. The list
// is in the order of the streams' numbers.
func (p *parser) addRedirection(r Redirection, from RedirectionStream, list *[]Redirection) Redirection {
	for _, other := range *list {
		if redirectedStream(other) == from {
			p.report(r.Span(), streamAlreadyRedirected, from.word())
			return r
		}
	}
	at := len(*list)
	for at > 0 && redirectedStream((*list)[at-1]) > from {
		at--
	}
	*list = slices.Insert(*list, at, r)
	return r
}

func redirectedStream(r Redirection) RedirectionStream {
	if f, ok := r.(*FileRedirection); ok {
		return f.From
	}
	return r.(*MergingRedirection).From
}

// word gives the stream's name within a sentence.
func (s RedirectionStream) word() string {
	return [...]string{"all", "output", "error", "warning", "verbose", "debug", "information"}[s]
}
