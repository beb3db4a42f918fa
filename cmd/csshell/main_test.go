package main_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/csshell/csshell/scripts/conformance"
)

// project and shell are the folder of the project and the binary under test, built once
// as it is released.
var project, shell string

func TestMain(m *testing.M) {
	code, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func buildAndRun(m *testing.M) (int, error) {
	folder, err := os.MkdirTemp("", "csshell")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(folder)
	if project, err = conformance.Root("."); err != nil {
		return 1, err
	}
	if shell, err = conformance.Build(context.Background(), project, folder); err != nil {
		return 1, err
	}
	return m.Run(), nil
}
