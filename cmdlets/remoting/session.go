package remoting

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// Session is a handle on the store (System.Management.Automation.Runspaces.PSSession).
type Session struct {
	ID           int
	Name         string
	ComputerName string
	Closed       bool

	instance      objects.Guid
	configuration string
	uri           *net.Uri
	options       objects.Value
	imported      []*runtime.ModuleInfo
}

// SessionType is System.Management.Automation.Runspaces.PSSession.
var SessionType = &objects.Type{FullName: "System.Management.Automation.Runspaces.PSSession", Kind: objects.KindObject, Attributes: objects.SealedAttr}

// Type is System.Management.Automation.Runspaces.PSSession.
func (*Session) Type() *objects.Type { return SessionType }

// Text names the session.
func (s *Session) Text() (string, error) { return "[PSSession]" + s.Name, nil }

func (s *Session) state(open, closed string) string {
	if s.Closed {
		return closed
	}
	return open
}

func declareSession() *objects.Declaration {
	property := func(signature string, get func(*Session) objects.Value) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value {
			s, _ := objects.As[*Session](this)
			return get(s)
		})
	}
	return &objects.Declaration{
		Type: SessionType,
		Data: &objects.TypeData{TypeName: SessionType.FullName, DefaultDisplayPropertySet: []string{"Id", "Name", "ComputerName", "State"}},
		Properties: []objects.Property{
			property("int Id {get;}", func(s *Session) objects.Value { return objects.Int(s.ID) }),
			property("string Name {get;set;}", func(s *Session) objects.Value { return objects.String(s.Name) }),
			property("string ComputerName {get;}", func(s *Session) objects.Value { return objects.String(s.ComputerName) }),
			property("string ConfigurationName {get;}", func(s *Session) objects.Value { return objects.String(s.configuration) }),
			property("guid InstanceId {get;}", func(s *Session) objects.Value { return objects.GuidOf(s.instance) }),
			property("string State {get;}", func(s *Session) objects.Value { return objects.String(s.state("Opened", "Closed")) }),
			property("string Availability {get;}", func(s *Session) objects.Value { return objects.String(s.state("Available", "None")) }),
			property("System.Management.Automation.Remoting.PSSessionOption SessionOption {get;}", func(s *Session) objects.Value { return s.options }),
		},
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

// open makes a session with the store of a pool.
func (p *place) open(uri *net.Uri, name, configuration string, options objects.Value) *Session {
	p.last++
	s := &Session{ID: p.last, Name: name, ComputerName: host(uri), instance: system.NewGuid(), configuration: configuration, uri: uri, options: options}
	if s.Name == "" {
		s.Name = fmt.Sprintf("Runspace%d", p.last)
	}
	if s.configuration == "" {
		s.configuration = defaultConfiguration
	}
	p.sessions = append(p.sessions, s)
	return s
}

// defaultConfiguration is the name of the configuration where nobody says another.
const defaultConfiguration = "Microsoft.PowerShell"

// isEndpoint reports whether a URI is that of the product's own endpoint, behind
// which the store stands.
func isEndpoint(uri *net.Uri) bool {
	u, err := url.Parse(uri.String())
	return err == nil && u.Host != "" && strings.EqualFold(strings.Trim(u.Path, "/"), "OcsPowershell")
}

func host(uri *net.Uri) string {
	u, err := url.Parse(uri.String())
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// NewPSSession opens a session with the store.
type NewPSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ComputerName,OutputType=System.Management.Automation.Runspaces.PSSession"`

	ComputerName          []string                `param:"ParameterSetName=ComputerName,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Cn" validate:"NotNullOrEmpty" help:"Refused; sessions have a connection URI."`
	Credential            objects.Value           `param:"ParameterSetName=ComputerName|Uri,ValueFromPipelineByPropertyName;ParameterSetName=VMId|VMName,Mandatory,ValueFromPipelineByPropertyName" type:"pscredential" help:"Who logs on; the store knows one account."`
	Session               []*Session              `param:"ParameterSetName=Session,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Sessions to open once more."`
	Name                  []string                `param:"" help:"The names of the sessions."`
	EnableNetworkAccess   runtime.SwitchParameter `param:"ParameterSetName=ComputerName|Uri|Session" help:"Meaningless to the store."`
	ConfigurationName     string                  `param:"ParameterSetName=ComputerName|Uri|VMId|VMName|ContainerId,ValueFromPipelineByPropertyName" help:"The configuration; Microsoft.PowerShell."`
	UseWindowsPowerShell  runtime.SwitchParameter `param:"ParameterSetName=UseWindowsPowerShellParameterSet,Mandatory" refuse:"there is no Windows PowerShell beside it"`
	VMId                  []objects.Value         `param:"ParameterSetName=VMId,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=VMGuid" type:"guid[]" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	VMName                []string                `param:"ParameterSetName=VMName,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	ContainerId           []string                `param:"ParameterSetName=ContainerId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no containers"`
	RunAsAdministrator    runtime.SwitchParameter `param:"ParameterSetName=ContainerId" refuse:"there are no containers"`
	Port                  int                     `param:"ParameterSetName=ComputerName|SSHHost" validate:"Range=1:65535" refuse:"it connects to its own store alone"`
	UseSSL                runtime.SwitchParameter `param:"ParameterSetName=ComputerName" refuse:"it connects to its own store alone"`
	ApplicationName       string                  `param:"ParameterSetName=ComputerName,ValueFromPipelineByPropertyName" refuse:"it connects to its own store alone"`
	ThrottleLimit         int                     `param:"ParameterSetName=ComputerName|Uri|VMId|VMName|Session|ContainerId" help:"How many sessions are opened at once."`
	ConnectionUri         []*net.Uri              `param:"ParameterSetName=Uri,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=URI,Alias=CU" validate:"NotNullOrEmpty" help:"https://POOL/OcsPowershell."`
	AllowRedirection      runtime.SwitchParameter `param:"ParameterSetName=Uri" help:"The store redirects nobody."`
	SessionOption         objects.Value           `param:"ParameterSetName=ComputerName|Uri" type:"System.Management.Automation.Remoting.PSSessionOption" validate:"NotNull" help:"The options of the session."`
	Authentication        objects.Value           `param:"ParameterSetName=ComputerName|Uri" type:"System.Management.Automation.Runspaces.AuthenticationMechanism" help:"How to log on; the store knows one account."`
	CertificateThumbprint string                  `param:"ParameterSetName=ComputerName|Uri" refuse:"it connects to its own store alone"`
	HostName              []string                `param:"ParameterSetName=SSHHost,Position=0,Mandatory" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	UserName              string                  `param:"ParameterSetName=SSHHost" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	KeyFilePath           string                  `param:"ParameterSetName=SSHHost,Alias=IdentityFilePath" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	Subsystem             string                  `param:"ParameterSetName=SSHHost,ValueFromPipelineByPropertyName" refuse:"it makes no connections over SSH"`
	ConnectingTimeout     int                     `param:"ParameterSetName=SSHHost" refuse:"it makes no connections over SSH"`
	SSHTransport          runtime.SwitchParameter `param:"ParameterSetName=SSHHost" validate:"Set=true" refuse:"it makes no connections over SSH"`
	SSHConnection         []objects.Value         `param:"ParameterSetName=SSHHostHashParam,Mandatory" type:"hashtable[]" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	Options               *objects.Hashtable      `param:"ParameterSetName=SSHHost" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`

	place *place
}

// TransformOf makes -Credential ask for the password of a name.
func (*NewPSSession) TransformOf(parameter string) runtime.Transform {
	if parameter == "Credential" {
		return runtime.CredentialAttribute{}
	}
	return nil
}

// ProcessRecord opens the sessions asked for.
func (c *NewPSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range c.ComputerName {
		if err := rt.WriteError(refusal(c.place, name)); err != nil {
			return err
		}
	}
	for i, uri := range c.ConnectionUri {
		if !isEndpoint(uri) {
			if err := rt.WriteError(refusal(c.place, uri.String())); err != nil {
				return err
			}
			continue
		}
		if err := rt.WriteObject(objects.Of(c.place.open(uri, c.name(i), c.ConfigurationName, c.SessionOption))); err != nil {
			return err
		}
	}
	for i, s := range c.Session {
		if err := rt.WriteObject(objects.Of(c.place.open(s.uri, c.name(i), s.configuration, s.options))); err != nil {
			return err
		}
	}
	return nil
}

// name is the name for the session at i; "" where none was given.
func (c *NewPSSession) name(i int) string {
	if i < len(c.Name) {
		return c.Name[i]
	}
	return ""
}

// GetPSSession writes the sessions that are open.
type GetPSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name,OutputType=System.Management.Automation.Runspaces.PSSession"`

	ComputerName          []string                `param:"ParameterSetName=ComputerName|ComputerInstanceId,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=Cn" validate:"NotNullOrEmpty" help:"Refused; sessions have a connection URI."`
	ApplicationName       string                  `param:"ParameterSetName=ComputerName|ComputerInstanceId,ValueFromPipelineByPropertyName" refuse:"it connects to its own store alone"`
	ConnectionUri         []*net.Uri              `param:"ParameterSetName=ConnectionUri|ConnectionUriInstanceId,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=URI,Alias=CU" validate:"NotNullOrEmpty" help:"https://POOL/OcsPowershell."`
	ConfigurationName     string                  `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId|ContainerId|ContainerIdInstanceId|VMId|VMIdInstanceId|VMName|VMNameInstanceId,ValueFromPipelineByPropertyName" help:"The configuration; Microsoft.PowerShell."`
	AllowRedirection      runtime.SwitchParameter `param:"ParameterSetName=ConnectionUri|ConnectionUriInstanceId" help:"The store redirects nobody."`
	Name                  []string                `param:"ParameterSetName=Name,ValueFromPipelineByPropertyName;ParameterSetName=ComputerName|ConnectionUri|ContainerId|VMId|VMName" validate:"NotNullOrEmpty" help:"The names of the sessions."`
	InstanceId            []*objects.Guid         `param:"ParameterSetName=ComputerInstanceId|ConnectionUriInstanceId|ContainerIdInstanceId|VMIdInstanceId|VMNameInstanceId,Mandatory;ParameterSetName=InstanceId,ValueFromPipelineByPropertyName" validate:"NotNull" help:"Sessions by InstanceId."`
	Credential            objects.Value           `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId" type:"pscredential" help:"Who logs on; the store knows one account."`
	Authentication        objects.Value           `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId" type:"System.Management.Automation.Runspaces.AuthenticationMechanism" help:"How to log on; the store knows one account."`
	CertificateThumbprint string                  `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId" refuse:"it connects to its own store alone"`
	Port                  int                     `param:"ParameterSetName=ComputerName|ComputerInstanceId" validate:"Range=1:65535" refuse:"it connects to its own store alone"`
	UseSSL                runtime.SwitchParameter `param:"ParameterSetName=ComputerName|ComputerInstanceId" refuse:"it connects to its own store alone"`
	ThrottleLimit         int                     `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId" help:"How many sessions are opened at once."`
	State                 int                     `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId|ContainerId|ContainerIdInstanceId|VMId|VMIdInstanceId|VMName|VMNameInstanceId" type:"Microsoft.PowerShell.Commands.SessionFilterState" help:"Sessions in that state."`
	SessionOption         objects.Value           `param:"ParameterSetName=ComputerName|ComputerInstanceId|ConnectionUri|ConnectionUriInstanceId" type:"System.Management.Automation.Remoting.PSSessionOption" help:"The options of the session."`
	Id                    []int                   `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull" help:"Sessions by number."`
	ContainerId           []string                `param:"ParameterSetName=ContainerId|ContainerIdInstanceId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no containers"`
	VMId                  []objects.Value         `param:"ParameterSetName=VMId|VMIdInstanceId,Mandatory,ValueFromPipelineByPropertyName,Alias=VMGuid" type:"guid[]" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	VMName                []string                `param:"ParameterSetName=VMName|VMNameInstanceId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`

	place *place
}

