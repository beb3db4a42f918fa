package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// Narrower is a cmdlet that can say beforehand what it will do with the objects of
// the pipeline, so that a source need not make what no one looks at.
type Narrower interface {
	Narrowing(rt *CommandRuntime) Narrowing
}

// Narrowing is what a cmdlet does with the objects that it gets.
type Narrowing struct {
	// Drops are comparisons: an object for which one is false is dropped, and
	// nothing else happens to it.
	Drops []PropertyComparison
	// Reads are the properties that it reads, and Open says that it may read any.
	Reads []string
	Open  bool
	// Passes says that it gives the objects themselves to the next command.
	Passes bool
	// Counts says that what it does depends on how many objects it gets: what the
	// commands behind it drop must come all the same.
	Counts bool
}

// PropertyComparison compares a property with a value: -eq, -ne, -like or -notlike
// without regard to case. The operator is in lower case and has no dash.
type PropertyComparison struct {
	Property, Operator string
	Value              objects.Value
}

// Narrowing sums up what the commands behind this one do with what it writes. The
// second result is whether only Reads is ever read of the objects that are left.
func (rt *CommandRuntime) Narrowing() (sum Narrowing, closed bool) {
	st, _ := rt.stage.(*cmdletStage)
	counted := false
	for st != nil && st.rt != nil && !st.rt.observed() {
		next, _ := st.next.(*cmdletStage)
		if next == nil || next.rt == nil || next.binder == nil || len(next.binder.delayed) > 0 {
			return sum, false
		}
		n, ok := next.cmdlet.(Narrower)
		if !ok {
			return sum, false
		}
		one := n.Narrowing(next.rt)
		if !counted {
			sum.Drops = append(sum.Drops, one.Drops...)
		}
		counted = counted || one.Counts
		sum.Reads = append(sum.Reads, one.Reads...)
		switch {
		case one.Open:
			return sum, false
		case !one.Passes:
			return sum, true
		}
		st = next
	}
	return sum, false
}

// observed reports whether a variable gets what the command writes, or another
// command sees it by a variable.
func (rt *CommandRuntime) observed() bool {
	return len(rt.extra) > 0 || rt.binder != nil && rt.binder.common != nil && rt.binder.common.has(commonPipelineVariable)
}

// Comparisons are the comparisons that a script block consists of, joined by -and:
// { $_.Department -eq 'Finance' -and $_.Enabled -eq $true }. ok is false for any
// other block. Values are literals: nothing that runs meanwhile can change them.
func (b *ScriptBlock) Comparisons() (list []PropertyComparison, ok bool) {
	p := lonePipeline(b.code.ast)
	if p == nil {
		return nil, false
	}
	return comparisonsOf(loneExpression(p))
}

func comparisonsOf(e parser.Expression) ([]PropertyComparison, bool) {
	if p, ok := e.(*parser.ParenExpression); ok {
		return comparisonsOf(loneExpression(p.Pipeline))
	}
	x, ok := e.(*parser.BinaryExpression)
	if !ok {
		return nil, false
	}
	if x.Operator == parser.TokenAnd {
		left, ok := comparisonsOf(x.Left)
		if !ok {
			return nil, false
		}
		right, ok := comparisonsOf(x.Right)
		return append(left, right...), ok
	}
	name, isProperty := propertyOfUnderscore(x.Left)
	operator, known := plainOperators(x.Operator)
	value, isLiteral := literalValue(x.Right)
	return []PropertyComparison{{name, operator, value}}, isProperty && known && isLiteral
}

func plainOperators(k parser.TokenKind) (string, bool) {
	switch k {
	case parser.TokenIeq:
		return "eq", true
	case parser.TokenIne:
		return "ne", true
	case parser.TokenIlike:
		return "like", true
	case parser.TokenInotlike:
		return "notlike", true
	}
	return "", false
}

// propertyOfUnderscore is the name in $_.Name.
func propertyOfUnderscore(e parser.Expression) (string, bool) {
	m, ok := e.(*parser.MemberExpression)
	if !ok || m.Static || m.NullConditional {
		return "", false
	}
	v, ok := m.Expression.(*parser.VariableExpression)
	if !ok || v.Path != "_" && fold(v.Path) != "psitem" {
		return "", false
	}
	name, ok := m.Member.(*parser.StringConstantExpression)
	if !ok {
		return "", false
	}
	return name.Value, true
}

// literalValue is a text without variables, $true, $false or $null.
func literalValue(e parser.Expression) (objects.Value, bool) {
	switch e := e.(type) {
	case *parser.StringConstantExpression:
		return objects.String(e.Value), true
	case *parser.VariableExpression:
		switch fold(e.Path) {
		case "true":
			return objects.Bool(true), true
		case "false":
			return objects.Bool(false), true
		case "null":
			return objects.Null, true
		}
	}
	return objects.Null, false
}
