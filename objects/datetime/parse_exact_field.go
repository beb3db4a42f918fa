package datetime

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// field matches n letters of a field.
func (e *exactParser) field(c byte, n int) bool {
	switch c {
	case 'y':
		e.twoDigit = e.twoDigit || n <= 2
		return e.number(&e.year, n, n)
	case 'M':
		return e.monthField(n)
	case 'd':
		return e.dayField(n)
	case 'g':
		return e.name([]string{e.f.Era}) >= 0
	case 'h':
		e.twelve = true
		return e.number(&e.hour, n, 2)
	case 'H':
		return e.number(&e.hour, n, 2)
	case 'm':
		return e.number(&e.minute, n, 2)
	case 's':
		return e.number(&e.second, n, 2)
	case 'f', 'F':
		return e.fractionField(n, c == 'f')
	case 't':
		return e.markField(n)
	default:
		return e.offsetField(n)
	}
}

// number reads n digits, or one or two where n is 1, into a part that must not
// be there yet with another value.
func (e *exactParser) number(part *int, n, limit int) bool {
	least := min(n, limit)
	most := max(least, 2)
	if least > 1 {
		most = least
	}
	value, count := e.digits(most)
	return count >= least && set(part, value)
}

func set(part *int, value int) bool {
	if *part != missing && *part != value {
		return false
	}
	*part = value
	return true
}

func (e *exactParser) monthField(n int) bool {
	var i int
	switch {
	case n <= 2:
		return e.number(&e.month, n, 2)
	case n == 3:
		i = e.name(e.f.AbbreviatedMonths, e.f.AbbreviatedGenitiveMonths)
	default:
		i = e.name(e.f.Months, e.f.GenitiveMonths)
	}
	return i >= 0 && set(&e.month, i+1)
}

func (e *exactParser) dayField(n int) bool {
	var i int
	switch {
	case n <= 2:
		return e.number(&e.day, n, 2)
	case n == 3:
		i = e.name(e.f.AbbreviatedDays)
	default:
		i = e.name(e.f.Days)
	}
	return i >= 0 && set(&e.weekday, i)
}

// name consumes the longest of some names, in any case, that is a whole word,
// and returns its index or -1.
func (e *exactParser) name(lists ...[]string) int {
	found, length := -1, 0
	for _, list := range lists {
		for i, name := range list {
			size, ok := foldedPrefix(e.text[e.at:], name)
			if !ok || size <= length {
				continue
			}
			if next, _ := utf8.DecodeRuneInString(e.text[e.at+size:]); !unicode.IsLetter(next) {
				found, length = i, size
			}
		}
	}
	e.at += length
	return found
}

// fractionField reads n digits of the second; F lets there be fewer.
func (e *exactParser) fractionField(n int, required bool) bool {
	if n > 7 {
		return false
	}
	value, count := e.digits(n)
	if required && count < n {
		return false
	}
	fraction := float64(value) / math.Pow10(count)
	if e.fraction >= 0 && e.fraction != fraction {
		return false
	}
	e.fraction = fraction
	return true
}

// markField reads AM or PM, or for one letter the first of it.
func (e *exactParser) markField(n int) bool {
	found := noMark
	for i, text := range [...]string{e.f.AM, e.f.PM} {
		if n == 1 {
			_, size := utf8.DecodeRuneInString(text)
			text = text[:size]
		}
		if size, ok := foldedPrefix(e.text[e.at:], text); ok && size > 0 {
			e.at += size
			found = markAM + mark(i)
			break
		}
		if text == "" && found == noMark {
			found = markAM + mark(i)
		}
	}
	if found == noMark || e.mark != noMark && e.mark != found {
		return false
	}
	e.mark = found
	return true
}

// offsetField reads an offset in the form of z, zz or zzz; the colon and the
// minutes of zzz may be missing.
func (e *exactParser) offsetField(n int) bool {
	negative := e.take("-")
	if !negative && !e.take("+") {
		return false
	}
	least := min(n, 2)
	hours, count := e.digits(2)
	if count < least {
		return false
	}
	minutes := 0
	if n >= 3 {
		e.take(":")
		var ok bool
		if minutes, ok = e.twoDigits(); !ok || minutes > 59 {
			return false
		}
	}
	offset := TimeSpan(hours*60+minutes) * TicksPerMinute
	if negative {
		offset = -offset
	}
	return e.setOffset(offset)
}

func (e *exactParser) setOffset(offset TimeSpan) bool {
	if e.zoned && e.offset != offset {
		return false
	}
	e.zoned, e.offset = true, offset
	return true
}

// zone reads what K and Z stand for: K may be an offset, a Z or nothing, Z may
// be GMT, too.
func (e *exactParser) zone(c byte) bool {
	if c == 'Z' {
		rest := strings.ToUpper(e.text[e.at:min(len(e.text), e.at+3)])
		switch {
		case strings.HasPrefix(rest, "GMT"):
			e.at += 3
		case strings.HasPrefix(rest, "Z"):
			e.at++
		default:
			return false
		}
		e.utc = true
		return e.setOffset(0)
	}
	if e.take("Z") {
		e.utc = true
		return e.setOffset(0)
	}
	if e.at < len(e.text) && (e.text[e.at] == '+' || e.text[e.at] == '-') {
		return e.offsetField(3)
	}
	return true
}
