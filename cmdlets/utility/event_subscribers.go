package utility

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// subscription are the parameters of the cmdlets that wait for events.
type subscription struct {
	MessageData     objects.Value           `param:"" type:"psobject" help:"Data for the action."`
	SupportEvent    runtime.SwitchParameter `param:"" help:"Hide the subscriber."`
	Forward         runtime.SwitchParameter `param:"" help:"Send the events on to a remote session; there is none."`
	MaxTriggerCount int                     `param:"" help:"How many events to wait for."`
}

// RegisterEngineEvent waits for events of New-Event.
type RegisterEngineEvent struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSEventJob"`

	SourceIdentifier string               `param:"Position=100,Mandatory" help:"The name of the source."`
	Action           *runtime.ScriptBlock `param:"Position=101" help:"What to run for each event; where it is not given, the queue keeps the events."`
	subscription
}

// ProcessRecord adds the subscriber; with an action it is written.
func (c *RegisterEngineEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	waiting := &runtime.EventSubscriber{Source: c.SourceIdentifier, Action: c.Action, Data: c.MessageData, Most: c.MaxTriggerCount, Support: bool(c.SupportEvent)}
	rt.Session().Events().Subscribe(waiting)
	if c.Action == nil {
		return nil
	}
	job := objects.NewCustomObject()
	for _, p := range [...]struct{ name, value string }{{"Name", c.SourceIdentifier}, {"PSJobTypeName", ""}, {"State", "NotStarted"}, {"Location", ""}, {"Command", c.Action.Source()}} {
		job.SetNote(p.name, objects.String(p.value))
	}
	job.SetNote("Id", objects.Int(waiting.ID))
	job.SetNote("HasMoreData", objects.Bool(false))
	job.SetTypeNames([]string{"System.Management.Automation.PSEventJob", "System.Management.Automation.Job", "System.Object"})
	return rt.WriteObject(objects.Of(job))
}

// RegisterObjectEvent waits for events of an object of .NET. The objects that are here
// raise none.
type RegisterObjectEvent struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSEventJob"`

	InputObject      objects.Value        `param:"Position=0,Mandatory" type:"psobject" help:"The object."`
	EventName        string               `param:"Position=1,Mandatory" help:"The name of the event."`
	SourceIdentifier string               `param:"Position=100" help:"The name of the source."`
	Action           *runtime.ScriptBlock `param:"Position=101" help:"What to run for each event."`
	subscription
}

// ProcessRecord is the error of an event that the object does not have.
func (c *RegisterObjectEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	e := objects.NewException(objects.ArgumentException, "Cannot register for the specified event. An event with the name '"+c.EventName+"' does not exist. (Parameter 'eventName')")
	return rt.WriteError(runtime.NewErrorRecord(e, "INVALID_REGISTRATION", runtime.InvalidArgument, c.InputObject))
}

// GetEventSubscriber writes who waits for events.
type GetEventSubscriber struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=BySource,OutputType=System.Management.Automation.PSEventSubscriber"`

	SourceIdentifier string                  `param:"ParameterSetName=BySource,Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The name of the source."`
	SubscriptionId   int                     `param:"ParameterSetName=ById,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=Id" help:"The number of the subscriber."`
	Force            runtime.SwitchParameter `param:"Position=1" help:"Show hidden ones too."`
}

// ProcessRecord writes the subscribers.
func (c *GetEventSubscriber) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := subscribers(rt, c.SourceIdentifier, c.SubscriptionId, bool(c.Force))
	for _, waiting := range found {
		if err == nil {
			err = rt.WriteObject(objects.Of(waiting))
		}
	}
	return err
}

// UnregisterEvent ends waiting for events.
type UnregisterEvent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=BySource,SupportsShouldProcess"`

	SourceIdentifier string                  `param:"ParameterSetName=BySource,Position=0,Mandatory,ValueFromPipelineByPropertyName" help:"The name of the source."`
	SubscriptionId   int                     `param:"ParameterSetName=ById,Position=0,Mandatory,ValueFromPipelineByPropertyName" help:"The number of the subscriber."`
	Force            runtime.SwitchParameter `param:"" help:"Also hidden ones."`
}

// ProcessRecord drops the subscribers.
func (c *UnregisterEvent) ProcessRecord(rt *runtime.CommandRuntime) error {
	found, err := subscribers(rt, c.SourceIdentifier, c.SubscriptionId, bool(c.Force))
	if err != nil {
		return err
	}
	for _, waiting := range found {
		yes, err := rt.ShouldProcess("Event subscription '"+waiting.Source+"'", "Unsubscribe")
		if err != nil {
			return err
		}
		if yes {
			rt.Session().Events().Unsubscribe(waiting)
		}
	}
	return nil
}

// subscribers are those of a source or of a number; what names one that is not there is
// reported.
func subscribers(rt *runtime.CommandRuntime, source string, id int, hidden bool) ([]*runtime.EventSubscriber, error) {
	fits, err := sourceFilter(source)
	if err != nil {
		return nil, err
	}
	byID := rt.IsBound("SubscriptionId")
	var found []*runtime.EventSubscriber
	for _, waiting := range rt.Session().Events().Subscribers() {
		if (hidden || !waiting.Support) && (byID && waiting.ID == id || !byID && fits(waiting.Source)) {
			found = append(found, waiting)
		}
	}
	what, target := "source identifier '"+source+"'", objects.String(source)
	if byID {
		what, target = "subscription identifier "+strconv.Itoa(id), objects.Int(id)
	}
	if found != nil || !byID && (source == "" || wildcard.ContainsWildcards(source)) {
		return found, nil
	}
	e := objects.NewException(objects.ArgumentException, "Event subscription with "+what+" does not exist.")
	return nil, rt.WriteError(runtime.NewErrorRecord(e, "INVALID_SOURCE_IDENTIFIER", runtime.InvalidArgument, target))
}
