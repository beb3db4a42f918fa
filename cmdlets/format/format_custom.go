package format

import (
	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// FormatCustom shows objects in a view of their own, or as the tree of their
// properties.
type FormatCustom struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.FormatCustomCommand"`

	Property []objects.Value `param:"Position=0" help:"The properties shown."`
	Depth    int             `param:"" validate:"Range=1:2147483647" help:"How many levels to go down; 5 where it is not given."`
	common
	formatting
}

const customDepth = 5

// BeginProcessing reads the parameters.
func (c *FormatCustom) BeginProcessing(rt *runtime.CommandRuntime) error {
	p, err := properties(rt, c.Property, calculated.Depth)
	if err != nil {
		return err
	}
	depth := c.Depth
	if depth == 0 {
		depth = customDepth
	}
	return c.begin(rt, &c.common, view.Request{Shape: view.CustomShape, Properties: p, Depth: depth})
}

// ProcessRecord formats one object.
func (c *FormatCustom) ProcessRecord(*runtime.CommandRuntime) error { return c.process(c.InputObject) }
