package runtime

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
)

// typist is a host whose lines are typed in advance; it keeps the screen.
type typist struct {
	lines  []string
	screen strings.Builder
}

func (*typist) Name() string                        { return "typist" }
func (*typist) Interactive() bool                   { return true }
func (h *typist) WriteOutput(text string) error     { h.screen.WriteString(text); return nil }
func (*typist) WriteProgress(*ProgressRecord) error { return nil }
func (*typist) Size() (width, height int)           { return 120, 40 }
func (*typist) Colors() (output, errors bool)       { return false, false }
func (*typist) SetTitle(string) error               { return nil }
func (*typist) ClearScreen() error                  { return nil }

func (h *typist) WriteStream(_ Stream, text string) error {
	h.screen.WriteString("VERBOSE: " + text + "\n")
	return nil
}

// WriteErrorText breaks lines where a terminal of 120 cells would.
func (h *typist) WriteErrorText(text string) error {
	for line := range strings.Lines(text) {
		for len(line) > 121 {
			h.screen.WriteString(line[:120] + "\n")
			line = line[120:]
		}
		h.screen.WriteString(line)
	}
	return nil
}

func (h *typist) WriteHost(text, _, _ string, newline bool) error {
	h.screen.WriteString(text)
	if newline {
		h.screen.WriteByte('\n')
	}
	return nil
}

func (h *typist) ReadLine(prompt string, secret bool) (string, error) {
	if len(h.lines) == 0 {
		return "", errors.New("nothing more was typed")
	}
	line := h.lines[0]
	h.lines = h.lines[1:]
	echo := line
	if secret {
		echo = strings.Repeat("*", len(line))
	}
	h.screen.WriteString(prompt + echo + "\n")
	return line, nil
}

// TestQuestions plays recorded sessions in which commands ask: for confirmation
// and for mandatory parameters.
func TestQuestions(t *testing.T) {
	for _, name := range []string{
		"confirm-help", "confirm-three-texts", "confirm-wrong", "confirm-continue", "confirm-continue-all", "confirm-high",
		"confirm-loop-all", "confirm-pipeline", "confirm-preference",
		"mandatory-two", "mandatory-help", "mandatory-array", "mandatory-allow-empty", "mandatory-convert", "mandatory-empty",
		"mandatory-expression", "mandatory-validation",
	} {
		t.Run(name, func(t *testing.T) { playSession(t, filepath.Join("../cmd/csshell/testdata/terminal", name)) })
	}
}

func playSession(t *testing.T, folder string) {
	input, err := os.ReadFile(filepath.Join(folder, "input"))
	if err != nil {
		t.Fatal(err)
	}
	host := &typist{}
	for line := range strings.Lines(strings.ReplaceAll(string(input), "^enter", "")) {
		host.lines = append(host.lines, strings.TrimSuffix(line, "\n"))
	}
	files, err := filepath.Abs(filepath.Join(folder, "files"))
	if err != nil {
		t.Fatal(err)
	}
	types := testTypes()
	s := NewSession(context.Background(), Options{
		Types: types, Host: host, Commands: NewCommandTable(func() []Module { return nil }), Environment: NewEnvironment(nil), Location: files,
		Output: func(v objects.Value) error {
			text, err := types.Text(v, " ")
			host.screen.WriteString(text + "\n")
			return err
		},
	})
	for len(host.lines) > 0 {
		line, _ := host.ReadLine("PS /tmp/csterm> ", false)
		if line == "exit" {
			host.screen.WriteString("<the shell ended, exit code 0>\n")
			break
		}
		if err := s.RunText(line); err != nil {
			if err := host.WriteErrorText(s.RenderError(asRecord(err, nil), s.global, false)); err != nil {
				t.Fatal(err)
			}
		}
	}
	wanted, err := os.ReadFile(filepath.Join(folder, "screen"))
	if err != nil {
		t.Fatal(err)
	}
	if got := withoutTrailing(host.screen.String()); got != withoutTrailing(string(wanted)) {
		t.Errorf("got\n%s\nwanted\n%s", got, wanted)
	}
}

// withoutTrailing is a screen without blanks at the ends of its lines.
func withoutTrailing(screen string) string {
	var out strings.Builder
	for line := range strings.Lines(screen) {
		out.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return strings.TrimRight(out.String(), "\n")
}
