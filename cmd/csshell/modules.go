package main

import (
	"slices"

	"github.com/csshell/csshell/cmdlets/absent"
	"github.com/csshell/csshell/cmdlets/core"
	"github.com/csshell/csshell/cmdlets/cs"
	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/cmdlets/data"
	"github.com/csshell/csshell/cmdlets/directory"
	"github.com/csshell/csshell/cmdlets/format"
	"github.com/csshell/csshell/cmdlets/host"
	"github.com/csshell/csshell/cmdlets/job"
	"github.com/csshell/csshell/cmdlets/management"
	"github.com/csshell/csshell/cmdlets/remoting"
	"github.com/csshell/csshell/cmdlets/security"
	"github.com/csshell/csshell/cmdlets/services"
	"github.com/csshell/csshell/cmdlets/utility"
	"github.com/csshell/csshell/cmdlets/web"
	"github.com/csshell/csshell/objects"
	domain "github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/complete"
	"github.com/csshell/csshell/runtime/help"
)

// version is the version of the built-in modules: that of PowerShell's own
// modules.
const version = "7.0.0.0"

// editorVersion is the version of PSReadLine whose options profiles may set.
const editorVersion = "2.4.5"

// modules are the modules that are built in.
func modules(views *view.Set, source access.Source, server *ldap.Server) []runtime.Module {
	product := cs.Module(source, server)
	return []runtime.Module{
		{
			Name: "Microsoft.PowerShell.Core", Version: version, Aliases: core.Aliases(), Functions: core.Functions(),
			Cmdlets: slices.Concat(core.Cmdlets(utility.IsApprovedVerb), absent.Core(), format.Core(views), remoting.Cmdlets(product.Name, source.Name), job.Cmdlets()),
		},
		{
			Name: "Microsoft.PowerShell.Utility", Version: version,
			Cmdlets: slices.Concat(utility.Cmdlets(), data.Cmdlets(), web.Cmdlets(), absent.Utility(), format.Utility(views)),
		},
		{Name: "Microsoft.PowerShell.Security", Version: version, Cmdlets: append(security.Cmdlets(), absent.Security()...)},
		{Name: "Microsoft.PowerShell.Management", Version: version, Cmdlets: slices.Concat(management.Cmdlets(), services.Cmdlets(), absent.Management())},
		{Name: "Microsoft.PowerShell.Host", Version: version, Cmdlets: host.Cmdlets()},
		{Name: "PSReadLine", Version: editorVersion, Cmdlets: host.ReadLineCmdlets()},
		product,
		directory.Module(source, server),
	}
}

// types are the types that scripts can name.
func types(st *style.Style) *objects.TypeTable {
	return objects.NewTypeTable(func() [][]objects.TypeEntry {
		return append(dotnet.Sources(), runtime.Types(), help.Types(), complete.Types(), style.Types(st), view.Types(), format.Types(), utility.Types(), management.Types(), data.Types(), web.Types(), domain.Types(), directory.Types(), remoting.Types(), services.Types())
	})
}
