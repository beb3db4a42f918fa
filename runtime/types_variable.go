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

// Type is System.Management.Automation.PSVariable, or LocalVariable for one that
// the code of its scope names.
func (v *PSVariable) Type() *objects.Type {
	if v.local {
		return localVariableType
	}
	return PSVariableType
}

var localVariableType = &objects.Type{FullName: "System.Management.Automation.LocalVariable", Base: PSVariableType, Kind: objects.KindObject}

var visibilityType = &objects.Type{
	FullName: "System.Management.Automation.SessionStateEntryVisibility", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Names: []string{"Public", "Private"}, Values: []int64{0, 1}},
}

// attributesType is what PSVariable.Attributes is.
var attributesType = &objects.Type{FullName: "System.Management.Automation.PSVariableAttributeCollection", Kind: objects.KindObject}

// attributes are the types and attributes that a variable was declared with; a
// type alone is no attribute but how the variable is kept.
func (v *PSVariable) attributes() objects.Value {
	list := make([]objects.Value, 0, len(v.Constraints))
	if len(v.Constraints) == 1 {
		if _, typed := v.Constraints[0].(typeConstraint); typed {
			return objects.Of(objects.NewList(attributesType, list))
		}
	}
	for _, c := range v.Constraints {
		switch c := c.(type) {
		case typeConstraint:
			list = append(list, objects.Of(&castAttribute{to: c.typ}))
		case castConstraint:
			list = append(list, objects.Of(&castAttribute{to: c.to}))
		case validationConstraint:
			if o, ok := c.Validator.(objects.Object); ok {
				list = append(list, objects.Of(o))
			}
		}
	}
	return objects.Of(objects.NewList(attributesType, list))
}

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
			value("System.Management.Automation.SessionStateEntryVisibility Visibility {get;set;}", func(*PSVariable) objects.Value {
				return objects.Word(visibilityType, 0)
			}),
			value("System.Management.Automation.PSVariableAttributeCollection Attributes {get;}", (*PSVariable).attributes),
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
