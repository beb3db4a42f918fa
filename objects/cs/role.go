package cs

import (
	"slices"
	"strings"
)

// Role is an RBAC role: the object of Get-CsAdminRole. It is a universal
// security group of the same name; its members may run Cmdlets remotely.
type Role struct {
	Identity       string
	Sid            string
	IsStandardRole bool
	Cmdlets        []string // in alphabetical order
	ScriptModules  []string
	ConfigScopes   []string // Global, or site:<SiteId>
	UserScopes     []string // Global, or OU:<distinguished name>
	TemplateName   string
}

// NewRole returns a custom role that copies template under another name, and
// may run more cmdlets.
func NewRole(name string, template Role, more ...string) Role {
	role := template
	role.Identity, role.Sid, role.TemplateName = name, "", template.Identity
	role.IsStandardRole = false
	role.Cmdlets = sorted(template.Cmdlets, more)
	return role
}

// viewCmdlets are what every role for users may run.
var viewCmdlets = []string{
	"Get-CsUser", "Get-CsAdUser", "Get-CsPool", "Get-CsClientPinInfo", "Get-CsClientCertificate", "Get-CsAdminRole", "Get-CsAdminRoleAssignment",
}

// userAdminCmdlets are what an administrator of users may run besides.
var userAdminCmdlets = []string{
	"Enable-CsUser", "Disable-CsUser", "Set-CsUser", "Move-CsUser", "Set-CsClientPin", "Lock-CsClientPin", "Unlock-CsClientPin",
	"Grant-CsPinPolicy", "Revoke-CsClientCertificate",
}

// StandardRoles returns the roles that every organisation has (Microsoft,
// "Planning for role-based access control"), without their SIDs, and of their
// cmdlets those that csshell knows.
func StandardRoles() []Role {
	standard := func(name string, lists ...[]string) Role {
		return Role{
			Identity: name, IsStandardRole: true, Cmdlets: sorted(lists...),
			ConfigScopes: []string{"Global"}, UserScopes: []string{"Global"},
		}
	}
	return []Role{
		standard("CsAdministrator", viewCmdlets, userAdminCmdlets, []string{"Set-CsUserServer", "New-CsAdminRole", "Set-CsAdminRole", "Remove-CsAdminRole", "Test-CsClientAuth", "New-CsVoicePolicy"}),
		standard("CsVoiceAdministrator", []string{"Get-CsUser", "Get-CsAdUser", "Get-CsPool", "Get-CsAdminRole", "Set-CsUser", "New-CsVoicePolicy"}),
		standard("CsUserAdministrator", viewCmdlets, userAdminCmdlets),
		standard("CsServerAdministrator", []string{"Get-CsUser", "Get-CsPool", "Get-CsAdminRole", "Test-CsClientAuth"}),
		standard("CsViewOnlyAdministrator", viewCmdlets),
		standard("CsHelpDesk", viewCmdlets, []string{"Lock-CsClientPin", "Unlock-CsClientPin", "Test-CsClientAuth"}),
		standard("CsArchivingAdministrator", []string{"Get-CsUser", "Get-CsPool", "Get-CsAdminRole"}),
		standard("CsResponseGroupAdministrator", []string{"Get-CsUser", "Get-CsPool", "Get-CsAdminRole"}),
		standard("CsLocationAdministrator", []string{"Get-CsPool", "Get-CsAdminRole"}),
		standard("CsResponseGroupManager", []string{"Get-CsUser", "Get-CsAdminRole"}),
		standard("CsPersistentChatAdministrator", []string{"Get-CsUser", "Get-CsAdminRole"}),
	}
}

// sorted returns the texts of lists in alphabetical order.
func sorted(lists ...[]string) []string {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(Fold(a), Fold(b)) })
	return all
}
