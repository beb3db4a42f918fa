package directory

import (
	"errors"
	"iter"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// directory is where the accounts and groups are: the store, or a directory server.
type directory interface {
	// named returns the accounts that an identity may mean.
	named(rt *runtime.CommandRuntime, id cs.UserID) iter.Seq2[*cs.User, error]
	// accounts returns the accounts of a search.
	accounts(rt *runtime.CommandRuntime, q search) iter.Seq2[*cs.User, error]
	// revise changes an account, after the question that -WhatIf and -Confirm ask;
	// flush makes the changes that wait.
	revise(rt *runtime.CommandRuntime, u *cs.User, revise access.Revision) error
	flush() error

	// group is the group that a name, a distinguished name or a SID names; nil for
	// none.
	group(rt *runtime.CommandRuntime, name string) (*access.Group, error)
	// groups returns the groups whose names fit a pattern.
	groups(rt *runtime.CommandRuntime, pattern string) iter.Seq2[*access.Group, error]
	// groupsOf returns the groups that an account is in.
	groupsOf(rt *runtime.CommandRuntime, u *cs.User) iter.Seq2[*access.Group, error]
	// addGroup makes a group.
	addGroup(rt *runtime.CommandRuntime, g *access.Group) error
	// members returns the accounts in a group, deep also those in groups within it.
	members(rt *runtime.CommandRuntime, g *access.Group, deep bool) iter.Seq2[*cs.User, error]
	// setMembers puts accounts into a group or takes them out; those that are as
	// asked for already stay so.
	setMembers(rt *runtime.CommandRuntime, g *access.Group, users []*cs.User, in bool) error
}

// search is what Get-ADUser looks for.
type search struct {
	base   string
	scope  ldap.Scope
	filter string           // of LDAP; "" for none
	where  *store.Condition // what the accounts meet at the least
}

// place is what all cmdlets of the module have in common: they work on the store, or
// on the directory server that the shell was started with.
type place struct {
	Server     string                   `param:"" help:"The directory server, where csshell works on one (-Directory)."`
	Credential *automation.PSCredential `param:"" help:"Who signs in to the directory server."`

	source access.Source
	server *ldap.Server
}

// open is the directory that the cmdlet works on.
func (p *place) open(rt *runtime.CommandRuntime) (directory, error) {
	if p.server == nil {
		if p.Server != "" || p.Credential != nil {
			if err := rt.WriteVerbose("-Server and -Credential have no effect: csshell works on its store. With -Directory or CSSHELL_DIRECTORY it works on a directory server."); err != nil {
				return nil, err
			}
		}
		s, err := access.Open(rt, p.source)
		return &inStore{Store: s, editor: access.Editor{Source: p.source}}, err
	}
	user, password := "", ""
	if p.Credential != nil {
		user, password = p.Credential.UserName, p.Credential.Password.Plain()
	}
	server, err := p.server.As(p.Server, user, password)
	if err != nil {
		return nil, access.StoreError(err)
	}
	return &inServer{server}, nil
}

// account is the account that an argument of -Identity names.
func account(rt *runtime.CommandRuntime, d directory, v objects.Value) (*cs.User, error) {
	if u, ok := objects.As[*cs.User](v); ok && u.Key != 0 {
		return u, nil
	}
	identity, err := identityOf(rt, v)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(identity) == "" || cs.UserID(identity).IsWildcard() {
		return nil, notFound(identity)
	}
	var found, logon []*cs.User
	for u, err := range d.named(rt, cs.UserID(identity)) {
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrAmbiguous) || errors.Is(err, ldap.ErrNotFound) {
			return nil, notFound(identity)
		}
		if err != nil {
			return nil, access.StoreError(err)
		}
		found = append(found, u)
		if strings.EqualFold(u.SamAccountName, identity) {
			logon = append(logon, u)
		}
	}
	// The directory knows its accounts by their logon names, whatever displays the
	// same.
	if len(logon) == 1 {
		return logon[0], nil
	}
	if len(found) != 1 {
		return nil, notFound(identity)
	}
	return found[0], nil
}

// findGroup is the group that an argument of -Identity names.
func findGroup(rt *runtime.CommandRuntime, d directory, v objects.Value) (*access.Group, error) {
	name, err := identityOf(rt, v)
	if err != nil {
		return nil, err
	}
	g, err := d.group(rt, name)
	if err != nil {
		return nil, access.StoreError(err)
	}
	if g == nil {
		return nil, notFound(name)
	}
	return g, nil
}

// writeAccounts writes accounts as the module's users.
func writeAccounts(rt *runtime.CommandRuntime, users iter.Seq2[*cs.User, error]) error {
	for u, err := range users {
		if err != nil {
			return access.StoreError(err)
		}
		if err := rt.WriteObject(record(u, nil)); err != nil {
			return err
		}
	}
	return nil
}

// writeGroups writes groups.
func writeGroups(rt *runtime.CommandRuntime, groups iter.Seq2[*access.Group, error]) error {
	for g, err := range groups {
		if err != nil {
			return access.StoreError(err)
		}
		if err := rt.WriteObject(groupRecord(g)); err != nil {
			return err
		}
	}
	return nil
}
