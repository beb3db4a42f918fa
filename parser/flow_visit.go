package parser

import "strings"

func (g *flowGraph) statements(list []Statement) {
	for _, s := range list {
		g.visit(s)
	}
}

// visit adds a statement or an expression to the graph. Script blocks and
// functions have variables of their own.
func (g *flowGraph) visit(n Node) {
	switch n := n.(type) {
	case *FunctionDefinition, *ScriptBlockExpression, *TrapStatement, *UsingExpression, *ErrorStatement, *ErrorExpression, *TypeDefinition:
	case *VariableExpression:
		g.read(n)
	case *AssignmentStatement:
		g.visit(n.Right)
		g.assign(n.Left)
	case *StatementBlock:
		g.statements(n.Statements)
	case *BinaryExpression:
		g.binary(n)
	case *TernaryExpression:
		g.choice(n)
	case *Pipeline:
		g.pipeline(n)
	case *DataStatement:
		g.statements(n.Body.Statements)
		if n.Variable != "" {
			g.add(flowStep{variable: g.variable(n.Variable)})
		}
	case Statement:
		g.control(n)
	default:
		children(n, g.visit)
	}
}

// control adds a statement that branches, loops or leaves.
func (g *flowGraph) control(s Statement) {
	switch s := s.(type) {
	case *IfStatement:
		g.ifStatement(s)
	case *SwitchStatement:
		g.loop(s.Label, func() { g.visit(s.Condition); g.add(flowStep{variable: g.variable("switch")}) }, func() { g.switchBody(s) }, nil)
	case *ForEachStatement:
		g.forEach(s)
	case *ForStatement:
		g.forStatement(s)
	case *WhileStatement:
		g.loop(s.Label, func() { g.visit(s.Condition) }, func() { g.visit(s.Body) }, nil)
	case *DoWhileStatement:
		g.doLoop(s.Label, s.Body, s.Condition)
	case *DoUntilStatement:
		g.doLoop(s.Label, s.Body, s.Condition)
	case *TryStatement:
		g.try(s)
	case *BreakStatement:
		g.jump(s.Label, func(l flowLoop) *flowBlock { return l.after })
	case *ContinueStatement:
		g.jump(s.Label, func(l flowLoop) *flowBlock { return l.repeat })
	case *ReturnStatement, *ThrowStatement, *ExitStatement:
		children(s, g.visit)
		g.leave()
	default:
		children(s, g.visit)
	}
}

func (g *flowGraph) read(v *VariableExpression) {
	if !isAnyLocal(v) {
		return
	}
	variable := g.variable(v.Name)
	if !variable.dynamic {
		g.add(flowStep{variable: variable, read: v})
	}
	variable.reads = append(variable.reads, v)
}

// assign adds an assignment to each target. With attributes or several types a
// variable has no fixed place.
func (g *flowGraph) assign(e Expression) {
	switch n := e.(type) {
	case *ParenExpression:
		if inner := loneExpression(n.Pipeline); inner != nil {
			g.assign(inner)
		}
		return
	case *ArrayLiteral:
		for _, element := range n.Elements {
			g.assign(element)
		}
		return
	}
	types, attributes := 0, false
	target := e
	for {
		if n, ok := target.(*ConvertExpression); ok {
			types++
			target = n.Child
		} else if n, ok := target.(*AttributedExpression); ok {
			attributes = true
			target = n.Child
		} else {
			break
		}
	}
	v, ok := target.(*VariableExpression)
	switch {
	case !ok:
		g.visit(e)
	case !isAnyLocal(v):
	case attributes || types > 1:
		g.variable(v.Name).dynamic = true
	default:
		g.add(flowStep{variable: g.variable(v.Name)})
	}
}

func (g *flowGraph) binary(n *BinaryExpression) {
	g.visit(n.Left)
	if n.Operator != TokenAnd && n.Operator != TokenOr {
		g.visit(n.Right)
		return
	}
	after := &flowBlock{}
	g.current.flowsTo(after)
	g.branch()
	g.visit(n.Right)
	g.current.flowsTo(after)
	g.current = after
}

func (g *flowGraph) choice(n *TernaryExpression) {
	g.visit(n.Condition)
	before, after := g.current, &flowBlock{}
	for _, e := range [...]Expression{n.IfTrue, n.IfFalse} {
		g.current = before
		g.branch()
		g.visit(e)
		g.current.flowsTo(after)
	}
	g.current = after
}

// pipeline adds commands. Each may break out of a loop, or continue it.
func (g *flowGraph) pipeline(n *Pipeline) {
	invokes := false
	for _, element := range n.Elements {
		children(element, g.visit)
		if _, ok := element.(*Command); ok {
			invokes = true
		}
	}
	if !invokes || len(g.loops) == 0 {
		return
	}
	for _, l := range g.loops {
		g.current.flowsTo(l.after)
		g.current.flowsTo(l.repeat)
	}
	g.branch()
}

