package check

import (
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// constant is the text of a constant string; ok is false for anything else.
func constant(e parser.Node) (text string, ok bool) {
	word, ok := e.(*parser.StringConstantExpression)
	if !ok {
		return "", false
	}
	return word.Value, true
}

// elements are the parts of a list; of anything else that itself, of nil nothing.
func elements(e parser.Expression) []parser.Expression {
	if list, ok := e.(*parser.ArrayLiteral); ok {
		return list.Elements
	}
	if e == nil {
		return nil
	}
	return []parser.Expression{e}
}

// argument is what a command line gives a parameter, by name or by position;
// nil where it gives nothing.
func argument(c *parser.Command, table *runtime.ParameterTable, parameter string) parser.Expression {
	wanted := positionOf(table, parameter)
	position := 0
	for i := 1; i < len(c.Elements); i++ {
		named, ok := c.Elements[i].(*parser.CommandParameter)
		if !ok {
			if position == wanted {
				value, _ := c.Elements[i].(parser.Expression)
				return value
			}
			position++
			continue
		}
		found := table.Matches(named.Name)
		value := named.Argument
		if len(found) == 1 && !found[0].IsSwitch && value == nil && i+1 < len(c.Elements) {
			i++
			value, _ = c.Elements[i].(parser.Expression)
		}
		if len(found) == 1 && strings.EqualFold(found[0].Name, parameter) {
			return value
		}
	}
	return nil
}

// positionOf is the position of a parameter; -1 for one that has none.
func positionOf(table *runtime.ParameterTable, parameter string) int {
	p := table.Find(parameter)
	if p == nil {
		return -1
	}
	for i := range p.Sets {
		if p.Sets[i].Position != runtime.NoPosition {
			return p.Sets[i].Position
		}
	}
	return -1
}
