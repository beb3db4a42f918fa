package parser

// FunctionDefinition defines a function, a filter or a workflow.
type FunctionDefinition struct {
	Extent
	Kind       TokenKind // TokenFunction, TokenFilter, TokenWorkflow
	Name       string
	NameExtent Extent
	Parameters []*Parameter // of the list in parentheses after the name
	Body       *ScriptBlock
}

// TypeDefinition defines a class, an enumeration or an interface.
type TypeDefinition struct {
	Extent
	Kind       TokenKind // TokenClass, TokenEnum, TokenInterface
	Name       string
	NameExtent Extent
	Attributes []*Attribute
	BaseTypes  []*TypeConstraint
	Members    []Member
}

// MemberModifiers are the words before a member of a class.
type MemberModifiers uint8

// The modifiers of members. Every member is public; an enumeration's members
// are static literals.
const (
	ModifierPublic MemberModifiers = 1 << iota
	ModifierPrivate
	ModifierStatic
	ModifierLiteral
	ModifierHidden
)

// PropertyMember is a property of a class or a value of an enumeration.
type PropertyMember struct {
	Extent
	Name         string
	NameExtent   Extent
	Modifiers    MemberModifiers
	Attributes   []*Attribute
	PropertyType *TypeConstraint
	InitialValue Expression
}

// FunctionMember is a method or a constructor of a class.
type FunctionMember struct {
	Extent
	Name        string
	NameExtent  Extent
	Modifiers   MemberModifiers
	Constructor bool
	Attributes  []*Attribute
	ReturnType  *TypeConstraint
	Parameters  []*Parameter
	Body        *ScriptBlock
}

// UsingKind tells what a using statement is about.
type UsingKind uint8

// The kinds of using statements.
const (
	UsingAssembly UsingKind = iota
	UsingCommand
	UsingModule
	UsingNamespace
	UsingType
)

// String gives PowerShell's name of the kind.
func (k UsingKind) String() string {
	return [...]string{"Assembly", "Command", "Module", "Namespace", "Type"}[k]
}

// UsingStatement is using namespace, using module or using assembly.
type UsingStatement struct {
	Extent
	Kind                UsingKind
	Name                *StringConstantExpression
	Alias               *StringConstantExpression
	ModuleSpecification *Hashtable
}

// IfClause is a condition and the block it guards.
type IfClause struct {
	Condition PipelineBase
	Body      *StatementBlock
}

// IfStatement is if, elseif and else.
type IfStatement struct {
	Extent
	Clauses []IfClause
	Else    *StatementBlock
}

// WhileStatement is while (condition) { }.
type WhileStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// DoWhileStatement is do { } while (condition).
type DoWhileStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// DoUntilStatement is do { } until (condition).
type DoUntilStatement struct {
	Extent
	Label     string
	Condition PipelineBase
	Body      *StatementBlock
}

// ForStatement is for (initializer; condition; iterator) { }; each part may be
// nil.
type ForStatement struct {
	Extent
	Label       string
	Initializer PipelineBase
	Condition   PipelineBase
	Iterator    PipelineBase
	Body        *StatementBlock
}

// ForEachStatement is foreach (variable in values) { }.
type ForEachStatement struct {
	Extent
	Label         string
	Parallel      bool
	ThrottleLimit Expression
	Variable      *VariableExpression
	Condition     PipelineBase
	Body          *StatementBlock
}

// SwitchFlags are the options of a switch statement.
type SwitchFlags uint8

// The options of switch. -exact sets none.
const (
	SwitchFile SwitchFlags = 1 << iota
	SwitchRegex
	SwitchWildcard
	SwitchExact
	SwitchCaseSensitive
	SwitchParallel
)

// SwitchClause is a pattern and the block that runs when it matches.
type SwitchClause struct {
	Pattern Expression
	Body    *StatementBlock
}

