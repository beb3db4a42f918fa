package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The examples of the cmdlets' help run on the sample organisation without an error.
func TestExamplesOfHelp(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(project, "cmdlets", "*", "help", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no help: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(text), ".EXAMPLE\n")[1:] {
			code, _, _ := strings.Cut(part, "\n")
			code = strings.ReplaceAll(code, "%NOUN%", memberOf(filepath.Base(file)))
			command := exec.CommandContext(t.Context(), shell, "-Sample", "-NoProfile", "-NonInteractive", "-Command", "$ErrorActionPreference = 'Stop'; "+code)
			command.Dir = t.TempDir()
			command.Env = append(os.Environ(), "XDG_CONFIG_HOME="+command.Dir)
			if out, err := command.CombinedOutput(); err != nil {
				t.Errorf("%s: %s: %v\n%.400s", filepath.Base(file), code, err, out)
			}
		}
	}
}

// memberOf is the noun of one cmdlet of the family that shares a text.
func memberOf(file string) string {
	if file == "Get-unknown.txt" {
		return "CsMeetingRoom"
	}
	return "CsVoicePolicy"
}
