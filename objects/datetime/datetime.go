// Package datetime is .NET's calendar: DateTime, DateTimeOffset, TimeSpan,
// DateOnly and TimeOnly, their arithmetic, their text forms and their parsers.
//
// Time is counted in ticks of 100 nanoseconds. Nothing here reads the clock or
// the machine's time zone: both come in as arguments.
package datetime

import (
	"time"

	"github.com/csshell/csshell/objects/fault"
)

// Ticks of the units of time.
const (
	TicksPerMicrosecond = 10
	TicksPerMillisecond = 1000 * TicksPerMicrosecond
	TicksPerSecond      = 1000 * TicksPerMillisecond
	TicksPerMinute      = 60 * TicksPerSecond
	TicksPerHour        = 60 * TicksPerMinute
	TicksPerDay         = 24 * TicksPerHour
)

const (
	daysTo1601  = 584388
	daysTo1899  = 693593
	daysTo1970  = 719162
	daysTo10000 = 3652059

	maxTicks      = daysTo10000*TicksPerDay - 1
	unixEpoch     = daysTo1970 * TicksPerDay
	fileTimeEpoch = daysTo1601 * TicksPerDay
)

// Kind tells what a DateTime's clock shows (System.DateTimeKind).
type Kind uint8

// The members of DateTimeKind.
const (
	Unspecified Kind = iota
	UTC
	Local
)

// String returns the name of the enumeration's member.
func (k Kind) String() string { return [...]string{"Unspecified", "Utc", "Local"}[k] }

// DateTime is System.DateTime: ticks since 0001-01-01 in the low 62 bits and
// the kind in the high two, exactly as .NET keeps it, so that it fits a
// machine word. Compare with [DateTime.Compare]; == also compares the kinds.
type DateTime uint64

const (
	kindShift = 62
	ticksMask = 1<<kindShift - 1

	// ambiguousDST is the fourth kind: local, in the hour that a clock shows
	// twice, and the first time.
	ambiguousDST = 3
)

// MinValue is 0001-01-01, the zero DateTime; MaxValue is the last tick of 9999.
const (
	MinValue DateTime = 0
	MaxValue DateTime = maxTicks
)

// UnixEpoch returns 1970-01-01 UTC.
func UnixEpoch() DateTime { return make62(unixEpoch, UTC) }

func make62(ticks int64, kind Kind) DateTime {
	return DateTime(uint64(ticks) | uint64(kind)<<kindShift)
}

