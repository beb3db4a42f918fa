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

// isStarting reports whether a store that could not be opened may be opened soon: its
// server was reached, and the connection lost. Nobody waits longer for a name that was
// mistyped.
func isStarting(err error) bool {
	failed, ok := errors.AsType[*net.OpError](err)
	return isPassing(err) && !(ok && failed.Op == "dial")
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
	if advice, reason := diagnose(err); reason != nil {
		return &store.Error{Store: s.name, Reason: reason, Advice: advice, Err: err}
	}
	return err
}

// diagnose says what is wrong with the store and what to do, or nothing where
// the store is not to blame.
func diagnose(err error) (advice string, reason error) {
	switch {
	case errors.Is(err, store.ErrBadName):
		return "the name of a store in PostgreSQL is postgres://USER@HOST:PORT/DATABASE", store.ErrBadName
	case errors.Is(err, errEncoding):
		return "its database does not keep Unicode; create one with the encoding UTF8", store.ErrNotAStore
	case errors.Is(err, store.ErrNotAStore):
		return "the database holds no store of csshell; check the name, or make the store with New-CsStore", store.ErrNotAStore
	case errors.Is(err, store.ErrExists):
		return "the database holds a store already; choose another database", store.ErrExists
	case errors.Is(err, store.ErrNewerSchema):
		return "a newer csshell made it; install that version or a later one", store.ErrNewerSchema
	}
	if answer, ok := errors.AsType[*pgconn.PgError](err); ok {
		return diagnoseAnswer(answer)
	}
	if isLost(err) || errors.Is(err, context.DeadlineExceeded) {
		return "no server answers there; check the host and the port, and that the server runs", store.ErrUnreachable
	}
	return "", nil
}

// diagnoseAnswer does the same for what the server said (PostgreSQL, appendix A).
func diagnoseAnswer(answer *pgconn.PgError) (advice string, reason error) {
	switch answer.Code {
	case "28000", "28P01":
		return fmt.Sprintf("the server says %q; check the name and the password of the login", answer.Message), store.ErrDenied
	case "42501":
		return fmt.Sprintf("the server says %q; ask the owner of the database for the right", answer.Message), store.ErrDenied
	case "3D000":
		return "the server has no such database; check the name, or create the database first", store.ErrMissing
	case "3F000", "42P01", "42883", "42703":
		return "the database holds no store of csshell; check the name, or make the store with New-CsStore", store.ErrNotAStore
	case "25006":
		return "the server is a standby and takes no changes; connect to the primary server", store.ErrReadOnly
	case "53100":
		return "the disk of the server is full; make room and try again", store.ErrFull
	case "53300":
		return "the server has no connection left; try again later", store.ErrBusy
	case "55P03":
		return "another change has been under way for half a minute; try again when that is done", store.ErrBusy
	case "57P01", "57P02", "57P03":
		return "the server is stopping or starting; try again later", store.ErrUnreachable
	case "XX001", "XX002":
		return "the database is damaged; restore it from a backup", store.ErrCorrupt
	default:
		return "", nil
	}
}
