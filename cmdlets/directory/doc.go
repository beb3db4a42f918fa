// Package directory holds cmdlets of the ActiveDirectory module, over the accounts
// of the store.
package directory

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Module are the cmdlets over a store.
func Module(source access.Source) runtime.Module {
	edits := accountEdits{editor: access.Editor{Source: source}}
	return runtime.Module{
		Name:    "ActiveDirectory",
		Version: "1.0.1.0",
		Cmdlets: []runtime.CmdletEntry{
			{Name: "Get-ADUser", New: func() runtime.Cmdlet { return &GetADUser{source: source} }},
			{Name: "Set-ADUser", New: func() runtime.Cmdlet { return &SetADUser{accountEdits: edits} }},
			{Name: "Disable-ADAccount", New: func() runtime.Cmdlet { return &DisableADAccount{accountEdits: edits} }},
			{Name: "Enable-ADAccount", New: func() runtime.Cmdlet { return &EnableADAccount{accountEdits: edits} }},
			{Name: "Get-ADGroup", New: func() runtime.Cmdlet { return &GetADGroup{source: source} }},
			{Name: "New-ADGroup", New: func() runtime.Cmdlet { return &NewADGroup{source: source} }},
			{Name: "Get-ADGroupMember", New: func() runtime.Cmdlet { return &GetADGroupMember{source: source} }},
			{Name: "Add-ADGroupMember", New: func() runtime.Cmdlet { return &AddADGroupMember{memberEdits{source: source, in: true}} }},
			{Name: "Remove-ADGroupMember", New: func() runtime.Cmdlet { return &RemoveADGroupMember{memberEdits{source: source}} }},
			{Name: "Get-ADPrincipalGroupMembership", New: func() runtime.Cmdlet { return &GetADPrincipalGroupMembership{source: source} }},
		},
	}
}

// IdentityNotFound is Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException.
var IdentityNotFound = &objects.Type{
	FullName: "Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry { return []objects.TypeEntry{{Type: IdentityNotFound}} }

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

// account is the account that an argument of -Identity names.
func account(rt *runtime.CommandRuntime, s store.Store, v objects.Value) (*cs.User, error) {
	if u, ok := objects.As[*cs.User](v); ok && u.Key != 0 {
		return u, nil
	}
	identity, err := identityOf(rt, v)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(identity) == "" || cs.UserID(identity).IsWildcard() {
		return nil, notFound(identity)
	}
	found := logonNames(rt, s, identity)
	if found == nil {
		found, err = access.Account(rt, s, cs.UserID(identity))
	}
	switch {
	case errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrAmbiguous):
		return nil, notFound(identity)
	case err != nil:
		return nil, access.StoreError(err)
	}
	return found, nil
}

// logonNames is the one account with a logon name, which the directory knows its
// accounts by, whatever displays the same; nil for none or several.
func logonNames(rt *runtime.CommandRuntime, s store.Store, name string) *cs.User {
	var found *cs.User
	for u, err := range s.Users(rt.Context(), store.UserQuery{Identity: cs.UserID(name), NeverEnabled: true}) {
		if err != nil || !strings.EqualFold(u.SamAccountName, name) || found != nil {
			return nil
		}
		found = u
	}
	return found
}
