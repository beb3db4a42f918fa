package datetime

import (
	"slices"
	"time"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/fault"
)

// Patterns of the formats that no culture changes.
const (
	patternRoundTrip = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
	patternRFC1123   = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
	patternSortable  = "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
	patternUniversal = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
)

func badFormat() error {
	return fault.New(fault.Format, "Input string was not in a correct format.")
}

// Format writes t under a standard or custom format string; the empty string
// is G. The zone gives the offset of local and unspecified times. An unknown
// format fails with [fault.Format].
func (t DateTime) Format(format string, df *culture.DateTimeFormat, zone *time.Location) (string, error) {
	var room [64]byte
	dst, err := t.AppendFormat(room[:0], format, df, zone)
	return string(dst), err
}

// AppendFormat is [DateTime.Format], appending to dst.
func (t DateTime) AppendFormat(dst []byte, format string, df *culture.DateTimeFormat, zone *time.Location) ([]byte, error) {
	c := clock{t: t, df: df, zone: zone}
	if format == "" {
		format = "G"
	}
	if len(format) > 1 {
		return c.custom(dst, format)
	}
	if format == "U" {
		c.t = t.ToUniversalTime(zone)
	}
	return c.standard(dst, format[0])
}

// Format writes o under a format string; the empty string is the short date,
// the long time and the offset. See [DateTime.Format].
func (o DateTimeOffset) Format(format string, df *culture.DateTimeFormat) (string, error) {
	c := clock{t: o.DateTime(), df: df, offset: o.Offset(), fixed: true}
	var dst []byte
	var err error
	switch {
	case format == "":
		dst, err = c.custom(nil, df.ShortDate()+" "+df.LongTime()+" zzz")
	case len(format) > 1:
		dst, err = c.custom(nil, format)
	case format == "U":
		err = badFormat()
	default:
		switch format {
		case "r", "R", "u":
			c.t = o.UTCDateTime()
		}
		dst, err = c.standard(nil, format[0])
	}
	return string(dst), err
}

// Format writes a date under the formats that need no time; the empty string is
// d. See [DateTime.Format].
func (d DateOnly) Format(format string, df *culture.DateTimeFormat) (string, error) {
	pattern := format
	switch format {
	case "", "d":
		pattern = df.ShortDate()
	case "D":
		pattern = df.LongDate()
	case "m", "M":
		pattern = df.MonthDay
	case "y", "Y":
		pattern = df.YearMonth
	case "o", "O":
		pattern = "yyyy'-'MM'-'dd"
	case "r", "R":
		pattern = "ddd, dd MMM yyyy"
		df = &culture.Invariant().DateTime
	default:
		if len(format) < 2 || hasField(format, "fFhHmstzK") {
			return "", badFormat()
		}
	}
	c := clock{t: d.DateTime(0, Unspecified), df: df}
	dst, err := c.custom(nil, pattern)
	return string(dst), err
}

// Format writes a time of day under the formats that need no date; the empty
// string is t. See [DateTime.Format].
func (o TimeOnly) Format(format string, df *culture.DateTimeFormat) (string, error) {
	pattern := format
	switch format {
	case "", "t":
		pattern = df.ShortTime()
	case "T":
		pattern = df.LongTime()
	case "o", "O":
		pattern = "HH':'mm':'ss.fffffff"
	case "r", "R":
		pattern = "HH':'mm':'ss"
	default:
		if len(format) < 2 || hasField(format, "dMyzgK/") {
			return "", badFormat()
		}
	}
	c := clock{t: o.DateTime(), df: df}
	dst, err := c.custom(nil, pattern)
	return string(dst), err
}

// hasField reports whether a custom format has one of the fields outside of
// quotes.
func hasField(format, fields string) bool {
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '\\':
			i++
		case '\'', '"':
			for i++; i < len(format) && format[i] != c; i++ {
			}
		default:
			for j := range len(fields) {
				if fields[j] == c {
					return true
				}
			}
		}
	}
	return false
}

// clock is a time being formatted.
type clock struct {
	t      DateTime
	df     *culture.DateTimeFormat
	zone   *time.Location
	offset TimeSpan // where fixed, the offset of a DateTimeOffset
	fixed  bool
}

