package cs

import (
	"fmt"
	"strings"
	"time"
)

// Ticks is a point in time in UTC as .NET's DateTime counts it: steps of 100
// nanoseconds since the first of January of the year 1. Zero is a missing time.
//
// The stores keep microseconds; [Ticks.Microseconds] drops the last digit.
type Ticks int64

// unixTicks is the Unix epoch.
const unixTicks Ticks = 621_355_968_000_000_000

// ticksPerMicrosecond is the resolution of the stores.
const ticksPerMicrosecond = 10

// TicksOf returns t in ticks.
func TicksOf(t time.Time) Ticks {
	return unixTicks + Ticks(t.Unix())*1e7 + Ticks(t.Nanosecond()/100)
}

// TicksOfMicroseconds returns the time that lies us microseconds after the
// Unix epoch.
func TicksOfMicroseconds(us int64) Ticks {
	return unixTicks + Ticks(us)*ticksPerMicrosecond
}

// Microseconds returns the microseconds from the Unix epoch to t.
func (t Ticks) Microseconds() int64 {
	return int64(t-unixTicks) / ticksPerMicrosecond
}

// Time returns t as a [time.Time] in UTC.
func (t Ticks) Time() time.Time {
	since := int64(t - unixTicks)
	return time.Unix(since/1e7, since%1e7*100).UTC()
}

// String returns t in ISO 8601 with as many digits after the second as are
// needed (2024-02-05T09:00:00Z), or the empty text for a missing time.
func (t Ticks) String() string {
	if t == 0 {
		return ""
	}
	return t.Time().Format("2006-01-02T15:04:05.9999999Z07:00")
}

// timeLayouts are the forms of a time that [ParseTicks] knows: ISO 8601 with
// and without a zone or a time of day, the general forms of .NET's en-US and
// invariant cultures, and the "o", "s" and "u" formats.
var timeLayouts = []string{
	time.RFC3339Nano,
	"1/2/2006 3:04:05 PM",
	"01/02/2006 15:04:05",
	"1/2/2006 3:04 PM",
	"1/2/2006",
	"2006-01-02T15:04:05",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05",
	"2006-01-02",
}

// ParseTicks reads a time: ISO 8601, or what Export-Csv writes where the
// culture is en-US or invariant (5/4/2026 10:11:12 AM). A time without a zone
// is UTC. The empty text is a missing time.
func ParseTicks(text string) (Ticks, error) {
	if text == "" {
		return 0, nil
	}
	// Newer ICU data puts a narrow no-break space before AM and PM.
	clean := strings.ReplaceAll(strings.TrimSpace(text), "\u202f", " ")
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, clean); err == nil {
			return inRange(text, t)
		}
	}
	return 0, fmt.Errorf("%q is not a time such as 2026-05-04T10:11:12Z or 5/4/2026 10:11:12 AM", text)
}

// inRange refuses the times that a DateTime cannot hold, and the one that
// stands for none.
func inRange(text string, t time.Time) (Ticks, error) {
	if year := t.UTC().Year(); year < 1 || year > 9999 {
		return 0, fmt.Errorf("the time %q lies outside the years 1 to 9999", text)
	}
	ticks := TicksOf(t)
	if ticks == 0 {
		return 0, fmt.Errorf("the time %q stands for no time at all", text)
	}
	return ticks, nil
}
