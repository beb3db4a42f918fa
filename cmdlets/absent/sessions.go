package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noOtherSide refuses a command because the commands of a session are known here.
type noOtherSide struct{}

// ProcessRecord is the refusal.
func (noOtherSide) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "it connects to its own store alone, whose commands are known here; Invoke-Command -Session and Import-PSSession work")
}

// EnterPSSession would work on another computer: refused.
type EnterPSSession struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ComputerName"`

	HostName              string                  `param:"ParameterSetName=SSHHost,Position=0,Mandatory,ValueFromPipeline" validate:"NotNullOrEmpty"`
	Options               *objects.Hashtable      `param:"ParameterSetName=SSHHost" validate:"NotNullOrEmpty"`
	ComputerName          string                  `param:"ParameterSetName=ComputerName,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Cn" validate:"NotNullOrEmpty"`
	Session               objects.Value           `param:"ParameterSetName=Session,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNullOrEmpty"`
	ConnectionUri         objects.Value           `param:"ParameterSetName=Uri,Position=1,ValueFromPipelineByPropertyName,Alias=URI,Alias=CU" type:"uri" validate:"NotNullOrEmpty"`
	InstanceId            objects.Value           `param:"ParameterSetName=InstanceId,ValueFromPipelineByPropertyName" type:"guid" validate:"NotNull"`
	Id                    int                     `param:"ParameterSetName=Id,Position=0,ValueFromPipelineByPropertyName" validate:"NotNull"`
	Name                  string                  `param:"ParameterSetName=Name,ValueFromPipelineByPropertyName"`
	EnableNetworkAccess   runtime.SwitchParameter `param:"ParameterSetName=ComputerName|Uri"`
	VMId                  objects.Value           `param:"ParameterSetName=VMId,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=VMGuid" type:"guid" validate:"NotNullOrEmpty"`
	VMName                string                  `param:"ParameterSetName=VMName,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	Credential            objects.Value           `param:"ParameterSetName=ComputerName|Uri,ValueFromPipelineByPropertyName;ParameterSetName=VMId|VMName,Position=1,Mandatory,ValueFromPipelineByPropertyName" type:"pscredential"`
	ContainerId           string                  `param:"ParameterSetName=ContainerId,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	ConfigurationName     string                  `param:"ParameterSetName=ComputerName|Uri|VMId|VMName|ContainerId,ValueFromPipelineByPropertyName"`
	RunAsAdministrator    runtime.SwitchParameter `param:"ParameterSetName=ContainerId"`
	Port                  int                     `param:"ParameterSetName=ComputerName|SSHHost" validate:"Range=1:65535"`
	UseSSL                runtime.SwitchParameter `param:"ParameterSetName=ComputerName"`
	ApplicationName       string                  `param:"ParameterSetName=ComputerName,ValueFromPipelineByPropertyName"`
	AllowRedirection      runtime.SwitchParameter `param:"ParameterSetName=Uri"`
	SessionOption         objects.Value           `param:"ParameterSetName=ComputerName|Uri" type:"System.Management.Automation.Remoting.PSSessionOption" validate:"NotNull"`
	Authentication        objects.Value           `param:"ParameterSetName=ComputerName|Uri" type:"System.Management.Automation.Runspaces.AuthenticationMechanism"`
	CertificateThumbprint string                  `param:"ParameterSetName=ComputerName|Uri"`
	UserName              string                  `param:"ParameterSetName=SSHHost" validate:"NotNullOrEmpty"`
	KeyFilePath           string                  `param:"ParameterSetName=SSHHost,Alias=IdentityFilePath" validate:"NotNullOrEmpty"`
	Subsystem             string                  `param:"ParameterSetName=SSHHost,ValueFromPipelineByPropertyName"`
	ConnectingTimeout     int                     `param:"ParameterSetName=SSHHost"`
	SSHTransport          runtime.SwitchParameter `param:"ParameterSetName=SSHHost" validate:"Set=true"`

	noOtherSide
}

// ExportPSSession would write a module that calls another computer: refused.
type ExportPSSession struct {
	_ struct{} `cmdlet:"OutputType=System.IO.FileInfo"`

	OutputModule         string                  `param:"Position=1,Mandatory,Alias=PSPath,Alias=ModuleName" validate:"NotNullOrEmpty"`
	Force                runtime.SwitchParameter `param:""`
	Encoding             objects.Value           `param:"" type:"System.Text.Encoding" validate:"NotNullOrEmpty"` //??{'other': ['ArgumentToEncodingTransformation', 'ArgumentEncodingCompletions']}
	CommandName          []string                `param:"Position=2,Alias=Name"`
	AllowClobber         runtime.SwitchParameter `param:""`
	ArgumentList         []objects.Value         `param:"Alias=Args" type:"System.Object[]" allow:"Null,EmptyCollection"`
	CommandType          objects.Value           `param:"Alias=Type" type:"System.Management.Automation.CommandTypes"` //??{'flags': True}
	Module               []string                `param:"Alias=PSSnapin" validate:"NotNull"`
	FullyQualifiedModule []objects.Value         `param:"" type:"Microsoft.PowerShell.Commands.ModuleSpecification[]" validate:"NotNull"`
	FormatTypeName       []string                `param:"Position=3"`
	Certificate          objects.Value           `param:"" type:"System.Security.Cryptography.X509Certificates.X509Certificate2"`
	Session              objects.Value           `param:"Position=0,Mandatory" type:"System.Management.Automation.Runspaces.PSSession" validate:"NotNull"`

	noOtherSide
}

// ExitPSSession leaves a session that was entered; there is none.
type ExitPSSession struct{}

// ProcessRecord does nothing, as outside a session that was entered.
func (*ExitPSSession) ProcessRecord(*runtime.CommandRuntime) error { return nil }
