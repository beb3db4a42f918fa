package syntax

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// fixed is a StaticType that is always the same.
func fixed[N parser.Node](t *objects.Type) property[N] {
	return staticType(func(N) any { return t })
}

func expressions(c *classTable) {
	type B = *parser.BinaryExpression
	of(c, "BinaryExpressionAst", "ExpressionAst",
		kind("Operator", func(n B) parser.TokenKind { return n.Operator }),
		child("ExpressionAst", "Left", func(n B) parser.Node { return n.Left }),
		child("ExpressionAst", "Right", func(n B) parser.Node { return n.Right }),
		place("ErrorPosition", func(n B) parser.Extent { return n.ErrorExtent }),
		staticType(func(n B) any {
			switch n.Operator {
			case parser.TokenXor, parser.TokenAnd, parser.TokenOr, parser.TokenIs:
				return objects.BooleanType
			}
			return objects.ObjectType
		}))
	of(c, "UnaryExpressionAst", "ExpressionAst",
		kind("TokenKind", func(n *parser.UnaryExpression) parser.TokenKind { return n.Operator }),
		child("ExpressionAst", "Child", func(n *parser.UnaryExpression) parser.Node { return n.Child }),
		staticType(func(n *parser.UnaryExpression) any {
			if n.Operator == parser.TokenNot || n.Operator == parser.TokenExclaim {
				return objects.BooleanType
			}
			return objects.ObjectType
		}))
	of(c, "TernaryExpressionAst", "ExpressionAst",
		child("ExpressionAst", "Condition", func(n *parser.TernaryExpression) parser.Node { return n.Condition }),
		child("ExpressionAst", "IfTrue", func(n *parser.TernaryExpression) parser.Node { return n.IfTrue }),
		child("ExpressionAst", "IfFalse", func(n *parser.TernaryExpression) parser.Node { return n.IfFalse }))
	of(c, "AttributedExpressionAst", "ExpressionAst",
		child("ExpressionAst", "Child", func(n *parser.AttributedExpression) parser.Node { return n.Child }),
		child("AttributeBaseAst", "Attribute", func(n *parser.AttributedExpression) parser.Node { return n.Attribute }))
	of(c, "ConvertExpressionAst", "AttributedExpressionAst",
		child("ExpressionAst", "Child", func(n *parser.ConvertExpression) parser.Node { return n.Child }),
		maybe("AttributeBaseAst", "Attribute", func(n *parser.ConvertExpression) *parser.TypeConstraint { return n.Type }),
		maybe("TypeConstraintAst", "Type", func(n *parser.ConvertExpression) *parser.TypeConstraint { return n.Type }),
		staticType(func(n *parser.ConvertExpression) any { return n.Type.TypeName }))
	of(c, "TypeExpressionAst", "ExpressionAst",
		typeNamed(func(n *parser.TypeExpression) parser.TypeReference { return n.TypeName }), fixed[*parser.TypeExpression](objects.TypeType))
	of(c, "ParenExpressionAst", "ExpressionAst", child("PipelineBaseAst", "Pipeline", func(n *parser.ParenExpression) parser.Node { return n.Pipeline }))
	of(c, "SubExpressionAst", "ExpressionAst", maybe("StatementBlockAst", "SubExpression", func(n *parser.SubExpression) *parser.StatementBlock { return n.Body }))
	of(c, "ArrayExpressionAst", "ExpressionAst",
		maybe("StatementBlockAst", "SubExpression", func(n *parser.ArrayExpression) *parser.StatementBlock { return n.Body }),
		fixed[*parser.ArrayExpression](objects.ArrayOf(objects.ObjectType)))
	of(c, "ArrayLiteralAst", "ExpressionAst",
		children("ExpressionAst", "Elements", func(n *parser.ArrayLiteral) []parser.Expression { return n.Elements }),
		fixed[*parser.ArrayLiteral](objects.ArrayOf(objects.ObjectType)))
	of(c, "HashtableAst", "ExpressionAst",
		pairedWith("KeyValuePairs", "ExpressionAst", "StatementAst", func(t *Tree, n *parser.Hashtable) (items []objects.Value) {
			for _, e := range n.Entries {
				items = append(items, t.optional(e.Key), t.optional(e.Value))
			}
			return items
		}),
		fixed[*parser.Hashtable](objects.HashtableType))
	of(c, "ScriptBlockExpressionAst", "ExpressionAst",
		maybe("ScriptBlockAst", "ScriptBlock", func(n *parser.ScriptBlockExpression) *parser.ScriptBlock { return n.ScriptBlock }),
		fixed[*parser.ScriptBlockExpression](objects.ScriptBlockType))
	of(c, "UsingExpressionAst", "ExpressionAst", child("ExpressionAst", "SubExpression", func(n *parser.UsingExpression) parser.Node { return n.Expression }))
	of(c, "ErrorExpressionAst", "ExpressionAst", children("Ast", "NestedAst", func(n *parser.ErrorExpression) []parser.Node { return n.Nested }))
}

