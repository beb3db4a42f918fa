package runtime

import (
	"iter"
	"strings"

	"github.com/csshell/csshell/objects"
)

// callerFrame is a frame in the scope of the command's caller.
func (rt *CommandRuntime) callerFrame() *frame {
	return &frame{session: rt.session, scope: rt.scope, streams: rt.streams, runner: rt}
}

// RunHere runs a block in the scope of the command's caller, classes and all, as
// a dot-sourced script would: what Invoke-Expression does.
func (rt *CommandRuntime) RunHere(b *ScriptBlock) error {
	return rt.runBlock(b, BlockCall{Here: true})
}

// BlockCall is how a command calls a script block.
type BlockCall struct {
	Args []objects.Value
	// Input goes through the block's process block, or to $input; it is not
	// piped where HasInput is false.
	Input    []objects.Value
	HasInput bool
	// Here runs the block in the caller's scope instead of one of its own.
	Here bool
	// Sent gives the block the values of its $using: expressions, as it stands
	// for one that runs elsewhere.
	Sent bool
}

// Call calls a block with arguments and pipeline input; what it writes goes
// down the pipeline of the command.
func (rt *CommandRuntime) Call(b *ScriptBlock, c BlockCall) error { return rt.runBlock(b, c) }

// Output calls a block as Call does and passes what it writes to the sink.
func (rt *CommandRuntime) Output(b *ScriptBlock, c BlockCall, sink Sink) error {
	inner := *rt
	streams := *rt.streams
	streams[SuccessStream] = sink
	inner.streams = &streams
	return inner.runBlock(b, c)
}

func (rt *CommandRuntime) runBlock(b *ScriptBlock, c BlockCall) error {
	f := rt.callerFrame()
	fn := &Function{code: b.code, state: b.state, closure: b.closure, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: f.streams, args: valueArguments(c.Args), here: c.Here, expectsInput: c.HasInput}
	if c.Sent {
		var err error
		if st.sent, err = b.usingValues(f); err != nil {
			return err
		}
	}
	return st.callWith(c.Input)
}

// FindCommand is the command that a name means in a scope; nil where there is
// none. An alias is followed.
func (s *Session) FindCommand(scope *Scope, name string) Command {
	c, err := s.find(scope, name, fold(name), 0)
	if err != nil {
		return nil
	}
	return c
}

// External is the script or program of a name or path; nil where there is none.
func (s *Session) External(name string) Command { return s.external(name) }

// Aliases are the aliases of this very scope, in no order.
func (s *Scope) Aliases() iter.Seq[*Alias] {
	return func(yield func(*Alias) bool) {
		if s.own() == nil {
			return
		}
		for _, a := range s.items.aliases {
			if !yield(a) {
				return
			}
		}
	}
}

// Functions are the functions and filters of this very scope, in no order.
func (s *Scope) Functions() iter.Seq[Command] {
	return func(yield func(Command) bool) {
		if s.own() == nil {
			return
		}
		for _, c := range s.items.functions {
			if !yield(c) {
				return
			}
		}
	}
}

// Alias is the alias of that name in this very scope; nil where there is none.
func (s *Scope) Alias(name string) *Alias {
	a, _ := s.alias(fold(name))
	return a
}

// SharedAlias is the alias of that name that stands in this scope: its own, or one of a
// scope above with the option AllScope, which is in every scope below.
func (s *Scope) SharedAlias(name string) *Alias {
	folded := fold(name)
	for at := s; at != nil; at = at.parent {
		if a, ok := at.alias(folded); ok && (at == s || a.Options&AllScopeOption != 0) {
			return a
		}
	}
	return nil
}

// RemoveAlias drops an alias of this very scope.
func (s *Scope) RemoveAlias(name string) {
	if s.own() != nil {
		delete(s.items.aliases, fold(name))
	}
}

// Function is the function of that name in this very scope; nil where there is
// none.
func (s *Scope) Function(name string) Command {
	c, _ := s.function(fold(name))
	return c
}

// Cmdlet is the cmdlet of that name; nil where there is none.
func (t *CommandTable) Cmdlet(name string) Command {
	if c, ok := t.cmdlet(fold(name)); ok {
		return c
	}
	return nil
}

// Syntax is the text of Get-Command -Syntax: a line for each parameter set with
// empty ones around, or the definition of a command without parameters.
func (c *CommandInfo) Syntax() string {
	table := c.Table()
	if _, alias := c.Command.(*Alias); alias || table == nil {
		return c.definition()
	}
	return c.syntaxText(table)
}

func (c *CommandInfo) syntaxText(table *ParameterTable) string {
	return "\n" + strings.Join(table.Syntax(c.session.Types, c.Name()), "\n\n") + "\n"
}

// Stopping is the error that ends a command after Ctrl+C; nil before.
func (rt *CommandRuntime) Stopping() error { return rt.session.interrupted() }

// OpenOutput opens a file that objects are shown in, as a redirection does.
func (s *Session) OpenOutput(f OutputRequest) (OutputFile, error) { return s.openFile(s, f) }

// ReadLine asks the person at the host for a line; the error of a host without
// one is a PSInvalidOperationException.
func (s *Session) ReadLine(prompt string, secret bool) (string, error) {
	if !s.Host.Interactive() {
		return "", notInteractive()
	}
	return s.readLine(prompt, secret)
}
