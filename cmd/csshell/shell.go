package main

import (
	"context"
	"os"

	"github.com/csshell/csshell/cmdlets/format"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// shell is a session with its host, wired together.
type shell struct {
	options *options
	process *process
	session *runtime.Session
	host    *console
	output  *format.HostOutput
}

func newShell(ctx context.Context, o *options, sys *process) (*shell, error) {
	env := runtime.NewEnvironment(sys.environ)
	sh := &shell{options: o, process: sys, host: newConsole(sys, env, o.nonInteractive)}
	dir := o.directory
	if dir == "" {
		wd, err := os.Getwd()
		if err != nil {
			return nil, err
		}
		dir = wd
	}
	views := view.NewSet(view.Builtin)
	sh.session = runtime.NewSession(ctx, runtime.Options{
		Types:       types(),
		Commands:    runtime.NewCommandTable(modules(views)...),
		Host:        sh.host,
		Environment: env,
		Output:      func(v objects.Value) error { return sh.output.Write(v) },
		OpenFile:    format.Redirect(views),
		Input:       sys.stdin,
		Location:    dir,
	})
	sh.output = format.NewHostOutput(sh.session, views)
	return sh, nil
}

func (sh *shell) close() { _ = sh.host.Flush() }
