// Package dotnet gathers the declared types of .NET for a TypeTable.
package dotnet

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/collections"
	"github.com/csshell/csshell/objects/data"
	"github.com/csshell/csshell/objects/diagnostics"
	"github.com/csshell/csshell/objects/globalization"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/linq"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/objects/numerics"
	"github.com/csshell/csshell/objects/security"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/objects/text"
	"github.com/csshell/csshell/objects/xml"
)

// Sources are the types of all packages below objects/ that need no running
// session: what [objects.NewTypeTable] takes.
func Sources() [][]objects.TypeEntry {
	return [][]objects.TypeEntry{
		system.Types(), collections.Types(), text.Types(), io.Types(), globalization.Types(), numerics.Types(), diagnostics.Types(), automation.Types(),
		net.Types(), xml.Types(), security.Types(), linq.Types(), data.Types(),
	}
}
