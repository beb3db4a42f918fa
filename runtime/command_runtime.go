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
	caller  *frame // the code that runs the command
	scope   *Scope // the caller's
	inner   *Scope // of an advanced function itself; nil for a cmdlet
	streams *Streams
	own     Streams // where common parameters put streams of the command's own
	command Command
	binder  *binder
	info    *InvocationInfo
	stage   stage
	input   objects.Value // the pipeline object at work
	confirm confirmState
	extra   []variableSink // -OutVariable and its like
	failed  bool           // an error was written
}

func newCommandRuntime(caller *frame, streams *Streams, c Command, b *binder, info *InvocationInfo) *CommandRuntime {
	return &CommandRuntime{session: caller.session, caller: caller, scope: caller.scope, streams: streams, command: c, binder: b, info: info}
}

// Session is the session the command runs in.
func (rt *CommandRuntime) Session() *Session { return rt.session }

// Types are the types of the session.
func (rt *CommandRuntime) Types() *objects.TypeTable { return rt.session.Types }

// Host is the host of the session.
func (rt *CommandRuntime) Host() Host { return rt.session.Host }

// Context is cancelled by Ctrl+C and when the session ends.
func (rt *CommandRuntime) Context() context.Context { return rt.session.ctx }

// Scope is the scope of the caller: where -Variable parameters and filters
// look variables up.
func (rt *CommandRuntime) Scope() *Scope { return rt.scope }

// Invocation tells how the command was called.
func (rt *CommandRuntime) Invocation() *InvocationInfo { return rt.info }

// Input is the pipeline object at work; $null where there is none.
func (rt *CommandRuntime) Input() objects.Value { return rt.input }

// ExpectingInput reports whether something stands before the command in its
// pipeline.
func (rt *CommandRuntime) ExpectingInput() bool { return rt.info.ExpectingInput }

// IsBound reports whether the parameter of that name was given an argument.
func (rt *CommandRuntime) IsBound(name string) bool { return rt.binder.isBoundName(name) }

// ParameterSet is the name of the parameter set in use.
func (rt *CommandRuntime) ParameterSet() string { return rt.binder.parameterSet() }

// WriteObject writes one object down the pipeline, whole.
func (rt *CommandRuntime) WriteObject(v objects.Value) error {
	if rt.session.stop.Load() {
		return errStopped
	}
	return rt.streams.write(v)
}

