package topology

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// storedRole is a role with the text that the store has of it.
type storedRole struct {
	cs.Role
	data string
}

func rolesOf(rt *runtime.CommandRuntime, source access.Source) (store.Store, []storedRole, error) {
	s, err := access.Open(rt, source)
	if err != nil {
		return nil, nil, err
	}
	items, err := s.Items(rt.Context(), store.RoleKind, "")
	roles := make([]storedRole, len(items))
	for i := range items {
		if err == nil {
			roles[i].data = items[i].Data
			err = json.Unmarshal([]byte(items[i].Data), &roles[i].Role)
		}
	}
	return s, roles, access.StoreError(err)
}

func findRole(roles []storedRole, name string) *storedRole {
	i := slices.IndexFunc(roles, func(r storedRole) bool { return strings.EqualFold(r.Identity, name) })
	if i < 0 {
		return nil
	}
	return &roles[i]
}

// writeRole stores a role; before is what the store had of it.
func writeRole(rt *runtime.CommandRuntime, s store.Store, role *cs.Role, before string) error {
	after, err := json.Marshal(role)
	if err != nil {
		return err
	}
	return do(rt, s, store.Edit{Kind: store.RoleKind, Key: cs.Fold(role.Identity), Before: before, After: string(after)})
}

func do(rt *runtime.CommandRuntime, s store.Store, edits ...store.Edit) error {
	_, err := s.Do(rt.Context(), access.NewChange(rt), store.Work{Edits: edits})
	return access.StoreError(err)
}

