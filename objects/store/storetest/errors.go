package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/csshell/csshell/objects/store"
)

// Trouble is a store that cannot be opened, and what must be said of it.
type Trouble struct {
	Name   string // the store
	Shown  string // the store, as errors name it
	Reason error
	Advice string
}

// CheckTrouble opens what cannot be opened.
func CheckTrouble[S store.Store](t *testing.T, open func(context.Context, string) (S, error), rows []Trouble) {
	t.Helper()
	for _, row := range rows {
		s, err := open(t.Context(), row.Name)
		if err == nil {
			t.Errorf("%s opens; closing gives %v", row.Name, s.Close())
			continue
		}
		want := fmt.Sprintf("The store %q cannot be used: %s.", row.Shown, row.Advice)
		if _, ok := errors.AsType[*store.Error](err); !ok || !errors.Is(err, row.Reason) || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", row.Name, err, want)
		}
	}
}
