package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/csshell/csshell/cmdlets/host"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/runtime"
)

// console is the host of a shell that runs in a terminal, or in none.
type console struct {
	process     *process
	environment *runtime.Environment
	style       *style.Style
	ask         bool // somebody can be asked
	out         *bufio.Writer
	held        func() error // shows tables that are held back for their widths
	reader      reader
	enter       func() error // runs a nested prompt
	nested      int          // how many of them wait
	leaving     *int         // the code of $Host.SetShouldExit

	objectsOut  *serial     // standard output as objects; nil for text
	objectsErr  *serial     // the same of standard error
	column      int         // of the cursor, in cells
	restore     func()      // gives the terminal back as it was, or nil
	stopped     func() bool // reports that the pipeline was stopped: nothing more is shown
	transcripts []*transcript
	asking      bool // what is written is part of a question
	progress    progressBar

	editing  host.EditorOptions
	bindings []binding // of keys, by Set-PSReadLineKeyHandler
}

func newConsole(sys *process, env *runtime.Environment, nonInteractive bool) *console {
	c := &console{process: sys, environment: env, ask: !nonInteractive, out: bufio.NewWriterSize(sys.stdout, 32<<10)}
	c.reader = &pipeReader{host: c, lines: bufio.NewReader(sys.stdin)}
	return c
}

// Name is what $Host.Name shows; scripts compare it.
func (c *console) Name() string { return "ConsoleHost" }

// Interactive reports whether a person can be asked.
func (c *console) Interactive() bool { return c.ask }

// WriteOutput writes rendered output. It is buffered until something else is
// written or read.
func (c *console) WriteOutput(text string) error {
	if c.stopped != nil && c.stopped() {
		return nil
	}
	if err := c.progress.hide(c); err != nil {
		return err
	}
	if c.objectsOut != nil {
		return c.objectsOut.lines("Output", text)
	}
	if !c.asking {
		c.Transcribe(text)
	}
	c.advance(text)
	_, err := c.out.WriteString(text)
	return err
}

// advance keeps the column of the cursor.
func (c *console) advance(text string) {
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		text, c.column = text[i+1:], 0
	}
	if text != "" {
		c.column += stringCells(style.Plain(text))
	}
}

// Flush writes out what is buffered.
func (c *console) Flush() error { return c.out.Flush() }

// WriteErrorText writes the text of an error.
func (c *console) WriteErrorText(text string) error {
	if c.stopped != nil && c.stopped() {
		return nil
	}
	if err := c.progress.hide(c); err != nil {
		return err
	}
	c.Transcribe(text)
	if err := c.out.Flush(); err != nil {
		return err
	}
	c.advance(text)
	if c.objectsErr != nil {
		return c.objectsErr.lines("Error", text)
	}
	_, err := c.process.stderr.WriteString(text)
	return err
}

// WriteHost writes text of Write-Host, in colours on a terminal.
func (c *console) WriteHost(text, foreground, background string, newline bool) error {
	if newline {
		text += "\n"
	}
	on := colourSequence(foreground, 30) + colourSequence(background, 40)
	if colours, _ := c.Colors(); on == "" || !colours {
		return c.WriteOutput(text)
	}
	if newline {
		return c.WriteOutput(on + text[:len(text)-1] + resetColours + "\n")
	}
	return c.WriteOutput(on + text + resetColours)
}

// resetColours ends the colours of Write-Host.
const resetColours = "\x1b[39;49m"

// colourSequence is the escape sequence of a ConsoleColor; base is 30 for text
// and 40 for what is behind it.
func colourSequence(name string, base int) string {
	for i, known := range [...]string{
		"Black", "DarkRed", "DarkGreen", "DarkYellow", "DarkBlue", "DarkMagenta", "DarkCyan", "Gray",
		"DarkGray", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White",
	} {
		if known != name {
			continue
		}
		if i >= 8 {
			i += 60 - 8
		}
		return fmt.Sprintf("\x1b[%dm", base+i)
	}
	return ""
}

