package directory

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/filter"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// inStore are the accounts and groups of the store.
type inStore struct {
	store.Store
	editor access.Editor
}

func (d *inStore) named(rt *runtime.CommandRuntime, id cs.UserID) iter.Seq2[*cs.User, error] {
	return d.Users(rt.Context(), store.UserQuery{Identity: id, NeverEnabled: true})
}

func (d *inStore) accounts(rt *runtime.CommandRuntime, q search) iter.Seq2[*cs.User, error] {
	return func(yield func(*cs.User, error) bool) {
		test := func(*cs.User) (bool, error) { return true, nil }
		if q.filter != "" {
			var err error
			if test, err = filter.ParseLdap(q.filter); err != nil {
				yield(nil, &badFilter{q.filter, err})
				return
			}
		}
		for u, err := range d.Users(rt.Context(), store.UserQuery{OU: q.base, NeverEnabled: true}) {
			yes := err == nil && q.holds(u)
			if yes {
				yes, err = test(u)
			}
			if (yes || err != nil) && !yield(u, err) {
				return
			}
		}
	}
}

// holds reports whether an account is as near to the base as the scope wants.
func (q search) holds(u *cs.User) bool {
	if q.base == "" || q.scope == ldap.Subtree {
		return true
	}
	depth := strings.Count(cs.DNKey(u.Identity), ",") - strings.Count(cs.DNKey(q.base), ",")
	return depth == 1 && q.scope == ldap.OneLevel || depth == 0
}

func (d *inStore) revise(rt *runtime.CommandRuntime, u *cs.User, revise access.Revision) error {
	return d.editor.Add(rt, u, revise)
}

func (d *inStore) flush() error { return d.editor.Flush() }

func (d *inStore) group(rt *runtime.CommandRuntime, name string) (*access.Group, error) {
	groups, err := access.Groups(rt, d)
	if err != nil {
		return nil, err
	}
	return access.FindGroup(groups, name), nil
}

func (d *inStore) groups(rt *runtime.CommandRuntime, pattern string) iter.Seq2[*access.Group, error] {
	return func(yield func(*access.Group, error) bool) {
		w, err := wildcard.Compile(pattern, true)
		if err != nil {
			yield(nil, err)
			return
		}
		d.each(rt, func(g *access.Group) bool { return w.Match(g.Name) }, yield)
	}
}

func (d *inStore) groupsOf(rt *runtime.CommandRuntime, u *cs.User) iter.Seq2[*access.Group, error] {
	return func(yield func(*access.Group, error) bool) {
		names, err := access.GroupsOf(rt, d, u)
		if err != nil {
			yield(nil, err)
			return
		}
		d.each(rt, func(g *access.Group) bool { return slices.Contains(names, g.Name) }, yield)
	}
}

// each gives the groups for which keep holds.
func (d *inStore) each(rt *runtime.CommandRuntime, keep func(*access.Group) bool, yield func(*access.Group, error) bool) {
	groups, err := access.Groups(rt, d)
	if err != nil {
		yield(nil, err)
		return
	}
	for i := range groups {
		if keep(&groups[i]) && !yield(&groups[i], nil) {
			return
		}
	}
}

func (d *inStore) addGroup(rt *runtime.CommandRuntime, g *access.Group) error {
	data, err := json.Marshal(g)
	if err != nil {
		return err
	}
	_, err = d.Do(rt.Context(), access.NewChange(rt), store.Work{Edits: []store.Edit{{Kind: access.GroupKind, Key: cs.Fold(g.Name), After: string(data)}}})
	return err
}

// members are the users in a group; those of the store have no groups within them.
func (d *inStore) members(rt *runtime.CommandRuntime, g *access.Group, _ bool) iter.Seq2[*cs.User, error] {
	keys, err := access.Members(rt, d, g.Name)
	if err != nil {
		return func(yield func(*cs.User, error) bool) { yield(nil, err) }
	}
	return d.Users(rt.Context(), store.UserQuery{Keys: keys, NeverEnabled: true})
}

func (d *inStore) setMembers(rt *runtime.CommandRuntime, g *access.Group, users []*cs.User, in bool) error {
	present, err := access.Members(rt, d, g.Name)
	if err != nil {
		return err
	}
	var work store.Work
	for _, u := range users {
		if slices.Contains(present, u.Key) != in {
			work.Edits = append(work.Edits, access.MemberEdit(g, u, in))
			present = append(present, u.Key)
		}
	}
	if len(work.Edits) == 0 {
		return nil
	}
	_, err = d.Do(rt.Context(), access.NewChange(rt), work)
	return err
}

// badFilter is a filter that cannot be read.
type badFilter struct {
	text string
	err  error
}

// Error is the message.
func (e *badFilter) Error() string { return e.err.Error() }
