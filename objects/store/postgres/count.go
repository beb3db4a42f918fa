package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// CountUsers counts users. See [store.Counter].
func (s *Store) CountUsers(ctx context.Context, q store.UserQuery, by cs.PropertySet, most int) ([]store.UserCount, error) {
	sql, args, columns := rows.CountSQL(dialect(), "csshell.users", q, by, most)
	reader := rows.NewReader(columns)
	var counts []store.UserCount
	err := s.use(ctx, func(conn *pgx.Conn) error {
		counts = counts[:0] // after a lost connection
		return query(ctx, conn, sql, func(r row) error {
			user := &cs.User{Key: r.int(0)}
			reader.Read(r, 2, user)
			counts = append(counts, store.UserCount{User: user, Count: int(r.int(1))})
			return nil
		}, args...)
	})
	if len(counts) > most {
		counts = nil
	}
	return counts, err
}
