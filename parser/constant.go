package parser

import "strings"

// constantUse tells for what a value must be known before the script runs.
type constantUse uint8

const (
	constantFolding  constantUse = iota // nothing special
	constantArgument                    // of an attribute: script blocks and types too
	constantMember                      // of an attribute in a class: no script blocks
	constantRequired                    // by #requires and using: hashtables too
)

// Constant reports whether an expression's value is known before the script
// runs: numbers, text, and operators on them.
func Constant(e Expression) bool { return isConstant(e, constantFolding) }

// isConstant reports whether an expression's value is known before the script
// runs.
func isConstant(e Expression, use constantUse) bool {
	switch e := e.(type) {
	case *ConstantExpression, *StringConstantExpression:
		return true
	case *VariableExpression:
		return isConstantVariable(e)
	case *TypeExpression:
		return use == constantArgument || use == constantMember
	case *ScriptBlockExpression:
		return use == constantArgument
	case *UnaryExpression:
		return e.Operator.has(flagFold) && isConstant(e.Child, use)
	case *BinaryExpression:
		return e.Operator.has(flagFold) && isConstant(e.Left, use) && isConstant(e.Right, use)
	case *TernaryExpression:
		return isConstant(e.Condition, use) && isConstant(e.IfTrue, use) && isConstant(e.IfFalse, use)
	case *ConvertExpression:
		return isConstant(e.Child, use)
	case *MemberExpression:
		return isConstantMember(e)
	}
	return isConstantList(e, use)
}

// isConstantList is isConstant for what holds other values.
func isConstantList(e Expression, use constantUse) bool {
	switch e := e.(type) {
	case *ParenExpression:
		return isConstantStatement(e.Pipeline, use)
	case *SubExpression:
		return isConstantBlock(e.Body, use)
	case *ArrayExpression:
		return use == constantRequired && isConstantBlock(e.Body, use)
	case *ArrayLiteral:
		return use != constantFolding && allConstant(e.Elements, use)
	case *Hashtable:
		return use == constantRequired && isConstantTable(e)
	}
	return false
}

func isConstantTable(h *Hashtable) bool {
	for _, entry := range h.Entries {
		if !isConstant(entry.Key, constantRequired) || !isConstantStatement(entry.Value, constantRequired) {
			return false
		}
	}
	return true
}

func allConstant(list []Expression, use constantUse) bool {
	for _, e := range list {
		if !isConstant(e, use) {
			return false
		}
	}
	return true
}

func isConstantStatement(s Statement, use constantUse) bool {
	e := loneExpression(s)
	return e != nil && isConstant(e, use)
}

func isConstantBlock(b *StatementBlock, use constantUse) bool {
	if len(b.Traps) > 0 {
		return false
	}
	for _, s := range b.Statements {
		if !isConstantStatement(s, use) {
			return false
		}
	}
	return true
}

// loneExpression gives the expression that a statement is nothing but, or nil.
func loneExpression(s Statement) Expression {
	if pipeline, ok := s.(*Pipeline); ok && len(pipeline.Elements) == 1 && !pipeline.Background {
		s = pipeline.Elements[0]
	}
	if c, ok := s.(*CommandExpression); ok && len(c.Redirections) == 0 {
		return c.Expression
	}
	return nil
}

// isConstantVariable reports whether v is $true, $false or $null.
func isConstantVariable(v *VariableExpression) bool {
	if v.Splatted || v.Scope != ScopeNone && v.Scope != ScopeVariable {
		return false
	}
	return strings.EqualFold(v.Name, "true") || strings.EqualFold(v.Name, "false") || strings.EqualFold(v.Name, "null")
}

// isConstantMember reports whether e can be a constant of a type or a value of
// an enumeration. Which types have which is not known here.
func isConstantMember(e *MemberExpression) bool {
	_, typed := e.Expression.(*TypeExpression)
	_, named := e.Member.(*StringConstantExpression)
	return e.Static && typed && named
}

// constantValue is a value of #requires: a text, a list or a table.
type constantValue struct {
	text  string // of a string, or a number as it is written
	plain bool   // it is a string
	list  []constantValue
	table []constantEntry
	kind  constantKind
}

type constantEntry struct{ key, value constantValue }

type constantKind uint8

const (
	constantText constantKind = iota
	constantList
	constantTable
)

// constantValueOf gives the value of an expression that is constant for
// #requires.
func (p *parser) constantValueOf(e Expression) constantValue {
	switch e := e.(type) {
	case *StringConstantExpression:
		return constantValue{text: e.Value, plain: true}
	case *ArrayLiteral:
		v := constantValue{kind: constantList}
		for _, element := range e.Elements {
			v.list = append(v.list, p.constantValueOf(element))
		}
		return v
	case *ArrayExpression:
		return p.constantBlock(e.Body)
	case *ParenExpression:
		if inner := loneExpression(e.Pipeline); inner != nil {
			return p.constantValueOf(inner)
		}
	case *Hashtable:
		v := constantValue{kind: constantTable}
		for _, entry := range e.Entries {
			if value := loneExpression(entry.Value); value != nil {
				v.table = append(v.table, constantEntry{p.constantValueOf(entry.Key), p.constantValueOf(value)})
			}
		}
		return v
	}
	return constantValue{text: p.source.Slice(e.Span())}
}

func (p *parser) constantBlock(b *StatementBlock) constantValue {
	v := constantValue{kind: constantList}
	for _, s := range b.Statements {
		e := loneExpression(s)
		if e == nil {
			continue
		}
		if inner := p.constantValueOf(e); inner.kind == constantList {
			v.list = append(v.list, inner.list...)
		} else {
			v.list = append(v.list, inner)
		}
	}
	return v
}

// items gives the elements of a list; another value is its only element.
func (v constantValue) items() []constantValue {
	if v.kind == constantList {
		return v.list
	}
	return []constantValue{v}
}
