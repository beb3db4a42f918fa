package open_test

import (
	"path/filepath"
	"testing"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/storetest"
)

func TestNames(t *testing.T) {
	for _, name := range []string{"sqlite:" + filepath.Join(t.TempDir(), "store.db"), pgtest.Start(t)} {
		created, err := open.Create(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if err := created.Close(); err != nil {
			t.Error(err)
		}
		opened, err := open.Store(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
	const advice = `the name of a store is "sqlite:PATH" or "postgres://USER@HOST/DATABASE"`
	var rows []storetest.Trouble
	for _, name := range []string{"", "store.db", "sqlite:", "mysql://host/x", "postgres:"} {
		rows = append(rows, storetest.Trouble{Name: name, Shown: name, Reason: store.ErrBadName, Advice: advice})
	}
	storetest.CheckTrouble(t, open.Store, rows)
	storetest.CheckTrouble(t, open.Create, rows)
}

func TestSample(t *testing.T) {
	s, err := open.Sample(t.Context(), store.Facts{Action: "-Sample", Actor: "admin"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if ken, err := s.User(t.Context(), "sip:kenmyer@litwareinc.com"); err != nil || ken.DisplayName != "Ken Myer" {
		t.Errorf("the user is %v, %v", ken, err)
	}
	for entry, err := range s.Audit(t.Context(), 0) {
		if err != nil || entry.Actor != "admin" || entry.Users != 27 || entry.Certificates != 32 {
			t.Errorf("audit entry %+v, %v", entry, err)
		}
	}
}

// A shell with the sample starts as fast as one without.
func BenchmarkSample(b *testing.B) {
	for b.Loop() {
		s, err := open.Sample(b.Context(), store.Facts{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
