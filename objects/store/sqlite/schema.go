package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// migrations are the steps of the schema, in the order of their names. The
// user_version of a database is the number of steps it has been through. A
// step that has been released is never edited.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a database as a store of csshell: "CsSh".
const applicationID = 0x43735368

// contents is what a database must hold to be brought up to date.
type contents uint8

const (
	existing contents = iota // a store of this or an earlier version
	empty                    // nothing
)

// migrate brings the schema up to date.
func migrate(ctx context.Context, conn *sqlite.Conn, want contents) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := schemaVersion(conn, want)
	if err != nil || version == len(steps) {
		return err
	}
	if version > len(steps) {
		return fmt.Errorf("version %d: %w", version, store.ErrNewerSchema)
	}
	return upgrade(ctx, conn, steps, want)
}

// schemaVersion returns the number of steps that the database has been through.
func schemaVersion(conn *sqlite.Conn, want contents) (int, error) {
	version, err := pragma(conn, "PRAGMA user_version")
	if err != nil || want == empty {
		return version, err
	}
	id, err := pragma(conn, "PRAGMA application_id")
	if err == nil && id != applicationID {
		err = store.ErrNotAStore
	}
	return version, err
}

// upgrade takes the steps that are missing, all or none of them.
func upgrade(ctx context.Context, conn *sqlite.Conn, steps []string, want contents) error {
	return transact(ctx, conn, func() error {
		// Another process may have done it while this one waited for the lock.
		version, err := schemaVersion(conn, want)
		if err != nil {
			return err
		}
		if id, err := pragma(conn, "PRAGMA application_id"); err == nil && version == 0 && id == applicationID {
			return fmt.Errorf("%w: its header has lost the version", store.ErrCorrupt)
		}
		for _, step := range steps[min(version, len(steps)):] {
			text, err := migrations.ReadFile(step)
			if err != nil {
				return err
			}
			if err := execute(conn, string(text)); err != nil {
				return fmt.Errorf("%s: %w", step, err)
			}
		}
		if version == 0 {
			for _, role := range cs.StandardRoles() {
				if err := addRole(conn, &role); err != nil {
					return err
				}
			}
		}
		return execute(conn, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, len(steps)))
	})
}

// execute runs the statements of a script, and drops their results.
func execute(conn *sqlite.Conn, script string) error {
	for script = strings.TrimSpace(script); script != ""; script = strings.TrimSpace(script) {
		statement, trailing, err := conn.PrepareTransient(script)
		if err != nil {
			return err
		}
		if err := finish(statement); err != nil {
			return err
		}
		script = script[len(script)-trailing:]
	}
	return nil
}

func finish(statement *sqlite.Stmt) error {
	_, err := statement.Step()
	if closing := statement.Finalize(); err == nil {
		err = closing
	}
	return err
}

func pragma(conn *sqlite.Conn, query string) (int, error) {
	statement, _, err := conn.PrepareTransient(query)
	if err != nil {
		return 0, err
	}
	value, err := sqlitex.ResultInt(statement)
	if closing := statement.Finalize(); err == nil {
		err = closing
	}
	return value, err
}
