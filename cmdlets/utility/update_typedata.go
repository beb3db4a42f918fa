package utility

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// UpdateTypeData adds a member to all objects of a type, or says which
// properties of it are shown ("about_Types.ps1xml").
type UpdateTypeData struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=DynamicTypeSet,SupportsShouldProcess"`

	MemberType                string                  `param:"ParameterSetName=DynamicTypeSet" type:"System.Management.Automation.PSMemberTypes"`
	MemberName                string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty"`
	Value                     objects.Value           `param:"ParameterSetName=DynamicTypeSet"`
	SecondValue               objects.Value           `param:"ParameterSetName=DynamicTypeSet" validate:"NotNull"`
	SerializationDepth        int                     `param:"ParameterSetName=DynamicTypeSet" validate:"Range=0:2147483647"`
	DefaultDisplayProperty    string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty"`
	DefaultDisplayPropertySet []string                `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty"`
	DefaultKeyPropertySet     []string                `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty"`
	TypeName                  string                  `param:"ParameterSetName=DynamicTypeSet,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty"`
	Force                     runtime.SwitchParameter `param:"ParameterSetName=DynamicTypeSet"`
}

// ProcessRecord changes the type data.
func (c *UpdateTypeData) ProcessRecord(rt *runtime.CommandRuntime) error {
	name := strings.TrimSuffix(strings.TrimPrefix(c.TypeName, "["), "]")
	if t, ok := rt.Types().Lookup(name, nil); ok {
		name = t.FullName
	}
	d := &objects.TypeData{
		TypeName: name, DefaultDisplayProperty: c.DefaultDisplayProperty, DefaultDisplayPropertySet: c.DefaultDisplayPropertySet,
		DefaultKeyPropertySet: c.DefaultKeyPropertySet, SerializationDepth: c.SerializationDepth,
	}
	if c.MemberType != "" || c.MemberName != "" {
		m, err := c.member(rt)
		if err != nil {
			return err
		}
		d.Members = []objects.OwnMember{m}
	}
	if len(d.Members) == 0 && d.DefaultDisplayProperty == "" && d.DefaultDisplayPropertySet == nil && d.DefaultKeyPropertySet == nil && !rt.IsBound("SerializationDepth") {
		return rt.WriteError(typeDataError("TypeDataEmpty", "No member is specified for the update on type \""+c.TypeName+"\"."))
	}
	if yes, err := rt.ShouldProcess("TypeName: "+name, "Update TypeData"); !yes {
		return err
	}
	if err := rt.Types().AddTypeData(d, bool(c.Force)); err != nil {
		return rt.WriteError(runtime.NewErrorRecord(err, "TypesDynamicUpdateException", runtime.InvalidOperation, objects.Null))
	}
	return nil
}

func typeDataError(id, message string) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(objects.InvalidOperationException, message), id, runtime.InvalidOperation, objects.Null)
}

// member is the member that the parameters describe.
func (c *UpdateTypeData) member(rt *runtime.CommandRuntime) (objects.OwnMember, error) {
	none := objects.OwnMember{}
	switch {
	case c.MemberName == "":
		return none, typeDataError("MemberNameShouldBeSpecified", "The MemberName parameter is required for the type \""+c.MemberType+"\". Please specify the MemberName parameter.")
	case c.MemberType == "":
		return none, typeDataError("MemberTypeIsMissing", "The MemberType parameter is required for the member \""+c.MemberName+"\". Please specify the MemberType parameter.")
	case !rt.IsBound("Value"):
		return none, typeDataError("ValueShouldBeSpecified", "The Value parameter is required for the type \""+c.MemberType+"\". Please specify the Value parameter.")
	}
	m := objects.OwnMember{Name: c.MemberName}
	block, isBlock := objects.As[objects.Callable](c.Value)
	switch strings.ToLower(c.MemberType) {
	case "noteproperty":
		m.Kind, m.Value = objects.NotePropertyMember, c.Value
		return m, nil
	case "aliasproperty":
		to, err := rt.Types().Text(c.Value, " ")
		m.Kind, m.Value = objects.AliasPropertyMember, objects.Of(&objects.AliasMember{Name: c.MemberName, Target: to})
		return m, err
	case "scriptproperty":
		if !isBlock {
			break
		}
		setter, _ := objects.As[objects.Callable](c.SecondValue)
		m.Kind, m.Value = objects.ScriptPropertyMember, objects.Of(&objects.ScriptPropertyDef{Name: c.MemberName, Getter: block, Setter: setter})
		return m, nil
	case "scriptmethod":
		if !isBlock {
			break
		}
		m.Kind, m.Value = objects.ScriptMethodMember, objects.Of(&objects.ScriptMethodDef{Name: c.MemberName, Body: block})
		return m, nil
	}
	return none, typeDataError("CannotUpdateMemberType", "The value of the member \""+c.MemberName+"\" does not fit the member type \""+c.MemberType+"\".")
}

// RemoveTypeData drops what was added to a type.
type RemoveTypeData struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RemoveTypeSet,SupportsShouldProcess"`

	TypeName string `param:"ParameterSetName=RemoveTypeSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
}

// ProcessRecord drops the type data.
func (c *RemoveTypeData) ProcessRecord(rt *runtime.CommandRuntime) error {
	if yes, err := rt.ShouldProcess("TypeName: "+c.TypeName, "Remove TypeData"); !yes {
		return err
	}
	if !rt.Types().RemoveTypeData(c.TypeName) {
		return rt.WriteError(typeDataError("TypesDynamicRemoveException", "Error in TypeData \""+c.TypeName+"\": There is no type data of that name."))
	}
	return nil
}
