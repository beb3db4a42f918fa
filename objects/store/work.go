package store

import (
	"crypto/sha256"
	"fmt"
)

// Work is what one step of a change does. All of it happens, or nothing.
type Work struct {
	// Edits change single values; no two of them are about the same one.
	Edits []Edit
	// Revoke has the keys of users all of whose certificates are revoked.
	Revoke Keys
	// Progress, unless it is nil, is told how many of the users in Revoke are done,
	// now and then, from inside the transaction. It must not use the store.
	Progress func(users int)
	// Planned says that the certificates in force of the users in Revoke were
	// known before: they are those with the keys in Expect, or nothing happens.
	Planned bool
	Expect  []int64
	// Undo, unless it is zero, is an operation: the certificates that it revoked
	// are in force again, and those that it put back into force are not. Where
	// that is so already for one of them, nothing happens.
	Undo OperationID
}

// Kinds of edits that stores know themselves.
const (
	UserKind = "user" // of a property of a user
	RoleKind = "role" // of an item: JSON of a cs.Role, under its folded name
)

// Edit changes one value: a property of a user, or an item, which is a text
// under a kind and a key. The empty text stands for a value that is not there.
type Edit struct {
	Kind          string
	Key           string // of a user: cs.User.Key in decimal
	Property      string // of a user; empty for an item
	Before, After string
}

// Item is a text that a store keeps for a cmdlet: a role, a group, the state of a
// PIN. Data is never empty.
type Item struct {
	Key, Data string
}

// Conflict says that a value is not what a change took it for: nothing was
// changed.
type Conflict struct {
	Edit Edit
	Now  string // what is there instead
}

// Error names the value.
func (c *Conflict) Error() string {
	name := c.Edit.Kind + " " + c.Edit.Key
	if c.Edit.Property != "" {
		name = c.Edit.Property + " of " + name
	}
	return fmt.Sprintf("%s is %q and not %q any more", name, c.Now, c.Edit.Before)
}

// Unwrap is [ErrConflict].
func (c *Conflict) Unwrap() error { return ErrConflict }

// Detail returns the sum over edits that their audit entry contains: SHA-256 of
// the kind, the key, the property and both values of each, written as in
// [AuditEntry.Digest]. There is none without edits.
func Detail(edits []Edit) []byte {
	if len(edits) == 0 {
		return nil
	}
	sum := sha256.New()
	for i := range edits {
		e := &edits[i]
		for _, text := range [...]string{e.Kind, e.Key, e.Property, e.Before, e.After} {
			writeField(sum, text)
		}
	}
	return sum.Sum(nil)
}

// Reverse returns what takes edits back: for each value that they changed, one
// edit from what it was in the end to what it was at first.
func Reverse(edits []Edit) []Edit {
	type value struct{ kind, key, property string }
	places := make(map[value]int, len(edits))
	var reversed []Edit
	for _, e := range edits {
		v := value{e.Kind, e.Key, e.Property}
		if i, ok := places[v]; ok {
			reversed[i].Before = e.After
			continue
		}
		places[v] = len(reversed)
		e.Before, e.After = e.After, e.Before
		reversed = append(reversed, e)
	}
	return reversed
}
