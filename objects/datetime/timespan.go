package datetime

import (
	"math"

	"github.com/csshell/csshell/objects/fault"
)

// TimeSpan is System.TimeSpan: a length of time in ticks.
type TimeSpan int64

// MinSpan and MaxSpan are TimeSpan.MinValue and TimeSpan.MaxValue.
const (
	MinSpan TimeSpan = math.MinInt64
	MaxSpan TimeSpan = math.MaxInt64
)

const tooLong = "TimeSpan overflowed because the duration is too long."

// SpanOf makes a TimeSpan of its parts, which need not be in their usual
// ranges; it fails with [fault.OutOfRange].
func SpanOf(days, hours, minutes, seconds, milliseconds int) (TimeSpan, error) {
	ms := ((float64(days)*24+float64(hours))*60+float64(minutes))*60 + float64(seconds)
	if math.Abs(ms) > math.MaxInt64/TicksPerSecond {
		return 0, fault.New(fault.OutOfRange, tooLong)
	}
	total := ((int64(days)*24+int64(hours))*60+int64(minutes))*60 + int64(seconds)
	limit := int64(math.MaxInt64 / TicksPerMillisecond)
	if total = total*1000 + int64(milliseconds); total > limit || total < -limit {
		return 0, fault.New(fault.OutOfRange, tooLong)
	}
	return TimeSpan(total * TicksPerMillisecond), nil
}

// SpanFrom makes a TimeSpan of a number of units (FromDays and its kin): unit
// is TicksPerDay and so on. Fractions of a tick are dropped. It fails with
// [fault.Argument] for NaN and [fault.Overflow].
func SpanFrom(value float64, unit int64) (TimeSpan, error) {
	if math.IsNaN(value) {
		return 0, fault.New(fault.Argument, "TimeSpan does not accept floating point Not-a-Number values.")
	}
	return spanFromFloat(value * float64(unit))
}

func spanFromFloat(ticks float64) (TimeSpan, error) {
	const limit = 1 << 63
	switch {
	case ticks > limit || ticks < -limit || math.IsNaN(ticks):
		return 0, fault.New(fault.Overflow, tooLong)
	case ticks == limit:
		return MaxSpan, nil
	default:
		return TimeSpan(ticks), nil
	}
}

// Days returns the whole days.
func (s TimeSpan) Days() int { return int(s / TicksPerDay) }

// Hours returns the hours after the days, -23 to 23.
func (s TimeSpan) Hours() int { return int(s / TicksPerHour % 24) }

// Minutes returns the minutes after the hours, -59 to 59.
func (s TimeSpan) Minutes() int { return int(s / TicksPerMinute % 60) }

// Seconds returns the seconds after the minutes, -59 to 59.
func (s TimeSpan) Seconds() int { return int(s / TicksPerSecond % 60) }

// Milliseconds returns the milliseconds after the seconds, -999 to 999.
func (s TimeSpan) Milliseconds() int { return int(s / TicksPerMillisecond % 1000) }

// Microseconds returns the microseconds after the milliseconds, -999 to 999.
func (s TimeSpan) Microseconds() int { return int(s / TicksPerMicrosecond % 1000) }

// Nanoseconds returns the nanoseconds after the microseconds, in steps of 100.
func (s TimeSpan) Nanoseconds() int { return int(s%TicksPerMicrosecond) * 100 }

// Total returns the span in units of that many ticks (TotalDays and its kin).
func (s TimeSpan) Total(unit int64) float64 { return float64(s) / float64(unit) }

// TotalNanoseconds returns the span in nanoseconds.
func (s TimeSpan) TotalNanoseconds() float64 { return float64(s) * 100 }

// Add returns s + u, or fails with [fault.Overflow].
func (s TimeSpan) Add(u TimeSpan) (TimeSpan, error) {
	sum := s + u
	if (sum > s) != (u > 0) && u != 0 {
		return 0, fault.New(fault.Overflow, tooLong)
	}
	return sum, nil
}

// Subtract returns s - u, or fails with [fault.Overflow].
func (s TimeSpan) Subtract(u TimeSpan) (TimeSpan, error) {
	diff := s - u
	if (diff < s) != (u > 0) && u != 0 {
		return 0, fault.New(fault.Overflow, tooLong)
	}
	return diff, nil
}

// Negate returns -s; [MinSpan] has no negation.
func (s TimeSpan) Negate() (TimeSpan, error) {
	if s == MinSpan {
		return 0, fault.New(fault.Overflow, "Negating the minimum value of a twos complement number is invalid.")
	}
	return -s, nil
}

// Duration returns s without its sign.
func (s TimeSpan) Duration() (TimeSpan, error) {
	if s == MinSpan {
		return 0, fault.New(fault.Overflow, "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.")
	}
	if s < 0 {
		return -s, nil
	}
	return s, nil
}

// Multiply returns s * factor, rounded to a tick.
func (s TimeSpan) Multiply(factor float64) (TimeSpan, error) {
	if math.IsNaN(factor) {
		return 0, fault.WithParam(fault.Argument, "TimeSpan does not accept floating point Not-a-Number values.", "factor")
	}
	return spanFromFloat(math.RoundToEven(float64(s) * factor))
}

// Divide returns s / divisor, rounded to a tick.
func (s TimeSpan) Divide(divisor float64) (TimeSpan, error) {
	if math.IsNaN(divisor) {
		return 0, fault.WithParam(fault.Argument, "TimeSpan does not accept floating point Not-a-Number values.", "divisor")
	}
	return spanFromFloat(math.RoundToEven(float64(s) / divisor))
}

// Ratio returns s / u as a number.
func (s TimeSpan) Ratio(u TimeSpan) float64 { return float64(s) / float64(u) }

// String returns the constant format "c": [-][d.]hh:mm:ss[.fffffff].
func (s TimeSpan) String() string {
	var buf [32]byte
	return string(s.AppendConstant(buf[:0]))
}

// AppendConstant appends the text of [TimeSpan.String] to dst.
func (s TimeSpan) AppendConstant(dst []byte) []byte {
	ticks := uint64(s)
	if s < 0 {
		dst, ticks = append(dst, '-'), -ticks
	}
	if days := ticks / TicksPerDay; days > 0 {
		dst = append(appendPadded(dst, days, 1), '.')
	}
	dst = append(appendPadded(dst, ticks/TicksPerHour%24, 2), ':')
	dst = append(appendPadded(dst, ticks/TicksPerMinute%60, 2), ':')
	dst = appendPadded(dst, ticks/TicksPerSecond%60, 2)
	if fraction := ticks % TicksPerSecond; fraction > 0 {
		dst = appendPadded(append(dst, '.'), fraction, 7)
	}
	return dst
}

// appendPadded writes v with at least width digits.
func appendPadded(dst []byte, v uint64, width int) []byte {
	var buf [20]byte
	at := len(buf)
	for v > 0 || width > 0 {
		at--
		buf[at] = byte('0' + v%10)
		v /= 10
		width--
	}
	return append(dst, buf[at:]...)
}
