package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	zombiezen "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sample"
	"github.com/csshell/csshell/objects/store/sqlite"
)

// victim is the environment variable that makes this test binary revoke the
// certificates in a store, until it is killed.
const victim = "CSSHELL_TEST_REVOKE"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		if err := revokeOneByOne(context.Background(), path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// revokeOneByOne revokes the certificates of one user after the other.
func revokeOneByOne(ctx context.Context, path string) error {
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	change := store.Change{Operation: store.NewOperationID()}
	for user, err := range s.Users(ctx, store.UserQuery{}) {
		if err != nil {
			return err
		}
		change.Step++
		if _, err := s.RevokeCertificates(ctx, change, store.KeysOf(user.Key)); err != nil {
			return err
		}
	}
	return s.Close()
}

// A process that is killed in the middle of a change leaves a sound store, in
// which every change has its audit entry and every entry its change; the next
// process goes on.
func TestKill(t *testing.T) {
	const users, kills = 300, 15
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Import(t.Context(), store.Change{Operation: store.NewOperationID(), Step: 1}, func(batch store.Batch) error {
		for i, user := range sample.Users(users) {
			if err := batch.AddUser(i, user); err != nil {
				return err
			}
		}
		for i, certificate := range sample.Certificates(users, 2) {
			if err := batch.AddCertificate(i, certificate); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	for range kills {
		process := exec.Command(os.Args[0])
		process.Env = append(os.Environ(), victim+"="+path)
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(60 * time.Millisecond))
		_ = process.Process.Kill() // it may have ended
		_ = process.Wait()         // it was killed
		checkSound(t, path)
	}
	if err := revokeOneByOne(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if revoked := checkSound(t, path); revoked != 2*users {
		t.Errorf("%d certificates are revoked at last, want %d", revoked, 2*users)
	}
}

// checkSound compares the certificates with the audit trail, and returns how
// many are revoked.
func checkSound(t *testing.T, path string) (revoked int64) {
	t.Helper()
	conn, err := zombiezen.OpenConn(path, zombiezen.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	statement, _, err := conn.PrepareTransient("PRAGMA integrity_check")
	if err != nil {
		t.Fatal(err)
	}
	answer, err := sqlitex.ResultText(statement)
	if err := errors.Join(err, statement.Finalize(), conn.Close()); err != nil || answer != "ok" {
		t.Fatalf("integrity_check: %s, %v", answer, err)
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	by := make(map[int64]int64)
	for certificate, err := range s.Certificates(t.Context(), store.CertificateQuery{Revoked: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if certificate.RevokedBy != 0 {
			by[certificate.RevokedBy]++
			revoked++
		}
	}
	for entry, err := range s.Audit(t.Context(), 1) {
		if err != nil || entry.Certificates != by[entry.Number] {
			t.Errorf("entry %d says %d certificates, %d name it, %v", entry.Number, entry.Certificates, by[entry.Number], err)
		}
	}
	if _, err := store.Verify(s.Audit(t.Context(), 0)); err != nil {
		t.Error(err)
	}
	return revoked
}
