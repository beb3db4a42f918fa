package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noDebugger refuses a command because there is no debugger.
type noDebugger struct{}

// ProcessRecord is the refusal.
func (noDebugger) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "there is no debugger")
}

// SetPSBreakpoint would set a breakpoint: refused.
type SetPSBreakpoint struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Line,OutputType=System.Management.Automation.CommandBreakpoint,OutputType=System.Management.Automation.LineBreakpoint,OutputType=System.Management.Automation.VariableBreakpoint"`

	Action   *runtime.ScriptBlock `param:""`
	Column   int                  `param:"ParameterSetName=Line,Position=2" validate:"Range=1:2147483647"`
	Command  []string             `param:"ParameterSetName=Command,Mandatory,Alias=C"`
	Line     []int                `param:"ParameterSetName=Line,Position=1,Mandatory"`
	Script   []string             `param:"ParameterSetName=Line,Position=0,Mandatory;ParameterSetName=Command|Variable,Position=0" validate:"NotNull"`
	Variable []string             `param:"ParameterSetName=Variable,Mandatory,Alias=V"`
	Mode     objects.Value        `param:"ParameterSetName=Variable" type:"System.Management.Automation.VariableAccessMode"`
	Runspace objects.Value        `param:"" type:"runspace" validate:"NotNull"`

	noDebugger
}

// RemovePSBreakpoint would remove breakpoints: refused.
type RemovePSBreakpoint struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Breakpoint,SupportsShouldProcess"`

	Breakpoint objects.Value `param:"ParameterSetName=Breakpoint,Position=0,Mandatory,ValueFromPipeline" type:"System.Management.Automation.Breakpoint[]" validate:"NotNull"`
	Id         []int         `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull"`
	Runspace   objects.Value `param:"ParameterSetName=Id,ValueFromPipelineByPropertyName,Alias=RunspaceId" type:"runspace"`

	noDebugger
}

// EnablePSBreakpoint would switch breakpoints on: refused.
type EnablePSBreakpoint struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Breakpoint,SupportsShouldProcess,OutputType=System.Management.Automation.Breakpoint"`

	PassThru   runtime.SwitchParameter `param:""`
	Breakpoint objects.Value           `param:"ParameterSetName=Breakpoint,Position=0,Mandatory,ValueFromPipeline" type:"System.Management.Automation.Breakpoint[]" validate:"NotNull"`
	Id         []int                   `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull"`
	Runspace   objects.Value           `param:"ParameterSetName=Id,ValueFromPipelineByPropertyName,Alias=RunspaceId" type:"runspace"`

	noDebugger
}

// DisablePSBreakpoint would switch breakpoints off: refused.
type DisablePSBreakpoint struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Breakpoint,SupportsShouldProcess,OutputType=System.Management.Automation.Breakpoint"`

	PassThru   runtime.SwitchParameter `param:""`
	Breakpoint objects.Value           `param:"ParameterSetName=Breakpoint,Position=0,Mandatory,ValueFromPipeline" type:"System.Management.Automation.Breakpoint[]" validate:"NotNull"`
	Id         []int                   `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull"`
	Runspace   objects.Value           `param:"ParameterSetName=Id,ValueFromPipelineByPropertyName,Alias=RunspaceId" type:"runspace"`

	noDebugger
}

// WaitDebugger would stop in the debugger: refused.
type WaitDebugger struct {
	noDebugger
}

// DebugJob would debug a job: refused.
type DebugJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=JobParameterSet,SupportsShouldProcess"`

	Job        objects.Value           `param:"ParameterSetName=JobParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Job"`
	Name       string                  `param:"ParameterSetName=JobNameParameterSet,Position=0,Mandatory"`
	Id         int                     `param:"ParameterSetName=JobIdParameterSet,Position=0,Mandatory"`
	InstanceId objects.Value           `param:"ParameterSetName=JobInstanceIdParameterSet,Position=0,Mandatory" type:"guid"`
	BreakAll   runtime.SwitchParameter `param:""`

	noDebugger
}

