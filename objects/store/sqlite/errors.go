package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/store"
)

// explain makes err a sentence about the store, unless it is about what was
// asked of it.
func (s *Store) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if advice, reason := diagnose(err, sqlite.ErrCode(err)); reason != nil {
		return &store.Error{Store: s.name, Reason: reason, Advice: advice, Err: err}
	}
	return err
}

// diagnose says what is wrong with the store and what to do, or nothing where
// the store is not to blame.
func diagnose(err error, extended sqlite.ResultCode) (advice string, reason error) {
	code := extended.ToPrimary()
	if extended == sqlite.ResultIOErrSHMSize { // no room for the index of the log
		code = sqlite.ResultFull
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file; check the path, or make the store with New-CsStore", store.ErrMissing
	case errors.Is(err, fs.ErrExist):
		return "there is such a file already; choose another path, or remove the file", store.ErrExists
	case errors.Is(err, fs.ErrPermission), code == sqlite.ResultPerm:
		return "you may not open the file; ask its owner for the right to read and write it", store.ErrDenied
	case errors.Is(err, store.ErrNotAStore), code == sqlite.ResultNotADB:
		return "it is not a store of csshell; check the path", store.ErrNotAStore
	case errors.Is(err, store.ErrNewerSchema):
		return "a newer csshell made it; install that version or a later one", store.ErrNewerSchema
	case errors.Is(err, store.ErrBusy), code == sqlite.ResultBusy:
		return "another process has been writing to it for half a minute; try again when that is done", store.ErrBusy
	case errors.Is(err, store.ErrCorrupt), code == sqlite.ResultCorrupt, isUnprepared(err):
		return "the file is damaged; restore it from a backup", store.ErrCorrupt
	case code == sqlite.ResultReadOnly:
		return "it cannot be written to; ask for the right to write the file and its folder", store.ErrReadOnly
	case code == sqlite.ResultFull:
		return "its disk is full; make room and try again", store.ErrFull
	case code == sqlite.ResultCantOpen:
		return "the file cannot be opened; check that you may write to it and to its folder", store.ErrDenied
	case code == sqlite.ResultIOErr:
		return "the file cannot be read or written; check its disk", store.ErrUnreachable
	default:
		return "", nil
	}
}

// isUnprepared reports whether SQLite does not understand a statement. Ours do not
// change, so it is the schema that did: a bit in the name of a column will do.
func isUnprepared(err error) bool { return strings.HasPrefix(err.Error(), "sqlite: prepare ") }
