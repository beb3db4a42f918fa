package access

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Values are properties of a user, by name, and their new values as text. The
// empty text takes a value away.
type Values map[string]string

// Revision says what becomes of a user as the store has them now.
type Revision func(user *cs.User) (Values, error)

// Editor changes users for one run of a cmdlet: the changes are one operation,
// made in steps of up to [store.ChunkSize] users.
type Editor struct {
	Source   Source
	PassThru bool // writes the users as they are then
	// Revoke also revokes their certificates.
	Revoke bool
	// With adds edits of items that belong to the user.
	With func(ctx *runtime.CommandRuntime, s store.Store, user *cs.User) ([]store.Edit, error)

	rt      *runtime.CommandRuntime
	change  store.Change
	pending []revised
}

type revised struct {
	user   *cs.User
	revise Revision
}

// attempts is how often a change is made anew after someone else changed the
// same values, and pause the longest time between two of them.
const (
	attempts = 100
	pause    = 20 * time.Millisecond
)

// Add makes the change of a user with the next step, after the question that
// -WhatIf and -Confirm ask.
func (e *Editor) Add(rt *runtime.CommandRuntime, user *cs.User, revise Revision) error {
	if _, err := revise(user); err != nil {
		return e.refused(rt, user, err)
	}
	if yes, err := rt.ShouldProcess(user.Identity, ""); !yes {
		return err
	}
	e.rt = rt
	if slices.ContainsFunc(e.pending, func(r revised) bool { return r.user.Key == user.Key }) {
		if err := e.Flush(); err != nil {
			return err
		}
	}
	e.pending = append(e.pending, revised{user, revise})
	if rt.ExpectingInput() && len(e.pending) < store.ChunkSize {
		return nil
	}
	return e.Flush()
}

// Flush makes the changes that wait. A change that cannot be made is reported,
// and the others are made without it.
func (e *Editor) Flush() error {
	list := e.pending
	e.pending = nil
	if len(list) == 0 {
		return nil
	}
	err := e.step(list)
	if !errors.Is(err, store.ErrConflict) {
		return err
	}
	for _, r := range list {
		if err := e.alone(r); err != nil {
			return err
		}
	}
	return nil
}

// alone changes one user, read anew before each attempt.
func (e *Editor) alone(r revised) error {
	s, err := Open(e.rt, e.Source)
	if err != nil {
		return err
	}
	for range attempts {
		if r.user, err = reread(e.rt, s, r.user); err != nil {
			return StoreError(err)
		}
		err = e.step([]revised{r})
		var conflict *store.Conflict
		if err == nil || !errors.As(err, &conflict) {
			break
		}
		select {
		case <-time.After(rand.N(pause)): // so that those who met part
		case <-e.rt.Context().Done():
			return e.rt.Context().Err()
		}
	}
	if errors.Is(err, store.ErrConflict) {
		return e.refused(e.rt, r.user, err)
	}
	return err
}

func reread(rt *runtime.CommandRuntime, s store.Store, user *cs.User) (*cs.User, error) {
	for u, err := range s.Users(rt.Context(), store.UserQuery{Keys: []int64{user.Key}, NeverEnabled: true}) {
		return u, err
	}
	return nil, store.ErrNotFound
}

func (e *Editor) refused(rt *runtime.CommandRuntime, user *cs.User, err error) error {
	if r := (*runtime.ErrorRecord)(nil); errors.As(err, &r) {
		return rt.WriteError(r)
	}
	return rt.WriteError(Record("The user \""+user.Identity+"\" was not changed: "+err.Error()+".", "UserNotChanged", runtime.InvalidOperation, Output(user)))
}

// step makes one step of the operation.
func (e *Editor) step(list []revised) error {
	s, err := Open(e.rt, e.Source)
	if err != nil {
		return err
	}
	var work store.Work
	for _, r := range list {
		if err := e.add(s, &work, r); err != nil {
			return err
		}
	}
	if len(work.Edits) > 0 || work.Revoke.Count() > 0 {
		if e.change.Step == 0 {
			e.change = NewChange(e.rt)
		}
		if _, err := s.Do(e.rt.Context(), e.change, work); err != nil {
			return StoreError(err)
		}
		e.change.Step++
	}
	if !e.PassThru {
		return nil
	}
	for _, r := range list {
		user, err := reread(e.rt, s, r.user)
		if err != nil {
			return StoreError(err)
		}
		if err := e.rt.WriteObject(Output(user)); err != nil {
			return err
		}
	}
	return nil
}

// add adds the edits of one user to work; a user who is as asked for already is
// left alone, with a warning.
func (e *Editor) add(s store.Store, work *store.Work, r revised) error {
	values, err := r.revise(r.user)
	if err != nil {
		return err
	}
	edits := EditsOf(r.user, values)
	if e.With != nil {
		more, err := e.With(e.rt, s, r.user)
		if err != nil {
			return StoreError(err)
		}
		edits = append(edits, more...)
	}
	if len(edits) == 0 && !e.Revoke {
		return e.rt.WriteWarning("Object with identity \"" + r.user.Identity + "\" was not changed.")
	}
	work.Edits = append(work.Edits, edits...)
	if e.Revoke {
		work.Revoke.Add(r.user.Key)
	}
	return nil
}

// EditsOf are the edits that give a user new values, in the order of the
// properties; a value that is there already is no edit.
func EditsOf(user *cs.User, values Values) []store.Edit {
	var edits []store.Edit
	for i := range cs.UserProperties {
		p := &cs.UserProperties[i]
		after, ok := values[p.Name]
		before := p.Get(user)
		if !ok || before == after {
			continue
		}
		edits = append(edits, store.Edit{Kind: store.UserKind, Key: UserKey(user), Property: p.Name, Before: before, After: after})
	}
	return edits
}

// UserKey is the key of a user in edits.
func UserKey(user *cs.User) string { return strconv.FormatInt(user.Key, 10) }

// NewChange begins an operation by the running command.
func NewChange(rt *runtime.CommandRuntime) store.Change {
	name := ""
	if c := rt.Invocation().Command; c != nil {
		name = c.Name()
	}
	return store.Change{Operation: store.NewOperationID(), Step: 1, Facts: FactsOf(rt, name)}
}

// Text is a Boolean as text.
func Text(b bool) string { return cs.BoolOf(b).String() }

// Pool is the name of a pool as the store spells it; the error is a record where
// there is none.
func Pool(rt *runtime.CommandRuntime, s store.Store, name string) (string, error) {
	pools, err := s.Pools(rt.Context())
	if err != nil {
		return "", StoreError(err)
	}
	for _, p := range pools {
		if objects.EqualFold(p.Identity, name) {
			return p.Identity, nil
		}
	}
	return "", Record("Cannot find Registrar pool \""+name+"\". Verify that the pool is part of the topology.", "RegistrarPoolNotFound", runtime.ObjectNotFound, objects.String(name))
}
