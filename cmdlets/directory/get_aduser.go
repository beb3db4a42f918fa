package directory

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// GetADUser writes accounts of the directory.
type GetADUser struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Filter"`

	Identity       objects.Value `param:"ParameterSetName=Identity,Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A logon name, distinguished name, GUID, SID or user."`
	Filter         string        `param:"ParameterSetName=Filter,Mandatory" validate:"NotNullOrEmpty" help:"A comparison of properties, or * for all."`
	LDAPFilter     string        `param:"ParameterSetName=LdapFilter,Mandatory" validate:"NotNullOrEmpty" help:"A comparison of attributes: (department=Finance)."`
	Properties     []string      `param:"Alias=Property" help:"Properties besides the usual ones; * for all."`
	SearchBase     string        `param:"ParameterSetName=Filter|LdapFilter" help:"The unit: only accounts below it."`
	SearchScope    string        `param:"ParameterSetName=Filter|LdapFilter" validate:"Set=Base|OneLevel|Subtree|0|1|2" help:"How far below the unit."`
	ResultSetSize  int           `param:"ParameterSetName=Filter|LdapFilter" help:"The greatest number of accounts."`
	ResultPageSize int           `param:"ParameterSetName=Filter|LdapFilter" help:"Accepted."`
	Server         string        `param:"" help:"Accepted; there is one store."`
	Credential     objects.Value `param:"" type:"pscredential" help:"Accepted; the store knows one account."`
	AuthType       string        `param:"" help:"Accepted."`

	source access.Source
}

// ProcessRecord writes the accounts that the parameters ask for.
func (c *GetADUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if rt.ParameterSet() == "Identity" {
		u, err := account(rt, s, c.Identity)
		if err != nil {
			return err
		}
		return rt.WriteObject(record(u, c.Properties))
	}
	test, err := c.test(rt)
	if err != nil {
		return access.Record("Error parsing query: "+err.Error()+".", "ActiveDirectoryCmdlet:InvalidFilter", runtime.ParserError, objects.String(c.Filter+c.LDAPFilter))
	}
	sent := 0
	for u, err := range s.Users(rt.Context(), store.UserQuery{OU: c.SearchBase, NeverEnabled: true}) {
		if err != nil {
			return c.failed(err)
		}
		yes, err := test(u)
		if err != nil {
			return err
		}
		if !yes || !c.inScope(u) {
			continue
		}
		if err := rt.WriteObject(record(u, c.Properties)); err != nil {
			return err
		}
		if sent++; sent == c.ResultSetSize {
			return nil
		}
	}
	return nil
}

func (c *GetADUser) test(rt *runtime.CommandRuntime) (filter.Test, error) {
	if c.LDAPFilter != "" {
		return filter.ParseLdap(c.LDAPFilter)
	}
	if strings.TrimSpace(c.Filter) == "*" {
		return func(*cs.User) (bool, error) { return true, nil }, nil
	}
	e, err := filter.Parse(rt, c.Filter, filterable)
	if err != nil {
		return nil, err
	}
	return e.Test(rt.Types()), nil
}

func (c *GetADUser) failed(err error) error {
	if c.SearchBase != "" && strings.Contains(err.Error(), store.ErrNotFound.Error()) {
		return notFound(c.SearchBase)
	}
	return access.StoreError(err)
}

// inScope reports whether an account is as near to the unit as -SearchScope
// wants.
func (c *GetADUser) inScope(u *cs.User) bool {
	if c.SearchBase == "" || !strings.EqualFold(c.SearchScope, "OneLevel") && c.SearchScope != "1" {
		return true
	}
	return strings.Count(cs.DNKey(u.Identity), ",") == strings.Count(cs.DNKey(c.SearchBase), ",")+1
}
