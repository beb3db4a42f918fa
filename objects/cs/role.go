package cs

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
