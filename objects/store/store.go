// Package store says what a store of the organisation can do, in the terms of
// the domain: find users, read and revoke client certificates, import, and
// tell what has been changed, by whom and when.
//
// There are two implementations, [objects/store/sqlite] and
// [objects/store/postgres]; package storetest proves that both behave alike,
// and package open chooses one by the text that names a store. Every change
// takes a [Change], which is written to the audit trail in the transaction of
// the change itself.
//
// Streams are read page by page: no cursor and no transaction is open while
// the body of a loop over them runs, so that it may use the store itself.
package store

import (
	"context"
	"iter"

	"github.com/csshell/csshell/objects/cs"
)

// Store is an open store. It may be used from several goroutines, and several
// processes may use one store; each sees what the others have committed.
type Store interface {
	Users
	Counter
	Certificates
	Directory
	Worker
	Importer
	History

	// Explain tells how [Users] finds the users that query asks for.
	Explain(ctx context.Context, query UserQuery) ([]Statement, error)
	// ExplainCount tells how [Counter] counts them.
	ExplainCount(ctx context.Context, query UserQuery, by cs.PropertySet, most int) (Statement, error)
	// Info says what the store is and how much it holds.
	Info(ctx context.Context) (Info, error)
	// Check looks for rows that contradict each other, besides the chain of the
	// audit trail (see [Verify]), and for damage to the file.
	Check(ctx context.Context) ([]Finding, error)
	// Close releases the store. It must not be used afterwards.
	Close() error
}

// Info describes a store.
type Info struct {
	Kind          string // SQLite or PostgreSQL
	SchemaVersion int
	Users         int64 // with a server account
	Accounts      int64 // of the directory, those that were never enabled included
	Certificates  int64 // in force
	Revoked       int64
	Operations    int64
}

// Statement is one that a store sends to its database. A page of users is read by
// the same statement as the page before it, with another value for the first
// parameter.
type Statement struct {
	SQL  string
	Args []string // the values of its parameters, in SQL
	Plan []string // what the database makes of it, in its words
}

// Users finds users.
type Users interface {
	// User returns the one user named by id who has a server account.
	// Wildcards are not allowed. The error is ErrNotFound or ErrAmbiguous
	// where id does not name exactly one.
	User(ctx context.Context, id cs.UserID) (*cs.User, error)

	// FindUsers looks up many identities at once, without wildcards: the
	// answer has, for each of ids, the users it names.
	FindUsers(ctx context.Context, ids []cs.UserID) ([][]*cs.User, error)

	// Users returns the users that query asks for, in the order in which
	// they came into the store.
	Users(ctx context.Context, query UserQuery) iter.Seq2[*cs.User, error]
}

// Counter counts users.
type Counter interface {
	// CountUsers counts the users that query asks for, but for those whom its Where
	// leaves undecided. It tells the users with different values of the properties in
	// by apart, and takes texts for different that have not the same bytes; the empty
	// set is none. The counts are in the order of the first user of each. There is
	// none where there would be more than most. Query has no Identity, OU, Keys, or
	// Limit.
	CountUsers(ctx context.Context, query UserQuery, by cs.PropertySet, most int) ([]UserCount, error)
}

// UserCount is a number of users who are alike.
type UserCount struct {
	User  *cs.User // has the Key of the first, and the values that all have
	Count int
}

// UserQuery says which users to return, and how much of them. The zero query
// asks for all users who have a server account.
type UserQuery struct {
	// Identity restricts the answer to the users it names, with wildcards in
	// display names, unless it is empty.
	Identity cs.UserID
	// OU restricts the answer to the accounts at any depth below the unit or
	// container of that distinguished name, unless it is empty.
	OU string
	// Homing restricts the answer by where the users are homed.
	Homing cs.Homing
	// Keys restricts the answer to the users with these keys, unless it is nil.
	// It excludes Identity and OU.
	Keys []int64
	// Where, unless it is nil, lets the store leave out users who do not meet it.
	// It goes with no Identity, OU or Keys.
	Where *Condition
	// Undecided restricts the answer to the users who meet Where only because the
	// store cannot compare their texts.
	Undecided bool
	// NeverEnabled adds the accounts of the directory that were never enabled
	// for the server.
	NeverEnabled bool
	// Limit is the greatest number of users to return; zero is no limit.
	Limit int
	// Few asks for any users whose display names fit the Identity, as many as the
	// Limit, rather than for those that came first into the store: who completes a
	// name does not wait for all that begin like it.
	Few bool
	// Properties are indexes into cs.UserProperties: the fields to fill in
	// besides Key. The empty set asks for all.
	Properties cs.PropertySet
}

