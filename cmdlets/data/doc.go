// Package data holds the cmdlets of Microsoft.PowerShell.Utility that read and
// write data formats: CSV and JSON.
package data

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Import-Csv", New: func() runtime.Cmdlet { return new(ImportCsv) }},
		{Name: "Export-Csv", New: func() runtime.Cmdlet { return new(ExportCsv) }},
		{Name: "ConvertTo-Csv", New: func() runtime.Cmdlet { return new(ConvertToCsv) }},
		{Name: "ConvertFrom-Csv", New: func() runtime.Cmdlet { return new(ConvertFromCsv) }},
		{Name: "ConvertTo-Json", New: func() runtime.Cmdlet { return new(ConvertToJSON) }},
		{Name: "ConvertFrom-Json", New: func() runtime.Cmdlet { return new(ConvertFromJSON) }},
		{Name: "ConvertTo-Html", New: func() runtime.Cmdlet { return new(ConvertToHTML) }},
	}
}
