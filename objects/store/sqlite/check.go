package sqlite

import (
	"context"
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// Check looks for damage. See [store.Store].
func (s *Store) Check(ctx context.Context) ([]store.Finding, error) {
	var findings []store.Finding
	err := s.each(ctx, "PRAGMA integrity_check(1)", func(r *sqlite.Stmt) error {
		if text := r.ColumnText(0); text != "ok" {
			findings = append(findings, store.Finding{Check: "Integrity", What: text})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, c := range rows.Checks {
		err := s.each(ctx, strings.ReplaceAll(c.SQL, "SCHEMA", ""), func(r *sqlite.Stmt) error {
			findings = append(findings, store.Finding{Check: c.Check, What: fmt.Sprintf(c.What, r.ColumnInt64(0))})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	more, err := rows.CheckJournal(ctx, s)
	return append(findings, more...), err
}
