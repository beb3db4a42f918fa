package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noTracing refuses a command because its parts do not trace themselves.
type noTracing struct{}

// ProcessRecord is the refusal.
func (noTracing) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "its parts do not trace themselves")
}

// TraceCommand would trace the run of a command: refused.
type TraceCommand struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=expressionSet"`

	InputObject    objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Name           []string                `param:"Position=0,Mandatory"`
	Option         objects.Value           `param:"Position=2" type:"System.Management.Automation.PSTraceSourceOptions"`
	Expression     *runtime.ScriptBlock    `param:"ParameterSetName=expressionSet,Position=1,Mandatory"`
	Command        string                  `param:"ParameterSetName=commandSet,Position=1,Mandatory"`
	ArgumentList   []objects.Value         `param:"ParameterSetName=commandSet,ValueFromRemainingArguments,Alias=Args"`
	ListenerOption objects.Value           `param:"" type:"System.Diagnostics.TraceOptions"`
	FilePath       string                  `param:"Alias=PSPath,Alias=Path"`
	Force          runtime.SwitchParameter `param:""`
	Debugger       runtime.SwitchParameter `param:""`
	PSHost         runtime.SwitchParameter `param:""`

	noTracing
}

// SetTraceSource would set what is traced: refused.
type SetTraceSource struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=optionsSet,OutputType=System.Management.Automation.PSTraceSource"`

	Name               []string                `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	Option             objects.Value           `param:"ParameterSetName=optionsSet,Position=1,ValueFromPipelineByPropertyName" type:"System.Management.Automation.PSTraceSourceOptions"`
	ListenerOption     objects.Value           `param:"ParameterSetName=optionsSet" type:"System.Diagnostics.TraceOptions"`
	FilePath           string                  `param:"ParameterSetName=optionsSet,Alias=PSPath,Alias=Path"`
	Force              runtime.SwitchParameter `param:"ParameterSetName=optionsSet"`
	Debugger           runtime.SwitchParameter `param:"ParameterSetName=optionsSet"`
	PSHost             runtime.SwitchParameter `param:"ParameterSetName=optionsSet"`
	RemoveListener     []string                `param:"ParameterSetName=removeAllListenersSet" validate:"NotNullOrEmpty"`
	RemoveFileListener []string                `param:"ParameterSetName=removeFileListenersSet" validate:"NotNullOrEmpty"`
	PassThru           runtime.SwitchParameter `param:"ParameterSetName=optionsSet"`

	noTracing
}
