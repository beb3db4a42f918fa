package syntax

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

func statements(c *classTable) {
	type I = *parser.IfStatement
	of(c, "IfStatementAst", "StatementAst",
		pairedWith("Clauses", "PipelineBaseAst", "StatementBlockAst", func(t *Tree, n I) (items []objects.Value) {
			for _, clause := range n.Clauses {
				items = append(items, t.optional(clause.Condition), some(t, clause.Body))
			}
			return items
		}),
		maybe("StatementBlockAst", "ElseClause", func(n I) *parser.StatementBlock { return n.Else }))
	type T = *parser.TryStatement
	of(c, "TryStatementAst", "StatementAst",
		maybe("StatementBlockAst", "Body", func(n T) *parser.StatementBlock { return n.Body }),
		children("CatchClauseAst", "CatchClauses", func(n T) []*parser.CatchClause { return n.CatchClauses }),
		maybe("StatementBlockAst", "Finally", func(n T) *parser.StatementBlock { return n.Finally }))
	of(c, "CatchClauseAst", "Ast",
		children("TypeConstraintAst", "CatchTypes", func(n *parser.CatchClause) []*parser.TypeConstraint { return n.CatchTypes }),
		boolean("IsCatchAll", func(n *parser.CatchClause) bool { return len(n.CatchTypes) == 0 }),
		maybe("StatementBlockAst", "Body", func(n *parser.CatchClause) *parser.StatementBlock { return n.Body }))
	of(c, "TrapStatementAst", "StatementAst",
		maybe("TypeConstraintAst", "TrapType", func(n *parser.TrapStatement) *parser.TypeConstraint { return n.TrapType }),
		maybe("StatementBlockAst", "Body", func(n *parser.TrapStatement) *parser.StatementBlock { return n.Body }))
	of(c, "BreakStatementAst", "StatementAst", child("ExpressionAst", "Label", func(n *parser.BreakStatement) parser.Node { return n.Label }))
	of(c, "ContinueStatementAst", "StatementAst", child("ExpressionAst", "Label", func(n *parser.ContinueStatement) parser.Node { return n.Label }))
	of(c, "ReturnStatementAst", "StatementAst", child("PipelineBaseAst", "Pipeline", func(n *parser.ReturnStatement) parser.Node { return n.Pipeline }))
	of(c, "ExitStatementAst", "StatementAst", child("PipelineBaseAst", "Pipeline", func(n *parser.ExitStatement) parser.Node { return n.Pipeline }))
	of(c, "ThrowStatementAst", "StatementAst",
		child("PipelineBaseAst", "Pipeline", func(n *parser.ThrowStatement) parser.Node { return n.Pipeline }),
		boolean("IsRethrow", func(n *parser.ThrowStatement) bool { return n.Pipeline == nil }))
	of(c, "DataStatementAst", "StatementAst",
		is("string", "Variable", func(_ *Tree, n *parser.DataStatement) objects.Value { return wordOrNull(n.Variable) }),
		children("ExpressionAst", "CommandsAllowed", func(n *parser.DataStatement) []parser.Expression { return n.CommandsAllowed }),
		maybe("StatementBlockAst", "Body", func(n *parser.DataStatement) *parser.StatementBlock { return n.Body }))
	of(c, "BlockStatementAst", "StatementAst", maybe("StatementBlockAst", "Body", func(n *parser.BlockStatement) *parser.StatementBlock { return n.Body }))
	type A = *parser.AssignmentStatement
	of(c, "AssignmentStatementAst", "PipelineBaseAst",
		child("ExpressionAst", "Left", func(n A) parser.Node { return n.Left }),
		kind("Operator", func(n A) parser.TokenKind { return n.Operator }),
		child("StatementAst", "Right", func(n A) parser.Node { return n.Right }),
		place("ErrorPosition", func(n A) parser.Extent { return n.ErrorExtent }))
	of(c, "ErrorStatementAst", "PipelineBaseAst",
		kind("Kind", func(n *parser.ErrorStatement) parser.TokenKind { return n.Kind }),
		children("Ast", "NestedAst", func(n *parser.ErrorStatement) []parser.Node { return n.Nested }))
}

// wordOrNull is $null for what is not written.
func wordOrNull(s string) objects.Value {
	if s == "" {
		return objects.Null
	}
	return objects.String(s)
}

// labelled are the properties of the statements that have a label and a condition.
func labelled[N parser.Node](label func(N) string, condition func(N) parser.PipelineBase) []property[N] {
	return []property[N]{
		is("string", "Label", func(_ *Tree, n N) objects.Value { return wordOrNull(label(n)) }),
		child("PipelineBaseAst", "Condition", func(n N) parser.Node {
			if c := condition(n); c != nil {
				return c
			}
			return nil
		}),
	}
}

// looping is what all loops have.
func looping[N parser.Node](label func(N) string, condition func(N) parser.PipelineBase, body func(N) *parser.StatementBlock) []property[N] {
	return append(labelled(label, condition), maybe("StatementBlockAst", "Body", body))
}

