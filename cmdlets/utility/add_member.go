package utility

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// AddMember gives an object a member of its own.
type AddMember struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=TypeNameSet"`

	InputObject         objects.Value           `param:"Mandatory,ValueFromPipeline" type:"psobject"`
	MemberType          string                  `param:"ParameterSetName=MemberSet,Mandatory,Position=0,Alias=Type" type:"System.Management.Automation.PSMemberTypes"`
	Name                string                  `param:"ParameterSetName=MemberSet,Mandatory,Position=1"`
	Value               objects.Value           `param:"ParameterSetName=MemberSet,Position=2"`
	SecondValue         objects.Value           `param:"ParameterSetName=MemberSet,Position=3"`
	TypeName            string                  `param:"ParameterSetName=TypeNameSet,Mandatory;ParameterSetName=MemberSet;ParameterSetName=NotePropertySingleMemberSet;ParameterSetName=NotePropertyMultiMemberSet" validate:"NotNullOrEmpty"`
	Force               runtime.SwitchParameter `param:"ParameterSetName=MemberSet;ParameterSetName=NotePropertySingleMemberSet;ParameterSetName=NotePropertyMultiMemberSet"`
	PassThru            runtime.SwitchParameter `param:""`
	NotePropertyName    notePropertyName        `param:"ParameterSetName=NotePropertySingleMemberSet,Mandatory,Position=0" type:"string" validate:"NotNullOrEmpty"`
	NotePropertyValue   objects.Value           `param:"ParameterSetName=NotePropertySingleMemberSet,Mandatory,Position=1" allow:"Null"`
	NotePropertyMembers *objects.Hashtable      `param:"ParameterSetName=NotePropertyMultiMemberSet,Mandatory,Position=0" type:"System.Collections.IDictionary" validate:"NotNullOrEmpty"`
}

// notePropertyName is the name of a new property. A kind of members is none, so
// that "Add-Member NoteProperty Name 5" means the other parameter set.
type notePropertyName string

// BindArgument takes a text that is no kind of members.
func (n *notePropertyName) BindArgument(v objects.Value) error {
	text, _ := v.Str()
	for _, kind := range automation.PSMemberTypesType.Enum.Names {
		if strings.EqualFold(text, kind) {
			return errors.New("The value " + text + " is the name of a type of members, which a note property cannot have.")
		}
	}
	*n = notePropertyName(text)
	return nil
}

// ProcessRecord adds the members to one object.
func (c *AddMember) ProcessRecord(rt *runtime.CommandRuntime) error {
	p := objects.Wrap(c.InputObject)
	err := c.addAll(rt, p)
	if err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	if c.TypeName != "" {
		p.SetTypeNames(append([]string{c.TypeName}, objects.TypeNames(objects.Of(p))...))
	}
	if c.PassThru {
		return rt.WriteObject(objects.Of(p))
	}
	return nil
}

func (c *AddMember) addAll(rt *runtime.CommandRuntime, p *objects.PSObject) (err error) {
	switch rt.ParameterSet() {
	case "NotePropertySingleMemberSet":
		return c.add(rt, p, string(c.NotePropertyName), objects.NotePropertyMember, c.NotePropertyValue)
	case "NotePropertyMultiMemberSet":
		c.NotePropertyMembers.Each(func(k, v objects.Value) bool {
			name, _ := rt.Types().Text(k, " ")
			err = c.add(rt, p, name, objects.NotePropertyMember, v)
			return err == nil
		})
		return err
	case "MemberSet":
		return c.addDefined(rt, p)
	}
	return nil
}

// addDefined adds a member of the type that -MemberType names.
func (c *AddMember) addDefined(rt *runtime.CommandRuntime, p *objects.PSObject) error {
	block, _ := objects.As[objects.Callable](c.Value)
	second, _ := objects.As[objects.Callable](c.SecondValue)
	text, _ := rt.Types().Text(c.Value, " ")
	switch c.MemberType {
	case "NoteProperty":
		return c.add(rt, p, c.Name, objects.NotePropertyMember, c.Value)
	case "ScriptProperty":
		return c.add(rt, p, c.Name, objects.ScriptPropertyMember, objects.Of(&objects.ScriptPropertyDef{Name: c.Name, Getter: block, Setter: second}))
	case "ScriptMethod":
		return c.add(rt, p, c.Name, objects.ScriptMethodMember, objects.Of(&objects.ScriptMethodDef{Name: c.Name, Body: block}))
	case "AliasProperty":
		a := &objects.AliasMember{Name: c.Name, Target: text}
		if t, ok := objects.As[objects.RuntimeType](c.SecondValue); ok {
			a.Convert = t.Target
		}
		return c.add(rt, p, c.Name, objects.AliasPropertyMember, objects.Of(a))
	case "PropertySet":
		return c.add(rt, p, c.Name, objects.PropertySetMember, objects.Of(&objects.PropertySetDef{Name: c.Name, Names: textsOf(rt, c.Value)}))
	case "MemberSet":
		return c.add(rt, p, c.Name, objects.MemberSetMember, objects.Of(&objects.MemberSetDef{Name: c.Name, Members: definitions(c.Value)}))
	}
	e := objects.NewException(objects.PSInvalidOperationException, "Cannot add a member with type \""+c.MemberType+"\". Specify a different type for the MemberTypes parameter.")
	return runtime.NewErrorRecord(e, "CannotAddMemberType", runtime.InvalidOperation, c.InputObject)
}

// definitions are the members that a list of them, or a single one, defines.
func definitions(v objects.Value) []objects.OwnMember {
	if m, ok := objects.As[*objects.MemberInfo](v); ok {
		return []objects.OwnMember{m.Own()}
	}
	var all []objects.OwnMember
	if list, ok := objects.Enumeration(v); ok {
		_ = list.Enumerate(func(item objects.Value) error {
			all = append(all, definitions(item)...)
			return nil
		})
	}
	return all
}

func textsOf(rt *runtime.CommandRuntime, v objects.Value) []string {
	var names []string
	if list, ok := objects.Enumeration(v); ok {
		_ = list.Enumerate(func(item objects.Value) error {
			s, err := rt.Types().Text(item, " ")
			names = append(names, s)
			return err
		})
		return names
	}
	s, _ := rt.Types().Text(v, " ")
	return []string{s}
}

// add adds a member; one of its name is replaced with -Force only.
func (c *AddMember) add(rt *runtime.CommandRuntime, p *objects.PSObject, name string, kind objects.MemberKind, v objects.Value) error {
	if !c.Force {
		for _, m := range rt.Types().Members(objects.Of(p), false) {
			if objects.EqualFold(m.Name, name) {
				e := objects.NewException(objects.InvalidOperationException, "Cannot add a member with the name \""+name+"\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.")
				return runtime.NewErrorRecord(e, "MemberAlreadyExists", runtime.InvalidOperation, c.InputObject)
			}
		}
	}
	p.SetMember(name, kind, v)
	return nil
}
