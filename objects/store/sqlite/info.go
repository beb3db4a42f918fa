package sqlite

import (
	"context"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/store"
)

// infoSQL counts what the store holds.
const infoSQL = `SELECT
	(SELECT user_version FROM pragma_user_version),
	(SELECT count(*) FROM users WHERE enabled IS NOT NULL),
	(SELECT count(*) FROM users),
	(SELECT count(*) FROM certificates) - (SELECT count(*) FROM revocations),
	(SELECT count(*) FROM revocations),
	(SELECT count(DISTINCT operation) FROM audit)`

// Info describes the store. See [store.Store].
func (s *Store) Info(ctx context.Context) (store.Info, error) {
	info := store.Info{Kind: "SQLite"}
	err := s.each(ctx, infoSQL, func(r *sqlite.Stmt) error {
		info.SchemaVersion = r.ColumnInt(0)
		for i, n := range [...]*int64{&info.Users, &info.Accounts, &info.Certificates, &info.Revoked, &info.Operations} {
			*n = r.ColumnInt64(i + 1)
		}
		return nil
	})
	return info, err
}
