// Package remoting holds the cmdlets with which runbooks for the product begin:
// sessions with its servers, and snap-ins. A session is a handle on the store that
// the shell works on; there is no other endpoint.
package remoting

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

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
		{Name: "Get-PSSession", New: func() runtime.Cmdlet { return &GetPSSession{place: p} }},
		{Name: "Remove-PSSession", New: func() runtime.Cmdlet { return &RemovePSSession{place: p} }},
		{Name: "Import-PSSession", New: func() runtime.Cmdlet { return &ImportPSSession{place: p} }},
		{Name: "New-PSSessionOption", New: func() runtime.Cmdlet { return &NewPSSessionOption{} }},
		{Name: "Add-PSSnapin", New: func() runtime.Cmdlet { return &AddPSSnapin{place: p} }},
		{Name: "Get-PSSnapin", New: func() runtime.Cmdlet { return &GetPSSnapin{place: p} }},
	}
}

// place is what the cmdlets of one shell share.
type place struct {
	module   string
	store    func() string
	sessions []*Session
	last     int      // the id of the newest session
	snapins  []string // those that were added
}

// Session is a handle on the store (System.Management.Automation.Runspaces.PSSession).
type Session struct {
	ID           int
	Name         string
	ComputerName string
	Closed       bool

	imported []*runtime.ModuleInfo
}

// SessionType is System.Management.Automation.Runspaces.PSSession.
var SessionType = &objects.Type{FullName: "System.Management.Automation.Runspaces.PSSession", Kind: objects.KindObject}

// Type is System.Management.Automation.Runspaces.PSSession.
func (*Session) Type() *objects.Type { return SessionType }

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: SessionType, Declare: func() *objects.Declaration {
		property := func(signature string, get func(*Session) objects.Value) objects.Property {
			return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
				s, _ := objects.As[*Session](this)
				return get(s), nil
			}}
		}
		return &objects.Declaration{
			Type: SessionType,
			Data: &objects.TypeData{TypeName: SessionType.FullName, DefaultDisplayPropertySet: []string{"Id", "Name", "ComputerName", "State"}},
			Properties: []objects.Property{
				property("int Id {get;}", func(s *Session) objects.Value { return objects.Int(s.ID) }),
				property("string Name {get;}", func(s *Session) objects.Value { return objects.String(s.Name) }),
				property("string ComputerName {get;}", func(s *Session) objects.Value { return objects.String(s.ComputerName) }),
				property("string ConfigurationName {get;}", func(*Session) objects.Value { return objects.String(configuration) }),
				property("string State {get;}", func(s *Session) objects.Value { return objects.String(s.state("Opened", "Closed")) }),
				property("string Availability {get;}", func(s *Session) objects.Value { return objects.String(s.state("Available", "None")) }),
			},
		}
	}}}
}

const configuration = "Microsoft.PowerShell"

func (s *Session) state(open, closed string) string {
	if s.Closed {
		return closed
	}
	return open
}

// NewPSSession opens a session with the store.
type NewPSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ComputerName"`

	ComputerName        []string                `param:"ParameterSetName=ComputerName,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Cn" help:"Refused; sessions have a connection URI."`
	ConnectionUri       []string                `param:"ParameterSetName=Uri,Position=0,Mandatory,Alias=URI,Alias=CU" validate:"NotNullOrEmpty" help:"https://POOL/OcsPowershell."`
	Credential          objects.Value           `param:"" type:"pscredential" help:"Accepted; the store knows one account."`
	Authentication      string                  `param:"" help:"Accepted."`
	ConfigurationName   string                  `param:"" help:"Accepted."`
	SessionOption       objects.Value           `param:"" help:"Accepted."`
	Name                []string                `param:"" help:"The name of the session."`
	ThrottleLimit       int                     `param:"" help:"Accepted."`
	AllowRedirection    runtime.SwitchParameter `param:"" help:"Accepted."`
	EnableNetworkAccess runtime.SwitchParameter `param:"" help:"Accepted."`

	place *place
}

