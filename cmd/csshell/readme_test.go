package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/scripts/conformance"
)

// A turn is what somebody types at a prompt and what the shell answers.
type turn struct{ typed, answer string }

// session reads the turns of the first block of text that starts csshell.
func session(t *testing.T, text string) (turns []turn) {
	t.Helper()
	_, block, found := strings.Cut(text, "```\n$ csshell -Sample\n")
	block, _, closed := strings.Cut(block, "\n```")
	if !found || !closed {
		t.Fatal("README.md has no session")
	}
	for line := range strings.SplitSeq(block, "\n") {
		if prompt, typed, ok := strings.Cut(line, "> "); ok && strings.HasPrefix(prompt, "PS ") {
			turns = append(turns, turn{typed: typed})
		} else if len(turns) > 0 {
			turns[len(turns)-1].answer += line + "\n"
		}
	}
	return turns
}

// TestReadmeSession runs what README.md shows, each line in a shell of its own.
func TestReadmeSession(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(project, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, turn := range session(t, string(text)) {
		output, err := exec.Command(shell, "-Sample", "-NoProfile", "-Command", turn.typed).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v", turn.typed, err)
		}
		want, got := conformance.Normal(turn.answer), conformance.Normal(string(output))
		if strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s\n%s", turn.typed, conformance.Difference(want, got))
		}
	}
}
