package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// continuation is the prompt for the further lines of a statement.
const continuation = ">> "

// banner is the first line of a shell that a person starts.
const banner = "PowerShell 7.6.5\n"

// reader is where the prompt's lines come from: the editor of a terminal, or
// standard input.
type reader interface {
	// statement reads lines until they make a whole statement, or a wrong one. The
	// errors are io.EOF and runtime.ErrInterrupted.
	statement(prompt string) (string, error)
	// line reads one line; secret hides what is typed.
	line(prompt string, secret bool) (string, error)
}

// interact is the prompt: it reads statements and runs each. Ctrl+C stops what
// runs and keeps the session.
func (sh *shell) interact() int {
	if !sh.options.noLogo && !sh.options.promptStdin && !sh.options.noExit {
		if err := sh.host.WriteOutput(banner); err != nil {
			return exitFailed
		}
	}
	return sh.loop()
}

// loop reads and runs statements until exit or the end of the input.
func (sh *shell) loop() int {
	for {
		prompt := sh.prompt()
		text, err := sh.host.reader.statement(prompt)
		switch {
		case errors.Is(err, runtime.ErrInterrupted):
			continue
		case errors.Is(err, io.EOF):
			return sh.leavingCode()
		case err != nil:
			fmt.Fprintln(sh.process.stderr, err)
			return exitFailed
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		sh.host.transcribeLine(prompt, text)
		if code, exit := sh.runStatement(text); exit {
			return code
		}
		if sh.host.leaving != nil {
			return sh.leavingCode()
		}
	}
}

// leavingCode is the code that $Host.SetShouldExit asked for, else 0.
func (sh *shell) leavingCode() int {
	if sh.host.leaving != nil {
		return *sh.host.leaving & 0xff
	}
	return 0
}

// incomplete reports whether more text could make a statement whole.
func incomplete(text string) bool {
	_, errs := parser.Parse(text, "")
	return len(errs) > 0 && errs[0].Incomplete
}

// runStatement runs one statement and remembers it; exit reports that the shell
// is to end.
func (sh *shell) runStatement(text string) (code int, exit bool) {
	sh.session.ResetInterrupt()
	sh.host.quiet()
	defer sh.host.loud()
	began := time.Now()
	run := sh.session.RunText
	if sh.host.nested > 0 {
		run = sh.session.RunNested
	}
	err := run(text)
	if closing := sh.output.End(); err == nil {
		err = closing
	}
	if code, ok := runtime.ExitCode(err); ok {
		if strings.TrimSpace(text) == "exit" {
			code = 0 // exit alone says nothing of programs that ran before
		}
		return code & 0xff, true
	}
	sh.session.ResetInterrupt()
	if err != nil {
		sh.session.SetFailed()
	}
	if runtime.Stopped(err) && sh.host.terminal() && sh.host.restore == nil {
		_ = sh.host.WriteOutput("\n") // the terminal has shown ^C
	}
	sh.remember(text, began, err)
	if err != nil && !runtime.Stopped(err) && !runtime.LeavesLoop(err) {
		err = sh.session.ShowError(err)
	}
	if err == nil {
		err = sh.feedback()
	}
	if flushing := sh.host.Flush(); flushing != nil {
		return exitFailed, true
	}
	return 0, err != nil && !runtime.Stopped(err) && !runtime.LeavesLoop(err)
}

// remember puts a line into the history, and its first and last word into $^ and
// $$ ("about_Automatic_Variables").
func (sh *shell) remember(text string, began time.Time, err error) {
	status := "Completed"
	switch {
	case runtime.Stopped(err):
		status = "Stopped"
	case err != nil:
		status = "Failed"
	}
	line := text
	if replayed := sh.session.Replayed(); replayed != "" {
		line = replayed
	}
	sh.session.AddHistory(runtime.HistoryEntry{Line: line, Status: status, Start: began, End: time.Now()})
	first, last := outerWords(text)
	for _, v := range [...]struct{ name, text string }{{"^", first}, {"$", last}} {
		if v.text != "" {
			_ = sh.session.Global().Set(sh.session, v.name, objects.String(v.text))
		}
	}
}

// outerWords are the first and the last word of a line that begins with a
// command.
func outerWords(text string) (first, last string) {
	source := parser.NewSource(text, "")
	for _, t := range parser.Tokens(source) {
		switch t.Kind {
		case parser.TokenNewLine, parser.TokenComment, parser.TokenEndOfInput:
			continue
		}
		if first == "" && !t.Flags.Has(parser.CommandNameFlag) {
			return "", ""
		}
		last = source.Slice(t.Extent)
		if first == "" {
			first = last
		}
	}
	return first, last
}

// prompt is what the function prompt gives, else PS>.
func (sh *shell) prompt() string {
	if err := sh.host.Flush(); err != nil {
		return ""
	}
	sh.session.ResetInterrupt()
	text, ok := sh.session.Prompt()
	if err := errors.Join(sh.output.End(), sh.host.Flush()); err != nil {
		return ""
	}
	if ok && text != "" {
		return text
	}
	return "PS>"
}

// EnterNestedPrompt runs a prompt of its own until exit, in the scope of the
// command that waits ("about_Prompts").
func (sh *shell) enterNested() error {
	if err := sh.output.End(); err != nil {
		return err
	}
	sh.host.loud()
	defer sh.host.quiet()
	level := objects.Int32(int32(sh.host.nested + 1))
	if err := sh.session.Global().Set(sh.session, "NestedPromptLevel", level); err != nil {
		return err
	}
	sh.host.nested++
	sh.loop()
	sh.host.nested--
	sh.session.ResetInterrupt()
	return sh.session.Global().Set(sh.session, "NestedPromptLevel", objects.Int32(int32(sh.host.nested)))
}