// ProcessRecord opens the sessions asked for.
func (c *NewPSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range c.ComputerName {
		if err := rt.WriteError(refusal(c.place, name)); err != nil {
			return err
		}
	}
	for i, uri := range c.ConnectionUri {
		u, err := url.Parse(uri)
		if err != nil || u.Host == "" || !strings.EqualFold(strings.Trim(u.Path, "/"), "OcsPowershell") {
			if err := rt.WriteError(refusal(c.place, uri)); err != nil {
				return err
			}
			continue
		}
		c.place.last++
		s := &Session{ID: c.place.last, Name: fmt.Sprintf("Runspace%d", c.place.last), ComputerName: u.Hostname()}
		if i < len(c.Name) {
			s.Name = c.Name[i]
		}
		c.place.sessions = append(c.place.sessions, s)
		if err := rt.WriteObject(objects.Of(s)); err != nil {
			return err
		}
	}
	return nil
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

// GetPSSession writes the sessions that are open.
type GetPSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Name         []string `param:"ParameterSetName=Name,Position=1" help:"The names, with wildcards."`
	ID           []int    `param:"ParameterSetName=Id,Position=0,Mandatory,Name=Id" help:"The numbers."`
	ComputerName []string `param:"Position=0,Alias=Cn" help:"The computers."`

	place *place
}

// ProcessRecord writes the sessions asked for.
func (c *GetPSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, s := range c.place.sessions {
		if len(c.Name) > 0 && !matches(c.Name, s.Name) || len(c.ID) > 0 && !slices.Contains(c.ID, s.ID) || len(c.ComputerName) > 0 && !matches(c.ComputerName, s.ComputerName) {
			continue
		}
		if err := rt.WriteObject(objects.Of(s)); err != nil {
			return err
		}
	}
	return nil
}

// matches reports whether a name fits one of the patterns.
func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		w, err := wildcard.Compile(p, true)
		return err == nil && w.Match(name)
	})
}

// RemovePSSession closes sessions and takes back what was imported from them.
type RemovePSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Id,SupportsShouldProcess"`

	Session      []objects.Value `param:"ParameterSetName=Session,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection" help:"The sessions."`
	ID           []int           `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName,Name=Id" help:"The numbers."`
	Name         []string        `param:"ParameterSetName=Name,Mandatory,ValueFromPipelineByPropertyName" help:"The names, with wildcards."`
	ComputerName []string        `param:"ParameterSetName=ComputerName,Mandatory,Alias=Cn" help:"The computers."`

	place *place
}

// ProcessRecord closes the sessions asked for.
func (c *RemovePSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, s := range slices.Clone(c.place.sessions) {
		given := slices.ContainsFunc(c.Session, func(v objects.Value) bool { g, ok := objects.As[*Session](v); return ok && g == s })
		if !given && !slices.Contains(c.ID, s.ID) && !matches(c.Name, s.Name) && !matches(c.ComputerName, s.ComputerName) {
			continue
		}
		if yes, err := rt.ShouldProcess(s.Name, ""); !yes {
			return err
		}
		s.Closed = true
		for _, m := range s.imported {
			rt.Session().RemoveModule(m)
		}
		c.place.sessions = slices.DeleteFunc(c.place.sessions, func(o *Session) bool { return o == s })
	}
	return nil
}

// NewPSSessionOption makes options for a session; none of them means anything to
// the store.
type NewPSSessionOption struct {
	_ struct{} `cmdlet:""`

	SkipCACheck         runtime.SwitchParameter `param:"" help:"Accepted."`
	SkipCNCheck         runtime.SwitchParameter `param:"" help:"Accepted."`
	SkipRevocationCheck runtime.SwitchParameter `param:"" help:"Accepted."`
	NoCompression       runtime.SwitchParameter `param:"" help:"Accepted."`
	NoEncryption        runtime.SwitchParameter `param:"" help:"Accepted."`
	IdleTimeout         int                     `param:"" help:"Accepted."`
	OpenTimeout         int                     `param:"" help:"Accepted."`
	OperationTimeout    int                     `param:"" help:"Accepted."`
	CancelTimeout       int                     `param:"" help:"Accepted."`
	ProxyAccessType     string                  `param:"" help:"Accepted."`
	MaximumRedirection  int                     `param:"" help:"Accepted."`
	Culture             string                  `param:"" help:"Accepted."`
	UICulture           string                  `param:"" help:"Accepted."`
}

// ProcessRecord writes the options.
func (c *NewPSSessionOption) ProcessRecord(rt *runtime.CommandRuntime) error {
	o := objects.NewCustomObject()
	o.SetNote("SkipCACheck", objects.Bool(bool(c.SkipCACheck)))
	o.SetNote("SkipCNCheck", objects.Bool(bool(c.SkipCNCheck)))
	o.SetNote("SkipRevocationCheck", objects.Bool(bool(c.SkipRevocationCheck)))
	o.SetTypeNames([]string{"System.Management.Automation.Remoting.PSSessionOption", "System.Object"})
	return rt.WriteObject(objects.Of(o))
}
