package sqlite

import (
	"context"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Explain tells how users are found. See [store.Store].
func (s *Store) Explain(ctx context.Context, q store.UserQuery) ([]store.Statement, error) {
	var list []store.Statement
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		add := func(sql string, args ...any) error {
			statement, err := explain(conn, sql, args)
			list = append(list, statement)
			return err
		}
		if q.All() {
			sql, args := pageSQL(q)
			return add(sql+rows.Limit(rows.FullPage), append([]any{0}, args...)...)
		}
		return explainNamed(conn, q, add)
	})
	return list, err
}

// ExplainCount tells how users are counted. See [store.Store].
func (s *Store) ExplainCount(ctx context.Context, q store.UserQuery, by cs.PropertySet, most int) (statement store.Statement, err error) {
	sql, args, _ := rows.CountSQL(dialect(), "users", q, by, most)
	err = s.read(ctx, func(conn *sqlite.Conn) error {
		statement, err = explain(conn, sql, args)
		return err
	})
	return statement, err
}

func explain(conn *sqlite.Conn, sql string, args []any) (store.Statement, error) {
	statement := store.Statement{SQL: sql, Args: rows.Literals(args)}
	err := query(conn, "EXPLAIN QUERY PLAN "+sql, func(r *sqlite.Stmt) error {
		statement.Plan = append(statement.Plan, r.ColumnText(3))
		return nil
	}, args...)
	return statement, err
}

// explainNamed tells how users are found who are named.
func explainNamed(conn *sqlite.Conn, q store.UserQuery, add func(sql string, args ...any) error) (err error) {
	lookup := q.Identity.Lookup()
	switch {
	case q.Identity == "":
	case q.Identity.IsWildcard():
		sql, args := likeSQL(q, lookup.Key)
		err = add(sql, args...)
	default:
		err = add(newNameReader(conn, q).sql, lookup.Key, lookup.Forms)
	}
	if err == nil && q.OU != "" {
		sql, args := belowSQL(q.OU)
		err = add(sql, args...)
	}
	if err != nil {
		return err
	}
	return add(keysSQL(q), jsonList(q.Keys))
}
