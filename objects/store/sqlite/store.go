// Package sqlite keeps an organisation in a file, by SQLite.
//
// Several processes may use one file: it is in WAL mode, and every transaction
// that writes takes the write lock when it begins.
package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/pool"
)

// maxConns is the number of connections to one file. Readers do not wait for
// writers, so a few serve many goroutines.
const maxConns = 4

// Store is an organisation in a file. It implements [store.Store].
type Store struct {
	name string // for errors
	pool *pool.Pool[*sqlite.Conn]
}

var _ store.Store = (*Store)(nil)

// Open opens the store in the file path, which must exist, and brings its
// schema up to date. The error is a *store.Error.
func Open(ctx context.Context, path string) (*Store, error) {
	s := newStore(path)
	if err := checkFile(path); err != nil {
		return nil, s.explain(ctx, err)
	}
	if err := s.use(ctx, func(conn *sqlite.Conn) error { return migrate(ctx, conn, existing) }); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, s.explain(ctx, err)
	}
	return s, nil
}

// Create makes a new, empty store in the file path, which must not exist. The
// error is a *store.Error.
func Create(ctx context.Context, path string) (*Store, error) {
	s := newStore(path)
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, s.explain(ctx, err)
	}
	if err := file.Close(); err != nil {
		return nil, s.explain(ctx, err)
	}
	err = s.use(ctx, func(conn *sqlite.Conn) error {
		if err := execute(conn, "PRAGMA journal_mode=wal"); err != nil {
			return err
		}
		return migrate(ctx, conn, empty)
	})
	if err != nil {
		return nil, errors.Join(s.explain(ctx, err), s.Close(), os.Remove(path))
	}
	return s, nil
}

// Temporary makes an empty store that no one else sees and that vanishes when
// it is closed.
func Temporary(ctx context.Context) (*Store, error) {
	s := &Store{name: "temporary"}
	s.pool = newPool(1, func(context.Context) (*sqlite.Conn, error) {
		// SQLite keeps a database without a name in memory, and what does not
		// fit its cache in a file that is deleted already.
		return connect("", sqlite.OpenReadWrite|sqlite.OpenCreate, "PRAGMA journal_mode=memory; PRAGMA synchronous=off")
	})
	if err := s.use(ctx, func(conn *sqlite.Conn) error { return migrate(ctx, conn, empty) }); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, s.explain(ctx, err)
	}
	return s, nil
}

func newStore(path string) *Store {
	s := &Store{name: "sqlite:" + path}
	s.pool = newPool(maxConns, func(context.Context) (*sqlite.Conn, error) {
		// A commit that was reported must survive a power cut: synchronous=full.
		return connect(path, sqlite.OpenReadWrite, "PRAGMA synchronous=full")
	})
	return s
}

// The cache of a connection, in PRAGMA's words: 1 MiB is enough to read page by page,
// as what it does not hold the operating system does. An import writes to several
// indexes at once.
const (
	readingCache = "PRAGMA cache_size=-1024;"
	importCache  = "PRAGMA cache_size=-4096;"
)

// connect opens a connection.
func connect(path string, flags sqlite.OpenFlags, pragmas string) (*sqlite.Conn, error) {
	conn, err := sqlite.OpenConn(path, flags)
	if err != nil {
		return nil, err
	}
	if err := execute(conn, readingCache+pragmas); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// checkFile finds the mistakes that SQLite has no good words for.
func checkFile(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: it is not a file", store.ErrNotAStore)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return file.Close()
}

// Close waits until nothing uses the store any more, and closes it.
func (s *Store) Close() error { return s.pool.Close() }

func newPool(size int, open func(context.Context) (*sqlite.Conn, error)) *pool.Pool[*sqlite.Conn] {
	return pool.New(size, pool.Kind[*sqlite.Conn]{
		Open:   open,
		Close:  (*sqlite.Conn).Close,
		Usable: func(*sqlite.Conn) bool { return true },
	})
}

// use calls use with a connection. SQLite gives up what it does when ctx is
// done.
func (s *Store) use(ctx context.Context, use func(*sqlite.Conn) error) error {
	return s.pool.With(ctx, func(conn *sqlite.Conn) error {
		conn.SetInterrupt(ctx.Done())
		defer conn.SetInterrupt(nil)
		return use(conn)
	})
}

// read calls use with a connection to read from. It must leave no statement
// unfinished.
func (s *Store) read(ctx context.Context, use func(*sqlite.Conn) error) error {
	return s.explain(ctx, s.use(ctx, use))
}

// write calls use in a transaction that writes.
func (s *Store) write(ctx context.Context, use func(*sqlite.Conn) error) error {
	return s.explain(ctx, s.use(ctx, func(conn *sqlite.Conn) error {
		return transact(ctx, conn, func() error { return use(conn) })
	}))
}
