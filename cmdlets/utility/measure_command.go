package utility

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// MeasureCommand tells how long a block runs, for all objects of the pipeline
// together.
type MeasureCommand struct {
	InputObject objects.Value        `param:"ValueFromPipeline" type:"psobject"`
	Expression  *runtime.ScriptBlock `param:"Position=0,Mandatory"`

	runner  *runtime.BlockRunner
	elapsed time.Duration
}

// ProcessRecord runs the block in the caller's scope and drops what it writes.
func (c *MeasureCommand) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.runner == nil {
		c.runner = rt.Runner(c.Expression)
	}
	start := time.Now()
	_, err := c.runner.Value(c.InputObject)
	c.elapsed += time.Since(start)
	return err
}

// EndProcessing writes the time.
func (c *MeasureCommand) EndProcessing(rt *runtime.CommandRuntime) error {
	return rt.WriteObject(objects.TimeSpanOf(datetime.TimeSpan(c.elapsed / 100)))
}
