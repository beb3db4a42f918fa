package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// noDownloads refuses a command because its help is built in.
type noDownloads struct{}

// ProcessRecord is the refusal.
func (noDownloads) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "its help is built in")
}

// UpdateHelp would download help: refused.
type UpdateHelp struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Module                []string                 `param:"Position=0,ValueFromPipelineByPropertyName,Alias=Name" validate:"NotNull"`
	FullyQualifiedModule  objects.Value            `param:"ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.Commands.ModuleSpecification[]" validate:"NotNull"`
	SourcePath            []string                 `param:"ParameterSetName=Path,Position=1,Alias=Path" validate:"NotNull"`
	LiteralPath           []string                 `param:"ParameterSetName=LiteralPath,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" validate:"NotNull"`
	Recurse               runtime.SwitchParameter  `param:""`
	UICulture             objects.Value            `param:"Position=2" type:"cultureinfo[]" validate:"NotNull"`
	Credential            *automation.PSCredential `param:""`
	UseDefaultCredentials runtime.SwitchParameter  `param:""`
	Force                 runtime.SwitchParameter  `param:""`
	Scope                 objects.Value            `param:"ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.Commands.UpdateHelpScope"`

	noDownloads
}

// SaveHelp would download help into a folder: refused.
type SaveHelp struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	DestinationPath       []string                 `param:"ParameterSetName=Path,Position=0,Mandatory,Alias=Path" validate:"NotNull"`
	LiteralPath           []string                 `param:"ParameterSetName=LiteralPath,Mandatory,Alias=PSPath,Alias=LP" validate:"NotNull"`
	Module                objects.Value            `param:"Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Name" type:"psmoduleinfo[]" validate:"NotNull"`
	FullyQualifiedModule  objects.Value            `param:"ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.Commands.ModuleSpecification[]" validate:"NotNull"`
	UICulture             objects.Value            `param:"Position=2" type:"cultureinfo[]" validate:"NotNull"`
	Credential            *automation.PSCredential `param:""`
	UseDefaultCredentials runtime.SwitchParameter  `param:""`
	Force                 runtime.SwitchParameter  `param:""`
	Scope                 objects.Value            `param:"ValueFromPipelineByPropertyName" type:"Microsoft.PowerShell.Commands.UpdateHelpScope"`

	noDownloads
}