func (g *flowGraph) ifStatement(s *IfStatement) {
	after := &flowBlock{}
	if s.Else == nil {
		g.current.flowsTo(after)
	}
	for i, clause := range s.Clauses {
		next := after
		if i < len(s.Clauses)-1 || s.Else != nil {
			next = &flowBlock{}
		}
		g.visit(clause.Condition)
		condition := g.current
		g.branch()
		condition.flowsTo(next)
		g.visit(clause.Body)
		g.current.flowsTo(after)
		g.current = next
	}
	if s.Else != nil {
		g.visit(s.Else)
		g.current.flowsTo(after)
	}
	g.current = after
}

func (g *flowGraph) switchBody(s *SwitchStatement) {
	after := &flowBlock{}
	for i, clause := range s.Clauses {
		last := i == len(s.Clauses)-1 && s.Default == nil
		next := after
		if !last {
			next = &flowBlock{}
		}
		g.visit(clause.Pattern)
		g.current.flowsTo(next)
		g.branch()
		g.visit(clause.Body)
		if !last {
			g.current.flowsTo(next)
			g.current = next
		}
	}
	if s.Default != nil {
		g.current.flowsTo(after)
		g.visit(s.Default)
	}
	g.current.flowsTo(after)
	g.current = after
}

// loop adds a loop that tests its condition, if there is one, before the body;
// step runs before each further test.
func (g *flowGraph) loop(label string, condition, body, step func()) {
	repeat, after := &flowBlock{}, &flowBlock{}
	if step != nil {
		test := &flowBlock{}
		g.current.flowsTo(test)
		g.current = repeat
		step()
		g.current.flowsTo(test)
		g.current = test
	} else {
		g.current.flowsTo(repeat)
		g.current = repeat
	}
	if condition != nil {
		condition()
		g.current.flowsTo(after)
	}
	g.loops = append(g.loops, flowLoop{label, after, repeat})
	g.branch()
	body()
	g.current.flowsTo(repeat)
	g.current = after
	g.loops = g.loops[:len(g.loops)-1]
}

func (g *flowGraph) forStatement(s *ForStatement) {
	if s.Initializer != nil {
		g.visit(s.Initializer)
	}
	var condition, step func()
	if s.Condition != nil {
		condition = func() { g.visit(s.Condition) }
	}
	if s.Iterator != nil {
		step = func() { g.visit(s.Iterator) }
	}
	g.loop(s.Label, condition, func() { g.visit(s.Body) }, step)
}

func (g *flowGraph) forEach(s *ForEachStatement) {
	after := &flowBlock{}
	g.loop(s.Label, func() {
		g.visit(s.Condition)
		g.current.flowsTo(after)
		g.add(flowStep{variable: g.variable("foreach")})
		g.assign(s.Variable)
	}, func() { g.visit(s.Body) }, nil)
	g.current.flowsTo(after)
	g.current = after
}

func (g *flowGraph) doLoop(label string, body *StatementBlock, condition PipelineBase) {
	repeat, after := &flowBlock{}, &flowBlock{}
	g.loops = append(g.loops, flowLoop{label, after, repeat})
	first := g.branch()
	g.visit(body)
	g.current.flowsTo(repeat)
	g.current = repeat
	g.visit(condition)
	g.current.flowsTo(after)
	g.branch().flowsTo(first)
	g.current = after
	g.loops = g.loops[:len(g.loops)-1]
}

// try adds a try statement. Any statement of the body may throw, so what comes
// before try flows to each catch.
func (g *flowGraph) try(s *TryStatement) {
	before := g.current
	g.branch()
	g.visit(s.Body)
	end, after, finally := g.current, &flowBlock{}, (*flowBlock)(nil)
	next := after
	if s.Finally != nil {
		finally = &flowBlock{}
		next = finally
	}
	catchesAll := false
	for _, clause := range s.CatchClauses {
		catchesAll = catchesAll || len(clause.CatchTypes) == 0
		g.current = before
		g.branch()
		g.visit(clause.Body)
		g.current.flowsTo(next)
	}
	end.flowsTo(next)
	if finally != nil {
		g.current = finally
		g.visit(s.Finally)
		g.current.flowsTo(after)
		if !catchesAll {
			before.flowsTo(finally)
			rethrow := &flowBlock{leaves: true}
			g.current.flowsTo(rethrow)
			rethrow.flowsTo(g.exit)
		}
	}
	g.current = after
}

// jump lets the present block flow to the loop that break or continue means, or
// out of the method when there is none.
func (g *flowGraph) jump(label Expression, target func(flowLoop) *flowBlock) {
	name := ""
	if label != nil {
		g.visit(label)
		constant, ok := label.(*StringConstantExpression)
		if !ok {
			g.leave()
			return
		}
		name = constant.Value
	}
	for i := len(g.loops) - 1; i >= 0; i-- {
		if label == nil || strings.EqualFold(g.loops[i].label, name) {
			g.current.flowsTo(target(g.loops[i]))
			g.current = &flowBlock{}
			return
		}
	}
	g.leave()
}
