package runtime

import (
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
// A parameter of several sets repeats the tag's words after a semicolon:
// `param:"ParameterSetName=A,Position=0;ParameterSetName=B,Mandatory"`. The tag
// `validate` holds validation attributes ("Set=a|b|c", "Range=0:100",
// "Count=1:5", "Length=1:9", "Pattern=^x", "NotNull", "NotNullOrEmpty"), `type` the
// .NET type shown and converted to where the field's Go type does not tell it,
// `allow` "Null", "EmptyString", "EmptyCollection".
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

// ArgumentBinder is a parameter's Go type that converts arguments itself; the
// message of its error is shown as the reason of the failed binding.
type ArgumentBinder interface {
	BindArgument(v objects.Value) error
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
type AliasEntry struct{ Name, Definition string }

// FunctionEntry is a function of a module written in PowerShell, such as
// "prompt", "mkdir" or "help".
type FunctionEntry struct{ Name, Body string }

// Module is a set of commands with the types and views of what they write.
type Module struct {
	Name      string
	Version   string
	Cmdlets   []CmdletEntry
	Aliases   []AliasEntry
	Functions []FunctionEntry
	Types     []objects.TypeEntry
}
