package runtime

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// layoutOf numbers the variables that a block of its own scope assigns: its
// parameters, targets of assignments and loop variables, also those of nested
// script blocks, since ForEach-Object runs these in the same scope.
func (c *code) layoutOf() *layout {
	l := &layout{index: make(map[string]int)}
	for _, fixed := range []string{"_", "this", "args", "input"} {
		l.add(fixed)
	}
	l.index["psitem"] = slotUnderscore
	l.marks |= markOf("psitem")
	for _, p := range c.params {
		l.add(p.Name.Name)
	}
	parser.Walk(c.ast, func(n parser.Node) bool {
		l.addTargets(n)
		_, function := n.(*parser.FunctionDefinition)
		_, class := n.(*parser.TypeDefinition)
		return !function && !class
	})
	return l
}

func (l *layout) add(name string) int {
	folded := fold(name)
	if i, ok := l.index[folded]; ok {
		return i
	}
	l.index[folded] = len(l.names)
	l.marks |= markOf(folded)
	l.names = append(l.names, name)
	return len(l.names) - 1
}

// addTargets adds the variables that a node assigns.
func (l *layout) addTargets(n parser.Node) {
	switch n := n.(type) {
	case *parser.AssignmentStatement:
		l.addTarget(n.Left)
	case *parser.ForEachStatement:
		l.addTarget(n.Variable)
	case *parser.UnaryExpression:
		if isStep(n.Operator) {
			l.addTarget(n.Child)
		}
	}
}

func (l *layout) addTarget(e parser.Expression) {
	switch e := e.(type) {
	case *parser.VariableExpression:
		if e.Scope == parser.ScopeNone || e.Scope == parser.ScopeLocal {
			l.addVariable(e.Name)
		}
	case *parser.ConvertExpression:
		l.addTarget(e.Child)
	case *parser.AttributedExpression:
		l.addTarget(e.Child)
	case *parser.ParenExpression:
		if x := loneExpression(e.Pipeline); x != nil {
			l.addTarget(x)
		}
	case *parser.ArrayLiteral:
		for _, x := range e.Elements {
			l.addTarget(x)
		}
	}
}

// addVariable leaves out the variables that have no slot: constants and those
// the session computes.
func (l *layout) addVariable(name string) {
	folded := fold(name)
	if _, _, ok := automatic(folded); !ok && !everywhere(folded) {
		l.add(name)
	}
}

// slot is the number of a variable of this layout; ok is false for one that is
// kept by name.
func (cc *compiler) slot(name string) (int, bool) {
	if cc.layout == nil {
		return 0, false
	}
	i, ok := cc.layout.index[fold(name)]
	return i, ok
}

func isStep(op parser.TokenKind) bool {
	switch op {
	case parser.TokenPlusPlus, parser.TokenMinusMinus, parser.TokenPostfixPlusPlus, parser.TokenPostfixMinusMinus:
		return true
	}
	return false
}

// loneExpression is the expression that a pipeline is, when it is nothing else.
func loneExpression(p parser.Statement) parser.Expression {
	switch p := p.(type) {
	case *parser.Pipeline:
		if len(p.Elements) == 1 && !p.Background {
			return loneExpression(p.Elements[0])
		}
	case *parser.CommandExpression:
		if len(p.Redirections) == 0 {
			return p.Expression
		}
	}
	return nil
}

// changesVariablesByName reports whether a block has commands that make or drop
// variables by their names, or dot-sources anything: PowerShell then looks its
// variables up like those of others ("about_Scopes").
func changesVariablesByName(ast *parser.ScriptBlock) bool {
	found := false
	parser.Walk(ast, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.Command:
			found = found || n.Invocation == parser.TokenDot || isVariableCommand(n)
		case *parser.ScriptBlockExpression, *parser.FunctionDefinition, *parser.TypeDefinition:
			return false
		}
		return !found
	})
	return found
}

func isVariableCommand(c *parser.Command) bool {
	if len(c.Elements) == 0 {
		return false
	}
	name, ok := c.Elements[0].(*parser.StringConstantExpression)
	if !ok {
		return false
	}
	_, bare, qualified := strings.Cut(fold(name.Value), `microsoft.powershell.utility\`)
	if !qualified {
		bare = fold(name.Value)
	}
	switch bare {
	case "new-variable", "remove-variable", "set-variable", "set-psbreakpoint", "nv", "rv", "sv", "set", "sbp":
		return true
	}
	return false
}
