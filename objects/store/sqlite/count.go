package sqlite

import (
	"context"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// CountUsers counts users. See [store.Counter].
func (s *Store) CountUsers(ctx context.Context, q store.UserQuery, by cs.PropertySet, most int) ([]store.UserCount, error) {
	sql, args, columns := rows.CountSQL(dialect(), "users", q, by, most)
	reader := rows.NewReader(columns)
	var counts []store.UserCount
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		counts = counts[:0]
		return query(conn, sql, func(r *sqlite.Stmt) error {
			user := &cs.User{Key: r.ColumnInt64(0)}
			reader.Read(row{r}, 2, user)
			counts = append(counts, store.UserCount{User: user, Count: int(r.ColumnInt64(1))})
			return nil
		}, args...)
	})
	if len(counts) > most {
		counts = nil
	}
	return counts, err
}
