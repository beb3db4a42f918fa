package pgtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a server that tests may kill. It ends with the process that started it,
// or when its test does.
type Server struct {
	folder    string
	control   io.WriteCloser // a line starts the server, the end stops it
	ended     chan error
	databases atomic.Int64
}

// StartServer starts a server of the test's own.
func StartServer(t testing.TB) *Server {
	t.Helper()
	Shared(t) // tells where PostgreSQL is not installed
	s, err := launch()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.control.Close() // a pipe
		<-s.ended
	})
	return s
}

// Folder is where the server has its socket.
func (s *Server) Folder() string { return s.folder }

// Database makes a database like the one called template, which is dropped when the
// test ends, and returns its URL.
func (s *Server) Database(t testing.TB, template string) string {
	t.Helper()
	name := fmt.Sprintf("test%d", s.databases.Add(1))
	s.administer(t, "CREATE DATABASE "+name+" TEMPLATE "+template)
	t.Cleanup(func() { s.administer(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	return s.URL(name)
}

// URL is the name of a database.
func (s *Server) URL(database string) string {
	return "postgres://postgres@/" + database + "?host=" + url.QueryEscape(s.folder)
}

func (s *Server) administer(t testing.TB, statement string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = conn.Exec(ctx, statement)
	if err := errors.Join(err, conn.Close(ctx)); err != nil {
		t.Fatal(err)
	}
}

// Backends returns the processes that serve csshell.
func (s *Server) Backends(ctx context.Context) (processes []int, err error) {
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return nil, err
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, "SELECT pid FROM pg_stat_activity WHERE application_name = 'csshell'")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int])
}

// Kill kills the server, and leaves its backends to themselves.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(s.folder, "data", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(content), "\n")
	process, err := strconv.Atoi(first)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(process, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

// Await waits until the server answers again after a fault. Where it was killed, it
// is started anew.
func (s *Server) Await(t testing.TB, killed bool) {
	t.Helper()
	if err := s.await(killed); err != nil {
		t.Fatal(err)
	}
}

// script runs the server, once more for each line of its standard input, until that
// ends, which is when this process does.
const script = `
programs=$1 folder=$2
shift 2
cd "$folder" || exit
"$programs/initdb" -D data -A trust -U postgres -E UTF8 --locale=C --no-sync || exit
while read -r _; do
	"$programs/postgres" -D data -k "$folder" -c listen_addresses= -c fsync=off -c max_connections=200 "$@" &
done
kill -QUIT $(head -n 1 data/postmaster.pid)
wait
rm -rf "$folder"
`

// launch makes a server with more options and waits until it answers.
func launch(options ...string) (*Server, error) {
	programs, err := programFolder()
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "csshell-pg")
	if err != nil {
		return nil, err
	}
	s := &Server{folder: folder, ended: make(chan error, 1)}
	account, err := serverAccount()
	if err == nil && account != nil {
		err = os.Chown(folder, int(account.Uid), int(account.Gid))
	}
	if err == nil {
		err = s.run(programs, account, options)
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, nil
}

func (s *Server) run(programs string, account *syscall.Credential, options []string) error {
	log, err := os.Create(filepath.Join(s.folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.Command("sh", append([]string{"-c", script, "sh", programs, s.folder}, options...)...)
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Credential: account, Setpgid: true}
	if s.control, err = command.StdinPipe(); err != nil { // open as long as this process
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	go func() { s.ended <- command.Wait() }()
	if _, err := io.WriteString(s.control, "\n"); err != nil {
		return err
	}
	return s.await(false)
}

// startTime is how long a server may take to start on a busy machine.
const startTime = time.Minute

// await waits until the server answers. One that was killed is started, again and
// again: it refuses as long as one of its old backends lives.
func (s *Server) await(killed bool) error {
	ctx, cancel := context.WithTimeout(context.Background(), startTime)
	defer cancel()
	for try := 0; ; try++ {
		if killed && try%20 == 0 {
			if _, err := io.WriteString(s.control, "\n"); err != nil {
				return err
			}
		}
		conn, err := pgx.Connect(ctx, s.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case err := <-s.ended:
			return fmt.Errorf("PostgreSQL did not start: %v\n%s", err, tail(filepath.Join(s.folder, "log")))
		case <-ctx.Done():
			return fmt.Errorf("PostgreSQL did not answer within %v: %v\n%s", startTime, err, tail(filepath.Join(s.folder, "log")))
		case <-time.After(20 * time.Millisecond):
		}
	}
}
