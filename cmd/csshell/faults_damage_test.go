package main_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/store/storetest"
)

// readAll is a program that writes all that a store holds, and after it the first
// finding of each check that fails.
const readAll = "Get-CsAdUser | ConvertTo-Csv; Get-CsUser | Get-CsClientCertificate | ConvertTo-Csv; 'checked'; Test-CsStore | Where-Object Passed -eq $false | ForEach-Object { 'found ' + $_.Detail }"

// A damaged file is refused or read, and neither crashes the shell nor hangs it.
func TestDamagedStores(t *testing.T) {
	mutants := storetest.Count(60, 1000)
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole.db")
	organisation(t, "sqlite:"+whole, 60)
	content, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	right := output(t, "sqlite:"+whole, readAll)
	refused, found, harmless, silent := 0, 0, 0, 0
	for i := range mutants {
		path := filepath.Join(folder, "damaged.db")
		if err := os.WriteFile(path, damage(random, content, i), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, rest := range []string{"-wal", "-shm"} {
			_ = os.Remove(path + rest) // of the one before, if any
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		out, err := command(ctx, "sqlite:"+path, readAll).CombinedOutput()
		text := strings.TrimSpace(string(out))
		switch {
		case ctx.Err() != nil || strings.Contains(text, "goroutine ") || strings.Contains(text, "panic") || strings.Contains(text, "csshell itself failed"):
			t.Errorf("mutant %d: %v\n%.600s", i, err, text)
		case strings.Contains(text, "cannot be used: "):
			refused++
		case strings.Contains(text, "\nfound "):
			found++
		case text == right:
			harmless++
		case err != nil:
			t.Errorf("mutant %d: no clear refusal: %v, %s", i, err, difference(right, text))
		default:
			silent++
			t.Logf("mutant %d is not told from a whole file: %s", i, difference(right, text))
		}
		cancel()
	}
	t.Logf("of %d damaged files, %d were refused, %d found by Test-CsStore, %d were read as before, and %d unlike before without a word", mutants, refused, found, harmless, silent)
}

// difference returns the first line of got that is not in want.
func difference(want, got string) string {
	wanted := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(wanted) || line != wanted[i] {
			return line
		}
	}
	return "lines are missing"
}

// damage returns a copy of a file with the i-th damage: a bit, its end, a page or its
// header.
func damage(random *rand.Rand, content []byte, i int) []byte {
	const page = 4096
	damaged := append([]byte(nil), content...)
	at := func() int { return random.IntN(len(content)/page) * page }
	switch i % 6 {
	case 0:
		damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
	case 1:
		return damaged[:random.IntN(len(damaged))]
	case 2:
		clear(damaged[at():][:page])
	case 3:
		copy(damaged[at():][:page], content[at():])
	case 4:
		a, b := at(), at()
		copy(damaged[a:a+page], content[b:b+page])
		copy(damaged[b:b+page], content[a:a+page])
	case 5:
		size := []int{16, 100, 1}[i/6%3]
		clear(damaged[random.IntN(100-size+1):][:size])
	}
	return damaged
}
