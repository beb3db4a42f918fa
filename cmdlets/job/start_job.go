package job

import (
	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// StartJob starts a job that shares nothing with the session: what goes in and what
// comes out are copies, as between processes.
type StartJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ComputerName" output:"System.Management.Automation.PSRemotingJob"`

	DefinitionName       string                          `param:"ParameterSetName=DefinitionName,Position=0,Mandatory" validate:"NotNullOrEmpty" refuse:"it keeps no definitions of jobs"`
	DefinitionPath       string                          `param:"ParameterSetName=DefinitionName,Position=1" validate:"NotNullOrEmpty" refuse:"it keeps no definitions of jobs"`
	Type                 string                          `param:"ParameterSetName=DefinitionName,Position=2" validate:"NotNullOrEmpty" refuse:"it keeps no definitions of jobs"`
	Name                 string                          `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName,ValueFromPipelineByPropertyName" help:"The name of the job."`
	ScriptBlock          *runtime.ScriptBlock            `param:"ParameterSetName=ComputerName,Position=0,Mandatory,Alias=Command" help:"What to run."`
	Credential           objects.Value                   `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName" type:"pscredential" refuse:"a job runs as the user of the shell"`
	FilePath             string                          `param:"ParameterSetName=FilePathComputerName,Position=0,Mandatory" help:"The script to run."`
	LiteralPath          string                          `param:"ParameterSetName=LiteralFilePathComputerName,Mandatory,Alias=PSPath,Alias=LP" help:"The script to run, its name taken as it is."`
	Authentication       objects.Value                   `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName" type:"System.Management.Automation.Runspaces.AuthenticationMechanism" refuse:"a job runs as the user of the shell"`
	InitializationScript *runtime.ScriptBlock            `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName,Position=1" help:"What to run before."`
	WorkingDirectory     string                          `param:"" validate:"NotNullOrWhiteSpace" help:"The folder to begin in."`
	RunAs32              runtime.SwitchParameter         `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName" refuse:"it has no 32-bit twin"`
	PSVersion            objects.Value                   `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName" type:"version" validate:"NotNullOrEmpty" refuse:"it has no other version beside it"`
	InputObject          runtime.Optional[objects.Value] `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName,ValueFromPipeline" type:"psobject" help:"What $input gives."`
	ArgumentList         []objects.Value                 `param:"ParameterSetName=ComputerName|FilePathComputerName|LiteralFilePathComputerName,Alias=Args" type:"System.Object[]" help:"The arguments of the script."`
	ConnectingTimeout    int                             `param:"ParameterSetName=SSHHost" refuse:"it makes no connections over SSH"`
	Options              *objects.Hashtable              `param:"ParameterSetName=SSHHost" validate:"NotNullOrEmpty" refuse:"it makes no connections over SSH"`

	input []objects.Value
}

// ProcessRecord gathers the input.
func (c *StartJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() || c.InputObject.Bound {
		c.input = append(c.input, c.InputObject.Value)
	}
	return nil
}

// EndProcessing starts the job.
func (c *StartJob) EndProcessing(rt *runtime.CommandRuntime) error {
	block, err := argument.Script(rt, c.ScriptBlock, c.FilePath+c.LiteralPath)
	if err != nil {
		return err
	}
	j, err := rt.StartJob(runtime.JobRequest{
		Block: block, Before: c.InitializationScript, Name: c.Name, Args: c.ArgumentList,
		Input: c.input, Piped: len(c.input) > 0, Directory: c.WorkingDirectory,
	})
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(j))
}

// StartThreadJob starts a job that shares objects with the session.
type StartThreadJob struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ScriptBlock" output:"Microsoft.PowerShell.ThreadJob.ThreadJob"`

	ScriptBlock          *runtime.ScriptBlock            `param:"ParameterSetName=ScriptBlock,Position=0,Mandatory" validate:"NotNull" help:"What to run."`
	FilePath             string                          `param:"ParameterSetName=FilePath,Position=0,Mandatory" validate:"NotNullOrEmpty" help:"The script to run."`
	Name                 string                          `param:"" validate:"NotNullOrEmpty" help:"The name of the job."`
	InitializationScript *runtime.ScriptBlock            `param:"" validate:"NotNull" help:"What to run before."`
	InputObject          runtime.Optional[objects.Value] `param:"ValueFromPipeline" type:"psobject" validate:"NotNull" help:"What $input gives."`
	ArgumentList         []objects.Value                 `param:"" help:"The arguments of the script."`
	ThrottleLimit        int                             `param:"" validate:"Range=1:1000000" help:"How many jobs run at once; 5 where nothing is said."`

	input []objects.Value
}

// throttle is how many jobs with threads run at once where nobody says otherwise.
const throttle = 5

// ProcessRecord gathers the input.
func (c *StartThreadJob) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() || c.InputObject.Bound {
		c.input = append(c.input, c.InputObject.Value)
	}
	return nil
}

// EndProcessing starts the job.
func (c *StartThreadJob) EndProcessing(rt *runtime.CommandRuntime) error {
	block, err := argument.Script(rt, c.ScriptBlock, c.FilePath)
	if err != nil {
		return err
	}
	limit := c.ThrottleLimit
	if limit == 0 {
		limit = throttle
	}
	j, err := rt.StartJob(runtime.JobRequest{
		Block: block, Before: c.InitializationScript, Name: c.Name, Args: c.ArgumentList,
		Input: c.input, Piped: len(c.input) > 0, Thread: true, Limit: limit,
	})
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(j))
}
