package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/parser/sexpr"
	"github.com/csshell/csshell/runtime"
)

// Exit codes of the shell itself.
const (
	exitFailed = 1
	exitUsage  = 64
)

// run is main without the operating system: it gives the exit code.
func run(ctx context.Context, args []string, sys *process) int {
	o, err := parseOptions(args)
	if err != nil {
		fmt.Fprintln(sys.stderr, err)
		fmt.Fprint(sys.stdout, usage)
		return exitUsage
	}
	switch {
	case o.help:
		fmt.Fprint(sys.stdout, usage)
		return 0
	case o.version:
		fmt.Fprintln(sys.stdout, "PowerShell 7.6.5")
		return 0
	case o.ast != "" || o.snippets != "":
		return printTrees(o, sys)
	}
	sh, err := newShell(ctx, o, sys)
	if err != nil {
		fmt.Fprintln(sys.stderr, err)
		return exitFailed
	}
	code := sh.start()
	if err := sh.close(); err != nil {
		fmt.Fprintln(sys.stderr, err)
		return exitFailed
	}
	return code
}

// printTrees prints the syntax trees of a script, or of a file of snippets.
func printTrees(o *options, sys *process) int {
	name := o.ast
	if o.snippets != "" {
		name = o.snippets
	}
	text, err := os.ReadFile(name)
	known := sexpr.Options{Environment: runtime.ParseEnvironment(types(style.New(true)), fileExists, moduleExists)}
	if err == nil && o.snippets != "" {
		err = sexpr.WriteSnippets(sys.stdout, string(text), known)
	} else if err == nil {
		err = sexpr.WriteScript(sys.stdout, parser.DecodeSource(text, name), known)
	}
	if err != nil {
		fmt.Fprintln(sys.stderr, err)
		return exitFailed
	}
	return 0
}

func fileExists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// moduleExists reports whether using module finds a module: a file, or one of
// those that every shell has.
func moduleExists(name string) bool {
	return fileExists(name) || strings.HasPrefix(strings.ToLower(name), "microsoft.powershell.")
}

// start runs what the options ask for.
func (sh *shell) start() int {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	go func() {
		for range interrupts {
			sh.session.Interrupt()
		}
	}()
	o := sh.options
	switch {
	case o.hasCommand:
		return sh.finish(sh.session.RunText(o.command), !sh.session.Success())
	case o.file != "":
		return sh.runFile()
	case o.commandStdin || !term.IsTerminal(int(sh.process.stdin.Fd())):
		return sh.runInput()
	}
	return sh.interact()
}

func (sh *shell) runFile() int {
	path, err := filepath.Abs(sh.options.file)
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		fmt.Fprintf(sh.process.stderr, "The argument '%s' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\n", sh.options.file)
		fmt.Fprint(sh.process.stdout, usage)
		return exitUsage
	}
	return sh.finish(sh.session.RunFile(path, sh.options.args), false)
}

// runInput runs standard input as one program.
func (sh *shell) runInput() int {
	text, err := io.ReadAll(sh.process.stdin)
	if err != nil {
		return sh.finish(err, true)
	}
	return sh.finish(sh.session.RunText(string(text)), !sh.session.Success())
}

// finish shows what nothing has caught and gives the exit code: that of exit,
// 1 after an error.
func (sh *shell) finish(err error, failed bool) int {
	if closing := sh.output.End(); err == nil {
		err = closing
	}
	if code, ok := runtime.ExitCode(err); ok {
		return code & 0xff
	}
	if err == nil || errors.Is(err, io.EOF) {
		if failed && !sh.session.Success() {
			return exitFailed
		}
		return 0
	}
	if !runtime.Stopped(err) {
		_ = sh.session.ShowError(err)
	}
	return exitFailed
}
