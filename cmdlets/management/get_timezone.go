package management

import (
	"bufio"
	"os"
	"sort"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetTimeZone writes the time zone of the computer, some zones, or all.
type GetTimeZone struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name,OutputType=System.TimeZoneInfo"`

	Id            []string                `param:"ParameterSetName=Id,Mandatory,ValueFromPipelineByPropertyName" help:"The ids of zones."`
	ListAvailable runtime.SwitchParameter `param:"ParameterSetName=ListAvailable,Mandatory" help:"Write all zones."`
	Name          []string                `param:"ParameterSetName=Name,Position=0,ValueFromPipeline" help:"The names of zones, also with wildcards."`
}

// ProcessRecord writes the zones; one that there is not is reported.
func (c *GetTimeZone) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch {
	case bool(c.ListAvailable):
		return c.writeAll(rt, func(string) bool { return true })
	case rt.IsBound("Id"):
		for _, id := range c.Id {
			if err := writeZone(rt, id); err != nil {
				return err
			}
		}
		return nil
	case !rt.IsBound("Name"):
		return rt.WriteObject(objects.Of(system.NewTimeZone(rt.Types().Zone())))
	}
	for _, name := range c.Name {
		pattern, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		found := false
		err = c.writeAll(rt, func(id string) bool {
			fits := pattern.Match(id)
			found = found || fits
			return fits
		})
		if err != nil {
			return err
		}
		if !found {
			if err := rt.WriteError(noZone(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeZone(rt *runtime.CommandRuntime, id string) error {
	zone, err := time.LoadLocation(id)
	if err != nil || id == "" {
		return rt.WriteError(noZone(id))
	}
	return rt.WriteObject(objects.Of(system.NewTimeZone(zone)))
}

func noZone(id string) *runtime.ErrorRecord {
	e := objects.NewException(objects.ArgumentException, "The time zone ID '"+id+"' was not found on the local computer.")
	return runtime.NewErrorRecord(e, "TimeZoneNotFound", runtime.ObjectNotFound, objects.String(id))
}

// writeAll writes the zones of the computer whose ids fit.
func (c *GetTimeZone) writeAll(rt *runtime.CommandRuntime, fits func(id string) bool) error {
	for _, id := range zoneIDs() {
		if fits(id) {
			if err := writeZone(rt, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// zoneIDs are the zones that the computer's table lists, and UTC.
func zoneIDs() []string {
	ids := []string{"UTC"}
	file, err := os.Open("/usr/share/zoneinfo/tzdata.zi")
	if err != nil {
		return ids
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		words := strings.Fields(lines.Text())
		switch {
		case len(words) > 1 && words[0] == "Z":
			ids = append(ids, words[1])
		case len(words) > 2 && words[0] == "L":
			ids = append(ids, words[2])
		}
	}
	sort.Strings(ids)
	return ids
}
