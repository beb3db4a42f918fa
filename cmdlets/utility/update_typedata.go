package utility

import (
	"os"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// UpdateTypeData adds a member to all objects of a type, or says which
// properties of it are shown ("about_Types.ps1xml").
type UpdateTypeData struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=FileSet,SupportsShouldProcess,ConfirmImpact=Low"`

	MemberType                      string                  `param:"ParameterSetName=DynamicTypeSet" type:"System.Management.Automation.PSMemberTypes" validate:"NotNullOrEmpty,Set=NoteProperty|AliasProperty|ScriptProperty|CodeProperty|ScriptMethod|CodeMethod" help:"The kind of the member."`
	MemberName                      string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" help:"The name of the member."`
	Value                           objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"System.Object" help:"The value, the name of a property, or the script."`
	SecondValue                     objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"System.Object" validate:"NotNull" help:"The script that sets a property."`
	TypeConverter                   objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"type" validate:"NotNull" refuse:"conversions are part of the types and cannot be added"`
	TypeAdapter                     objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"type" validate:"NotNull" refuse:"members come from the types and not from adapters"`
	SerializationMethod             string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" refuse:"what is written of objects by Export-Clixml is fixed but for its depth"`
	TargetTypeForDeserialization    objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"type" validate:"NotNull" refuse:"what is written of objects by Export-Clixml is fixed but for its depth"`
	SerializationDepth              int                     `param:"ParameterSetName=DynamicTypeSet" validate:"NotNull,Range=0:2147483647" help:"How deep Export-Clixml goes."`
	DefaultDisplayProperty          string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" help:"The property of Format-Wide."`
	InheritPropertySerializationSet objects.Value           `param:"ParameterSetName=DynamicTypeSet" type:"System.Nullable[bool]" validate:"NotNull" refuse:"what is written of objects by Export-Clixml is fixed but for its depth"`
	StringSerializationSource       string                  `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" refuse:"what is written of objects by Export-Clixml is fixed but for its depth"`
	DefaultDisplayPropertySet       []string                `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" help:"The properties of Format-List."`
	DefaultKeyPropertySet           []string                `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" help:"The properties that tell objects apart."`
	PropertySerializationSet        []string                `param:"ParameterSetName=DynamicTypeSet" validate:"NotNullOrEmpty" refuse:"what is written of objects by Export-Clixml is fixed but for its depth"`
	TypeName                        string                  `param:"ParameterSetName=DynamicTypeSet,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The type."`
	Force                           runtime.SwitchParameter `param:"ParameterSetName=DynamicTypeSet|TypeDataSet" help:"Replace a member that is there."`
	TypeData                        []*TypeDataInfo         `param:"ParameterSetName=TypeDataSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"Type data as Get-TypeData writes it."`
	AppendPath                      []string                `param:"ParameterSetName=FileSet,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=Path" validate:"NotNull" help:"Files of types, after what is there."`
	PrependPath                     []string                `param:"ParameterSetName=FileSet" validate:"NotNull" help:"Files of types, which win over what is there."`
}

// ProcessRecord changes the type data.
func (c *UpdateTypeData) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch rt.ParameterSet() {
	case "FileSet":
		return c.files(rt)
	case "TypeDataSet":
		for _, d := range c.TypeData {
			if err := c.add(rt, d.TypeData); err != nil {
				return err
			}
		}
		return nil
	}
	return c.dynamic(rt)
}

// files adds what files of types hold; that of -PrependPath wins.
func (c *UpdateTypeData) files(rt *runtime.CommandRuntime) error {
	for _, given := range [...]struct {
		paths []string
		force bool
	}{{c.PrependPath, true}, {c.AppendPath, false}} {
		for _, path := range given.paths {
			if err := updateFromFile(rt, path, given.force); err != nil {
				return err
			}
		}
	}
	return nil
}

func updateFromFile(rt *runtime.CommandRuntime, path string, force bool) error {
	full := rt.Session().FullPath(path)
	if !strings.HasSuffix(strings.ToLower(full), ".ps1xml") {
		e := objects.NewException(objects.PSInvalidOperationException, "The file "+full+" is no file of types: its name does not end with .ps1xml.")
		return rt.WriteError(runtime.NewErrorRecord(e, "WrongExtension", runtime.InvalidArgument, objects.String(path)))
	}
	if yes, err := rt.ShouldProcess("Path: "+full, "Update TypeData"); !yes {
		return err
	}
	list, err := readTypes(rt, full)
	for _, d := range list {
		if err == nil {
			err = rt.Types().AddTypeData(d, force)
		}
	}
	if err == nil {
		return nil
	}
	if os.IsNotExist(err) {
		return rt.WriteError(runtime.PathNotFound(full))
	}
	e := objects.NewException(objects.RuntimeException, "Error in type data: "+full+": "+err.Error())
	return rt.WriteError(runtime.NewErrorRecord(e, "TypesXmlUpdateException", runtime.InvalidOperation, objects.Null))
}

// dynamic adds what the parameters themselves say.
func (c *UpdateTypeData) dynamic(rt *runtime.CommandRuntime) error {
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
	return c.add(rt, d)
}

// add adds type data to the session.
func (c *UpdateTypeData) add(rt *runtime.CommandRuntime, d *objects.TypeData) error {
	if yes, err := rt.ShouldProcess("TypeName: "+d.TypeName, "Update TypeData"); !yes {
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
	_ struct{} `cmdlet:"DefaultParameterSetName=RemoveTypeDataSet,SupportsShouldProcess"`

	TypeName string        `param:"ParameterSetName=RemoveTypeSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The type."`
	Path     []string      `param:"ParameterSetName=RemoveFileSet,Mandatory" validate:"NotNullOrEmpty" help:"Files of types whose types lose their data."`
	TypeData *TypeDataInfo `param:"ParameterSetName=RemoveTypeDataSet,Mandatory,ValueFromPipeline" help:"Type data as Get-TypeData writes it."`
}

// ProcessRecord drops the type data.
func (c *RemoveTypeData) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch rt.ParameterSet() {
	case "RemoveTypeSet":
		return c.remove(rt, c.TypeName)
	case "RemoveTypeDataSet":
		return c.remove(rt, c.TypeData.TypeName)
	}
	for _, path := range c.Path {
		full := rt.Session().FullPath(path)
		list, err := readTypes(rt, full)
		if err != nil {
			return rt.WriteError(runtime.PathNotFound(full))
		}
		for _, d := range list {
			if err := c.remove(rt, d.TypeName); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *RemoveTypeData) remove(rt *runtime.CommandRuntime, name string) error {
	if yes, err := rt.ShouldProcess("TypeName: "+name, "Remove TypeData"); !yes {
		return err
	}
	if !rt.Types().RemoveTypeData(name) {
		return rt.WriteError(typeDataError("TypesDynamicRemoveException", "Error in TypeData \""+name+"\": There is no type data of that name."))
	}
	return nil
}
