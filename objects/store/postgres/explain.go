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
			statement, err := explain(ctx, conn, each)
			if err != nil {
				return err
			}
			list = append(list, statement)
		}
		return nil
	})
	return list, err
}

// ExplainCount tells how users are counted. See [store.Store].
func (s *Store) ExplainCount(ctx context.Context, q store.UserQuery, by cs.PropertySet, most int) (statement store.Statement, err error) {
	sql, args, _ := rows.CountSQL(dialect(), "csshell.users", q, by, most)
	err = s.use(ctx, func(conn *pgx.Conn) error {
		statement, err = explain(ctx, conn, sqlArgs{sql, args})
		return err
	})
	return statement, err
}

func explain(ctx context.Context, conn *pgx.Conn, of sqlArgs) (store.Statement, error) {
	statement := store.Statement{SQL: of.sql, Args: rows.Literals(of.args)}
	err := query(ctx, conn, "EXPLAIN "+of.sql, func(r row) error {
		statement.Plan = append(statement.Plan, r.text(0))
		return nil
	}, of.args...)
	return statement, err
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
