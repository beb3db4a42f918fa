// Package core holds the cmdlets of Microsoft.PowerShell.Core.
package core

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of Microsoft.PowerShell.Core that are here; approved
// tells the verbs of Get-Verb from others.
func Cmdlets(approved func(verb string) bool) []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "ForEach-Object", New: func() runtime.Cmdlet { return new(ForEachObject) }},
		{Name: "Where-Object", New: func() runtime.Cmdlet { return new(WhereObject) }},
		{Name: "Out-Null", New: func() runtime.Cmdlet { return new(OutNull) }},
		{Name: "Set-StrictMode", New: func() runtime.Cmdlet { return new(SetStrictMode) }},
		{Name: "Register-ArgumentCompleter", New: func() runtime.Cmdlet { return new(RegisterArgumentCompleter) }},
		{Name: "Get-History", New: func() runtime.Cmdlet { return new(GetHistory) }},
		{Name: "Invoke-History", New: func() runtime.Cmdlet { return new(InvokeHistory) }},
		{Name: "Add-History", New: func() runtime.Cmdlet { return new(AddHistory) }},
		{Name: "Clear-History", New: func() runtime.Cmdlet { return new(ClearHistory) }},
		{Name: "Get-Help", New: func() runtime.Cmdlet { return new(GetHelp) }},
		{Name: "New-ModuleManifest", New: func() runtime.Cmdlet { return new(NewModuleManifest) }},
		{Name: "Test-ModuleManifest", New: func() runtime.Cmdlet { return new(TestModuleManifest) }},
		{Name: "Set-PSDebug", New: func() runtime.Cmdlet { return new(SetPSDebug) }},
		{Name: "Get-ExperimentalFeature", New: func() runtime.Cmdlet { return new(GetExperimentalFeature) }},
		{Name: "Enable-ExperimentalFeature", New: func() runtime.Cmdlet { return new(EnableExperimentalFeature) }},
		{Name: "Disable-ExperimentalFeature", New: func() runtime.Cmdlet { return new(DisableExperimentalFeature) }},
		{Name: "Get-Command", New: func() runtime.Cmdlet { return new(GetCommand) }},
		{Name: "New-Module", New: func() runtime.Cmdlet { return new(NewModule) }},
		{Name: "Export-ModuleMember", New: func() runtime.Cmdlet { return new(ExportModuleMember) }},
		{Name: "Get-Module", New: func() runtime.Cmdlet { return new(GetModule) }},
		{Name: "Remove-Module", New: func() runtime.Cmdlet { return new(RemoveModule) }},
		{Name: "Import-Module", New: func() runtime.Cmdlet { return &ImportModule{approved: approved} }},
	}
}
