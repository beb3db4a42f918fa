package datetime

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects/fault"
)

const (
	maxDays     = 10675199
	maxFraction = 9999999
)

func badSpan(s string) error {
	return fault.New(fault.Format, "String '"+s+"' was not recognized as a valid TimeSpan.")
}

func largeSpan(s string) error {
	return fault.New(fault.Overflow, "The TimeSpan string '"+s+"' could not be parsed because at least one of the numeric components is out of range or contains too many digits.")
}

// spanPart is a number of a time span with the sign behind it.
type spanPart struct {
	value  int
	digits int
	zeros  int // leading ones
	sign   string
}

// ParseSpan reads a time span: [-]d, [-][d.]hh:mm[:ss[.fffffff]] or, with the
// decimal separator point of a culture, [-]d:hh:mm:ss.fffffff. It fails with
// [fault.Format] and, for parts out of their range, [fault.Overflow].
func ParseSpan(s, point string) (TimeSpan, error) {
	text := strings.TrimFunc(s, unicode.IsSpace)
	text, negative := strings.CutPrefix(text, "-")
	parts, ok := spanParts(text)
	if !ok {
		return 0, badSpan(s)
	}
	orders := spanOrders(parts, point)
	if orders == nil {
		return 0, badSpan(s)
	}
	for _, order := range orders {
		var v [5]spanPart
		for i, place := range order {
			v[place] = parts[i]
		}
		if span, ok := assembleSpan(v, negative); ok {
			return span, nil
		}
	}
	return 0, largeSpan(s)
}

// spanParts cuts a text into numbers and the signs between them.
func spanParts(s string) ([]spanPart, bool) {
	var parts []spanPart
	for {
		var p spanPart
		rest := strings.TrimLeft(s, "0123456789")
		number := s[:len(s)-len(rest)]
		p.digits = len(number)
		p.zeros = len(number) - len(strings.TrimLeft(number, "0"))
		for _, c := range number {
			p.value = min(p.value*10+int(c-'0'), 1e9)
		}
		end := strings.IndexAny(rest, "0123456789")
		if end < 0 {
			end = len(rest)
		}
		p.sign, s = rest[:end], rest[end:]
		parts = append(parts, p)
		if p.digits == 0 || len(parts) > 5 {
			return nil, false
		}
		if s == "" {
			return parts, p.sign == ""
		}
	}
}

// The places of the parts.
const (
	spanDays = iota
	spanHours
	spanMinutes
	spanSeconds
	spanFraction
)

// spanOrders says which parts the numbers may be, going by the signs between
// them; where the first reading is out of range, the next one counts.
func spanOrders(parts []spanPart, point string) [][]int {
	signs := make([]string, len(parts)-1)
	for i := range signs {
		signs[i] = parts[i].sign
		if signs[i] == point {
			signs[i] = "."
		}
	}
	switch strings.Join(signs, " ") {
	case "":
		return [][]int{{spanDays}}
	case ":":
		return [][]int{{spanHours, spanMinutes}}
	case ": :":
		return [][]int{{spanHours, spanMinutes, spanSeconds}, {spanDays, spanHours, spanMinutes}}
	case ". :":
		return [][]int{{spanDays, spanHours, spanMinutes}}
	case ": :.":
		return [][]int{{spanHours, spanMinutes, spanFraction}}
	case ": : .":
		return [][]int{{spanHours, spanMinutes, spanSeconds, spanFraction}}
	case ". : :.":
		return [][]int{{spanDays, spanHours, spanMinutes, spanFraction}}
	case ". : :", ": : :":
		return [][]int{{spanDays, spanHours, spanMinutes, spanSeconds}}
	case ". : : .", ": : : .":
		return [][]int{{spanDays, spanHours, spanMinutes, spanSeconds, spanFraction}}
	default:
		return nil
	}
}

