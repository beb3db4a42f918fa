package runtime

import (
	"context"
	"sync"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

var (
	eventArgsType       = &objects.Type{FullName: namespace + "PSEventArgs", Kind: objects.KindObject}
	eventSubscriberType = &objects.Type{FullName: namespace + "PSEventSubscriber", Kind: objects.KindObject}
)

// Event is something that happened, as the queue of events keeps it
// (System.Management.Automation.PSEventArgs).
type Event struct {
	ID           int
	Source       string
	Sender, Data objects.Value
	Args         []objects.Value
	when         datetime.DateTime
}

// Type is System.Management.Automation.PSEventArgs.
func (*Event) Type() *objects.Type { return eventArgsType }

// EventSubscriber waits for the events of a source
// (System.Management.Automation.PSEventSubscriber).
type EventSubscriber struct {
	ID      int
	Source  string
	Action  *ScriptBlock // run for each event; nil where the queue keeps them
	Data    objects.Value
	Most    int // events to wait for; 0 for all
	Support bool
	seen    int
}

// Type is System.Management.Automation.PSEventSubscriber.
func (*EventSubscriber) Type() *objects.Type { return eventSubscriberType }

// EventQueue keeps the events of a session that nobody has dealt with, and who waits
// for which (System.Management.Automation.PSEventManager).
type EventQueue struct {
	mu          sync.Mutex
	queue       []*Event
	subscribers []*EventSubscriber
	lastEvent   int
	lastWaiting int
	arrived     chan struct{} // closed when an event comes
}

// Events is the queue of the session.
func (s *Session) Events() *EventQueue { return &s.events }

// Raise tells the subscribers of a source; where no action deals with the event, the
// queue keeps it.
func (s *Session) Raise(e *Event) error {
	e.when = datetime.FromTime(time.Now().In(s.Types.Zone()), datetime.Local)
	for _, waiting := range s.events.add(e) {
		if err := s.act(waiting, e); err != nil {
			return err
		}
	}
	return nil
}

// add gives the event its number and finds the subscribers whose actions deal with it.
func (q *EventQueue) add(e *Event) (acting []*EventSubscriber) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.lastEvent++
	e.ID = q.lastEvent
	kept := q.subscribers[:0:0]
	for _, waiting := range q.subscribers {
		if objects.EqualFold(waiting.Source, e.Source) {
			waiting.seen++
			if e.Data.IsNull() {
				e.Data = waiting.Data
			}
			if waiting.Action != nil {
				acting = append(acting, waiting)
			}
			if waiting.Most > 0 && waiting.seen >= waiting.Most {
				continue
			}
		}
		kept = append(kept, waiting)
	}
	q.subscribers = kept
	if acting == nil {
		q.queue = append(q.queue, e)
		if q.arrived != nil {
			close(q.arrived)
			q.arrived = nil
		}
	}
	return acting
}

// act runs an action: $Event, $EventSubscriber, $Sender and $EventArgs tell it what
// happened, and what it writes is dropped. An error of it ends only the action.
func (s *Session) act(waiting *EventSubscriber, e *Event) error {
	first := objects.Null
	if len(e.Args) > 0 {
		first = e.Args[0]
	}
	for _, v := range [...]struct {
		name  string
		value objects.Value
	}{{"Event", objects.Of(e)}, {"EventSubscriber", objects.Of(waiting)}, {"Sender", e.Sender}, {"EventArgs", first}} {
		if err := s.global.Set(s, v.name, v.value); err != nil {
			return err
		}
		defer s.global.Remove(v.name)
	}
	f := s.hostFrame()
	streams := *f.streams
	streams[SuccessStream] = func(objects.Value) error { return nil }
	f.streams = &streams
	args := make([]argument, len(e.Args))
	for i, a := range e.Args {
		args[i] = argument{value: a, hasValue: true}
	}
	err := waiting.Action.call(f, args, objects.Null, false)
	if err == nil || isFlow(err) {
		return nil
	}
	s.remember(RecordOf(err))
	return nil
}

