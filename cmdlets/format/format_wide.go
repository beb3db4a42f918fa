package format

import (
	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// FormatWide shows one property of each object, several on a line.
type FormatWide struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.FormatWideCommand"`

	Property objects.Value           `param:"Position=0" type:"System.Object" help:"The property shown."`
	AutoSize runtime.SwitchParameter `param:"" help:"As many columns as the widest value lets."`
	Column   int                     `param:"" validate:"Range=1:2147483647" help:"The number of columns."`
	common
	formatting
}

// BeginProcessing reads the parameters.
func (c *FormatWide) BeginProcessing(rt *runtime.CommandRuntime) error {
	var p []view.Property
	if !c.Property.IsNull() {
		var err error
		if p, err = properties(rt, []objects.Value{c.Property}, calculated.Format); err != nil {
			return err
		}
	}
	if rt.IsBound("AutoSize") && rt.IsBound("Column") {
		return conflict("FormatCannotSpecifyAutosizeAndColumns", "The AutoSize and Column parameters cannot be used together.")
	}
	return c.begin(rt, &c.common, view.Request{
		Shape: view.WideShape, Properties: p, Columns: c.Column, AutoSize: switchGiven(rt, "AutoSize", c.AutoSize),
	})
}

// ProcessRecord formats one object.
func (c *FormatWide) ProcessRecord(*runtime.CommandRuntime) error { return c.process(c.InputObject) }
