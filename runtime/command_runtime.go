package runtime

import (
	"context"
	"iter"

	"github.com/csshell/csshell/objects"
)

// CommandRuntime is what a running command may do: write to its streams, ask
// before it changes something, look at its session
// (System.Management.Automation.ICommandRuntime). Every write returns an
// error, and it means stop: return it.
type CommandRuntime struct {
	session *Session
	scope   *Scope // the caller's
	ctx     context.Context
	streams *Streams
	command Command
	table   *ParameterTable
	bound   map[string]objects.Value // by the parameter's declared name
	info    *InvocationInfo
	input   objects.Value // the pipeline object at work
	prefs   preferences
	confirm confirmState
}

// Session is the session the command runs in.
func (rt *CommandRuntime) Session() *Session { return rt.session }

// Types are the types of the session.
func (rt *CommandRuntime) Types() *objects.TypeTable { return rt.session.Types }

// Host is the host of the session.
func (rt *CommandRuntime) Host() Host { return rt.session.Host }

// Context is cancelled by Ctrl+C and when the pipeline stops.
func (rt *CommandRuntime) Context() context.Context { return rt.ctx }

// Scope is the scope of the caller: where -Variable parameters and filters
// look variables up.
func (rt *CommandRuntime) Scope() *Scope { return rt.scope }

// Invocation tells how the command was called.
func (rt *CommandRuntime) Invocation() *InvocationInfo { return rt.info }

// Input is the pipeline object at work; $null where there is none.
func (rt *CommandRuntime) Input() objects.Value { return rt.input }

// IsBound reports whether the parameter of that name was given an argument.
func (rt *CommandRuntime) IsBound(name string) bool {
	_, ok := rt.bound[name]
	return ok
}

// WriteObject writes one object down the pipeline, whole.
func (rt *CommandRuntime) WriteObject(v objects.Value) error { return rt.streams.write(v) }

// WriteEnumerated writes the elements of a list one by one, anything else whole.
func (rt *CommandRuntime) WriteEnumerated(v objects.Value) error {
	if e, ok := objects.Enumeration(v); ok {
		return e.Enumerate(rt.streams.write)
	}
	return rt.streams.write(v)
}

// WriteAll writes the items of seq as the conversion makes them, up to the
// first error of either side.
func WriteAll[T any](rt *CommandRuntime, seq iter.Seq2[T, error], value func(T) objects.Value) error {
	for v, err := range seq {
		if err == nil {
			err = rt.WriteObject(value(v))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
