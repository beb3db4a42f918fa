// Package pgtest gives tests a PostgreSQL server of their own.
//
// The server is private: it runs in a temporary folder and listens on a Unix
// socket there, so that it never meets another one. A test binary starts it
// once, and it stops and removes its folder when the binary ends, however that
// happens.
package pgtest

import (
	"errors"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// Skip is the environment variable that, set to skip, passes over the tests
// that need PostgreSQL where it is not installed. Otherwise they fail.
const Skip = "CSSHELL_TEST_POSTGRES"

// Start returns the URL of a new, empty database, which is dropped when the
// test ends. The server belongs to the test binary.
func Start(t testing.TB) string {
	t.Helper()
	return Shared(t).Database(t, "template0")
}

// Shared returns the server of this binary, which the first test starts.
func Shared(t testing.TB) *Server {
	t.Helper()
	s, err := server()
	if errors.Is(err, errNotInstalled) && os.Getenv(Skip) == "skip" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var server = sync.OnceValues(func() (*Server, error) { return launch("-c", "full_page_writes=off") })

var errNotInstalled = errors.New("PostgreSQL is not installed: these tests need the programs initdb and postgres " +
	"(on Debian: apt-get install postgresql); set " + Skip + "=skip to go without them")

// programFolder finds the server's programs: where Debian keeps the newest
// version, or else on the path.
func programFolder() (string, error) {
	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	newest, version := "", -1
	for _, initdb := range folders {
		if n, err := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(initdb)))); err == nil && n > version {
			newest, version = initdb, n
		}
	}
	if newest == "" {
		if newest, err = exec.LookPath("initdb"); err != nil {
			return "", errNotInstalled
		}
	}
	return filepath.Dir(newest), nil
}

// serverAccount returns the account to run the server under: PostgreSQL
// refuses to run as root. It is nil for the account of the tests.
func serverAccount() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		if account, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}

// tail returns the last lines of a log.
func tail(path string) string {
	text, _ := os.ReadFile(path) // no log, no lines
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-10):], "\n")
}
