package number

import (
	"strings"

	"github.com/csshell/csshell/objects/culture"
)

const perMille = "‰"

// section is what one section of a custom format says, found before any digit
// is written.
type section struct {
	text       string // up to the semicolon
	first      bool   // the sign is written before the first section only
	digits     int    // places for digits, # and 0
	point      int    // places before the point
	firstZero  int    // places before the first 0
	lastZero   int    // places up to the last 0
	group      bool   // thousands are separated
	scientific bool
	scale      int // power of ten that %, ‰ and trailing commas multiply by
}

// pickSection returns the section to use: 0 for positive numbers, 1 for
// negative ones, 2 for zero; an absent or empty one is replaced by the first.
func pickSection(format string, n int) section {
	start := 0
	if n > 0 {
		start = sectionStart(format, n)
	}
	text := format[start:]
	if end := nextSection(text); end >= 0 {
		text = text[:end]
	}
	s := scan(text)
	s.first = start == 0
	return s
}

func sectionStart(format string, n int) int {
	start := 0
	for ; n > 0; n-- {
		end := nextSection(format[start:])
		if end < 0 {
			return 0
		}
		start += end + 1
	}
	if start >= len(format) || format[start] == ';' || format[start] == 0 {
		return 0
	}
	return start
}

// nextSection returns the position of the semicolon (or NUL) that ends a
// section, or -1.
func nextSection(text string) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\'', '"':
			i += quoted(text[i:]) - 1
		case '\\':
			i++
		case ';':
			return i
		}
	}
	return -1
}

// quoted returns the length of a quoted text, its quotes included; the closing
// one may be missing.
func quoted(text string) int {
	if end := strings.IndexByte(text[1:], text[0]); end >= 0 {
		return end + 2
	}
	return len(text)
}

func scan(text string) section {
	s := section{text: text, point: -1, firstZero: -1}
	comma, commas := -1, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '#', '0':
			s.place(c)
		case '.':
			if s.point < 0 {
				s.point = s.digits
			}
		case ',':
			if s.digits == 0 || s.point >= 0 {
				break
			}
			if comma == s.digits {
				commas++
				break
			}
			s.group = s.group || comma >= 0
			comma, commas = s.digits, 1
		case '%':
			s.scale += 2
		case perMille[0]:
			if strings.HasPrefix(text[i:], perMille) {
				s.scale += 3
			}
		case '\'', '"':
			i += quoted(text[i:]) - 1
		case '\\':
			i++
		case 'E', 'e':
			if n := exponentZeros(text[i+1:]); n > 0 {
				i += n
				s.scientific = true
			}
		}
	}
	s.close(comma, commas)
	return s
}

func (s *section) place(c byte) {
	if c == '0' && s.firstZero < 0 {
		s.firstZero = s.digits
	}
	s.digits++
	if c == '0' {
		s.lastZero = s.digits
	}
}

// close settles what the end of the section decides: commas right before the
// point divide by a thousand each, others ask for groups.
func (s *section) close(comma, commas int) {
	if s.point < 0 {
		s.point = s.digits
	}
	if comma < 0 {
		return
	}
	if comma == s.point {
		s.scale -= 3 * commas
	} else {
		s.group = true
	}
}

// exponentZeros returns the length of what makes an E an exponent: zeros,
// perhaps after a sign; 0 where it is a plain letter.
func exponentZeros(text string) int {
	sign := 0
	if text != "" && (text[0] == '+' || text[0] == '-') {
		sign = 1
	}
	n := sign
	for n < len(text) && text[n] == '0' {
		n++
	}
	if n == sign {
		return 0
	}
	return n
}

// custom writes the number under a custom format to dst, which is empty.
func (b *buffer) custom(dst []byte, format string, nf *culture.NumberFormat) []byte {
	s := pickSection(format, b.sectionNumber())
	if b.count() > 0 {
		b.roundFor(s)
		if b.count() == 0 {
			s = pickSection(format, 2)
		}
	}
	if b.count() == 0 {
		b.scale = 0
		b.neg = b.neg && b.float
	}
	w := customWriter{b: b, s: s, nf: nf}
	out := w.write(dst)
	if b.neg && s.first && (b.scale != 0 || len(out) > 0) {
		return append([]byte(nf.NegativeSign), out...)
	}
	return out
}

func (b *buffer) sectionNumber() int {
	switch {
	case b.count() == 0:
		return 2
	case b.neg:
		return 1
	default:
		return 0
	}
}

func (b *buffer) roundFor(s section) {
	b.scale += s.scale
	if s.scientific {
		b.round(s.digits, false)
		return
	}
	b.round(b.scale+s.digits-s.point, false)
}
