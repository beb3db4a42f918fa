package directory

import (
	"iter"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// inServer are the accounts and groups of a directory server.
type inServer struct{ *ldap.Server }

func (d *inServer) named(rt *runtime.CommandRuntime, id cs.UserID) iter.Seq2[*cs.User, error] {
	return d.Users(rt.Context(), store.UserQuery{Identity: id, NeverEnabled: true})
}

func (d *inServer) accounts(rt *runtime.CommandRuntime, q search) iter.Seq2[*cs.User, error] {
	return d.Accounts(rt.Context(), ldap.Search{Base: q.base, Scope: q.scope, Filter: q.filter}, q.where)
}

func (d *inServer) revise(rt *runtime.CommandRuntime, u *cs.User, revise access.Revision) error {
	values, err := revise(u)
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess(u.Identity, ""); !yes {
		return err
	}
	return access.StoreError(d.Set(rt.Context(), u.Identity, values))
}

func (d *inServer) flush() error { return nil }

func (d *inServer) group(rt *runtime.CommandRuntime, name string) (*access.Group, error) {
	for g, err := range d.matching(rt, ldap.Named(name)) {
		return g, err
	}
	return nil, nil
}

func (d *inServer) groups(rt *runtime.CommandRuntime, pattern string) iter.Seq2[*access.Group, error] {
	return d.matching(rt, ldap.Like(pattern))
}

func (d *inServer) groupsOf(rt *runtime.CommandRuntime, u *cs.User) iter.Seq2[*access.Group, error] {
	return d.matching(rt, ldap.Holding(u.Identity))
}

func (d *inServer) matching(rt *runtime.CommandRuntime, filter string) iter.Seq2[*access.Group, error] {
	return func(yield func(*access.Group, error) bool) {
		for g, err := range d.Groups(rt.Context(), filter) {
			var made *access.Group
			if err == nil {
				made = &access.Group{Name: g.Name, DistinguishedName: g.DistinguishedName, Sid: g.Sid}
			}
			if !yield(made, err) {
				return
			}
		}
	}
}

func (d *inServer) addGroup(rt *runtime.CommandRuntime, g *access.Group) error {
	return d.AddGroup(rt.Context(), g.DistinguishedName, g.Name)
}

func (d *inServer) members(rt *runtime.CommandRuntime, g *access.Group, deep bool) iter.Seq2[*cs.User, error] {
	return d.Accounts(rt.Context(), ldap.Search{Scope: ldap.Subtree, Filter: ldap.MembersOf(g.DistinguishedName, deep)}, nil)
}

func (d *inServer) setMembers(rt *runtime.CommandRuntime, g *access.Group, users []*cs.User, in bool) error {
	for _, u := range users {
		if err := d.SetMember(rt.Context(), g.DistinguishedName, u.Identity, in); err != nil {
			return err
		}
	}
	return nil
}
