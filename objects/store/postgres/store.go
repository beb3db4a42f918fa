// Package postgres keeps an organisation in a PostgreSQL database, in the
// schema csshell.
//
// What changes the store is a function in the database, and so is the audit
// trail: a client can make a change without its entry no more than the other
// way round.
package postgres

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/pool"
)

// maxConns is the number of connections to one database.
const maxConns = 4

// Store is an organisation in a database. It implements [store.Store].
type Store struct {
	name string // for errors: without its password
	pool *pool.Pool[*pgx.Conn]
}

var _ store.Store = (*Store)(nil)

// Open opens the store in the database at url (postgres://…, as libpq has it),
// which must be there, and brings its schema up to date. The error is a
// *store.Error.
func Open(ctx context.Context, url string) (*Store, error) {
	return connect(ctx, url, existing)
}

// Create makes a new, empty store in the database at url, which must not hold
// one. The error is a *store.Error.
func Create(ctx context.Context, url string) (*Store, error) {
	return connect(ctx, url, empty)
}

func connect(ctx context.Context, url string, want contents) (*Store, error) {
	s := &Store{name: withoutPassword(url)}
	config, err := configure(url)
	if err != nil {
		return nil, s.explain(ctx, err)
	}
	s.pool = pool.New(maxConns, pool.Kind[*pgx.Conn]{
		Open:   func(ctx context.Context) (*pgx.Conn, error) { return pgx.ConnectConfig(ctx, config) },
		Close:  func(conn *pgx.Conn) error { return conn.Close(context.Background()) },
		Usable: func(conn *pgx.Conn) bool { return !conn.IsClosed() },
	})
	again := isStarting
	if want == empty { // the second attempt would find what the first one made
		again = func(error) bool { return false }
	}
	if err := s.try(ctx, again, func(conn *pgx.Conn) error { return migrate(ctx, conn, want) }); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// The times after which the store gives up: a connection, a lock that another
// change holds, and a cancelled statement that does not end.
const (
	connectTime = 10 * time.Second
	lockTime    = "30s"
	cancelTime  = 5 * time.Second
)

// configure reads url.
func configure(url string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, errors.Join(store.ErrBadName, err)
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTime
	}
	config.DialFunc = buffered(config.DialFunc)
	config.RuntimeParams["application_name"] = "csshell"
	config.RuntimeParams["lock_timeout"] = lockTime
	// A change looks at the store after it has waited for the one before it.
	config.RuntimeParams["default_transaction_isolation"] = "read committed"
	// Statements here are short, and the same whatever their parameters: to
	// compile them, or to plan them anew each time, takes longer than to run them.
	config.RuntimeParams["jit"] = "off"
	config.RuntimeParams["plan_cache_mode"] = "force_generic_plan"
	// A plan that was made while a table was empty must do when it is full.
	config.RuntimeParams["enable_seqscan"] = "off"
	// Without it a cancelled context closes the connection.
	config.BuildContextWatcherHandler = func(conn *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: conn, DeadlineDelay: cancelTime}
	}
	return config, nil
}

// Close waits until nothing uses the store any more, and closes it.
func (s *Store) Close() error { return s.pool.Close() }

// attempts is how often a statement is tried.
const attempts = 5

// use calls use with a connection, and again where the server asks for it or
// the connection is lost: statements only read, or are steps of a change,
// which are made once however often they are repeated.
func (s *Store) use(ctx context.Context, use func(*pgx.Conn) error) error {
	return s.try(ctx, isPassing, use)
}

// once calls use with a connection, once.
func (s *Store) once(ctx context.Context, use func(*pgx.Conn) error) error {
	return s.explain(ctx, s.pool.With(ctx, use))
}

// try calls use with a connection, and again after the errors of which again says so.
func (s *Store) try(ctx context.Context, again func(error) bool, use func(*pgx.Conn) error) error {
	pause := 10 * time.Millisecond
	for attempt := 1; ; attempt++ {
		err := s.pool.With(ctx, use)
		if err == nil || attempt == attempts || !again(err) {
			return s.explain(ctx, err)
		}
		select {
		case <-time.After(pause/2 + rand.N(pause)):
			pause *= 4
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
