package directory

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// groupRecord is a group as the cmdlets write it.
func groupRecord(g *access.Group) objects.Value {
	var notes []access.Property
	for _, n := range [...][2]string{
		{"DistinguishedName", g.DistinguishedName}, {"GroupCategory", "Security"}, {"GroupScope", "Universal"}, {"Name", g.Name},
		{"ObjectClass", "group"}, {"SamAccountName", g.Name}, {"SID", g.Sid},
	} {
		notes = append(notes, access.Note(n[0], objects.String(n[1])))
	}
	return access.Object("Microsoft.ActiveDirectory.Management.ADGroup", notes...)
}

// findGroup is the group that an argument of -Identity names.
func findGroup(rt *runtime.CommandRuntime, s store.Store, v objects.Value) (*access.Group, error) {
	name, err := identityOf(rt, v)
	if err != nil {
		return nil, err
	}
	groups, err := access.Groups(rt, s)
	if err != nil {
		return nil, err
	}
	if g := access.FindGroup(groups, name); g != nil {
		return g, nil
	}
	return nil, notFound(name)
}

// GetADGroup writes groups.
type GetADGroup struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Filter"`

	Identity   objects.Value `param:"ParameterSetName=Identity,Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Filter     string        `param:"ParameterSetName=Filter,Mandatory" validate:"NotNullOrEmpty" help:"Name -like \"Cs*\", or * for all."`
	Properties []string      `param:"Alias=Property" help:"Accepted; groups have the usual properties."`
	Server     string        `param:"" help:"Accepted; there is one store."`
	Credential objects.Value `param:"" type:"pscredential" help:"Accepted; the store knows one account."`

	source access.Source
}

// ProcessRecord writes the groups asked for.
func (c *GetADGroup) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if rt.ParameterSet() == "Identity" {
		g, err := findGroup(rt, s, c.Identity)
		if err != nil {
			return err
		}
		return rt.WriteObject(groupRecord(g))
	}
	keep, err := c.test()
	if err != nil {
		return err
	}
	groups, err := access.Groups(rt, s)
	if err != nil {
		return err
	}
	for i := range groups {
		if keep(groups[i].Name) {
			if err := rt.WriteObject(groupRecord(&groups[i])); err != nil {
				return err
			}
		}
	}
	return nil
}

// test reads the filters that groups have: *, or a comparison of the name.
func (c *GetADGroup) test() (func(name string) bool, error) {
	text := strings.TrimSpace(c.Filter)
	if text == "*" {
		return func(string) bool { return true }, nil
	}
	words := strings.Fields(text)
	if len(words) >= 3 && (strings.EqualFold(words[0], "Name") || strings.EqualFold(words[0], "SamAccountName")) {
		value := strings.Trim(strings.Join(words[2:], " "), `'"`)
		switch strings.ToLower(words[1]) {
		case "-eq":
			return func(name string) bool { return strings.EqualFold(name, value) }, nil
		case "-like":
			w, err := wildcard.Compile(value, true)
			return func(name string) bool { return w.Match(name) }, err
		}
	}
	return nil, access.Record("Error parsing query: groups are found by Name -eq, Name -like or *.", "ActiveDirectoryCmdlet:InvalidFilter", runtime.ParserError, objects.String(text))
}

// NewADGroup makes a group.
type NewADGroup struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name          string                  `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The name."`
	GroupScope    string                  `param:"Position=1" help:"Accepted; groups are universal."`
	GroupCategory string                  `param:"" help:"Accepted; groups are for security."`
	Path          string                  `param:"" help:"The unit that holds the group."`
	PassThru      runtime.SwitchParameter `param:"" help:"Write the group."`

	source access.Source
}

// ProcessRecord makes one group.
func (c *NewADGroup) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	groups, err := access.Groups(rt, s)
	if err != nil {
		return err
	}
	if access.FindGroup(groups, c.Name) != nil {
		return access.Record("The group \""+c.Name+"\" exists already.", "ActiveDirectoryServer:GroupExists", runtime.ResourceExists, objects.String(c.Name))
	}
	path := c.Path
	if path == "" {
		path = "CN=Users"
	}
	g := access.Group{Name: c.Name, DistinguishedName: "CN=" + c.Name + "," + path}
	if yes, err := rt.ShouldProcess(g.DistinguishedName, ""); !yes {
		return err
	}
	data, err := json.Marshal(&g)
	if err != nil {
		return err
	}
	_, err = s.Do(rt.Context(), access.NewChange(rt), store.Work{Edits: []store.Edit{{Kind: access.GroupKind, Key: cs.Fold(c.Name), After: string(data)}}})
	if err != nil || !bool(c.PassThru) {
		return access.StoreError(err)
	}
	return rt.WriteObject(groupRecord(&g))
}

