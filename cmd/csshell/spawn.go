package main

import (
	"context"
	"strings"

	"github.com/csshell/csshell/cmdlets/format"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/filesystem"
)

// unattended is the host of a job's session: nobody answers there, and what the job
// writes is kept by the job.
type unattended struct{ runtime.Host }

// Interactive is false: there is nobody to ask.
func (unattended) Interactive() bool { return false }

// spawner makes the sessions of jobs and of parallel blocks, with the commands and
// the environment of the shell.
func (sh *shell) spawner(commands *runtime.CommandTable, env *runtime.Environment, st *style.Style, views *view.Set) func(context.Context, *objects.TypeTable, string) *runtime.Session {
	return func(ctx context.Context, known *objects.TypeTable, location string) *runtime.Session {
		if known == nil {
			known = types(st)
		}
		return runtime.NewSession(ctx, runtime.Options{
			Types: known, Style: st, Commands: commands, Host: unattended{sh.host}, Environment: env, Location: location,
			Output: func(objects.Value) error { return nil }, OpenFile: format.Redirect(views), Input: strings.NewReader(""),
			Providers: []runtime.Provider{filesystem.Provider{}},
		})
	}
}