// Subscribe adds a subscriber and gives it its number.
func (q *EventQueue) Subscribe(waiting *EventSubscriber) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.lastWaiting++
	waiting.ID = q.lastWaiting
	q.subscribers = append(q.subscribers, waiting)
}

// Waiting are the events that the queue keeps, the oldest first.
func (q *EventQueue) Waiting() []*Event {
	q.mu.Lock()
	defer q.mu.Unlock()
	return append([]*Event(nil), q.queue...)
}

// Subscribers are those who wait, in the order of their numbers.
func (q *EventQueue) Subscribers() []*EventSubscriber {
	q.mu.Lock()
	defer q.mu.Unlock()
	return append([]*EventSubscriber(nil), q.subscribers...)
}

// Drop takes an event out of the queue.
func (q *EventQueue) Drop(e *Event) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for i, other := range q.queue {
		if other == e {
			q.queue = append(q.queue[:i:i], q.queue[i+1:]...)
			return
		}
	}
}

// Unsubscribe ends the waiting of a subscriber.
func (q *EventQueue) Unsubscribe(waiting *EventSubscriber) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for i, other := range q.subscribers {
		if other == waiting {
			q.subscribers = append(q.subscribers[:i:i], q.subscribers[i+1:]...)
			return
		}
	}
}

// Wait waits until the queue has an event that fits, and gives it; nil where the context
// ends first.
func (q *EventQueue) Wait(ctx context.Context, fits func(*Event) bool) *Event {
	for {
		q.mu.Lock()
		for _, e := range q.queue {
			if fits(e) {
				q.mu.Unlock()
				return e
			}
		}
		if q.arrived == nil {
			q.arrived = make(chan struct{})
		}
		arrived := q.arrived
		q.mu.Unlock()
		select {
		case <-arrived:
		case <-ctx.Done():
			return nil
		}
	}
}

func declareEventArgs() *objects.Declaration {
	return &objects.Declaration{Type: eventArgsType, Properties: []objects.Property{
		text("string ComputerName {get;}", func(*Event) string { return "" }),
		value("guid RunspaceId {get;}", func(*Event) objects.Value { return objects.Null }),
		value("int EventIdentifier {get;}", func(e *Event) objects.Value { return objects.Int(e.ID) }),
		value("System.Object Sender {get;}", func(e *Event) objects.Value { return e.Sender }),
		value("System.EventArgs SourceEventArgs {get;}", func(e *Event) objects.Value {
			if len(e.Args) > 1 {
				return e.Args[1]
			}
			return objects.Null
		}),
		value("System.Object[] SourceArgs {get;}", func(e *Event) objects.Value { return objects.ArrayValue(e.Args) }),
		text("string SourceIdentifier {get;}", func(e *Event) string { return e.Source }),
		value("datetime TimeGenerated {get;}", func(e *Event) objects.Value { return objects.DateTimeOf(e.when) }),
		value("psobject MessageData {get;}", func(e *Event) objects.Value { return e.Data }),
	}}
}

func declareEventSubscriber() *objects.Declaration {
	return &objects.Declaration{Type: eventSubscriberType, Properties: []objects.Property{
		value("int SubscriptionId {get;set;}", func(w *EventSubscriber) objects.Value { return objects.Int(w.ID) }),
		value("System.Object SourceObject {get;}", func(*EventSubscriber) objects.Value { return objects.Null }),
		text("string EventName {get;}", func(*EventSubscriber) string { return "" }),
		text("string SourceIdentifier {get;}", func(w *EventSubscriber) string { return w.Source }),
		value("System.Management.Automation.PSEventJob Action {get;}", func(w *EventSubscriber) objects.Value {
			if w.Action == nil {
				return objects.Null
			}
			return objects.Of(w.Action)
		}),
		value("bool SupportEvent {get;}", func(w *EventSubscriber) objects.Value { return objects.Bool(w.Support) }),
		value("bool ForwardEvent {get;}", func(*EventSubscriber) objects.Value { return objects.Bool(false) }),
	}}
}