// GetADGroupMember writes the users in a group.
type GetADGroupMember struct {
	_ struct{} `cmdlet:""`

	Identity   objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Recursive  runtime.SwitchParameter `param:"" help:"Accepted; groups hold users alone."`
	Server     string                  `param:"" help:"Accepted; there is one store."`
	Credential objects.Value           `param:"" type:"pscredential" help:"Accepted; the store knows one account."`

	source access.Source
}

// ProcessRecord writes the members of one group.
func (c *GetADGroupMember) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	g, err := findGroup(rt, s, c.Identity)
	if err != nil {
		return err
	}
	keys, err := access.Members(rt, s, g.Name)
	if err != nil {
		return err
	}
	for u, err := range s.Users(rt.Context(), store.UserQuery{Keys: keys, NeverEnabled: true}) {
		if err != nil {
			return access.StoreError(err)
		}
		if err := rt.WriteObject(record(u, nil)); err != nil {
			return err
		}
	}
	return nil
}

// memberEdits is what the cmdlets that change groups have in common.
type memberEdits struct {
	Identity   objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Members    []objects.Value         `param:"Position=1,Mandatory" validate:"NotNullOrEmpty" help:"The users."`
	PassThru   runtime.SwitchParameter `param:"" help:"Write the group."`
	Server     string                  `param:"" help:"Accepted; there is one store."`
	Credential objects.Value           `param:"" type:"pscredential" help:"Accepted; the store knows one account."`

	source access.Source
	in     bool
}

// change puts the members in, or takes them out.
func (c *memberEdits) change(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	g, err := findGroup(rt, s, c.Identity)
	if err != nil {
		return err
	}
	present, err := access.Members(rt, s, g.Name)
	if err != nil {
		return err
	}
	var work store.Work
	for _, member := range c.Members {
		u, err := account(rt, s, member)
		if err != nil {
			return err
		}
		if slices.Contains(present, u.Key) != c.in {
			work.Edits = append(work.Edits, access.MemberEdit(g, u, c.in))
			present = append(present, u.Key)
		}
	}
	if yes, err := rt.ShouldProcess(g.DistinguishedName, ""); !yes {
		return err
	}
	if len(work.Edits) > 0 {
		if _, err := s.Do(rt.Context(), access.NewChange(rt), work); err != nil {
			return access.StoreError(err)
		}
	}
	if !c.PassThru {
		return nil
	}
	return rt.WriteObject(groupRecord(g))
}

// AddADGroupMember puts users into a group.
type AddADGroupMember struct {
	memberEdits `cmdlet:"SupportsShouldProcess"`
}

// ProcessRecord changes one group.
func (c *AddADGroupMember) ProcessRecord(rt *runtime.CommandRuntime) error { return c.change(rt) }

// RemoveADGroupMember takes users out of a group. It asks first.
type RemoveADGroupMember struct {
	memberEdits `cmdlet:"SupportsShouldProcess,ConfirmImpact=High"`
}

// ProcessRecord changes one group.
func (c *RemoveADGroupMember) ProcessRecord(rt *runtime.CommandRuntime) error { return c.change(rt) }

// GetADPrincipalGroupMembership writes the groups that a user is in.
type GetADPrincipalGroupMembership struct {
	_ struct{} `cmdlet:""`

	Identity   objects.Value `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A logon name, distinguished name, GUID, SID or user."`
	Server     string        `param:"" help:"Accepted; there is one store."`
	Credential objects.Value `param:"" type:"pscredential" help:"Accepted; the store knows one account."`

	source access.Source
}

// ProcessRecord writes the groups of one user.
func (c *GetADPrincipalGroupMembership) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	u, err := account(rt, s, c.Identity)
	if err != nil {
		return err
	}
	names, err := access.GroupsOf(rt, s, u)
	if err != nil {
		return err
	}
	groups, err := access.Groups(rt, s)
	if err != nil {
		return err
	}
	for _, name := range names {
		g := access.FindGroup(groups, name)
		if g == nil {
			continue // the role has been removed
		}
		if err := rt.WriteObject(groupRecord(g)); err != nil {
			return err
		}
	}
	return nil
}
