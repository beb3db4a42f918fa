package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/cmdlets/format"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/filesystem"
	"github.com/csshell/csshell/runtime/help"
)

// shell is a session with its host, wired together.
type shell struct {
	options *options
	process *process
	session *runtime.Session
	host    *console
	output  *format.HostOutput
	store   *lazyStore
	server  *ldap.Server // of the directory; nil without -Directory
	exited  bool         // by exit

	answered *runtime.ErrorRecord // the error that feedback has been given for
}

func newShell(ctx context.Context, o *options, sys *process) (*shell, error) {
	env := runtime.NewEnvironment(sys.environ)
	_, chosen := env.Get("GOGC")
	leisurely(chosen)
	sh := &shell{options: o, process: sys, host: newConsole(sys, env, o.nonInteractive)}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	views := view.NewSet(view.Builtin, help.Views)
	_, refused := env.Get("NO_COLOR")
	st := style.New(refused)
	sh.store = newStore(o, env)
	if sh.server, err = newServer(o, env); err != nil {
		return nil, &startError{err.Error()}
	}
	commands := runtime.NewCommandTable(func() []runtime.Module { return modules(views, sh.store, sh.server) })
	sh.session = runtime.NewSession(ctx, runtime.Options{
		Types:       types(st),
		Style:       st,
		Commands:    commands,
		Spawn:       sh.spawner(commands, env, st, views),
		Host:        sh.host,
		Environment: env,
		Output:      func(v objects.Value) error { return sh.writeObject(v) },
		ErrorOutput: func(text string) error { return sh.output.WriteError(text) },
		OpenFile:    format.Redirect(views),
		Input:       sys.stdin,
		Location:    dir,
		Providers:   []runtime.Provider{filesystem.Provider{}},
	})
	sh.output = format.NewHostOutput(sh.session, views)
	sh.host.held, sh.host.style, sh.host.enter = sh.output.Flush, st, sh.enterNested
	sh.host.stopped = sh.session.Interrupted
	sh.serialise(ctx)
	sh.session.Global().Define(runtime.NewVariable("PROFILE", profileVariable(env)))
	if program, err := os.Executable(); err == nil {
		home := filepath.Dir(program)
		sh.session.Global().Define(runtime.NewVariable("PSHOME", objects.String(home)))
		providePaths(env, home)
	}
	return sh, nil
}

// close lets go of the store and the directory, and writes what the host holds back.
func (sh *shell) close() error {
	if sh.server != nil {
		defer func() { _ = sh.server.Close() }() // nothing is under way there
	}
	return errors.Join(sh.host.objectsOut.close(), sh.host.objectsErr.close(), sh.host.Flush(), sh.store.close())
}

// withoutColours reports whether the environment wants plain text: NO_COLOR is
// set, or the terminal knows no colours.
func withoutColours(env *runtime.Environment) bool {
	_, refused := env.Get("NO_COLOR")
	return refused || dumb(env)
}

// dumb reports whether the terminal knows no escape sequences.
func dumb(env *runtime.Environment) bool {
	term, _ := env.Get("TERM")
	return term == "dumb" || term == "xterm-mono"
}

// providePaths gives the environment the folders of modules, where it has none
// ("about_PSModulePath").
func providePaths(env *runtime.Environment, home string) {
	if _, ok := env.Get("PSModulePath"); ok {
		return
	}
	data, ok := env.Get("XDG_DATA_HOME")
	if !ok || data == "" {
		user, _ := env.Get("HOME")
		data = filepath.Join(user, ".local", "share")
	}
	folders := []string{filepath.Join(data, "powershell", "Modules"), "/usr/local/share/powershell/Modules", filepath.Join(home, "Modules")}
	env.Set("PSModulePath", strings.Join(folders, ":"))
}
