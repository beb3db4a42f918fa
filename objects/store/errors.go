package store

import (
	"errors"
	"fmt"
	"strings"

	"github.com/csshell/csshell/objects/cs"
)

// What can be wrong, for errors.Is. Stores return them inside an [Error] or a
// [RowError] where there is more to say.
var (
	ErrNotFound    = errors.New("not found")
	ErrAmbiguous   = errors.New("ambiguous")
	ErrBadName     = errors.New("not the name of a store")
	ErrMissing     = errors.New("the store does not exist")
	ErrExists      = errors.New("the store exists already")
	ErrDenied      = errors.New("access to the store is denied")
	ErrNotAStore   = errors.New("not a csshell store")
	ErrNewerSchema = errors.New("the store is of a newer version")
	ErrCorrupt     = errors.New("the store is damaged")
	ErrReadOnly    = errors.New("the store is read-only")
	ErrFull        = errors.New("no room is left for the store")
	ErrBusy        = errors.New("the store is in use")
	ErrUnreachable = errors.New("the store cannot be reached")
	ErrConflict    = errors.New("the change contradicts what is stored")
)

// Ambiguous is the error of an identity that names several users.
type Ambiguous struct {
	Identity cs.UserID
	Users    []*cs.User
}

// Error says how many they are.
func (a *Ambiguous) Error() string {
	return fmt.Sprintf("the identity %q names %d users", a.Identity, len(a.Users))
}

// Unwrap is [ErrAmbiguous].
func (a *Ambiguous) Unwrap() error { return ErrAmbiguous }

// Error is a failure of a store as a whole. Its text is one sentence that
// names the store and says what to do.
type Error struct {
	Store  string // the store, without any password
	Reason error  // one of the errors above
	Advice string // what is wrong and what to do, a clause without full stop
	Err    error  // the cause, if any
}

// Error returns the sentence.
func (e *Error) Error() string {
	return fmt.Sprintf("The store %q cannot be used: %s.", e.Store, e.Advice)
}

// Unwrap returns the reason and the cause.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Reason}
	}
	return []error{e.Reason, e.Err}
}

// RowError is a mistake in one row of an import.
type RowError struct {
	File   string // which file, where it is known
	Line   int    // the line on which the row begins
	Column string // the property, unless the whole row is meant
	Err    error
}

// Error returns the file, the line, the column and what is wrong there.
func (e *RowError) Error() string {
	var text strings.Builder
	if e.File != "" {
		text.WriteString(e.File)
		text.WriteString(": ")
	}
	fmt.Fprintf(&text, "line %d", e.Line)
	if e.Column != "" {
		fmt.Fprintf(&text, ", column %s", e.Column)
	}
	fmt.Fprintf(&text, ": %v", e.Err)
	return text.String()
}

// Unwrap returns what is wrong.
func (e *RowError) Unwrap() error { return e.Err }
