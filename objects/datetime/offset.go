package datetime

import (
	"time"

	"github.com/csshell/csshell/objects/fault"
)

// DateTimeOffset is System.DateTimeOffset: a point in time and the offset of
// the clock that shows it, in whole minutes up to 14 hours.
type DateTimeOffset struct {
	utc    int64 // ticks
	offset int16 // minutes
}

const maxOffset = 14 * 60

// NewOffset makes a DateTimeOffset of clock time and offset. It fails with
// [fault.Argument] for fractions of a minute and [fault.OutOfRange].
func NewOffset(clock DateTime, offset TimeSpan) (DateTimeOffset, error) {
	if offset%TicksPerMinute != 0 {
		return DateTimeOffset{}, fault.WithParam(fault.Argument, "Offset must be specified in whole minutes.", "offset")
	}
	minutes := int64(offset / TicksPerMinute)
	if minutes < -maxOffset || minutes > maxOffset {
		return DateTimeOffset{}, fault.WithParam(fault.OutOfRange, "Offset must be within plus or minus 14 hours.", "offset")
	}
	utc := clock.Ticks() - int64(offset)
	if utc < 0 || utc > maxTicks {
		return DateTimeOffset{}, fault.WithParam(fault.OutOfRange, "The UTC time represented when the offset is applied must be between year 0 and 10,000.", "offset")
	}
	return DateTimeOffset{utc, int16(minutes)}, nil
}

// OffsetFrom converts a DateTime; a local or unspecified one has the offset of
// zone (the constructor DateTimeOffset(DateTime)).
func OffsetFrom(t DateTime, zone *time.Location) (DateTimeOffset, error) {
	return NewOffset(t, t.UTCOffset(zone))
}

// OffsetFromUnix makes a DateTimeOffset of a Unix time: unit is
// TicksPerSecond or TicksPerMillisecond.
func OffsetFromUnix(value, unit int64) (DateTimeOffset, error) {
	low, high := -unixEpoch/unit, (maxTicks-unixEpoch)/unit
	if value < low || value > high {
		name := "seconds"
		if unit == TicksPerMillisecond {
			name = "milliseconds"
		}
		return DateTimeOffset{}, fault.WithParam(fault.OutOfRange, rangeMessage(low, high), name)
	}
	return DateTimeOffset{utc: value*unit + unixEpoch}, nil
}

func rangeMessage(low, high int64) string {
	text := appendSigned([]byte("Valid values are between "), low)
	text = appendSigned(append(text, " and "...), high)
	return string(append(text, ", inclusive."...))
}

func appendSigned(dst []byte, v int64) []byte {
	if v < 0 {
		return appendPadded(append(dst, '-'), -uint64(v), 1)
	}
	return appendPadded(dst, uint64(v), 1)
}

// DateTime returns the clock time, of unspecified kind.
func (o DateTimeOffset) DateTime() DateTime {
	return make62(o.utc+int64(o.offset)*TicksPerMinute, Unspecified)
}

// UTCDateTime returns the time in UTC.
func (o DateTimeOffset) UTCDateTime() DateTime { return make62(o.utc, UTC) }

// LocalDateTime returns the time on the clock of zone.
func (o DateTimeOffset) LocalDateTime(zone *time.Location) DateTime {
	return utcToLocal(o.utc, zone)
}

// Offset returns the offset of the clock from UTC.
func (o DateTimeOffset) Offset() TimeSpan { return TimeSpan(o.offset) * TicksPerMinute }

// WithOffset returns the same point in time on another clock (ToOffset).
func (o DateTimeOffset) WithOffset(offset TimeSpan) (DateTimeOffset, error) {
	return NewOffset(make62(clampTicks(o.utc+int64(offset)), Unspecified), offset)
}

// ToUniversalTime returns the same point in time on the clock of UTC.
func (o DateTimeOffset) ToUniversalTime() DateTimeOffset { return DateTimeOffset{utc: o.utc} }

// ToLocalTime returns the same point in time on the clock of zone.
func (o DateTimeOffset) ToLocalTime(zone *time.Location) DateTimeOffset {
	return DateTimeOffset{o.utc, int16(offsetAtUTC(o.utc, zone) / TicksPerMinute)}
}

// Compare orders by the points in time.
func (o DateTimeOffset) Compare(p DateTimeOffset) int {
	return DateTime(o.utc).Compare(DateTime(p.utc))
}

// Since returns o - p.
func (o DateTimeOffset) Since(p DateTimeOffset) TimeSpan { return TimeSpan(o.utc - p.utc) }

// Map applies an operation of DateTime to the clock time and keeps the offset
// (AddDays and its kin).
func (o DateTimeOffset) Map(f func(DateTime) (DateTime, error)) (DateTimeOffset, error) {
	t, err := f(o.DateTime())
	if err != nil {
		return DateTimeOffset{}, err
	}
	return NewOffset(t, o.Offset())
}

// Unix returns the time since 1970 in units of that many ticks, rounded down.
func (o DateTimeOffset) Unix(unit int64) int64 { return o.utc/unit - unixEpoch/unit }
