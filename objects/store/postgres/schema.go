package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// migrations are the steps of the schema, in the order of their names. The
// table csshell.schema has the number of steps it has been through. A step
// that has been released is never edited.
//
//go:embed migrations/*.sql
var migrations embed.FS

// contents is what a database must hold to be brought up to date.
type contents uint8

const (
	existing contents = iota // a store of this or an earlier version
	empty                    // no store
)

// migrate brings the schema up to date.
func migrate(ctx context.Context, conn *pgx.Conn, want contents) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	if want == existing {
		version, err := schemaVersion(ctx, conn)
		if err != nil || version == len(steps) {
			return err
		}
		if version > len(steps) {
			return fmt.Errorf("version %d: %w", version, store.ErrNewerSchema)
		}
	}
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return upgrade(ctx, tx, steps, want) })
}

// querier is a connection or a transaction.
type querier interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// schemaVersion returns the number of steps that the schema has been through.
func schemaVersion(ctx context.Context, q querier) (version int, err error) {
	err = q.QueryRow(ctx, "SELECT version FROM csshell.schema", pgx.QueryExecModeExec).Scan(&version)
	if errors.Is(err, pgx.ErrNoRows) {
		err = store.ErrNotAStore
	}
	return version, err
}

// upgradeLock is the key of the advisory lock that lets one upgrade at a time
// work on a database: "CsSh".
const upgradeLock = 0x43735368

// upgrade takes the steps that are missing, all or none of them.
func upgrade(ctx context.Context, tx pgx.Tx, steps []string, want contents) error {
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", upgradeLock); err != nil {
		return err
	}
	if want == empty {
		if err := start(ctx, tx); err != nil {
			return err
		}
	}
	// Another process may have done it while this one waited for the lock.
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	for _, step := range steps[min(version, len(steps)):] {
		text, err := migrations.ReadFile(step)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	if version == 0 {
		for _, role := range cs.StandardRoles() {
			if err := putRole(ctx, tx, &role); err != nil {
				return err
			}
		}
	}
	_, err = tx.Exec(ctx, "UPDATE csshell.schema SET version = $1", len(steps))
	return err
}

// start makes the schema, of version 0.
func start(ctx context.Context, tx pgx.Tx) error {
	var encoding string
	if err := tx.QueryRow(ctx, "SHOW server_encoding").Scan(&encoding); err != nil {
		return err
	}
	if encoding != "UTF8" {
		return fmt.Errorf("%w: its encoding is %s", errEncoding, encoding)
	}
	_, err := tx.Exec(ctx, "CREATE SCHEMA csshell; CREATE TABLE csshell.schema (version integer NOT NULL); INSERT INTO csshell.schema VALUES (0)")
	if code(err) == "42P06" { // duplicate schema
		return store.ErrExists
	}
	return err
}

// errEncoding says that a database cannot keep all texts.
var errEncoding = errors.New("the database does not keep Unicode")
