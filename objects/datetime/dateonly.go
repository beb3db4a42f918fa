package datetime

import "github.com/csshell/csshell/objects/fault"

// DateOnly is System.DateOnly: the number of days since 0001-01-01.
type DateOnly int32

// MaxDate is 9999-12-31.
const MaxDate DateOnly = daysTo10000 - 1

// NewDateOnly makes a date, or fails with [fault.OutOfRange].
func NewDateOnly(year, month, day int) (DateOnly, error) {
	t, err := Date(year, month, day)
	return t.DateOnly(), err
}

// DateOnly returns the date of t.
func (t DateTime) DateOnly() DateOnly { return DateOnly(t.Ticks() / TicksPerDay) }

// DateOnlyFromDayNumber makes a date of its [DateOnly.DayNumber].
func DateOnlyFromDayNumber(n int) (DateOnly, error) {
	if n < 0 || n > int(MaxDate) {
		return 0, fault.WithParam(fault.OutOfRange, "Day number must be between 0 and DateOnly.MaxValue.DayNumber.", "dayNumber")
	}
	return DateOnly(n), nil
}

// DayNumber returns the days since 0001-01-01.
func (d DateOnly) DayNumber() int { return int(d) }

// DateTime returns the date at a time of day.
func (d DateOnly) DateTime(at TimeOnly, kind Kind) DateTime {
	return make62(int64(d)*TicksPerDay+int64(at), kind)
}

// AddDays moves d by days, or fails with [fault.OutOfRange].
func (d DateOnly) AddDays(days int) (DateOnly, error) {
	n := int64(d) + int64(days)
	if n < 0 || n > int64(MaxDate) {
		return 0, fault.WithParam(fault.OutOfRange, "Value to add was out of range.", "value")
	}
	return DateOnly(n), nil
}

// AddMonths moves d by months, as [DateTime.AddMonths] does.
func (d DateOnly) AddMonths(months int) (DateOnly, error) {
	t, err := d.DateTime(0, Unspecified).AddMonths(months)
	return t.DateOnly(), err
}

// AddYears moves d by years, as [DateTime.AddYears] does.
func (d DateOnly) AddYears(years int) (DateOnly, error) {
	t, err := d.DateTime(0, Unspecified).AddYears(years)
	return t.DateOnly(), err
}

// TimeOnly is System.TimeOnly: ticks since midnight.
type TimeOnly int64

// MaxTime is the last tick of a day.
const MaxTime TimeOnly = TicksPerDay - 1

// NewTimeOnly makes a time of day, or fails with [fault.OutOfRange].
func NewTimeOnly(hour, minute, second, millisecond int) (TimeOnly, error) {
	t, err := New(1, 1, 1, hour, minute, second, millisecond, Unspecified)
	return t.TimeOnly(), err
}

// TimeOnlyFromTicks makes a time of day of ticks since midnight.
func TimeOnlyFromTicks(ticks int64) (TimeOnly, error) {
	if ticks < 0 || ticks >= TicksPerDay {
		return 0, fault.WithParam(fault.OutOfRange, "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.", "ticks")
	}
	return TimeOnly(ticks), nil
}

// TimeOnly returns the time of day of t.
func (t DateTime) TimeOnly() TimeOnly { return TimeOnly(t.Ticks() % TicksPerDay) }

// DateTime returns the time on the first day of the calendar, where it can be
// taken apart and formatted.
func (o TimeOnly) DateTime() DateTime { return DateTime(o) }

// Add moves o by a span around the clock and counts the days that went by.
func (o TimeOnly) Add(d TimeSpan) (t TimeOnly, days int) {
	days = int(d / TicksPerDay)
	ticks := int64(o) + int64(d%TicksPerDay)
	switch {
	case ticks < 0:
		return TimeOnly(ticks + TicksPerDay), days - 1
	case ticks >= TicksPerDay:
		return TimeOnly(ticks - TicksPerDay), days + 1
	default:
		return TimeOnly(ticks), days
	}
}

// Since returns the time from p to o around the clock, never negative.
func (o TimeOnly) Since(p TimeOnly) TimeSpan {
	return TimeSpan((int64(o) - int64(p) + TicksPerDay) % TicksPerDay)
}

// IsBetween reports whether o lies from start up to, but not including, end;
// the span may go over midnight.
func (o TimeOnly) IsBetween(start, end TimeOnly) bool {
	if start <= end {
		return start <= o && o < end
	}
	return start <= o || o < end
}
