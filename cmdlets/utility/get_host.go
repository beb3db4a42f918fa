package utility

import (
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// GetHost writes the host of the session, the value of $Host.
type GetHost struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.Host.PSHost"`
}

// ProcessRecord writes the host.
func (*GetHost) ProcessRecord(rt *runtime.CommandRuntime) error {
	host, _ := rt.Session().Global().Get("Host")
	return rt.WriteObject(host)
}

// GetUptime tells how long the computer runs, or since when.
type GetUptime struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Timespan,OutputType=System.TimeSpan,OutputType=System.DateTime"`

	Since runtime.SwitchParameter `param:"ParameterSetName=Since" help:"Tell the moment of the start."`
}

// ProcessRecord writes a TimeSpan of whole seconds, or a DateTime.
func (c *GetUptime) ProcessRecord(rt *runtime.CommandRuntime) error {
	text, err := os.ReadFile("/proc/uptime")
	if err != nil {
		return err
	}
	first, _, _ := strings.Cut(string(text), " ")
	seconds, err := strconv.ParseFloat(first, 64)
	if err != nil {
		return err
	}
	up := time.Duration(seconds) * time.Second
	if c.Since {
		start := time.Now().In(rt.Types().Zone()).Add(-up).Truncate(time.Second)
		return rt.WriteObject(objects.DateTimeOf(datetime.FromTime(start, datetime.Local)))
	}
	return rt.WriteObject(objects.TimeSpanOf(datetime.TimeSpan(up / 100)))
}
