// Package job holds the cmdlets of jobs: script blocks that run while the session
// goes on (about_Jobs, about_Thread_Jobs).
package job

import "github.com/csshell/csshell/runtime"

// Cmdlets are those of Microsoft.PowerShell.Core.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Start-Job", New: func() runtime.Cmdlet { return new(StartJob) }},
		{Name: "Start-ThreadJob", New: func() runtime.Cmdlet { return new(StartThreadJob) }},
		{Name: "Get-Job", New: func() runtime.Cmdlet { return new(GetJob) }},
		{Name: "Receive-Job", New: func() runtime.Cmdlet { return new(ReceiveJob) }},
		{Name: "Wait-Job", New: func() runtime.Cmdlet { return new(WaitJob) }},
		{Name: "Stop-Job", New: func() runtime.Cmdlet { return new(StopJob) }},
		{Name: "Remove-Job", New: func() runtime.Cmdlet { return new(RemoveJob) }},
	}
}
