package datetime

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/culture"
)

// ParseExact reads a text that has just the given standard or custom format
// (DateTime.ParseExact). It fails with [fault.Format], or [fault.Argument] for
// styles that do not go together.
func (r *Reader) ParseExact(s, format string) (DateTime, error) {
	p, err := r.exact(s, format, false)
	if err != nil {
		return 0, err
	}
	return p.time, nil
}

// ParseExactAny is [Reader.ParseExact] with the first of several formats that
// fits.
func (r *Reader) ParseExactAny(s string, formats []string) (DateTime, error) {
	p, err := r.exactAny(s, formats, false)
	if err != nil {
		return 0, err
	}
	return p.time, nil
}

// ParseOffsetExact is [Reader.ParseExact] for a DateTimeOffset.
func (r *Reader) ParseOffsetExact(s, format string) (DateTimeOffset, error) {
	p, err := r.exact(s, format, true)
	if err != nil {
		return DateTimeOffset{}, err
	}
	return NewOffset(p.time, p.offset)
}

// ParseOffsetExactAny is [Reader.ParseExactAny] for a DateTimeOffset.
func (r *Reader) ParseOffsetExactAny(s string, formats []string) (DateTimeOffset, error) {
	p, err := r.exactAny(s, formats, true)
	if err != nil {
		return DateTimeOffset{}, err
	}
	return NewOffset(p.time, p.offset)
}

func (r *Reader) exact(s, format string, keepOffset bool) (*parser, error) {
	if err := r.Styles.check(); err != nil {
		return nil, err
	}
	p := r.parser(s)
	p.keepOffset = keepOffset
	if s == "" {
		return nil, p.bad()
	}
	return p, p.exactly(format)
}

func (r *Reader) exactAny(s string, formats []string, keepOffset bool) (*parser, error) {
	for _, format := range formats {
		p, err := r.exact(s, format, keepOffset)
		if err == nil {
			return p, nil
		}
	}
	if err := r.Styles.check(); err != nil {
		return nil, err
	}
	return nil, r.parser(s).bad()
}

// exactParser reads a text along a custom format.
type exactParser struct {
	*parser
	format   string
	f        *culture.DateTimeFormat
	next     int // position in the format
	twoDigit bool
	twelve   bool
}

func (p *parser) exactly(format string) error {
	e := &exactParser{parser: p, format: format, f: p.Format}
	p.hour, p.minute, p.second, p.fraction = missing, missing, missing, missing
	if err := e.expand(); err != nil {
		return err
	}
	e.trim()
	for e.next < len(e.format) {
		if e.Styles&AllowInnerWhite != 0 {
			e.skipWhite()
		}
		if err := e.step(); err != nil {
			return err
		}
	}
	if e.at < len(e.text) || !e.applyTwelve() {
		return p.bad()
	}
	if e.twoDigit {
		if p.year >= 100 {
			return p.bad()
		}
		p.year = fullYear(p.year)
	}
	p.hour, p.minute, p.second = max(p.hour, 0), max(p.minute, 0), max(p.second, 0)
	p.fraction = math.Max(p.fraction, 0)
	return p.finish()
}

func (p *parser) badSpecifier(format string) error {
	return p.fail("Format specifier '" + format + "' was invalid.")
}

// expand replaces a standard format by the custom one that it stands for.
func (e *exactParser) expand() error {
	if len(e.format) != 1 {
		if e.format == "" {
			return e.badSpecifier(e.format)
		}
		return nil
	}
	pattern, ok := standardPattern(e.format[0], e.f)
	if !ok {
		return e.badSpecifier(e.format)
	}
	switch e.format[0] {
	case 'o', 'O', 's':
		e.f = &culture.Invariant().DateTime
	case 'r', 'R', 'u':
		e.f = &culture.Invariant().DateTime
		if e.keepOffset {
			e.zoned = true
		}
	case 'U':
		e.zoned, e.utc = true, true
	}
	e.format = pattern
	return nil
}

// trim takes off the white space that the styles allow, on both sides.
func (e *exactParser) trim() {
	if e.Styles&AllowTrailingWhite != 0 {
		e.format = strings.TrimRightFunc(e.format, unicode.IsSpace)
		e.text = strings.TrimRightFunc(e.text, unicode.IsSpace)
	}
	if e.Styles&AllowLeadingWhite != 0 {
		e.format = strings.TrimLeftFunc(e.format, unicode.IsSpace)
		e.skipWhite()
	}
}

// applyTwelve moves the hour of a twelve-hour clock; without AM or PM it is
// taken for AM.
func (e *exactParser) applyTwelve() bool {
	if !e.twelve {
		return !(e.mark == markAM && e.hour >= 12 || e.mark == markPM && e.hour < 12)
	}
	if e.hour > 12 {
		return false
	}
	e.hour %= 12
	if e.mark == markPM {
		e.hour += 12
	}
	return true
}

// step matches one element of the format.
func (e *exactParser) step() error {
	c := e.format[e.next]
	switch c {
	case 'd', 'f', 'F', 'g', 'h', 'H', 'm', 'M', 's', 't', 'y', 'z':
		n := run(e.format, e.next)
		e.next += n
		return e.matched(e.field(c, n))
	case 'K', 'Z':
		e.next++
		return e.matched(e.zone(c))
	case ':':
		e.next++
		return e.matched(e.take(":") || e.take(e.f.TimeSeparator))
	case '/':
		e.next++
		return e.matched(e.take("/") || e.take(e.f.DateSeparator))
	case '\'', '"':
		return e.quoted()
	case '%':
		e.next++
		if e.next == len(e.format) || e.format[e.next] == '%' {
			return e.badSpecifier(e.format)
		}
		return nil
	case '\\':
		if e.next++; e.next == len(e.format) {
			return e.badSpecifier(e.format)
		}
		return e.literal()
	case '.':
		return e.point()
	default:
		return e.literal()
	}
}

func (e *exactParser) matched(ok bool) error {
	if !ok {
		return e.bad()
	}
	return nil
}

// literal matches a character of the format that stands for itself, or GMT.
func (e *exactParser) literal() error {
	if strings.HasPrefix(e.format[e.next:], "GMT") && e.take("GMT") {
		e.next += len("GMT")
		if e.keepOffset {
			e.zoned, e.offset = true, 0
		}
		return nil
	}
	_, size := utf8.DecodeRuneInString(e.format[e.next:])
	c := e.format[e.next : e.next+size]
	e.next += size
	if c == " " && e.Styles&AllowInnerWhite != 0 {
		return nil
	}
	if e.take(c) {
		return nil
	}
	if c == " " && e.Styles&AllowTrailingWhite != 0 && e.next < len(e.format) {
		return e.step() // what follows may match nothing at all
	}
	return e.bad()
}

// quoted matches a quoted text of the format.
func (e *exactParser) quoted() error {
	text, n, err := appendQuoted(nil, e.format[e.next:])
	if err != nil {
		return err
	}
	e.next += n
	if e.Styles&AllowInnerWhite == 0 {
		return e.matched(e.take(string(text)))
	}
	for _, r := range string(text) {
		if unicode.IsSpace(r) {
			e.skipWhite()
		} else if !e.take(string(r)) {
			return e.bad()
		}
	}
	return nil
}

// point matches a decimal point, which may be missing with the optional digits
// behind it.
func (e *exactParser) point() error {
	e.next++
	if e.take(".") {
		return nil
	}
	if e.next < len(e.format) && e.format[e.next] == 'F' {
		e.next += run(e.format, e.next)
		return nil
	}
	return e.bad()
}
