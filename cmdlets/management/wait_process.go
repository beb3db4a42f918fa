package management

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/diagnostics"
	"github.com/csshell/csshell/runtime"
)

// WaitProcess waits until processes end.
type WaitProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Name        []string                `param:"ParameterSetName=Name,Mandatory,Position=0,ValueFromPipelineByPropertyName,Alias=ProcessName"`
	Id          []int                   `param:"ParameterSetName=Id,Mandatory,Position=0,ValueFromPipelineByPropertyName,Alias=PID,Alias=ProcessId" validate:"NotNullOrEmpty"`
	InputObject []objects.Value         `param:"ParameterSetName=InputObject,Mandatory,ValueFromPipeline" type:"System.Diagnostics.Process[]"`
	Timeout     runtime.Optional[int]   `param:"Position=1,Alias=TimeoutSec" validate:"Range=0:32767"`
	Any         runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`

	waiting []*diagnostics.Process
}

// ProcessRecord gathers the processes to wait for.
func (c *WaitProcess) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := chosen{c.Name, c.Id, c.InputObject}.find(rt)
	c.waiting = append(c.waiting, found...)
	return err
}

// waitEvery is how often processes are looked at.
const waitEvery = 20 * time.Millisecond

// EndProcessing waits until all have ended, or the first with -Any, or the time
// is over; those that then still run are errors.
func (c *WaitProcess) EndProcessing(rt *runtime.CommandRuntime) error {
	begun := time.Now()
	limit := time.Duration(c.Timeout.Value) * time.Second
	for {
		running := c.running()
		if len(running) == 0 || bool(c.Any) && len(running) < len(c.waiting) {
			break
		}
		if c.Timeout.Bound && time.Since(begun) >= limit {
			return c.late(rt, running)
		}
		if err := rt.Sleep(waitEvery); err != nil {
			return err
		}
	}
	if !c.PassThru {
		return nil
	}
	for _, p := range c.waiting {
		if !bool(c.Any) || p.Exited() {
			if err := rt.WriteObject(objects.Of(p)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *WaitProcess) running() []*diagnostics.Process {
	var list []*diagnostics.Process
	for _, p := range c.waiting {
		if !p.Exited() {
			list = append(list, p)
		}
	}
	return list
}

func (c *WaitProcess) late(rt *runtime.CommandRuntime, running []*diagnostics.Process) error {
	for _, p := range running {
		r := processError("ProcessNotTerminated", runtime.CloseError,
			"This command stopped operation of \""+named(p)+"\" because process \""+named(p)+"\" is not stopped in the specified time-out.", objects.Of(p))
		if err := rt.WriteError(r); err != nil {
			return err
		}
	}
	return nil
}
