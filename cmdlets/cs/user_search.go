package cs

import (
	"errors"
	"iter"
	"strconv"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// userSearch is what Get-CsUser and Get-CsAdUser have in common.
type userSearch struct {
	Identity         cs.UserID                `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNull" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`
	Credential       *automation.PSCredential `param:"" help:"Who signs in to the directory server, where csshell works on one (-Directory)."`
	DomainController string                   `param:"" help:"The directory server, where csshell works on one."`
	Filter           string                   `param:"" help:"A comparison of properties: Enabled -eq $true."`
	LdapFilter       string                   `param:"" help:"A comparison of directory attributes: department=Finance."`
	OU               string                   `param:"" help:"The distinguished name of a unit: only accounts below it."`
	ResultSize       string                   `param:"" help:"The greatest number of users, or Unlimited."`

	source access.Source
	server *ldap.Server // that has the accounts; nil where the store has them
	match  []func(*cs.User) (bool, error)
	where  *store.Condition // what the filter asks of the store
	reads  []string         // the properties that the filter reads
	exact  bool             // where says all that the filters do
	limit  int              // -1 for all
}

// BeginProcessing reads the filters and the size.
func (c *userSearch) BeginProcessing(rt *runtime.CommandRuntime) error {
	c.limit, c.exact = -1, true
	if rt.IsBound("Filter") && rt.IsBound("LdapFilter") {
		return access.Record("Filter and LdapFilter cannot be used in the same command.", "FilterConflict", runtime.InvalidArgument, objects.Null)
	}
	if err := c.readFilters(rt); err != nil {
		return err
	}
	if c.ResultSize == "" || strings.EqualFold(c.ResultSize, "Unlimited") {
		return nil
	}
	n, err := strconv.ParseInt(strings.TrimSpace(c.ResultSize), 10, 64)
	if err != nil || n < 0 || n > 1<<31-1 {
		return access.Record("The result size \""+c.ResultSize+"\" is not a whole number between 0 and 2147483647.", "InvalidResultSize", runtime.InvalidArgument, objects.String(c.ResultSize))
	}
	c.limit = int(n)
	return nil
}

// readFilters makes the tests of -Filter and -LdapFilter.
func (c *userSearch) readFilters(rt *runtime.CommandRuntime) error {
	if rt.IsBound("Filter") {
		expression, err := filter.Parse(rt, c.Filter, filter.UserProperty)
		if err != nil {
			return access.Record("Invalid filter: "+err.Error()+".", "InvalidFilter", runtime.InvalidArgument, objects.String(c.Filter))
		}
		c.match = append(c.match, expression.Test(rt.Types()))
		c.where = expression.Condition(rt.Types())
		c.reads = expression.Properties()
		c.exact = expression.IsExact(rt.Types())
	}
	if rt.IsBound("LdapFilter") {
		test, err := filter.ParseLdap(c.LdapFilter)
		if err != nil {
			return access.Record("Invalid filter: "+err.Error()+".", "InvalidFilter", runtime.InvalidArgument, objects.String(c.LdapFilter))
		}
		c.match = append(c.match, test)
		c.exact = false
	}
	return nil
}

// run writes the users that the parameters and the query ask for: those of the store,
// or of the directory server.
func (c *userSearch) run(rt *runtime.CommandRuntime, query store.UserQuery) error {
	if c.limit == 0 {
		return nil
	}
	c.complete(rt, &query)
	if c.server != nil {
		server, err := c.at(c.server)
		if err != nil {
			return err
		}
		return c.write(rt, query, server.Users(rt.Context(), query))
	}
	s, err := access.Open(rt, c.source)
	if err == nil {
		err = c.tellUnused(rt)
	}
	if err != nil {
		return err
	}
	if done, err := c.tally(rt, s, query); done || err != nil {
		return err
	}
	return c.write(rt, query, s.Users(rt.Context(), query))
}

// write writes the users that pass the filters.
func (c *userSearch) write(rt *runtime.CommandRuntime, query store.UserQuery, users iter.Seq2[*cs.User, error]) error {
	sent, found := 0, false
	for u, err := range users {
		if err != nil {
			return c.failed(rt, err)
		}
		found = true
		yes, err := c.matches(u)
		if err != nil {
			return err
		}
		if !yes {
			continue
		}
		if err := rt.WriteObject(access.Output(u)); err != nil {
			return err
		}
		if sent++; sent == c.limit {
			return nil
		}
	}
	if !found && c.Identity != "" && !c.Identity.IsWildcard() && query.Homing == cs.AnyHoming && c.OU == "" {
		return access.UserError(rt, store.ErrNotFound, c.Identity)
	}
	return nil
}

// complete adds what the parameters and the commands behind this one ask for.
func (c *userSearch) complete(rt *runtime.CommandRuntime, query *store.UserQuery) {
	query.Identity, query.OU = c.Identity, c.OU
	if query.All() {
		c.narrow(rt, query)
	}
	if !query.Where.Fits() { // the filters do it all
		query.Where, c.exact = nil, false
	}
}

// at is the directory server that -DomainController and -Credential ask for.
func (c *userSearch) at(server *ldap.Server) (*ldap.Server, error) {
	if c.Credential == nil {
		return server.As(c.DomainController, "", "")
	}
	return server.As(c.DomainController, c.Credential.UserName, c.Credential.Password.Plain())
}

// tellUnused says which parameters are of no use to a store.
func (c *userSearch) tellUnused(rt *runtime.CommandRuntime) error {
	if c.DomainController == "" && c.Credential == nil {
		return nil
	}
	return rt.WriteVerbose("-DomainController and -Credential have no effect: the users are in the store of csshell.")
}

// narrow asks the store for what the filter and the commands behind this one have a
// use for, and no more.
func (c *userSearch) narrow(rt *runtime.CommandRuntime, query *store.UserQuery) {
	query.Where = c.where
	next, closed := rt.Narrowing()
	if c.limit < 0 {
		for _, d := range next.Drops {
			query.Where = store.Both(query.Where, compared(d))
		}
	}
	if !closed || rt.IsBound("LdapFilter") {
		return
	}
	// A name that is no property of the store may be one that a script has added,
	// and made of others.
	needed, err := cs.UserProperties.Set(append(append(next.Reads, c.reads...), "SamAccountName")...)
	if err == nil {
		query.Properties = needed
	}
}

// compared is the condition that a comparison makes; nil where the store cannot say
// it.
func compared(d runtime.PropertyComparison) *store.Condition {
	i := cs.UserProperties.Find(d.Property)
	if i < 0 {
		return nil
	}
	return filter.Compared(&cs.UserProperties[i], d.Operator, d.Value)
}

func (c *userSearch) failed(rt *runtime.CommandRuntime, err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, ldap.ErrNotFound) {
		err = store.ErrNotFound
		id := c.Identity
		if c.OU != "" {
			id = cs.UserID(c.OU)
		}
		return access.UserError(rt, err, id)
	}
	return access.StoreError(err)
}

func (c *userSearch) matches(u *cs.User) (bool, error) {
	for _, test := range c.match {
		yes, err := test(u)
		if err != nil || !yes {
			return false, err
		}
	}
	return true, nil
}
