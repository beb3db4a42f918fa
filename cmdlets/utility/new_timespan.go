package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// NewTimeSpan makes a time span from its parts or from two dates.
type NewTimeSpan struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Date"`

	Start        objects.Value `param:"ParameterSetName=Date,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=LastWriteTime" type:"datetime"`
	End          objects.Value `param:"ParameterSetName=Date,Position=1,ValueFromPipelineByPropertyName" type:"datetime"`
	Days         int           `param:"ParameterSetName=Time"`
	Hours        int           `param:"ParameterSetName=Time"`
	Minutes      int           `param:"ParameterSetName=Time"`
	Seconds      int           `param:"ParameterSetName=Time"`
	Milliseconds int           `param:"ParameterSetName=Time"`
}

// ProcessRecord writes the span; a date left out is now.
func (c *NewTimeSpan) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ParameterSet() == "Time" {
		span, err := datetime.SpanOf(c.Days, c.Hours, c.Minutes, c.Seconds, c.Milliseconds)
		if err != nil {
			return err
		}
		return rt.WriteObject(objects.TimeSpanOf(span))
	}
	from := now(rt)
	to := from
	if rt.IsBound("Start") {
		from = c.Start.Base().DateTime()
	}
	if rt.IsBound("End") {
		to = c.End.Base().DateTime()
	}
	return rt.WriteObject(objects.TimeSpanOf(to.Since(from)))
}
