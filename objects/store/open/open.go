// Package open opens the store that a text names.
package open

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/postgres"
	"github.com/csshell/csshell/objects/store/sample"
	"github.com/csshell/csshell/objects/store/sqlite"
)

// Store opens the store called name, which must exist:
//
//	sqlite:PATH                                  a file
//	postgres://USER@HOST:PORT/DATABASE?OPTION=…  a PostgreSQL database
//
// The error is a *store.Error.
func Store(ctx context.Context, name string) (store.Store, error) {
	scheme, rest := split(name)
	switch scheme {
	case "sqlite":
		return opened(sqlite.Open(ctx, rest))
	case "postgres", "postgresql":
		return opened(postgres.Open(ctx, name))
	default:
		return nil, badName(name)
	}
}

// Create makes a new, empty store called name, which must not exist. It makes the
// folders of a file that are missing.
func Create(ctx context.Context, name string) (store.Store, error) {
	scheme, rest := split(name)
	switch scheme {
	case "sqlite":
		_ = os.MkdirAll(filepath.Dir(rest), 0o700) // without it the file cannot be made either, which says why
		return opened(sqlite.Create(ctx, rest))
	case "postgres", "postgresql":
		return opened(postgres.Create(ctx, name))
	default:
		return nil, badName(name)
	}
}

// Sample makes a store with the sample organisation that no one else sees and
// that vanishes when it is closed. facts are those of the command that asks
// for it.
func Sample(ctx context.Context, facts store.Facts) (store.Store, error) {
	s, err := sqlite.Temporary(ctx)
	if err != nil {
		return nil, err
	}
	change := store.Change{Operation: store.NewOperationID(), Step: 1, Facts: facts}
	if err := sample.Load(ctx, s, change); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// opened keeps a nil pointer from becoming a store that is not nil.
func opened[S store.Store](s S, err error) (store.Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

func split(name string) (scheme, rest string) {
	scheme, rest, _ = strings.Cut(name, ":")
	if rest == "" {
		return "", ""
	}
	return strings.ToLower(scheme), rest
}

func badName(name string) error {
	return &store.Error{Store: name, Reason: store.ErrBadName, Advice: `the name of a store is "sqlite:PATH" or "postgres://USER@HOST/DATABASE"`}
}
