package datetime

import (
	"unicode/utf8"

	"github.com/csshell/csshell/objects/fault"
)

// custom writes the time under a custom format.
func (c *clock) custom(dst []byte, format string) ([]byte, error) {
	var err error
	for i := 0; i < len(format); {
		ch := format[i]
		n := 1
		switch ch {
		case 'd', 'f', 'F', 'g', 'h', 'H', 'm', 'M', 's', 't', 'y', 'z':
			n = run(format, i)
			dst, err = c.field(dst, format, i, n)
		case 'K':
			dst = c.kind(dst)
		case ':':
			dst = append(dst, c.df.TimeSeparator...)
		case '/':
			dst = append(dst, c.df.DateSeparator...)
		case '\'', '"':
			dst, n, err = appendQuoted(dst, format[i:])
		case '%':
			n = 2
			dst, err = c.single(dst, format[i+1:])
		case '\\':
			n = 2
			dst, err = appendEscaped(dst, format[i+1:])
		default:
			dst = append(dst, ch)
		}
		if err != nil {
			return dst, err
		}
		i += n
	}
	return dst, nil
}

// run counts how often the character at i is repeated.
func run(format string, i int) int {
	n := 1
	for i+n < len(format) && format[i+n] == format[i] {
		n++
	}
	return n
}

// single writes the one field behind a percent sign.
func (c *clock) single(dst []byte, rest string) ([]byte, error) {
	if rest == "" || rest[0] == '%' {
		return dst, badFormat()
	}
	return c.custom(dst, rest[:1])
}

func appendEscaped(dst []byte, rest string) ([]byte, error) {
	if rest == "" {
		return dst, badFormat()
	}
	return append(dst, rest[0]), nil
}

// appendQuoted writes a quoted text, in which a backslash escapes, and returns
// its length in the format.
func appendQuoted(dst []byte, s string) ([]byte, int, error) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case s[0]:
			return dst, i + 1, nil
		case '\\':
			if i++; i == len(s) {
				return dst, 0, badFormat()
			}
		}
		dst = append(dst, s[i])
	}
	return dst, 0, fault.New(fault.Format, "Cannot find a matching quote character for the character '"+s[:1]+"'.")
}

// field writes n letters at position i of the format.
func (c *clock) field(dst []byte, format string, i, n int) ([]byte, error) {
	t := c.t
	switch format[i] {
	case 'd':
		return c.day(dst, n), nil
	case 'f', 'F':
		return appendFraction(dst, t.Ticks()%TicksPerSecond, n, format[i] == 'f', true)
	case 'g':
		return append(dst, c.df.Era...), nil
	case 'h':
		return appendTwo(dst, (t.Hour()+11)%12+1, n), nil
	case 'H':
		return appendTwo(dst, t.Hour(), n), nil
	case 'm':
		return appendTwo(dst, t.Minute(), n), nil
	case 'M':
		return c.month(dst, format, i, n), nil
	case 's':
		return appendTwo(dst, t.Second(), n), nil
	case 't':
		return c.designator(dst, n), nil
	case 'y':
		return appendYear(dst, t.Year(), n), nil
	default:
		return appendOffset(dst, c.utcOffset(), n), nil
	}
}

// appendTwo writes one or two digits.
func appendTwo(dst []byte, v, width int) []byte {
	if width > 1 || v > 9 {
		dst = append(dst, byte('0'+v/10))
	}
	return append(dst, byte('0'+v%10))
}

func appendYear(dst []byte, year, n int) []byte {
	if n <= 2 {
		return appendTwo(dst, year%100, n)
	}
	if n == 4 {
		return appendTwo(appendTwo(dst, year/100, 2), year%100, 2)
	}
	return appendPadded(dst, uint64(year), n)
}

