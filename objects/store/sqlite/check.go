package sqlite

import (
	"context"
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"

	"github.com/csshell/csshell/objects/cs"
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
	for _, check := range [...]func(context.Context) ([]store.Finding, error){
		s.checkNames,
		func(ctx context.Context) ([]store.Finding, error) { return rows.CheckJournal(ctx, s) },
	} {
		more, err := check(ctx)
		if err != nil {
			return nil, err
		}
		findings = append(findings, more...)
	}
	return findings, nil
}

// checkNames compares the names by which users are found with those that they have:
// SQLite has no sums of its pages, and takes a damaged text for another text.
func (s *Store) checkNames(ctx context.Context) ([]store.Finding, error) {
	var kept, known int64
	var names []cs.Name
	for user, err := range s.Users(ctx, store.UserQuery{NeverEnabled: true}) {
		if err != nil {
			return nil, err
		}
		names = cs.AppendNames(names[:0], user)
		known += int64(len(names))
		for _, name := range names {
			found := false
			err := s.each(ctx, "SELECT forms FROM user_names WHERE key = ?1 AND slot = ?2 AND user_id = ?3", func(r *sqlite.Stmt) error {
				found = r.ColumnInt64(0) == int64(name.Forms)
				return nil
			}, name.Key, rows.Slot(name, user.Key), user.Key)
			if err != nil {
				return nil, err
			}
			if !found {
				return []store.Finding{{Check: "Names", What: fmt.Sprintf("user %d is not found by the name %q", user.Key, name.Key)}}, nil
			}
		}
	}
	err := s.each(ctx, "SELECT count(*) FROM user_names", func(r *sqlite.Stmt) error {
		kept = r.ColumnInt64(0)
		return nil
	})
	if err == nil && kept != known {
		return []store.Finding{{Check: "Names", What: fmt.Sprintf("%d names are of no user", kept-known)}}, nil
	}
	return nil, err
}
