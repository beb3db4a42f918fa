package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Roles returns all administrator roles. See [store.Directory].
func (s *Store) Roles(ctx context.Context) ([]cs.Role, error) {
	items, err := s.Items(ctx, store.RoleKind, "")
	if err != nil {
		return nil, err
	}
	return rows.Roles(items)
}

// Items returns items. See [store.Worker].
func (s *Store) Items(ctx context.Context, kind, prefix string) ([]store.Item, error) {
	from, to := rows.Prefix(prefix)
	return list(ctx, s, pgx.RowToStructByPos[store.Item],
		"SELECT key, data FROM csshell.items WHERE kind = $1 AND key >= $2 AND key < $3 ORDER BY id", kind, storable(from), storable(to))
}

// Pools returns all pools. See [store.Directory].
func (s *Store) Pools(ctx context.Context) ([]cs.Pool, error) {
	return list(ctx, s, func(r pgx.CollectableRow) (pool cs.Pool, err error) {
		return pool, r.Scan(&pool.Identity, &pool.Site, &pool.Services, &pool.Computers)
	}, `SELECT identity, coalesce(site, ''), services, computers FROM csshell.pools ORDER BY lower(identity) COLLATE "C"`)
}

// Policies returns the names of policies. See [store.Directory].
func (s *Store) Policies(ctx context.Context, kind string) ([]string, error) {
	return list(ctx, s, pgx.RowTo[string], `SELECT name FROM csshell.policies WHERE kind = $1 ORDER BY lower(name) COLLATE "C"`, kind)
}

// list returns the rows of a query.
func list[T any](ctx context.Context, s *Store, read pgx.RowToFunc[T], sql string, args ...any) (items []T, err error) {
	err = s.use(ctx, func(conn *pgx.Conn) error {
		result, err := conn.Query(ctx, sql, args...)
		if err != nil {
			return err
		}
		items, err = pgx.CollectRows(result, read)
		return err
	})
	return items, err
}

// executor is a connection or a transaction.
type executor interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

// putRole adds or replaces a role.
func putRole(ctx context.Context, to executor, role *cs.Role) error {
	item, err := rows.RoleItem(role)
	if err != nil {
		return err
	}
	_, err = to.Exec(ctx, "SELECT csshell.put_item($1, $2, $3)", store.RoleKind, item.Key, item.Data)
	return err
}
