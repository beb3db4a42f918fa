package parser

import "strings"

// flowGraph models how control flows through a method, to find out whether each
// path returns a value and whether each variable has been assigned before it is
// read. Reading what a caller may have set is a mistake in a method.
type flowGraph struct {
	variables map[string]*flowVariable
	entry     *flowBlock
	exit      *flowBlock
	current   *flowBlock
	loops     []flowLoop
	dynamic   bool // something in the method may set variables by name
	notLocal  map[*VariableExpression]bool
}

// flowVariable is a variable of the method.
type flowVariable struct {
	index     int
	automatic bool
	dynamic   bool // it cannot have a fixed place
	assigned  bool
	reads     []*VariableExpression
}

// flowBlock is a piece of code that runs from its beginning to its end.
type flowBlock struct {
	steps     []flowStep
	next      []*flowBlock
	previous  []*flowBlock
	reachable bool
	leaves    bool // it ends in return, throw or exit
	ordered   bool
	assigned  []bool // at its end, by the variables' index
}

// flowStep is a read of a variable, or an assignment to one.
type flowStep struct {
	variable *flowVariable
	read     *VariableExpression // nil for an assignment
}

type flowLoop struct {
	label         string
	after, repeat *flowBlock
}

// followFlow reports whether all paths through a method return or throw, and
// remembers the variables that are read without being assigned.
func (c *checker) followFlow(method *FunctionMember) bool {
	g := &flowGraph{variables: map[string]*flowVariable{}, entry: &flowBlock{reachable: true}, exit: &flowBlock{}, notLocal: c.flow}
	if g.notLocal == nil {
		g.notLocal = map[*VariableExpression]bool{}
		c.flow = g.notLocal
	}
	for _, name := range [...]string{"_", "args", "this", "input", "PSCmdlet", "PSBoundParameters", "MyInvocation", "PSScriptRoot", "PSCommandPath", "?"} {
		g.variable(name).automatic = true
	}
	g.dynamic = setsVariablesByName(method.Body)
	g.current = g.entry
	for _, parameter := range method.Parameters {
		if isAnyLocal(parameter.Name) {
			v := g.variable(parameter.Name.Name)
			v.assigned = true
			g.add(flowStep{variable: v})
		}
	}
	for _, block := range method.Body.Blocks() {
		g.statements(block.Statements)
	}
	g.current.flowsTo(g.exit)
	g.solve()
	for _, b := range g.exit.previous {
		if b.reachable && !b.leaves {
			return false
		}
	}
	return true
}

// setsVariablesByName reports whether a body sources a script or calls a
// command that sets variables, other than in its own script blocks.
func setsVariablesByName(body *ScriptBlock) bool {
	found := false
	Walk(body, func(n Node) bool {
		switch n := n.(type) {
		case *FunctionDefinition, *ScriptBlockExpression, *TrapStatement:
			return false
		case *Command:
			name, ok := n.Elements[0].(*StringConstantExpression)
			found = found || n.Invocation == TokenDot || ok && setsVariables(name.Value)
		case *VariableExpression:
			found = found || n.Scope == ScopePrivate
		}
		return true
	})
	return found
}

func setsVariables(command string) bool {
	const utility = `microsoft.powershell.utility\`
	switch strings.TrimPrefix(strings.ToLower(command), utility) {
	case "new-variable", "remove-variable", "set-variable", "set-psbreakpoint", "nv", "rv", "sbp", "sv", "set":
		return true
	}
	return false
}

// variable gives the variable of a name; $PSItem is $_.
func (g *flowGraph) variable(name string) *flowVariable {
	key := strings.ToLower(name)
	if key == "psitem" {
		key = "_"
	}
	v := g.variables[key]
	if v == nil {
		v = &flowVariable{index: len(g.variables)}
		g.variables[key] = v
	}
	return v
}

func (g *flowGraph) add(s flowStep) { g.current.steps = append(g.current.steps, s) }

func (b *flowBlock) flowsTo(next *flowBlock) {
	for _, n := range b.next {
		if n == next {
			return
		}
	}
	if b.reachable {
		next.reachable = true
	}
	b.next = append(b.next, next)
	next.previous = append(next.previous, b)
}

// branch lets the present block flow to a new one and goes on there.
func (g *flowGraph) branch() *flowBlock {
	b := &flowBlock{}
	g.current.flowsTo(b)
	g.current = b
	return b
}

// leave ends the present block at the method's end; what follows cannot be
// reached.
func (g *flowGraph) leave() {
	g.current.flowsTo(g.exit)
	g.current.leaves = true
	g.current = &flowBlock{}
}

// solve finds out, block by block, which variables have been assigned on all
// ways to a read.
func (g *flowGraph) solve() {
	order := reverseDepthFirst(g.entry)
	for i, b := range order {
		assigned := make([]bool, len(g.variables))
		if i > 0 {
			assigned = b.assignedBefore(len(g.variables))
		}
		for _, s := range b.steps {
			g.step(s, assigned)
		}
		b.assigned = assigned
	}
	for _, v := range g.variables {
		if !v.dynamic {
			continue
		}
		for _, read := range v.reads {
			if v.assigned {
				delete(g.notLocal, read)
			} else {
				g.noteNotLocal(read)
			}
		}
	}
}

func (g *flowGraph) step(s flowStep, assigned []bool) {
	if s.read == nil {
		assigned[s.variable.index] = true
		s.variable.assigned = true
		s.variable.dynamic = s.variable.dynamic || g.dynamic && !s.variable.automatic
		return
	}
	if !s.variable.automatic && !assigned[s.variable.index] {
		g.noteNotLocal(s.read)
	}
}

// noteNotLocal remembers a read of a variable that a method cannot see.
func (g *flowGraph) noteNotLocal(v *VariableExpression) {
	if !isConstantVariable(v) && !isVisibleInMethods(v.Path) {
		g.notLocal[v] = true
	}
}

// isVisibleInMethods reports whether methods see a variable though they do not
// assign it.
func isVisibleInMethods(path string) bool {
	switch strings.ToLower(path) {
	case "lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd", "matches":
		return true
	}
	return false
}

func (b *flowBlock) assignedBefore(variables int) []bool {
	assigned := make([]bool, variables)
	for i := range assigned {
		assigned[i] = true
	}
	for _, p := range b.previous {
		for i := range p.assigned { // none before the block was looked at
			assigned[i] = assigned[i] && p.assigned[i]
		}
	}
	return assigned
}

// reverseDepthFirst orders the blocks so that each comes after those that flow
// to it, but for loops.
func reverseDepthFirst(entry *flowBlock) []*flowBlock {
	var order []*flowBlock
	var visit func(*flowBlock)
	visit = func(b *flowBlock) {
		if b.ordered {
			return
		}
		b.ordered = true
		for _, n := range b.next {
			visit(n)
		}
		order = append(order, b)
	}
	visit(entry)
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
	return order
}
