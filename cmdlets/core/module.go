// Package core holds the cmdlets of Microsoft.PowerShell.Core.
package core

import "github.com/csshell/csshell/runtime"

// Module is Microsoft.PowerShell.Core: the cmdlets of the pipeline, commands
// and modules.
func Module() runtime.Module {
	return runtime.Module{
		Name:    "Microsoft.PowerShell.Core",
		Version: "7.6.5.0",
		Cmdlets: []runtime.CmdletEntry{
			{Name: "ForEach-Object", New: func() runtime.Cmdlet { return new(ForEachObject) }},
			{Name: "Where-Object", New: func() runtime.Cmdlet { return new(WhereObject) }},
			{Name: "Out-Null", New: func() runtime.Cmdlet { return new(OutNull) }},
		},
	}
}
