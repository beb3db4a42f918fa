package runtime

import (
	"github.com/csshell/csshell/objects"
)

// AllParameterSets is the name of the set that every parameter without a set
// belongs to ("about_Parameter_Sets").
const AllParameterSets = "__AllParameterSets"

// Parameter is one parameter of a cmdlet or function.
type Parameter struct {
	Name    string
	Type    *objects.Type
	Aliases []string
	Sets    []ParameterInSet // one for each set; a single one named AllParameterSets where it has none
	Help    string

	// Transforms and Validators run in order of declaration, first the one,
	// then, on the converted value, the other.
	Transforms []Transform
	Validators []Validator

	AllowNull            bool
	AllowEmptyString     bool
	AllowEmptyCollection bool
	Obsolete             string
	Dynamic              bool // from dynamicparam
	IsSwitch             bool

	// slot is where the bound value goes: a field of the cmdlet's struct, or a
	// local variable of the function.
	slot int

	// constraints stay with the variable of a function's parameter.
	constraints []Constraint
}

// ParameterInSet is what a parameter is in one set.
type ParameterInSet struct {
	Set                             string
	Position                        int // -1 for a named parameter
	Mandatory                       bool
	ValueFromPipeline               bool
	ValueFromPipelineByPropertyName bool
	ValueFromRemainingArguments     bool
	DontShow                        bool
	HelpMessage                     string
}

// Validator checks a converted argument (ValidateSet, ValidateRange, …); its
// error is a ValidationMetadataException.
type Validator interface {
	Validate(s *Session, v objects.Value) error
}

// Transform changes an argument before it is converted
// (ArgumentTransformationAttribute).
type Transform interface {
	Transform(s *Session, v objects.Value) (objects.Value, error)
}

// ParameterTable is what the binder, Get-Command, help and completion know of a
// command's parameters.
type ParameterTable struct {
	Parameters        []*Parameter // in order of declaration, then the common ones
	DefaultSet        string
	PositionalBinding bool
	SupportsProcess   bool // SupportsShouldProcess
	SupportsPaging    bool
	ConfirmImpact     ConfirmImpact
	Advanced          bool // a cmdlet, or a function with CmdletBinding or Parameter attributes
	byName            map[string]*Parameter
}

// ConfirmImpact is how destructive a command says it is (about_Functions_CmdletBindingAttribute).
type ConfirmImpact uint8

// The impacts, in order.
const (
	ImpactNone ConfirmImpact = iota
	ImpactLow
	ImpactMedium
	ImpactHigh
)
