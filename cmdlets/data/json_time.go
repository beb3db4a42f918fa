package data

import (
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// jsonDates says what becomes of texts that are times: a member of
// Microsoft.PowerShell.Commands.JsonDateKind. Default keeps the kind that the text
// has: UTC with Z, local with an offset, else unspecified.
type jsonDates string

// value is a text, or the time that it is: of ISO 8601, or /Date(milliseconds since 1970)/.
func (k jsonDates) value(s string) objects.Value {
	if k == "String" {
		return objects.String(s)
	}
	t, ok := jsonTime{}, false
	switch {
	case strings.HasPrefix(s, "/Date(") && strings.HasSuffix(s, ")/"):
		t, ok = unixTime(s[len("/Date(") : len(s)-len(")/")])
	case len(s) >= 19 && len(s) <= 40 && s[10] == 'T' && s[0] >= '0' && s[0] <= '9':
		t, ok = isoTime(s)
	}
	if ok {
		if v, err := t.as(k); err == nil {
			return v
		}
	}
	return objects.String(s)
}

// jsonTime is what a text says: a clock, and its offset from UTC where that is known.
type jsonTime struct {
	clock  datetime.DateTime // of the offset
	kind   datetime.Kind
	offset datetime.TimeSpan
}

func isoTime(s string) (jsonTime, bool) {
	kind := datetime.Unspecified
	t, err := time.Parse("2006-01-02T15:04:05.999999999", s)
	for _, layout := range [...]string{"2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04:05.999999999Z07"} {
		if err == nil {
			break
		}
		t, err = time.Parse(layout, s)
		kind = datetime.Local
	}
	if err != nil {
		return jsonTime{}, false
	}
	if s[len(s)-1] == 'Z' {
		kind = datetime.UTC
	}
	_, offset := t.Zone()
	return jsonTime{datetime.FromTime(t, datetime.Unspecified), kind, datetime.TimeSpan(offset) * datetime.TicksPerSecond}, true
}

// unixTime reads milliseconds since 1970, with an offset such as +0200 or without.
func unixTime(s string) (t jsonTime, ok bool) {
	t.kind = datetime.UTC
	if i := strings.LastIndexAny(s, "+-"); i > 0 {
		zone, err := time.Parse("-0700", s[i:])
		if err != nil {
			return t, false
		}
		_, seconds := zone.Zone()
		s, t.kind, t.offset = s[:i], datetime.Local, datetime.TimeSpan(seconds)*datetime.TicksPerSecond
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return t, false
	}
	o, err := datetime.OffsetFromUnix(n, datetime.TicksPerMillisecond)
	if err != nil {
		return t, false
	}
	t.clock, err = datetime.FromTicks(o.UTCDateTime().Ticks()+int64(t.offset), datetime.Unspecified)
	return t, err == nil
}

// as is the time as -DateKind wants it.
func (t jsonTime) as(k jsonDates) (objects.Value, error) {
	zone := time.Local
	if t.kind == datetime.Unspecified {
		switch k {
		case "Utc":
			return objects.DateTimeOf(t.clock.WithKind(datetime.UTC)), nil
		case "Local":
			return objects.DateTimeOf(t.clock.WithKind(datetime.Local)), nil
		case "Offset":
			o, err := datetime.OffsetFrom(t.clock, zone)
			return objects.DateTimeOffsetOf(o), err
		}
		return objects.DateTimeOf(t.clock), nil
	}
	o, err := datetime.NewOffset(t.clock, t.offset)
	switch {
	case err != nil:
		return objects.Null, err
	case k == "Offset":
		return objects.DateTimeOffsetOf(o), nil
	case k == "Local" || k != "Utc" && t.kind == datetime.Local:
		return objects.DateTimeOf(o.LocalDateTime(zone)), nil
	}
	return objects.DateTimeOf(o.UTCDateTime()), nil
}
