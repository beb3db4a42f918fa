package sexpr

import (
	"fmt"

	"github.com/csshell/csshell/parser"
)

func (p *printer) expression(e parser.Expression) {
	switch e := e.(type) {
	case *parser.VariableExpression:
		p.open("VariableExpression", e)
		p.flag(e.Splatted, "splatted")
		p.flag(e.Scope.String() != "", e.Scope.String())
		p.text(e.Path)
	case *parser.StringConstantExpression:
		p.open("StringConstantExpression", e)
		p.atom(e.Kind.String())
		p.text(e.Value)
	case *parser.ConstantExpression:
		p.open("ConstantExpression", e)
		p.atom(e.Value.Kind.String())
		p.flag(e.Value.Kind != parser.NumberNull, e.Value.String())
	case *parser.ExpandableStringExpression:
		p.expandable(e)
	case *parser.BinaryExpression:
		p.open("BinaryExpression", e)
		p.atom(e.Operator.String())
		p.node(e.Left)
		p.node(e.Right)
	case *parser.UnaryExpression:
		p.open("UnaryExpression", e)
		p.atom(e.Operator.String())
		p.node(e.Child)
	case *parser.TernaryExpression:
		p.open("TernaryExpression", e)
		p.node(e.Condition)
		p.node(e.IfTrue)
		p.node(e.IfFalse)
	default:
		p.access(e)
	}
}

// access prints conversions, members and indexes.
func (p *printer) access(e parser.Expression) {
	switch e := e.(type) {
	case *parser.ConvertExpression:
		p.open("ConvertExpression", e)
		p.node(e.Type)
		p.node(e.Child)
	case *parser.AttributedExpression:
		p.open("AttributedExpression", e)
		p.node(e.Attribute)
		p.node(e.Child)
	case *parser.MemberExpression:
		p.open("MemberExpression", e)
		p.flag(e.Static, "static")
		p.flag(e.NullConditional, "nullconditional")
		p.node(e.Expression)
		p.node(e.Member)
	case *parser.InvokeMemberExpression:
		p.invocation(e)
	case *parser.BaseCtorInvokeMemberExpression:
		p.open("BaseCtorInvokeMemberExpression", e)
		p.node(e.Expression)
		p.node(e.Member)
		p.arguments(e.Arguments)
	case *parser.IndexExpression:
		p.open("IndexExpression", e)
		p.flag(e.NullConditional, "nullconditional")
		p.node(e.Target)
		p.node(e.Index)
	default:
		p.bracketed(e)
	}
}

// bracketed prints what stands in brackets, and broken expressions.
func (p *printer) bracketed(e parser.Expression) {
	switch e := e.(type) {
	case *parser.TypeExpression:
		p.open("TypeExpression", e)
		p.typeName(e.TypeName)
	case *parser.ScriptBlockExpression:
		p.open("ScriptBlockExpression", e)
		p.node(e.ScriptBlock)
	case *parser.ParenExpression:
		p.open("ParenExpression", e)
		p.node(e.Pipeline)
	case *parser.SubExpression:
		p.open("SubExpression", e)
		p.node(e.Body)
	case *parser.ArrayExpression:
		p.open("ArrayExpression", e)
		p.node(e.Body)
	case *parser.ArrayLiteral:
		p.open("ArrayLiteral", e)
		all(p, e.Elements)
	case *parser.Hashtable:
		p.open("Hashtable", e)
		for _, entry := range e.Entries {
			p.group("entry")
			p.node(entry.Key)
			p.node(entry.Value)
			p.close()
		}
	case *parser.UsingExpression:
		p.open("UsingExpression", e)
		p.node(e.Expression)
	case *parser.ErrorExpression:
		p.open("ErrorExpression", e)
		all(p, e.Nested)
	default:
		panic(fmt.Sprintf("sexpr: unknown expression %T", e))
	}
}

func (p *printer) invocation(e *parser.InvokeMemberExpression) {
	p.open("InvokeMemberExpression", e)
	p.flag(e.Static, "static")
	p.flag(e.NullConditional, "nullconditional")
	p.node(e.Expression)
	p.node(e.Member)
	if len(e.GenericArguments) > 0 {
		p.group("types")
		for _, t := range e.GenericArguments {
			p.typeName(t)
		}
		p.close()
	}
	p.arguments(e.Arguments)
}

func (p *printer) arguments(list []parser.Expression) {
	if len(list) > 0 {
		p.group("arguments")
		all(p, list)
		p.close()
	}
}

func (p *printer) expandable(e *parser.ExpandableStringExpression) {
	p.open("ExpandableStringExpression", e)
	p.atom(e.Kind.String())
	for _, part := range e.Parts {
		if part.Expression != nil {
			p.node(part.Expression)
		} else {
			p.text(part.Text)
		}
	}
}
