// Package web holds the cmdlets of Microsoft.PowerShell.Utility that speak to servers:
// HTTP requests and mail.
package web

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// Cmdlets are the cmdlets of this package.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Invoke-WebRequest", New: func() runtime.Cmdlet { return new(InvokeWebRequest) }},
		{Name: "Invoke-RestMethod", New: func() runtime.Cmdlet { return new(InvokeRestMethod) }},
		{Name: "Send-MailMessage", New: func() runtime.Cmdlet { return new(SendMailMessage) }},
	}
}

// Types are the types of what the cmdlets take and write.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: sessionType, Declare: declareSession},
		{Type: webResponseType, Declare: declareResponse},
		{Type: htmlResponseType, Declare: declareHTMLResponse},
		{Type: httpResponseException, Declare: declareFailure},
		{Type: responseMessageType, Declare: declareResponseMessage},
	}
}

// property is a property of an object held as a Go type.
func property[T objects.Object](signature string, get func(T) objects.Value) objects.Property {
	return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
		o, ok := objects.As[T](this)
		if !ok {
			return objects.Null, nil
		}
		return get(o), nil
	}}
}
