package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/csshell/csshell/objects/cs"
)

// Roles returns all administrator roles. See [store.Directory].
func (s *Store) Roles(ctx context.Context) ([]cs.Role, error) {
	return list(ctx, s, func(r pgx.CollectableRow) (role cs.Role, err error) {
		return role, r.Scan(&role.Identity, &role.Sid, &role.IsStandardRole, &role.TemplateName,
			&role.Cmdlets, &role.ScriptModules, &role.ConfigScopes, &role.UserScopes)
	}, "SELECT identity, sid, is_standard_role, template_name, cmdlets, script_modules, config_scopes, user_scopes FROM csshell.roles ORDER BY id")
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
	full := func(list []string) []string { return append([]string{}, list...) } // nil would be NULL
	_, err := to.Exec(ctx, "SELECT csshell.put_role($1, $2, $3, $4, $5, $6, $7, $8)",
		role.Identity, role.Sid, role.IsStandardRole, role.TemplateName,
		full(role.Cmdlets), full(role.ScriptModules), full(role.ConfigScopes), full(role.UserScopes))
	return err
}
