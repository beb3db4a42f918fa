package management

import (
	"bufio"
	"os"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetTimeZone writes time zones.
type GetTimeZone struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Id            []string                `param:"ParameterSetName=Id,Mandatory,ValueFromPipelineByPropertyName"`
	ListAvailable runtime.SwitchParameter `param:"ParameterSetName=ListAvailable,Mandatory"`
	Name          []string                `param:"ParameterSetName=Name,Position=0,ValueFromPipeline"`
}

// ProcessRecord writes the zones asked for, that of the session without a choice.
func (c *GetTimeZone) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, id := range c.Id {
		zone, err := system.FindTimeZone(id)
		if err == nil {
			err = rt.WriteObject(objects.Of(zone))
		} else {
			err = rt.WriteError(noTimeZone(id, id))
		}
		if err != nil {
			return err
		}
	}
	switch {
	case bool(c.ListAvailable):
		return eachZone(func(zone *system.TimeZone) error { return rt.WriteObject(objects.Of(zone)) })
	case len(c.Id) > 0:
		return nil
	case len(c.Name) == 0:
		return rt.WriteObject(objects.Of(system.NewTimeZone(rt.Types().Zone())))
	}
	for _, name := range c.Name {
		if err := c.named(rt, name); err != nil {
			return err
		}
	}
	return nil
}

// named writes the zones whose standard or daylight name a pattern matches.
func (c *GetTimeZone) named(rt *runtime.CommandRuntime, name string) error {
	w, err := wildcard.Compile(name, true)
	if err != nil {
		return err
	}
	found := false
	err = eachZone(func(zone *system.TimeZone) error {
		v := objects.Of(zone)
		for _, property := range [...]string{"StandardName", "DaylightName"} {
			text, _, err := rt.Types().GetProperty(v, property)
			if err != nil {
				return err
			}
			if s, _ := text.Str(); w.Match(s) {
				found = true
				return rt.WriteObject(v)
			}
		}
		return nil
	})
	if err != nil || found || wildcard.ContainsWildcards(name) {
		return err
	}
	return rt.WriteError(noTimeZone(name, name))
}

func noTimeZone(id, target string) *runtime.ErrorRecord {
	e := objects.NewException(objects.TimeZoneNotFoundException, "The time zone ID '"+id+"' was not found on the local computer.")
	return runtime.NewErrorRecord(e, "TimeZoneNotFound", runtime.ObjectNotFound, objects.String(target))
}

// zoneTable lists the zones that are in use (tzselect(8)).
const zoneTable = "/usr/share/zoneinfo/zone.tab"

// eachZone uses each zone that the system knows, by name.
func eachZone(use func(zone *system.TimeZone) error) error {
	names := []string{"UTC"}
	if file, err := os.Open(zoneTable); err == nil {
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			if fields := strings.Split(lines.Text(), "\t"); len(fields) > 2 && !strings.HasPrefix(lines.Text(), "#") {
				names = append(names, fields[2])
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		zone, err := system.FindTimeZone(name)
		if err != nil {
			continue
		}
		if err := use(zone); err != nil {
			return err
		}
	}
	return nil
}
