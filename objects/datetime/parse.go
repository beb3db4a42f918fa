package datetime

import (
	"math"
	"time"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/fault"
)

// Styles says how a date is read (DateTimeStyles).
type Styles uint8

// The members of DateTimeStyles.
const (
	AllowLeadingWhite Styles = 1 << iota
	AllowTrailingWhite
	AllowInnerWhite
	NoCurrentDateDefault
	AdjustToUniversal
	AssumeLocal
	AssumeUniversal
	RoundtripKind

	AllowWhiteSpaces = AllowLeadingWhite | AllowTrailingWhite | AllowInnerWhite
)

// Reader reads dates and times as one culture writes them.
type Reader struct {
	Format *culture.DateTimeFormat
	Styles Styles
	Zone   *time.Location  // the local time zone
	Now    func() DateTime // what parts that are missing are taken from
}

const badDateTime = "was not recognized as a valid DateTime."

// Parse reads a date, a time or both in the many ways that people write them,
// the order of numbers being that of the culture (DateTime.Parse). It fails
// with [fault.Format], or [fault.Argument] for styles that do not go together.
func (r *Reader) Parse(s string) (DateTime, error) {
	if err := r.Styles.check(); err != nil {
		return 0, err
	}
	p := r.parser(s)
	if err := p.free(); err != nil {
		return 0, err
	}
	return p.time, nil
}

// ParseOffset is [Reader.Parse] for a DateTimeOffset: a time without an offset
// has that of the local zone.
func (r *Reader) ParseOffset(s string) (DateTimeOffset, error) {
	if err := r.Styles.check(); err != nil {
		return DateTimeOffset{}, err
	}
	p := r.parser(s)
	p.keepOffset = true
	if err := p.free(); err != nil {
		return DateTimeOffset{}, err
	}
	return NewOffset(p.time, p.offset)
}

// check rejects styles that contradict each other.
func (st Styles) check() error {
	switch {
	case st&AssumeLocal != 0 && st&AssumeUniversal != 0:
		return fault.WithParam(fault.Argument, "The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.", "styles")
	case st&RoundtripKind != 0 && st&(AssumeLocal|AssumeUniversal|AdjustToUniversal) != 0:
		return fault.WithParam(fault.Argument, "The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.", "styles")
	default:
		return nil
	}
}

// missing stands for a part that the text does not have.
const missing = -1

// parser is the reading of one text.
type parser struct {
	*Reader
	text string
	at   int

	year, month, day     int
	hour, minute, second int
	weekday              int
	mark                 mark
	fraction             float64 // of the second
	haveDate, haveTime   bool
	timeOnly             bool

	zoned      bool // the text tells its offset
	utc        bool // as Z or GMT
	offset     TimeSpan
	keepOffset bool

	time DateTime
}

// mark is what AM and PM say.
type mark uint8

const (
	noMark mark = iota
	markAM
	markPM
)

func (r *Reader) parser(s string) *parser {
	return &parser{Reader: r, text: s, year: missing, month: missing, day: missing, weekday: missing}
}

func (p *parser) fail(message string) error { return fault.New(fault.Format, message) }

// bad is the usual error.
func (p *parser) bad() error { return p.fail("String '" + p.text + "' " + badDateTime) }

func (p *parser) outside() error {
	return p.fail("The DateTime represented by the string '" + p.text + "' is not supported in calendar 'System.Globalization.GregorianCalendar'.")
}

// finish puts the parts together.
func (p *parser) finish() error {
	p.defaults()
	if err := p.assemble(); err != nil {
		return err
	}
	if p.weekday != missing && p.weekday != p.time.DayOfWeek() {
		return p.fail("String '" + p.text + "' was not recognized as a valid DateTime because the day of week was incorrect.")
	}
	return p.adjust()
}

func (p *parser) assemble() error {
	if !ValidDate(p.year, p.month, p.day) || p.hour > 23 || p.minute > 59 || p.second > 59 {
		return p.outside()
	}
	ticks := dayNumber(p.year, p.month, p.day)*TicksPerDay + int64(p.hour*3600+p.minute*60+p.second)*TicksPerSecond
	ticks += int64(math.RoundToEven(p.fraction * TicksPerSecond))
	if ticks > maxTicks {
		return p.bad()
	}
	p.time = DateTime(ticks)
	return nil
}

