package directory

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
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
	ResultPageSize int           `param:"ParameterSetName=Filter|LdapFilter" help:"Accepted: pages have the size that serves best."`
	AuthType       string        `param:"" help:"Accepted: csshell signs in with name and password."`
	place
}

// ProcessRecord writes the accounts that the parameters ask for.
func (c *GetADUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	d, err := c.open(rt)
	if err != nil {
		return err
	}
	if rt.ParameterSet() == "Identity" {
		u, err := account(rt, d, c.Identity)
		if err != nil {
			return err
		}
		return rt.WriteObject(record(u, c.Properties))
	}
	test, where, err := c.test(rt)
	if err != nil {
		return queryError(c.Filter, err)
	}
	sent := 0
	for u, err := range d.accounts(rt, search{base: c.SearchBase, scope: c.scope(), filter: c.LDAPFilter, where: where}) {
		if err != nil {
			return c.failed(err)
		}
		yes, err := test(u)
		if err != nil {
			return err
		}
		if !yes {
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

// test reads -Filter: what accounts have to pass, and what the directory may leave
// out.
func (c *GetADUser) test(rt *runtime.CommandRuntime) (filter.Test, *store.Condition, error) {
	if text := strings.TrimSpace(c.Filter); text == "*" || text == "" {
		return func(*cs.User) (bool, error) { return true, nil }, nil, nil
	}
	e, err := filter.Parse(rt, c.Filter, filterable)
	if err != nil {
		return nil, nil, err
	}
	return e.Test(rt.Types()), e.Condition(rt.Types()), nil
}

func queryError(text string, err error) error {
	return access.Record("Error parsing query: "+err.Error()+".", "ActiveDirectoryCmdlet:InvalidFilter", runtime.ParserError, objects.String(text))
}

func (c *GetADUser) scope() ldap.Scope {
	switch strings.ToLower(c.SearchScope) {
	case "base", "0":
		return ldap.Object
	case "onelevel", "1":
		return ldap.OneLevel
	}
	return ldap.Subtree
}

func (c *GetADUser) failed(err error) error {
	var bad *badFilter
	switch {
	case errors.As(err, &bad):
		return queryError(bad.text, bad)
	case c.SearchBase != "" && (errors.Is(err, store.ErrNotFound) || errors.Is(err, ldap.ErrNotFound)):
		return notFound(c.SearchBase)
	}
	return access.StoreError(err)
}