func members(c *classTable) {
	type M = *parser.MemberExpression
	of(c, "MemberExpressionAst", "ExpressionAst",
		child("ExpressionAst", "Expression", func(n M) parser.Node { return n.Expression }),
		child("CommandElementAst", "Member", func(n M) parser.Node { return n.Member }),
		boolean("Static", func(n M) bool { return n.Static }), boolean("NullConditional", func(n M) bool { return n.NullConditional }))
	type I = *parser.InvokeMemberExpression
	of(c, "InvokeMemberExpressionAst", "MemberExpressionAst",
		child("ExpressionAst", "Expression", func(n I) parser.Node { return n.Expression }),
		child("CommandElementAst", "Member", func(n I) parser.Node { return n.Member }),
		boolean("Static", func(n I) bool { return n.Static }), boolean("NullConditional", func(n I) bool { return n.NullConditional }),
		arguments(func(n I) []parser.Expression { return n.Arguments }))
	type B = *parser.BaseCtorInvokeMemberExpression
	of(c, "BaseCtorInvokeMemberExpressionAst", "InvokeMemberExpressionAst",
		child("ExpressionAst", "Expression", func(n B) parser.Node { return n.Expression }),
		child("CommandElementAst", "Member", func(n B) parser.Node { return n.Member }),
		arguments(func(n B) []parser.Expression { return n.Arguments }))
	of(c, "IndexExpressionAst", "ExpressionAst",
		child("ExpressionAst", "Target", func(n *parser.IndexExpression) parser.Node { return n.Target }),
		child("ExpressionAst", "Index", func(n *parser.IndexExpression) parser.Node { return n.Index }),
		boolean("NullConditional", func(n *parser.IndexExpression) bool { return n.NullConditional }))
}

// arguments are those of a method; $null for none.
func arguments[N parser.Node](get func(N) []parser.Expression) property[N] {
	return is("System.Collections.ObjectModel.ReadOnlyCollection["+namespace+"ExpressionAst]", "Arguments", func(t *Tree, n N) objects.Value {
		if len(get(n)) == 0 {
			return objects.Null
		}
		return list(t, "ExpressionAst", get(n))
	})
}

func values(c *classTable) {
	type V = *parser.VariableExpression
	of(c, "VariableExpressionAst", "ExpressionAst",
		is("System.Management.Automation.VariablePath", "VariablePath", func(_ *Tree, n V) objects.Value { return objects.Of(&variablePath{n}) }),
		boolean("Splatted", func(n V) bool { return n.Splatted }))
	of(c, "ConstantExpressionAst", "ExpressionAst",
		is("System.Object", "Value", func(t *Tree, n *parser.ConstantExpression) objects.Value { return t.host.Number(n.Value) }),
		is("type", "StaticType", func(t *Tree, n *parser.ConstantExpression) objects.Value {
			return objects.TypeValue(t.host.Number(n.Value).Type())
		}))
	stringKind := func(k parser.StringKind) objects.Value { return objects.Word(stringKindType, uint64(k)) }
	type S = *parser.StringConstantExpression
	of(c, "StringConstantExpressionAst", "ConstantExpressionAst",
		is(namespace+"StringConstantType", "StringConstantType", func(_ *Tree, n S) objects.Value { return stringKind(n.Kind) }),
		words("Value", func(n S) string { return n.Value }), fixed[S](objects.StringType))
	type E = *parser.ExpandableStringExpression
	of(c, "ExpandableStringExpressionAst", "ExpressionAst",
		words("Value", func(n E) string { return n.Value }),
		is(namespace+"StringConstantType", "StringConstantType", func(_ *Tree, n E) objects.Value { return stringKind(n.Kind) }),
		children("ExpressionAst", "NestedExpressions", func(n E) (list []parser.Expression) {
			for _, p := range n.Parts {
				if p.Expression != nil {
					list = append(list, p.Expression)
				}
			}
			return list
		}),
		fixed[E](objects.StringType))
}
