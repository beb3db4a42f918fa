// Package management holds the cmdlets of Microsoft.PowerShell.Management: drives
// and items, paths and locations, content.
package management

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Get-Content", New: func() runtime.Cmdlet { return new(GetContent) }},
		{Name: "Set-Content", New: func() runtime.Cmdlet { return new(SetContent) }},
		{Name: "Add-Content", New: func() runtime.Cmdlet { return new(AddContent) }},
		{Name: "Clear-Content", New: func() runtime.Cmdlet { return new(ClearContent) }},
		{Name: "Test-Path", New: func() runtime.Cmdlet { return new(TestPath) }},
		{Name: "Join-Path", New: func() runtime.Cmdlet { return new(JoinPath) }},
		{Name: "Split-Path", New: func() runtime.Cmdlet { return new(SplitPath) }},
		{Name: "Resolve-Path", New: func() runtime.Cmdlet { return new(ResolvePath) }},
		{Name: "Convert-Path", New: func() runtime.Cmdlet { return new(ConvertPath) }},
		{Name: "Get-Location", New: func() runtime.Cmdlet { return new(GetLocation) }},
		{Name: "Set-Location", New: func() runtime.Cmdlet { return new(SetLocation) }},
		{Name: "Push-Location", New: func() runtime.Cmdlet { return new(PushLocation) }},
		{Name: "Pop-Location", New: func() runtime.Cmdlet { return new(PopLocation) }},
		{Name: "Get-Item", New: func() runtime.Cmdlet { return new(GetItem) }},
		{Name: "Set-Item", New: func() runtime.Cmdlet { return new(SetItem) }},
		{Name: "Clear-Item", New: func() runtime.Cmdlet { return new(ClearItem) }},
		{Name: "Invoke-Item", New: func() runtime.Cmdlet { return new(InvokeItem) }},
		{Name: "Get-ChildItem", New: func() runtime.Cmdlet { return new(GetChildItem) }},
		{Name: "New-Item", New: func() runtime.Cmdlet { return new(NewItem) }},
		{Name: "Remove-Item", New: func() runtime.Cmdlet { return new(RemoveItem) }},
		{Name: "Copy-Item", New: func() runtime.Cmdlet { return new(CopyItem) }},
		{Name: "Move-Item", New: func() runtime.Cmdlet { return new(MoveItem) }},
		{Name: "Rename-Item", New: func() runtime.Cmdlet { return new(RenameItem) }},
		{Name: "Get-ItemProperty", New: func() runtime.Cmdlet { return new(GetItemProperty) }},
		{Name: "Get-ItemPropertyValue", New: func() runtime.Cmdlet { return new(GetItemPropertyValue) }},
		{Name: "Set-ItemProperty", New: func() runtime.Cmdlet { return new(SetItemProperty) }},
		{Name: "Clear-ItemProperty", New: func() runtime.Cmdlet { return new(ClearItemProperty) }},
		{Name: "New-ItemProperty", New: func() runtime.Cmdlet { return new(NewItemProperty) }},
		{Name: "Copy-ItemProperty", New: func() runtime.Cmdlet { return new(CopyItemProperty) }},
		{Name: "Move-ItemProperty", New: func() runtime.Cmdlet { return new(MoveItemProperty) }},
		{Name: "Remove-ItemProperty", New: func() runtime.Cmdlet { return new(RemoveItemProperty) }},
		{Name: "Rename-ItemProperty", New: func() runtime.Cmdlet { return new(RenameItemProperty) }},
		{Name: "Get-PSDrive", New: func() runtime.Cmdlet { return new(GetPSDrive) }},
		{Name: "New-PSDrive", New: func() runtime.Cmdlet { return new(NewPSDrive) }},
		{Name: "Remove-PSDrive", New: func() runtime.Cmdlet { return new(RemovePSDrive) }},
		{Name: "Get-PSProvider", New: func() runtime.Cmdlet { return new(GetPSProvider) }},
		{Name: "Get-Process", New: func() runtime.Cmdlet { return new(GetProcess) }},
		{Name: "Stop-Process", New: func() runtime.Cmdlet { return new(StopProcess) }},
		{Name: "Wait-Process", New: func() runtime.Cmdlet { return new(WaitProcess) }},
		{Name: "Start-Process", New: func() runtime.Cmdlet { return new(StartProcess) }},
		{Name: "Debug-Process", New: func() runtime.Cmdlet { return new(DebugProcess) }},
		{Name: "Stop-Computer", New: func() runtime.Cmdlet { return new(StopComputer) }},
		{Name: "Restart-Computer", New: func() runtime.Cmdlet { return new(RestartComputer) }},
		{Name: "Test-Connection", New: func() runtime.Cmdlet { return new(TestConnection) }},
		{Name: "Get-TimeZone", New: func() runtime.Cmdlet { return new(GetTimeZone) }},
		{Name: "Get-Clipboard", New: func() runtime.Cmdlet { return new(GetClipboard) }},
		{Name: "Set-Clipboard", New: func() runtime.Cmdlet { return new(SetClipboard) }},
	}
}
