package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/chzyer/readline"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// continuation is the prompt for the further lines of a statement.
const continuation = ">> "

// interact is the prompt: it reads statements, over several lines where they
// are not complete, and runs each. Ctrl+C stops what runs and keeps the session.
func (sh *shell) interact() int {
	line, err := readline.NewEx(&readline.Config{
		HistoryFile:            sh.historyFile(),
		DisableAutoSaveHistory: true,
		Stdin:                  sh.process.stdin,
		Stdout:                 sh.process.stdout,
		Stderr:                 sh.process.stderr,
	})
	if err != nil {
		fmt.Fprintln(sh.process.stderr, err)
		return exitFailed
	}
	defer line.Close()
	if !sh.options.noLogo {
		fmt.Fprintln(sh.process.stdout, "csshell: PowerShell 7.6 language, Lync and Skype for Business cmdlets")
	}
	for {
		text, err := sh.readStatement(line)
		switch {
		case errors.Is(err, readline.ErrInterrupt):
			continue
		case errors.Is(err, io.EOF):
			return sh.session.LastExitCode()
		case err != nil:
			fmt.Fprintln(sh.process.stderr, err)
			return exitFailed
		}
		if code, exit := sh.runStatement(text); exit {
			return code
		}
	}
}

// readStatement reads lines until they make a whole statement, or a wrong one.
func (sh *shell) readStatement(line *readline.Instance) (string, error) {
	line.SetPrompt(sh.prompt())
	var text strings.Builder
	for {
		more, err := line.Readline()
		if err != nil {
			return "", err
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
			if more == "" { // an empty line ends what cannot be completed
				break
			}
		}
		text.WriteString(more)
		if !incomplete(text.String()) {
			break
		}
		line.SetPrompt(continuation)
	}
	if s := strings.TrimSpace(text.String()); s != "" && !strings.Contains(s, "\n") {
		if err := line.SaveHistory(s); err != nil {
			return "", err
		}
	}
	return text.String(), nil
}

// incomplete reports whether more text could make a statement whole.
func incomplete(text string) bool {
	_, errs := parser.Parse(text, "")
	return len(errs) > 0 && errs[0].Incomplete
}

// runStatement runs one statement; exit reports that the shell is to end.
func (sh *shell) runStatement(text string) (code int, exit bool) {
	sh.session.ResetInterrupt()
	err := sh.session.RunText(text)
	if closing := sh.output.End(); err == nil {
		err = closing
	}
	if code, ok := runtime.ExitCode(err); ok {
		return code & 0xff, true
	}
	if err != nil && !runtime.Stopped(err) {
		err = sh.session.ShowError(err)
	}
	if flushing := sh.host.Flush(); flushing != nil {
		return exitFailed, true
	}
	return 0, err != nil && !runtime.Stopped(err)
}

// prompt is what the function prompt gives, else PS and the directory.
func (sh *shell) prompt() string {
	if text, ok := sh.session.Prompt(); ok {
		return text
	}
	return "PS " + sh.session.Location() + "> "
}

// historyFile is where the lines typed are kept, for their owner alone; "" where
// that is not possible.
func (sh *shell) historyFile() string {
	env := sh.session.Environment
	data, _ := env.Get("XDG_DATA_HOME")
	if data == "" {
		home, ok := env.Get("HOME")
		if !ok {
			return ""
		}
		data = filepath.Join(home, ".local", "share")
	}
	dir := filepath.Join(data, "csshell")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	path := filepath.Join(dir, "history.txt")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return ""
	}
	if file.Close() != nil {
		return ""
	}
	return path
}
