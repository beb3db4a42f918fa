package absent

import (
	"strconv"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetPSBreakpoint writes the breakpoints: there are none.
type GetPSBreakpoint struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Line,OutputType=System.Management.Automation.CommandBreakpoint,OutputType=System.Management.Automation.LineBreakpoint,OutputType=System.Management.Automation.VariableBreakpoint"`

	Script   []string      `param:"ParameterSetName=Line,Position=0,ValueFromPipeline;ParameterSetName=Command|Variable|Type" validate:"NotNullOrEmpty" help:"The scripts."`
	Id       []int         `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"The numbers of breakpoints."`
	Variable []string      `param:"ParameterSetName=Variable,Mandatory" validate:"NotNull" help:"The variables."`
	Command  []string      `param:"ParameterSetName=Command,Mandatory" validate:"NotNull" help:"The commands."`
	Type     objects.Value `param:"ParameterSetName=Type,Position=0,Mandatory,ValueFromPipeline" type:"Microsoft.PowerShell.Commands.BreakpointType[]" validate:"NotNull" help:"The kinds of breakpoints."`
	Runspace objects.Value `param:"" type:"runspace" validate:"NotNull" help:"The runspace."`
}

// ProcessRecord writes nothing; a number is that of no breakpoint.
func (c *GetPSBreakpoint) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, id := range c.Id {
		e := objects.NewException(objects.ArgumentException, "There is no breakpoint with ID '"+strconv.Itoa(id)+"'.")
		if err := rt.WriteError(runtime.NewErrorRecord(e, "PSBreakpoint:BreakpointIdNotFound", runtime.InvalidArgument, objects.Int(id))); err != nil {
			return err
		}
	}
	return nil
}

// GetTraceSource writes the sources of traces that fit: there are none.
type GetTraceSource struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSTraceSource"`

	Name []string `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The names of sources."`
}

// ProcessRecord checks the names.
func (c *GetTraceSource) ProcessRecord(*runtime.CommandRuntime) error {
	_, err := argument.Patterns(c.Name)
	return err
}
