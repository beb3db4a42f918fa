package main

import (
	"bufio"
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
	exitStart  = 70
)

// run is main without the operating system: it gives the exit code.
func run(ctx context.Context, args []string, sys *process) int {
	o, err := parseOptions(args)
	if err != nil {
		return refuse(err, sys)
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
	var code int
	if o.check != nil {
		code = sh.checkScripts()
	} else {
		code = sh.start()
	}
	if err := sh.close(); err != nil {
		fmt.Fprintln(sys.stderr, err)
		return exitFailed
	}
	return code
}

// refuse tells what is wrong with the command line.
func refuse(err error, sys *process) int {
	fmt.Fprintln(sys.stderr, err)
	if _, ok := errors.AsType[*startError](err); ok {
		return exitStart
	}
	if e, ok := errors.AsType[*usageError](err); !ok || !e.plain {
		fmt.Fprint(sys.stdout, usage)
	}
	return exitUsage
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
	if term.IsTerminal(int(sh.process.stdin.Fd())) {
		sh.host.reader = newEditor(sh)
	}
	sh.enterFolder()
	sh.loadProfiles()
	code, ended := sh.runFirst()
	if ended {
		return code
	}
	return sh.interact()
}

// runFirst runs the command or file of the command line; ended reports that the
// shell has nothing more to do.
func (sh *shell) runFirst() (code int, ended bool) {
	o := sh.options
	piped := !term.IsTerminal(int(sh.process.stdin.Fd()))
	switch {
	case o.hasCommand:
		if o.inputFormat != "xml" {
			sh.provideInput(piped)
		}
		if err := sh.provideObjects(); err != nil {
			fmt.Fprintln(sh.process.stderr, err)
			return exitFailed, true
		}
		if o.args != nil {
			_ = sh.session.Global().Set(sh.session, "args", runtime.Words(o.args))
		}
		if o.encodedArgs != "" {
			o.command = ". {" + o.command + "\n} @args"
		}
		err := sh.session.RunText(o.command)
		if runtime.Incomplete(err) {
			code = exitFailed // PowerShell waits for the rest, which cannot come, and says nothing
			break
		}
		code = sh.finish(err)
	case o.file != "":
		sh.provideInput(piped)
		if code, ended = sh.runFile(); ended {
			return code, true
		}
	case o.commandStdin:
		sh.host.reader = &pipeReader{host: sh.host, quiet: true, lines: bufio.NewReader(sh.process.stdin)}
		sh.host.ask = false
		return sh.loop(), true
	default:
		return 0, false
	}
	return code, !o.noExit || sh.exited
}

// provideInput makes standard input the $input of what the command line runs,
// line by line, where it is no terminal.
func (sh *shell) provideInput(piped bool) {
	if p, ok := sh.host.reader.(*pipeReader); ok && piped {
		sh.session.SetInput(p.each)
	}
}

// runFile runs the file of the command line; wrong reports that there is none.
func (sh *shell) runFile() (code int, wrong bool) {
	path, err := filepath.Abs(sh.options.file)
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		return refuse(&usageError{message: fmt.Sprintf("The argument '%s' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.", sh.options.file)}, sh.process), true
	}
	if sh.options.noExit {
		return sh.finish(sh.session.RunText(dotSource(path, sh.options.args))), false
	}
	return sh.finish(sh.session.RunFile(path, sh.options.args)), false
}

// dotSource is the statement that runs a file in the scope of the prompt.
func dotSource(path string, args []string) string {
	quote := func(word string) string { return "'" + strings.ReplaceAll(word, "'", "''") + "'" }
	text := ". " + quote(path)
	for _, word := range args {
		if name := strings.TrimPrefix(word, "-"); name == word || strings.ContainsFunc(name, func(r rune) bool { return !isWordRune(r) }) {
			word = quote(word)
		}
		text += " " + word
	}
	return text
}

// enterFolder goes to the folder of -WorkingDirectory.
func (sh *shell) enterFolder() {
	dir := sh.options.location
	if dir == "" {
		return
	}
	if err := sh.session.RunText("Set-Location -LiteralPath '" + strings.ReplaceAll(dir, "'", "''") + "'"); err != nil {
		_ = sh.session.ShowError(err)
	}
}

// finish shows what nothing has caught and gives the exit code: that of exit,
// 1 after an error.
func (sh *shell) finish(err error) int {
	if closing := sh.output.End(); err == nil {
		err = closing
	}
	if code, ok := runtime.ExitCode(err); ok {
		sh.exited = true
		return code & 0xff
	}
	if sh.host.leaving != nil {
		return sh.leavingCode()
	}
	if err == nil || errors.Is(err, io.EOF) || runtime.LeavesLoop(err) {
		if sh.options.hasCommand && !sh.session.Success() && err == nil {
			return exitFailed
		}
		return 0
	}
	if !runtime.Stopped(err) {
		_ = sh.session.ShowError(err)
	}
	return exitFailed
}
