package sqlite

import (
	"context"
	"encoding/json"

	"zombiezen.com/go/sqlite"

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
	var items []store.Item
	from, to := rows.Prefix(prefix)
	err := s.each(ctx, "SELECT key, data FROM items WHERE kind = ?1 AND key >= ?2 AND key < ?3 ORDER BY id", func(r *sqlite.Stmt) error {
		items = append(items, store.Item{Key: r.ColumnText(0), Data: r.ColumnText(1)})
		return nil
	}, kind, from, to)
	return items, err
}

// Pools returns all pools. See [store.Directory].
func (s *Store) Pools(ctx context.Context) ([]cs.Pool, error) {
	var pools []cs.Pool
	err := s.each(ctx, "SELECT identity, site, services, computers FROM pools ORDER BY identity", func(r *sqlite.Stmt) error {
		pool := cs.Pool{Identity: r.ColumnText(0), Site: r.ColumnText(1)}
		err := readLists(r, 2, &pool.Services, &pool.Computers)
		pools = append(pools, pool)
		return err
	})
	return pools, err
}

// Policies returns the names of policies. See [store.Directory].
func (s *Store) Policies(ctx context.Context, kind string) ([]string, error) {
	var names []string
	err := s.each(ctx, "SELECT name FROM policies WHERE kind = ?1 ORDER BY name", func(r *sqlite.Stmt) error {
		names = append(names, r.ColumnText(0))
		return nil
	}, kind)
	return names, err
}

// each calls use on every row of a query.
func (s *Store) each(ctx context.Context, sql string, use func(*sqlite.Stmt) error, args ...any) error {
	return s.read(ctx, func(conn *sqlite.Conn) error { return query(conn, sql, use, args...) })
}

// readLists reads lists of texts from the columns from first on.
func readLists(statement *sqlite.Stmt, first int, lists ...*[]string) error {
	for i, list := range lists {
		if err := json.Unmarshal([]byte(statement.ColumnText(first+i)), list); err != nil {
			return err
		}
	}
	return nil
}

// addRole adds or replaces a role.
func addRole(conn *sqlite.Conn, role *cs.Role) error {
	item, err := rows.RoleItem(role)
	if err != nil {
		return err
	}
	return query(conn, "INSERT INTO items (kind, key, data) VALUES (?1, ?2, ?3) ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data", nil,
		store.RoleKind, item.Key, item.Data)
}
