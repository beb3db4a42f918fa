package directory

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
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

// GetADGroup writes groups.
type GetADGroup struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Filter"`

	Identity   objects.Value `param:"ParameterSetName=Identity,Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Filter     string        `param:"ParameterSetName=Filter,Mandatory" validate:"NotNullOrEmpty" help:"Name -like \"Cs*\", or * for all."`
	Properties []string      `param:"Alias=Property" help:"Accepted; groups have the usual properties."`
	place
}

// ProcessRecord writes the groups asked for.
func (c *GetADGroup) ProcessRecord(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	if rt.ParameterSet() == "Identity" {
		g, err := findGroup(rt, d, c.Identity)
		if err != nil {
			return err
		}
		return rt.WriteObject(groupRecord(g))
	}
	name, exact, err := c.wanted()
	if err != nil {
		return err
	}
	if !exact {
		return writeGroups(rt, d.groups(rt, name))
	}
	g, err := d.group(rt, name)
	if err != nil || g == nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(groupRecord(g))
}

// wanted reads the filters that groups have: *, or a comparison of the name with a
// pattern or, exact, with a text.
func (c *GetADGroup) wanted() (name string, exact bool, err error) {
	text := strings.TrimSpace(c.Filter)
	if text == "*" {
		return text, false, nil
	}
	words := strings.Fields(text)
	if len(words) >= 3 && (strings.EqualFold(words[0], "Name") || strings.EqualFold(words[0], "SamAccountName")) {
		value := strings.Trim(strings.Join(words[2:], " "), `'"`)
		switch strings.ToLower(words[1]) {
		case "-eq":
			return value, true, nil
		case "-like":
			return value, false, nil
		}
	}
	return "", false, access.Record("Error parsing query: groups are found by Name -eq, Name -like or *.", "ActiveDirectoryCmdlet:InvalidFilter", runtime.ParserError, objects.String(text))
}

// NewADGroup makes a group.
type NewADGroup struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name          string                  `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The name."`
	GroupScope    string                  `param:"Position=1" help:"Accepted; groups are universal."`
	GroupCategory string                  `param:"" help:"Accepted; groups are for security."`
	Path          string                  `param:"" help:"The unit that holds the group."`
	PassThru      runtime.SwitchParameter `param:"" help:"Write the group."`
	place
}

// ProcessRecord makes one group.
func (c *NewADGroup) ProcessRecord(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	present, err := d.group(rt, c.Name)
	if err != nil {
		return access.StoreError(err)
	}
	if present != nil {
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
	if err := d.addGroup(rt, &g); err != nil || !bool(c.PassThru) {
		return access.StoreError(err)
	}
	return rt.WriteObject(groupRecord(&g))
}

// GetADGroupMember writes the users in a group.
type GetADGroupMember struct {
	_ struct{} `cmdlet:""`

	Identity  objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Recursive runtime.SwitchParameter `param:"" help:"Also those in groups within it."`
	place
}

// ProcessRecord writes the members of one group.
func (c *GetADGroupMember) ProcessRecord(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	g, err := findGroup(rt, d, c.Identity)
	if err != nil {
		return err
	}
	return writeAccounts(rt, d.members(rt, g, bool(c.Recursive)))
}

// memberEdits is what the cmdlets that change groups have in common.
type memberEdits struct {
	Identity objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A name, distinguished name, SID or group."`
	Members  []objects.Value         `param:"Position=1,Mandatory" validate:"NotNullOrEmpty" help:"The users."`
	PassThru runtime.SwitchParameter `param:"" help:"Write the group."`
	place
	in bool
}

// change puts the members in, or takes them out.
func (c *memberEdits) change(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	g, err := findGroup(rt, d, c.Identity)
	if err != nil {
		return err
	}
	users := make([]*cs.User, len(c.Members))
	for i, member := range c.Members {
		if users[i], err = account(rt, d, member); err != nil {
			return err
		}
	}
	if yes, err := rt.ShouldProcess(g.DistinguishedName, ""); !yes {
		return err
	}
	if err := d.setMembers(rt, g, users, c.in); err != nil {
		return access.StoreError(err)
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

	Identity objects.Value `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A logon name, distinguished name, GUID, SID or user."`
	place
}

// ProcessRecord writes the groups of one user.
func (c *GetADPrincipalGroupMembership) ProcessRecord(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	u, err := account(rt, d, c.Identity)
	if err != nil {
		return err
	}
	return writeGroups(rt, d.groupsOf(rt, u))
}
