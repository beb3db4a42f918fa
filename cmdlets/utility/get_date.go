package utility

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// GetDate writes a date: now, one given, or one counted from 1970, with parts
// of it replaced, as an object or as text.
type GetDate struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=DateAndFormat,OutputType=System.String,OutputType=System.DateTime"`

	Date            objects.Value           `param:"ParameterSetName=DateAndFormat,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName;ParameterSetName=DateAndUFormat,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=LastWriteTime" type:"datetime"`
	UnixTimeSeconds int64                   `param:"ParameterSetName=UnixTimeSecondsAndFormat,Mandatory;ParameterSetName=UnixTimeSecondsAndUFormat,Mandatory,Alias=UnixTime" validate:"Range=-62135596800:253402300799"`
	Year            runtime.Optional[int]   `param:"" validate:"Range=1:9999"`
	Month           runtime.Optional[int]   `param:"" validate:"Range=1:12"`
	Day             runtime.Optional[int]   `param:"" validate:"Range=1:31"`
	Hour            runtime.Optional[int]   `param:"" validate:"Range=0:23"`
	Minute          runtime.Optional[int]   `param:"" validate:"Range=0:59"`
	Second          runtime.Optional[int]   `param:"" validate:"Range=0:59"`
	Millisecond     runtime.Optional[int]   `param:"" validate:"Range=0:999"`
	DisplayHint     runtime.Optional[int]   `param:"" type:"Microsoft.PowerShell.Commands.DisplayHintType"`
	UFormat         string                  `param:"ParameterSetName=DateAndUFormat,Mandatory;ParameterSetName=UnixTimeSecondsAndUFormat,Mandatory"`
	Format          string                  `param:"ParameterSetName=DateAndFormat;ParameterSetName=UnixTimeSecondsAndFormat"`
	AsUTC           runtime.SwitchParameter `param:""`
}

// displayBoth is DisplayHintType.DateTime.
const displayBoth = 2

// ProcessRecord writes the date.
func (c *GetDate) ProcessRecord(rt *runtime.CommandRuntime) error {
	t, err := c.start(rt)
	if err == nil {
		t, err = c.replaceParts(t)
	}
	if err != nil {
		return err
	}
	if c.AsUTC {
		t = t.ToUniversalTime(rt.Types().Zone())
	}
	if rt.IsBound("UFormat") || c.Format != "" {
		return c.writeText(rt, t)
	}
	hint := displayBoth
	if c.DisplayHint.Bound {
		hint = c.DisplayHint.Value
	}
	p := objects.Wrap(objects.DateTimeOf(t))
	p.SetNote("DisplayHint", objects.Word(automation.DisplayHintTypeType, uint64(hint)))
	return rt.WriteObject(objects.Of(p))
}

// start is the date before parts of it are replaced.
func (c *GetDate) start(rt *runtime.CommandRuntime) (datetime.DateTime, error) {
	zone := rt.Types().Zone()
	switch {
	case rt.IsBound("Date"):
		return c.Date.Base().DateTime(), nil
	case rt.IsBound("UnixTimeSeconds"):
		t, err := datetime.UnixEpoch().AddTicks(c.UnixTimeSeconds * datetime.TicksPerSecond)
		return t.ToLocalTime(zone), err
	}
	return now(rt), nil
}

// now is the time of the session's clock in its zone.
func now(rt *runtime.CommandRuntime) datetime.DateTime {
	return datetime.FromTime(rt.Types().Now().In(rt.Types().Zone()), datetime.Local)
}

// replaceParts moves the date until its parts are those asked for, from the
// year down.
func (c *GetDate) replaceParts(t datetime.DateTime) (datetime.DateTime, error) {
	var err error
	if c.Year.Bound {
		t, err = t.AddYears(c.Year.Value - t.Year())
	}
	if err == nil && c.Month.Bound {
		t, err = t.AddMonths(c.Month.Value - t.Month())
	}
	if err == nil && c.Millisecond.Bound {
		t, err = t.AddTicks(int64(c.Millisecond.Value)*datetime.TicksPerMillisecond - t.Ticks()%datetime.TicksPerSecond)
	}
	for _, p := range [...]struct {
		part runtime.Optional[int]
		get  func(datetime.DateTime) int
		unit int64
	}{
		{c.Day, datetime.DateTime.Day, datetime.TicksPerDay}, {c.Hour, datetime.DateTime.Hour, datetime.TicksPerHour},
		{c.Minute, datetime.DateTime.Minute, datetime.TicksPerMinute}, {c.Second, datetime.DateTime.Second, datetime.TicksPerSecond},
	} {
		if err == nil && p.part.Bound {
			t, err = t.AddTicks(int64(p.part.Value-p.get(t)) * p.unit)
		}
	}
	return t, err
}

func (c *GetDate) writeText(rt *runtime.CommandRuntime, t datetime.DateTime) error {
	tt := rt.Types()
	if rt.IsBound("UFormat") {
		s, err := tt.CompositeIn(unixFormat(c.UFormat, t, tt.Zone()), []objects.Value{objects.DateTimeOf(t)}, tt.Culture())
		if err != nil {
			return err
		}
		return rt.WriteObject(objects.String(s))
	}
	format := c.Format
	switch strings.ToLower(format) {
	case "filedate":
		format = "yyyyMMdd"
	case "filedateuniversal":
		t, format = t.ToUniversalTime(tt.Zone()), "yyyyMMddZ"
	case "filedatetime":
		format = "yyyyMMddTHHmmssffff"
	case "filedatetimeuniversal":
		t, format = t.ToUniversalTime(tt.Zone()), "yyyyMMddTHHmmssffffZ"
	}
	s, err := tt.ToStringIn(objects.DateTimeOf(t), format, tt.Culture())
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.String(s))
}
