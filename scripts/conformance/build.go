package conformance

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Root returns the folder of the project: the nearest one above dir with a go.mod.
func Root(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("no go.mod above %s", dir)
		}
	}
}

// Build compiles csshell, as it is released, into the folder out and returns its path;
// tags are build tags.
func Build(ctx context.Context, root, out string, tags ...string) (string, error) {
	shell := filepath.Join(out, strings.Join(append([]string{"csshell"}, tags...), "-"))
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-tags="+strings.Join(tags, ","), "-o", shell, "./cmd/csshell")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build ./cmd/csshell: %w\n%s", err, text)
	}
	return shell, nil
}

// NewSuite returns the project's recorded answers for the shell, two shells at a time.
func NewSuite(root, shell string) Suite {
	return Suite{
		Shell: shell,
		Data:  filepath.Join(root, "cmd", "csshell", "testdata"),
		Trees: filepath.Join(root, "parser", "testdata", "ast", "snippets"),
		Jobs:  2,
	}
}
