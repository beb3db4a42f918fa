package postgres_test

import (
	"context"
	"testing"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Implementation{
		Create: func(t *testing.T) string {
			url := pgtest.Start(t)
			s, err := postgres.Create(t.Context(), url)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return url
		},
		Open: func(ctx context.Context, name string) (store.Store, error) { return postgres.Open(ctx, name) },
	})
}
