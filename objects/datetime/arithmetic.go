package datetime

import (
	"math"

	"github.com/csshell/csshell/objects/fault"
)

func unrepresentable(param string) error {
	return fault.WithParam(fault.OutOfRange, "The added or subtracted value results in an un-representable DateTime.", param)
}

// AddTicks moves t by ticks, or fails with [fault.OutOfRange].
func (t DateTime) AddTicks(ticks int64) (DateTime, error) { return t.addTicks(ticks, "value") }

func (t DateTime) addTicks(ticks int64, param string) (DateTime, error) {
	sum := t.Ticks() + ticks
	if sum < 0 || sum > maxTicks {
		return 0, unrepresentable(param)
	}
	return t.withTicks(sum), nil
}

// Add moves t by a time span (the method DateTime.Add).
func (t DateTime) Add(d TimeSpan) (DateTime, error) { return t.addTicks(int64(d), "value") }

// Plus is the operator + of DateTime and TimeSpan; only its error differs from
// [DateTime.Add].
func (t DateTime) Plus(d TimeSpan) (DateTime, error) { return t.addTicks(int64(d), "t") }

// Minus is the operator - of DateTime and TimeSpan.
func (t DateTime) Minus(d TimeSpan) (DateTime, error) { return t.subtract(d, "t") }

// Subtract moves t back by a time span.
func (t DateTime) Subtract(d TimeSpan) (DateTime, error) { return t.subtract(d, "value") }

func (t DateTime) subtract(d TimeSpan, param string) (DateTime, error) {
	if d == MinSpan {
		return 0, unrepresentable(param)
	}
	return t.addTicks(-int64(d), param)
}

// Since returns t - u, whatever the kinds.
func (t DateTime) Since(u DateTime) TimeSpan { return TimeSpan(t.Ticks() - u.Ticks()) }

// AddDays moves t by days and fractions of days.
func (t DateTime) AddDays(days float64) (DateTime, error) { return t.addUnits(days, TicksPerDay) }

// AddHours moves t by hours.
func (t DateTime) AddHours(hours float64) (DateTime, error) { return t.addUnits(hours, TicksPerHour) }

// AddMinutes moves t by minutes.
func (t DateTime) AddMinutes(minutes float64) (DateTime, error) {
	return t.addUnits(minutes, TicksPerMinute)
}

// AddSeconds moves t by seconds.
func (t DateTime) AddSeconds(seconds float64) (DateTime, error) {
	return t.addUnits(seconds, TicksPerSecond)
}

// AddMilliseconds moves t by milliseconds.
func (t DateTime) AddMilliseconds(ms float64) (DateTime, error) {
	return t.addUnits(ms, TicksPerMillisecond)
}

// AddMicroseconds moves t by microseconds.
func (t DateTime) AddMicroseconds(us float64) (DateTime, error) {
	return t.addUnits(us, TicksPerMicrosecond)
}

func (t DateTime) addUnits(value float64, unit int64) (DateTime, error) {
	if math.Abs(value) > float64(maxTicks/unit) {
		return 0, fault.WithParam(fault.OutOfRange, "Value to add was out of range.", "value")
	}
	if math.IsNaN(value) {
		return t, nil
	}
	whole, fraction := math.Modf(value)
	return t.AddTicks(int64(whole)*unit + int64(fraction*float64(unit)))
}

// AddMonths moves t by months; a day that the month lacks becomes its last.
func (t DateTime) AddMonths(months int) (DateTime, error) {
	if months < -120000 || months > 120000 {
		return 0, fault.WithParam(fault.OutOfRange, "Months value must be between +/-120000.", "months")
	}
	return t.addMonths(months, "months")
}

// AddYears moves t by years; February 29 becomes 28 where there is none.
func (t DateTime) AddYears(years int) (DateTime, error) {
	if years < -10000 || years > 10000 {
		return 0, fault.WithParam(fault.OutOfRange, "Years value must be between +/-10000.", "years")
	}
	return t.addMonths(12*years, "value")
}

func (t DateTime) addMonths(months int, param string) (DateTime, error) {
	year, month, day := t.YearMonthDay()
	total := year*12 + month - 1 + months
	if year, month = total/12, total%12+1; total < 12 || year > 9999 {
		return 0, unrepresentable(param)
	}
	day = min(day, monthLength(year, month))
	return t.withTicks(dayNumber(year, month, day)*TicksPerDay + t.Ticks()%TicksPerDay), nil
}
