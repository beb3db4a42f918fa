package runtime

import (
	"context"

	"github.com/csshell/csshell/objects"
)

// Session is one shell: its types, commands, variables and host
// (System.Management.Automation.Runspaces.Runspace). It runs one pipeline at a
// time.
type Session struct {
	Types *objects.TypeTable
	Host  Host

	global  *Scope
	state   *SessionState
	ctx     context.Context
	modules map[string]*ModuleInfo
	errors  *objects.List // $Error
	depth   int           // of calls, to refuse endless recursion
	stop    stopFlag      // set by Ctrl+C
}

// ModuleInfo is a module as the session knows it (System.Management.Automation.PSModuleInfo).
type ModuleInfo struct {
	Name    string
	Version string
	Path    string
}

// Alias is another name of a command ("about_Aliases").
type Alias struct {
	name        string
	Definition  string
	Description string
	Options     VariableOptions
	module      string
}

// Name is the alias.
func (a *Alias) Name() string { return a.name }

// CommandType is AliasCommandType.
func (a *Alias) CommandType() CommandType { return AliasCommandType }

// ModuleName is the module that brought the alias.
func (a *Alias) ModuleName() string { return a.module }

// Global is the outermost scope.
func (s *Session) Global() *Scope { return s.global }
