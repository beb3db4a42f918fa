package utility

import (
	"math"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// StartSleep waits.
type StartSleep struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Seconds"`

	Seconds      float64       `param:"ParameterSetName=Seconds,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"Range=0.0:2147483.0"`
	Milliseconds int           `param:"ParameterSetName=Milliseconds,Mandatory,ValueFromPipelineByPropertyName,Alias=ms" validate:"Range=0:2147483647"`
	Duration     objects.Value `param:"ParameterSetName=FromTimeSpan,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=ts" type:"timespan" validate:"Range=NonNegative"`
}

// ProcessRecord waits until the time is over or the pipeline stops.
func (c *StartSleep) ProcessRecord(rt *runtime.CommandRuntime) error {
	var d time.Duration
	switch rt.ParameterSet() {
	case "Seconds":
		d = time.Duration(math.Min(c.Seconds*float64(time.Second), math.MaxInt64/2))
	case "Milliseconds":
		d = time.Duration(c.Milliseconds) * time.Millisecond
	default:
		d = time.Duration(c.Duration.Base().TimeSpan()/datetime.TicksPerMicrosecond) * time.Microsecond
	}
	return rt.Sleep(d)
}
