package parser

import "strings"

// foreachReader reads the parts of one foreach statement.
type foreachReader struct {
	*parser
	keyword   token
	statement ForEachStatement
	end       Extent // how far the statement goes if it ends here
	wrong     bool   // a parameter is none; the rest is read all the same
}

// forEachStatement reads a foreach statement behind its keyword.
//
//	foreach-statement = "foreach" { parameter } "(" variable "in" pipeline-chain ")" statement-block .
func (p *parser) forEachStatement(label, keyword token) Statement {
	r := foreachReader{parser: p, keyword: keyword, end: keyword.Extent}
	whole := r.parameters() && r.variable() && r.values() && r.body()
	start := keyword.Extent
	if label.kind == TokenLabel {
		start, r.statement.Label = label.Extent, label.value
	}
	all := start.through(r.end)
	if whole && !r.wrong {
		s := p.slabs.foreachs.keep(r.statement)
		s.Extent = all
		return s
	}
	e := &ErrorStatement{Extent: all}
	if s := &r.statement; s.Variable != nil {
		e.Nested = append(e.Nested, s.Variable)
	}
	if r.statement.Condition != nil {
		e.Nested = append(e.Nested, r.statement.Condition)
	}
	if r.statement.Body != nil {
		e.Nested = append(e.Nested, r.statement.Body)
	}
	return e
}

// isParameter reports whether a parameter is a name, perhaps shortened.
func isParameter(t token, name string) bool {
	return len(t.value) <= len(name) && strings.EqualFold(t.value, name[:len(t.value)])
}

// parameters reads -parallel and -throttlelimit and the parenthesis.
func (r *foreachReader) parameters() bool {
	r.skipNewlines()
	for r.peek().kind == TokenParameter {
		t := r.next()
		switch {
		case isParameter(t, "parallel"):
			r.statement.Parallel = true
		case isParameter(t, "throttlelimit"):
			r.skipNewlines()
			if r.statement.ThrottleLimit = r.singleArgument(contextArgument); r.statement.ThrottleLimit == nil {
				r.reportOpen(t.after(), missingThrottleLimit)
			}
		default:
			r.wrong = true
			r.report(t.Extent, invalidForeachFlag, t.value)
		}
		r.skipNewlines()
	}
	r.doubt(r.statement.Parallel || r.statement.ThrottleLimit != nil)
	paren, ok := r.openParen(r.keyword, missingOpenParenAfterKeyword, "foreach")
	if ok {
		r.end = paren.Extent
	}
	return ok
}

func (r *foreachReader) variable() bool {
	t := r.next()
	if t.kind != TokenVariable && t.kind != TokenSplattedVariable {
		r.unget(t)
		r.reportOpen(r.end.after(), missingForeachVariable)
		return false
	}
	r.statement.Variable, r.end = r.newVariable(t), t.Extent
	r.skipNewlines()
	if r.peek().kind != TokenIn {
		r.reportOpen(r.end.after(), missingForeachIn)
		return false
	}
	return true
}

// values reads the word in, the values and the closing parenthesis.
func (r *foreachReader) values() bool {
	in := r.next()
	r.skipNewlines()
	values := r.pipelineChain()
	if values == nil {
		r.end = in.Extent
		r.reportOpen(in.after(), missingForeachExpression)
		return false
	}
	r.statement.Condition, r.end = values, values.Span()
	r.skipNewlines()
	paren, closed := r.accept(TokenRParen)
	if !closed {
		r.reportOpen(r.end.after(), missingForeachEndParen)
		return false
	}
	r.end = paren.Extent
	return true
}

func (r *foreachReader) body() bool {
	block := r.statementBlock()
	if block == nil {
		r.reportOpen(r.end.after(), missingForeachStatement)
		return false
	}
	r.statement.Body, r.end = block, block.Extent
	return true
}
