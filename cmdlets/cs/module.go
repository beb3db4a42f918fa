// Package cs holds the cmdlets for the users and client certificates of Lync
// and Skype for Business, over a store.
package cs

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/cs/proof"
	"github.com/csshell/csshell/cmdlets/cs/topology"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

//go:embed help/*.txt
var help embed.FS

// Module are the cmdlets over a store. Get-CsAdUser reads a directory server where
// there is one.
func Module(source access.Source, server *ldap.Server) runtime.Module {
	texts, err := fs.Sub(help, "help")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return runtime.Module{
		Name:    "SkypeForBusiness",
		Version: "7.0.0.0",

		OtherNames: []string{"Lync", "SkypeOnlineConnector", "LyncOnlineConnector"},

		GlobalMessages: true,
		Cmdlets:        slices.Concat(userCmdlets(source, server), storeCmdlets(source), policyCmdlets(source), topology.Cmdlets(source), proof.Cmdlets(source)),
		Help:           familyTexts{texts},
		Suggest:        suggestUsers(source),
		Instead:        instead,
	}
}

func userCmdlets(source access.Source, server *ldap.Server) []runtime.CmdletEntry {
	one := oneUser{editor: access.Editor{Source: source}}
	pin := pinCmdlet{source: source}
	reader := userReader{source: source}
	return []runtime.CmdletEntry{
		{Name: "Get-CsUserPoolInfo", New: func() runtime.Cmdlet { return &GetCsUserPoolInfo{userReader: reader} }},
		{Name: "Get-CsEffectivePolicy", New: func() runtime.Cmdlet { return &GetCsEffectivePolicy{userReader: reader} }},
		{Name: "Test-CsClientAuth", New: func() runtime.Cmdlet { return &TestCsClientAuth{source: source} }},
		{Name: "Get-CsUser", New: func() runtime.Cmdlet { return &GetCsUser{userSearch: userSearch{source: source}} }},
		{Name: "Get-CsAdUser", New: func() runtime.Cmdlet { return &GetCsAdUser{userSearch: userSearch{source: source, server: server}} }},
		{Name: "Enable-CsUser", New: func() runtime.Cmdlet { return &EnableCsUser{oneUser: one} }},
		{Name: "Disable-CsUser", New: func() runtime.Cmdlet { return &DisableCsUser{oneUser: one} }},
		{Name: "Set-CsUser", New: func() runtime.Cmdlet { return &SetCsUser{oneUser: one} }},
		{Name: "Move-CsUser", New: func() runtime.Cmdlet { return &MoveCsUser{editor: access.Editor{Source: source}} }},
		{Name: "Get-CsClientCertificate", New: func() runtime.Cmdlet { return &GetCsClientCertificate{source: source} }},
		{Name: "Revoke-CsClientCertificate", New: func() runtime.Cmdlet { return &RevokeCsClientCertificate{source: source} }},
		{Name: "Get-CsClientPinInfo", New: func() runtime.Cmdlet { return &GetCsClientPinInfo{pinCmdlet: pin} }},
		{Name: "Set-CsClientPin", New: func() runtime.Cmdlet { return &SetCsClientPin{pinCmdlet: pin} }},
		{Name: "Lock-CsClientPin", New: func() runtime.Cmdlet { return &LockCsClientPin{pinCmdlet: pin} }},
		{Name: "Unlock-CsClientPin", New: func() runtime.Cmdlet { return &UnlockCsClientPin{pinCmdlet: pin} }},
	}
}

func storeCmdlets(source access.Source) []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Show-CsPlan", New: func() runtime.Cmdlet { return &ShowCsPlan{source: source} }},
		{Name: "Test-CsRunbook", New: func() runtime.Cmdlet { return new(TestCsRunbook) }},
		{Name: "Get-CsStore", New: func() runtime.Cmdlet { return &GetCsStore{source: source} }},
		{Name: "New-CsStore", New: func() runtime.Cmdlet { return &NewCsStore{source: source} }},
		{Name: "Import-CsStore", New: func() runtime.Cmdlet { return &ImportCsStore{source: source} }},
		{Name: "Export-CsStore", New: func() runtime.Cmdlet { return &ExportCsStore{source: source} }},
	}
}

// instead says what to use in the place of a cmdlet of the product that is not
// here.
func instead(name string) string {
	_, noun, ok := strings.Cut(strings.ToLower(name), "-cs")
	if !ok {
		return ""
	}
	for _, hint := range [...]struct{ part, text string }{
		{"online", "csshell works on its own store and knows no online tenants: see Get-CsUser."},
		{"policy", "csshell knows the per-user policies by name: see Get-Command Grant-Cs*."},
		{"certificate", "csshell knows the client certificates of users: see Get-CsClientCertificate and Revoke-CsClientCertificate."},
		{"pin", "csshell knows the PINs of users: see Get-CsClientPinInfo."},
		{"role", "csshell knows the administrator roles: see Get-Command *-CsAdminRole*."},
		{"user", "csshell knows users: see Get-Command *-CsUser*."},
	} {
		if strings.Contains(noun, hint.part) {
			return hint.text
		}
	}
	return "csshell has the cmdlets that Get-Command *-Cs* lists."
}
