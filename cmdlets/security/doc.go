// Package security holds the cmdlets of Microsoft.PowerShell.Security.
package security

import "github.com/csshell/csshell/runtime"

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "ConvertTo-SecureString", New: func() runtime.Cmdlet { return new(ConvertToSecureString) }},
		{Name: "ConvertFrom-SecureString", New: func() runtime.Cmdlet { return new(ConvertFromSecureString) }},
		{Name: "Get-Credential", New: func() runtime.Cmdlet { return new(GetCredential) }},
		{Name: "Get-PfxCertificate", New: func() runtime.Cmdlet { return new(GetPfxCertificate) }},
		{Name: "Get-ExecutionPolicy", New: func() runtime.Cmdlet { return new(GetExecutionPolicy) }},
		{Name: "Set-ExecutionPolicy", New: func() runtime.Cmdlet { return new(SetExecutionPolicy) }},
	}
}
