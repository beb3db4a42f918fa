// Package pgtest gives tests a PostgreSQL server of their own.
//
// The server is private: it runs in a temporary folder and listens on a Unix
// socket there, so that it never meets another one. A test binary starts it
// once, and it stops and removes its folder when the binary ends, however that
// happens.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Skip is the environment variable that, set to skip, passes over the tests
// that need PostgreSQL where it is not installed. Otherwise they fail.
const Skip = "CSSHELL_TEST_POSTGRES"

// Start returns the URL of a new, empty database, which is dropped when the
// test ends. The server belongs to the test binary.
func Start(t testing.TB) string {
	t.Helper()
	folder, err := server()
	if errors.Is(err, errNotInstalled) && os.Getenv(Skip) == "skip" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("test%d", databases.Add(1))
	administer(t, folder, "CREATE DATABASE "+name+" TEMPLATE template0")
	t.Cleanup(func() { administer(t, folder, "DROP DATABASE "+name+" WITH (FORCE)") })
	return address(folder, name)
}

var databases atomic.Int64

func administer(t testing.TB, folder, statement string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address(folder, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = conn.Exec(ctx, statement)
	if err := errors.Join(err, conn.Close(ctx)); err != nil {
		t.Fatal(err)
	}
}

func address(folder, database string) string {
	return "postgres://postgres@/" + database + "?host=" + url.QueryEscape(folder)
}

// server starts the server of this binary, the first time, and returns its
// folder.
var server = sync.OnceValues(func() (folder string, err error) {
	programs, err := programFolder()
	if err != nil {
		return "", err
	}
	if folder, err = os.MkdirTemp("", "csshell-pg"); err != nil {
		return "", err
	}
	account, err := serverAccount()
	if err == nil && account != nil {
		err = os.Chown(folder, int(account.Uid), int(account.Gid))
	}
	if err == nil {
		err = launch(programs, folder, account)
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return folder, nil
})

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

// script runs the server until its standard input ends, which is when this
// process does.
const script = `
cd "$1" || exit
"$0/initdb" -D data -A trust -U postgres -E UTF8 --locale=C --no-sync || exit
"$0/postgres" -D data -k "$1" -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=64 &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
rm -rf "$1"
`

// launch starts the server and waits until it answers.
func launch(programs, folder string, account *syscall.Credential) error {
	logPath := filepath.Join(folder, "log")
	log, err := os.Create(logPath)
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.Command("sh", "-c", script, programs, folder)
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Credential: account, Setpgid: true}
	if _, err := command.StdinPipe(); err != nil { // open as long as this process
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	return await(folder, logPath, ended)
}

// startTime is how long a server may take to start on a busy machine.
const startTime = time.Minute

func await(folder, logPath string, ended <-chan error) error {
	ctx, cancel := context.WithTimeout(context.Background(), startTime)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, address(folder, "postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case err := <-ended:
			return fmt.Errorf("PostgreSQL did not start: %v\n%s", err, tail(logPath))
		case <-ctx.Done():
			return fmt.Errorf("PostgreSQL did not answer within %v: %v\n%s", startTime, err, tail(logPath))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// tail returns the last lines of a log.
func tail(path string) string {
	text, _ := os.ReadFile(path) // no log, no lines
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-10):], "\n")
}