func (c *clock) standard(dst []byte, letter byte) ([]byte, error) {
	switch letter {
	case 'o', 'O':
		return c.roundTrip(dst), nil
	case 'r', 'R', 's', 'u':
		c.df = &culture.Invariant().DateTime
	case 'G':
		return c.dateAndTime(dst, c.df.ShortDate(), c.df.LongTime())
	case 'F', 'U':
		return c.dateAndTime(dst, c.df.LongDate(), c.df.LongTime())
	}
	pattern, ok := standardPattern(letter, c.df)
	if !ok {
		return dst, badFormat()
	}
	return c.custom(dst, pattern)
}

func (c *clock) dateAndTime(dst []byte, date, time string) ([]byte, error) {
	dst, err := c.custom(dst, date)
	if err != nil {
		return dst, err
	}
	return c.custom(append(dst, ' '), time)
}

// standardPattern returns the custom format that a standard format stands for.
func standardPattern(letter byte, df *culture.DateTimeFormat) (string, bool) {
	switch letter {
	case 'd':
		return df.ShortDate(), true
	case 'D':
		return df.LongDate(), true
	case 'f':
		return df.LongDate() + " " + df.ShortTime(), true
	case 'F', 'U':
		return df.FullDateTime(), true
	case 'g':
		return df.ShortDate() + " " + df.ShortTime(), true
	case 'G':
		return df.ShortDate() + " " + df.LongTime(), true
	case 'm', 'M':
		return df.MonthDay, true
	case 'o', 'O':
		return patternRoundTrip, true
	case 'r', 'R':
		return patternRFC1123, true
	case 's':
		return patternSortable, true
	case 't':
		return df.ShortTime(), true
	case 'T':
		return df.LongTime(), true
	case 'u':
		return patternUniversal, true
	case 'y', 'Y':
		return df.YearMonth, true
	default:
		return "", false
	}
}

// AllFormats writes t under every pattern of the culture that a standard
// format may stand for (GetDateTimeFormats).
func (t DateTime) AllFormats(letters string, df *culture.DateTimeFormat, zone *time.Location) ([]string, error) {
	if letters == "" {
		letters = "dDfFgGmMoOrRstTuUyY"
	}
	var all []string
	for i := range len(letters) {
		patterns, ok := allPatterns(letters[i], df)
		if !ok {
			return nil, fault.New(fault.Format, "Format specifier was invalid.")
		}
		c := clock{t: t, df: df, zone: zone}
		if letters[i] == 'U' {
			c.t = t.ToUniversalTime(zone)
		}
		for _, pattern := range patterns {
			text, err := c.custom(nil, pattern)
			if err != nil {
				return nil, err
			}
			all = append(all, string(text))
		}
	}
	return all, nil
}

// allPatterns returns every pattern that a standard format may stand for.
func allPatterns(letter byte, df *culture.DateTimeFormat) ([]string, bool) {
	switch letter {
	case 'd':
		return df.ShortDates, true
	case 'D':
		return df.LongDates, true
	case 'f':
		return combine(df.LongDates, df.ShortTimes), true
	case 'F', 'U':
		return combine(df.LongDates, df.LongTimes), true
	case 'g':
		return combine(df.ShortDates, df.ShortTimes), true
	case 'G':
		return combine(df.ShortDates, df.LongTimes), true
	case 't':
		return df.ShortTimes, true
	case 'T':
		return df.LongTimes, true
	default:
		pattern, ok := standardPattern(letter, df)
		return []string{pattern}, ok
	}
}

func combine(dates, times []string) []string {
	patterns := make([]string, 0, len(dates)*len(times))
	for _, d := range dates {
		for _, t := range times {
			patterns = append(patterns, d+" "+t)
		}
	}
	return patterns
}

// usesGenitive reports whether months have other names beside a day.
func usesGenitive(df *culture.DateTimeFormat) bool {
	return !slices.Equal(df.Months, df.GenitiveMonths) || !slices.Equal(df.AbbreviatedMonths, df.AbbreviatedGenitiveMonths)
}
