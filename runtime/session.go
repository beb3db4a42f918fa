package runtime

import (
	"context"
	"io"
	"sync/atomic"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime/syntax"
)

// Session is one shell: its types, commands, variables and host
// (System.Management.Automation.Runspaces.Runspace). It runs one pipeline at a
// time.
type Session struct {
	Types       *objects.TypeTable
	Commands    *CommandTable
	Host        Host
	Environment *Environment
	Style       *style.Style // $PSStyle

	regexes   *regex.Cache
	wildcards map[wildcardKey]*wildcard.Pattern // of -like, compiled
	global    *Scope
	state     *SessionState
	ctx       context.Context
	modules   map[string]*ModuleInfo
	drives    driveTable
	errors    *errorList
	history   history
	events    EventQueue
	// input is $input of what the command line runs; $null for none.
	input objects.Value
	// completers are those of Register-ArgumentCompleter; nil for none.
	completers map[completerKey]objects.Value
	stdin      io.Reader
	base       Streams // where a statement at the prompt writes

	runState
}

// runState is what changes while a session runs.
type runState struct {
	current   *Scope // of the code that runs now
	depth     int    // of calls, to refuse endless recursion
	stop      stopFlag
	turn      *turn          // shared with the sessions of jobs; nil before the first
	inTurn    bool           // it runs code that a host has asked for
	propagate bool           // inside a try: errors leave their statements
	success   bool           // $?
	caught    []*ErrorRecord // of the catch blocks that run, for throw alone
	exitCode  int            // $LASTEXITCODE
	// writing is where the code writes that called a method last.
	writing      *Streams
	definesTypes atomic.Bool // a class or enum has been defined in some scope
	// sharesVariables says that a variable was given the option AllScope.
	sharesVariables bool
	location        string // the current directory of the FileSystem provider
	errorOutput     func(text string) error
	spawn           func(ctx context.Context, types *objects.TypeTable, location string) *Session
	jobs            jobList
	hosted          hostedState
	openFile        func(s *Session, f OutputRequest) (OutputFile, error)
	lastTree        *syntax.Tree // of the script whose tree was asked for last
}

// Options are what a session is made from.
type Options struct {
	Types       *objects.TypeTable
	Commands    *CommandTable
	Host        Host
	Environment *Environment
	// Output takes what statements write to the success stream.
	Output Sink
	// ErrorOutput takes the texts of errors; nil writes them to the host.
	ErrorOutput func(text string) error
	// Input is what native programs read where nothing is piped to them.
	Input io.Reader
	// Providers are those beside the session's own, such as that of files.
	Providers []Provider
	// Location is the current directory.
	Location string
	// Style is $PSStyle; nil for PowerShell's own styles.
	Style *style.Style
	// Spawn makes the session of a job or of a parallel block, which writes nothing to
	// the host; types are those of a session that has ended, or nil.
	Spawn func(ctx context.Context, types *objects.TypeTable, location string) *Session
	// OpenFile opens the file of a redirection, which objects are then shown in.
	OpenFile func(s *Session, f OutputRequest) (OutputFile, error)
}

// NewSession makes a session with PowerShell's variables, aliases and functions.
func NewSession(ctx context.Context, o Options) *Session {
	s := &Session{Types: o.Types, Commands: o.Commands, Host: o.Host, Environment: o.Environment, ctx: ctx, modules: map[string]*ModuleInfo{}, errors: newErrorList(), stdin: o.Input}
	s.ctx = context.WithValue(ctx, sessionKey{}, s)
	s.regexes = regex.NewCache(256)
	if s.errorOutput = o.ErrorOutput; s.errorOutput == nil {
		s.errorOutput = o.Host.WriteErrorText
	}
	if s.Style = o.Style; s.Style == nil {
		s.Style = style.New(false)
	}
	s.location, s.success, s.openFile, s.spawn = o.Location, true, o.OpenFile, o.Spawn
	s.stop.yield = func() { s.Aside(func() {}) }
	s.state = &SessionState{session: s, builtin: s.builtinItems}
	s.global = &Scope{state: s.state, script: true, call: &call{}}
	s.state.top = s.global
	s.current = s.global
	s.base = s.hostStreams(o.Output)
	s.writing = &s.base
	o.Types.SetSurroundings(objects.Surroundings{
		Separator: func() string { return s.hostFrame().fieldSeparator() }, Type: s.scriptType, Environment: s.Environment, Context: s.ctx, Pause: s.pause, Files: s.directFiles,
	})
	s.defineVariables()
	s.defineProviders(o.Providers)
	return s
}

// Global is the outermost scope.
func (s *Session) Global() *Scope { return s.global }

// Context is cancelled when the session ends.
func (s *Session) Context() context.Context { return s.ctx }

// hostFrame is a frame in the scope that runs now, for code that is called
// from outside a pipeline.
func (s *Session) hostFrame() *frame {
	return &frame{session: s, scope: s.current, streams: &s.base}
}

// Interrupt stops the pipeline that runs, as Ctrl+C does. It may be called
// from any goroutine.
func (s *Session) Interrupt() { s.stop.Store(true) }

// Interrupted reports whether the pipeline that runs is being stopped.
func (s *Session) Interrupted() bool { return s.stop.isSet() }

// SetFailed sets $? to false: the last statement was stopped, or failed.
func (s *Session) SetFailed() { s.success = false }

// ResetInterrupt makes the session ready for the next pipeline after one was
// stopped.
func (s *Session) ResetInterrupt() { s.stop.Store(false) }

// Input is what programs read where nothing is piped to them.
func (s *Session) Input() io.Reader { return s.stdin }

// Success is $?.
func (s *Session) Success() bool { return s.success }

// LastExitCode is $LASTEXITCODE.
func (s *Session) LastExitCode() int { return s.exitCode }

// builtinItems are the aliases and functions of the session's modules.
func (s *Session) builtinItems() *scopeItems {
	items := &scopeItems{aliases: make(map[string]*Alias, 160), functions: map[string]Command{}}
	if s.Commands == nil {
		return items
	}
	for _, m := range s.Commands.modules() {
		for _, a := range m.Aliases {
			items.aliases[fold(a.Name)] = &Alias{name: a.Name, Definition: a.Definition, Options: a.Options}
		}
		for _, fn := range m.Functions {
			items.functions[fold(fn.Name)] = &lazyFunction{entry: fn, module: m.Name}
		}
	}
	return items
}