func assembleSpan(v [5]spanPart, negative bool) (TimeSpan, bool) {
	f := v[spanFraction]
	if v[spanDays].value > maxDays || v[spanHours].value > 23 || v[spanMinutes].value > 59 || v[spanSeconds].value > 59 ||
		f.value > maxFraction || f.digits > 7 && f.zeros < f.digits {
		return 0, false
	}
	fraction := uint64(f.value)
	for i := f.digits; i < 7; i++ {
		fraction *= 10
	}
	if f.value == 0 {
		fraction = 0
	}
	seconds := uint64(v[spanDays].value*86400 + v[spanHours].value*3600 + v[spanMinutes].value*60 + v[spanSeconds].value)
	ticks := seconds*TicksPerSecond + fraction
	switch {
	case negative && ticks <= 1<<63:
		return TimeSpan(-ticks), true
	case !negative && ticks < 1<<63:
		return TimeSpan(ticks), true
	default:
		return 0, false
	}
}

// ParseSpanExact reads a time span that has just the given format: c, t, T, g,
// G or a custom one. A negative span is read as one only where assumeNegative
// says so, or under a standard format.
func ParseSpanExact(s, format, point string, assumeNegative bool) (TimeSpan, error) {
	switch format {
	case "c", "t", "T", "g", "G":
		return ParseSpan(s, point)
	}
	if len(format) < 2 {
		return 0, fault.New(fault.Format, "Format specifier '"+format+"' was invalid.")
	}
	e := &spanReader{text: s, format: format}
	for e.next < len(e.format) {
		if err := e.step(); err != nil {
			return 0, err
		}
	}
	if e.at < len(e.text) {
		return 0, badSpan(s)
	}
	span, ok := assembleSpan(e.parts, assumeNegative)
	if !ok {
		return 0, largeSpan(s)
	}
	return span, nil
}

// ParseSpanExactAny is [ParseSpanExact] with the first of several formats that
// fits.
func ParseSpanExactAny(s string, formats []string, point string, assumeNegative bool) (TimeSpan, error) {
	for _, format := range formats {
		if span, err := ParseSpanExact(s, format, point, assumeNegative); err == nil {
			return span, nil
		}
	}
	return 0, badSpan(s)
}

// spanReader reads a text along a custom format.
type spanReader struct {
	text, format string
	at, next     int
	parts        [5]spanPart
	seen         [5]bool
}

func (e *spanReader) step() error {
	switch c := e.format[e.next]; c {
	case 'd', 'h', 'm', 's', 'f', 'F':
		n := run(e.format, e.next)
		e.next += n
		return e.field(c, n)
	case '\'', '"':
		text, n, err := appendQuoted(nil, e.format[e.next:])
		if err != nil {
			return err
		}
		e.next += n
		return e.literal(string(text))
	case '%':
		e.next++
		if e.next == len(e.format) || e.format[e.next] == '%' {
			return badFormat()
		}
		return nil
	case '\\':
		if e.next++; e.next == len(e.format) {
			return badFormat()
		}
		e.next++
		return e.literal(e.format[e.next-1 : e.next])
	default:
		return badFormat()
	}
}

func (e *spanReader) literal(text string) error {
	if !strings.HasPrefix(e.text[e.at:], text) {
		return badSpan(e.text)
	}
	e.at += len(text)
	return nil
}

// field reads n letters of a field: so many digits, or for one letter up to
// two (days: eight); the digits of F may be fewer.
func (e *spanReader) field(c byte, n int) error {
	place := strings.IndexByte("dhmsf", c|0x20)
	limit, least, most := 2, n, n
	switch c {
	case 'd':
		limit = 8
	case 'f', 'F':
		limit = 7
	}
	switch {
	case n > limit || e.seen[place]:
		return badFormat()
	case c == 'F':
		least = 0
	case n == 1 && c != 'f':
		most = limit
	}
	start := e.at
	p := &e.parts[place]
	for p.digits < most && e.at < len(e.text) && isASCIIDigit(e.text[e.at]) {
		p.value = p.value*10 + int(e.text[e.at]-'0')
		e.at++
		p.digits++
	}
	p.zeros = p.digits - len(strings.TrimLeft(e.text[start:e.at], "0"))
	e.seen[place] = true
	if p.digits < least {
		return badSpan(e.text)
	}
	return nil
}
