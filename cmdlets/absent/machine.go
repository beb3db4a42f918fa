package absent

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noMachine refuses a command because it does not change the computer it runs on.
type noMachine struct{}

// ProcessRecord is the refusal.
func (noMachine) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "it does not change the computer it runs on")
}

// SetDate would set the clock: refused.
type SetDate struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Date,SupportsShouldProcess,OutputType=System.DateTime"`

	Date        objects.Value `param:"ParameterSetName=Date,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"datetime"`
	Adjust      time.Duration `param:"ParameterSetName=Adjust,Position=0,Mandatory,ValueFromPipelineByPropertyName" allow:"Null"`
	DisplayHint objects.Value `param:"" type:"Microsoft.PowerShell.Commands.DisplayHintType"`

	noMachine
}

// RestartComputer would restart the computer: refused.
type RestartComputer struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	noMachine
}

// StopComputer would shut the computer down: refused.
type StopComputer struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	noMachine
}
