package number

import (
	"strings"

	"github.com/csshell/csshell/objects/culture"
)

// customWriter writes the digits of a number into the places of a section.
type customWriter struct {
	b  *buffer
	s  section
	nf *culture.NumberFormat

	next    int // the next digit to write
	before  int // places left before the point; below 0 behind it
	extra   int // digits for which there is no place; negative: places without a digit
	zeros   int // from that place on zeros are written before the point
	tail    int // down to that place zeros are written behind it
	pointed bool
}

func (w *customWriter) write(dst []byte) []byte {
	w.start()
	for i := 0; i < len(w.s.text); i++ {
		switch c := w.s.text[i]; c {
		case '#', '0':
			dst = w.place(w.overflow(dst))
		case '.':
			dst = w.decimalPoint(w.overflow(dst))
		case ',':
		case '%':
			dst = append(dst, w.nf.PercentSymbol...)
		case perMille[0]:
			if !strings.HasPrefix(w.s.text[i:], perMille) {
				dst = append(dst, c)
				break
			}
			dst = append(dst, w.nf.PerMilleSymbol...)
			i += len(perMille) - 1
		case '\'', '"':
			n := quoted(w.s.text[i:])
			dst = append(dst, strings.Trim(w.s.text[i:i+n], string(c))...)
			i += n - 1
		case '\\':
			if i++; i < len(w.s.text) {
				dst = append(dst, w.s.text[i])
			}
		case 'E', 'e':
			var used int
			dst, used = w.exponentPart(dst, c, w.s.text[i+1:])
			i += used
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func (w *customWriter) start() {
	if w.s.firstZero >= 0 && w.s.firstZero < w.s.point {
		w.zeros = w.s.point - w.s.firstZero
	}
	w.tail = min(0, w.s.point-w.s.lastZero)
	if w.s.scientific {
		w.before = w.s.point
		return
	}
	w.before, w.extra = max(w.b.scale, w.s.point), w.b.scale-w.s.point
}

// overflow writes, at the first place, the digits that have no place.
func (w *customWriter) overflow(dst []byte) []byte {
	for ; w.extra > 0; w.extra-- {
		dst = w.digit(dst, w.b.digit(w.next))
		w.next++
		w.before--
	}
	return dst
}

// place fills one place of the format.
func (w *customWriter) place(dst []byte) []byte {
	switch {
	case w.extra < 0: // the number has fewer digits before the point
		w.extra++
		if w.before <= w.zeros {
			dst = w.digit(dst, '0')
		}
	case w.next < w.b.count():
		dst = w.digit(dst, w.b.digit(w.next))
		w.next++
	case w.before > w.tail:
		dst = w.digit(dst, '0')
	}
	w.before--
	return dst
}

func (w *customWriter) digit(dst []byte, c byte) []byte {
	dst = append(dst, c)
	if w.s.group && w.before > 1 && groupEnds(w.before-1, w.nf.GroupSizes) {
		dst = append(dst, w.nf.GroupSeparator...)
	}
	return dst
}

func (w *customWriter) decimalPoint(dst []byte) []byte {
	if w.before != 0 || w.pointed {
		return dst
	}
	if w.tail < 0 || w.s.point < w.s.digits && w.next < w.b.count() {
		dst = append(dst, w.nf.DecimalSeparator...)
		w.pointed = true
	}
	return dst
}

// exponentPart writes an E and what belongs to it, and returns how much of the
// format behind the E that was.
func (w *customWriter) exponentPart(dst []byte, c byte, rest string) ([]byte, int) {
	n := exponentZeros(rest)
	dst = append(dst, c)
	if !w.s.scientific {
		dst = append(dst, rest[:n]...)
		return dst, n
	}
	if n == 0 {
		return dst, 0
	}
	zeros := n
	if rest[0] != '0' {
		zeros--
	}
	exp := 0
	if w.b.count() > 0 {
		exp = w.b.scale - w.s.point
	}
	dst = w.b.exponent(dst, exp, min(zeros, 10), rest[0] == '+', w.nf)
	w.s.scientific = false
	return dst, n
}