// SwitchStatement is switch (condition) { pattern { } default { } }.
type SwitchStatement struct {
	Extent
	Label     string
	Flags     SwitchFlags
	Condition PipelineBase
	Clauses   []SwitchClause
	Default   *StatementBlock
}

// TryStatement is try, catch and finally.
type TryStatement struct {
	Extent
	Body         *StatementBlock
	CatchClauses []*CatchClause
	Finally      *StatementBlock
}

// CatchClause is catch [types] { }; without types it catches everything.
type CatchClause struct {
	Extent
	CatchTypes []*TypeConstraint
	Body       *StatementBlock
}

// TrapStatement is trap [type] { }.
type TrapStatement struct {
	Extent
	TrapType *TypeConstraint
	Body     *StatementBlock
}

// BreakStatement is break, with a label or without.
type BreakStatement struct {
	Extent
	Label Expression
}

// ContinueStatement is continue, with a label or without.
type ContinueStatement struct {
	Extent
	Label Expression
}

// ReturnStatement is return, with a value or without.
type ReturnStatement struct {
	Extent
	Pipeline PipelineBase
}

// ExitStatement is exit, with a value or without.
type ExitStatement struct {
	Extent
	Pipeline PipelineBase
}

// ThrowStatement is throw, with a value or without.
type ThrowStatement struct {
	Extent
	Pipeline PipelineBase
}

// DataStatement is a data section; Variable is empty when it has no name.
type DataStatement struct {
	Extent
	Variable        string
	CommandsAllowed []Expression
	Body            *StatementBlock
}

// BlockStatement is parallel { } or sequence { } of a workflow.
type BlockStatement struct {
	Extent
	Kind TokenKind
	Body *StatementBlock
}

// Pipeline is one or more commands joined by |.
type Pipeline struct {
	Extent
	Elements   []CommandBase
	Background bool
}

// PipelineChain joins two pipelines by && or ||; Left is a [Pipeline] or
// another chain.
type PipelineChain struct {
	Extent
	Operator   TokenKind // TokenAndAnd or TokenOrOr
	Left       PipelineBase
	Right      *Pipeline
	Background bool
}

// Command is the call of a command. The first element names it.
type Command struct {
	Extent
	Invocation   TokenKind // TokenAmpersand, TokenDot or TokenUnknown
	Elements     []CommandElement
	Redirections []Redirection // in the order of the streams' numbers
}

// CommandParameter is -name or -name:argument.
type CommandParameter struct {
	Extent
	Name        string
	Argument    Expression // only after a colon
	ErrorExtent Extent     // of the name alone, the dash and colon included
}

// CommandExpression is an expression that stands where a command could.
type CommandExpression struct {
	Extent
	Expression   Expression
	Redirections []Redirection
}

// RedirectionStream names a stream in a redirection.
type RedirectionStream uint8

// The streams, numbered as in a script: 2>&1.
const (
	StreamAll RedirectionStream = iota
	StreamOutput
	StreamError
	StreamWarning
	StreamVerbose
	StreamDebug
	StreamInformation
)

// String gives PowerShell's name of the stream.
func (s RedirectionStream) String() string {
	return [...]string{"All", "Output", "Error", "Warning", "Verbose", "Debug", "Information"}[s]
}

// FileRedirection is > or >> to a file.
type FileRedirection struct {
	Extent
	From     RedirectionStream
	Append   bool
	Location Expression
}

// MergingRedirection is 2>&1 and the like.
type MergingRedirection struct {
	Extent
	From, To RedirectionStream
}

// AssignmentStatement assigns the value of Right to Left. A lone expression on
// the right is a bare [CommandExpression].
type AssignmentStatement struct {
	Extent
	Operator    TokenKind
	Left        Expression
	Right       Statement
	ErrorExtent Extent // of the operator
}

// ErrorStatement stands for a statement that could not be understood.
type ErrorStatement struct {
	Extent
	Kind   TokenKind // the keyword, or TokenUnknown
	Nested []Node
}
