package sqlite

import (
	"context"
	"iter"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Certificates returns the certificates that q asks for. See
// [store.Certificates].
func (s *Store) Certificates(ctx context.Context, q store.CertificateQuery) iter.Seq2[*cs.ClientCertificate, error] {
	reader := rows.NewReader(rows.AllCertificates())
	if q.Users == nil {
		sql := certificateSQL(q, "(c.user_id, c.id) > (?1, ?2)")
		return pages(ctx, s, 0, byOwner, func(last *cs.ClientCertificate, n int) ([]*cs.ClientCertificate, error) {
			if last == nil {
				last = new(cs.ClientCertificate)
			}
			return s.fetchCertificates(ctx, reader, sql+rows.Limit(n), last.UserKey, last.Key)
		})
	}
	sql := certificateSQL(q, "c.user_id IN (SELECT value FROM json_each(?1))")
	return rows.Chunks(rows.Given(q.Users), 0, func(users []int64) ([]*cs.ClientCertificate, error) {
		return s.fetchCertificates(ctx, reader, sql, jsonList(users))
	})
}

// certificateSQL returns a query for the certificates that meet condition.
func certificateSQL(q store.CertificateQuery, condition string) string {
	sql := "SELECT c.id, c.user_id, r.entry, u.sip_address" + certificateColumns().List("c.") +
		" FROM certificates c JOIN users u ON u.id = c.user_id LEFT JOIN revocations r ON r.certificate_id = c.id WHERE " + condition
	if !q.Revoked {
		sql += " AND r.entry IS NULL"
	}
	return sql + " ORDER BY c.user_id, c.id"
}

// certificateColumns are all but the owner's SIP address.
func certificateColumns() rows.Columns[cs.ClientCertificate] {
	return rows.AllCertificates()[1:]
}

func (s *Store) fetchCertificates(ctx context.Context, reader *rows.Reader[cs.ClientCertificate], sql string, args ...any) ([]*cs.ClientCertificate, error) {
	var certificates []*cs.ClientCertificate
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		return query(conn, sql, func(r *sqlite.Stmt) error {
			certificate := &cs.ClientCertificate{Key: r.ColumnInt64(0), UserKey: r.ColumnInt64(1), RevokedBy: r.ColumnInt64(2)}
			reader.Read(row{r}, 3, certificate)
			certificates = append(certificates, certificate)
			return nil
		}, args...)
	})
	return certificates, err
}

// RevokeCertificates revokes the certificates of users. See
// [store.Certificates].
func (s *Store) RevokeCertificates(ctx context.Context, change store.Change, users store.Keys) (store.Counts, error) {
	return s.Do(ctx, change, store.Work{Revoke: users})
}

// RevokeCertificatesOf revokes the certificates of the homed users that q asks
// for. See [store.Certificates].
func (s *Store) RevokeCertificatesOf(ctx context.Context, change store.Change, q store.UserQuery) (store.Counts, error) {
	limit := q.Limit
	if limit == 0 {
		limit = -1 // none, to SQLite
	}
	users := "SELECT id FROM users WHERE registrar_pool IS NOT NULL" + rows.Conditions(q)
	return s.change(ctx, change, func(conn *sqlite.Conn, entry *store.AuditEntry) error {
		where, args := "", []any{limit}
		if q.Identity != "" || q.OU != "" {
			keys, err := selectKeys(conn, q)
			if err != nil {
				return err
			}
			where, args = " AND id IN (SELECT value FROM json_each(?3))", append(args, jsonList(keys))
		}
		if err := revoke(conn, entry, users+where+" ORDER BY id LIMIT ?2", args...); err != nil {
			return err
		}
		return countOwners(conn, entry)
	})
}

// revoke revokes the certificates in force of the users that a query selects,
// on account of an audit entry, and counts them there. args are the parameters
// of the query from the second on; the first is the number of the entry.
func revoke(conn *sqlite.Conn, entry *store.AuditEntry, users string, args ...any) error {
	args = append([]any{entry.Number}, args...)
	err := query(conn, "INSERT INTO revocations (certificate_id, user_id, entry)"+
		" SELECT id, user_id, ?1 FROM certificates WHERE user_id IN ("+users+") ON CONFLICT DO NOTHING", nil, args...)
	entry.Certificates += int64(conn.Changes())
	return err
}

// countOwners counts the owners of the certificates that an entry revoked.
func countOwners(conn *sqlite.Conn, entry *store.AuditEntry) error {
	if entry.Certificates == 0 {
		return nil
	}
	return query(conn, "SELECT count(DISTINCT user_id) FROM revocations WHERE entry = ?1", func(r *sqlite.Stmt) error {
		entry.Users = max(entry.Users, r.ColumnInt64(0))
		return nil
	}, entry.Number)
}
