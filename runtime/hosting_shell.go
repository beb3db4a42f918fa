package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/parser"
)

// PowerShell is a pipeline that code builds and runs in a runspace
// (System.Management.Automation.PowerShell).
type PowerShell struct {
	Instance objects.Guid
	// History is HistoryString, kept for its reader.
	History objects.Value

	owner    *Session
	commands *commandList
	runspace *Runspace     // nil before it is needed, or for a pool
	pool     *RunspacePool // nil for none
	owns     bool          // made the runspace itself
	nested   bool
	streams  *hostedStreams
	state    invocationState
	reason   *objects.Exception
	failed   bool // HadErrors
	run      *hostedRun
}

// Type is System.Management.Automation.PowerShell.
func (*PowerShell) Type() *objects.Type { return powerShellType }

// invocationState is System.Management.Automation.PSInvocationState.
type invocationState int

const (
	invocationNotStarted invocationState = iota
	invocationRunning
	invocationStopping
	invocationStopped
	invocationCompleted
	invocationFailed
)

// hostedStreams are what a pipeline has written beside its output
// (System.Management.Automation.PSDataStreams).
type hostedStreams struct {
	kept     [streamCount]*objects.List
	progress *objects.List
}

// Type is System.Management.Automation.PSDataStreams.
func (*hostedStreams) Type() *objects.Type { return dataStreamsType }

func newHostedStreams() *hostedStreams {
	st := &hostedStreams{progress: collections.NewDataCollection(progressRecordType)}
	for stream := ErrorStream; stream < streamCount; stream++ {
		elem := messageTypes[stream]
		switch stream {
		case ErrorStream:
			elem = ErrorRecordType
		case InformationStream:
			elem = InformationRecordType
		}
		st.kept[stream] = collections.NewDataCollection(elem)
	}
	return st
}

// clear empties all streams.
func (st *hostedStreams) clear() {
	for _, l := range st.kept[ErrorStream:] {
		l.Replace(nil)
	}
	st.progress.Replace(nil)
}

func (s *Session) newPowerShell() *PowerShell {
	return &PowerShell{Instance: system.NewGuid(), History: objects.Null, owner: s, commands: &commandList{}, streams: newHostedStreams()}
}

// hostedCommand is a script or the name of a command with its arguments
// (System.Management.Automation.Runspaces.Command).
type hostedCommand struct {
	text     string
	script   bool
	local    bool // in a scope of its own
	args     []argument
	last     bool         // of its statement
	resolved *CommandInfo // given as an object; nil for a name
}

// Type is System.Management.Automation.Runspaces.Command.
func (*hostedCommand) Type() *objects.Type { return hostedCommandType }

// Text is the name or the script.
func (c *hostedCommand) Text() (string, error) { return c.text, nil }

// commandList are the commands of a pipeline
// (System.Management.Automation.PSCommand).
type commandList struct{ commands []*hostedCommand }

// Type is System.Management.Automation.PSCommand.
func (*commandList) Type() *objects.Type { return psCommandType }

func (l *commandList) add(c *hostedCommand) { l.commands = append(l.commands, c) }

// current is the command that arguments are added to.
func (l *commandList) current() (*hostedCommand, error) {
	if n := len(l.commands); n > 0 {
		return l.commands[n-1], nil
	}
	return nil, objects.NewException(objects.InvalidOperationException, "A command is required to add a parameter. A command must be added to the PowerShell instance before adding a parameter.")
}

// statements are the commands, a list for each pipeline.
func (l *commandList) statements() [][]*hostedCommand {
	var all [][]*hostedCommand
	var one []*hostedCommand
	for _, c := range l.commands {
		if one = append(one, c); c.last {
			all, one = append(all, one), nil
		}
	}
	if len(one) > 0 {
		all = append(all, one)
	}
	return all
}

// argumentsIn are the arguments as the session takes them: blocks of another session
// belong to it.
func (c *hostedCommand) argumentsIn(s *Session) []argument {
	args := append([]argument(nil), c.args...)
	for i, a := range args {
		b, ok := objects.As[*ScriptBlock](a.value)
		if !ok || b.session == s {
			continue
		}
		if own, err := s.NewScriptBlock(b.Source(), ""); err == nil {
			args[i].value = objects.Of(own)
		}
	}
	return args
}

// maker makes the stage of the command.
func (c *hostedCommand) maker(s *Session) (stageMaker, error) {
	if c.script {
		return c.scriptMaker(s)
	}
	return func(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
		var cmd Command
		if c.resolved != nil {
			cmd = c.resolved.Command
		} else {
			var err error
			if cmd, err = s.resolve(f.scope, c.text, fold(c.text)); err != nil {
				return nil, err
			}
		}
		info := &InvocationInfo{Command: cmd, InvocationName: c.text, PipelineLength: place.length, PipelinePosition: place.position, ExpectingInput: place.expectsInput}
		info.Extent = &ScriptExtent{Source: parser.NewSource("", "")}
		return s.newStage(stageRequest{frame: f, streams: streams, command: cmd, args: c.argumentsIn(s), info: info, place: place})
	}, nil
}

func (c *hostedCommand) scriptMaker(s *Session) (stageMaker, error) {
	ast, err := s.parse(parser.NewSource(c.text, ""))
	if err != nil {
		return nil, err
	}
	code := rootCode(ast)
	return func(f *frame, streams *Streams, place pipelinePlace) (stage, error) {
		fn := &Function{code: code, state: s.state, anonymous: true}
		st := &functionStage{
			fn: fn, caller: f, streams: streams, args: c.argumentsIn(s), here: !c.local, expectsInput: place.expectsInput,
			info: &InvocationInfo{Command: fn, PipelineLength: place.length, PipelinePosition: place.position},
		}
		return st, nil
	}, nil
}
