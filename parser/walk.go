package parser

// Walk visits n and its descendants in the order of the source; where visit
// answers false, the node's children are passed over. Nil nodes are not
// visited.
func Walk(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	children(n, func(child Node) { Walk(child, visit) })
}

// children calls f for the nodes directly below n.
func children(n Node, f func(Node)) {
	switch n := n.(type) {
	case *ScriptBlock:
		each(f, n.UsingStatements)
		one(f, n.ParamBlock)
		each(f, n.Blocks())
	case *ParamBlock:
		each(f, n.Attributes)
		each(f, n.Parameters)
	case *Parameter:
		each(f, n.Attributes)
		one(f, n.Name)
		any1(f, n.Default)
	case *NamedBlock:
		each(f, n.Traps)
		each(f, n.Statements)
	case *StatementBlock:
		each(f, n.Traps)
		each(f, n.Statements)
	case *Attribute:
		each(f, n.PositionalArguments)
		each(f, n.NamedArguments)
	case *NamedAttributeArgument:
		any1(f, n.Argument)
	case Statement:
		statementChildren(n, f)
	case Expression:
		expressionChildren(n, f)
	case *CommandParameter:
		any1(f, n.Argument)
	case *FileRedirection:
		any1(f, n.Location)
	case *PropertyMember:
		each(f, n.Attributes)
		one(f, n.PropertyType)
		any1(f, n.InitialValue)
	case *FunctionMember:
		each(f, n.Attributes)
		one(f, n.ReturnType)
		each(f, n.Parameters)
		one(f, n.Body)
	case *CatchClause:
		each(f, n.CatchTypes)
		one(f, n.Body)
	}
}

func statementChildren(n Statement, f func(Node)) {
	switch n := n.(type) {
	case *FunctionDefinition:
		each(f, n.Parameters)
		one(f, n.Body)
	case *TypeDefinition:
		each(f, n.Attributes)
		each(f, n.BaseTypes)
		each(f, n.Members)
	case *UsingStatement:
		one(f, n.Name)
		one(f, n.Alias)
		one(f, n.ModuleSpecification)
	case *IfStatement:
		for _, c := range n.Clauses {
			any1(f, c.Condition)
			one(f, c.Body)
		}
		one(f, n.Else)
	case *WhileStatement:
		any1(f, n.Condition)
		one(f, n.Body)
	case *DoWhileStatement:
		one(f, n.Body)
		any1(f, n.Condition)
	case *DoUntilStatement:
		one(f, n.Body)
		any1(f, n.Condition)
	case *ForStatement:
		any1(f, n.Initializer)
		any1(f, n.Condition)
		any1(f, n.Iterator)
		one(f, n.Body)
	case *ForEachStatement:
		any1(f, n.ThrottleLimit)
		one(f, n.Variable)
		any1(f, n.Condition)
		one(f, n.Body)
	case *SwitchStatement:
		any1(f, n.Condition)
		for _, c := range n.Clauses {
			any1(f, c.Pattern)
			one(f, c.Body)
		}
		one(f, n.Default)
	default:
		leavingChildren(n, f)
	}
}

// leavingChildren are the children of statements that handle errors, leave a
// block or run commands.
func leavingChildren(n Statement, f func(Node)) {
	switch n := n.(type) {
	case *TryStatement:
		one(f, n.Body)
		each(f, n.CatchClauses)
		one(f, n.Finally)
	case *TrapStatement:
		one(f, n.TrapType)
		one(f, n.Body)
	case *BreakStatement:
		any1(f, n.Label)
	case *ContinueStatement:
		any1(f, n.Label)
	case *ReturnStatement:
		any1(f, n.Pipeline)
	case *ExitStatement:
		any1(f, n.Pipeline)
	case *ThrowStatement:
		any1(f, n.Pipeline)
	case *DataStatement:
		each(f, n.CommandsAllowed)
		one(f, n.Body)
	case *BlockStatement:
		one(f, n.Body)
	case *Pipeline:
		each(f, n.Elements)
	case *PipelineChain:
		any1(f, n.Left)
		one(f, n.Right)
	case *Command:
		each(f, n.Elements)
		each(f, n.Redirections)
	case *CommandExpression:
		any1(f, n.Expression)
		each(f, n.Redirections)
	case *AssignmentStatement:
		any1(f, n.Left)
		any1(f, n.Right)
	case *ErrorStatement:
		each(f, n.Nested)
	}
}

func expressionChildren(n Expression, f func(Node)) {
	switch n := n.(type) {
	case *BinaryExpression:
		any1(f, n.Left)
		any1(f, n.Right)
	case *UnaryExpression:
		any1(f, n.Child)
	case *TernaryExpression:
		any1(f, n.Condition)
		any1(f, n.IfTrue)
		any1(f, n.IfFalse)
	case *ConvertExpression:
		one(f, n.Type)
		any1(f, n.Child)
	case *AttributedExpression:
		any1(f, n.Attribute)
		any1(f, n.Child)
	case *MemberExpression:
		any1(f, n.Expression)
		any1(f, n.Member)
	case *InvokeMemberExpression:
		any1(f, n.Expression)
		any1(f, n.Member)
		each(f, n.Arguments)
	case *BaseCtorInvokeMemberExpression:
		any1(f, n.Expression)
		any1(f, n.Member)
		each(f, n.Arguments)
	case *IndexExpression:
		any1(f, n.Target)
		any1(f, n.Index)
	default:
		enclosingChildren(n, f)
	}
}

// enclosingChildren are the children of expressions that enclose others.
func enclosingChildren(n Expression, f func(Node)) {
	switch n := n.(type) {
	case *ScriptBlockExpression:
		one(f, n.ScriptBlock)
	case *ParenExpression:
		any1(f, n.Pipeline)
	case *SubExpression:
		one(f, n.Body)
	case *ArrayExpression:
		one(f, n.Body)
	case *ArrayLiteral:
		each(f, n.Elements)
	case *Hashtable:
		for _, e := range n.Entries {
			any1(f, e.Key)
			any1(f, e.Value)
		}
	case *UsingExpression:
		any1(f, n.Expression)
	case *ExpandableStringExpression:
		for _, p := range n.Parts {
			any1(f, p.Expression)
		}
	case *ErrorExpression:
		each(f, n.Nested)
	}
}

// one visits a child held by pointer, if it is there.
func one[T any, P interface {
	*T
	Node
}](f func(Node), child P) {
	if child != nil {
		f(child)
	}
}

// any1 visits a child held by interface, if it is there.
func any1(f func(Node), child Node) {
	if child != nil {
		f(child)
	}
}

func each[T Node](f func(Node), list []T) {
	for _, n := range list {
		f(n)
	}
}
