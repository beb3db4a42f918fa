package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/scripts/conformance"
)

// TestSessions runs the scripts of testdata/sessions: facts of PowerShell that no
// recorded answer shows. Beside each stands what it prints.
func TestSessions(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join("testdata", "sessions", "*.ps1"))
	if err != nil || len(scripts) == 0 {
		t.Fatal("no sessions", err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".ps1"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(strings.TrimSuffix(script, ".ps1") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			got, err := exec.Command(shell, "-NoProfile", "-NonInteractive", "-File", script).CombinedOutput()
			if err != nil {
				t.Error(err)
			}
			if string(got) != string(want) {
				t.Error(conformance.Difference(string(want), string(got)))
			}
		})
	}
}
