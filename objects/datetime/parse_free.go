package datetime

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// freeParser reads a text without knowing its format: part by part, each
// bringing the shape forward, until the shape is complete; then, from the
// empty shape, again.
type freeParser struct {
	*parser
	shape    shape
	numbers  []int // of one or two digits
	yearNum  int
	monthNum int
	done     bool // something has been completed
	ended    bool
	sameSign bool // the culture separates dates and times alike
}

func (p *parser) free() error {
	f := &freeParser{parser: p, yearNum: missing, monthNum: missing}
	f.numbers = make([]int, 0, 3)
	f.sameSign = p.Format.DateSeparator == p.Format.TimeSeparator
	if p.text == "" {
		return p.bad()
	}
	for !f.ended {
		iso, err := f.token()
		if err != nil {
			return err
		}
		if iso {
			return f.isoTime()
		}
	}
	if !f.done || !f.applyMark() {
		return p.bad()
	}
	return p.finish()
}

// token reads the next part. It reports a T behind a date, which announces the
// time of ISO 8601.
func (f *freeParser) token() (iso bool, err error) {
	f.skipWhite()
	if f.at >= len(f.text) {
		f.ended = true
		return false, f.advance(f.shape.withEnd())
	}
	if isASCIIDigit(f.text[f.at]) {
		return f.numberToken()
	}
	w := names(f.text[f.at:], f.Format)
	f.at += w.size
	switch w.kind {
	case monthWord:
		return false, f.monthToken(w.value)
	case weekdayWord:
		if f.weekday != missing {
			return false, f.bad()
		}
		f.weekday = w.value
		return false, f.advance(f.shape.withWeekday())
	case markWord:
		return false, f.setMark(w.value)
	case zoneWord:
		if f.zoned {
			return false, f.bad()
		}
		f.zoned, f.utc, f.offset = true, true, 0
		return false, f.advance(f.shape.withZone())
	case eraWord:
		return false, f.advance(f.shape.withEra())
	case skippedWord:
		return false, nil
	default:
		return false, f.unknown()
	}
}

// advance takes the next shape, and carries it out when it is complete.
func (f *freeParser) advance(next shape) error {
	f.shape = next
	if next == failed {
		return f.bad()
	}
	if !next.complete() {
		return nil
	}
	if !f.carryOut(next) {
		return f.bad()
	}
	f.shape, f.done = empty, true
	f.numbers = f.numbers[:0]
	return nil
}

// numberToken reads a number and what stands behind it.
func (f *freeParser) numberToken() (iso bool, err error) {
	value, digits := f.digits(len(f.text))
	if len(f.numbers) == 3 || digits > 8 {
		return false, f.bad()
	}
	if f.shape == clock2 && f.at < len(f.text)-1 && f.text[f.at] == '.' {
		f.at++
		f.fraction, _ = f.fractionDigits()
	}
	if f.shape == clock1 || f.shape == clock2 {
		if !f.offsetAhead() {
			return false, f.bad()
		}
	}
	behind := f.at
	sign := f.separator()
	if digits >= 3 {
		return false, f.yearToken(value, sign, behind)
	}
	return f.smallNumber(value, sign, behind)
}

// separator reads what stands behind a part, with the white space around it.
func (f *freeParser) separator() word {
	f.skipWhite()
	if f.at >= len(f.text) {
		return word{kind: endSign}
	}
	if isASCIIDigit(f.text[f.at]) {
		return word{kind: spaceSign}
	}
	w := separator(f.text[f.at:], f.Format)
	f.at += w.size
	if w.kind == unknownWord {
		w.kind = spaceSign
	}
	return w
}

// hyphen decides what a hyphen is: the sign of an offset where a date is
// complete without it, else a separator. behind is the position before it.
func (f *freeParser) hyphen(behind int, asDate, asSpace shape) ending {
	if asDate == failed && asSpace.complete() {
		f.at = behind
		return bySpace
	}
	return byDate
}

func (f *freeParser) yearToken(value int, sign word, behind int) error {
	if f.yearNum != missing {
		return f.bad()
	}
	f.yearNum = value
	var by ending
	switch sign.kind {
	case endSign:
		by = atEnd
	case spaceSign:
		by = bySpace
	case markWord:
		if err := f.setMark(sign.value); err != nil {
			return err
		}
		by = bySpace
	case dateSign:
		by = byDate
	case timeSign:
		if !f.sameSign {
			return f.bad()
		}
		by = byDate
	case dateOrOffsetSign:
		by = f.hyphen(behind, f.shape.withYear(byDate), f.shape.withYear(bySpace))
	case unitSign:
		return f.unit(value, sign.value)
	default:
		return f.bad()
	}
	f.ended = by == atEnd
	if f.sameSign {
		f.reconsider()
		if by = f.soften(by, f.shape.withYear(by)); by == atEnd {
			f.ended = true
		}
	}
	return f.advance(f.shape.withYear(by))
}