// NewCsAdminRole makes a role of another one, with fewer scopes or more cmdlets.
type NewCsAdminRole struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Identity      string                  `param:"Position=0,Mandatory" validate:"NotNullOrEmpty" help:"The name of the role and of its group."`
	Template      string                  `param:"Mandatory" validate:"NotNullOrEmpty" help:"The role to copy."`
	Cmdlets       []string                `param:"" help:"The cmdlets that its members may run, in place of those of the template."`
	ScriptModules []string                `param:"" help:"The script modules that they may use."`
	ConfigScopes  []string                `param:"" help:"Global, or site:ID."`
	UserScopes    []string                `param:"" help:"Global, or OU:DISTINGUISHED NAME."`
	InMemory      runtime.SwitchParameter `param:"" help:"Do not store it."`
	Force         runtime.SwitchParameter `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord makes the role and writes it.
func (c *NewCsAdminRole) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, roles, err := rolesOf(rt, c.source)
	if err != nil {
		return err
	}
	template := findRole(roles, c.Template)
	switch {
	case template == nil:
		return missing("Role", c.Template)
	case findRole(roles, c.Identity) != nil:
		return access.Record("The role \""+c.Identity+"\" exists already.", "ItemExists", runtime.ResourceExists, objects.String(c.Identity))
	}
	role := cs.NewRole(c.Identity, template.Role)
	for _, l := range [...]struct {
		given []string
		into  *[]string
	}{{c.Cmdlets, &role.Cmdlets}, {c.ScriptModules, &role.ScriptModules}, {c.ConfigScopes, &role.ConfigScopes}, {c.UserScopes, &role.UserScopes}} {
		if l.given != nil {
			*l.into = l.given
		}
		*l.into = append([]string{}, *l.into...) // the template keeps its own
	}
	if !c.InMemory {
		if yes, err := rt.ShouldProcess(c.Identity, ""); !yes {
			return err
		}
		if err := writeRole(rt, s, &role, ""); err != nil {
			return err
		}
	}
	return rt.WriteObject(access.Output(&role))
}

// SetCsAdminRole changes a role that is no standard role. A list is taken as it
// is, or a hashtable says what to add, remove or replace.
type SetCsAdminRole struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Identity      string                  `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The role."`
	Cmdlets       objects.Value           `param:"" help:"The cmdlets that its members may run."`
	ScriptModules objects.Value           `param:"" help:"The script modules that they may use."`
	ConfigScopes  objects.Value           `param:"" help:"Global, or site:ID."`
	UserScopes    objects.Value           `param:"" help:"Global, or OU:DISTINGUISHED NAME."`
	Force         runtime.SwitchParameter `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord changes one role.
func (c *SetCsAdminRole) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, roles, err := rolesOf(rt, c.source)
	if err != nil {
		return err
	}
	role := findRole(roles, c.Identity)
	switch {
	case role == nil:
		return rt.WriteError(missing("Role", c.Identity))
	case role.IsStandardRole:
		return rt.WriteError(standardRole(role.Identity))
	}
	for _, l := range [...]struct {
		name  string
		given objects.Value
		into  *[]string
	}{
		{"Cmdlets", c.Cmdlets, &role.Cmdlets}, {"ScriptModules", c.ScriptModules, &role.ScriptModules},
		{"ConfigScopes", c.ConfigScopes, &role.ConfigScopes}, {"UserScopes", c.UserScopes, &role.UserScopes},
	} {
		if rt.IsBound(l.name) {
			if *l.into, err = modified(rt, *l.into, l.given); err != nil {
				return err
			}
		}
	}
	if yes, err := rt.ShouldProcess(role.Identity, ""); !yes {
		return err
	}
	return writeRole(rt, s, &role.Role, role.data)
}

func standardRole(name string) *runtime.ErrorRecord {
	return access.Record("The role \""+name+"\" is a standard role and stays as it is.", "StandardRole", runtime.InvalidOperation, objects.String(name))
}

// modified is a list after a change: another list, or a hashtable with the keys
// Add, Remove and Replace.
func modified(rt *runtime.CommandRuntime, list []string, v objects.Value) ([]string, error) {
	table, ok := objects.As[*objects.Hashtable](v)
	if !ok {
		return textList(rt, v)
	}
	list = slices.Clone(list)
	for _, key := range [...]string{"Replace", "Remove", "Add"} {
		part, ok := table.GetString(key)
		if !ok {
			continue
		}
		given, err := textList(rt, part)
		if err != nil {
			return nil, err
		}
		if key == "Replace" {
			list = nil
		}
		for _, text := range given {
			list = slices.DeleteFunc(list, func(s string) bool { return strings.EqualFold(s, text) })
			if key != "Remove" {
				list = append(list, text)
			}
		}
	}
	return append([]string{}, list...), nil
}

// textList is a value as texts: each element of a list, or the one value.
func textList(rt *runtime.CommandRuntime, v objects.Value) ([]string, error) {
	items := []objects.Value{v}
	if e, is := objects.Enumeration(v); is {
		var err error
		if items, err = objects.Collect(e); err != nil {
			return nil, err
		}
	}
	list := []string{}
	for _, item := range items {
		text, err := rt.Types().Text(item, " ")
		if err != nil {
			return nil, err
		}
		if text != "" {
			list = append(list, text)
		}
	}
	return list, nil
}

// RemoveCsAdminRole deletes roles that are no standard roles. It asks first.
type RemoveCsAdminRole struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=High,DefaultParameterSetName=Identity"`

	Identity string                  `param:"ParameterSetName=Identity,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The role."`
	Filter   string                  `param:"ParameterSetName=Filter,Mandatory" validate:"NotNullOrEmpty" help:"A wildcard pattern for names."`
	Sid      string                  `param:"ParameterSetName=SID,Mandatory" validate:"NotNullOrEmpty" help:"The security identifier of the role's group."`
	Force    runtime.SwitchParameter `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord deletes the roles asked for.
func (c *RemoveCsAdminRole) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, roles, err := rolesOf(rt, c.source)
	if err != nil {
		return err
	}
	which := named{Identity: c.Identity, Filter: c.Filter}
	found := false
	for _, role := range roles {
		yes, err := which.keep(role.Identity)
		if err != nil {
			return err
		}
		if !yes || c.Sid != "" && !strings.EqualFold(role.Sid, c.Sid) {
			continue
		}
		found = true
		if err := c.remove(rt, s, role); err != nil {
			return err
		}
	}
	if found || c.Filter != "" {
		return nil
	}
	return rt.WriteError(missing("Role", c.Identity+c.Sid))
}

func (c *RemoveCsAdminRole) remove(rt *runtime.CommandRuntime, s store.Store, role storedRole) error {
	if role.IsStandardRole {
		return rt.WriteError(standardRole(role.Identity))
	}
	if yes, err := rt.ShouldProcess(role.Identity, ""); !yes {
		return err
	}
	return do(rt, s, store.Edit{Kind: store.RoleKind, Key: cs.Fold(role.Identity), Before: role.data})
}

// GetCsAdminRoleAssignment writes the names of the roles that a user has: the
// roles whose groups the user is in.
type GetCsAdminRoleAssignment struct {
	_ struct{} `cmdlet:""`

	Identity   string                  `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The logon name of the user."`
	LocalStore runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`
	Force      runtime.SwitchParameter `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord writes the roles of one user.
func (c *GetCsAdminRoleAssignment) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, roles, err := rolesOf(rt, c.source)
	if err != nil {
		return err
	}
	user, err := access.Account(rt, s, cs.UserID(c.Identity))
	if err != nil {
		return access.UserError(rt, err, cs.UserID(c.Identity))
	}
	groups, err := access.GroupsOf(rt, s, user)
	if err != nil {
		return err
	}
	for _, role := range roles {
		if slices.ContainsFunc(groups, func(g string) bool { return strings.EqualFold(g, role.Identity) }) {
			if err := rt.WriteObject(objects.String(role.Identity)); err != nil {
				return err
			}
		}
	}
	return nil
}
