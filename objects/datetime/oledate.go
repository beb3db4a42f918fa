package datetime

import (
	"github.com/csshell/csshell/objects/fault"
)

const (
	oleEpoch  = daysTo1899 * TicksPerDay // 1899-12-30
	oleMinDay = -657435.0                // 0100-01-01
	oleMaxDay = 2958466.0                // 10000-01-01
	msPerDay  = 86400000
)

// FromOADate converts a day count of OLE Automation: days since 1899-12-30,
// the fraction being the time of day even where the days are negative. It
// fails with [fault.Argument].
func FromOADate(days float64) (DateTime, error) {
	if !(days < oleMaxDay) || !(days > oleMinDay) {
		return 0, fault.New(fault.Argument, "Not a legal OleAut date.")
	}
	half := 0.5
	if days < 0 {
		half = -0.5
	}
	ms := int64(days*msPerDay + half)
	if ms < 0 {
		ms -= ms % msPerDay * 2
	}
	ms += oleEpoch / TicksPerMillisecond
	if ms < 0 || ms > maxTicks/TicksPerMillisecond {
		return 0, fault.New(fault.Argument, "OleAut date did not convert to a DateTime correctly.")
	}
	return DateTime(ms * TicksPerMillisecond), nil
}

// ToOADate is the inverse of [FromOADate]. The first day of the year 1 gives
// 0 or a pure time; other dates before the year 100 fail with [fault.Overflow].
func (t DateTime) ToOADate() (float64, error) {
	ticks := t.Ticks()
	if ticks == 0 {
		return 0, nil
	}
	if ticks < TicksPerDay {
		ticks += oleEpoch
	}
	if ticks < 36159*TicksPerDay { // 0100-01-01
		return 0, fault.New(fault.Overflow, "Not a legal OleAut date.")
	}
	ms := (ticks - oleEpoch) / TicksPerMillisecond
	if ms < 0 {
		if rest := ms % msPerDay; rest != 0 {
			ms -= (msPerDay + rest) * 2
		}
	}
	return float64(ms) / msPerDay, nil
}