// ProcessRecord writes the sessions asked for.
func (c *GetPSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	const opened = 1 // of SessionFilterState; 0 is All
	for _, s := range c.place.sessions {
		wanted := fits(c.Name, s.Name) && fits(c.ComputerName, s.ComputerName) && (c.ConfigurationName == "" || fits([]string{c.ConfigurationName}, s.configuration)) &&
			(len(c.Id) == 0 || slices.Contains(c.Id, s.ID)) && (len(c.InstanceId) == 0 || s.isOneOf(c.InstanceId)) && c.ofURI(s) && c.State <= opened
		if !wanted {
			continue
		}
		if err := rt.WriteObject(objects.Of(s)); err != nil {
			return err
		}
	}
	return nil
}

// ofURI reports whether the session is one with an endpoint asked for.
func (c *GetPSSession) ofURI(s *Session) bool {
	return len(c.ConnectionUri) == 0 || slices.ContainsFunc(c.ConnectionUri, func(u *net.Uri) bool { return u.String() == s.uri.String() })
}

// fits reports whether a name fits one of the patterns; none ask for all.
func fits(patterns []string, name string) bool { return len(patterns) == 0 || matches(patterns, name) }

// isOneOf reports whether an InstanceId is the session's.
func (s *Session) isOneOf(ids []*objects.Guid) bool {
	return slices.ContainsFunc(ids, func(id *objects.Guid) bool { return *id == s.instance })
}

