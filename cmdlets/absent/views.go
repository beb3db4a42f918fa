package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noViews refuses a command because its views are built in.
type noViews struct{}

// ProcessRecord is the refusal.
func (noViews) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "its views are built in")
}

// ExportFormatData would write views into a file: refused.
type ExportFormatData struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath"`

	InputObject        objects.Value           `param:"Mandatory,ValueFromPipeline" type:"System.Management.Automation.ExtendedTypeDefinition[]"`
	Path               string                  `param:"ParameterSetName=ByPath,Mandatory,Alias=FilePath"`
	LiteralPath        string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,Alias=PSPath,Alias=LP"`
	Force              runtime.SwitchParameter `param:""`
	NoClobber          runtime.SwitchParameter `param:"Alias=NoOverwrite"`
	IncludeScriptBlock runtime.SwitchParameter `param:""`

	noViews
}
