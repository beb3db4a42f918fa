package sqlite

import (
	"context"
	"time"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/store"
)

// lockTime is how long a change waits for those of other processes.
const lockTime = 30 * time.Second

// transact calls use in a transaction, which is rolled back where use fails.
//
// The transaction holds the write lock from its beginning: a lock that is
// taken at the first write fails where another writer came in between, however
// long one waits.
func transact(ctx context.Context, conn *sqlite.Conn, use func() error) error {
	if err := begin(ctx, conn); err != nil {
		return err
	}
	committed := false
	defer func() {
		// An interrupt may have rolled back already.
		if !committed && !conn.AutocommitEnabled() {
			interrupt := conn.SetInterrupt(nil)
			_ = execute(conn, "ROLLBACK") // the first error is the one to tell
			conn.SetInterrupt(interrupt)
		}
	}()
	if err := use(); err != nil {
		return err
	}
	if err := execute(conn, "COMMIT"); err != nil {
		return err
	}
	committed = true
	return nil
}

// begin waits for the write lock, until ctx is done or for lockTime.
func begin(ctx context.Context, conn *sqlite.Conn) error {
	waiting, cancel := context.WithTimeout(ctx, lockTime)
	defer cancel()
	conn.SetInterrupt(waiting.Done())
	err := execute(conn, "BEGIN IMMEDIATE")
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		err = store.ErrBusy
	}
	conn.SetInterrupt(ctx.Done())
	return err
}