// FromTicks makes a DateTime of ticks since 0001-01-01, or fails with
// [fault.OutOfRange].
func FromTicks(ticks int64, kind Kind) (DateTime, error) {
	if ticks < 0 || ticks > maxTicks {
		return 0, fault.WithParam(fault.OutOfRange, "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "ticks")
	}
	return make62(ticks, kind), nil
}

// Date makes the DateTime of a day, or fails with [fault.OutOfRange].
func Date(year, month, day int) (DateTime, error) {
	if !ValidDate(year, month, day) {
		return 0, fault.New(fault.OutOfRange, "Year, Month, and Day parameters describe an un-representable DateTime.")
	}
	return DateTime(dayNumber(year, month, day) * TicksPerDay), nil
}

// New makes a DateTime of its parts, or fails with [fault.OutOfRange]. As in
// .NET, second 60 is not allowed.
func New(year, month, day, hour, minute, second, millisecond int, kind Kind) (DateTime, error) {
	d, err := Date(year, month, day)
	if err != nil {
		return 0, err
	}
	if uint(hour) > 23 || uint(minute) > 59 || uint(second) > 59 {
		return 0, fault.New(fault.OutOfRange, "Hour, Minute, and Second parameters describe an un-representable DateTime.")
	}
	if uint(millisecond) > 999 {
		return 0, fault.WithParam(fault.OutOfRange, "Valid values are between 0 and 999, inclusive.", "millisecond")
	}
	ticks := d.Ticks() + int64(hour*3600+minute*60+second)*TicksPerSecond + int64(millisecond)*TicksPerMillisecond
	return make62(ticks, kind), nil
}

// Ticks returns the ticks since 0001-01-01.
func (t DateTime) Ticks() int64 { return int64(t & ticksMask) }

// Kind returns the kind.
func (t DateTime) Kind() Kind {
	if k := t >> kindShift; k != ambiguousDST {
		return Kind(k)
	}
	return Local
}

// WithKind returns the same clock time with another kind (SpecifyKind).
func (t DateTime) WithKind(k Kind) DateTime { return make62(t.Ticks(), k) }

// WithTicks returns other ticks of t's kind; the caller knows they are valid.
func (t DateTime) withTicks(ticks int64) DateTime { return DateTime(ticks) | t&^ticksMask }

// Compare orders by ticks alone, whatever the kinds, as DateTime.Compare does.
func (t DateTime) Compare(u DateTime) int {
	switch a, b := t&ticksMask, u&ticksMask; {
	case a < b:
		return -1
	case a > b:
		return 1
	default:
		return 0
	}
}

// YearMonthDay returns the parts of the date.
func (t DateTime) YearMonthDay() (year, month, day int) {
	return civil(t.Ticks() / TicksPerDay)
}

// Year returns the year, 1 to 9999.
func (t DateTime) Year() int { y, _, _ := t.YearMonthDay(); return y }

// Month returns the month, 1 to 12.
func (t DateTime) Month() int { _, m, _ := t.YearMonthDay(); return m }

// Day returns the day of the month.
func (t DateTime) Day() int { _, _, d := t.YearMonthDay(); return d }

// DayOfWeek returns 0 for Sunday to 6 for Saturday.
func (t DateTime) DayOfWeek() int { return int((t.Ticks()/TicksPerDay + 1) % 7) }

// DayOfYear returns 1 to 366.
func (t DateTime) DayOfYear() int {
	return int(t.Ticks()/TicksPerDay-dayNumber(t.Year(), 1, 1)) + 1
}

// Hour returns 0 to 23.
func (t DateTime) Hour() int { return int(t.Ticks() / TicksPerHour % 24) }

// Minute returns 0 to 59.
func (t DateTime) Minute() int { return int(t.Ticks() / TicksPerMinute % 60) }

// Second returns 0 to 59.
func (t DateTime) Second() int { return int(t.Ticks() / TicksPerSecond % 60) }

// Millisecond returns 0 to 999.
func (t DateTime) Millisecond() int { return int(t.Ticks() / TicksPerMillisecond % 1000) }

// Microsecond returns the microseconds after the millisecond, 0 to 999.
func (t DateTime) Microsecond() int { return int(t.Ticks() / TicksPerMicrosecond % 1000) }

// Nanosecond returns the nanoseconds after the microsecond, in steps of 100.
func (t DateTime) Nanosecond() int { return int(t.Ticks()%TicksPerMicrosecond) * 100 }

// Date returns midnight of the same day and kind.
func (t DateTime) Date() DateTime {
	return t.withTicks(t.Ticks() - t.Ticks()%TicksPerDay)
}

// TimeOfDay returns the time since midnight.
func (t DateTime) TimeOfDay() TimeSpan { return TimeSpan(t.Ticks() % TicksPerDay) }

// IsLeapYear reports whether a year has a February 29; it fails with
// [fault.OutOfRange] outside 1 to 9999.
func IsLeapYear(year int) (bool, error) {
	if year < 1 || year > 9999 {
		return false, fault.WithParam(fault.OutOfRange, "Year must be between 1 and 9999.", "year")
	}
	return leap(year), nil
}

// DaysInMonth returns 28 to 31, or fails with [fault.OutOfRange].
func DaysInMonth(year, month int) (int, error) {
	if month < 1 || month > 12 {
		return 0, fault.WithParam(fault.OutOfRange, "Month must be between one and twelve.", "month")
	}
	if _, err := IsLeapYear(year); err != nil {
		return 0, err
	}
	return monthLength(year, month), nil
}

// ValidDate reports whether a day exists between the years 1 and 9999.
func ValidDate(year, month, day int) bool {
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func monthLength(year, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	default:
		return 31
	}
}

// dayNumber counts the days from 0001-01-01. Years begin in March for the
// count, so that the leap day comes last.
func dayNumber(year, month, day int) int64 {
	if month <= 2 {
		year, month = year-1, month+12
	}
	return int64(365*year + year/4 - year/100 + year/400 + (153*month-457)/5 + day - 307)
}

// civil is the inverse of [dayNumber].
func civil(n int64) (year, month, day int) {
	n += 306
	era := n / 146097
	doe := n % 146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	year, month, day = int(yoe+era*400), int(mp)+3, int(doy-(153*mp+2)/5)+1
	if month > 12 {
		return year + 1, month - 12, day
	}
	return year, month, day
}

// FromTime converts a Go time: its clock reading as shown in t's location.
func FromTime(t time.Time, kind Kind) DateTime {
	days := dayNumber(t.Year(), int(t.Month()), t.Day())
	seconds := days*86400 + int64(t.Hour()*3600+t.Minute()*60+t.Second())
	return make62(seconds*TicksPerSecond+int64(t.Nanosecond()/100), kind)
}

// Time converts to a Go time in zone, which says what the clock of a local or
// unspecified DateTime means.
func (t DateTime) Time(zone *time.Location) time.Time {
	u := t.ToUniversalTime(zone)
	utc := u.unix()
	if t.Kind() == UTC {
		return utc
	}
	return utc.In(zone)
}

// unix reads the ticks as UTC.
func (t DateTime) unix() time.Time {
	since := t.Ticks() - unixEpoch
	return time.Unix(since/TicksPerSecond, since%TicksPerSecond*100).UTC()
}
