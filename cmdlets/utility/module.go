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
		{Name: "Write-Error", New: func() runtime.Cmdlet { return new(WriteError) }},
	}
}
