package utility

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"slices"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetMember writes the members of objects, once for each type.
type GetMember struct {
	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Name        []string                `param:"Position=0" validate:"NotNullOrEmpty"`
	MemberType  runtime.Optional[int]   `param:"Alias=Type" type:"System.Management.Automation.PSMemberTypes"`
	View        runtime.Optional[int]   `param:"" type:"System.Management.Automation.PSMemberViewTypes"`
	Static      runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`

	names []*wildcard.Pattern
	seen  map[string]bool
	any   bool
}

// BeginProcessing reads the names.
func (c *GetMember) BeginProcessing(*runtime.CommandRuntime) (err error) {
	c.seen = map[string]bool{}
	c.names, err = argument.Patterns(c.Name)
	return err
}

// ProcessRecord writes the members of the object's type, the first time it comes.
func (c *GetMember) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	c.any = true
	name := objects.TypeNames(c.InputObject)[0]
	if c.Static {
		name = staticOwner(c.InputObject).FullName
	}
	if c.seen[name] {
		return nil
	}
	c.seen[name] = true
	patterns := c.names
	if len(patterns) == 0 {
		patterns = []*wildcard.Pattern{nil}
	}
	for _, p := range patterns {
		for _, m := range c.members(rt, p) {
			if err := rt.WriteObject(objects.Of(&MemberDefinition{Member: m, typeName: name})); err != nil {
				return err
			}
		}
	}
	return nil
}

func staticOwner(v objects.Value) *objects.Type {
	if t, ok := objects.As[objects.RuntimeType](v); ok {
		return t.Target
	}
	return v.Type()
}

// members are the members that one name asks for, nil for all: sorted by the
// names of their kinds, then by their own.
func (c *GetMember) members(rt *runtime.CommandRuntime, name *wildcard.Pattern) []objects.Member {
	var list []objects.Member
	for _, m := range rt.Types().Members(c.InputObject, bool(c.Static)) {
		if m.Hidden && !bool(c.Force) || name != nil && !name.Match(m.Name) {
			continue
		}
		if c.MemberType.Bound && int64(c.MemberType.Value)&automation.MemberTypeOf(m.Kind).Int64() == 0 {
			continue
		}
		list = append(list, m)
	}
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Kind != list[j].Kind {
			return kindName(list[i].Kind) < kindName(list[j].Kind)
		}
		return strings.ToLower(list[i].Name) < strings.ToLower(list[j].Name)
	})
	return list
}

// kindName is the kind as it is listed.
func kindName(k objects.MemberKind) string {
	v := automation.MemberTypeOf(k)
	e := v.Type().Enum
	if i := slices.Index(e.Values, v.Int64()); i >= 0 {
		return e.Names[i]
	}
	return ""
}

// EndProcessing is an error where nothing came.
func (c *GetMember) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.any {
		return nil
	}
	e := objects.NewException(objects.InvalidOperationException, "You must specify an object for the Get-Member cmdlet.")
	return rt.WriteError(runtime.NewErrorRecord(e, "NoObjectInGetMember", runtime.CloseError, objects.Null))
}

var memberDefinitionType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.MemberDefinition", Kind: objects.KindObject}

// MemberDefinition is a member as Get-Member writes it.
type MemberDefinition struct {
	objects.Member
	typeName string
}

// Type is Microsoft.PowerShell.Commands.MemberDefinition.
func (*MemberDefinition) Type() *objects.Type { return memberDefinitionType }

// Text is the definition.
func (m *MemberDefinition) Text() (string, error) { return m.Definition, nil }

func declareMemberDefinition() *objects.Declaration {
	return &objects.Declaration{Type: memberDefinitionType, Properties: []objects.Property{
		property("string TypeName {get;}", func(m *MemberDefinition) objects.Value { return objects.String(m.typeName) }),
		property("string Name {get;}", func(m *MemberDefinition) objects.Value { return objects.String(m.Name) }),
		property("System.Management.Automation.PSMemberTypes MemberType {get;}", func(m *MemberDefinition) objects.Value { return automation.MemberTypeOf(m.Kind) }),
		property("string Definition {get;}", func(m *MemberDefinition) objects.Value { return objects.String(m.Definition) }),
	}}
}
