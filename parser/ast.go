package parser

// Node is a node of the syntax tree. The sum is sealed: the types of this
// package are all there are.
type Node interface {
	// Span gives where the node stands in its source.
	Span() Extent
	node()
}

// Statement is a node that can stand in a block of statements.
type Statement interface {
	Node
	statement()
}

// PipelineBase is a statement that can stand where a value is asked for, in
// parentheses or after return: [Pipeline], [PipelineChain],
// [AssignmentStatement], [ErrorStatement].
type PipelineBase interface {
	Statement
	pipelineBase()
}

// CommandBase is an element of a pipeline: [Command] or [CommandExpression].
// A CommandExpression can also be a statement, as the right side of an
// assignment.
type CommandBase interface {
	Statement
	commandBase()
}

// CommandElement is the name, an argument or a parameter of a [Command]: an
// Expression or a [CommandParameter].
type CommandElement interface {
	Node
	commandElement()
}

// Expression is a node that has a value.
type Expression interface {
	CommandElement
	expression()
}

// Redirection sends a stream elsewhere: [FileRedirection] or
// [MergingRedirection].
type Redirection interface {
	Node
	redirection()
}

// AttributeBase is what stands in brackets before a parameter, a variable or a
// declaration: [Attribute] or [TypeConstraint].
type AttributeBase interface {
	Node
	attributeBase()
}

// Member is a member of a class or an enumeration: [PropertyMember] or
// [FunctionMember].
type Member interface {
	Node
	member()
}

// ScriptBlock is a script, or the code between the braces of a function, a
// method or a script block expression.
type ScriptBlock struct {
	Extent
	Source          *Source
	Requirements    *ScriptRequirements // of a whole script only; nil without #requires
	UsingStatements []*UsingStatement
	ParamBlock      *ParamBlock
	DynamicParam    *NamedBlock
	Begin           *NamedBlock
	Process         *NamedBlock
	End             *NamedBlock
	Clean           *NamedBlock
}

// Blocks gives the named blocks that are there, in the order dynamicparam,
// begin, process, end, clean.
func (s *ScriptBlock) Blocks() []*NamedBlock {
	blocks := make([]*NamedBlock, 0, 5)
	for _, b := range [...]*NamedBlock{s.DynamicParam, s.Begin, s.Process, s.End, s.Clean} {
		if b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// ParamBlock is param(...) with the attributes before it.
type ParamBlock struct {
	Extent
	Attributes []*Attribute
	Parameters []*Parameter
}

// Parameter is one parameter of a param block, a function or a method.
type Parameter struct {
	Extent
	Attributes []AttributeBase
	Name       *VariableExpression
	Default    Expression // nil without one
}

// NamedBlock is begin, process, end, clean or dynamicparam. A body without
// named blocks is an unnamed end block (process in a filter).
type NamedBlock struct {
	Extent
	Kind       TokenKind // TokenBegin, TokenProcess, TokenEnd, TokenClean, TokenDynamicparam
	Unnamed    bool
	Traps      []*TrapStatement
	Statements []Statement
}

// StatementBlock is a list of statements, mostly between braces.
type StatementBlock struct {
	Extent
	Traps      []*TrapStatement
	Statements []Statement
}

// Attribute is [Name(arguments)].
type Attribute struct {
	Extent
	TypeName            TypeReference
	PositionalArguments []Expression
	NamedArguments      []*NamedAttributeArgument
}

// NamedAttributeArgument is name=value in an attribute. Argument is nil when
// only the name is written, which means true.
type NamedAttributeArgument struct {
	Extent
	Name     string
	Argument Expression
}

// TypeConstraint is [type] before a parameter, a variable or an operand.
type TypeConstraint struct {
	Extent
	TypeName TypeReference
}

// ScriptRequirements are the #requires lines of a script.
type ScriptRequirements struct {
	ShellID    string
	Version    string // as .NET's Version prints it; empty without one
	PSEditions []string
	Modules    []ModuleSpecification
	Assemblies []string
	Elevated   bool
}

// ModuleSpecification names a module that a script needs; the versions and the
// guid are empty when not written.
type ModuleSpecification struct {
	Name, GUID, Version, MaximumVersion, RequiredVersion string
}
