package check

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// comparison looks for $null on the right: with a list on the left -eq and -ne
// filter ("about_Comparison_Operators"). It also notes patterns, which are no paths.
func (s *script) comparison(n *parser.BinaryExpression) {
	switch n.Operator {
	case parser.TokenImatch, parser.TokenInotmatch, parser.TokenIreplace, parser.TokenIsplit,
		parser.TokenCmatch, parser.TokenCnotmatch, parser.TokenCreplace, parser.TokenCsplit:
		s.patterns[n.Right] = true
		if list, ok := n.Right.(*parser.ArrayLiteral); ok && len(list.Elements) > 0 {
			s.patterns[list.Elements[0]] = true
		}
		return
	case parser.TokenIeq, parser.TokenIne, parser.TokenCeq, parser.TokenCne:
	default:
		return
	}
	if isNull(n.Right) && !isNull(n.Left) && !parser.Constant(n.Left) {
		s.add(n.Span(), Warning, doubtfulNull, "With a list on the left the comparison gives the elements that fit, not true or false.", "Write $null on the left.")
	}
}

func isNull(e parser.Expression) bool {
	v, ok := e.(*parser.VariableExpression)
	return ok && strings.EqualFold(v.Path, "null")
}

// function looks for an advanced function that changes users or certificates and
// cannot be asked what it would do ("about_Functions_CmdletBindingAttribute").
func (s *script) function(n *parser.FunctionDefinition) {
	own := s.own.functions[plainName(n.Name)]
	for _, d := range own[:min(len(own), maxDefinitions)] {
		if d.node != n {
			continue
		}
		table := s.ownTable(d)
		if table == nil || !table.Advanced || table.SupportsProcess {
			return
		}
		if change := s.firstChange(n.Body); change != "" {
			s.add(n.NameExtent, Warning, missingShouldProcess, "The function changes data ("+change+") and has no -WhatIf and -Confirm.",
				"Write [CmdletBinding(SupportsShouldProcess)] before param and ask $PSCmdlet.ShouldProcess.")
		}
	}
}

// firstChange is the first cmdlet of the product in code that changes something;
// empty where there is none. Functions inside are looked at by themselves.
func (s *script) firstChange(body *parser.ScriptBlock) (change string) {
	parser.Walk(body, func(n parser.Node) bool {
		if _, inner := n.(*parser.FunctionDefinition); inner || change != "" {
			return false
		}
		if c, ok := n.(*parser.Command); ok && len(c.Elements) > 0 {
			if name, table := s.cmdlet(c); table != nil && table.SupportsProcess && changes(name) {
				change = name
			}
		}
		return true
	})
	return change
}

// changes reports whether a cmdlet is one of the product that writes to the store.
func changes(name string) bool {
	verb, noun, _ := strings.Cut(name, "-")
	return strings.HasPrefix(noun, "Cs") && verb != "Get" && verb != "Test" && verb != "Export"
}
