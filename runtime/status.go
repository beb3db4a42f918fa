package runtime

import "github.com/csshell/csshell/parser"

// This file knows which statements set $? ("about_Automatic_Variables"). A
// pipeline with commands sets it when it ends, by what its own commands did; an
// error sets it where it is handled; what is left are expressions.

// setsStatus reports whether a statement makes $? true when it has ended: one
// that is an expression, or an assignment of one, without a command of its own.
func setsStatus(s parser.Statement) bool {
	switch s := s.(type) {
	case *parser.AssignmentStatement:
		return setsStatus(s.Right)
	case *parser.Pipeline:
		return len(s.Elements) == 1 && !s.Background && setsStatus(s.Elements[0])
	case *parser.CommandExpression:
		return expressionSetsStatus(s.Expression)
	}
	return false
}

// expressionSetsStatus is setsStatus for an expression: what stands in
// parentheses has set $? already.
func expressionSetsStatus(e parser.Expression) bool {
	switch e := e.(type) {
	case *parser.ParenExpression:
		return setsStatus(e.Pipeline)
	case *parser.SubExpression:
		return len(e.Body.Statements) == 0
	case *parser.ArrayExpression:
		return len(e.Body.Statements) == 0
	}
	return true
}

// runsCommand reports whether a command stands in a condition, which then makes
// $? true whatever the command did.
func runsCommand(p parser.Node) bool {
	found := false
	parser.Walk(p, func(n parser.Node) bool {
		switch n.(type) {
		case *parser.Command:
			found = true
		case *parser.ScriptBlockExpression:
			return false
		}
		return !found
	})
	return found
}