// DebugRunspace would debug a runspace: refused.
type DebugRunspace struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RunspaceParameterSet,SupportsShouldProcess"`

	Runspace   objects.Value           `param:"ParameterSetName=RunspaceParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"runspace"`
	Name       string                  `param:"ParameterSetName=NameParameterSet,Position=0,Mandatory"`
	Id         int                     `param:"ParameterSetName=IdParameterSet,Position=0,Mandatory"`
	InstanceId objects.Value           `param:"ParameterSetName=InstanceIdParameterSet,Position=0,Mandatory" type:"guid"`
	BreakAll   runtime.SwitchParameter `param:""`

	noDebugger
}

// EnableRunspaceDebug would let runspaces be debugged: refused.
type EnableRunspaceDebug struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RunspaceNameParameterSet"`

	BreakAll           runtime.SwitchParameter `param:"ParameterSetName=RunspaceNameParameterSet|RunspaceParameterSet|RunspaceIdParameterSet,Position=1"`
	RunspaceName       []string                `param:"ParameterSetName=RunspaceNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	Runspace           objects.Value           `param:"ParameterSetName=RunspaceParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"runspace[]" validate:"NotNullOrEmpty"`
	RunspaceId         []int                   `param:"ParameterSetName=RunspaceIdParameterSet,Position=0,Mandatory" validate:"NotNullOrEmpty"`
	RunspaceInstanceId objects.Value           `param:"ParameterSetName=RunspaceInstanceIdParameterSet,Position=0,Mandatory" type:"guid[]" validate:"NotNullOrEmpty"`
	ProcessName        string                  `param:"ParameterSetName=ProcessNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	AppDomainName      []string                `param:"ParameterSetName=ProcessNameParameterSet,Position=1" validate:"NotNullOrEmpty"`

	noDebugger
}

// DisableRunspaceDebug would keep runspaces from being debugged: refused.
type DisableRunspaceDebug struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RunspaceNameParameterSet"`

	RunspaceName       []string      `param:"ParameterSetName=RunspaceNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	Runspace           objects.Value `param:"ParameterSetName=RunspaceParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"runspace[]" validate:"NotNullOrEmpty"`
	RunspaceId         []int         `param:"ParameterSetName=RunspaceIdParameterSet,Position=0,Mandatory" validate:"NotNullOrEmpty"`
	RunspaceInstanceId objects.Value `param:"ParameterSetName=RunspaceInstanceIdParameterSet,Position=0,Mandatory" type:"guid[]" validate:"NotNullOrEmpty"`
	ProcessName        string        `param:"ParameterSetName=ProcessNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	AppDomainName      []string      `param:"ParameterSetName=ProcessNameParameterSet,Position=1" validate:"NotNullOrEmpty"`

	noDebugger
}

// GetRunspaceDebug would tell which runspaces may be debugged: refused.
type GetRunspaceDebug struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RunspaceNameParameterSet,OutputType=Microsoft.PowerShell.Commands.PSRunspaceDebug"`

	RunspaceName       []string      `param:"ParameterSetName=RunspaceNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	Runspace           objects.Value `param:"ParameterSetName=RunspaceParameterSet,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"runspace[]" validate:"NotNullOrEmpty"`
	RunspaceId         []int         `param:"ParameterSetName=RunspaceIdParameterSet,Position=0,Mandatory" validate:"NotNullOrEmpty"`
	RunspaceInstanceId objects.Value `param:"ParameterSetName=RunspaceInstanceIdParameterSet,Position=0,Mandatory" type:"guid[]" validate:"NotNullOrEmpty"`
	ProcessName        string        `param:"ParameterSetName=ProcessNameParameterSet,Position=0" validate:"NotNullOrEmpty"`
	AppDomainName      []string      `param:"ParameterSetName=ProcessNameParameterSet,Position=1" validate:"NotNullOrEmpty"`

	noDebugger
}
