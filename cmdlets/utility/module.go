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
		{Name: "Invoke-Expression", New: func() runtime.Cmdlet { return new(InvokeExpression) }},
		{Name: "Get-Date", New: func() runtime.Cmdlet { return new(GetDate) }},
		{Name: "New-TimeSpan", New: func() runtime.Cmdlet { return new(NewTimeSpan) }},
		{Name: "Join-String", New: func() runtime.Cmdlet { return new(JoinString) }},
		{Name: "Set-Alias", New: func() runtime.Cmdlet { return new(SetAlias) }},
		{Name: "New-Alias", New: func() runtime.Cmdlet { return new(NewAlias) }},
		{Name: "Get-Alias", New: func() runtime.Cmdlet { return new(GetAlias) }},
		{Name: "Remove-Alias", New: func() runtime.Cmdlet { return new(RemoveAlias) }},
		{Name: "Get-Unique", New: func() runtime.Cmdlet { return new(GetUnique) }},
		{Name: "Tee-Object", New: func() runtime.Cmdlet { return new(TeeObject) }},
		{Name: "Start-Sleep", New: func() runtime.Cmdlet { return new(StartSleep) }},
		{Name: "Measure-Command", New: func() runtime.Cmdlet { return new(MeasureCommand) }},
		{Name: "New-Guid", New: func() runtime.Cmdlet { return new(NewGuid) }},
		{Name: "Get-Culture", New: func() runtime.Cmdlet { return new(GetCulture) }},
		{Name: "Get-UICulture", New: func() runtime.Cmdlet { return new(GetUICulture) }},
		{Name: "Compare-Object", New: func() runtime.Cmdlet { return new(CompareObject) }},
		{Name: "ConvertFrom-StringData", New: func() runtime.Cmdlet { return new(ConvertFromStringData) }},
		{Name: "Write-Progress", New: func() runtime.Cmdlet { return new(WriteProgress) }},
		{Name: "Read-Host", New: func() runtime.Cmdlet { return new(ReadHost) }},
	}
}
