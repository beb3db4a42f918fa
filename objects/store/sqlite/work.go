package sqlite

import (
	"context"
	"slices"
	"strconv"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Do does work. See [store.Worker].
func (s *Store) Do(ctx context.Context, change store.Change, work store.Work) (store.Counts, error) {
	return s.change(ctx, change, func(conn *sqlite.Conn, entry *store.AuditEntry) error {
		for _, part := range [...]func(*sqlite.Conn, *store.AuditEntry, store.Work) error{editUsers, editItems, revokeUsers, undo, writeJournal} {
			if err := part(conn, entry, work); err != nil {
				return err
			}
		}
		return nil
	})
}

// editUsers makes the edits of users.
func editUsers(conn *sqlite.Conn, entry *store.AuditEntry, work store.Work) error {
	keys, err := rows.EditedKeys(work.Edits)
	if err != nil || len(keys) == 0 {
		return err
	}
	users, err := usersByKey(conn, keys)
	if err != nil {
		return err
	}
	edited, err := rows.EditUsers(users, work.Edits, entry.At)
	if err != nil {
		return err
	}
	for _, e := range edited { // all old names go before the first new one comes
		if err := removeNames(conn, e.User.Key, e.Old); err != nil {
			return err
		}
	}
	for _, e := range edited {
		if err := writeUser(conn, e); err != nil {
			return err
		}
	}
	entry.Users = int64(len(edited))
	return nil
}

func usersByKey(conn *sqlite.Conn, keys []int64) ([]*cs.User, error) {
	columns := rows.AllUsers()
	reader := rows.NewReader(columns)
	var users []*cs.User
	err := query(conn, "SELECT id"+columns.List("")+" FROM users WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id", func(r *sqlite.Stmt) error {
		user := &cs.User{Key: r.ColumnInt64(0)}
		reader.Read(row{r}, 1, user)
		users = append(users, user)
		return nil
	}, jsonList(keys))
	return users, err
}

func writeUser(conn *sqlite.Conn, e rows.EditedUser) error {
	columns := rows.AllUsers()
	statement, err := conn.Prepare(updateUserSQL(columns))
	if err != nil {
		return err
	}
	statement.BindInt64(1, e.User.Key)
	bindProperties(statement, 2, columns, e.User)
	if err := run(statement, nil); err != nil {
		return err
	}
	for _, name := range e.New {
		err := query(conn, "INSERT INTO user_names (key, slot, user_id, forms) VALUES (?1, ?2, ?3, ?4)", nil,
			name.Key, rows.Slot(name, e.User.Key), e.User.Key, name.Forms)
		if sqlite.ErrCode(err).ToPrimary() == sqlite.ResultConstraint {
			return rows.Taken(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// editItems makes the edits of items.
func editItems(conn *sqlite.Conn, _ *store.AuditEntry, work store.Work) error {
	for _, e := range work.Edits {
		if e.Kind == store.UserKind {
			continue
		}
		now := ""
		err := query(conn, "SELECT data FROM items WHERE kind = ?1 AND key = ?2", func(r *sqlite.Stmt) error {
			now = r.ColumnText(0)
			return nil
		}, e.Kind, e.Key)
		if err == nil && now != e.Before {
			err = &store.Conflict{Edit: e, Now: now}
		}
		if err == nil && e.After == "" {
			err = query(conn, "DELETE FROM items WHERE kind = ?1 AND key = ?2", nil, e.Kind, e.Key)
		} else if err == nil {
			err = query(conn, "INSERT INTO items (kind, key, data) VALUES (?1, ?2, ?3) ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data", nil,
				e.Kind, e.Key, e.After)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// revokeUsers revokes the certificates of users, a part at a time so that the
// list of their keys stays small.
func revokeUsers(conn *sqlite.Conn, entry *store.AuditEntry, work store.Work) error {
	if work.Planned {
		if err := checkPlan(conn, work); err != nil {
			return err
		}
	}
	done := 0
	for spans := range work.Revoke.Chunks(revokeAtOnce) {
		if err := revokeSpans(conn, entry, spans); err != nil {
			return err
		}
		for _, span := range spans {
			done += int(span.Last - span.First + 1)
		}
		if work.Progress != nil {
			work.Progress(done)
		}
	}
	return countOwners(conn, entry)
}

// revokeAtOnce is the number of users whose certificates one statement revokes:
// enough that it costs no more than its rows, few enough to show how far it has come.
const revokeAtOnce = 10_000

// revokeSpans revokes the certificates in force of the users with these keys, in
// the order of the index that has all it needs.
func revokeSpans(conn *sqlite.Conn, entry *store.AuditEntry, spans []store.Span) error {
	list := []byte{'['}
	for i, span := range spans {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(append(list, '['), span.First, 10)
		list = append(strconv.AppendInt(append(list, ','), span.Last, 10), ']')
	}
	// CROSS JOIN keeps the order of the tables.
	err := query(conn, "INSERT INTO revocations (certificate_id, user_id, entry) SELECT c.id, c.user_id, ?1"+
		" FROM json_each(?2) s CROSS JOIN certificates c ON c.user_id BETWEEN s.value->>0 AND s.value->>1 WHERE true ON CONFLICT DO NOTHING", nil,
		entry.Number, string(append(list, ']')))
	entry.Certificates += int64(conn.Changes())
	return err
}

// checkPlan compares the certificates in force with those that were planned for.
func checkPlan(conn *sqlite.Conn, work store.Work) error {
	var found []int64
	for keys := range slices.Chunk(work.Revoke.List(), store.ChunkSize) {
		more, err := queryKeys(conn, "SELECT id FROM certificates c WHERE user_id IN (SELECT value FROM json_each(?1))"+
			" AND NOT EXISTS (SELECT 1 FROM revocations r WHERE r.certificate_id = c.id)", jsonList(keys))
		if err != nil {
			return err
		}
		found = append(found, more...)
	}
	return rows.CheckPlan(work.Expect, found)
}

// undo takes back what an operation did to certificates.
func undo(conn *sqlite.Conn, entry *store.AuditEntry, work store.Work) error {
	if work.Undo == (store.OperationID{}) {
		return nil
	}
	const entries = " IN (SELECT number FROM audit WHERE operation = ?1)"
	again, err := queryKeys(conn, "SELECT certificate_id FROM restorations WHERE entry"+entries+
		" UNION SELECT o.certificate_id FROM restorations o JOIN revocations r ON r.certificate_id = o.certificate_id WHERE o.restored_by"+entries, work.Undo[:])
	if err == nil && len(again) > 0 {
		err = rows.ChangedSince(again)
	}
	if err != nil {
		return err
	}
	for _, sql := range [...]string{
		"INSERT INTO restorations (restored_by, certificate_id, user_id, entry) SELECT ?2, certificate_id, user_id, entry FROM revocations WHERE entry" + entries,
		"INSERT INTO revocations (certificate_id, user_id, entry) SELECT certificate_id, user_id, ?2 FROM restorations WHERE restored_by" + entries,
	} {
		if err := query(conn, sql, nil, work.Undo[:], entry.Number); err != nil {
			return err
		}
		entry.Certificates += int64(conn.Changes())
	}
	if err := query(conn, "DELETE FROM revocations WHERE entry"+entries, nil, work.Undo[:]); err != nil {
		return err
	}
	return query(conn, "SELECT count(DISTINCT user_id) FROM (SELECT user_id FROM restorations WHERE restored_by = ?1 UNION SELECT user_id FROM revocations WHERE entry = ?1)",
		func(r *sqlite.Stmt) error {
			entry.Users = max(entry.Users, r.ColumnInt64(0))
			return nil
		}, entry.Number)
}

// writeJournal writes the edits down.
func writeJournal(conn *sqlite.Conn, entry *store.AuditEntry, work store.Work) error {
	for i, e := range work.Edits {
		err := query(conn, "INSERT INTO journal (entry, place, kind, key, property, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)", nil,
			entry.Number, i+1, e.Kind, e.Key, e.Property, e.Before, e.After)
		if err != nil {
			return err
		}
	}
	entry.Edits, entry.Detail = int64(len(work.Edits)), store.Detail(work.Edits)
	return nil
}

// Edits returns the edits of an entry. See [store.History].
func (s *Store) Edits(ctx context.Context, entry int64) ([]store.Edit, error) {
	var edits []store.Edit
	err := s.each(ctx, "SELECT kind, key, property, before, after FROM journal WHERE entry = ?1 ORDER BY place", func(r *sqlite.Stmt) error {
		edits = append(edits, store.Edit{Kind: r.ColumnText(0), Key: r.ColumnText(1), Property: r.ColumnText(2), Before: r.ColumnText(3), After: r.ColumnText(4)})
		return nil
	}, entry)
	return edits, err
}
