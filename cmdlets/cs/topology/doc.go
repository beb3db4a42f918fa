// Package topology holds the cmdlets for what the organisation has besides its
// users: pools and what is derived from them, roles, phones and rooms. Where the
// store knows nothing they write nothing.
package topology

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// Cmdlets are the cmdlets over a store.
func Cmdlets(source access.Source) []runtime.CmdletEntry {
	entries := []runtime.CmdletEntry{
		{Name: "Get-CsPool", New: func() runtime.Cmdlet { return &GetCsPool{source: source} }},
		{Name: "Get-CsSite", New: func() runtime.Cmdlet { return &GetCsSite{source: source} }},
		{Name: "Get-CsComputer", New: func() runtime.Cmdlet { return &GetCsComputer{source: source} }},
		{Name: "Get-CsService", New: func() runtime.Cmdlet { return &GetCsService{source: source} }},
		{Name: "Get-CsSipDomain", New: func() runtime.Cmdlet { return &GetCsSipDomain{source: source} }},
		{Name: "Get-CsTopology", New: func() runtime.Cmdlet { return &GetCsTopology{source: source} }},
		{Name: "Get-CsAdminRole", New: func() runtime.Cmdlet { return &GetCsAdminRole{source: source} }},
		{Name: "New-CsAdminRole", New: func() runtime.Cmdlet { return &NewCsAdminRole{source: source} }},
		{Name: "Set-CsAdminRole", New: func() runtime.Cmdlet { return &SetCsAdminRole{source: source} }},
		{Name: "Remove-CsAdminRole", New: func() runtime.Cmdlet { return &RemoveCsAdminRole{source: source} }},
		{Name: "Get-CsAdminRoleAssignment", New: func() runtime.Cmdlet { return &GetCsAdminRoleAssignment{source: source} }},
	}
	for _, noun := range [...]string{
		"CsCommonAreaPhone", "CsAnalogDevice", "CsMeetingRoom", "CsExUmContact", "CsDialInConferencingAccessNumber", "CsTrustedApplicationEndpoint",
		"CsCertificate", "CsManagementStoreReplicationStatus", "CsWindowsService",
	} {
		entries = append(entries, runtime.CmdletEntry{Name: "Get-" + noun, New: func() runtime.Cmdlet { return &getUnknown{kind: noun[2:]} }})
	}
	return entries
}

// text is a text, or $null where it is empty.
func text(s string) objects.Value {
	if s == "" {
		return objects.Null
	}
	return objects.String(s)
}

func texts(list []string) objects.Value { return objects.Of(objects.Strings(list)) }

// named is which of some named things are asked for.
type named struct {
	Identity   string                  `param:"ParameterSetName=Identity,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The name."`
	Filter     string                  `param:"ParameterSetName=Filter" help:"A wildcard pattern for names."`
	LocalStore runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`
}

// keep reports whether a name is asked for.
func (n *named) keep(name string) (bool, error) {
	if n.Filter != "" {
		w, err := wildcard.Compile(n.Filter, true)
		return err == nil && w.Match(name), err
	}
	return n.Identity == "" || strings.EqualFold(n.Identity, name), nil
}

// write writes what keep lets through; a name that nothing has is an error.
func (n *named) write(rt *runtime.CommandRuntime, kind string, names []string, make func(i int) objects.Value) error {
	found := false
	for i, name := range names {
		yes, err := n.keep(name)
		if err != nil {
			return err
		}
		if !yes {
			continue
		}
		found = true
		if err := rt.WriteObject(make(i)); err != nil {
			return err
		}
	}
	if found || n.Identity == "" {
		return nil
	}
	return rt.WriteError(missing(kind, n.Identity))
}

// missing is the error of a name that nothing of a kind has.
func missing(kind, name string) *runtime.ErrorRecord {
	return access.Record("Cannot find \""+kind+"\" \""+name+"\" because it does not exist.", "ItemNotFound", runtime.ObjectNotFound, objects.String(name))
}

// getUnknown stands for the cmdlets that read what a store does not know: it
// writes nothing, and finds no name.
type getUnknown struct {
	_ struct{} `cmdlet:""`

	Identity                     string                  `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The name."`
	Filter                       string                  `param:"" help:"Accepted; there is nothing to filter."`
	LdapFilter                   string                  `param:"" help:"Accepted; there is nothing to filter."`
	OU                           string                  `param:"" help:"Accepted; there is nothing to filter."`
	ResultSize                   string                  `param:"" help:"Accepted."`
	Type                         []string                `param:"" help:"Accepted."`
	Name                         []string                `param:"" help:"Accepted."`
	ComputerName                 string                  `param:"" help:"Accepted; the store knows no servers."`
	ReplicaFqdn                  string                  `param:"" help:"Accepted; the store knows no servers."`
	Region                       string                  `param:"" help:"Accepted."`
	DomainController             string                  `param:"" help:"Accepted; the store has no domain controllers."`
	ExcludeActivity              runtime.SwitchParameter `param:"Name=ExcludeActivityLevel" help:"Accepted."`
	CentralManagementStoreStatus runtime.SwitchParameter `param:"" help:"Accepted."`

	kind string
}

// ProcessRecord finds nothing.
func (c *getUnknown) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Identity == "" {
		return nil
	}
	return rt.WriteError(missing(c.kind, c.Identity))
}
