package runtime

import (
	"github.com/csshell/csshell/objects"
)

// CmdletCommand is a cmdlet that the session knows.
type CmdletCommand struct {
	entry  CmdletEntry
	module string
	kind   *cmdletType // nil before the first use

	globalMessages bool // see Module
}

// Name is the cmdlet's name.
func (c *CmdletCommand) Name() string { return c.entry.Name }

// CommandType is CmdletCommandType.
func (c *CmdletCommand) CommandType() CommandType { return CmdletCommandType }

// ModuleName is the cmdlet's module.
func (c *CmdletCommand) ModuleName() string { return c.module }

// Parameters are the parameters that the cmdlet's struct declares.
func (c *CmdletCommand) Parameters(s *Session) (*ParameterTable, error) {
	k, err := c.declaration(s)
	if err != nil {
		return nil, err
	}
	return k.table, nil
}

func (c *CmdletCommand) declaration(s *Session) (*cmdletType, error) {
	if c.kind == nil {
		k, err := cmdletTable(s.Types, c.module, c.entry)
		if err != nil {
			return nil, err
		}
		c.kind = k
	}
	return c.kind, nil
}

// cmdletStage is one call of a cmdlet.
type cmdletStage struct {
	command *CmdletCommand
	request stageRequest
	cmdlet  Cmdlet
	rt      *CommandRuntime
	binder  *binder
	began   bool
	next    stage // behind it in the pipeline; nil for the last
}

func newCmdletStage(c *CmdletCommand, r stageRequest) *cmdletStage {
	return &cmdletStage{command: c, request: r}
}

func (st *cmdletStage) begin() error {
	if st.began {
		return nil
	}
	st.began = true
	return st.checked(st.bind())
}

func (st *cmdletStage) bind() error {
	r := &st.request
	s := r.frame.session
	kind, err := st.command.declaration(s)
	if err != nil {
		return err
	}
	st.cmdlet = st.command.entry.New()
	st.binder = newBinder(s, r.frame.scope, st.command, kind.table, kind.target(st.cmdlet), r.info)
	st.rt = newCommandRuntime(r.frame, r.streams, st.command, st.binder, r.info)
	st.rt.stage = st
	if err := st.binder.cmdletLine(st.rt, st.cmdlet, r.args, r.place.expectsInput); err != nil {
		return err
	}
	st.rt.applyCommon()
	if b, ok := st.cmdlet.(BeginProcessor); ok {
		return b.BeginProcessing(st.rt)
	}
	return nil
}

func (st *cmdletStage) process(v objects.Value) error {
	if !st.began {
		if err := st.begin(); err != nil {
			return err
		}
	}
	if st.binder.takesPipeline {
		if err := st.binder.pipelineObject(v); err != nil {
			if isFlow(err) {
				return err
			}
			return st.rt.writeInputError(st.record(err))
		}
	}
	st.rt.input = v
	return st.checked(st.cmdlet.ProcessRecord(st.rt))
}

func (st *cmdletStage) end() error {
	if err := st.begin(); err != nil {
		return err
	}
	if !st.request.place.expectsInput {
		if err := st.checked(st.cmdlet.ProcessRecord(st.rt)); err != nil {
			return err
		}
	}
	if e, ok := st.cmdlet.(EndProcessor); ok {
		st.rt.input = objects.Null
		return st.checked(e.EndProcessing(st.rt))
	}
	return nil
}

func (st *cmdletStage) close() error {
	if st.rt != nil {
		st.rt.finishVariables()
	}
	if c, ok := st.cmdlet.(Closer); ok && st.began {
		return c.Close()
	}
	return nil
}

func (st *cmdletStage) failed() bool { return st.rt != nil && st.rt.failed }

// checked turns an error of the cmdlet into its terminating error.
func (st *cmdletStage) checked(err error) error {
	if err == nil || isFlow(err) {
		return err
	}
	return st.record(err)
}

// record makes the record of an error that the cmdlet returned: with its name
// in the id and its place in the script, where the error has none yet.
func (st *cmdletStage) record(err error) *ErrorRecord {
	r := asRecord(commandRecord(err), st.request.info.Extent)
	if r.thrown || r.Invocation != nil && r.Invocation.Command != nil && !r.bindingWithin(st.request.info) {
		return r
	}
	return r.attributed(st.request.info, st.className())
}

// className is what follows the comma in the ids of the cmdlet's errors.
func (st *cmdletStage) className() string {
	if st.command.kind != nil {
		return st.command.kind.class
	}
	return st.command.entry.Name
}

// StopUpstream ends the pipeline above the command, which still gets its end:
// what Select-Object -First does. Return what it returns.
func (rt *CommandRuntime) StopUpstream() error {
	return &upstreamStop{flow: flow{kind: upstreamStopped}, by: rt.stage}
}
