// Package access is what the cmdlets over a store have in common: the store
// itself, the users that identities name, edits of users, the errors of the
// product and what the audit trail keeps of a command.
package access

import (
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Source gives the store that the cmdlets work on. It is opened at the first
// use; the error names it and says what to do.
type Source interface {
	Store(ctx context.Context) (store.Store, error)
	// Name is the store as it is named on the command line.
	Name() string
}

// Open is the store of source; its error is a record.
func Open(rt *runtime.CommandRuntime, source Source) (store.Store, error) {
	s, err := source.Store(rt.Context())
	return s, StoreError(err)
}

// Output is what the cmdlets write: an object that keeps the members which
// Add-Member gives it.
func Output(object objects.Object) objects.Value {
	return objects.Of(objects.Wrap(objects.Of(object)))
}

// User is the user that an identity names; the user at work in the pipeline is
// not looked up again.
func User(rt *runtime.CommandRuntime, s store.Store, id cs.UserID) (*cs.User, error) {
	if u := atWork(rt, id); u != nil {
		return u, nil
	}
	return s.User(rt.Context(), id)
}

// Account is the account of the directory that an identity names, enabled for
// the server or not.
func Account(rt *runtime.CommandRuntime, s store.Store, id cs.UserID) (*cs.User, error) {
	if u := atWork(rt, id); u != nil {
		return u, nil
	}
	var found []*cs.User
	for u, err := range s.Users(rt.Context(), store.UserQuery{Identity: id, NeverEnabled: true}) {
		if err != nil {
			return nil, err
		}
		if found = append(found, u); len(found) > mostCandidates {
			break
		}
	}
	switch {
	case len(found) == 0:
		return nil, store.ErrNotFound
	case len(found) > 1 || id.IsWildcard():
		return nil, &store.Ambiguous{Identity: id, Users: found}
	}
	return found[0], nil
}

func atWork(rt *runtime.CommandRuntime, id cs.UserID) *cs.User {
	if u, ok := objects.As[*cs.User](rt.Input()); ok && string(id) == u.Identity && u.Key != 0 {
		return u
	}
	return nil
}
