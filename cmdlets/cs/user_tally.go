package cs

import (
	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// The store counts where there are no more kinds of users than mostKinds, and where
// it leaves no more than mostUndecided of them to memory.
const (
	mostKinds     = 10_000
	mostUndecided = 10_000
)

// tallied is what a pipeline counts by, where the store can do it; nil elsewhere.
func (c *userSearch) tallied(rt *runtime.CommandRuntime, query store.UserQuery) (*runtime.Tally, cs.PropertySet) {
	if !query.All() || c.limit >= 0 || !c.exact {
		return nil, 0
	}
	t := rt.Tally()
	if t == nil {
		return nil, 0
	}
	for _, d := range t.Drops {
		if compared(d) == nil {
			return nil, 0
		}
	}
	var by cs.PropertySet
	for _, name := range t.Properties {
		i := cs.UserProperties.Find(name)
		if i < 0 || cs.UserProperties[i].Internal {
			return nil, 0
		}
		by = by.With(i)
	}
	return t, by
}

// tally lets the store count the users, where that is all that the pipeline does. The
// users whom the store cannot decide on go through the pipeline, each at its place.
func (c *userSearch) tally(rt *runtime.CommandRuntime, s store.Store, query store.UserQuery) (done bool, err error) {
	t, by := c.tallied(rt, query)
	if t == nil {
		return false, nil
	}
	undecided, ok, err := c.undecided(rt, s, query)
	if err != nil || !ok {
		return false, err
	}
	counts, err := s.CountUsers(rt.Context(), query, by, mostKinds)
	if err != nil || counts == nil && by != 0 {
		return false, access.StoreError(err)
	}
	for _, n := range counts {
		for len(undecided) > 0 && undecided[0].Key < n.User.Key {
			if err := c.pass(rt, undecided[0]); err != nil {
				return true, err
			}
			undecided = undecided[1:]
		}
		if n.Count == 0 {
			continue
		}
		if err := t.Take(access.Output(n.User), n.Count); err != nil {
			return true, err
		}
	}
	for _, u := range undecided {
		if err := c.pass(rt, u); err != nil {
			return true, err
		}
	}
	return true, nil
}

// undecided are the users whom the store cannot decide on; ok is false where there
// are many.
func (c *userSearch) undecided(rt *runtime.CommandRuntime, s store.Store, query store.UserQuery) (list []*cs.User, ok bool, err error) {
	if query.Where == nil {
		return nil, true, nil
	}
	query.Undecided = true
	for u, err := range s.Users(rt.Context(), query) {
		if err != nil {
			return nil, false, access.StoreError(err)
		}
		if list = append(list, u); len(list) > mostUndecided {
			return nil, false, nil
		}
	}
	return list, true, nil
}

// pass writes a user who passes the filters.
func (c *userSearch) pass(rt *runtime.CommandRuntime, u *cs.User) error {
	yes, err := c.matches(u)
	if err != nil || !yes {
		return err
	}
	return rt.WriteObject(access.Output(u))
}
