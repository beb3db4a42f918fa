package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/store"
)

// infoSQL counts what the store holds.
const infoSQL = `SELECT
	(SELECT count(*) FROM csshell.users WHERE enabled IS NOT NULL),
	(SELECT count(*) FROM csshell.users),
	(SELECT count(*) FROM csshell.certificates) - (SELECT count(*) FROM csshell.revocations),
	(SELECT count(*) FROM csshell.revocations),
	(SELECT count(DISTINCT operation) FROM csshell.audit)`

// Info describes the store. See [store.Store].
func (s *Store) Info(ctx context.Context) (store.Info, error) {
	info := store.Info{Kind: "PostgreSQL"}
	err := s.use(ctx, func(conn *pgx.Conn) (err error) {
		if info.SchemaVersion, err = schemaVersion(ctx, conn); err != nil {
			return err
		}
		return conn.QueryRow(ctx, infoSQL).Scan(&info.Users, &info.Accounts, &info.Certificates, &info.Revoked, &info.Operations)
	})
	return info, err
}
