// Package absent holds cmdlets of PowerShell that csshell cannot have: their parameters
// are known, so that scripts and help find them, and running them says why not.
package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// refusal is the error of a command that is not available.
func refusal(rt *runtime.CommandRuntime, why string) error {
	name := rt.Invocation().Command.Name()
	e := objects.NewException(objects.PSNotSupportedException, name+" is not available in csshell: "+why+".")
	return runtime.NewErrorRecord(e, "CommandNotAvailable", runtime.NotImplemented, objects.String(name))
}

// Utility are the cmdlets of Microsoft.PowerShell.Utility.
func Utility() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-PSBreakpoint", New: func() runtime.Cmdlet { return new(GetPSBreakpoint) }},
		{Name: "Get-TraceSource", New: func() runtime.Cmdlet { return new(GetTraceSource) }},
		{Name: "Debug-Runspace", New: func() runtime.Cmdlet { return new(DebugRunspace) }},
		{Name: "Disable-PSBreakpoint", New: func() runtime.Cmdlet { return new(DisablePSBreakpoint) }},
		{Name: "Disable-RunspaceDebug", New: func() runtime.Cmdlet { return new(DisableRunspaceDebug) }},
		{Name: "Enable-PSBreakpoint", New: func() runtime.Cmdlet { return new(EnablePSBreakpoint) }},
		{Name: "Enable-RunspaceDebug", New: func() runtime.Cmdlet { return new(EnableRunspaceDebug) }},
		{Name: "Export-FormatData", New: func() runtime.Cmdlet { return new(ExportFormatData) }},
		{Name: "Get-Runspace", New: func() runtime.Cmdlet { return new(GetRunspace) }},
		{Name: "Get-RunspaceDebug", New: func() runtime.Cmdlet { return new(GetRunspaceDebug) }},
		{Name: "Remove-PSBreakpoint", New: func() runtime.Cmdlet { return new(RemovePSBreakpoint) }},
		{Name: "Set-Date", New: func() runtime.Cmdlet { return new(SetDate) }},
		{Name: "Set-PSBreakpoint", New: func() runtime.Cmdlet { return new(SetPSBreakpoint) }},
		{Name: "Set-TraceSource", New: func() runtime.Cmdlet { return new(SetTraceSource) }},
		{Name: "Trace-Command", New: func() runtime.Cmdlet { return new(TraceCommand) }},
		{Name: "Wait-Debugger", New: func() runtime.Cmdlet { return new(WaitDebugger) }},
	}
}

// Core are the cmdlets of Microsoft.PowerShell.Core.
func Core() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Debug-Job", New: func() runtime.Cmdlet { return new(DebugJob) }},
		{Name: "Enter-PSHostProcess", New: func() runtime.Cmdlet { return new(EnterPSHostProcess) }},
		{Name: "Enter-PSSession", New: func() runtime.Cmdlet { return new(EnterPSSession) }},
		{Name: "Exit-PSHostProcess", New: func() runtime.Cmdlet { return new(ExitPSHostProcess) }},
		{Name: "Exit-PSSession", New: func() runtime.Cmdlet { return new(ExitPSSession) }},
		{Name: "Export-PSSession", New: func() runtime.Cmdlet { return new(ExportPSSession) }},
		{Name: "Get-PSHostProcessInfo", New: func() runtime.Cmdlet { return new(GetPSHostProcessInfo) }},
		{Name: "Get-PSSubsystem", New: func() runtime.Cmdlet { return new(GetPSSubsystem) }},
		{Name: "New-PSRoleCapabilityFile", New: func() runtime.Cmdlet { return new(NewPSRoleCapabilityFile) }},
		{Name: "New-PSSessionConfigurationFile", New: func() runtime.Cmdlet { return new(NewPSSessionConfigurationFile) }},
		{Name: "New-PSTransportOption", New: func() runtime.Cmdlet { return new(NewPSTransportOption) }},
		{Name: "Save-Help", New: func() runtime.Cmdlet { return new(SaveHelp) }},
		{Name: "Switch-Process", New: func() runtime.Cmdlet { return new(SwitchProcess) }},
		{Name: "Update-Help", New: func() runtime.Cmdlet { return new(UpdateHelp) }},
	}
}

// Security are the cmdlets of Microsoft.PowerShell.Security.
func Security() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-CmsMessage", New: func() runtime.Cmdlet { return new(GetCmsMessage) }},
		{Name: "Protect-CmsMessage", New: func() runtime.Cmdlet { return new(ProtectCmsMessage) }},
		{Name: "Unprotect-CmsMessage", New: func() runtime.Cmdlet { return new(UnprotectCmsMessage) }},
	}
}

// Management are the cmdlets of Microsoft.PowerShell.Management.
func Management() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Restart-Computer", New: func() runtime.Cmdlet { return new(RestartComputer) }},
		{Name: "Stop-Computer", New: func() runtime.Cmdlet { return new(StopComputer) }},
	}
}
