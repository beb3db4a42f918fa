package directory

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// SyncCsDirectory brings the accounts of a directory server, or of a file that one
// exported, into the store: new accounts, and new values of those that are there.
// Accounts that the directory does not have stay as they are. It writes what it
// changed; a second run changes nothing.
type SyncCsDirectory struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Path       string `param:"Position=0" validate:"NotNullOrEmpty" help:"A file in LDIF (RFC 2849); without it the directory server is read."`
	SearchBase string `param:"" help:"The unit: only accounts below it."`
	place

	store  store.Store
	change store.Change
}

// ProcessRecord reads the accounts part by part, so that any number of them takes
// the same memory; each part is a step of one operation.
func (c *SyncCsDirectory) ProcessRecord(rt *runtime.CommandRuntime) error {
	entries, done, err := c.entries(rt)
	if err != nil {
		return err
	}
	defer done()
	if c.store, err = access.Open(rt, c.source); err != nil {
		return err
	}
	c.change = access.NewChange(rt)
	var part []*ldap.Entry
	for e, err := range entries {
		if err != nil {
			if err := c.report(rt, err); err != nil {
				return err
			}
			continue
		}
		if !e.IsAccount() || c.SearchBase != "" && !strings.HasPrefix(cs.DNKey(e.DN), cs.DNKey(c.SearchBase)+",") {
			continue
		}
		if part = append(part, e); len(part) == store.ChunkSize {
			if err := c.bring(rt, part); err != nil {
				return err
			}
			part = part[:0]
		}
	}
	return c.bring(rt, part)
}

// entries are those of the file or of the server; done lets go of the file.
func (c *SyncCsDirectory) entries(rt *runtime.CommandRuntime) (list iter.Seq2[*ldap.Entry, error], done func(), err error) {
	if c.Path != "" {
		path := rt.Session().FullPath(c.Path)
		file, err := os.Open(path)
		if err != nil {
			e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
			return nil, nil, runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(path))
		}
		return ldap.ReadLDIF(file), func() { file.Close() }, nil
	}
	if c.server == nil {
		e := objects.NewException(objects.PSArgumentException, "There is no directory to read: give -Path, or start csshell with -Directory.")
		return nil, nil, runtime.NewErrorRecord(e, "NoDirectory", runtime.InvalidArgument, objects.Null)
	}
	d, err := c.open(rt)
	if err != nil {
		return nil, nil, err
	}
	return d.(*inServer).Entries(rt.Context(), c.SearchBase), func() {}, nil
}

// report tells of an entry that cannot be read; the others are read all the same.
func (c *SyncCsDirectory) report(rt *runtime.CommandRuntime, err error) error {
	var line *ldap.LineError
	if !errors.As(err, &line) {
		return access.StoreError(err)
	}
	return rt.WriteError(access.Record(fmt.Sprintf("%s, line %d: %v.", c.Path, line.Line, line.Err), "InvalidEntry", runtime.InvalidData, objects.String(c.Path)))
}

// difference is what a part of the accounts differs from the store by.
type difference struct {
	entry *ldap.Entry
	user  *cs.User // as the directory has it, or, of a change, as the store has it
	edits []store.Edit
}

// bring brings a part of the accounts into the store.
func (c *SyncCsDirectory) bring(rt *runtime.CommandRuntime, part []*ldap.Entry) error {
	var added, changed []difference
	for _, e := range part {
		d, isNew, err := c.compare(rt, e)
		if err != nil {
			return err
		}
		if d == nil {
			continue
		}
		if yes, err := rt.ShouldProcess(d.user.Identity, d.text(isNew)); err != nil {
			return err
		} else if !yes {
			continue
		}
		if isNew {
			added = append(added, *d)
		} else {
			changed = append(changed, *d)
		}
	}
	if err := c.apply(rt, added, c.add); err != nil {
		return err
	}
	return c.apply(rt, changed, c.edit)
}

// text says what the difference is, for -WhatIf and -Confirm.
func (d *difference) text(isNew bool) string {
	if isNew {
		return "Add account"
	}
	parts := make([]string, len(d.edits))
	for i, e := range d.edits {
		parts[i] = fmt.Sprintf("%s from %q to %q", e.Property, e.Before, e.After)
	}
	return "Change " + strings.Join(parts, ", ")
}

