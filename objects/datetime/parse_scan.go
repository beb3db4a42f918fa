package datetime

import (
	"math"
	"unicode"
	"unicode/utf8"
)

func (p *parser) skipWhite() {
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += size
	}
}

// take consumes a text, exactly as it is.
func (p *parser) take(s string) bool {
	if end := p.at + len(s); end <= len(p.text) && p.text[p.at:end] == s {
		p.at = end
		return true
	}
	return false
}

// digits reads up to limit digits and counts them. The value stops growing
// long before it could overflow.
func (p *parser) digits(limit int) (value, count int) {
	for count < limit && p.at < len(p.text) && isASCIIDigit(p.text[p.at]) {
		value = min(value*10+int(p.text[p.at]-'0'), math.MaxInt32)
		p.at++
		count++
	}
	return value, count
}

// twoDigits reads exactly two digits.
func (p *parser) twoDigits() (int, bool) {
	value, count := p.digits(2)
	return value, count == 2
}

// fractionDigits reads the digits behind a point as a fraction, by .NET's own
// sum of tenths.
func (p *parser) fractionDigits() (fraction float64, ok bool) {
	unit := 0.1
	for p.at < len(p.text) && isASCIIDigit(p.text[p.at]) {
		fraction += float64(p.text[p.at]-'0') * unit
		unit *= 0.1
		p.at++
		ok = true
	}
	return fraction, ok
}

// offsetAhead reads an offset that may follow a time, perhaps after white
// space; it reports false where one begins and is wrong.
func (p *parser) offsetAhead() bool {
	start := p.at
	p.skipWhite()
	if p.at >= len(p.text) || p.text[p.at] != '+' && p.text[p.at] != '-' {
		p.at = start
		return true
	}
	if p.zoned {
		return false
	}
	p.zoned = true
	return p.readOffset()
}

// readOffset reads +h, +hh, +hmm, +hhmm or +hh:mm. White space may stand
// between its parts.
func (p *parser) readOffset() bool {
	start := p.at
	negative := p.text[p.at] == '-'
	p.at++
	p.skipWhite()
	hours, count := p.digits(len(p.text))
	minutes := 0
	switch count {
	case 1, 2:
		behind := p.at
		if p.skipWhite(); !p.take(":") {
			p.at = behind
			break
		}
		p.skipWhite()
		if minutes, count = p.digits(len(p.text)); count < 1 || count > 2 {
			p.at = start
			return false
		}
	case 3, 4:
		hours, minutes = hours/100, hours%100
	default:
		p.at = start
		return false
	}
	if minutes > 59 {
		p.at = start
		return false
	}
	p.offset = TimeSpan(hours*60+minutes) * TicksPerMinute
	if negative {
		p.offset = -p.offset
	}
	return true
}

// isoTime reads the rest of an ISO 8601 time behind its T:
//
//	hh ":" mm [ ":" ss [ ( "." | "," ) digits ] ] [ offset | "Z" ]
func (f *freeParser) isoTime() error {
	if !f.isoClock() || !f.isoZone() {
		return f.bad()
	}
	f.skipWhite()
	if f.at < len(f.text) && f.text[f.at] == '#' && f.hashed() {
		f.at++
		f.skipWhite()
	}
	for f.at < len(f.text) && f.text[f.at] == 0 {
		f.at++
	}
	if f.at < len(f.text) {
		return f.bad()
	}
	f.year, f.month, f.day = f.yearNum, f.numbers[0], f.numbers[1]
	f.haveDate, f.haveTime = true, true
	if err := f.assemble(); err != nil {
		return err
	}
	return f.adjust()
}

func (f *freeParser) isoClock() bool {
	var ok bool
	f.skipWhite()
	if f.hour, ok = f.twoDigits(); !ok {
		return false
	}
	f.skipWhite()
	if !f.take(":") {
		return false
	}
	f.skipWhite()
	if f.minute, ok = f.twoDigits(); !ok {
		return false
	}
	f.skipWhite()
	if !f.take(":") {
		return true
	}
	f.skipWhite()
	if f.second, ok = f.twoDigits(); !ok {
		return false
	}
	if f.take(".") || f.take(",") {
		if f.fraction, ok = f.fractionDigits(); !ok {
			return false
		}
	}
	return true
}

func (f *freeParser) isoZone() bool {
	f.skipWhite()
	if f.at >= len(f.text) {
		return true
	}
	switch f.text[f.at] {
	case '+', '-':
		f.zoned = true
		return f.readOffset()
	case 'Z', 'z':
		f.at++
		f.zoned, f.utc = true, true
	}
	return true
}