// defaults fills in the parts of the date that the text does not have: the
// whole date from today, a missing year from today, a missing month or day with
// the first.
func (p *parser) defaults() {
	p.timeOnly = p.year == missing && p.month == missing && p.day == missing
	if p.year == missing {
		p.year = 1
		if p.Styles&NoCurrentDateDefault == 0 {
			today := p.Now()
			p.year = today.Year()
			if p.timeOnly {
				p.month, p.day = today.Month(), today.Day()
			}
		}
	}
	if p.month == missing {
		p.month = 1
	}
	if p.day == missing {
		p.day = 1
	}
}

// fullYear extends a year of two digits: up to 49 it is of this century.
func fullYear(year int) int {
	switch {
	case year >= 100:
		return year
	case year <= 49:
		return 2000 + year
	default:
		return 1900 + year
	}
}

// adjust brings the time to the zone and kind that the styles ask for.
func (p *parser) adjust() error {
	if p.keepOffset {
		return p.adjustOffset()
	}
	if p.offset > maxOffset*TicksPerMinute || p.offset < -maxOffset*TicksPerMinute {
		return p.offsetOutside()
	}
	if !p.zoned {
		if done := p.assumeZone(); done {
			return nil
		}
	}
	switch {
	case p.Styles&RoundtripKind != 0 && p.utc:
		p.time = p.time.WithKind(UTC)
		return nil
	case p.Styles&AdjustToUniversal != 0:
		return p.toUniversal()
	default:
		return p.toLocal()
	}
}

func (p *parser) offsetOutside() error {
	return p.fail("The time zone offset of string '" + p.text + "' must be within plus or minus 14 hours.")
}

// assumeZone settles the zone of a text that does not tell it; it reports
// whether nothing is left to do.
func (p *parser) assumeZone() bool {
	universal := p.Styles&AdjustToUniversal != 0
	switch {
	case p.Styles&AssumeLocal != 0 && universal:
		p.offset = p.time.UTCOffset(p.Zone)
	case p.Styles&AssumeLocal != 0:
		p.time = p.time.WithKind(Local)
		return true
	case p.Styles&AssumeUniversal != 0 && universal:
		p.time = p.time.WithKind(UTC)
		return true
	case p.Styles&AssumeUniversal != 0:
		p.offset = 0
	default:
		return true
	}
	return false
}

func (p *parser) toUniversal() error {
	ticks := p.time.Ticks() - int64(p.offset)
	if ticks < 0 {
		ticks += TicksPerDay
	}
	if ticks > maxTicks {
		return p.outOfRange()
	}
	p.time = make62(ticks, UTC)
	return nil
}

func (p *parser) outOfRange() error {
	return p.fail("The DateTime represented by the string '" + p.text + "' is out of range.")
}

func (p *parser) toLocal() error {
	ticks := p.time.Ticks() - int64(p.offset)
	if p.time.Ticks() < TicksPerDay {
		at := p.time
		if p.timeOnly {
			at = p.Now()
		}
		if ticks += int64(at.UTCOffset(p.Zone)); ticks < 0 {
			ticks += TicksPerDay
		}
		p.time = make62(ticks, Local)
		return nil
	}
	if ticks < 0 || ticks > maxTicks {
		ticks += int64(p.time.UTCOffset(p.Zone))
		if ticks < 0 || ticks > maxTicks {
			return p.outOfRange()
		}
		p.time = make62(ticks, Local)
		return nil
	}
	if local := ticks + offsetAtUTC(ticks, p.Zone); local < 0 || local > maxTicks {
		return p.outOfRange()
	}
	p.time = utcToLocal(ticks, p.Zone)
	return nil
}

// adjustOffset settles the offset of a DateTimeOffset.
func (p *parser) adjustOffset() error {
	if !p.zoned {
		p.offset = 0
		if p.Styles&AssumeUniversal == 0 {
			p.offset = p.time.UTCOffset(p.Zone)
		}
	}
	ticks := p.time.Ticks() - int64(p.offset)
	switch {
	case ticks < 0 || ticks > maxTicks:
		return p.fail("The UTC representation of the date '" + p.text + "' falls outside the year range 1-9999.")
	case p.offset > maxOffset*TicksPerMinute || p.offset < -maxOffset*TicksPerMinute:
		return p.offsetOutside()
	}
	if p.Styles&AdjustToUniversal != 0 {
		p.time, p.offset = DateTime(ticks), 0
	}
	return nil
}
