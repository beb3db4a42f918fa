package parser

// ifStatement reads an if statement behind its keyword.
//
//	if-statement = "if" if-clause { "elseif" if-clause } [ "else" statement-block ] .
func (p *parser) ifStatement(keyword token) Statement {
	s := IfStatement{}
	first := p.lists.clauses.begin()
	end, whole := p.ifClauses(keyword, &s.Else)
	s.Clauses = p.lists.clauses.end(first)
	s.Extent = keyword.through(end)
	if whole {
		return p.slabs.ifs.keep(s)
	}
	return &ErrorStatement{Extent: s.Extent, Nested: partsOfClauses(s.Clauses)}
}

// partsOfClauses gives what has been read of the clauses of a broken statement.
func partsOfClauses(clauses []IfClause) []Node {
	var parts []Node
	for _, c := range clauses {
		if c.Condition != nil && !isMissing(c.Condition) {
			parts = append(parts, c.Condition)
		}
		if c.Body != nil {
			parts = append(parts, c.Body)
		}
	}
	return parts
}

// isMissing reports whether a statement stands for nothing at all.
func isMissing(s Statement) bool {
	e, ok := s.(*ErrorStatement)
	return ok && e.Start == e.End
}

// ifClauses reads the clauses into the list that has been begun. It gives the
// end of the statement and whether that is whole.
func (p *parser) ifClauses(keyword token, otherwise **StatementBlock) (Extent, bool) {
	for {
		clause, end, ok := p.ifClause(keyword)
		p.lists.clauses.add(clause)
		if !ok || !p.lookPastNewlines(TokenElseIf, TokenElse) {
			return end, ok
		}
		keyword = p.next()
		if keyword.kind == TokenElseIf {
			continue
		}
		p.skipNewlines()
		*otherwise = p.statementBlock()
		if *otherwise == nil {
			p.reportOpen(keyword.after(), missingStatementBlockAfterElse)
			return keyword.Extent, false
		}
		return (*otherwise).Extent, true
	}
}

// ifClause reads a condition in parentheses and a block behind if or elseif. It
// gives the place where the clause ends and whether it is whole.
func (p *parser) ifClause(keyword token) (IfClause, Extent, bool) {
	condition, end, ok := p.ifCondition(keyword)
	if !ok {
		return IfClause{Condition: condition}, end, false
	}
	p.skipNewlines()
	block := p.statementBlock()
	if block == nil {
		p.reportOpen(end, missingStatementBlock, p.text(keyword))
		return IfClause{Condition: condition}, end, false
	}
	return IfClause{condition, block}, block.Extent, true
}

func (p *parser) ifCondition(keyword token) (PipelineBase, Extent, bool) {
	word := p.text(keyword)
	paren, ok := p.openParen(keyword, missingOpenParenInIf, word)
	if !ok {
		return nil, keyword.Extent, false
	}
	c := p.pipelineChain()
	if c == nil {
		p.reportOpen(paren.after(), ifMissingCondition, word)
		c = &ErrorStatement{Extent: paren.after()}
	}
	p.skipNewlines()
	end, closed := p.accept(TokenRParen)
	if closed {
		return c, end.Extent, true
	}
	at := p.peek().Extent
	if _, wrong := c.(*ErrorStatement); !wrong {
		p.reportOpen(at, missingEndParenAfterStatement, word)
	}
	return c, at.before(), false
}
