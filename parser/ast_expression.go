package parser

// BinaryExpression is Left operator Right.
type BinaryExpression struct {
	Extent
	Operator    TokenKind
	Left, Right Expression
	ErrorExtent Extent // of the operator
}

// UnaryExpression is operator Child, or Child++ and Child--, whose operators
// are TokenPostfixPlusPlus and TokenPostfixMinusMinus.
type UnaryExpression struct {
	Extent
	Operator TokenKind
	Child    Expression
}

// TernaryExpression is Condition ? IfTrue : IfFalse.
type TernaryExpression struct {
	Extent
	Condition, IfTrue, IfFalse Expression
}

// ConvertExpression is [type] Child: a cast, or a typed assignment target.
type ConvertExpression struct {
	Extent
	Type  *TypeConstraint
	Child Expression
}

// AttributedExpression is [Attribute()] Child.
type AttributedExpression struct {
	Extent
	Attribute AttributeBase
	Child     Expression
}

// MemberExpression is Expression.Member or Expression::Member.
type MemberExpression struct {
	Extent
	Static          bool
	NullConditional bool
	Expression      Expression
	Member          Expression
}

// InvokeMemberExpression is Expression.Member(Arguments).
type InvokeMemberExpression struct {
	Extent
	Static           bool
	NullConditional  bool
	Expression       Expression
	Member           Expression
	GenericArguments []TypeReference
	Arguments        []Expression
}

// BaseCtorInvokeMemberExpression is the call of the base class's constructor,
// the first statement of every constructor, written or not.
type BaseCtorInvokeMemberExpression struct {
	Extent
	Expression Expression // the variable this
	Member     Expression // the constant .ctor
	Arguments  []Expression
}

// IndexExpression is Target[Index]; several indexes are one ArrayLiteral.
type IndexExpression struct {
	Extent
	NullConditional bool
	Target, Index   Expression
}

// TypeExpression is [type] as a value.
type TypeExpression struct {
	Extent
	TypeName TypeReference
}

// ScriptBlockExpression is { ... } as a value.
type ScriptBlockExpression struct {
	Extent
	ScriptBlock *ScriptBlock
}

// ParenExpression is (pipeline).
type ParenExpression struct {
	Extent
	Pipeline PipelineBase
}

// SubExpression is $(statements).
type SubExpression struct {
	Extent
	Body *StatementBlock
}

// ArrayExpression is @(statements).
type ArrayExpression struct {
	Extent
	Body *StatementBlock
}

// ArrayLiteral is a, b, c; with one element it is the unary comma.
type ArrayLiteral struct {
	Extent
	Elements []Expression
}

// HashtableEntry is key = value.
type HashtableEntry struct {
	Key   Expression
	Value Statement
}

// Hashtable is @{ key = value; ... }.
type Hashtable struct {
	Extent
	Entries []HashtableEntry
}

// VariableScope is what stands before the colon in a variable's path.
type VariableScope uint8

// The scopes. ScopeDrive is any other word before a colon, as in $env:PATH;
// ScopeVariable is the drive variable:, which names no drive.
const (
	ScopeNone VariableScope = iota
	ScopeGlobal
	ScopeLocal
	ScopePrivate
	ScopeScript
	ScopeDrive
	ScopeVariable
)

// String gives the scope's name: Global, Drive; it is empty for ScopeNone and
// ScopeVariable.
func (s VariableScope) String() string {
	return [...]string{"", "Global", "Local", "Private", "Script", "Drive", ""}[s]
}

// VariableExpression is $name or, splatted, @name.
type VariableExpression struct {
	Extent
	Splatted bool
	Scope    VariableScope
	Path     string // as written, with its prefix: "env:PATH", "global:x"
	Name     string // without the prefix: "PATH", "x"
}

// Drive gives the name before the colon of a drive-qualified path, else "".
func (v *VariableExpression) Drive() string {
	if v.Scope != ScopeDrive {
		return ""
	}
	return v.Path[:len(v.Path)-len(v.Name)-1]
}

// UsingExpression is $using:name; the whole member or index chain is inside,
// the variable without the prefix.
type UsingExpression struct {
	Extent
	Expression Expression
}

// ConstantExpression is a number. Text is how it is written, which is what a
// command that wants a string receives.
type ConstantExpression struct {
	Extent
	Value Number
	Text  string
}

// StringKind tells how a string is written.
type StringKind uint8

// The kinds of strings.
const (
	BareWord StringKind = iota
	SingleQuoted
	DoubleQuoted
	SingleQuotedHereString
	DoubleQuotedHereString
)

// String gives PowerShell's name of the kind.
func (k StringKind) String() string {
	return [...]string{"BareWord", "SingleQuoted", "DoubleQuoted", "SingleQuotedHereString", "DoubleQuotedHereString"}[k]
}

// StringConstantExpression is a string without nested expressions. Value has
// its escapes resolved; a lone UTF-16 surrogate in it is encoded as the three
// bytes its number gives in UTF-8's scheme.
type StringConstantExpression struct {
	Extent
	Kind  StringKind
	Value string
}

// StringPart is a piece of an expandable string: literal text, or an
// expression when that is not nil.
type StringPart struct {
	Text       string
	Expression Expression
}

// ExpandableStringExpression is a string with nested expressions.
type ExpandableStringExpression struct {
	Extent
	Kind  StringKind
	Value string // the text between the quotes, escapes resolved, expressions as written
	Parts []StringPart
}

// ErrorExpression stands for an expression that could not be understood.
type ErrorExpression struct {
	Extent
	Nested []Node
}
