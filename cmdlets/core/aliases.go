package core

import "github.com/csshell/csshell/runtime"

// Aliases are the aliases that PowerShell has on Linux and on Windows
// ("about_Aliases"), so that runbooks written there find theirs.
func Aliases() []runtime.AliasEntry {
	const (
		readOnly = runtime.ReadOnlyOption
		allScope = runtime.AllScopeOption
	)
	return []runtime.AliasEntry{
		{Name: "?", Definition: "Where-Object", Options: readOnly | allScope}, {Name: "%", Definition: "ForEach-Object", Options: readOnly | allScope}, {Name: "ac", Definition: "Add-Content"},
		{Name: "asnp", Definition: "Add-PSSnapin"}, {Name: "cat", Definition: "Get-Content"}, {Name: "cd", Definition: "Set-Location", Options: allScope},
		{Name: "chdir", Definition: "Set-Location"}, {Name: "clc", Definition: "Clear-Content", Options: readOnly}, {Name: "clear", Definition: "Clear-Host"},
		{Name: "clhy", Definition: "Clear-History", Options: readOnly}, {Name: "cli", Definition: "Clear-Item", Options: readOnly}, {Name: "clp", Definition: "Clear-ItemProperty", Options: readOnly},
		{Name: "cls", Definition: "Clear-Host"}, {Name: "clv", Definition: "Clear-Variable", Options: readOnly}, {Name: "cnsn", Definition: "Connect-PSSession"},
		{Name: "compare", Definition: "Compare-Object"}, {Name: "copy", Definition: "Copy-Item", Options: allScope}, {Name: "cp", Definition: "Copy-Item"},
		{Name: "cpi", Definition: "Copy-Item", Options: readOnly}, {Name: "cpp", Definition: "Copy-ItemProperty"}, {Name: "curl", Definition: "Invoke-WebRequest"},
		{Name: "cvpa", Definition: "Convert-Path", Options: readOnly}, {Name: "dbp", Definition: "Disable-PSBreakpoint", Options: readOnly}, {Name: "del", Definition: "Remove-Item", Options: allScope},
		{Name: "diff", Definition: "Compare-Object"}, {Name: "dir", Definition: "Get-ChildItem", Options: allScope}, {Name: "dnsn", Definition: "Disconnect-PSSession"},
		{Name: "ebp", Definition: "Enable-PSBreakpoint", Options: readOnly}, {Name: "echo", Definition: "Write-Output", Options: allScope}, {Name: "epal", Definition: "Export-Alias", Options: readOnly},
		{Name: "epcsv", Definition: "Export-Csv", Options: readOnly}, {Name: "erase", Definition: "Remove-Item"}, {Name: "etsn", Definition: "Enter-PSSession"},
		{Name: "exsn", Definition: "Exit-PSSession"}, {Name: "fc", Definition: "Format-Custom", Options: readOnly}, {Name: "fhx", Definition: "Format-Hex"},
		{Name: "fl", Definition: "Format-List", Options: readOnly}, {Name: "foreach", Definition: "ForEach-Object", Options: readOnly | allScope}, {Name: "ft", Definition: "Format-Table", Options: readOnly},
		{Name: "fw", Definition: "Format-Wide", Options: readOnly}, {Name: "gal", Definition: "Get-Alias", Options: readOnly}, {Name: "gbp", Definition: "Get-PSBreakpoint", Options: readOnly},
		{Name: "gc", Definition: "Get-Content", Options: readOnly}, {Name: "gcb", Definition: "Get-Clipboard"}, {Name: "gci", Definition: "Get-ChildItem", Options: readOnly},
		{Name: "gcm", Definition: "Get-Command", Options: readOnly}, {Name: "gcs", Definition: "Get-PSCallStack", Options: readOnly}, {Name: "gdr", Definition: "Get-PSDrive", Options: readOnly},
		{Name: "gerr", Definition: "Get-Error", Options: readOnly}, {Name: "ghy", Definition: "Get-History", Options: readOnly}, {Name: "gi", Definition: "Get-Item", Options: readOnly},
		{Name: "gin", Definition: "Get-ComputerInfo"}, {Name: "gjb", Definition: "Get-Job"}, {Name: "gl", Definition: "Get-Location", Options: readOnly},
		{Name: "gm", Definition: "Get-Member", Options: readOnly}, {Name: "gmo", Definition: "Get-Module", Options: readOnly}, {Name: "gp", Definition: "Get-ItemProperty", Options: readOnly},
		{Name: "gps", Definition: "Get-Process", Options: readOnly}, {Name: "gpv", Definition: "Get-ItemPropertyValue", Options: readOnly}, {Name: "group", Definition: "Group-Object", Options: readOnly},
		{Name: "gsn", Definition: "Get-PSSession"}, {Name: "gsnp", Definition: "Get-PSSnapin"}, {Name: "gsv", Definition: "Get-Service"},
		{Name: "gtz", Definition: "Get-TimeZone"}, {Name: "gu", Definition: "Get-Unique", Options: readOnly}, {Name: "gv", Definition: "Get-Variable", Options: readOnly},
		{Name: "gwmi", Definition: "Get-WmiObject"}, {Name: "h", Definition: "Get-History"}, {Name: "history", Definition: "Get-History"},
		{Name: "icm", Definition: "Invoke-Command"}, {Name: "iex", Definition: "Invoke-Expression", Options: readOnly}, {Name: "ihy", Definition: "Invoke-History", Options: readOnly},
		{Name: "ii", Definition: "Invoke-Item", Options: readOnly}, {Name: "ipal", Definition: "Import-Alias", Options: readOnly}, {Name: "ipcsv", Definition: "Import-Csv", Options: readOnly},
		{Name: "ipmo", Definition: "Import-Module", Options: readOnly}, {Name: "irm", Definition: "Invoke-RestMethod", Options: readOnly}, {Name: "ise", Definition: "powershell_ise.exe"},
		{Name: "iwmi", Definition: "Invoke-WmiMethod"}, {Name: "iwr", Definition: "Invoke-WebRequest", Options: readOnly}, {Name: "lp", Definition: "Out-Printer"},
		{Name: "ls", Definition: "Get-ChildItem"}, {Name: "man", Definition: "help"}, {Name: "md", Definition: "mkdir", Options: allScope},
		{Name: "measure", Definition: "Measure-Object", Options: readOnly}, {Name: "mi", Definition: "Move-Item", Options: readOnly}, {Name: "mount", Definition: "New-PSDrive"},
		{Name: "move", Definition: "Move-Item", Options: allScope}, {Name: "mp", Definition: "Move-ItemProperty", Options: readOnly}, {Name: "mv", Definition: "Move-Item"},
		{Name: "nal", Definition: "New-Alias", Options: readOnly}, {Name: "ndr", Definition: "New-PSDrive", Options: readOnly}, {Name: "ni", Definition: "New-Item", Options: readOnly},
		{Name: "nmo", Definition: "New-Module", Options: readOnly}, {Name: "npssc", Definition: "New-PSSessionConfigurationFile"}, {Name: "nsn", Definition: "New-PSSession"},
		{Name: "nv", Definition: "New-Variable", Options: readOnly}, {Name: "ogv", Definition: "Out-GridView"}, {Name: "oh", Definition: "Out-Host", Options: readOnly},
		{Name: "popd", Definition: "Pop-Location", Options: allScope}, {Name: "ps", Definition: "Get-Process"}, {Name: "pushd", Definition: "Push-Location", Options: allScope},
		{Name: "pwd", Definition: "Get-Location"}, {Name: "r", Definition: "Invoke-History"}, {Name: "rbp", Definition: "Remove-PSBreakpoint", Options: readOnly},
		{Name: "rcjb", Definition: "Receive-Job"}, {Name: "rcsn", Definition: "Receive-PSSession", Options: readOnly}, {Name: "rd", Definition: "Remove-Item"},
		{Name: "rdr", Definition: "Remove-PSDrive", Options: readOnly}, {Name: "ren", Definition: "Rename-Item"}, {Name: "ri", Definition: "Remove-Item", Options: readOnly},
		{Name: "rjb", Definition: "Remove-Job"}, {Name: "rm", Definition: "Remove-Item"}, {Name: "rmdir", Definition: "Remove-Item"},
		{Name: "rmo", Definition: "Remove-Module", Options: readOnly}, {Name: "rni", Definition: "Rename-Item", Options: readOnly}, {Name: "rnp", Definition: "Rename-ItemProperty", Options: readOnly},
		{Name: "rp", Definition: "Remove-ItemProperty", Options: readOnly}, {Name: "rsn", Definition: "Remove-PSSession"}, {Name: "rsnp", Definition: "Remove-PSSnapin"},
		{Name: "rv", Definition: "Remove-Variable", Options: readOnly}, {Name: "rvpa", Definition: "Resolve-Path", Options: readOnly}, {Name: "rwmi", Definition: "Remove-WmiObject"},
		{Name: "sajb", Definition: "Start-Job"}, {Name: "sal", Definition: "Set-Alias", Options: readOnly}, {Name: "saps", Definition: "Start-Process", Options: readOnly},
		{Name: "sasv", Definition: "Start-Service"}, {Name: "sbp", Definition: "Set-PSBreakpoint", Options: readOnly}, {Name: "sc", Definition: "Set-Content"},
		{Name: "scb", Definition: "Set-Clipboard"}, {Name: "select", Definition: "Select-Object", Options: readOnly | allScope}, {Name: "set", Definition: "Set-Variable"},
		{Name: "shcm", Definition: "Show-Command"}, {Name: "si", Definition: "Set-Item", Options: readOnly}, {Name: "sl", Definition: "Set-Location", Options: readOnly},
		{Name: "sleep", Definition: "Start-Sleep"}, {Name: "sls", Definition: "Select-String"}, {Name: "sort", Definition: "Sort-Object"},
		{Name: "sp", Definition: "Set-ItemProperty", Options: readOnly}, {Name: "spjb", Definition: "Stop-Job"}, {Name: "spps", Definition: "Stop-Process", Options: readOnly},
		{Name: "spsv", Definition: "Stop-Service"}, {Name: "start", Definition: "Start-Process"}, {Name: "stz", Definition: "Set-TimeZone"},
		{Name: "sv", Definition: "Set-Variable", Options: readOnly}, {Name: "swmi", Definition: "Set-WmiInstance"}, {Name: "tee", Definition: "Tee-Object"},
		{Name: "trcm", Definition: "Trace-Command"}, {Name: "type", Definition: "Get-Content"}, {Name: "wget", Definition: "Invoke-WebRequest"},
		{Name: "where", Definition: "Where-Object", Options: readOnly | allScope}, {Name: "wjb", Definition: "Wait-Job"}, {Name: "write", Definition: "Write-Output"},
	}
}
