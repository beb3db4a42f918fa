//go:build linux && (amd64 || arm64)

package cs_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/sqlite"
	"github.com/csshell/csshell/objects/store/sqlite/sqlitetest"
	"github.com/csshell/csshell/objects/store/storetest"
)

// The revocation that faults meet: of all users, in chunks.
const (
	crashUsers  = 100
	crashSteps  = 1 + crashUsers/10
	revokeUsers = "Get-CsUser | Revoke-CsClientCertificate -ChunkSize 10"
)

// victim is the environment variable that makes this test binary revoke the
// certificates in a store, and be killed: the path of the store, the number of the
// call that is its last, and whether it makes the half of it.
const victim = "CSSHELL_TEST_VICTIM"

func TestMain(m *testing.M) {
	if task := os.Getenv(victim); task != "" {
		if err := beKilled(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func beKilled(task string) error {
	var path string
	var last int64
	var torn bool
	if _, err := fmt.Sscan(task, &last, &torn, &path); err != nil {
		return err
	}
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		return err
	}
	defer sqlitetest.Intercept(func(n int64, half func()) syscall.Errno {
		if n == last {
			if torn {
				half()
			}
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return 0
	})()
	if out := newShell(context.Background(), s).run(revokeUsers); len(out) > 0 {
		return errors.New(strings.Join(out, "\n"))
	}
	return s.Close()
}

// prototype makes the store that every fault finds, and returns its content.
func prototype(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "prototype.db")
	s, err := sqlite.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(storetest.Organisation(t.Context(), s, crashUsers), s.Close()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func write(t *testing.T, content []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A process that is killed at any call with which it changes a file, before it or in
// its middle, leaves a sound store.
func TestKilledAtEveryCall(t *testing.T) {
	content := prototype(t)
	step := storetest.Count(23, 1)
	killed, begun := 0, 0
	for last, alive := 1, false; !alive; last += step {
		for _, torn := range []bool{false, true} {
			path := write(t, content)
			process := exec.Command(os.Args[0])
			process.Env = append(os.Environ(), fmt.Sprintf("%s=%d %v %s", victim, last, torn, path))
			out, err := process.CombinedOutput()
			var exit *exec.ExitError
			alive = err == nil
			if !alive && (!errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL) {
				t.Fatalf("call %d: %v\n%s", last, err, out)
			}
			if !alive {
				killed++
			}
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Fatalf("after call %d: %v", last, err)
			}
			if finish(t, fmt.Sprintf("call %d, torn %v", last, torn), s, alive) {
				begun++
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	t.Logf("%d kills, %d of them after the first step", killed, begun)
	if begun == 0 || killed == 2*begun {
		t.Errorf("of %d kills, %d came in the middle of the revocation", killed, begun)
	}
}

// finish checks a store after a fault and goes on with the revocation, or makes it
// where nothing of it was done. It reports whether there was something.
func finish(t *testing.T, fault string, s store.Store, acknowledged bool) (begun bool) {
	t.Helper()
	if err := storetest.Sound(t.Context(), s); err != nil {
		t.Fatalf("%s: %v", fault, err)
	}
	sh := newShell(t.Context(), s)
	if info, err := s.Info(t.Context()); acknowledged && info.Revoked != 2*crashUsers {
		t.Errorf("%s: acknowledged, but %d are revoked, %v", fault, info.Revoked, err)
	}
	begun = sh.run("@(Get-CsOperation).Count")[0] == "2"
	program := revokeUsers
	if begun {
		program = "Resume-CsOperation (Get-CsOperation)[0].Id | Out-Null"
	}
	if out := sh.run(program); len(out) > 0 {
		t.Errorf("%s: %s gives %q", fault, program, out)
	}
	want := fmt.Sprintf("2 %d %d 0", crashSteps, 2*crashUsers)
	got := sh.run(`$o = @(Get-CsOperation); "$($o.Count) $($o[0].Steps) $($o[0].Certificates) $((Get-CsStore).Certificates)"`)
	if len(got) != 1 || got[0] != want {
		t.Errorf("%s: in the end %q, want %s", fault, got, want)
	}
	if err := storetest.Sound(t.Context(), s); err != nil {
		t.Fatalf("%s, resumed: %v", fault, err)
	}
	return begun
}

// A disk that is full from some call on, or that fails once, is told of in words, and
// when it has room again, the same shell goes on.
func TestFailingDisk(t *testing.T) {
	content := prototype(t)
	step := storetest.Count(41, 1)
	for _, row := range []struct {
		name   string
		errno  syscall.Errno
		lasts  int64 // how many calls fail
		advice string
	}{
		{"full", syscall.ENOSPC, 1 << 40, "its disk is full; make room and try again"},
		{"full once", syscall.ENOSPC, 1, "its disk is full; make room and try again"},
		{"failing", syscall.EIO, 1 << 40, "the file cannot be read or written; check its disk"},
		{"failing once", syscall.EIO, 1, "the file cannot be read or written; check its disk"},
	} {
		faults, told := 0, 0
		for first, met := int64(1), true; met; first += int64(step) {
			fault := fmt.Sprintf("%s from call %d", row.name, first)
			path := write(t, content)
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			met = false
			restore := sqlitetest.Intercept(func(n int64, _ func()) syscall.Errno {
				if n < first || n >= first+row.lasts {
					return 0
				}
				met = true
				return row.errno
			})
			out := strings.Join(newShell(t.Context(), s).run(revokeUsers), "\n")
			restore()
			if met {
				faults++
			}
			if out != "" {
				told++
				if !strings.Contains(out, `The store "sqlite:`+path+`" cannot be used: `+row.advice) {
					t.Errorf("%s: %s", fault, out)
				}
			}
			finish(t, fault, s, out == "")
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		t.Logf("%s: %d faults, of which %d were told", row.name, faults, told)
		if told == 0 {
			t.Errorf("%s: nothing was told", row.name)
		}
	}
}
