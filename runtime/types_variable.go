package runtime

import (
	"github.com/csshell/csshell/objects"
)

// PSVariableType is System.Management.Automation.PSVariable.
var PSVariableType = &objects.Type{FullName: "System.Management.Automation.PSVariable", Kind: objects.KindObject}

// PSVariable is a variable as a value: what Get-Variable writes.
type PSVariable struct {
	*Variable
	session *Session
}

// PSVariableOf makes the value of a variable.
func (s *Session) PSVariableOf(v *Variable) *PSVariable { return &PSVariable{v, s} }

// Type is System.Management.Automation.PSVariable.
func (*PSVariable) Type() *objects.Type { return PSVariableType }

func declarePSVariable() *objects.Declaration {
	return &objects.Declaration{
		Type: PSVariableType,
		Constructors: []objects.Method{
			{Signature: "psvariable new(string name)", Call: newPSVariable},
			{Signature: "psvariable new(string name, System.Object value)", Call: newPSVariable},
		},
		Properties: []objects.Property{
			text("string Name {get;}", func(v *PSVariable) string { return v.Name }),
			{Signature: "string Description {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				v, _ := objects.As[*PSVariable](this)
				return objects.String(v.Description), nil
			}, Set: func(this, to objects.Value) error {
				v, _ := objects.As[*PSVariable](this)
				v.Description, _ = to.Str()
				return nil
			}},
			{Signature: "System.Object Value {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				v, _ := objects.As[*PSVariable](this)
				return v.Value(), nil
			}, Set: func(this, to objects.Value) error {
				v, _ := objects.As[*PSVariable](this)
				return v.Assign(v.session, to)
			}},
			text("string ModuleName {get;}", func(v *PSVariable) string { return v.Module }),
			text("string Visibility {get;set;}", func(*PSVariable) string { return "Public" }),
			value("System.Management.Automation.ScopedItemOptions Options {get;set;}", func(v *PSVariable) objects.Value {
				return objects.Word(ScopedItemOptionsType, uint64(v.Options))
			}),
		},
	}
}

func newPSVariable(c *objects.Call) (objects.Value, error) {
	v := NewVariable(c.Str(0), objects.Null)
	if len(c.Args) > 1 {
		v.value = c.Args[1]
	}
	s, _ := sessionOf(c.Context)
	return objects.Of(&PSVariable{v, s}), nil
}

// ScopedItemOptionsType is System.Management.Automation.ScopedItemOptions.
var ScopedItemOptionsType = &objects.Type{
	FullName: "System.Management.Automation.ScopedItemOptions", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Flags: true,
		Names:  []string{"None", "ReadOnly", "Constant", "Private", "AllScope", "Unspecified"},
		Values: []int64{0, 1, 2, 4, 8, 16}},
}
