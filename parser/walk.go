package parser

// Walk calls visit for a node and for all nodes below it, parents first. It
// does not go below a node for which visit gives false.
func Walk(n Node, visit func(Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	children(n, func(child Node) { Walk(child, visit) })
}

// children calls yield for each node right below n, in the order in which
// PowerShell's visitors see them. Missing ones are left out.
func children(n Node, yield func(Node)) {
	switch n := n.(type) {
	case Expression:
		childrenOfExpression(n, yield)
	case Statement:
		childrenOfStatement(n, yield)
	default:
		childrenOfPart(n, yield)
	}
}

func each[N Node](list []N, yield func(Node)) {
	for _, n := range list {
		yield(n)
	}
}

// some yields an optional child of a concrete type.
func some[T any, P interface {
	*T
	Node
}](n P, yield func(Node)) {
	if n != nil {
		yield(n)
	}
}

// optional yields an optional child held in an interface.
func optional(n Node, yield func(Node)) {
	if n != nil {
		yield(n)
	}
}

func childrenOfPart(n Node, yield func(Node)) {
	switch n := n.(type) {
	case *ScriptBlock:
		each(n.UsingStatements, yield)
		some(n.ParamBlock, yield)
		for _, b := range [...]*NamedBlock{n.DynamicParam, n.Begin, n.Process, n.End, n.Clean} {
			some(b, yield)
		}
	case *ParamBlock:
		each(n.Attributes, yield)
		each(n.Parameters, yield)
	case *Parameter:
		yield(n.Name)
		each(n.Attributes, yield)
		optional(n.Default, yield)
	case *NamedBlock:
		each(n.Traps, yield)
		each(n.Statements, yield)
	case *StatementBlock:
		each(n.Traps, yield)
		each(n.Statements, yield)
	case *Attribute:
		each(n.PositionalArguments, yield)
		each(n.NamedArguments, yield)
	case *NamedAttributeArgument:
		optional(n.Argument, yield)
	case *CatchClause:
		each(n.CatchTypes, yield)
		some(n.Body, yield)
	case *CommandParameter:
		optional(n.Argument, yield)
	case *FileRedirection:
		optional(n.Location, yield)
	case *PropertyMember:
		some(n.PropertyType, yield)
		each(n.Attributes, yield)
		optional(n.InitialValue, yield)
	case *FunctionMember:
		some(n.ReturnType, yield)
		each(n.Attributes, yield)
		each(n.Parameters, yield)
		some(n.Body, yield)
	}
}

func childrenOfExpression(n Expression, yield func(Node)) {
	switch n := n.(type) {
	case *BinaryExpression:
		yield(n.Left)
		yield(n.Right)
	case *UnaryExpression:
		yield(n.Child)
	case *TernaryExpression:
		yield(n.Condition)
		yield(n.IfTrue)
		yield(n.IfFalse)
	case *ConvertExpression:
		yield(n.Type)
		yield(n.Child)
	case *AttributedExpression:
		yield(n.Attribute)
		yield(n.Child)
	case *MemberExpression:
		yield(n.Expression)
		yield(n.Member)
	case *InvokeMemberExpression:
		yield(n.Expression)
		yield(n.Member)
		each(n.Arguments, yield)
	case *BaseCtorInvokeMemberExpression:
		yield(n.Expression)
		yield(n.Member)
		each(n.Arguments, yield)
	case *IndexExpression:
		yield(n.Target)
		yield(n.Index)
	case *ScriptBlockExpression:
		yield(n.ScriptBlock)
	case *ParenExpression:
		yield(n.Pipeline)
	case *SubExpression:
		yield(n.Body)
	case *ArrayExpression:
		yield(n.Body)
	case *ArrayLiteral:
		each(n.Elements, yield)
	case *Hashtable:
		for _, entry := range n.Entries {
			yield(entry.Key)
			yield(entry.Value)
		}
	case *UsingExpression:
		yield(n.Expression)
	case *ExpandableStringExpression:
		for _, part := range n.Parts {
			optional(part.Expression, yield)
		}
	case *ErrorExpression:
		each(n.Nested, yield)
	}
}

func childrenOfStatement(n Statement, yield func(Node)) {
	switch n := n.(type) {
	case *Pipeline:
		each(n.Elements, yield)
	case *PipelineChain:
		yield(n.Left)
		yield(n.Right)
	case *Command:
		each(n.Elements, yield)
		each(n.Redirections, yield)
	case *CommandExpression:
		yield(n.Expression)
		each(n.Redirections, yield)
	case *AssignmentStatement:
		yield(n.Left)
		yield(n.Right)
	case *ErrorStatement:
		each(n.Nested, yield)
	case *FunctionDefinition:
		each(n.Parameters, yield)
		yield(n.Body)
	case *TypeDefinition:
		each(n.Attributes, yield)
		each(n.BaseTypes, yield)
		each(n.Members, yield)
	case *UsingStatement:
		some(n.Name, yield)
		some(n.Alias, yield)
		some(n.ModuleSpecification, yield)
	case *DataStatement:
		each(n.CommandsAllowed, yield)
		yield(n.Body)
	case *BlockStatement:
		yield(n.Body)
	default:
		childrenOfFlow(n, yield)
	}
}

// childrenOfFlow is children for what branches, loops or leaves a block.
func childrenOfFlow(n Statement, yield func(Node)) {
	switch n := n.(type) {
	case *IfStatement:
		for _, c := range n.Clauses {
			yield(c.Condition)
			yield(c.Body)
		}
		some(n.Else, yield)
	case *SwitchStatement:
		optional(n.Condition, yield)
		for _, c := range n.Clauses {
			yield(c.Pattern)
			yield(c.Body)
		}
		some(n.Default, yield)
	case *TryStatement:
		yield(n.Body)
		each(n.CatchClauses, yield)
		some(n.Finally, yield)
	case *TrapStatement:
		some(n.TrapType, yield)
		yield(n.Body)
	case *BreakStatement:
		optional(n.Label, yield)
	case *ContinueStatement:
		optional(n.Label, yield)
	case *ReturnStatement:
		optional(n.Pipeline, yield)
	case *ExitStatement:
		optional(n.Pipeline, yield)
	case *ThrowStatement:
		optional(n.Pipeline, yield)
	case *WhileStatement:
		yield(n.Condition)
		yield(n.Body)
	case *DoWhileStatement:
		yield(n.Condition)
		yield(n.Body)
	case *DoUntilStatement:
		yield(n.Condition)
		yield(n.Body)
	case *ForStatement:
		optional(n.Initializer, yield)
		optional(n.Condition, yield)
		optional(n.Iterator, yield)
		yield(n.Body)
	case *ForEachStatement:
		yield(n.Variable)
		yield(n.Condition)
		optional(n.ThrottleLimit, yield)
		yield(n.Body)
	}
}
