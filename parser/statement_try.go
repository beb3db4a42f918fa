package parser

// tryReader reads the clauses of one try statement.
type tryReader struct {
	*parser
	statement TryStatement
	wrong     []Node // the types of catch clauses without a block
	end       Extent // how far the statement goes if it ends here
	broken    bool   // a mistake was reported, the rest is read all the same
}

// tryStatement reads a try statement behind its keyword.
//
//	try-statement = "try" statement-block { catch-clause } [ "finally" statement-block ] .
func (p *parser) tryStatement(keyword token) Statement {
	r := tryReader{parser: p, end: keyword.Extent}
	r.clauses(keyword)
	if !r.broken && r.statement.CatchClauses == nil && r.statement.Finally == nil {
		p.reportOpen(r.end.after(), missingCatchOrFinally)
		r.broken = true
	}
	if r.broken {
		return r.errorStatement(keyword)
	}
	s := p.slabs.tries.keep(r.statement)
	s.Extent = keyword.through(r.end)
	p.doubt(!p.arePlainCatches(s.CatchClauses))
	return s
}

// errorStatement holds what has been read of a broken statement, but for its
// finally block.
func (r *tryReader) errorStatement(keyword token) *ErrorStatement {
	e := &ErrorStatement{Extent: keyword.through(r.end)}
	if r.statement.Body != nil {
		e.Nested = append(e.Nested, r.statement.Body)
	}
	for _, c := range r.statement.CatchClauses {
		e.Nested = append(e.Nested, c)
	}
	e.Nested = append(e.Nested, r.wrong...)
	return e
}

// clauses reads all blocks. After a broken catch clause only finally may follow.
func (r *tryReader) clauses(keyword token) {
	r.skipNewlines()
	body := r.statementBlock()
	if body == nil {
		r.reportOpen(keyword.after(), missingTryBlock)
		r.broken = true
		return
	}
	r.statement.Body, r.end = body, body.Extent
	whole := true
	first := r.lists.catches.begin()
	for whole && r.lookPastNewlines(TokenCatch, TokenFinally) && r.peek().kind == TokenCatch {
		whole = r.catchClause(r.next())
	}
	r.statement.CatchClauses = r.lists.catches.end(first)
	if !whole {
		r.lookPastNewlines(TokenFinally)
	}
	if r.peek().kind == TokenFinally {
		r.finally(r.next())
	}
}

// catchClause reads the types and the block of a catch clause; it reports false
// when there is no block.
//
//	catch-clause = "catch" [ type { "," type } ] statement-block .
func (r *tryReader) catchClause(keyword token) bool {
	first := r.lists.catchTypes.begin()
	comma := r.catchTypes()
	types := r.lists.catchTypes.end(first)
	block := r.statementBlock()
	if block == nil {
		r.missingCatchBlock(keyword, types, comma)
		return false
	}
	clause := r.slabs.catches.keep(CatchClause{Extent: keyword.through(block.Extent), CatchTypes: types, Body: block})
	r.lists.catches.add(clause)
	if !r.broken {
		r.end = block.Extent
	}
	return true
}

func (r *tryReader) missingCatchBlock(keyword token, types []*TypeConstraint, comma token) {
	if !r.broken || comma.kind != TokenComma {
		r.end = keyword.Extent
		if len(types) > 0 {
			r.end = types[len(types)-1].Extent
		}
		r.reportOpen(r.end.after(), missingCatchBlock)
	}
	for _, t := range types {
		r.wrong = append(r.wrong, t)
	}
	r.broken = true
}

// catchTypes reads the types of a catch clause into the list that has been begun
// and gives the comma that no type follows.
func (r *tryReader) catchTypes() token {
	comma := token{}
	for {
		at := r.restorePoint()
		r.skipNewlines()
		a := r.attribute()
		if a == nil {
			if comma.kind == TokenComma {
				r.end, r.broken = comma.Extent, true
				r.reportOpen(r.end.after(), missingTypeLiteral)
			}
			return comma
		}
		constraint, ok := a.(*TypeConstraint)
		if !ok {
			r.resync(at)
			return token{}
		}
		r.lists.catchTypes.add(constraint)
		r.skipNewlines()
		if comma, ok = r.accept(TokenComma); !ok {
			return token{}
		}
	}
}

// finally reads the last block, which no jump may leave.
func (r *tryReader) finally(keyword token) {
	jumps := r.jumps
	block := r.statementBlock()
	r.doubt(r.jumps != jumps)
	if block == nil {
		r.end, r.broken = keyword.Extent, true
		r.reportOpen(r.end.after(), missingFinallyBlock)
		return
	}
	r.statement.Finally = block
	if !r.broken {
		r.end = block.Extent
	}
}
