// Package storetest proves that an implementation of store.Store behaves as
// the interface says. Every implementation runs the same suite.
package storetest

import (
	"context"
	"iter"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
)

// Implementation makes the stores of a suite.
type Implementation struct {
	// Create makes a new, empty store and returns its name.
	Create func(t *testing.T) string
	// Open opens a store by its name. The suite closes it.
	Open func(ctx context.Context, name string) (store.Store, error)
}

// Run runs the suite.
func Run(t *testing.T, implementation Implementation) {
	suite := []struct {
		name string
		test func(*testing.T, *fixture)
	}{
		{"UsersAreAsImported", usersAreAsImported},
		{"Identities", identities},
		{"HostileIdentities", hostileIdentities},
		{"HostileForms", hostileForms},
		{"ManyIdentities", manyIdentities},
		{"UserQueries", userQueries},
		{"UserProperties", userProperties},
		{"Streams", streams},
		{"Certificates", certificates},
		{"Revoke", revoke},
		{"RevokeByQuery", revokeByQuery},
		{"RepeatedStep", repeatedStep},
		{"TwoShells", twoShells},
		{"ConcurrentChanges", concurrentChanges},
		{"Edits", edits},
		{"RefusedWork", refusedWork},
		{"Undo", undo},
		{"Items", items},
		{"History", history},
		{"Directory", directory},
		{"ImportTwice", importTwice},
		{"ImportFineTimes", importFineTimes},
		{"ImportReplaces", importReplaces},
		{"ImportMistakes", importMistakes},
		{"ExportAndImport", exportAndImport},
		{"Cancel", cancel},
	}
	for _, s := range suite {
		t.Run(s.name, func(t *testing.T) { s.test(t, newFixture(t, implementation)) })
	}
}

// fixture is a store of its own for one test.
type fixture struct {
	store.Store
	ctx            context.Context
	name           string
	implementation Implementation
}

// patience ends a test that waits for a store that waits for the test.
const patience = time.Minute

func newFixture(t *testing.T, implementation Implementation) *fixture {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	f := &fixture{ctx: ctx, name: implementation.Create(t), implementation: implementation}
	f.Store = f.open(t)
	return f
}

// open opens the store of f once more, as another shell would.
func (f *fixture) open(t *testing.T) store.Store {
	t.Helper()
	s, err := f.implementation.Open(f.ctx, f.name)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

// loadSample imports the sample organisation.
func (f *fixture) loadSample(t *testing.T) {
	t.Helper()
	if err := sample.Load(f.ctx, f, newChange("Import")); err != nil {
		t.Fatalf("import of the sample: %v", err)
	}
}

// newChange returns the first step of a new operation.
func newChange(action string) store.Change {
	return store.Change{
		Operation: store.NewOperationID(),
		Step:      1,
		Facts: store.Facts{
			At: cs.TicksOf(time.Now()), Action: action, Actor: "admin", Client: "admin@shell",
			Command: "Get-CsUser | " + action, Script: "/srv/leavers.ps1", Line: 12,
		},
	}
}

// all returns the items of a sequence.
func all[T any](t *testing.T, items iter.Seq2[*T, error]) []*T {
	t.Helper()
	var list []*T
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, item)
	}
	return list
}

// user returns the user named by id, who must be there.
func (f *fixture) user(t *testing.T, id cs.UserID) *cs.User {
	t.Helper()
	user, err := f.User(f.ctx, id)
	if err != nil {
		t.Fatalf("user %q: %v", id, err)
	}
	return user
}

// inForce returns how many certificates are in force.
func (f *fixture) inForce(t *testing.T) int {
	t.Helper()
	return len(all(t, f.Certificates(f.ctx, store.CertificateQuery{})))
}
