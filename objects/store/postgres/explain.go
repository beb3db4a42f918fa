package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Explain tells how users are found. See [store.Store].
func (s *Store) Explain(ctx context.Context, q store.UserQuery) ([]store.Statement, error) {
	var list []store.Statement
	err := s.use(ctx, func(conn *pgx.Conn) error {
		list = list[:0] // after a lost connection
		for _, each := range statements(q) {
			statement := store.Statement{SQL: each.sql, Args: rows.Literals(each.args)}
			err := query(ctx, conn, "EXPLAIN "+each.sql, func(r row) error {
				statement.Plan = append(statement.Plan, r.text(0))
				return nil
			}, each.args...)
			if err != nil {
				return err
			}
			list = append(list, statement)
		}
		return nil
	})
	return list, err
}

type sqlArgs struct {
	sql  string
	args []any
}

// statements are those that find the users that q asks for.
func statements(q store.UserQuery) (list []sqlArgs) {
	add := func(sql string, args []any) { list = append(list, sqlArgs{sql, args}) }
	if q.All() {
		sql, args := pageSQL(q)
		add(sql+rows.Limit(rows.FullPage), append([]any{0}, args...))
		return list
	}
	switch {
	case q.Identity == "":
	case q.Identity.IsWildcard():
		add(likeSQL(q, q.Identity.Lookup().Key))
	default:
		add(namedSQL(q, []cs.Lookup{q.Identity.Lookup()}))
	}
	if q.OU != "" {
		add(belowSQL(q.OU))
	}
	add(keysSQL(q), []any{append([]int64{}, q.Keys...)})
	return list
}