// compare compares an account with the store; nil where they are alike or an error
// was written.
func (c *SyncCsDirectory) compare(rt *runtime.CommandRuntime, e *ldap.Entry) (d *difference, isNew bool, err error) {
	user, err := e.User()
	if err != nil {
		return nil, false, rt.WriteError(c.unfit(e, err))
	}
	known, err := c.known(rt, user)
	if err != nil {
		return nil, false, err
	}
	if known == nil {
		user.NetBiosDomain = cs.Domain(user.Identity)
		return &difference{entry: e, user: user}, true, nil
	}
	values := access.Values{}
	err = e.Properties(func(property, text string, given bool) error {
		p := &cs.UserProperties[cs.UserProperties.Find(property)]
		switch {
		case property == "WhenCreated", property == "WhenChanged": // the store's own
		case given, c.Path == "" && !p.Server && p.Text != nil && property != "Sid" && property != "UserAccountControl":
			values[property] = text
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	if edits := access.EditsOf(known, values); len(edits) > 0 {
		return &difference{entry: e, user: known, edits: edits}, false, nil
	}
	return nil, false, nil
}

// known is the account of the store that the directory means: the one with the same
// GUID, else with the same distinguished name; nil for none.
func (c *SyncCsDirectory) known(rt *runtime.CommandRuntime, u *cs.User) (*cs.User, error) {
	for _, id := range [...]string{u.Guid.String(), u.Identity} {
		if id == "" {
			continue
		}
		for found, err := range c.store.Users(rt.Context(), store.UserQuery{Identity: cs.UserID(id), NeverEnabled: true}) {
			if errors.Is(err, store.ErrNotFound) {
				break
			}
			if err != nil {
				return nil, access.StoreError(err)
			}
			if id != u.Identity || !found.Guid.Valid || !u.Guid.Valid {
				return found, nil
			}
		}
	}
	return nil, nil
}

// apply makes changes together, and where one stands in the way, each alone: the
// others are made without it.
func (c *SyncCsDirectory) apply(rt *runtime.CommandRuntime, list []difference, do func(rt *runtime.CommandRuntime, list []difference) error) error {
	if len(list) == 0 {
		return nil
	}
	err := do(rt, list)
	_, isRow := errors.AsType[*store.RowError](err)
	switch refused := isRow || errors.Is(err, store.ErrConflict); {
	case err == nil:
		c.change.Step++
		return c.tell(rt, list)
	case !refused:
		return access.StoreError(err)
	case len(list) == 1:
		return rt.WriteError(c.unfit(list[0].entry, err))
	}
	for i := range list {
		if err := c.apply(rt, list[i:i+1], do); err != nil {
			return err
		}
	}
	return nil
}

func (c *SyncCsDirectory) add(rt *runtime.CommandRuntime, list []difference) error {
	_, err := c.store.Import(rt.Context(), c.change, func(b store.Batch) error {
		for _, d := range list {
			u := *d.user // an attempt that fails leaves no key behind
			if err := b.AddUser(d.entry.Line, &u); err != nil {
				return err
			}
		}
		return b.Flush()
	})
	return err
}

func (c *SyncCsDirectory) edit(rt *runtime.CommandRuntime, list []difference) error {
	var work store.Work
	for _, d := range list {
		work.Edits = append(work.Edits, d.edits...)
	}
	_, err := c.store.Do(rt.Context(), c.change, work)
	return err
}

// unfit is the error of an account that the store does not take.
func (c *SyncCsDirectory) unfit(e *ldap.Entry, err error) *runtime.ErrorRecord {
	at := ""
	if row, ok := errors.AsType[*store.RowError](err); ok {
		err = fmt.Errorf("%s: %w", row.Column, row.Err)
	}
	if e.Line > 0 {
		at = fmt.Sprintf(" (%s, line %d)", c.Path, e.Line)
	}
	return access.Record("The account \""+e.DN+"\""+at+" was not brought in: "+err.Error()+".", "AccountNotSynchronized", runtime.InvalidData, objects.String(e.DN))
}

// tell writes what was changed.
func (c *SyncCsDirectory) tell(rt *runtime.CommandRuntime, list []difference) error {
	for _, d := range list {
		if len(d.edits) == 0 {
			if err := rt.WriteObject(changeObject(d.user.Identity, "Added", store.Edit{})); err != nil {
				return err
			}
		}
		for _, e := range d.edits {
			if err := rt.WriteObject(changeObject(d.user.Identity, "Changed", e)); err != nil {
				return err
			}
		}
	}
	return nil
}

func changeObject(identity, kind string, e store.Edit) objects.Value {
	text := func(s string) objects.Value {
		if s == "" {
			return objects.Null
		}
		return objects.String(s)
	}
	return access.Object("Csshell.DirectoryChange", access.Note("Identity", objects.String(identity)), access.Note("Change", objects.String(kind)),
		access.Note("Property", text(e.Property)), access.Note("Old", text(e.Before)), access.Note("New", text(e.After)))
}
