package postgres

import (
	"context"
	"iter"
	"math"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

const auditColumns = "at, operation, step, action, mode, actor, client, command, script, line"

// Audit returns the audit trail after an entry. See [store.History].
func (s *Store) Audit(ctx context.Context, after int64) iter.Seq2[*store.AuditEntry, error] {
	return rows.Pages(0, func(last *store.AuditEntry, n int) (entries []*store.AuditEntry, err error) {
		if last != nil {
			after = last.Number
		}
		err = s.use(ctx, func(conn *pgx.Conn) error {
			entries = nil // after a lost connection
			return query(ctx, conn, "SELECT "+auditColumns+", users, certificates, edits, number, previous, hash, detail FROM csshell.audit"+
				" WHERE number > $1 ORDER BY number"+rows.Limit(n), func(r row) error {
				entry := &store.AuditEntry{Number: r.int(13), Detail: append([]byte(nil), r[16]...)}
				readFacts(r, &entry.Change, &entry.Counts)
				copy(entry.Previous[:], r[14])
				copy(entry.Hash[:], r[15])
				entries = append(entries, entry)
				return nil
			}, after)
		})
		return entries, err
	})
}

// readFacts reads the columns of auditColumns and the three after them.
func readFacts(r row, change *store.Change, counts *store.Counts) {
	change.At = r.Time(0)
	copy(change.Operation[:], r[1])
	change.Step = int(r.int(2))
	for i, text := range [...]*string{&change.Action, &change.Mode, &change.Actor, &change.Client, &change.Command, &change.Script} {
		*text = r.text(3 + i)
	}
	change.Line = int(r.int(9))
	counts.Users = r.int(10)
	counts.Certificates = r.int(11)
	counts.Edits = r.int(12)
}

// Edits returns the edits of an entry. See [store.History].
func (s *Store) Edits(ctx context.Context, entry int64) ([]store.Edit, error) {
	return list(ctx, s, pgx.RowToStructByPos[store.Edit],
		"SELECT kind, key, property, before, after FROM csshell.journal WHERE entry = $1 ORDER BY place", entry)
}

// selectOperations sums up the entries of each operation. What was told of the
// first step stands for all.
const selectOperations = "SELECT " + auditColumns + ", total.users, total.certificates, total.edits, total.steps, total.first, total.last_at" +
	" FROM (SELECT min(number) AS first, max(at) AS last_at, count(*) AS steps, sum(users)::bigint AS users, sum(certificates)::bigint AS certificates, sum(edits)::bigint AS edits" +
	" FROM csshell.audit GROUP BY operation) total JOIN csshell.audit a ON a.number = total.first"

// Operation returns one operation. See [store.History].
func (s *Store) Operation(ctx context.Context, id store.OperationID) (*store.Operation, error) {
	operations, err := s.operations(ctx, selectOperations+" WHERE a.operation = $1", [16]byte(id))
	if err == nil && len(operations) == 0 {
		err = rows.NotFound(id.String())
	}
	if err != nil {
		return nil, err
	}
	return operations[0], nil
}

// Operations returns all operations. See [store.History].
func (s *Store) Operations(ctx context.Context) iter.Seq2[*store.Operation, error] {
	before := int64(math.MaxInt64)
	return rows.Pages(0, func(last *store.Operation, n int) ([]*store.Operation, error) {
		if last != nil {
			before = last.First
		}
		return s.operations(ctx, selectOperations+" WHERE total.first < $1 ORDER BY total.first DESC"+rows.Limit(n), before)
	})
}

func (s *Store) operations(ctx context.Context, sql string, args ...any) (operations []*store.Operation, err error) {
	err = s.use(ctx, func(conn *pgx.Conn) error {
		operations = nil // after a lost connection
		return query(ctx, conn, sql, func(r row) error {
			var change store.Change
			operation := new(store.Operation)
			readFacts(r, &change, &operation.Counts)
			operation.ID, operation.Facts = change.Operation, change.Facts
			operation.Steps, operation.First, operation.LastAt = r.int(13), r.int(14), r.Time(15)
			operations = append(operations, operation)
			return nil
		}, args...)
	})
	return operations, err
}
