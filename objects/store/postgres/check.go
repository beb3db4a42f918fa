package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Check looks for damage. See [store.Store]. The server checks its pages itself,
// where its data checksums are on.
func (s *Store) Check(ctx context.Context) ([]store.Finding, error) {
	var findings []store.Finding
	for _, c := range rows.Checks {
		numbers, err := s.wholeTables(ctx, strings.ReplaceAll(c.SQL, "SCHEMA", "csshell."))
		if err != nil {
			return nil, err
		}
		for _, n := range numbers {
			findings = append(findings, store.Finding{Check: c.Check, What: fmt.Sprintf(c.What, n)})
		}
	}
	more, err := rows.CheckJournal(ctx, s)
	return append(findings, more...), err
}

// wholeTables runs a query that reads whole tables, which statements may not
// otherwise (see configure).
func (s *Store) wholeTables(ctx context.Context, sql string) (numbers []int64, err error) {
	err = s.use(ctx, func(conn *pgx.Conn) error {
		return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) (err error) {
			if _, err := tx.Exec(ctx, "SET LOCAL enable_seqscan = on; SET LOCAL work_mem = '64MB'"); err != nil {
				return err
			}
			numbers, err = queryKeys(ctx, conn, sql)
			return err
		})
	})
	return numbers, err
}