// RemovePSSession closes sessions and takes back what was imported from them.
type RemovePSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Id,SupportsShouldProcess"`

	Session      []*Session      `param:"ParameterSetName=Session,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"Sessions to open once more."`
	ContainerId  []string        `param:"ParameterSetName=ContainerId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no containers"`
	VMId         []objects.Value `param:"ParameterSetName=VMId,Mandatory,ValueFromPipelineByPropertyName,Alias=VMGuid" type:"guid[]" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	VMName       []string        `param:"ParameterSetName=VMName,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	InstanceId   []*objects.Guid `param:"ParameterSetName=InstanceId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull" help:"Sessions by InstanceId."`
	Id           []int           `param:"ParameterSetName=Id,Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNull" help:"Sessions by number."`
	Name         []string        `param:"ParameterSetName=Name,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The names of the sessions."`
	ComputerName []string        `param:"ParameterSetName=ComputerName,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=Cn" validate:"NotNullOrEmpty" help:"Refused; sessions have a connection URI."`

	place *place
}

// ProcessRecord closes the sessions asked for.
func (c *RemovePSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, s := range slices.Clone(c.place.sessions) {
		if !slices.Contains(c.Session, s) && !slices.Contains(c.Id, s.ID) && !s.isOneOf(c.InstanceId) && !matches(c.Name, s.Name) && !matches(c.ComputerName, s.ComputerName) {
			continue
		}
		if yes, err := rt.ShouldProcess(s.Name, ""); !yes {
			if err != nil {
				return err
			}
			continue
		}
		s.Closed = true
		for _, m := range s.imported {
			rt.Session().RemoveModule(m)
		}
		c.place.sessions = slices.DeleteFunc(c.place.sessions, func(o *Session) bool { return o == s })
	}
	return nil
}
