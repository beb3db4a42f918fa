// Package format holds the cmdlets that turn objects into text: Format-Table
// and its like, and the Out- cmdlets, over the views of objects/view.
package format

import (
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// Utility are the formatting cmdlets of Microsoft.PowerShell.Utility. They show
// objects with the views.
func Utility(views *view.Set) []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Format-Table", New: func() runtime.Cmdlet { return &FormatTable{formatting: formatting{views: views}} }},
		{Name: "Format-List", New: func() runtime.Cmdlet { return &FormatList{formatting: formatting{views: views}} }},
		{Name: "Format-Wide", New: func() runtime.Cmdlet { return &FormatWide{formatting: formatting{views: views}} }},
		{Name: "Format-Custom", New: func() runtime.Cmdlet { return &FormatCustom{formatting: formatting{views: views}} }},
		{Name: "Format-Hex", New: func() runtime.Cmdlet { return new(FormatHex) }},
		{Name: "Out-String", New: func() runtime.Cmdlet { return &OutString{views: views} }},
		{Name: "Get-FormatData", New: func() runtime.Cmdlet { return &GetFormatData{views: views} }},
		{Name: "Update-FormatData", New: func() runtime.Cmdlet { return &UpdateFormatData{views: views} }},
		{Name: "Out-File", New: func() runtime.Cmdlet { return &OutFile{views: views} }},
	}
}

// Core are the formatting cmdlets of Microsoft.PowerShell.Core.
func Core(views *view.Set) []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Out-Default", New: func() runtime.Cmdlet { return &OutDefault{views: views} }},
		{Name: "Out-Host", New: func() runtime.Cmdlet { return &OutHost{views: views} }},
	}
}
