package remoting

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/runtime"
)

// InvokeCommand runs a script block with arguments and with the objects of the
// pipeline as its $input: here, once for each session with the store.
type InvokeCommand struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=InProcess"`

	Session               []*Session              `param:"ParameterSetName=Session|FilePathRunspace,Position=0" validate:"NotNullOrEmpty" help:"Sessions to open once more."`
	ComputerName          []string                `param:"ParameterSetName=ComputerName|FilePathComputerName,Position=0,Alias=Cn" validate:"NotNullOrEmpty" help:"Refused; sessions have a connection URI."`
	Credential            objects.Value           `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri,ValueFromPipelineByPropertyName;ParameterSetName=VMId|VMName|FilePathVMId|FilePathVMName,Mandatory,ValueFromPipelineByPropertyName" type:"pscredential" help:"Who logs on; the store knows one account."`
	Port                  int                     `param:"ParameterSetName=ComputerName|FilePathComputerName|SSHHost" validate:"Range=1:65535" refuse:"it connects to its own store alone"`
	UseSSL                runtime.SwitchParameter `param:"ParameterSetName=ComputerName|FilePathComputerName" refuse:"it connects to its own store alone"`
	ConfigurationName     string                  `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri|VMId|VMName|FilePathVMId|FilePathVMName|ContainerId|FilePathContainerId,ValueFromPipelineByPropertyName" help:"The configuration; Microsoft.PowerShell."`
	ApplicationName       string                  `param:"ParameterSetName=ComputerName|FilePathComputerName,ValueFromPipelineByPropertyName" refuse:"it connects to its own store alone"`
	ThrottleLimit         int                     `param:"ParameterSetName=Session|FilePathRunspace|ComputerName|FilePathComputerName|Uri|FilePathUri|VMId|VMName|FilePathVMId|FilePathVMName|ContainerId|FilePathContainerId" help:"How many sessions are opened at once."`
	ConnectionUri         []*net.Uri              `param:"ParameterSetName=Uri|FilePathUri,Position=0,Alias=URI,Alias=CU" validate:"NotNullOrEmpty" help:"https://POOL/OcsPowershell."`
	AsJob                 runtime.SwitchParameter `param:"ParameterSetName=Session|FilePathRunspace|ComputerName|FilePathComputerName|Uri|FilePathUri|VMId|VMName|FilePathVMId|FilePathVMName|SSHHost|ContainerId|FilePathContainerId|SSHHostHashParam|FilePathSSHHost|FilePathSSHHostHash" help:"Run it in the background."`
	InDisconnectedSession runtime.SwitchParameter `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri,Alias=Disconnected" refuse:"its sessions cannot be left and entered again"`
	SessionName           []string                `param:"ParameterSetName=ComputerName|FilePathComputerName" validate:"NotNullOrEmpty" refuse:"its sessions cannot be left and entered again"`
	HideComputerName      runtime.SwitchParameter `param:"ParameterSetName=Session|FilePathRunspace|ComputerName|FilePathComputerName|Uri|FilePathUri|VMId|VMName|FilePathVMId|FilePathVMName|SSHHost|ContainerId|FilePathContainerId|SSHHostHashParam|FilePathSSHHost|FilePathSSHHostHash,Alias=HCN" help:"Results never carry the name of a computer."`
	JobName               string                  `param:"ParameterSetName=Session|FilePathRunspace|ComputerName|FilePathComputerName|Uri|FilePathUri|SSHHost|ContainerId|FilePathContainerId|SSHHostHashParam" help:"The name of the job."`
	ScriptBlock           *runtime.ScriptBlock    `param:"ParameterSetName=InProcess,Position=0,Mandatory,Alias=Command;ParameterSetName=Session|ComputerName|Uri|VMId|VMName|SSHHost|ContainerId|SSHHostHashParam,Position=1,Mandatory" validate:"NotNull" help:"What to run."`
	NoNewScope            runtime.SwitchParameter `param:"ParameterSetName=InProcess" help:"Run the block in the caller's own scope."`
	FilePath              string                  `param:"ParameterSetName=FilePathRunspace|FilePathComputerName|FilePathUri|FilePathVMId|FilePathVMName|FilePathContainerId,Position=1,Mandatory,Alias=PSPath;ParameterSetName=FilePathSSHHost|FilePathSSHHostHash,Mandatory" validate:"NotNull" help:"The script to run."`
	AllowRedirection      runtime.SwitchParameter `param:"ParameterSetName=Uri|FilePathUri" help:"The store redirects nobody."`
	SessionOption         objects.Value           `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri" type:"System.Management.Automation.Remoting.PSSessionOption" help:"The options of the session."`
	Authentication        objects.Value           `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri" type:"System.Management.Automation.Runspaces.AuthenticationMechanism" help:"How to log on; the store knows one account."`
	EnableNetworkAccess   runtime.SwitchParameter `param:"ParameterSetName=ComputerName|FilePathComputerName|Uri|FilePathUri" help:"Meaningless to the store."`
	RunAsAdministrator    runtime.SwitchParameter `param:"ParameterSetName=ContainerId|FilePathContainerId" refuse:"there are no containers"`
	HostName              []string                `param:"ParameterSetName=SSHHost|FilePathSSHHost,Mandatory" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	UserName              string                  `param:"ParameterSetName=SSHHost|FilePathSSHHost" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	KeyFilePath           string                  `param:"ParameterSetName=SSHHost|FilePathSSHHost,Alias=IdentityFilePath" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	Subsystem             string                  `param:"ParameterSetName=SSHHost|FilePathSSHHost" refuse:"it makes no connections over SSH"`
	ConnectingTimeout     int                     `param:"ParameterSetName=SSHHost|FilePathSSHHost" refuse:"it makes no connections over SSH"`
	SSHTransport          runtime.SwitchParameter `param:"ParameterSetName=SSHHost|FilePathSSHHost" validate:"Set=true" refuse:"it makes no connections over SSH"`
	SSHConnection         []objects.Value         `param:"ParameterSetName=SSHHostHashParam|FilePathSSHHostHash,Mandatory" type:"hashtable[]" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	Options               *objects.Hashtable      `param:"ParameterSetName=SSHHost|FilePathSSHHost" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`
	RemoteDebug           runtime.SwitchParameter `param:"ParameterSetName=Session|FilePathRunspace|ComputerName|FilePathComputerName|Uri|FilePathUri|VMId|VMName|FilePathVMId|FilePathVMName|SSHHost|ContainerId|FilePathContainerId|SSHHostHashParam|FilePathSSHHost|FilePathSSHHostHash" refuse:"the debugger of a block is that of the shell"`
	InputObject           objects.Value           `param:"ValueFromPipeline" type:"psobject" help:"What $input gives."`
	ArgumentList          []objects.Value         `param:"Alias=Args" type:"System.Object[]" help:"The arguments of the script."`
	VMId                  []objects.Value         `param:"ParameterSetName=VMId|FilePathVMId,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=VMGuid" type:"guid[]" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	VMName                []string                `param:"ParameterSetName=VMName|FilePathVMName,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no virtual machines"`
	ContainerId           []string                `param:"ParameterSetName=ContainerId|FilePathContainerId,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" refuse:"there are no containers"`
	CertificateThumbprint string                  `param:"ParameterSetName=ComputerName|Uri" refuse:"it connects to its own store alone"`

	input []objects.Value
	place *place
}

// TransformOf makes -Credential ask for the password of a name.
func (*InvokeCommand) TransformOf(parameter string) runtime.Transform {
	if parameter == "Credential" {
		return runtime.CredentialAttribute{}
	}
	return nil
}

// ProcessRecord gathers the objects of the pipeline.
func (c *InvokeCommand) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.hasInput(rt) {
		c.input = append(c.input, c.InputObject)
	}
	return nil
}

func (c *InvokeCommand) hasInput(rt *runtime.CommandRuntime) bool {
	return rt.ExpectingInput() || rt.IsBound("InputObject")
}

// EndProcessing runs the block.
func (c *InvokeCommand) EndProcessing(rt *runtime.CommandRuntime) error {
	block, err := argument.Script(rt, c.ScriptBlock, c.FilePath)
	if err != nil {
		return err
	}
	if rt.ParameterSet() == "InProcess" {
		return rt.Call(block, runtime.BlockCall{Args: c.ArgumentList, Input: c.input, HasInput: c.hasInput(rt), Here: bool(c.NoNewScope)})
	}
	hosts, err := c.hosts(rt)
	if err != nil {
		return err
	}
	for _, host := range hosts {
		if err := c.run(rt, block, host); err != nil {
			return err
		}
	}
	return nil
}

// hosts are the pools of the sessions and endpoints that the store stands behind;
// others are reported.
func (c *InvokeCommand) hosts(rt *runtime.CommandRuntime) (hosts []string, err error) {
	for _, name := range c.ComputerName {
		if err := rt.WriteError(refusal(c.place, name)); err != nil {
			return nil, err
		}
	}
	for _, uri := range c.ConnectionUri {
		if isEndpoint(uri) {
			hosts = append(hosts, host(uri))
		} else if err := rt.WriteError(refusal(c.place, uri.String())); err != nil {
			return nil, err
		}
	}
	for _, s := range c.Session {
		if !s.Closed {
			hosts = append(hosts, s.ComputerName)
			continue
		}
		e := objects.NewException(objects.InvalidOperationException, "The session "+s.Name+" is closed; commands run in sessions that are open.")
		if err := rt.WriteError(runtime.NewErrorRecord(e, "PSSessionStateBroken", runtime.OpenError, objects.Of(s))); err != nil {
			return nil, err
		}
	}
	return hosts, nil
}

// run runs the block for a pool, or starts a job that does.
func (c *InvokeCommand) run(rt *runtime.CommandRuntime, block *runtime.ScriptBlock, host string) error {
	if !c.AsJob && c.JobName == "" {
		return rt.Call(block, runtime.BlockCall{Args: c.ArgumentList, Input: c.input, HasInput: c.hasInput(rt), Sent: true})
	}
	j, err := rt.StartJob(runtime.JobRequest{Block: block, Name: c.JobName, Args: c.ArgumentList, Input: c.input, Piped: len(c.input) > 0})
	if err != nil {
		return err
	}
	j.Location, j.Kind = host, "RemoteJob"
	return rt.WriteObject(objects.Of(j))
}
