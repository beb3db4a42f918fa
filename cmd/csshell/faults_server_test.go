package main_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/storetest"
)

// The revocation that faults of a server meet.
const (
	faultUsers  = 60
	faultSteps  = 1 + faultUsers/5
	revokeUsers = "Get-CsUser | Revoke-CsClientCertificate -ChunkSize 5"
)

// template makes a database with a store, to make others like it, and returns its
// name.
func template(t *testing.T, server *pgtest.Server) string {
	t.Helper()
	address := server.Database(t, "template0")
	organisation(t, address, faultUsers)
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(u.Path, "/")
}

// checkRevocation checks a store after a shell revoked in it and met a fault, and
// goes on with the revocation. It reports whether the fault came in its middle.
func checkRevocation(t *testing.T, name string, acknowledged bool) (middle bool) {
	t.Helper()
	s, err := open.Store(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := storetest.Sound(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	info, err := s.Info(t.Context())
	if err != nil || acknowledged && info.Revoked != 2*faultUsers {
		t.Fatalf("acknowledged %v, and %d are revoked, %v", acknowledged, info.Revoked, err)
	}
	program := revokeUsers
	for operation, err := range s.Operations(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if operation.Action == "Revoke-CsClientCertificate" {
			program = "Resume-CsOperation " + operation.ID.String() + " | Out-Null"
			middle = operation.Steps < faultSteps
		}
	}
	if !acknowledged {
		if out := output(t, name, program); out != "" {
			t.Fatalf("%s: %s", program, out)
		}
	}
	checkRevoked(t, name)
	return middle
}

// checkRevoked finds every certificate revoked by the one operation.
func checkRevoked(t *testing.T, name string) {
	t.Helper()
	s, err := open.Store(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	operations := 0
	for operation, err := range s.Operations(t.Context()) {
		if operations++; err != nil || operations == 1 && (operation.Steps != faultSteps || operation.Certificates != 2*faultUsers) {
			t.Errorf("the revocation is %+v, %v", operation, err)
		}
	}
	info, err := s.Info(t.Context())
	if err := errors.Join(err, storetest.Sound(t.Context(), s)); err != nil || operations != 2 || info.Certificates != 0 || info.Revoked != 2*faultUsers {
		t.Errorf("%d operations, %+v, %v", operations, info, err)
	}
}

// revokeUnderFault revokes in a store that something happens to, and reports whether
// the shell called it done. Where it did not, it named the server.
func revokeUnderFault(t *testing.T, name, server string, happen func()) (done bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var out strings.Builder
	shell := command(ctx, name, revokeUsers)
	shell.Stdout, shell.Stderr = &out, &out
	if err := shell.Start(); err != nil {
		t.Fatal(err)
	}
	happen()
	err := shell.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Fatalf("%v, %v: %s", err, ctx.Err(), &out)
	}
	if want := `The store "` + server; err != nil && !strings.Contains(out.String(), want) || err == nil && out.Len() > 0 {
		t.Errorf("%v: %q, want %s", err, &out, want)
	}
	return err == nil
}

// A connection that is cut at any phase is made anew, and the step repeated; where none
// comes through any more, the shell names the server. Nothing is done twice.
func TestCutConnections(t *testing.T) {
	server := pgtest.Shared(t)
	model, proxy := template(t, server), server.StartProxy(t)
	for _, phase := range pgtest.Phases {
		for _, forGood := range []bool{false, true} {
			cuts, middles := 0, 0
			all := storetest.Count(0, 1) == 1
			for n, more := storetest.Count(firstCut(phase), 1), true; more; n++ {
				t.Run(fmt.Sprintf("%s %d %v", phase, n, forGood), func(t *testing.T) {
					name := server.Database(t, model)
					proxy.Cut(phase, n, forGood)
					through := proxy.Through(name)
					shown, _, _ := strings.Cut(through, "?")
					done := revokeUnderFault(t, through, shown, func() {})
					met := proxy.Heal()
					more = met && all
					if !forGood && !done {
						t.Error("the shell gave up after one cut")
					}
					if !met && !done {
						t.Error("the shell failed without a cut")
					}
					if met {
						cuts++
					}
					if checkRevocation(t, name, done) {
						middles++
					}
				})
			}
			if cuts == 0 {
				t.Errorf("%s: nothing was cut", phase)
			}
			t.Logf("%s, for good %v: %d cuts, after %d of them the revocation was resumed", phase, forGood, cuts, middles)
		}
	}
}

// firstCut is where a connection is cut where it is cut once alone: in the middle of
// the revocation.
func firstCut(phase pgtest.Phase) int {
	switch phase {
	case pgtest.Connect, pgtest.Startup:
		return 1
	case pgtest.Parse, pgtest.Commit, pgtest.Answer:
		return 4
	}
	return 10
}

// A server that is killed as a whole, or one of its backends, costs a shell nothing but
// an error at the most.
func TestKilledServer(t *testing.T) {
	server := pgtest.StartServer(t)
	model := template(t, server)
	for _, row := range []struct {
		who    string
		whole  bool
		killed int
	}{{who: "a backend"}, {who: "the server", whole: true}} {
		done, middles := 0, 0
		for i := range storetest.Count(3, 50) {
			t.Run(fmt.Sprintf("%s %d", row.who, i), func(t *testing.T) {
				name := server.Database(t, model)
				shown, err := url.QueryUnescape(name)
				if err != nil {
					t.Fatal(err)
				}
				acknowledged := revokeUnderFault(t, name, shown, func() {
					if killSoon(t, server, row.whole, rand.N(60*time.Millisecond)) {
						row.killed++
					}
				})
				server.Await(t, row.whole)
				if acknowledged {
					done++
				}
				if checkRevocation(t, name, acknowledged) {
					middles++
				}
			})
		}
		t.Logf("%s: %d kills at work, the shell was done all the same after %d, and resumed after %d", row.who, row.killed, done, middles)
		if row.killed == 0 {
			t.Errorf("%s: nothing was killed at work", row.who)
		}
	}
}

// killSoon waits for a shell to connect, and a while, and kills the processes that serve
// it, or the whole server. It reports whether the shell was still there.
func killSoon(t *testing.T, server *pgtest.Server, whole bool, while time.Duration) bool {
	t.Helper()
	backends := func() []int {
		processes, err := server.Backends(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return processes
	}
	for range 200 {
		if len(backends()) > 0 {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(while)
	processes := backends()
	if whole {
		server.Kill(t)
	}
	for _, process := range processes {
		if !whole {
			_ = syscall.Kill(process, syscall.SIGKILL) // it may have ended
		}
	}
	return len(processes) > 0
}
