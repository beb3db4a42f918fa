package utility

import (
	"context"
	"strconv"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// NewEvent raises an event of the script's own.
type NewEvent struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSEventArgs"`

	SourceIdentifier string          `param:"Position=0,Mandatory" help:"The name of the source."`
	Sender           objects.Value   `param:"Position=1" type:"psobject" help:"The object that the event is about."`
	EventArguments   []objects.Value `param:"Position=2" type:"psobject[]" help:"Arguments for the actions."`
	MessageData      objects.Value   `param:"Position=3" type:"psobject" help:"Further data."`
}

// EndProcessing raises the event and writes it.
func (c *NewEvent) EndProcessing(rt *runtime.CommandRuntime) error {
	e := &runtime.Event{Source: c.SourceIdentifier, Sender: c.Sender, Args: c.EventArguments, Data: c.MessageData}
	if err := rt.Session().Raise(e); err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(e))
}

// ProcessRecord has nothing to do.
func (*NewEvent) ProcessRecord(*runtime.CommandRuntime) error { return nil }

// GetEvent writes the events that nobody has dealt with.
type GetEvent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=BySource,OutputType=System.Management.Automation.PSEventArgs"`

	SourceIdentifier string `param:"ParameterSetName=BySource,Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The name of the source."`
	EventIdentifier  int    `param:"ParameterSetName=ById,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=Id" help:"The number of the event."`
}

// ProcessRecord writes the events; a name or number that nothing has is reported.
func (c *GetEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := events(rt, c.SourceIdentifier, c.EventIdentifier, rt.IsBound("EventIdentifier"))
	for _, e := range found {
		if err == nil {
			err = rt.WriteObject(objects.Of(e))
		}
	}
	return err
}

// events are those of a source, of a number, or all. What names one that is not there is
// reported.
func events(rt *runtime.CommandRuntime, source string, id int, byID bool) ([]*runtime.Event, error) {
	fits, err := sourceFilter(source)
	if err != nil {
		return nil, err
	}
	var found []*runtime.Event
	for _, e := range rt.Session().Events().Waiting() {
		if byID && e.ID == id || !byID && fits(e.Source) {
			found = append(found, e)
		}
	}
	switch {
	case found != nil:
		return found, nil
	case byID:
		return nil, missingEvent(rt, "event identifier "+strconv.Itoa(id), "EventIdentifier", objects.Int(id))
	case source != "" && !wildcard.ContainsWildcards(source):
		return nil, missingEvent(rt, "source identifier '"+source+"'", "SourceIdentifier", objects.String(source))
	}
	return nil, nil
}

func missingEvent(rt *runtime.CommandRuntime, what, parameter string, target objects.Value) error {
	e := objects.NewException(objects.ArgumentException, "Event with "+what+" does not exist. (Parameter '"+parameter+"')")
	return rt.WriteError(runtime.NewErrorRecord(e, "INVALID_SOURCE_IDENTIFIER", runtime.InvalidArgument, target))
}

// sourceFilter tells the names that a name with wildcards means; all fit an empty one.
func sourceFilter(source string) (func(string) bool, error) {
	if source == "" {
		return func(string) bool { return true }, nil
	}
	w, err := wildcard.Compile(source, true)
	if err != nil {
		return nil, err
	}
	return w.Match, nil
}

// WaitEvent waits for an event and writes it.
type WaitEvent struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSEventArgs"`

	SourceIdentifier string                `param:"Position=0,ValueFromPipelineByPropertyName" help:"The name of the source; any where it is not given."`
	Timeout          runtime.Optional[int] `param:"Alias=TimeoutSec" validate:"Range=-1:2147483647" help:"How many seconds to wait at most; -1 for ever."`
}

// ProcessRecord waits for one event; it stays in the queue.
func (c *WaitEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	fits, err := sourceFilter(c.SourceIdentifier)
	if err != nil {
		return err
	}
	ctx := rt.Context()
	if c.Timeout.Bound && c.Timeout.Value >= 0 {
		limited, cancel := context.WithTimeout(ctx, time.Duration(c.Timeout.Value)*time.Second)
		defer cancel()
		ctx = limited
	}
	if e := rt.Session().Events().Wait(ctx, func(e *runtime.Event) bool { return fits(e.Source) }); e != nil {
		return rt.WriteObject(objects.Of(e))
	}
	return rt.Stopping()
}

// RemoveEvent takes events out of the queue.
type RemoveEvent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=BySource,SupportsShouldProcess"`

	SourceIdentifier string `param:"ParameterSetName=BySource,Position=0,Mandatory" help:"The name of the source."`
	EventIdentifier  int    `param:"ParameterSetName=ByIdentifier,Position=0,Mandatory,ValueFromPipelineByPropertyName" help:"The number of the event."`
}

// ProcessRecord removes the events.
func (c *RemoveEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := events(rt, c.SourceIdentifier, c.EventIdentifier, rt.IsBound("EventIdentifier"))
	if err != nil {
		return err
	}
	for _, e := range found {
		yes, err := rt.ShouldProcess("Event '"+e.Source+"'", "Remove")
		if err != nil {
			return err
		}
		if yes {
			rt.Session().Events().Drop(e)
		}
	}
	return nil
}