// appendFraction writes n digits of the second. Trailing zeros are left out
// unless they are wanted; a point before no digits at all is taken back.
func appendFraction(dst []byte, ticks int64, n int, zeros, dropPoint bool) ([]byte, error) {
	if n > 7 {
		return dst, badFormat()
	}
	for i := n; i < 7; i++ {
		ticks /= 10
	}
	if !zeros {
		for n > 0 && ticks%10 == 0 {
			ticks /= 10
			n--
		}
		if n == 0 {
			if end := len(dst) - 1; dropPoint && end >= 0 && dst[end] == '.' {
				dst = dst[:end]
			}
			return dst, nil
		}
	}
	return appendPadded(dst, uint64(ticks), n), nil
}

func (c *clock) day(dst []byte, n int) []byte {
	switch {
	case n <= 2:
		return appendTwo(dst, c.t.Day(), n)
	case n == 3:
		return append(dst, c.df.AbbreviatedDays[c.t.DayOfWeek()]...)
	default:
		return append(dst, c.df.Days[c.t.DayOfWeek()]...)
	}
}

func (c *clock) month(dst []byte, format string, i, n int) []byte {
	month := c.t.Month()
	if n <= 2 {
		return appendTwo(dst, month, n)
	}
	genitive := usesGenitive(c.df) && besideDay(format, i, n)
	names := c.df.Months
	switch {
	case n == 3 && genitive:
		names = c.df.AbbreviatedGenitiveMonths
	case n == 3:
		names = c.df.AbbreviatedMonths
	case genitive:
		names = c.df.GenitiveMonths
	}
	return append(dst, names[month-1]...)
}

// besideDay reports whether the format has a day of the month (d or dd) before
// or behind the month at i.
func besideDay(format string, i, n int) bool {
	at := i - 1
	for at >= 0 && format[at] != 'd' {
		at--
	}
	if at >= 0 {
		length := 0
		for at >= 0 && format[at] == 'd' {
			at--
			length++
		}
		if length <= 2 {
			return true
		}
	}
	at = i + n
	for at < len(format) && format[at] != 'd' {
		at++
	}
	return at < len(format) && run(format, at) <= 2
}

func (c *clock) designator(dst []byte, n int) []byte {
	text := c.df.AM
	if c.t.Hour() >= 12 {
		text = c.df.PM
	}
	if n == 1 {
		_, size := utf8.DecodeRuneInString(text)
		text = text[:size]
	}
	return append(dst, text...)
}

func (c *clock) utcOffset() TimeSpan {
	if c.fixed {
		return c.offset
	}
	if c.zone == nil {
		return 0
	}
	return c.t.UTCOffset(c.zone)
}

// appendOffset writes z, zz or zzz.
func appendOffset(dst []byte, offset TimeSpan, n int) []byte {
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	dst = appendTwo(append(dst, sign), int(offset/TicksPerHour), n)
	if n < 3 {
		return dst
	}
	return appendTwo(append(dst, ':'), offset.Minutes(), 2)
}

// kind writes K: the offset of a local time, Z for UTC, nothing for others.
func (c *clock) kind(dst []byte) []byte {
	switch {
	case c.fixed || c.t.Kind() == Local:
		return appendOffset(dst, c.utcOffset(), 3)
	case c.t.Kind() == UTC:
		return append(dst, 'Z')
	default:
		return dst
	}
}

// roundTrip writes the format o without reading a pattern.
func (c *clock) roundTrip(dst []byte) []byte {
	t := c.t
	year, month, day := t.YearMonthDay()
	dst = append(appendYear(dst, year, 4), '-')
	dst = append(appendTwo(dst, month, 2), '-')
	dst = append(appendTwo(dst, day, 2), 'T')
	dst = append(appendTwo(dst, t.Hour(), 2), ':')
	dst = append(appendTwo(dst, t.Minute(), 2), ':')
	dst = append(appendTwo(dst, t.Second(), 2), '.')
	return c.kind(appendPadded(dst, uint64(t.Ticks()%TicksPerSecond), 7))
}
