// Package diagnostics declares Stopwatch and Process.
package diagnostics

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

type (
	call  = objects.Call
	value = objects.Value
)

// The makers of members, by short names.
var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
	does    = objects.Does
)

// StopwatchType is System.Diagnostics.Stopwatch.
var StopwatchType = &objects.Type{FullName: "System.Diagnostics.Stopwatch", Kind: objects.KindObject}

// Stopwatch measures time.
type Stopwatch struct {
	before  time.Duration // of the runs that are over
	since   time.Time     // the present run's beginning
	running bool
}

// Type is System.Diagnostics.Stopwatch.
func (*Stopwatch) Type() *objects.Type { return StopwatchType }

// Elapsed is the time measured so far.
func (s *Stopwatch) Elapsed() time.Duration {
	if s.running {
		return s.before + time.Since(s.since)
	}
	return s.before
}

// Text is the time measured so far.
func (s *Stopwatch) Text() (string, error) { return span(s.Elapsed()).String(), nil }

func (s *Stopwatch) start() {
	if !s.running {
		s.since, s.running = time.Now(), true
	}
}

func (s *Stopwatch) stop() { s.before, s.running = s.Elapsed(), false }

// span is a duration in .NET's ticks.
func span(d time.Duration) datetime.TimeSpan { return datetime.TimeSpan(d / 100) }

func watchOf(v value) *Stopwatch {
	if s, ok := objects.As[*Stopwatch](v); ok {
		return s
	}
	return &Stopwatch{}
}

func stopwatchDeclaration() *objects.Declaration {
	changes := func(signature string, f func(s *Stopwatch)) objects.Method {
		return total(signature, func(c *call) value { f(watchOf(c.This)); return objects.AutomationNull() })
	}
	started := func(*call) value { s := &Stopwatch{}; s.start(); return objects.Of(s) }
	return &objects.Declaration{
		Type:         StopwatchType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(&Stopwatch{}) })},
		Properties: []objects.Property{
			reads("bool IsRunning {get;}", func(this value) value { return objects.Bool(watchOf(this).running) }),
			reads("timespan Elapsed {get;}", func(this value) value { return objects.TimeSpanOf(span(watchOf(this).Elapsed())) }),
			reads("long ElapsedMilliseconds {get;}", func(this value) value { return objects.Int64(watchOf(this).Elapsed().Milliseconds()) }),
			reads("long ElapsedTicks {get;}", func(this value) value { return objects.Int64(watchOf(this).Elapsed().Nanoseconds()) }),
			reads("static long Frequency {get;}", func(value) value { return objects.Int64(int64(time.Second)) }),
			reads("static bool IsHighResolution {get;}", func(value) value { return objects.Bool(true) }),
		},
		Methods: []objects.Method{
			changes("void Reset()", func(s *Stopwatch) { *s = Stopwatch{} }),
			changes("void Restart()", func(s *Stopwatch) { *s = Stopwatch{}; s.start() }),
			changes("void Start()", (*Stopwatch).start),
			changes("void Stop()", (*Stopwatch).stop),
			total("string ToString()", func(c *call) value { s, _ := watchOf(c.This).Text(); return objects.String(s) }),
			total("static System.Diagnostics.Stopwatch StartNew()", started),
			total("static long GetTimestamp()", func(*call) value { return objects.Int64(time.Now().UnixNano()) }),
			total("static timespan GetElapsedTime(long startingTimestamp)", func(c *call) value {
				return objects.TimeSpanOf(span(time.Duration(time.Now().UnixNano() - c.Args[0].Int64())))
			}),
			total("static timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)", func(c *call) value {
				return objects.TimeSpanOf(span(time.Duration(c.Args[1].Int64() - c.Args[0].Int64())))
			}),
		},
	}
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: StopwatchType, Declare: stopwatchDeclaration},
		{Type: ComponentType},
		{Type: ProcessType, Declare: processDeclaration},
		{Type: StartInfoType, Declare: startInfoDeclaration}, {Type: windowStyleType},
	}
}
