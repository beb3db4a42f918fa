package topology

import (
	"github.com/csshell/csshell/cmdlets/cs/access"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetCsAdminRole writes the administrator roles.
type GetCsAdminRole struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`

	Identity   string                  `param:"ParameterSetName=Identity,Position=0,ValueFromPipeline" help:"The role's name."`
	Filter     string                  `param:"ParameterSetName=Filter" help:"A wildcard pattern for names."`
	Sid        string                  `param:"ParameterSetName=SID" help:"The security identifier of the role's group."`
	LocalStore runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`

	source access.Source
}

// ProcessRecord writes the roles asked for.
func (c *GetCsAdminRole) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	roles, err := s.Roles(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	test, wanted, err := c.test(rt)
	if err != nil {
		return err
	}
	found := false
	for i := range roles {
		if !test(&roles[i]) {
			continue
		}
		found = true
		if err := rt.WriteObject(access.Output(&roles[i])); err != nil {
			return err
		}
	}
	if found || wanted == "" {
		return nil
	}
	return rt.WriteError(access.Record("Cannot find \"Role\" \""+wanted+"\" because it does not exist.", "ItemNotFound", runtime.ObjectNotFound, objects.String(wanted)))
}

// test is which roles are asked for; wanted is the name that must be there.
func (c *GetCsAdminRole) test(rt *runtime.CommandRuntime) (test func(*cs.Role) bool, wanted string, err error) {
	switch {
	case rt.IsBound("Sid"):
		return func(r *cs.Role) bool { return strings.EqualFold(r.Sid, c.Sid) }, c.Sid, nil
	case rt.IsBound("Filter"):
		w, err := wildcard.Compile(c.Filter, true)
		return func(r *cs.Role) bool { return w.Match(r.Identity) }, "", err
	case c.Identity != "":
		return func(r *cs.Role) bool { return strings.EqualFold(r.Identity, c.Identity) }, c.Identity, nil
	}
	return func(*cs.Role) bool { return true }, "", nil
}