// WriteStream writes a warning, verbose or debug message.
func (c *console) WriteStream(stream runtime.Stream, text string) error {
	label, name := "WARNING: ", "Warning"
	switch stream {
	case runtime.VerboseStream:
		label, name = "VERBOSE: ", "Verbose"
	case runtime.DebugStream:
		label, name = "DEBUG: ", "Debug"
	}
	if c.objectsErr != nil {
		return c.objectsErr.write(name, objects.String(text))
	}
	text = label + text
	if colours, _ := c.Colors(); colours && c.style != nil {
		text = c.style.Formatting(name) + text + "\x1b[0m"
	}
	return c.WriteOutput(text + "\n")
}

// WriteProgress shows a bar on a terminal, and nothing where there is none.
func (c *console) WriteProgress(r *runtime.ProgressRecord) error {
	if !c.terminal() {
		return nil
	}
	return c.progress.show(c, r)
}

// ReadLine asks for a line; io.EOF says that there is none.
func (c *console) ReadLine(prompt string, secret bool) (string, error) {
	if c.held != nil {
		if err := c.held(); err != nil {
			return "", err
		}
	}
	if err := c.Flush(); err != nil {
		return "", err
	}
	if !c.ask {
		return "", errors.Join(c.WriteQuestion(prompt, "", false), c.Flush(), runtime.ErrNotInteractive)
	}
	if c.restore != nil {
		c.loud()
		defer c.quiet()
	}
	return c.reader.line(prompt, secret)
}

// ReadInput reads a line of standard input: from the person at a terminal, else
// as it is.
func (c *console) ReadInput() (string, error) {
	if p, piped := c.reader.(*pipeReader); piped {
		return p.next()
	}
	return c.ReadLine("", false)
}

// EnterNestedPrompt runs a prompt of its own until exit.
func (c *console) EnterNestedPrompt() error { return c.enter() }

// ExitNestedPrompt ends the innermost nested prompt after the line that runs.
func (c *console) ExitNestedPrompt() {
	if c.nested > 0 {
		code := 0
		c.leaving = &code
	}
}

// SetShouldExit makes the shell end with the code after the line that runs.
func (c *console) SetShouldExit(code int) { c.leaving = &code }

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
	if withoutColours(c.environment) {
		return false, false
	}
	if c.style != nil && c.style.Rendering == style.PlainText {
		return false, false
	}
	return term.IsTerminal(int(c.process.stdout.Fd())), term.IsTerminal(int(c.process.stderr.Fd()))
}

// SupportsVirtualTerminal reports whether the terminal understands escape sequences.
func (c *console) SupportsVirtualTerminal() bool { return !dumb(c.environment) }

// SetTitle sets the title of the window.
func (c *console) SetTitle(title string) error {
	if !c.terminal() {
		return nil
	}
	_, err := fmt.Fprintf(c.out, "\x1b]0;%s\a", title)
	return err
}

// ClearScreen clears the window.
func (c *console) ClearScreen() error {
	_, err := c.out.WriteString("\x1b[H\x1b[2J\x1b[3J")
	return err
}

// quiet keeps the terminal from showing what is typed while a command runs; loud
// ends that.
func (c *console) quiet() {
	if fd := int(c.process.stdin.Fd()); c.restore == nil && term.IsTerminal(fd) {
		c.restore = quietTerminal(fd)
	}
}

func (c *console) loud() {
	if c.restore != nil {
		c.restore()
		c.restore = nil
	}
}

// Direct reports whether programs may write to the terminal themselves.
func (c *console) Direct() bool { return len(c.transcripts) == 0 && c.objectsOut == nil }

// Files are the terminal's own files, for programs; what is buffered goes
// before theirs.
func (c *console) Files() (stdout, stderr *os.File) {
	c.loud()
	_ = c.out.Flush()
	return c.process.stdout, c.process.stderr
}

// terminal reports whether output goes to a person's terminal.
func (c *console) terminal() bool { return c.shows(c.process.stdout) }

// shows reports whether a file is a terminal.
func (*console) shows(file *os.File) bool { return term.IsTerminal(int(file.Fd())) }
