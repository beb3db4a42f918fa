package datetime

import (
	"time"

	"github.com/csshell/csshell/objects/fault"
)

// offsetAtUTC returns the offset of zone at a time in UTC, in ticks.
func offsetAtUTC(ticks int64, zone *time.Location) int64 {
	_, seconds := time.Unix((ticks-unixEpoch)/TicksPerSecond, 0).In(zone).Zone()
	return int64(seconds) * TicksPerSecond
}

// offsetAtLocal returns the offset of zone when its clock shows ticks. A time
// that the clock skips or shows twice has the smaller (standard) offset, but
// for the first pass of a doubled hour where dst says so.
func offsetAtLocal(ticks int64, zone *time.Location, dst bool) (offset int64, ambiguous bool) {
	before := offsetAtUTC(ticks-TicksPerDay, zone)
	after := offsetAtUTC(ticks+TicksPerDay, zone)
	if before == after {
		return before, false
	}
	first := offsetAtUTC(ticks-before, zone) == before
	second := offsetAtUTC(ticks-after, zone) == after
	switch {
	case first && !second:
		return before, false
	case second && !first:
		return after, false
	case first && second && dst:
		return max(before, after), true
	default:
		return min(before, after), first && second
	}
}

// UTCOffset returns the offset from UTC that a DateTime has: none for UTC, that
// of zone for local and unspecified ones.
func (t DateTime) UTCOffset(zone *time.Location) TimeSpan {
	if t.Kind() == UTC {
		return 0
	}
	offset, _ := offsetAtLocal(t.Ticks(), zone, t>>kindShift == ambiguousDST)
	return TimeSpan(offset)
}

// ToUniversalTime converts a local or unspecified time to UTC; times beyond
// the range become its ends.
func (t DateTime) ToUniversalTime(zone *time.Location) DateTime {
	if t.Kind() == UTC {
		return t
	}
	return make62(clampTicks(t.Ticks()-int64(t.UTCOffset(zone))), UTC)
}

// ToLocalTime converts a UTC or unspecified time to the clock of zone.
func (t DateTime) ToLocalTime(zone *time.Location) DateTime {
	if t.Kind() == Local {
		return t
	}
	return utcToLocal(t.Ticks(), zone)
}

func utcToLocal(ticks int64, zone *time.Location) DateTime {
	offset := offsetAtUTC(ticks, zone)
	local := clampTicks(ticks + offset)
	standard, ambiguous := offsetAtLocal(local, zone, false)
	if ambiguous && offset != standard {
		return DateTime(local) | ambiguousDST<<kindShift
	}
	return make62(local, Local)
}

func clampTicks(ticks int64) int64 { return min(max(ticks, 0), maxTicks) }

// IsDaylightSavingTime reports whether zone has daylight-saving time at t.
func (t DateTime) IsDaylightSavingTime(zone *time.Location) bool {
	return t.Kind() != UTC && t.Time(zone).IsDST()
}

// FromFileTime converts ticks since 1601 (UTC) to the clock of zone, or fails
// with [fault.OutOfRange].
func FromFileTime(fileTime int64, zone *time.Location) (DateTime, error) {
	t, err := FromFileTimeUTC(fileTime)
	if err != nil {
		return 0, err
	}
	return t.ToLocalTime(zone), nil
}

// FromFileTimeUTC converts ticks since 1601, or fails with [fault.OutOfRange].
func FromFileTimeUTC(fileTime int64) (DateTime, error) {
	if fileTime < 0 || fileTime > maxTicks-fileTimeEpoch {
		return 0, fault.WithParam(fault.OutOfRange, "Not a valid Win32 FileTime.", "fileTime")
	}
	return make62(fileTime+fileTimeEpoch, UTC), nil
}

// ToFileTime returns the ticks since 1601 in UTC, or fails with
// [fault.OutOfRange] before that year.
func (t DateTime) ToFileTime(zone *time.Location) (int64, error) {
	return t.ToUniversalTime(zone).ToFileTimeUTC(zone)
}

// ToFileTimeUTC is [DateTime.ToFileTime], but takes an unspecified time for UTC.
func (t DateTime) ToFileTimeUTC(zone *time.Location) (int64, error) {
	if t.Kind() == Local {
		t = t.ToUniversalTime(zone)
	}
	ticks := t.Ticks() - fileTimeEpoch
	if ticks < 0 {
		return 0, fault.WithParam(fault.OutOfRange, "Not a valid Win32 FileTime.", "fileTime")
	}
	return ticks, nil
}

// ToBinary returns the 64 bits of DateTime.ToBinary. Local times are kept as
// UTC with the kind.
func (t DateTime) ToBinary(zone *time.Location) int64 {
	if t.Kind() != Local {
		return int64(t)
	}
	utc := t.Ticks() - int64(t.UTCOffset(zone))
	return int64(uint64(utc)&ticksMask | uint64(Local)<<kindShift)
}

// FromBinary is the inverse of [DateTime.ToBinary]; it fails with
// [fault.Argument].
func FromBinary(data int64, zone *time.Location) (DateTime, error) {
	t := DateTime(data)
	ticks := t.Ticks()
	if t.Kind() != Local {
		if ticks > maxTicks {
			return 0, badBinary()
		}
		return t, nil
	}
	if ticks > ticksMask-TicksPerDay { // a small negative number of 62 bits
		ticks -= 1 << kindShift
	}
	local := utcToLocal(ticks, zone)
	if sum := ticks + offsetAtUTC(ticks, zone); sum < 0 || sum > maxTicks {
		return 0, badBinary()
	}
	return local, nil
}

func badBinary() error {
	return fault.WithParam(fault.Argument, "The binary data must result in a DateTime with ticks between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "dateData")
}
