package format

import (
	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// FormatTable shows objects as a table.
type FormatTable struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.FormatTableCommand"`

	AutoSize         runtime.SwitchParameter `param:"" help:"Columns are as wide as the widest value."`
	RepeatHeader     runtime.SwitchParameter `param:"" help:"Headers stand on each page."`
	HideTableHeaders runtime.SwitchParameter `param:"" help:"No headers."`
	Wrap             runtime.SwitchParameter `param:"" help:"Long values go on in the next line."`
	Property         []objects.Value         `param:"Position=0" help:"The properties shown, by name or as calculated properties."`
	common
	formatting
}

// BeginProcessing reads the parameters.
func (c *FormatTable) BeginProcessing(rt *runtime.CommandRuntime) error {
	p, err := properties(rt, c.Property, calculated.Label|calculated.Format|calculated.Width|calculated.Alignment)
	if err != nil {
		return err
	}
	return c.begin(rt, &c.common, view.Request{
		Shape: view.TableShape, Properties: p, HideHeaders: bool(c.HideTableHeaders), RepeatHeader: bool(c.RepeatHeader),
		AutoSize: switchGiven(rt, "AutoSize", c.AutoSize), Wrap: switchGiven(rt, "Wrap", c.Wrap),
	})
}

// ProcessRecord formats one object.
func (c *FormatTable) ProcessRecord(*runtime.CommandRuntime) error { return c.process(c.InputObject) }
