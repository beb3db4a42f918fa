package sqlite

import (
	"context"
	"errors"
	"io/fs"

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
	if reason, advice := diagnose(err, sqlite.ErrCode(err).ToPrimary()); reason != nil {
		return &store.Error{Store: s.name, Reason: reason, Advice: advice, Err: err}
	}
	return err
}

// diagnose says what is wrong with the store and what to do, or nothing where
// the store is not to blame.
func diagnose(err error, code sqlite.ResultCode) (reason error, advice string) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return store.ErrMissing, "there is no such file; check the path, or create the store first"
	case errors.Is(err, fs.ErrExist):
		return store.ErrExists, "there is such a file already; choose another path, or remove the file"
	case errors.Is(err, fs.ErrPermission), code == sqlite.ResultPerm:
		return store.ErrDenied, "you may not open the file; ask its owner for the right to read and write it"
	case errors.Is(err, store.ErrNotAStore), code == sqlite.ResultNotADB:
		return store.ErrNotAStore, "it is not a store of csshell; check the path"
	case errors.Is(err, store.ErrNewerSchema):
		return store.ErrNewerSchema, "a newer csshell made it; install that version or a later one"
	case errors.Is(err, store.ErrBusy), code == sqlite.ResultBusy:
		return store.ErrBusy, "another process has been writing to it for half a minute; try again when that is done"
	case code == sqlite.ResultCorrupt:
		return store.ErrCorrupt, "the file is damaged; restore it from a backup"
	case code == sqlite.ResultReadOnly:
		return store.ErrReadOnly, "it cannot be written to; ask for the right to write the file and its folder"
	case code == sqlite.ResultFull:
		return store.ErrFull, "its disk is full; make room and try again"
	case code == sqlite.ResultCantOpen:
		return store.ErrDenied, "the file cannot be opened; check that you may write to it and to its folder"
	case code == sqlite.ResultIOErr:
		return store.ErrUnreachable, "the file cannot be read or written; check its disk"
	default:
		return nil, ""
	}
}
