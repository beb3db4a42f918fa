package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"

	"golang.org/x/term"

	"github.com/csshell/csshell/runtime"
)

// console is the host of a shell that runs in a terminal, or in none.
type console struct {
	process     *process
	environment *runtime.Environment
	ask         bool // somebody can be asked
	out         *bufio.Writer
	held        func() error // shows tables that are held back for their widths

	mu    sync.Mutex
	lines *bufio.Reader
}

func newConsole(sys *process, env *runtime.Environment, nonInteractive bool) *console {
	return &console{process: sys, environment: env, ask: !nonInteractive, out: bufio.NewWriterSize(sys.stdout, 32<<10), lines: bufio.NewReader(sys.stdin)}
}

// Name is what $Host.Name shows; scripts compare it.
func (c *console) Name() string { return "ConsoleHost" }

// Interactive reports whether a person can be asked.
func (c *console) Interactive() bool { return c.ask }

// WriteOutput writes rendered output. It is buffered until something else is
// written or read.
func (c *console) WriteOutput(text string) error {
	_, err := c.out.WriteString(text)
	return err
}

// Flush writes out what is buffered.
func (c *console) Flush() error { return c.out.Flush() }

// WriteErrorText writes the text of an error.
func (c *console) WriteErrorText(text string) error {
	if err := c.out.Flush(); err != nil {
		return err
	}
	_, err := c.process.stderr.WriteString(text)
	return err
}

// WriteHost writes text of Write-Host.
func (c *console) WriteHost(text, foreground, background string, newline bool) error {
	if newline {
		text += "\n"
	}
	return c.WriteOutput(text)
}

// WriteStream writes a warning, verbose or debug message.
func (c *console) WriteStream(stream runtime.Stream, text string) error {
	label := map[runtime.Stream]string{runtime.WarningStream: "WARNING: ", runtime.VerboseStream: "VERBOSE: ", runtime.DebugStream: "DEBUG: "}[stream]
	return c.WriteOutput(label + text + "\n")
}

// WriteProgress shows nothing where there is no terminal.
func (c *console) WriteProgress(*runtime.ProgressRecord) error { return nil }

// ReadLine asks for a line.
func (c *console) ReadLine(prompt string, secret bool) (string, error) {
	if c.held != nil {
		if err := c.held(); err != nil {
			return "", err
		}
	}
	if err := c.WriteOutput(prompt); err != nil {
		return "", err
	}
	if err := c.out.Flush(); err != nil {
		return "", err
	}
	fd := int(c.process.stdin.Fd())
	if secret && term.IsTerminal(fd) {
		text, err := term.ReadPassword(fd)
		return string(text), err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	text, err := c.lines.ReadString('\n')
	if text != "" {
		err = nil
	}
	for len(text) > 0 && (text[len(text)-1] == '\n' || text[len(text)-1] == '\r') {
		text = text[:len(text)-1]
	}
	return text, err
}

// Size is the size of the window: that of the terminal, or 80 by 25 where
// there is none.
func (c *console) Size() (width, height int) {
	if w, h, err := term.GetSize(int(c.process.stdout.Fd())); err == nil && w > 0 {
		return w, h
	}
	return 80, 25
}

// Colors reports where escape sequences may be written: on terminals, unless
// NO_COLOR is set.
func (c *console) Colors() (output, errors bool) {
	if _, ok := c.environment.Get("NO_COLOR"); ok {
		return false, false
	}
	return term.IsTerminal(int(c.process.stdout.Fd())), term.IsTerminal(int(c.process.stderr.Fd()))
}

// SetTitle sets the title of the window.
func (c *console) SetTitle(title string) error {
	return c.WriteOutput(fmt.Sprintf("\x1b]0;%s\a", title))
}

// ClearScreen clears the window.
func (c *console) ClearScreen() error { return c.WriteOutput("\x1b[H\x1b[2J") }

// Files are the terminal's own files, for programs; what is buffered goes
// before theirs.
func (c *console) Files() (stdout, stderr *os.File) {
	_ = c.out.Flush()
	return c.process.stdout, c.process.stderr
}

// terminal reports whether output goes to a person's terminal.
func (c *console) terminal() bool { return term.IsTerminal(int(c.process.stdout.Fd())) }
