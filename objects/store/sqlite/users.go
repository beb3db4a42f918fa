package sqlite

import (
	"context"
	"iter"
	"strconv"
	"strings"

	"zombiezen.com/go/sqlite"

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
func (s *Store) FindUsers(ctx context.Context, ids []cs.UserID) ([][]*cs.User, error) {
	all := make([][]*cs.User, len(ids))
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		names := newNameReader(conn, store.UserQuery{})
		for i, id := range ids {
			found, err := names.find(id.Lookup())
			if err != nil {
				return err
			}
			all[i] = found
		}
		return nil
	})
	return all, err
}

// nameReader finds users by their names.
type nameReader struct {
	conn  *sqlite.Conn
	sql   string
	users *rows.Reader[cs.User]
}

// newNameReader returns a nameReader of the properties that q asks for, and of
// accounts that were never enabled where q does.
func newNameReader(conn *sqlite.Conn, q store.UserQuery) *nameReader {
	columns := rows.UserColumns(q)
	sql := "SELECT n.forms, u.net_bios_domain, u.id" + columns.List("u.") +
		" FROM user_names n JOIN users u ON u.id = n.user_id WHERE n.key = ?1 AND n.forms & ?2" +
		rows.Enabled(q, "u.") + " ORDER BY u.id"
	return &nameReader{conn, sql, rows.NewReader(columns)}
}

func (r *nameReader) find(lookup cs.Lookup) ([]*cs.User, error) {
	var found []rows.Found
	err := query(r.conn, r.sql, func(statement *sqlite.Stmt) error {
		user := &cs.User{Key: statement.ColumnInt64(2), NetBiosDomain: statement.ColumnText(1)}
		r.users.Read(row{statement}, 3, user)
		found = append(found, rows.Found{User: user, Forms: cs.NameForms(statement.ColumnInt64(0))})
		return nil
	}, lookup.Key, lookup.Forms)
	return rows.Choose(lookup, found), err
}

// Users returns the users that q asks for. See [store.Users].
func (s *Store) Users(ctx context.Context, q store.UserQuery) iter.Seq2[*cs.User, error] {
	reader := rows.NewReader(rows.UserColumns(q))
	if q.All() {
		sql, args := pageSQL(q)
		return pages(ctx, s, q.Limit, byKey, func(last *cs.User, n int) ([]*cs.User, error) {
			var after int64
			if last != nil {
				after = last.Key
			}
			return s.fetchUsers(ctx, reader, sql+rows.Limit(n), append([]any{after}, args...)...)
		})
	}
	find := rows.Given(q.Keys)
	if q.Keys == nil {
		find = s.keyFinder(ctx, q)
	}
	return rows.Chunks(find, q.Limit, func(keys []int64) ([]*cs.User, error) {
		return s.fetchUsers(ctx, reader, keysSQL(q), jsonList(keys))
	})
}

// pageSQL returns the query for the users after the one whose key is the first
// parameter, and its other parameters.
func pageSQL(q store.UserQuery) (sql string, args []any) {
	where, args := dialect().WhereOf(q, 2)
	return "SELECT id" + rows.UserColumns(q).List("") + " FROM users WHERE id > ?1" + where + rows.Conditions(q) + " ORDER BY id", args
}

// keysSQL returns the query for the users with the keys of a list.
func keysSQL(q store.UserQuery) string {
	return "SELECT id" + rows.UserColumns(q).List("") + " FROM users WHERE id IN (SELECT value FROM json_each(?1))" + rows.Conditions(q) + " ORDER BY id"
}

// dialect is how SQLite says conditions. LIKE takes no notice of the case of ASCII.
func dialect() rows.Dialect {
	return rows.Dialect{
		Parameter: func(n int) string { return "?" + strconv.Itoa(n) },
		Fold:      func(column string) string { return column + " COLLATE NOCASE" },
		Odd:       func(column string) string { return column + " GLOB '*[^ -~]*'" },
		IsNot:     " IS NOT ",
	}
}

// keyFinder finds the keys of the users that q names.
func (s *Store) keyFinder(ctx context.Context, q store.UserQuery) func() ([]int64, error) {
	return func() (keys []int64, err error) {
		err = s.read(ctx, func(conn *sqlite.Conn) error {
			keys, err = selectKeys(conn, q)
			return err
		})
		return keys, err
	}
}

// fetchUsers returns the users that sql selects, to the last row.
func (s *Store) fetchUsers(ctx context.Context, reader *rows.Reader[cs.User], sql string, args ...any) ([]*cs.User, error) {
	var users []*cs.User
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		return query(conn, sql, func(r *sqlite.Stmt) error {
			user := &cs.User{Key: r.ColumnInt64(0)}
			reader.Read(row{r}, 1, user)
			users = append(users, user)
			return nil
		}, args...)
	})
	return users, err
}

// selectKeys returns the keys of the users that the Identity and the OU of q
// name.
func selectKeys(conn *sqlite.Conn, q store.UserQuery) ([]int64, error) {
	return rows.Finder{
		Named: newNameReader(conn, q).find,
		Like: func(pattern string) ([]int64, error) {
			sql, args := likeSQL(q, pattern)
			return queryKeys(conn, sql, args...)
		},
		Below: func(ou string) ([]int64, error) {
			sql, args := belowSQL(ou)
			return queryKeys(conn, sql, args...)
		},
	}.Select(q)
}

// likeSQL returns the query for the keys of the users whose display names fit
// pattern.
func likeSQL(q store.UserQuery, pattern string) (sql string, args []any) {
	from, to := rows.Prefix(pattern)
	return "SELECT n.user_id FROM user_names n JOIN users u ON u.id = n.user_id" +
		" WHERE n.key >= ?1 AND n.key < ?2 AND n.forms & ?3 AND n.key GLOB ?4" + rows.Enabled(q, "u.") + rows.Few(q), []any{from, to, cs.DisplayName, globPattern(pattern)}
}

// belowSQL returns the query for the keys of the accounts below a unit.
func belowSQL(ou string) (sql string, args []any) {
	from, to := rows.Unit(ou)
	return "SELECT user_id FROM user_names WHERE key >= ?1 AND key < ?2 AND forms & ?3", []any{from, to, cs.DNName}
}

// globPattern returns pattern, in which only * is special, as GLOB reads it.
func globPattern(pattern string) string {
	return strings.NewReplacer("?", "[?]", "[", "[[]").Replace(pattern)
}

// jsonList returns keys as a list for json_each.
func jsonList(keys []int64) string {
	list := []byte{'['}
	for i, key := range keys {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, key, 10)
	}
	return string(append(list, ']'))
}
