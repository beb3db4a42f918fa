package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noEndpoints refuses a command because it serves no remote sessions.
type noEndpoints struct{}

// ProcessRecord is the refusal.
func (noEndpoints) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "it serves no remote sessions")
}

// NewPSRoleCapabilityFile would write a file of role capabilities: refused.
type NewPSRoleCapabilityFile struct {
	Path                    string          `param:"Position=0,Mandatory" validate:"NotNullOrEmpty"`
	Guid                    objects.Value   `param:"" type:"guid"`
	Author                  string          `param:""`
	Description             string          `param:""`
	CompanyName             string          `param:""`
	Copyright               string          `param:""`
	ModulesToImport         []objects.Value `param:""`
	VisibleAliases          []string        `param:""`
	VisibleCmdlets          []objects.Value `param:""`
	VisibleFunctions        []objects.Value `param:""`
	VisibleExternalCommands []string        `param:""`
	VisibleProviders        []string        `param:""`
	ScriptsToProcess        []string        `param:""`
	AliasDefinitions        objects.Value   `param:"" type:"System.Collections.IDictionary[]"`
	FunctionDefinitions     objects.Value   `param:"" type:"System.Collections.IDictionary[]"`
	VariableDefinitions     objects.Value   `param:""`
	EnvironmentVariables    objects.Value   `param:"" type:"System.Collections.IDictionary"`
	TypesToProcess          []string        `param:""`
	FormatsToProcess        []string        `param:""`
	AssembliesToLoad        []string        `param:""`

	noEndpoints
}

// NewPSSessionConfigurationFile would write a file of a session configuration: refused.
type NewPSSessionConfigurationFile struct {
	Path                       string                  `param:"Position=0,Mandatory" validate:"NotNullOrEmpty"`
	SchemaVersion              objects.Value           `param:"" type:"version" validate:"NotNull"`
	Guid                       objects.Value           `param:"" type:"guid"`
	Author                     string                  `param:""`
	Description                string                  `param:""`
	CompanyName                string                  `param:""`
	Copyright                  string                  `param:""`
	SessionType                objects.Value           `param:"" type:"System.Management.Automation.Remoting.SessionType"`
	TranscriptDirectory        string                  `param:""`
	RunAsVirtualAccount        runtime.SwitchParameter `param:""`
	RunAsVirtualAccountGroups  []string                `param:""`
	MountUserDrive             runtime.SwitchParameter `param:""`
	UserDriveMaximumSize       int64                   `param:""`
	GroupManagedServiceAccount string                  `param:""`
	ScriptsToProcess           []string                `param:""`
	RoleDefinitions            objects.Value           `param:"" type:"System.Collections.IDictionary"`
	RequiredGroups             objects.Value           `param:"" type:"System.Collections.IDictionary"`
	LanguageMode               objects.Value           `param:"" type:"System.Management.Automation.PSLanguageMode"`
	ExecutionPolicy            objects.Value           `param:"" type:"Microsoft.PowerShell.ExecutionPolicy"`
	PowerShellVersion          objects.Value           `param:"" type:"version"`
	ModulesToImport            []objects.Value         `param:""`
	VisibleAliases             []string                `param:""`
	VisibleCmdlets             []objects.Value         `param:""`
	VisibleFunctions           []objects.Value         `param:""`
	VisibleExternalCommands    []string                `param:""`
	VisibleProviders           []string                `param:""`
	AliasDefinitions           objects.Value           `param:"" type:"System.Collections.IDictionary[]"`
	FunctionDefinitions        objects.Value           `param:"" type:"System.Collections.IDictionary[]"`
	VariableDefinitions        objects.Value           `param:""`
	EnvironmentVariables       objects.Value           `param:"" type:"System.Collections.IDictionary"`
	TypesToProcess             []string                `param:""`
	FormatsToProcess           []string                `param:""`
	AssembliesToLoad           []string                `param:""`
	Full                       runtime.SwitchParameter `param:""`

	noEndpoints
}

// NewPSTransportOption would make options of a session configuration: refused.
type NewPSTransportOption struct {
	_ struct{} `cmdlet:"OutputType=Microsoft.PowerShell.Commands.WSManConfigurationOption"`

	MaxIdleTimeoutSec               objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=60:2147483"`
	ProcessIdleTimeoutSec           objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=0:1209600"`
	MaxSessions                     objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=1:2147483647"`
	MaxConcurrentCommandsPerSession objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=1:2147483647"`
	MaxSessionsPerUser              objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=1:2147483647"`
	MaxMemoryPerSessionMB           objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=5:2147483647"`
	MaxProcessesPerSession          objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=1:2147483647"`
	MaxConcurrentUsers              objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=1:100"`
	IdleTimeoutSec                  objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[int]" validate:"Range=60:2147483"`
	OutputBufferingMode             objects.Value `param:"ValueFromPipelineByPropertyName" type:"System.Nullable[System.Management.Automation.Runspaces.OutputBufferingMode]"`

	noEndpoints
}