func loops(c *classTable) {
	of(c, "WhileStatementAst", "LoopStatementAst", looping(
		func(n *parser.WhileStatement) string { return n.Label }, func(n *parser.WhileStatement) parser.PipelineBase { return n.Condition },
		func(n *parser.WhileStatement) *parser.StatementBlock { return n.Body })...)
	of(c, "DoWhileStatementAst", "LoopStatementAst", looping(
		func(n *parser.DoWhileStatement) string { return n.Label }, func(n *parser.DoWhileStatement) parser.PipelineBase { return n.Condition },
		func(n *parser.DoWhileStatement) *parser.StatementBlock { return n.Body })...)
	of(c, "DoUntilStatementAst", "LoopStatementAst", looping(
		func(n *parser.DoUntilStatement) string { return n.Label }, func(n *parser.DoUntilStatement) parser.PipelineBase { return n.Condition },
		func(n *parser.DoUntilStatement) *parser.StatementBlock { return n.Body })...)
	of(c, "ForStatementAst", "LoopStatementAst", append(looping(
		func(n *parser.ForStatement) string { return n.Label }, func(n *parser.ForStatement) parser.PipelineBase { return n.Condition },
		func(n *parser.ForStatement) *parser.StatementBlock { return n.Body }),
		child("PipelineBaseAst", "Initializer", func(n *parser.ForStatement) parser.Node { return n.Initializer }),
		child("PipelineBaseAst", "Iterator", func(n *parser.ForStatement) parser.Node { return n.Iterator }))...)
	of(c, "ForEachStatementAst", "LoopStatementAst", append(looping(
		func(n *parser.ForEachStatement) string { return n.Label }, func(n *parser.ForEachStatement) parser.PipelineBase { return n.Condition },
		func(n *parser.ForEachStatement) *parser.StatementBlock { return n.Body }),
		maybe("VariableExpressionAst", "Variable", func(n *parser.ForEachStatement) *parser.VariableExpression { return n.Variable }),
		child("ExpressionAst", "ThrottleLimit", func(n *parser.ForEachStatement) parser.Node { return n.ThrottleLimit }))...)
	type S = *parser.SwitchStatement
	of(c, "SwitchStatementAst", "LabeledStatementAst", append(labelled(
		func(n S) string { return n.Label }, func(n S) parser.PipelineBase { return n.Condition }),
		is(namespace+"SwitchFlags", "Flags", func(_ *Tree, n S) objects.Value { return objects.Word(switchFlagsType, uint64(n.Flags)) }),
		pairedWith("Clauses", "ExpressionAst", "StatementBlockAst", func(t *Tree, n S) (items []objects.Value) {
			for _, clause := range n.Clauses {
				items = append(items, t.optional(clause.Pattern), some(t, clause.Body))
			}
			return items
		}),
		maybe("StatementBlockAst", "Default", func(n S) *parser.StatementBlock { return n.Default }))...)
}

func commands(c *classTable) {
	of(c, "PipelineAst", "ChainableAst",
		children("CommandBaseAst", "PipelineElements", func(n *parser.Pipeline) []parser.CommandBase { return n.Elements }),
		boolean("Background", func(n *parser.Pipeline) bool { return n.Background }))
	type C = *parser.PipelineChain
	of(c, "PipelineChainAst", "ChainableAst",
		child("ChainableAst", "LhsPipelineChain", func(n C) parser.Node { return n.Left }),
		maybe("PipelineAst", "RhsPipeline", func(n C) *parser.Pipeline { return n.Right }),
		kind("Operator", func(n C) parser.TokenKind { return n.Operator }),
		boolean("Background", func(n C) bool { return n.Background }))
	of(c, "CommandAst", "CommandBaseAst",
		children("CommandElementAst", "CommandElements", func(n *parser.Command) []parser.CommandElement { return n.Elements }),
		kind("InvocationOperator", func(n *parser.Command) parser.TokenKind { return n.Invocation }),
		children("RedirectionAst", "Redirections", func(n *parser.Command) []parser.Redirection { return n.Redirections }))
	of(c, "CommandExpressionAst", "CommandBaseAst",
		child("ExpressionAst", "Expression", func(n *parser.CommandExpression) parser.Node { return n.Expression }),
		children("RedirectionAst", "Redirections", func(n *parser.CommandExpression) []parser.Redirection { return n.Redirections }))
	of(c, "CommandParameterAst", "CommandElementAst",
		words("ParameterName", func(n *parser.CommandParameter) string { return n.Name }),
		child("ExpressionAst", "Argument", func(n *parser.CommandParameter) parser.Node { return n.Argument }),
		place("ErrorPosition", func(n *parser.CommandParameter) parser.Extent { return n.ErrorExtent }))
	stream := func(s parser.RedirectionStream) objects.Value { return objects.Word(streamType, uint64(s)) }
	of(c, "FileRedirectionAst", "RedirectionAst",
		is(namespace+"RedirectionStream", "FromStream", func(_ *Tree, n *parser.FileRedirection) objects.Value { return stream(n.From) }),
		child("ExpressionAst", "Location", func(n *parser.FileRedirection) parser.Node { return n.Location }),
		boolean("Append", func(n *parser.FileRedirection) bool { return n.Append }))
	of(c, "MergingRedirectionAst", "RedirectionAst",
		is(namespace+"RedirectionStream", "FromStream", func(_ *Tree, n *parser.MergingRedirection) objects.Value { return stream(n.From) }),
		is(namespace+"RedirectionStream", "ToStream", func(_ *Tree, n *parser.MergingRedirection) objects.Value { return stream(n.To) }))
}
