package store

import (
	"crypto/rand"
	"strings"

	"github.com/csshell/csshell/objects/cs"
)

// OperationID identifies one run of a command that changes the store. The
// caller chooses it before the first step, so that it can ask after a lost
// connection whether a step happened.
type OperationID [16]byte

// NewOperationID returns an ID that no one else has.
func NewOperationID() OperationID {
	var id OperationID
	_, _ = rand.Read(id[:])   // never fails
	id[6] = id[6]&0x0f | 0x40 // RFC 9562, version 4
	id[8] = id[8]&0x3f | 0x80
	return id
}

// String returns id as a GUID.
func (id OperationID) String() string {
	return cs.GUID{Bytes: id, Valid: true}.String()
}

// Change says who changes the store, by which command, and as which step of
// which operation. Every step is one transaction and one entry of the audit
// trail.
type Change struct {
	Operation OperationID
	Step      int // from 1
	Facts
}

// Facts are what is known of a command that changes the store.
type Facts struct {
	At      cs.Ticks // now; PostgreSQL takes the server's time instead
	Action  string   // the cmdlet: Revoke-CsClientCertificate
	Mode    string   // how it runs: empty for a plain run
	Actor   string   // who; PostgreSQL takes the name of the login instead
	Client  string   // the account and machine that the command runs on
	Command string   // the text of the statement
	Script  string   // the path of the script, if any
	Line    int      // the line in it
}

// Clean returns f with its texts fit for any store: valid UTF-8 without NUL
// characters. It is for the implementations of [Store].
func (f Facts) Clean() Facts {
	for _, text := range []*string{&f.Action, &f.Mode, &f.Actor, &f.Client, &f.Command, &f.Script} {
		*text = strings.ReplaceAll(strings.ToValidUTF8(*text, "\uFFFD"), "\x00", "\uFFFD")
	}
	return f
}

// Counts says how much a change touched.
type Counts struct {
	Users        int64
	Certificates int64
	Edits        int64
}

// Operation is one run of a command that changed the store: the sum of its
// steps so far.
type Operation struct {
	ID    OperationID
	First int64 // the number of its first audit entry
	Facts
	Steps  int64
	LastAt cs.Ticks // when the last step was made
	Counts
}
