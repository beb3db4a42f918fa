package sqlite

import (
	"context"
	"encoding/json"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
)

// Roles returns all administrator roles. See [store.Directory].
func (s *Store) Roles(ctx context.Context) ([]cs.Role, error) {
	var roles []cs.Role
	err := s.each(ctx, "SELECT identity, sid, is_standard_role, template_name, cmdlets, script_modules, config_scopes, user_scopes FROM roles ORDER BY id", func(r *sqlite.Stmt) error {
		role := cs.Role{Identity: r.ColumnText(0), Sid: r.ColumnText(1), IsStandardRole: r.ColumnBool(2), TemplateName: r.ColumnText(3)}
		err := readLists(r, 4, &role.Cmdlets, &role.ScriptModules, &role.ConfigScopes, &role.UserScopes)
		roles = append(roles, role)
		return err
	})
	return roles, err
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
	args := []any{role.Identity, role.Sid, role.TemplateName, 0}
	if role.IsStandardRole {
		args[3] = 1
	}
	for _, list := range [][]string{role.Cmdlets, role.ScriptModules, role.ConfigScopes, role.UserScopes} {
		text, err := json.Marshal(append([]string{}, list...))
		if err != nil {
			return err
		}
		args = append(args, string(text))
	}
	return query(conn, "INSERT INTO roles (identity, sid, template_name, is_standard_role, cmdlets, script_modules, config_scopes, user_scopes)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO UPDATE SET sid = excluded.sid, is_standard_role = excluded.is_standard_role,"+
		" template_name = excluded.template_name, cmdlets = excluded.cmdlets, script_modules = excluded.script_modules,"+
		" config_scopes = excluded.config_scopes, user_scopes = excluded.user_scopes", nil, args...)
}