// reconsider takes what looked like a clock for a date, where both are written
// alike and a year has come.
func (f *freeParser) reconsider() {
	switch f.shape {
	case clock1:
		f.shape = numberDash
	case clock2:
		f.shape = twoDash
	}
}

// soften takes a separator that leads nowhere for a space, as in "5.3.2014.".
func (f *freeParser) soften(by ending, next shape) ending {
	last := f.at >= len(f.text)
	if by != byDate && by != byTime || next != failed && !last {
		return by
	}
	if last {
		return atEnd
	}
	return bySpace
}

func (f *freeParser) smallNumber(value int, sign word, behind int) (iso bool, err error) {
	by := bySpace
	switch sign.kind {
	case endSign:
		by = atEnd
	case spaceSign:
	case markWord:
		return false, f.markedNumber(value, sign.value)
	case dateSign:
		by = byDate
	case dateOrOffsetSign:
		by = f.hyphen(behind, f.shape.withNumber(byDate), f.shape.withNumber(bySpace))
	case timeSign:
		by = byTime
		if f.sameSign && (f.shape >= year && f.shape <= yearMonthDash) {
			by = byDate
		}
	case unitSign:
		if sign.value == yearUnit {
			value = fullYear(value)
		}
		return false, f.unit(value, sign.value)
	case isoTimeSign:
		f.numbers = append(f.numbers, value)
		if f.shape != yearDash && f.shape != yearNumber {
			return false, f.bad()
		}
		return true, nil
	default:
		return false, f.bad()
	}
	f.numbers = append(f.numbers, value)
	if f.sameSign {
		by = f.soften(by, f.shape.withNumber(by))
	}
	f.ended = by == atEnd
	return false, f.advance(f.shape.withNumber(by))
}

// markedNumber adds a number with AM or PM behind it. In "1/10 5 AM" the date
// is complete before.
func (f *freeParser) markedNumber(value, m int) error {
	if err := f.setMark(m); err != nil {
		return err
	}
	shape := f.shape
	if shape == two {
		if err := f.advance(dateTwo); err != nil {
			return err
		}
	}
	f.numbers = append(f.numbers, value)
	if (shape == clock1 || shape == clock2) && !f.offsetAhead() {
		return f.bad()
	}
	return f.advance(shape.withNumber(byMark))
}

func (f *freeParser) setMark(m int) error {
	if f.mark != noMark {
		return f.bad()
	}
	f.mark = mark(m)
	return nil
}

func (f *freeParser) monthToken(value int) error {
	if f.monthNum != missing {
		return f.bad()
	}
	behind := f.at
	var by ending
	switch sign := f.separator(); sign.kind {
	case endSign:
		by = atEnd
	case spaceSign:
		by = bySpace
	case dateSign:
		by = byDate
	case dateOrOffsetSign:
		by = f.hyphen(behind, f.shape.withMonth(byDate), f.shape.withMonth(bySpace))
	case timeSign:
		if !f.sameSign {
			return f.bad()
		}
		by = byDate
	default:
		return f.bad()
	}
	f.monthNum = value
	if f.sameSign {
		by = f.soften(by, f.shape.withMonth(by))
	}
	f.ended = by == atEnd
	return f.advance(f.shape.withMonth(by))
}

// unknown handles what is no part of a date: an offset, the hashes that Visual
// Basic writes around dates, and NULs at the end are let pass.
func (f *freeParser) unknown() error {
	r, _ := utf8.DecodeRuneInString(f.text[f.at:])
	if unicode.IsLetter(r) {
		index := strconv.Itoa(utf16.UnitOffset(f.text, f.at))
		return f.fail("The string '" + f.text + "' " + badDateTime + " There is an unknown word starting at index '" + index + "'.")
	}
	if (r == '-' || r == '+') && !f.zoned {
		if f.readOffset() {
			f.zoned = true
			return nil
		}
	}
	switch {
	case r == '#' && f.hashed():
		f.at++
		return nil
	case r == 0 && strings.Trim(f.text[f.at:], "\x00") == "":
		f.at = len(f.text)
		return nil
	}
	return f.bad()
}

// hashed reports whether the text stands between two hashes.
func (f *freeParser) hashed() bool {
	text := strings.TrimSpace(strings.TrimRight(f.text, "\x00"))
	return len(text) > 1 && text[0] == '#' && text[len(text)-1] == '#' && strings.Count(text, "#") == 2
}

// applyMark moves the hour as AM or PM says.
func (f *freeParser) applyMark() bool {
	switch f.mark {
	case markAM:
		if f.hour > 12 {
			return false
		}
		f.hour %= 12
	case markPM:
		if f.hour > 23 {
			return false
		}
		if f.hour < 12 {
			f.hour += 12
		}
	}
	return true
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }
