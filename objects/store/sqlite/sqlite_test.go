package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sqlite"
	"github.com/csshell/csshell/objects/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Implementation{
		Create: func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "organisation.db")
			s, err := sqlite.Create(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return path
		},
		Open: func(ctx context.Context, name string) (store.Store, error) { return sqlite.Open(ctx, name) },
	})
}
