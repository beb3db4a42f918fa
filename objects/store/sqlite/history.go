package sqlite

import (
	"context"
	"iter"
	"math"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// change makes a change and writes its audit entry in one transaction. apply
// gets the entry and fills in what it did. A step that was made already is not
// made again.
func (s *Store) change(ctx context.Context, change store.Change, apply func(conn *sqlite.Conn, entry *store.AuditEntry) error) (counts store.Counts, err error) {
	err = s.write(ctx, func(conn *sqlite.Conn) error {
		done, err := findStep(conn, change)
		if done != nil || err != nil {
			if done != nil {
				counts = done.Counts
			}
			return err
		}
		entry, err := nextEntry(conn, change)
		if err != nil {
			return err
		}
		if err = apply(conn, entry); err != nil {
			return err
		}
		counts = entry.Counts
		return writeEntry(conn, entry)
	})
	return counts, err
}

const selectAudit = "SELECT number, at, operation, step, action, mode, actor, client, command, script, line, users, certificates, edits, detail, previous, hash FROM audit"

// findStep returns the entry of a step, or nil where there is none.
func findStep(conn *sqlite.Conn, change store.Change) (*store.AuditEntry, error) {
	return oneEntry(conn, selectAudit+" WHERE operation = ?1 AND step = ?2", change.Operation[:], change.Step)
}

// nextEntry returns the entry of a change that is about to be made. Its time
// is never before that of the last entry, whatever the clock says.
func nextEntry(conn *sqlite.Conn, change store.Change) (*store.AuditEntry, error) {
	last, err := oneEntry(conn, selectAudit+" ORDER BY number DESC LIMIT 1")
	if err != nil {
		return nil, err
	}
	if last == nil {
		last = new(store.AuditEntry)
	}
	change.Facts = change.Facts.Clean()
	change.At = max(cs.TicksOfMicroseconds(change.At.Microseconds()), last.At)
	return &store.AuditEntry{Number: last.Number + 1, Change: change, Previous: last.Hash}, nil
}

func writeEntry(conn *sqlite.Conn, entry *store.AuditEntry) error {
	entry.Hash = entry.Digest()
	return query(conn, "INSERT INTO audit (number, at, operation, step, action, mode, actor, client, command, script, line, users, certificates, edits, detail, previous, hash)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", nil,
		entry.Number, entry.At.Microseconds(), entry.Operation[:], entry.Step,
		entry.Action, entry.Mode, entry.Actor, entry.Client, entry.Command, entry.Script, entry.Line,
		entry.Users, entry.Certificates, entry.Edits, append([]byte{}, entry.Detail...), entry.Previous[:], entry.Hash[:])
}

// oneEntry returns the first entry of a query, or nil where there is none.
func oneEntry(conn *sqlite.Conn, sql string, args ...any) (*store.AuditEntry, error) {
	entries, err := readEntries(conn, sql, args...)
	if len(entries) == 0 {
		return nil, err
	}
	return entries[0], err
}

func readEntries(conn *sqlite.Conn, sql string, args ...any) ([]*store.AuditEntry, error) {
	var entries []*store.AuditEntry
	err := query(conn, sql, func(r *sqlite.Stmt) error {
		entry := &store.AuditEntry{Number: r.ColumnInt64(0)}
		readFacts(r, 1, &entry.Change)
		readCounts(r, 11, &entry.Counts)
		if n := r.ColumnLen(14); n > 0 {
			entry.Detail = make([]byte, n)
			r.ColumnBytes(14, entry.Detail)
		}
		r.ColumnBytes(15, entry.Previous[:])
		r.ColumnBytes(16, entry.Hash[:])
		entries = append(entries, entry)
		return nil
	}, args...)
	return entries, err
}

// readFacts reads the ten columns of a change, the first of which is at index
// first.
func readFacts(statement *sqlite.Stmt, first int, change *store.Change) {
	change.At = row{statement}.Time(first)
	statement.ColumnBytes(first+1, change.Operation[:])
	change.Step = statement.ColumnInt(first + 2)
	for i, text := range [...]*string{&change.Action, &change.Mode, &change.Actor, &change.Client, &change.Command, &change.Script} {
		*text = statement.ColumnText(first + 3 + i)
	}
	change.Line = statement.ColumnInt(first + 9)
}

func readCounts(statement *sqlite.Stmt, first int, counts *store.Counts) {
	counts.Users = statement.ColumnInt64(first)
	counts.Certificates = statement.ColumnInt64(first + 1)
	counts.Edits = statement.ColumnInt64(first + 2)
}

// Audit returns the audit trail after an entry. See [store.History].
func (s *Store) Audit(ctx context.Context, after int64) iter.Seq2[*store.AuditEntry, error] {
	return pages(ctx, s, 0, byNumber, func(last *store.AuditEntry, n int) (entries []*store.AuditEntry, err error) {
		if last != nil {
			after = last.Number
		}
		err = s.read(ctx, func(conn *sqlite.Conn) error {
			entries, err = readEntries(conn, selectAudit+" WHERE number > ?1 ORDER BY number"+rows.Limit(n), after)
			return err
		})
		return entries, err
	})
}

// selectOperations sums up the entries of each operation. What was told of the
// first step stands for all: SQLite takes the other columns from the row that
// has the minimum.
const selectOperations = "SELECT at, operation, step, action, mode, actor, client, command, script, line," +
	" sum(users), sum(certificates), sum(edits), count(*), min(number) AS first," +
	" (SELECT l.at FROM audit l WHERE l.operation = a.operation ORDER BY l.number DESC LIMIT 1) FROM audit a"

// Operation returns one operation. See [store.History].
func (s *Store) Operation(ctx context.Context, id store.OperationID) (*store.Operation, error) {
	operations, err := s.operations(ctx, selectOperations+" WHERE operation = ?1 GROUP BY operation", id[:])
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
	return pages(ctx, s, 0, newestFirst, func(last *store.Operation, n int) ([]*store.Operation, error) {
		if last != nil {
			before = last.First
		}
		return s.operations(ctx, selectOperations+" GROUP BY operation HAVING first < ?1 ORDER BY first DESC"+rows.Limit(n), before)
	})
}

func (s *Store) operations(ctx context.Context, sql string, args ...any) ([]*store.Operation, error) {
	var operations []*store.Operation
	err := s.read(ctx, func(conn *sqlite.Conn) error {
		return query(conn, sql, func(r *sqlite.Stmt) error {
			var change store.Change
			readFacts(r, 0, &change)
			operation := &store.Operation{ID: change.Operation, Facts: change.Facts}
			readCounts(r, 10, &operation.Counts)
			operation.Steps = r.ColumnInt64(13)
			operation.First = r.ColumnInt64(14)
			operation.LastAt = row{r}.Time(15)
			operations = append(operations, operation)
			return nil
		}, args...)
	})
	return operations, err
}
