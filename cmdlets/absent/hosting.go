package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noHosting refuses a command because it attaches to no other process and is attached to by none.
type noHosting struct{}

// ProcessRecord is the refusal.
func (noHosting) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "it attaches to no other process and is attached to by none")
}

// EnterPSHostProcess would work inside another process: refused.
type EnterPSHostProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ProcessIdParameterSet"`

	Process         objects.Value `param:"ParameterSetName=ProcessParameterSet,Position=0,Mandatory,ValueFromPipeline" type:"System.Diagnostics.Process" validate:"NotNull"`
	Id              int           `param:"ParameterSetName=ProcessIdParameterSet,Position=0,Mandatory" validate:"Range=0:2147483647"`
	Name            string        `param:"ParameterSetName=ProcessNameParameterSet,Position=0,Mandatory" validate:"NotNullOrEmpty"`
	HostProcessInfo objects.Value `param:"ParameterSetName=PSHostProcessInfoParameterSet,Position=0,Mandatory,ValueFromPipeline" type:"Microsoft.PowerShell.Commands.PSHostProcessInfo" validate:"NotNull"`
	CustomPipeName  string        `param:"ParameterSetName=PipeNameParameterSet,Mandatory"`
	AppDomainName   string        `param:"ParameterSetName=ProcessIdParameterSet|ProcessParameterSet|ProcessNameParameterSet|PSHostProcessInfoParameterSet,Position=1" validate:"NotNullOrEmpty"`

	noHosting
}

// ExitPSHostProcess would leave another process: refused.
type ExitPSHostProcess struct {
	noHosting
}

// GetPSHostProcessInfo would list the processes to enter: refused.
type GetPSHostProcessInfo struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ProcessNameParameterSet,OutputType=Microsoft.PowerShell.Commands.PSHostProcessInfo"`

	Name    []string      `param:"ParameterSetName=ProcessNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	Process objects.Value `param:"ParameterSetName=ProcessParameterSet,Position=0,Mandatory,ValueFromPipeline" type:"System.Diagnostics.Process[]" validate:"NotNullOrEmpty"`
	Id      []int         `param:"ParameterSetName=ProcessIdParameterSet,Position=0,Mandatory" validate:"NotNullOrEmpty"`

	noHosting
}

// SwitchProcess would become another program: refused.
type SwitchProcess struct {
	WithCommand []string `param:"Position=0,ValueFromRemainingArguments"`

	noHosting
}

// GetRunspace would list runspaces: refused.
type GetRunspace struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=NameParameterSet,OutputType=System.Management.Automation.Runspaces.Runspace"`

	Name       []string      `param:"ParameterSetName=NameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	Id         []int         `param:"ParameterSetName=IdParameterSet,Position=0,Mandatory"`
	InstanceId objects.Value `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory" type:"guid[]"`

	noHosting
}

// GetPSSubsystem would list subsystems: refused.
type GetPSSubsystem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=GetAllSet,OutputType=System.Management.Automation.Subsystem.SubsystemInfo"`

	Kind          objects.Value `param:"ParameterSetName=GetByKindSet,Mandatory,ValueFromPipeline" type:"System.Management.Automation.Subsystem.SubsystemKind"`
	SubsystemType *objects.Type `param:"ParameterSetName=GetByTypeSet,Mandatory,ValueFromPipeline"`

	noHosting
}
