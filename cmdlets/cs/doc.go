// Package cs holds the cmdlets for the users and client certificates of Lync
// and Skype for Business, over a store.
package cs

import (
	"context"

	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// Source gives the store that the cmdlets work on. It is opened at the first
// use; the error names it and says what to do.
type Source interface {
	Store(ctx context.Context) (store.Store, error)
	// Name is the store as it is named on the command line.
	Name() string
}

// Module are the cmdlets over a store.
func Module(source Source) runtime.Module {
	return runtime.Module{
		Name:    "SkypeForBusiness",
		Version: "7.0.0.0",

		GlobalMessages: true,
		Cmdlets: []runtime.CmdletEntry{
			{Name: "Get-CsUser", New: func() runtime.Cmdlet { return &GetCsUser{source: source} }},
			{Name: "Get-CsClientCertificate", New: func() runtime.Cmdlet { return &GetCsClientCertificate{source: source} }},
			{Name: "Revoke-CsClientCertificate", New: func() runtime.Cmdlet { return &RevokeCsClientCertificate{source: source} }},
			{Name: "Get-CsStore", New: func() runtime.Cmdlet { return &GetCsStore{source: source} }},
			{Name: "Import-CsStore", New: func() runtime.Cmdlet { return &ImportCsStore{source: source} }},
			{Name: "Export-CsStore", New: func() runtime.Cmdlet { return &ExportCsStore{source: source} }},
			{Name: "Get-CsAdminRole", New: func() runtime.Cmdlet { return &GetCsAdminRole{source: source} }},
		},
	}
}
