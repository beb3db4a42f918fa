// Package management holds the cmdlets of Microsoft.PowerShell.Management for
// files and paths.
package management

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-Content", New: func() runtime.Cmdlet { return new(GetContent) }},
		{Name: "Set-Content", New: func() runtime.Cmdlet { return new(SetContent) }},
		{Name: "Add-Content", New: func() runtime.Cmdlet { return new(AddContent) }},
		{Name: "Test-Path", New: func() runtime.Cmdlet { return new(TestPath) }},
		{Name: "Join-Path", New: func() runtime.Cmdlet { return new(JoinPath) }},
		{Name: "Split-Path", New: func() runtime.Cmdlet { return new(SplitPath) }},
		{Name: "Resolve-Path", New: func() runtime.Cmdlet { return new(ResolvePath) }},
		{Name: "Convert-Path", New: func() runtime.Cmdlet { return new(ConvertPath) }},
		{Name: "Get-Location", New: func() runtime.Cmdlet { return new(GetLocation) }},
		{Name: "Set-Location", New: func() runtime.Cmdlet { return new(SetLocation) }},
		{Name: "Get-Item", New: func() runtime.Cmdlet { return new(GetItem) }},
		{Name: "Get-ChildItem", New: func() runtime.Cmdlet { return new(GetChildItem) }},
		{Name: "New-Item", New: func() runtime.Cmdlet { return new(NewItem) }},
		{Name: "Remove-Item", New: func() runtime.Cmdlet { return new(RemoveItem) }},
		{Name: "Copy-Item", New: func() runtime.Cmdlet { return new(CopyItem) }},
		{Name: "Move-Item", New: func() runtime.Cmdlet { return new(MoveItem) }},
		{Name: "Rename-Item", New: func() runtime.Cmdlet { return new(RenameItem) }},
	}
}
