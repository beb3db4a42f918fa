package main_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/postgres/pgtest"
	"github.com/csshell/csshell/objects/store/sample"
)

// organisation makes a store of homed users with two certificates each, and returns
// its name.
func organisation(t *testing.T, name string, users int) {
	t.Helper()
	s, err := open.Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	change := store.Change{Operation: store.NewOperationID(), Step: 1, Facts: store.Facts{At: cs.TicksOf(time.Now()), Action: "Import"}}
	_, err = s.Import(t.Context(), change, func(b store.Batch) error {
		for i, user := range sample.Users(users) {
			user.RegistrarPool = "pool.contoso.com"
			if err := b.AddUser(i+1, user); err != nil {
				return err
			}
		}
		for i, certificate := range sample.Certificates(users, 2) {
			if err := b.AddCertificate(i+1, certificate); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
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
	const users, kills = 120, 6
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
	const shells, rounds, users = 8, 5, 40
	for _, name := range []string{"sqlite:" + filepath.Join(t.TempDir(), "store.db"), pgtest.Start(t)} {
		organisation(t, name, users)
		var group sync.WaitGroup
		for i := range shells {
			text := fmt.Sprintf(`$users = @(Get-CsUser); foreach ($n in 1..%d) {
				Revoke-CsClientCertificate $users[($n * 7 + %d) %% %d]
				Set-CsUser $users[$n] -LineURI "tel:+%d$n"
				Set-CsUser $users[%d] -Enabled ([bool]($n %% 2)) 3>$null
			}; Add-ADGroupMember CsHelpDesk -Members $users[%d]`, rounds, i, users, i+1, i, i)
			group.Go(func() {
				if out, err := command(t.Context(), name, text).CombinedOutput(); err != nil || len(out) > 0 {
					t.Errorf("shell %d on %s: %v\n%s", i, strings.SplitN(name, ":", 2)[0], err, out)
				}
			})
		}
		group.Wait()
		got := output(t, name, `"$(Test-CsStore -Quiet) $(@(Get-ADGroupMember CsHelpDesk).Count) $((Get-CsStore).Certificates + (Get-CsStore).RevokedCertificates)"`)
		if want := "True " + strconv.Itoa(shells) + " " + strconv.Itoa(2*users); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A damaged file is refused or read, and neither crashes the shell nor hangs it.
func TestDamagedStores(t *testing.T) {
	const mutants = 40
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole.db")
	organisation(t, "sqlite:"+whole, 60)
	content, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	for i := range mutants {
		damaged := append([]byte(nil), content...)
		switch i % 4 {
		case 0:
			damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		case 1:
			damaged = damaged[:random.IntN(len(damaged))]
		case 2:
			page := random.IntN(len(damaged)/4096) * 4096
			clear(damaged[page : page+4096])
		case 3:
			a, b := random.IntN(len(damaged)/4096)*4096, random.IntN(len(damaged)/4096)*4096
			copy(damaged[a:a+4096], content[b:b+4096])
		}
		path := filepath.Join(folder, "damaged.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, rest := range []string{"-wal", "-shm"} {
			_ = os.Remove(path + rest) // of the one before, if any
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		out, err := command(ctx, "sqlite:"+path, "Get-CsUser | Measure-Object | Out-Null; Get-CsUser | Revoke-CsClientCertificate; Test-CsStore | Out-Null").CombinedOutput()
		if ctx.Err() != nil || strings.Contains(string(out), "goroutine ") || strings.Contains(string(out), "panic") {
			t.Errorf("mutant %d: %v\n%.600s", i, err, out)
		}
		cancel()
	}
}