// All reports whether the query looks through all users, and not for those that it
// names.
func (q UserQuery) All() bool { return q.Identity == "" && q.OU == "" && q.Keys == nil }

// Certificates reads and revokes the client certificates of users.
type Certificates interface {
	// Certificates returns the certificates that query asks for, in the order
	// of their owners and then in the order in which they were stored.
	Certificates(ctx context.Context, query CertificateQuery) iter.Seq2[*cs.ClientCertificate, error]

	// RevokeCertificates revokes all certificates that are in force of the
	// users with the given keys (see cs.User.Key), in one transaction.
	//
	// A step that the audit trail has already is not done again: the answer
	// is what it did then. So a change whose outcome is unknown, because the
	// connection was lost, can be repeated.
	RevokeCertificates(ctx context.Context, change Change, users Keys) (Counts, error)

	// RevokeCertificatesOf does the same for all homed users that query asks
	// for, however many.
	RevokeCertificatesOf(ctx context.Context, change Change, query UserQuery) (Counts, error)
}

// ChunkSize is the number of users that a part of a change should cover where it
// can be parted: large enough that a part costs no more than its rows, small
// enough that it needs little memory.
const ChunkSize = 1000

// CertificateQuery says which certificates to return. The zero query asks for
// all that are in force.
type CertificateQuery struct {
	// Users are the keys of the owners; nil stands for all users.
	Users []int64
	// Revoked adds the certificates that have been revoked.
	Revoked bool
}

// Directory reads what the organisation has besides its users.
type Directory interface {
	// Roles returns all administrator roles, in the order they came in.
	Roles(ctx context.Context) ([]cs.Role, error)
	// Pools returns all pools by name.
	Pools(ctx context.Context) ([]cs.Pool, error)
	// Policies returns the names of the per-user policies of one kind, which
	// is a property of users such as VoicePolicy.
	Policies(ctx context.Context, kind string) ([]string, error)
}

// Worker changes users and items.
type Worker interface {
	// Do does work, in one transaction with its audit entry. A step that the
	// audit trail has already is not done again. A value that is not what an
	// edit takes it for, and a name that is another user's, is a *Conflict;
	// other things that stand in the way are ErrConflict.
	Do(ctx context.Context, change Change, work Work) (Counts, error)
	// Items returns the items of a kind whose keys begin with prefix, in the
	// order in which they came in.
	Items(ctx context.Context, kind, prefix string) ([]Item, error)
}

// Importer loads an organisation into a store.
type Importer interface {
	// Import runs fill in one transaction: all that it adds is stored, or,
	// where fill or the store fails, nothing. Its errors about a row are
	// *RowError.
	Import(ctx context.Context, change Change, fill func(Batch) error) (ImportCounts, error)
}

// Batch takes the rows of an import. A row is known by its line in errors.
//
// A user who is in the store already (the same Guid, or where either has none
// the same distinguished name) is replaced. A certificate that is there
// already (the same owner, device and publication) is left as it is, so that
// importing an old file never puts a revoked certificate back into force.
type Batch interface {
	AddUser(line int, user *cs.User) error
	AddCertificate(line int, certificate *cs.ClientCertificate) error
	AddRole(role *cs.Role) error
	// Flush checks all that was added so far against the store and itself, as
	// the end of the import does. A mistake is then known to be among it.
	Flush() error
}

// ImportCounts says what an import did.
type ImportCounts struct {
	UsersAdded, UsersReplaced, UsersUnchanged int64
	CertificatesAdded, CertificatesUnchanged  int64
}

// History tells what has been changed.
type History interface {
	// Operation returns the operation with that ID, or ErrNotFound.
	Operation(ctx context.Context, id OperationID) (*Operation, error)
	// Operations returns the operations from the newest to the oldest.
	Operations(ctx context.Context) iter.Seq2[*Operation, error]
	// Edits returns the edits of an audit entry in their order.
	Edits(ctx context.Context, entry int64) ([]Edit, error)
	// Audit returns the entries of the audit trail after the one numbered
	// after, in order. See [Verify].
	Audit(ctx context.Context, after int64) iter.Seq2[*AuditEntry, error]
}
