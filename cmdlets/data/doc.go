// Package data holds the cmdlets of Microsoft.PowerShell.Utility that read and
// write data formats: CSV, JSON, HTML, XML and CLIXML.
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
		{Name: "ConvertTo-Xml", New: func() runtime.Cmdlet { return new(ConvertToXML) }},
		{Name: "Select-Xml", New: func() runtime.Cmdlet { return new(SelectXML) }},
		{Name: "Export-Clixml", New: func() runtime.Cmdlet { return new(ExportClixml) }},
		{Name: "Import-Clixml", New: func() runtime.Cmdlet { return new(ImportClixml) }},
		{Name: "ConvertTo-CliXml", New: func() runtime.Cmdlet { return new(ConvertToCliXML) }},
		{Name: "ConvertFrom-CliXml", New: func() runtime.Cmdlet { return new(ConvertFromCliXML) }},
	}
}
