package runtime

import (
	"context"
	"io/fs"

	"github.com/csshell/csshell/objects"
)

// Cmdlet is a command written in Go. The struct that implements it is its
// declaration: exported fields with a `param` tag are its parameters, in
// PowerShell's own words; a blank field with a `cmdlet` tag carries what
// CmdletBinding would:
//
//	type GetCsUser struct {
//		_ struct{} `cmdlet:"DefaultParameterSetName=Identity,SupportsShouldProcess,ConfirmImpact=Medium"`
//
//		Identity cs.UserID       `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The user."`
//		Filter   string          `param:"ParameterSetName=Filter" validate:"NotNullOrEmpty"`
//		Force    SwitchParameter `param:"Alias=f,Alias=y"`
//	}
//
// The words of `cmdlet` are DefaultParameterSetName, SupportsShouldProcess,
// SupportsPaging, ConfirmImpact, HelpUri, OutputType (once for each) and Class, the
// name of the .NET class that the ids of errors end with, where PowerShell's own
// cmdlet is not called like all others.
//
// The words of `param` are ParameterSetName, Position, Mandatory,
// ValueFromPipeline, ValueFromPipelineByPropertyName, ValueFromRemainingArguments,
// DontShow, Dynamic (shown as one that depends on others), Alias (once for each), Name where the field is called otherwise,
// Obsolete, SupportsWildcards and PSTypeName. A parameter that is the same in
// several sets names them with bars between: "ParameterSetName=A|B"; one that
// differs repeats the words after a semicolon:
// `param:"ParameterSetName=A,Position=0;ParameterSetName=B,Mandatory"`.
//
// The tag `validate` holds validation attributes ("Set=a|b|c", "Range=0:100",
// "Range=Positive", "Count=1:5", "Length=1:9", "NotNull", "NotNullOrEmpty",
// "NotNullOrWhiteSpace", last "Pattern=^x"), `allow` "Null", "EmptyString",
// "EmptyCollection", `complete` words that complete the argument, `help` what
// Get-Help says, `helpMessage` what a prompt for the parameter says after !?. `type`
// is the .NET type shown and converted to where the field's Go type does not tell
// it; a [Transform] that is to run before that comes from [TransformedParameters].
// `refuse` says why csshell cannot have a parameter that PowerShell has: naming it is
// an error with that reason.
//
// ProcessRecord runs once for each object from the pipeline, or once.
// A returned error ends the command (ThrowTerminatingError); rt.WriteError goes on.
type Cmdlet interface {
	ProcessRecord(rt *CommandRuntime) error
}

// BeginProcessor is a cmdlet with work before the first record.
type BeginProcessor interface {
	BeginProcessing(rt *CommandRuntime) error
}

// EndProcessor is a cmdlet with work after the last record.
type EndProcessor interface {
	EndProcessing(rt *CommandRuntime) error
}

// Closer is a cmdlet that holds something to let go: Close runs at the end,
// also after an error or Ctrl+C.
type Closer interface {
	Close() error
}

// DynamicParameters is a cmdlet with parameters that depend on those already
// bound: it returns a pointer to a struct of further fields with `param` tags.
type DynamicParameters interface {
	DynamicParameters(rt *CommandRuntime) (any, error)
}

// TransformedParameters is a cmdlet whose arguments are changed before they are
// converted (ArgumentTransformationAttribute): it gives the transformation of a
// parameter, or nil.
type TransformedParameters interface {
	TransformOf(parameter string) Transform
}

// ArgumentBinder is a parameter's Go type that converts arguments itself; the
// message of its error is shown as the reason of the failed binding.
type ArgumentBinder interface {
	BindArgument(v objects.Value) error
}

// Transformation is an ArgumentBinder that stands for a transformation attribute
// rather than a conversion, which the error of a refused argument tells
// (ArgumentTransformationMetadataException).
type Transformation interface {
	ArgumentBinder
	// TransformsArgument reports whether v, which was refused, is an argument of
	// the kind that the attribute changes; any other is one that did not convert.
	TransformsArgument(v objects.Value) bool
}

// SwitchParameter is a parameter without a value: present or not.
type SwitchParameter bool

// Optional is a parameter that knows whether it was given.
type Optional[T any] struct {
	Value T
	Bound bool
}

// CmdletEntry names a cmdlet of a module; New makes the struct that takes one
// invocation's arguments. Nothing else is known of it until it is first used.
type CmdletEntry struct {
	Name string
	New  func() Cmdlet
}

// AliasEntry is an alias of a module.
type AliasEntry struct {
	Name, Definition string
	Options          VariableOptions
}

// FunctionEntry is a function of a module written in PowerShell, such as
// "prompt", "mkdir" or "help".
type FunctionEntry struct{ Name, Body string }

// Module is a set of commands with the types and views of what they write.
type Module struct {
	Name    string
	Version string
	// OtherNames are further names under which scripts import the module.
	OtherNames []string
	// Instead says in one sentence what there is in the place of a command that
	// is not there, or nothing; nil says nothing.
	Instead func(name string) string
	// GlobalMessages says that its cmdlets look for $VerbosePreference and its
	// like in the global scope, as the functions of a script module do, and not
	// in that of the caller.
	GlobalMessages bool

	Cmdlets   []CmdletEntry
	Aliases   []AliasEntry
	Functions []FunctionEntry
	Types     []objects.TypeEntry
	// Suggest gives the arguments that begin with a word, for parameters whose
	// values the module knows, such as the users of a store; nil for none. It must
	// answer at once or not at all.
	Suggest func(ctx context.Context, p *Parameter, word string) []Suggestion
	// Help holds texts on cmdlets as NAME.txt, in the keywords of comment-based
	// help; nil for none. A file is read when its help is asked for.
	Help fs.FS
}
