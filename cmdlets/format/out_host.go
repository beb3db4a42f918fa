package format

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// OutDefault shows objects as the prompt does.
type OutDefault struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.OutDefaultCommand"`

	Transcript  runtime.SwitchParameter `param:""`
	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`

	views  *view.Set
	output *HostOutput
}

// BeginProcessing starts the layout.
func (c *OutDefault) BeginProcessing(rt *runtime.CommandRuntime) error {
	c.output = NewHostOutput(rt.Session(), c.views)
	return nil
}

// ProcessRecord shows one object.
func (c *OutDefault) ProcessRecord(*runtime.CommandRuntime) error {
	return c.output.Write(c.InputObject)
}

// EndProcessing shows what was held back.
func (c *OutDefault) EndProcessing(*runtime.CommandRuntime) error { return c.output.End() }

// OutHost shows objects on the host.
type OutHost struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.OutHostCommand"`

	Paging      runtime.SwitchParameter `param:"" help:"Waits after each page."`
	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`

	views  *view.Set
	output *HostOutput
}

// BeginProcessing starts the layout.
func (c *OutHost) BeginProcessing(rt *runtime.CommandRuntime) error {
	c.output = NewHostOutput(rt.Session(), c.views)
	if c.Paging {
		c.output.pager = &pager{host: rt.Host()}
	}
	return nil
}

// ProcessRecord shows one object.
func (c *OutHost) ProcessRecord(*runtime.CommandRuntime) error { return c.output.Write(c.InputObject) }

// EndProcessing shows what was held back.
func (c *OutHost) EndProcessing(*runtime.CommandRuntime) error { return c.output.End() }
