package postgres

import (
	"context"
	"iter"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// User returns the one user named by id. See [store.Users].
func (s *Store) User(ctx context.Context, id cs.UserID) (*cs.User, error) {
	found, err := s.FindUsers(ctx, []cs.UserID{id})
	if err != nil {
		return nil, err
	}
	return rows.One(id, found[0])
}

// FindUsers looks up many identities. See [store.Users].
func (s *Store) FindUsers(ctx context.Context, ids []cs.UserID) (users [][]*cs.User, err error) {
	lookups := make([]cs.Lookup, len(ids))
	for i, id := range ids {
		lookups[i] = id.Lookup()
	}
	err = s.use(ctx, func(conn *pgx.Conn) error {
		users, err = findUsers(ctx, conn, store.UserQuery{}, lookups)
		return err
	})
	return users, err
}

// findUsers returns the users that each of lookups names, with the properties
// that q asks for, and the accounts that were never enabled where q does.
func findUsers(ctx context.Context, conn *pgx.Conn, q store.UserQuery, lookups []cs.Lookup) ([][]*cs.User, error) {
	reader := rows.NewReader(rows.UserColumns(q))
	found := make([][]rows.Found, len(lookups))
	sql, args := namedSQL(q, lookups)
	err := query(ctx, conn, sql,
		func(r row) error {
			user := &cs.User{Key: r.int(3), NetBiosDomain: r.text(2)}
			reader.Read(r, 4, user)
			place := r.int(0)
			found[place] = append(found[place], rows.Found{User: user, Forms: cs.NameForms(r.int(1))})
			return nil
		}, args...)
	users := make([][]*cs.User, len(lookups))
	for i, lookup := range lookups {
		users[i] = rows.Choose(lookup, found[i])
	}
	return users, err
}

// namedSQL returns the query for the users that lookups name.
func namedSQL(q store.UserQuery, lookups []cs.Lookup) (sql string, args []any) {
	from, args := wanted(lookups)
	return "SELECT w.place, n.forms, u.net_bios_domain, u.id" + rows.UserColumns(q).List("u.") + " FROM " + from +
		" JOIN csshell.user_names n ON n.key = w.key AND n.forms & w.forms <> 0 JOIN csshell.users u ON u.id = n.user_id" +
		" WHERE true" + rows.Enabled(q, "u.") + " ORDER BY w.place, u.id", args
}

// wanted returns lookups as a table w of keys, forms and places, with its
// parameters. One alone, which is the rule, takes half the time to plan.
func wanted(lookups []cs.Lookup) (table string, args []any) {
	if len(lookups) == 1 {
		return "(SELECT $1::text AS key, $2::smallint AS forms, 0::bigint AS place) w", []any{storable(lookups[0].Key), int16(lookups[0].Forms)}
	}
	keys, forms := make([]string, len(lookups)), make([]int16, len(lookups))
	for i, lookup := range lookups {
		keys[i], forms[i] = storable(lookup.Key), int16(lookup.Forms)
	}
	return "(SELECT key, forms, place - 1 AS place FROM unnest($1::text[], $2::smallint[]) WITH ORDINALITY l (key, forms, place)) w", []any{keys, forms}
}

// storable returns key, or where PostgreSQL could not keep it, the empty text,
// which no name has.
func storable(key string) string {
	if strings.ContainsRune(key, 0) {
		return ""
	}
	return key
}

// Users returns the users that q asks for. See [store.Users].
func (s *Store) Users(ctx context.Context, q store.UserQuery) iter.Seq2[*cs.User, error] {
	reader := rows.NewReader(rows.UserColumns(q))
	if q.All() {
		sql, args := pageSQL(q)
		return rows.Pages(q.Limit, func(last *cs.User, n int) ([]*cs.User, error) {
			var after int64
			if last != nil {
				after = last.Key
			}
			return s.fetchUsers(ctx, reader, n, sql+rows.Limit(n), append([]any{after}, args...)...)
		})
	}
	find := rows.Given(q.Keys)
	if q.Keys == nil {
		find = s.keyFinder(ctx, q)
	}
	return rows.Chunks(find, q.Limit, func(keys []int64) ([]*cs.User, error) {
		return s.fetchUsers(ctx, reader, len(keys), keysSQL(q), keys)
	})
}

// pageSQL returns the query for the users after the one whose key is the first
// parameter, and its other parameters.
func pageSQL(q store.UserQuery) (sql string, args []any) {
	where, args := dialect().WhereOf(q, 2)
	return "SELECT id" + rows.UserColumns(q).List("") + " FROM csshell.users WHERE id > $1" + where + rows.Conditions(q) + " ORDER BY id", args
}

// keysSQL returns the query for the users with the keys of a list.
func keysSQL(q store.UserQuery) string {
	return "SELECT id" + rows.UserColumns(q).List("") + " FROM csshell.users WHERE id = ANY ($1)" + rows.Conditions(q) + " ORDER BY id"
}

// dialect is how PostgreSQL says conditions.
func dialect() rows.Dialect {
	return rows.Dialect{
		Parameter: func(n int) string { return "$" + strconv.Itoa(n) },
		Fold:      func(column string) string { return "lower(" + column + ` COLLATE "C")` },
		Odd:       func(column string) string { return column + ` COLLATE "C" ~ '[^ -~]'` },
		IsNot:     " IS DISTINCT FROM ",
	}
}

// keyFinder finds the keys of the users that q names.
func (s *Store) keyFinder(ctx context.Context, q store.UserQuery) func() ([]int64, error) {
	return func() (keys []int64, err error) {
		err = s.use(ctx, func(conn *pgx.Conn) error {
			keys, err = selectKeys(ctx, conn, q)
			return err
		})
		return keys, err
	}
}

// fetchUsers returns the users that sql selects, about n, to the last row.
func (s *Store) fetchUsers(ctx context.Context, reader *rows.Reader[cs.User], n int, sql string, args ...any) ([]*cs.User, error) {
	users := make([]*cs.User, 0, n)
	err := s.use(ctx, func(conn *pgx.Conn) error {
		users = users[:0] // after a lost connection
		return query(ctx, conn, sql, func(r row) error {
			user := &cs.User{Key: r.int(0)}
			reader.Read(r, 1, user)
			users = append(users, user)
			return nil
		}, args...)
	})
	return users, err
}

// selectKeys returns the keys of the users that the Identity and the OU of q
// name.
func selectKeys(ctx context.Context, conn *pgx.Conn, q store.UserQuery) ([]int64, error) {
	return rows.Finder{
		Named: func(lookup cs.Lookup) ([]*cs.User, error) {
			users, err := findUsers(ctx, conn, q, []cs.Lookup{lookup})
			return users[0], err
		},
		Like: func(pattern string) ([]int64, error) {
			sql, args := likeSQL(q, pattern)
			return queryKeys(ctx, conn, sql, args...)
		},
		Below: func(ou string) ([]int64, error) {
			sql, args := belowSQL(ou)
			return queryKeys(ctx, conn, sql, args...)
		},
	}.Select(q)
}

// likeSQL returns the query for the keys of the users whose display names fit
// pattern.
func likeSQL(q store.UserQuery, pattern string) (sql string, args []any) {
	sql = "SELECT n.user_id FROM csshell.user_names n JOIN csshell.users u ON u.id = n.user_id" +
		" WHERE n.forms & $1 <> 0 AND n.key LIKE $2" + rows.Enabled(q, "u.")
	args = []any{int16(cs.DisplayName), likePattern(pattern)}
	// A range that is everything would send the planner to the index.
	if from, to := rows.Prefix(pattern); from != "" {
		sql += " AND n.key >= $3 AND n.key < $4"
		args = append(args, from, to)
	}
	return sql + rows.Few(q), args
}

// belowSQL returns the query for the keys of the accounts below a unit.
func belowSQL(ou string) (sql string, args []any) {
	from, to := rows.Unit(ou)
	return "SELECT user_id FROM csshell.user_names WHERE key >= $1 AND key < $2 AND forms & $3 <> 0", []any{storable(from), storable(to), int16(cs.DNName)}
}

// likePattern returns pattern, in which only * is special, as LIKE reads it.
func likePattern(pattern string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`, "*", "%").Replace(pattern)
}
