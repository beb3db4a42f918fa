// Package remoting holds the cmdlets with which runbooks for the product begin:
// sessions with its servers, and snap-ins. A session is a handle on the store that
// the shell works on; there is no other endpoint.
package remoting

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// Cmdlets are the cmdlets; module is the name of the module whose cmdlets a
// session gives, and store names the store.
func Cmdlets(module string, store func() string) []runtime.CmdletEntry {
	p := &place{module: module, store: store}
	return []runtime.CmdletEntry{
		{Name: "New-PSSession", New: func() runtime.Cmdlet { return &NewPSSession{place: p} }},
		{Name: "Invoke-Command", New: func() runtime.Cmdlet { return &InvokeCommand{place: p} }},
		{Name: "Get-PSSession", New: func() runtime.Cmdlet { return &GetPSSession{place: p} }},
		{Name: "Remove-PSSession", New: func() runtime.Cmdlet { return &RemovePSSession{place: p} }},
		{Name: "Import-PSSession", New: func() runtime.Cmdlet { return &ImportPSSession{place: p} }},
		{Name: "New-PSSessionOption", New: func() runtime.Cmdlet { return &NewPSSessionOption{} }},
		{Name: "Add-PSSnapin", New: func() runtime.Cmdlet { return &AddPSSnapin{place: p} }},
		{Name: "Get-PSSnapin", New: func() runtime.Cmdlet { return &GetPSSnapin{place: p} }},
	}
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: SessionType, Declare: declareSession}, {Type: SessionOptionType, Declare: declareOption}}
}

// RemotingException is System.Management.Automation.Remoting.PSRemotingTransportException.
var RemotingException = &objects.Type{
	FullName: "System.Management.Automation.Remoting.PSRemotingTransportException", Base: objects.RuntimeException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

func refusal(p *place, endpoint string) *runtime.ErrorRecord {
	e := objects.NewException(RemotingException, "Connecting to \""+endpoint+"\" failed: csshell has sessions with its own store alone ("+p.store()+
		"), by -ConnectionUri https://POOL/OcsPowershell, and no connection to other endpoints.")
	return runtime.NewErrorRecord(e, "PSSessionOpenFailed", runtime.OpenError, objects.String(endpoint))
}

// matches reports whether a name fits one of the patterns.
func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		w, err := wildcard.Compile(p, true)
		return err == nil && w.Match(name)
	})
}
