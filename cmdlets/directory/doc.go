// Package directory holds cmdlets of the ActiveDirectory module, over the accounts
// of the store or over a directory server.
package directory

import (
	"embed"
	"io/fs"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

//go:embed help/*.txt
var help embed.FS

// Module are the cmdlets over a store, or over a directory server where there is one.
func Module(source access.Source, server *ldap.Server) runtime.Module {
	texts, err := fs.Sub(help, "help")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	at := place{source: source, server: server}
	return runtime.Module{
		Name:    "ActiveDirectory",
		Version: "1.0.1.0",
		Help:    texts,
		Cmdlets: []runtime.CmdletEntry{
			{Name: "Get-ADUser", New: func() runtime.Cmdlet { return &GetADUser{place: at} }},
			{Name: "Set-ADUser", New: func() runtime.Cmdlet { return &SetADUser{accountEdits: accountEdits{place: at}} }},
			{Name: "Disable-ADAccount", New: func() runtime.Cmdlet { return &DisableADAccount{accountEdits: accountEdits{place: at}} }},
			{Name: "Enable-ADAccount", New: func() runtime.Cmdlet { return &EnableADAccount{accountEdits: accountEdits{place: at}} }},
			{Name: "Get-ADGroup", New: func() runtime.Cmdlet { return &GetADGroup{place: at} }},
			{Name: "New-ADGroup", New: func() runtime.Cmdlet { return &NewADGroup{place: at} }},
			{Name: "Get-ADGroupMember", New: func() runtime.Cmdlet { return &GetADGroupMember{place: at} }},
			{Name: "Add-ADGroupMember", New: func() runtime.Cmdlet { return &AddADGroupMember{memberEdits{place: at, in: true}} }},
			{Name: "Remove-ADGroupMember", New: func() runtime.Cmdlet { return &RemoveADGroupMember{memberEdits{place: at}} }},
			{Name: "Sync-CsDirectory", New: func() runtime.Cmdlet { return &SyncCsDirectory{place: at} }},
			{Name: "Get-ADPrincipalGroupMembership", New: func() runtime.Cmdlet { return &GetADPrincipalGroupMembership{place: at} }},
		},
	}
}

// IdentityNotFound is Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException.
var IdentityNotFound = &objects.Type{
	FullName: "Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: IdentityNotFound}, {Type: access.ServerDown}}
}

// notFound is the error of an identity that the directory does not have. It ends
// the command.
func notFound(identity string) error {
	e := objects.NewException(IdentityNotFound, "Cannot find an object with identity: '"+identity+"'.")
	return runtime.NewErrorRecord(e, "ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException", runtime.ObjectNotFound, objects.String(identity))
}

// identityOf is what an argument of -Identity names: a text, or an object by its
// distinguished name.
func identityOf(rt *runtime.CommandRuntime, v objects.Value) (string, error) {
	if text, ok := v.Base().Str(); ok {
		return text, nil
	}
	for _, name := range [...]string{"DistinguishedName", "Identity", "SamAccountName"} {
		if p, ok, err := rt.Types().GetProperty(v, name); ok && err == nil && !p.IsNull() {
			return rt.Types().Text(p, " ")
		}
	}
	return rt.Types().Text(v, " ")
}
