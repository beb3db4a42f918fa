package main_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/storetest"
)

// organisation makes a store of homed users with two certificates each, and returns
// its name.
func organisation(t *testing.T, name string, users int) {
	t.Helper()
	s, err := open.Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(storetest.Organisation(t.Context(), s, users), s.Close()); err != nil {
		t.Fatal(err)
	}
}

// command is a shell that runs a command line on a store.
func command(ctx context.Context, name, text string) *exec.Cmd {
	return exec.CommandContext(ctx, shell, "-NoProfile", "-NonInteractive", "-Store", name, "-Command", text)
}

func output(t *testing.T, name, text string) string {
	t.Helper()
	out, err := command(t.Context(), name, text).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", text, err, out)
	}
	return strings.TrimSpace(string(out))
}

// A shell that is killed in the middle of a revocation leaves a sound store, and
// Resume-CsOperation ends in the state that the revocation would have, with each
// certificate revoked once.
func TestKilledAndResumed(t *testing.T) {
	const users = 120
	kills := storetest.Count(6, 200)
	random := rand.New(rand.NewPCG(3, 4))
	resumed := 0
	for i := range kills {
		name := "sqlite:" + filepath.Join(t.TempDir(), fmt.Sprintf("store%d.db", i))
		organisation(t, name, users)
		victim := command(t.Context(), name, "Get-CsUser | Revoke-CsClientCertificate -ChunkSize 3")
		if err := victim.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(5+random.IntN(120)) * time.Millisecond)
		_ = victim.Process.Kill() // it may have ended
		_ = victim.Wait()
		if got := output(t, name, "Test-CsStore -Quiet"); got != "True" {
			t.Fatalf("after kill %d: %s", i, output(t, name, "Test-CsStore | Format-List"))
		}
		begun := output(t, name, "@(Get-CsOperation -Action Revoke-CsClientCertificate).Id")
		if begun == "" {
			continue // killed before the first step
		}
		resumed++
		for range 2 { // a second time does nothing
			output(t, name, "Resume-CsOperation "+begun+" | Out-Null")
			want := fmt.Sprintf("0 %d %d True", 2*users, users/3+1)
			if got := output(t, name, `"$((Get-CsStore).Certificates) $((Get-CsStore).RevokedCertificates) $((Get-CsOperation `+begun+`).Steps) $(Test-CsStore -Quiet)"`); got != want {
				t.Fatalf("after kill %d: %s, want %s", i, got, want)
			}
		}
	}
	if resumed == 0 {
		t.Error("no revocation was killed in its middle")
	}
}

// Shells that work on one store at once lose no change and make none twice, and no
// one hears that the store is locked.
func TestManyShells(t *testing.T) {
	const users = 80
	shells, rounds := storetest.Count(8, 64), storetest.Count(7, 33)
	for _, name := range []string{"sqlite:" + filepath.Join(t.TempDir(), "store.db"), pgtest.Start(t)} {
		organisation(t, name, users)
		var group sync.WaitGroup
		for i := range shells {
			text := fmt.Sprintf(`$users = @(Get-CsUser); foreach ($n in 1..%d) {
				Revoke-CsClientCertificate $users[($n * 7 + %d) %% %d]
				Set-CsUser $users[$n] -LineURI "tel:+1%03d$n"
				Set-CsUser $users[%d] -Enabled ([bool]($n %% 2)) 3>$null
			}; Add-ADGroupMember CsHelpDesk -Members $users[%d]`, rounds, i, users, i+1, i, i)
			group.Go(func() {
				if out, err := command(t.Context(), name, text).CombinedOutput(); err != nil || len(out) > 0 {
					t.Errorf("shell %d on %s: %v\n%s", i, strings.SplitN(name, ":", 2)[0], err, out)
				}
			})
		}
		group.Wait()
		checkEdits(t, name)
		got := output(t, name, `"$(Test-CsStore -Quiet) $(@(Get-ADGroupMember CsHelpDesk).Count) $((Get-CsStore).Certificates + (Get-CsStore).RevokedCertificates)"`)
		if want := "True " + strconv.Itoa(shells) + " " + strconv.Itoa(2*users); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// checkEdits follows all edits of a store: each begins with what the one before it
// left, so that none was lost.
func checkEdits(t *testing.T, name string) {
	t.Helper()
	s, err := open.Store(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	type value struct{ kind, key, property string }
	now := make(map[value]string)
	edited := 0
	for entry, err := range s.Audit(t.Context(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		edits, err := s.Edits(t.Context(), entry.Number)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range edits {
			v := value{e.Kind, e.Key, e.Property}
			if before, seen := now[v]; seen && before != e.Before {
				t.Errorf("%s: audit entry %d takes %v for %q, and it was %q", name, entry.Number, v, e.Before, before)
			}
			now[v] = e.After
			edited++
		}
	}
	if edited == 0 {
		t.Errorf("%s: nothing was edited", name)
	}
}
