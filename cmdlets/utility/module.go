package utility

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of Microsoft.PowerShell.Utility that are here.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Write-Output", New: func() runtime.Cmdlet { return new(WriteOutput) }},
		{Name: "Write-Host", New: func() runtime.Cmdlet { return new(WriteHost) }},
		{Name: "Write-Warning", New: func() runtime.Cmdlet { return new(WriteWarning) }},
		{Name: "Write-Verbose", New: func() runtime.Cmdlet { return new(WriteVerbose) }},
		{Name: "Write-Debug", New: func() runtime.Cmdlet { return new(WriteDebug) }},
		{Name: "Write-Information", New: func() runtime.Cmdlet { return new(WriteInformation) }},
		{Name: "Select-Object", New: func() runtime.Cmdlet { return new(SelectObject) }},
		{Name: "Sort-Object", New: func() runtime.Cmdlet { return new(SortObject) }},
		{Name: "Group-Object", New: func() runtime.Cmdlet { return new(GroupObject) }},
		{Name: "Measure-Object", New: func() runtime.Cmdlet { return new(MeasureObject) }},
		{Name: "Get-Variable", New: func() runtime.Cmdlet { return new(GetVariable) }},
		{Name: "Set-Variable", New: func() runtime.Cmdlet { return new(SetVariable) }},
		{Name: "New-Variable", New: func() runtime.Cmdlet { return new(NewVariable) }},
		{Name: "Remove-Variable", New: func() runtime.Cmdlet { return new(RemoveVariable) }},
		{Name: "Clear-Variable", New: func() runtime.Cmdlet { return new(ClearVariable) }},
		{Name: "New-Object", New: func() runtime.Cmdlet { return new(NewObject) }},
		{Name: "Add-Member", New: func() runtime.Cmdlet { return new(AddMember) }},
		{Name: "Get-Member", New: func() runtime.Cmdlet { return new(GetMember) }},
		{Name: "Write-Error", New: func() runtime.Cmdlet { return new(WriteError) }},
	}
}
