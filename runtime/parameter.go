package runtime

import (
	"math"

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

	// Attributes are the attributes as scripts see them
	// (ParameterMetadata.Attributes).
	Attributes []objects.Object
	// Transforms and Validators run in order, first the one, then, on the
	// converted value, the other.
	Transforms []Transform
	Validators []Validator

	AllowNull            bool
	AllowEmptyString     bool
	AllowEmptyCollection bool
	Obsolete             *string // the message of an obsolete parameter
	Refused              string  // why csshell cannot have the parameter, which scripts may name all the same
	TypeName             string  // the PSTypeName that arguments must have
	Completer            objects.Value
	Completions          []string // words that complete the argument
	SupportsWildcards    bool
	Dynamic              bool // from dynamicparam
	IsSwitch             bool

	// slot is where the bound value goes: a field of the cmdlet's struct, or a
	// local variable of the function.
	slot int
	// casts is the number of types before a function's parameter.
	casts int
	// constraints stay with the variable of a function's parameter.
	constraints []Constraint
	// bindsItself reports that the parameter's Go type converts arguments (see
	// [ArgumentBinder]).
	bindsItself bool
	// plain reports that any argument may be bound as it is: no type, no
	// attributes that change or check it.
	plain bool
	// everySet reports that the parameter belongs to no set of its own.
	everySet bool
	// common says which common parameter it is; notCommon for the command's own.
	common commonParameter
	// inSet is the parameter's place in each set of the table, by the set's
	// index; nil where it is not in the set.
	inSet []*ParameterInSet
}

// ParameterInSet is what a parameter is in one set.
type ParameterInSet struct {
	Set                             string
	Position                        int // NoPosition for a parameter bound by name only
	Mandatory                       bool
	ValueFromPipeline               bool
	ValueFromPipelineByPropertyName bool
	ValueFromRemainingArguments     bool
	DontShow                        bool
	HelpMessage                     string
}

// NoPosition is the Position of a parameter that is bound by name only, .NET's
// smallest int.
const NoPosition = math.MinInt32

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

// inEverySet reports whether the parameter belongs to all sets.
func (p *Parameter) inEverySet() bool { return p.everySet }

// mandatorySomewhere reports whether some set asks for the parameter.
func (p *Parameter) mandatorySomewhere() bool {
	return p.hasSet(func(in *ParameterInSet) bool { return in.Mandatory })
}

// takesPipeline reports whether some set fills the parameter from the pipeline.
func (p *Parameter) takesPipeline() bool {
	return p.hasSet(func(in *ParameterInSet) bool {
		return in.ValueFromPipeline || in.ValueFromPipelineByPropertyName
	})
}

func (p *Parameter) hasSet(is func(*ParameterInSet) bool) bool {
	for i := range p.Sets {
		if is(&p.Sets[i]) {
			return true
		}
	}
	return false
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
	HelpURI           string
	OutputTypes       []string

	// declared is how many of Parameters are the command's own.
	declared int
	// simple reports a table for which [binder.everyday] may bind: one set, and
	// nothing to ask for but what stands first.
	simple bool
	// untyped reports that all parameters take positional arguments as they are.
	untyped bool
	// required is how many positional arguments the simple call needs.
	required int
	// script reports whether the command is a function: its arguments are
	// converted as casts do, and default values are expressions.
	script bool
	// sets are the parameter sets in the order they appear; a table without
	// sets has one, named AllParameterSets.
	sets       []*parameterSet
	defaultSet *parameterSet
	byName     map[string]*Parameter // by folded name and alias
	pipeline   []*Parameter          // those that the pipeline may fill, last declared first
	mandatory  []*Parameter          // those that some set asks for
}

// parameterSet is one parameter set of a table.
type parameterSet struct {
	name  string
	index int
	// positional are the set's parameters with a position, in its order.
	positional []*Parameter
}

// ParameterSetNames are the names of the table's sets, in the order in which
// they are first mentioned.
func (t *ParameterTable) ParameterSetNames() []string {
	names := make([]string, len(t.sets))
	for i, set := range t.sets {
		names[i] = set.name
	}
	return names
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
