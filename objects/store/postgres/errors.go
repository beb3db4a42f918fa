package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/csshell/csshell/objects/store"
)

// withoutPassword returns name without its password, and without the options
// that may have one.
func withoutPassword(name string) string {
	u, err := url.Parse(name)
	if err != nil {
		scheme, _, _ := strings.Cut(name, ":")
		return scheme + ":…"
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	host := u.Query().Get("host")
	u.RawQuery = ""
	if host != "" {
		u.RawQuery = "host=" + host
	}
	return u.String()
}

// code returns the SQLSTATE of err, or the empty text.
func code(err error) string {
	if answer, ok := errors.AsType[*pgconn.PgError](err); ok {
		return answer.Code
	}
	return ""
}

// isPassing reports whether what failed may succeed if it is tried again: the
// server undid a transaction in favour of another one, or the connection is
// gone (PostgreSQL, appendix A).
func isPassing(err error) bool {
	switch sqlState := code(err); sqlState {
	case "40001", "40P01": // serialization failure, deadlock
		return true
	case "57P01", "57P02", "57P03": // the server stops or starts
		return true
	case "":
		return isLost(err)
	default:
		return strings.HasPrefix(sqlState, "08") // connection exceptions
	}
}

// isLost reports whether err is that of a connection and no answer at all.
func isLost(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return false
	}
	_, unconnected := errors.AsType[*pgconn.ConnectError](err)
	_, broken := errors.AsType[net.Error](err)
	return unconnected || broken || errors.Is(err, io.ErrUnexpectedEOF) || pgconn.SafeToRetry(err)
}

// explain makes err a sentence about the store, unless it is about what was
// asked of it.
func (s *Store) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if reason, advice := diagnose(err); reason != nil {
		return &store.Error{Store: s.name, Reason: reason, Advice: advice, Err: err}
	}
	return err
}

// diagnose says what is wrong with the store and what to do, or nothing where
// the store is not to blame.
func diagnose(err error) (reason error, advice string) {
	switch {
	case errors.Is(err, store.ErrBadName):
		return store.ErrBadName, "the name of a store in PostgreSQL is postgres://USER@HOST:PORT/DATABASE"
	case errors.Is(err, errEncoding):
		return store.ErrNotAStore, "its database does not keep Unicode; create one with the encoding UTF8"
	case errors.Is(err, store.ErrNotAStore):
		return store.ErrNotAStore, "the database holds no store of csshell; check the name, or create the store first"
	case errors.Is(err, store.ErrExists):
		return store.ErrExists, "the database holds a store already; choose another database"
	case errors.Is(err, store.ErrNewerSchema):
		return store.ErrNewerSchema, "a newer csshell made it; install that version or a later one"
	}
	if answer, ok := errors.AsType[*pgconn.PgError](err); ok {
		return diagnoseAnswer(answer)
	}
	if isLost(err) || errors.Is(err, context.DeadlineExceeded) {
		return store.ErrUnreachable, "no server answers there; check the host and the port, and that the server runs"
	}
	return nil, ""
}

// diagnoseAnswer does the same for what the server said (PostgreSQL, appendix A).
func diagnoseAnswer(answer *pgconn.PgError) (reason error, advice string) {
	switch answer.Code {
	case "28000", "28P01":
		return store.ErrDenied, fmt.Sprintf("the server says %q; check the name and the password of the login", answer.Message)
	case "42501":
		return store.ErrDenied, fmt.Sprintf("the server says %q; ask the owner of the database for the right", answer.Message)
	case "3D000":
		return store.ErrMissing, "the server has no such database; check the name, or create the database first"
	case "3F000", "42P01", "42883", "42703":
		return store.ErrNotAStore, "the database holds no store of csshell; check the name, or create the store first"
	case "25006":
		return store.ErrReadOnly, "the server is a standby and takes no changes; connect to the primary server"
	case "53100":
		return store.ErrFull, "the disk of the server is full; make room and try again"
	case "53300":
		return store.ErrBusy, "the server has no connection left; try again later"
	case "55P03":
		return store.ErrBusy, "another change has been under way for half a minute; try again when that is done"
	case "57P01", "57P02", "57P03":
		return store.ErrUnreachable, "the server is stopping or starting; try again later"
	case "XX001", "XX002":
		return store.ErrCorrupt, "the database is damaged; restore it from a backup"
	default:
		return nil, ""
	}
}
