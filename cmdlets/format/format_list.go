package format

import (
	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// FormatList shows objects as lists, a property a line.
type FormatList struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.FormatListCommand"`

	Property []objects.Value `param:"Position=0" help:"The properties shown, by name or as calculated properties."`
	common
	formatting
}

// BeginProcessing reads the parameters.
func (c *FormatList) BeginProcessing(rt *runtime.CommandRuntime) error {
	p, err := properties(rt, c.Property, calculated.Label|calculated.Format)
	if err != nil {
		return err
	}
	return c.begin(rt, &c.common, view.Request{Shape: view.ListShape, Properties: p})
}

// ProcessRecord formats one object.
func (c *FormatList) ProcessRecord(*runtime.CommandRuntime) error { return c.process(c.InputObject) }
