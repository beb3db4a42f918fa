package xml

import (
	"context"
	"strconv"
	"strings"
)

func background() context.Context { return context.Background() }

// Ticks of .NET: 100 ns.
const (
	ticksSecond = 10_000_000
	ticksMinute = 60 * ticksSecond
	ticksHour   = 60 * ticksMinute
	ticksDay    = 24 * ticksHour
)

// duration is a TimeSpan's ticks as XML Schema writes them: P1DT2H3M4.5S.
func duration(ticks int64) string {
	if ticks == 0 {
		return "PT0S"
	}
	var b strings.Builder
	n := uint64(ticks)
	if ticks < 0 {
		b.WriteByte('-')
		n = -n
	}
	b.WriteByte('P')
	put := func(unit uint64, letter byte) {
		if n >= unit {
			b.WriteString(strconv.FormatUint(n/unit, 10))
			b.WriteByte(letter)
			n %= unit
		}
	}
	put(ticksDay, 'D')
	if n > 0 {
		b.WriteByte('T')
	}
	put(ticksHour, 'H')
	put(ticksMinute, 'M')
	if n > 0 {
		b.WriteString(strconv.FormatUint(n/ticksSecond, 10))
		if f := n % ticksSecond; f > 0 {
			b.WriteString("." + strings.TrimRight(strconv.FormatUint(f+ticksSecond, 10)[1:], "0"))
		}
		b.WriteByte('S')
	}
	return b.String()
}

// parseDuration is the ticks of a duration; a year counts 365 days and a month
// 30, as XmlConvert has it.
func parseDuration(s string) (ticks int64, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	s, ok = strings.CutPrefix(s, "P")
	if !ok || s == "" || s == "T" {
		return 0, false
	}
	date := true
	for s != "" {
		if date && s[0] == 'T' {
			date, s = false, s[1:]
			continue
		}
		i := strings.IndexAny(s, "YMDHS")
		if i < 1 {
			return 0, false
		}
		n, err := strconv.ParseFloat(s[:i], 64)
		unit := unitOf(s[i], date)
		if err != nil || unit == 0 || s[0] == '-' || n*float64(unit) > 9e18 {
			return 0, false
		}
		ticks += int64(n*float64(unit) + 0.5)
		s = s[i+1:]
	}
	if negative {
		ticks = -ticks
	}
	return ticks, true
}

func unitOf(letter byte, date bool) int64 {
	switch {
	case date && letter == 'Y':
		return 365 * ticksDay
	case date && letter == 'M':
		return 30 * ticksDay
	case date && letter == 'D':
		return ticksDay
	case !date && letter == 'H':
		return ticksHour
	case !date && letter == 'M':
		return ticksMinute
	case !date && letter == 'S':
		return ticksSecond
	}
	return 0
}
