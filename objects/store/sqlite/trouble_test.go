package sqlite_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	zombiezen "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
	"github.com/csshell/csshell/objects/store/sqlite"
	"github.com/csshell/csshell/objects/store/storetest"
)

// execute runs a script on the database in a file, past the store.
func execute(t *testing.T, path, script string) error {
	t.Helper()
	conn, err := zombiezen.OpenConn(path, zombiezen.OpenReadWrite|zombiezen.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	return errors.Join(sqlitex.ExecuteScript(conn, script, nil), conn.Close())
}

// newStore makes a store with the sample organisation and returns its path.
func newStore(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	err = sample.Load(t.Context(), s, store.Change{Operation: store.NewOperationID(), Step: 1})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTrouble(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer, other := newStore(t), filepath.Join(folder, "other.db")
	for path, script := range map[string]string{newer: "PRAGMA user_version = 999", other: "CREATE TABLE t (a)"} {
		if err := execute(t, path, script); err != nil {
			t.Fatal(err)
		}
	}
	missing, text, empty := filepath.Join(folder, "missing.db"), file("text.csv", "Identity,Title\nand more than a hundred characters of text, so that it is long enough to have a header of its own\n"), file("empty.db", "")
	trouble := func(path string, reason error, advice string) storetest.Trouble {
		return storetest.Trouble{Name: path, Shown: "sqlite:" + path, Reason: reason, Advice: advice}
	}
	const noStore = "it is not a store of csshell; check the path"
	storetest.CheckTrouble(t, sqlite.Open, []storetest.Trouble{
		trouble(missing, store.ErrMissing, "there is no such file; check the path, or make the store with New-CsStore"),
		trouble(folder, store.ErrNotAStore, noStore),
		trouble(text, store.ErrNotAStore, noStore),
		trouble(empty, store.ErrNotAStore, noStore),
		trouble(other, store.ErrNotAStore, noStore),
		trouble(newer, store.ErrNewerSchema, "a newer csshell made it; install that version or a later one"),
	})
	storetest.CheckTrouble(t, sqlite.Create, []storetest.Trouble{
		trouble(other, store.ErrExists, "there is such a file already; choose another path, or remove the file"),
		trouble(filepath.Join(missing, "x"), store.ErrMissing, "there is no such file; check the path, or make the store with New-CsStore"),
	})
	if left, err := os.ReadFile(text); err != nil || len(left) == 0 {
		t.Errorf("the text file was touched: %v", err)
	}
}

// A damaged file is never answered from without a word, and never crashes.
func TestDamagedFile(t *testing.T) {
	path := newStore(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 4096; at < len(whole); at += 4096 {
		damaged := append([]byte{}, whole...)
		for i := range 4096 {
			damaged[at+i] = 0xA5
		}
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if read, err := readAll(t, path); err == nil && read != 27+32 {
			t.Errorf("with page %d damaged, %d rows come without an error", at/4096, read)
		}
	}
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(t, path); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("half a file gives the error %v", err)
	}
}

// A schema that is not ours any more, or a header without its version, is damage.
func TestDamagedSchema(t *testing.T) {
	for _, script := range []string{"ALTER TABLE audit RENAME COLUMN line TO lime", "ALTER TABLE users RENAME TO usars", "PRAGMA user_version = 0"} {
		path := newStore(t)
		if err := execute(t, path, script); err != nil {
			t.Fatal(err)
		}
		_, err := readAll(t, path)
		if s, failed := sqlite.Open(t.Context(), path); failed == nil && err == nil {
			_, err = store.Verify(s.Audit(t.Context(), 0))
			if failed := s.Close(); failed != nil {
				t.Error(failed)
			}
		}
		if !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%s: %v", script, err)
		}
	}
}

// readAll returns the number of users and certificates in a file.
func readAll(t *testing.T, path string) (n int, err error) {
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	for _, err := range s.Users(t.Context(), store.UserQuery{NeverEnabled: true}) {
		if err != nil {
			return n, err
		}
		n++
	}
	for _, err := range s.Certificates(t.Context(), store.CertificateQuery{}) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func TestAuditIsKept(t *testing.T) {
	path := newStore(t)
	for _, script := range []string{"UPDATE audit SET actor = 'other'", "DELETE FROM audit"} {
		if err := execute(t, path, script); err == nil {
			t.Errorf("%s: done", script)
		}
	}
	if err := execute(t, path, "DROP TRIGGER audit_is_not_changed; UPDATE audit SET actor = 'other'"); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n, err := store.Verify(s.Audit(t.Context(), 0)); err == nil || n != 0 || err.Error() != "audit entry 1 was changed" {
		t.Errorf("a changed trail is verified: %d, %v", n, err)
	}
}

func TestReadOnlyFile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write to everything")
	}
	path := newStore(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.User(t.Context(), "pilar"); err != nil {
		t.Errorf("reading: %v", err)
	}
	if _, err := s.RevokeCertificates(t.Context(), store.Change{Operation: store.NewOperationID(), Step: 1}, store.KeysOf(1)); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
}