// WriteEnumerated writes the elements of a list one by one, anything else whole.
func (rt *CommandRuntime) WriteEnumerated(v objects.Value) error {
	if e, ok := objects.Enumeration(v); ok {
		return e.Enumerate(rt.WriteObject)
	}
	if v.IsAutomationNull() {
		return nil
	}
	return rt.WriteObject(v)
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

// WriteError reports an error and goes on: nil, or the terminating error where
// -ErrorAction or $ErrorActionPreference says Stop.
func (rt *CommandRuntime) WriteError(r *ErrorRecord) error {
	if r.Invocation == nil {
		r.Invocation = rt.info.ofError(rt.info.Extent)
	}
	if r.command == "" {
		r.command = rt.errorSource()
	}
	return rt.writeError(r)
}

// WriteCallerError is WriteError for an error of the function or script that runs
// the command (Write-Error): its id ends with the caller's name, if that has one.
func (rt *CommandRuntime) WriteCallerError(r *ErrorRecord) error {
	if caller := rt.scope.currentCall(); caller.info != nil && caller.info.Command != nil {
		r.command, r.Invocation = caller.info.Command.Name(), caller.info.ofError(caller.info.Extent)
	}
	return rt.writeError(r)
}

// writeInputError is WriteError for an object from the pipeline that could not be
// bound; -ErrorVariable does not get it.
func (rt *CommandRuntime) writeInputError(r *ErrorRecord) error {
	return rt.report(r, rt.action(ErrorStream))
}

func (rt *CommandRuntime) writeError(r *ErrorRecord) error {
	action := rt.action(ErrorStream)
	switch action {
	case IgnoreAction:
	case StopAction:
		rt.addToVariable(ErrorStream, objects.Of(stopException(r)))
	default:
		rt.addToVariable(ErrorStream, objects.Of(r))
	}
	return rt.report(r, action)
}

// report does with an error what the preference says.
func (rt *CommandRuntime) report(r *ErrorRecord, action ActionPreference) error {
	rt.failed = true
	if r.ScriptStackTrace == "" {
		r.ScriptStackTrace = rt.caller.stackTrace(rt.info.Extent)
	}
	switch action {
	case IgnoreAction:
		return nil
	case SilentlyContinue:
		rt.session.remember(r)
		return nil
	case StopAction:
		r.stop = true
		return r
	case InquireAction:
		if err := rt.inquire(r.Error()); err != nil {
			return err
		}
	}
	rt.session.remember(r)
	return rt.streams[ErrorStream](objects.Of(r))
}

// Fail makes the command count as failed without an error: $? is $false after it,
// and the exit code of the shell is 1 where it was the last.
func (rt *CommandRuntime) Fail() {
	rt.failed = true
	rt.session.success = false
}

// errorSource is what follows the comma in the ids of the command's errors.
func (rt *CommandRuntime) errorSource() string {
	if st, ok := rt.stage.(*cmdletStage); ok {
		return st.className()
	}
	return rt.command.Name()
}

// MessageRecord is what the warning, verbose and debug streams carry
// (System.Management.Automation.InformationalRecord).
type MessageRecord struct {
	Stream     Stream
	Message    string
	Invocation *InvocationInfo
}

// Type is WarningRecord, VerboseRecord or DebugRecord.
func (m *MessageRecord) Type() *objects.Type { return messageTypes[m.Stream] }

// Text is the message.
func (m *MessageRecord) Text() (string, error) { return m.Message, nil }

// InformationalRecordType is the base of the records of messages.
var InformationalRecordType = &objects.Type{FullName: "System.Management.Automation.InformationalRecord", Kind: objects.KindObject, Attributes: objects.AbstractAttr}

var messageTypes = [streamCount]*objects.Type{
	WarningStream: {FullName: "System.Management.Automation.WarningRecord", Base: InformationalRecordType, Kind: objects.KindObject},
	VerboseStream: {FullName: "System.Management.Automation.VerboseRecord", Base: InformationalRecordType, Kind: objects.KindObject},
	DebugStream:   {FullName: "System.Management.Automation.DebugRecord", Base: InformationalRecordType, Kind: objects.KindObject},
}

// WriteWarning writes to the warning stream.
func (rt *CommandRuntime) WriteWarning(text string) error { return rt.message(WarningStream, text) }

// WriteVerbose writes to the verbose stream.
func (rt *CommandRuntime) WriteVerbose(text string) error { return rt.message(VerboseStream, text) }

// WriteDebug writes to the debug stream.
func (rt *CommandRuntime) WriteDebug(text string) error { return rt.message(DebugStream, text) }

func (rt *CommandRuntime) message(stream Stream, text string) error {
	m := objects.Of(&MessageRecord{Stream: stream, Message: text, Invocation: rt.info})
	rt.addToVariable(stream, m)
	switch rt.action(stream) {
	case SilentlyContinue, IgnoreAction:
		return nil
	case StopAction:
		if err := rt.streams[stream](m); err != nil {
			return err
		}
		return rt.stopped(stream, text)
	case InquireAction:
		if err := rt.streams[stream](m); err != nil {
			return err
		}
		return rt.inquire("Continue with this operation?")
	}
	return rt.streams[stream](m)
}

// stopException is what -ErrorVariable gets of an error under the preference Stop.
func stopException(r *ErrorRecord) *objects.Exception {
	e := objects.NewException(objects.ActionPreferenceStop,
		"The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: "+r.Error()).Because(r.Exception)
	e.Fields = map[string]objects.Value{errorRecordField: objects.Of(r)}
	return e
}

// stopped is the error of a message under the preference Stop.
func (rt *CommandRuntime) stopped(stream Stream, text string) error {
	r := newError(objects.ActionPreferenceStop, "ActionPreferenceStop", OperationStopped, objects.Null,
		"The running command stopped because the preference variable \""+preferenceNames[stream]+"\" or common parameter is set to Stop: "+text)
	r.stop = true
	return r
}

// WriteInformation writes to the information stream; it is shown where
// $InformationPreference or the record (of Write-Host) says so. A redirected
// stream gets what is not shown, too ("about_Redirection").
func (rt *CommandRuntime) WriteInformation(r *InformationRecord) error {
	v := objects.Of(r)
	r.shown, _ = rt.Types().Text(r.Message, " ")
	rt.addToVariable(InformationStream, v)
	action := rt.action(InformationStream)
	if action == IgnoreAction {
		return nil
	}
	r.quiet = r.Host == nil && (action == SilentlyContinue || action == InquireAction)
	switch action {
	case StopAction:
		if err := rt.streams[InformationStream](v); err != nil {
			return err
		}
		return rt.stopped(InformationStream, r.text())
	case InquireAction:
		if err := rt.inquire("Continue with this operation?"); err != nil {
			return err
		}
	}
	return rt.streams[InformationStream](v)
}

func (r *InformationRecord) text() string {
	if s, ok := r.Message.Str(); ok {
		return s
	}
	return r.shown
}

// WriteProgress shows a progress record, where $ProgressPreference lets it.
func (rt *CommandRuntime) WriteProgress(r *ProgressRecord) error {
	v, ok := rt.scope.Get("ProgressPreference")
	if ok && actionOf(rt.session, v, ContinueAction) != ContinueAction {
		return nil
	}
	return rt.session.Host.WriteProgress(r)
}

// preferenceNames are the variables that rule the streams.
var preferenceNames = [streamCount]string{
	ErrorStream: "ErrorActionPreference", WarningStream: "WarningPreference", VerboseStream: "VerbosePreference",
	DebugStream: "DebugPreference", InformationStream: "InformationPreference",
}

// action is what to do with a record of a stream: what the common parameter
// says, else the caller's preference variable.
func (rt *CommandRuntime) action(stream Stream) ActionPreference {
	fallback := SilentlyContinue
	if stream == ErrorStream || stream == WarningStream {
		fallback = ContinueAction
	}
	if rt.binder != nil {
		if a, ok := rt.binder.common.action(stream); ok {
			return a
		}
	}
	scope := rt.preferenceScope()
	if c, is := rt.command.(*CmdletCommand); is && c.globalMessages && stream != ErrorStream {
		scope = rt.session.Global()
	}
	v, ok := scope.Get(preferenceNames[stream])
	if !ok {
		return fallback
	}
	return actionOf(rt.session, v, fallback)
}

// actionOf reads a preference: an ActionPreference, its number or its name.
func actionOf(s *Session, v objects.Value, fallback ActionPreference) ActionPreference {
	if v.Kind() == objects.KindEnum || v.IsInt32() {
		return ActionPreference(v.Int64())
	}
	converted, err := s.Types.Convert(v, ActionPreferenceType)
	if err != nil {
		return fallback
	}
	return ActionPreference(converted.Int64())
}

// ActionPreferenceType is System.Management.Automation.ActionPreference.
var ActionPreferenceType = &objects.Type{
	FullName: "System.Management.Automation.ActionPreference", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{
		Names:  []string{"SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6},
	},
}

// inquire asks whether to go on.
func (rt *CommandRuntime) inquire(text string) error {
	halt, err := rt.ShouldHalt(text, "Confirm")
	if err != nil || !halt {
		return err
	}
	r := newError(objects.ActionPreferenceStop, "ActionPreferenceStop", OperationStopped, objects.Null,
		"The running command stopped because the user selected the Stop option.")
	r.stop = true
	return r
}
