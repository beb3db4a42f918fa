package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/internal/rows"
)

// pages is [rows.Pages] for a file that may be damaged. A page of it that is in
// another's place has rows that come again, and whoever goes on behind the last of them
// would read them for ever.
func pages[T any](ctx context.Context, s *Store, limit int, compare func(a, b *T) int, fetch func(last *T, n int) ([]*T, error)) iter.Seq2[*T, error] {
	return rows.Pages(limit, func(last *T, n int) ([]*T, error) {
		objects, err := fetch(last, n)
		for _, object := range objects {
			if last != nil && compare(last, object) >= 0 {
				return nil, s.explain(ctx, fmt.Errorf("%w: its rows are out of order", store.ErrCorrupt))
			}
			last = object
		}
		return objects, err
	})
}

// The orders of what is read in pages.

func byKey(a, b *cs.User) int { return cmp.Compare(a.Key, b.Key) }

func byOwner(a, b *cs.ClientCertificate) int {
	return cmp.Or(cmp.Compare(a.UserKey, b.UserKey), cmp.Compare(a.Key, b.Key))
}

func byNumber(a, b *store.AuditEntry) int { return cmp.Compare(a.Number, b.Number) }

func newestFirst(a, b *store.Operation) int { return cmp.Compare(b.First, a.First) }
