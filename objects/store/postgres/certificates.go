package postgres

import (
	"context"
	"iter"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Certificates returns the certificates that q asks for. See
// [store.Certificates].
func (s *Store) Certificates(ctx context.Context, q store.CertificateQuery) iter.Seq2[*cs.ClientCertificate, error] {
	reader := rows.NewReader(rows.AllCertificates())
	if q.Users == nil {
		// The planner does not see that the owners begin there, too.
		sql := certificateSQL(q, "(c.user_id, c.id) > ($1, $2) AND u.id >= $1")
		return rows.Pages(0, func(last *cs.ClientCertificate, n int) ([]*cs.ClientCertificate, error) {
			if last == nil {
				last = new(cs.ClientCertificate)
			}
			return s.fetchCertificates(ctx, reader, sql+rows.Limit(n), last.UserKey, last.Key)
		})
	}
	sql := certificateSQL(q, "c.user_id = ANY ($1)")
	return rows.Chunks(rows.Given(q.Users), 0, func(users []int64) ([]*cs.ClientCertificate, error) {
		return s.fetchCertificates(ctx, reader, sql, users)
	})
}

// certificateSQL returns a query for the certificates that meet condition. It
// looks each of them up among the revocations by itself: a join that was planned
// when there were none might read all of them over and over again.
func certificateSQL(q store.CertificateQuery, condition string) string {
	const revocation = "(SELECT r.entry FROM csshell.revocations r WHERE r.certificate_id = c.id)"
	entry := revocation
	if !q.Revoked {
		entry = "NULL::bigint"
		condition += " AND " + revocation + " IS NULL"
	}
	return "SELECT c.id, c.user_id, " + entry + ", u.sip_address" + rows.AllCertificates()[1:].List("c.") +
		" FROM csshell.certificates c JOIN csshell.users u ON u.id = c.user_id WHERE " + condition + " ORDER BY c.user_id, c.id"
}

func (s *Store) fetchCertificates(ctx context.Context, reader *rows.Reader[cs.ClientCertificate], sql string, args ...any) ([]*cs.ClientCertificate, error) {
	var certificates []*cs.ClientCertificate
	err := s.use(ctx, func(conn *pgx.Conn) error {
		certificates = certificates[:0] // after a lost connection
		return query(ctx, conn, sql, func(r row) error {
			certificate := &cs.ClientCertificate{Key: r.int(0), UserKey: r.int(1), RevokedBy: r.int(2)}
			reader.Read(r, 3, certificate)
			certificates = append(certificates, certificate)
			return nil
		}, args...)
	})
	return certificates, err
}

// RevokeCertificates revokes the certificates of users. See
// [store.Certificates].
func (s *Store) RevokeCertificates(ctx context.Context, change store.Change, users store.Keys) (store.Counts, error) {
	return s.change(ctx, "SELECT users, certificates FROM csshell.revoke_certificates($1, $2, $3, $4, $5, $6, $7, $8, $9)",
		append(changeArgs(change), users.List())...)
}

// RevokeCertificatesOf revokes the certificates of the homed users that q asks
// for. See [store.Certificates].
func (s *Store) RevokeCertificatesOf(ctx context.Context, change store.Change, q store.UserQuery) (store.Counts, error) {
	var keys []int64 // nil stands for all
	var atMost *int
	if q.Limit > 0 {
		atMost = &q.Limit
	}
	if q.Homing == cs.Legacy || q.Homing == cs.Unassigned {
		keys = []int64{}
	} else if q.Identity != "" || q.OU != "" {
		err := s.use(ctx, func(conn *pgx.Conn) error {
			found, err := selectKeys(ctx, conn, q)
			keys = append([]int64{}, found...)
			return err
		})
		if err != nil {
			return store.Counts{}, err
		}
	}
	return s.change(ctx, "SELECT users, certificates FROM csshell.revoke_certificates_of($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
		append(changeArgs(change), keys, q.NeverEnabled, atMost)...)
}

// change makes a change by a function, the first parameters of which are those
// of changeArgs.
func (s *Store) change(ctx context.Context, sql string, args ...any) (counts store.Counts, err error) {
	err = s.use(ctx, func(conn *pgx.Conn) error {
		return query(ctx, conn, sql, func(r row) error {
			counts = store.Counts{Users: r.int(0), Certificates: r.int(1)}
			return nil
		}, args...)
	})
	return counts, err
}

// changeArgs are the parameters with which every change begins.
func changeArgs(change store.Change) []any {
	facts := change.Facts.Clean()
	return []any{
		[16]byte(change.Operation), change.Step,
		facts.Action, facts.Mode, facts.Client, facts.Command, facts.Script, facts.Line,
	}
}
