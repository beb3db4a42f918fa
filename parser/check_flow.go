package parser

import "strings"

// jump checks break and continue. A label that is no constant may be any.
func (c *checker) jump(s Statement, label Expression) {
	text, known := "", label == nil
	if constant, ok := label.(*StringConstantExpression); ok {
		text, known = constant.Value, true
	}
	c.leavesFinally(s, text, known)
	if text != "" {
		c.labelInMethod(s, text)
	}
}

// matchesLabel reports whether a jump goes to a loop.
func matchesLabel(jump, loop string) bool {
	return jump == "" || strings.EqualFold(jump, loop)
}

// loopLabel gives the label of a statement that can have one; of these switch
// is no loop.
func loopLabel(n Node) (label string, labeled, loop bool) {
	switch n := n.(type) {
	case *SwitchStatement:
		return n.Label, true, false
	case *ForEachStatement:
		return n.Label, true, true
	case *ForStatement:
		return n.Label, true, true
	case *WhileStatement:
		return n.Label, true, true
	case *DoWhileStatement:
		return n.Label, true, true
	case *DoUntilStatement:
		return n.Label, true, true
	}
	return "", false, false
}

// leavesFinally reports a statement that jumps out of a finally block
// (about_Try_Catch_Finally).
func (c *checker) leavesFinally(s Statement, label string, known bool) {
	for i := len(c.ancestors) - 1; i >= 0; i-- {
		switch n := c.ancestors[i].(type) {
		case *NamedBlock, *TrapStatement, *ScriptBlock:
			return
		case *StatementBlock:
			if i == 0 {
				return
			}
			if try, ok := c.ancestors[i-1].(*TryStatement); ok && try.Finally == n {
				c.report(s.Span(), controlLeavingFinally)
				return
			}
		}
		if target, labeled, _ := loopLabel(c.ancestors[i]); known && labeled && matchesLabel(label, target) {
			return
		}
	}
}

// labelInMethod reports a jump to a label that the method does not have.
func (c *checker) labelInMethod(s Statement, label string) {
	for i := len(c.ancestors) - 1; i >= 0; i-- {
		switch c.ancestors[i].(type) {
		case *FunctionDefinition:
			return
		case *FunctionMember:
			c.report(s.Span(), labelNotFound, label)
			return
		}
		if target, _, loop := loopLabel(c.ancestors[i]); loop && matchesLabel(label, target) {
			return
		}
	}
}

// returnValue reports a value returned from a method without one, and the
// opposite.
func (c *checker) returnValue(s *ReturnStatement) {
	method, ok := c.member().(*FunctionMember)
	if !ok {
		return
	}
	switch void := method.ReturnType == nil || isVoid(method.ReturnType.TypeName); {
	case void && s.Pipeline != nil:
		c.report(s.Extent, voidMethodReturns)
	case !void && s.Pipeline == nil:
		c.report(s.Extent, methodReturnsNothing)
	}
}

// catchOrder reports catch clauses that can never run.
func (c *checker) catchOrder(s *TryStatement) {
	for i, first := range s.CatchClauses {
		for _, second := range s.CatchClauses[i+1:] {
			if len(first.CatchTypes) == 0 {
				c.report(second.Extent.before(), emptyCatchNotLast)
				break
			}
			c.caughtTwice(first, second)
		}
	}
}

func (c *checker) caughtTwice(first, second *CatchClause) {
	for _, a := range first.CatchTypes {
		base, ok := c.typeOf(a.TypeName, false, 0)
		if !ok {
			continue
		}
		for _, b := range second.CatchTypes {
			if t, ok := c.typeOf(b.TypeName, false, 0); ok && (t.FullName == base.FullName || t.derivesFrom(base)) {
				c.report(b.Extent, exceptionAlreadyCaught, t.FullName)
			}
		}
	}
}
