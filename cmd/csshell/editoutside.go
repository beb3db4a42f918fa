package main

import (
	"os"
	"os/exec"
	"strings"
)

// editOutside lets $VISUAL or $EDITOR change the text.
func (e *editor) editOutside() {
	program, ok := e.session.Environment.Get("VISUAL")
	if !ok || program == "" {
		program, _ = e.session.Environment.Get("EDITOR")
	}
	if program == "" {
		return
	}
	file, err := os.CreateTemp("", "csshell-*.ps1")
	if err != nil {
		return
	}
	defer os.Remove(file.Name())
	if _, err := file.WriteString(e.text()); err != nil || file.Close() != nil {
		return
	}
	if err := runEditor(program, file.Name(), e.host.process); err != nil {
		return
	}
	text, err := os.ReadFile(file.Name())
	if err != nil {
		return
	}
	e.change(false, func() { e.setEnd(strings.TrimRight(string(text), "\n")) })
}

// runEditor runs an editor on a file and waits for it.
func runEditor(program, path string, sys *process) error {
	words := append(strings.Fields(program), path)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = sys.stdin, sys.stdout, sys.stderr
	return cmd.Run()
}
