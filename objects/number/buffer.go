package number

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
)

// buffer is a number taken apart for formatting: its significant digits, and
// how many of them stand before the point. A buffer without digits is zero.
//
// The constructors write the digits to the room they are given, where it
// suffices; the methods never store a slice, so that room can be on the stack.
type buffer struct {
	text     []byte // '0' to '9'; the digits are text[from:to], the first not '0'
	from, to int
	scale    int
	neg      bool

	// float tells that the digits are rounded already and that zero has a sign.
	float bool

	// whole tells that G without a precision shows all digits there are.
	whole bool
}

func uintBuffer(room []byte, v uint64, neg bool) buffer {
	if v == 0 {
		return buffer{neg: neg}
	}
	text := strconv.AppendUint(room, v, 10)
	return buffer{text: text, to: len(text), scale: len(text), neg: neg}
}

func decimalBuffer(room []byte, d Decimal) buffer {
	var digits [32]byte
	text := append(room, d.digits(&digits)...)
	return buffer{text: text, to: len(text), scale: len(text) - int(d.scale), neg: d.neg, whole: true}
}

func bigBuffer(room []byte, v *big.Int) buffer {
	text := v.Append(room, 10)
	b := buffer{text: text, to: len(text), neg: v.Sign() < 0}
	if b.neg || v.Sign() == 0 {
		b.from = 1
	}
	b.scale = b.to - b.from
	return b
}

// maxFloatDigits is more than the exact value of any double has.
const maxFloatDigits = 1100

// floatBuffer takes the digits of a finite number: n significant ones, or n
// after the point, or (n < 0) the fewest that bring it back. They are the exact
// value rounded, a tie going to the even digit.
func floatBuffer(room []byte, v float64, size, n int, significant bool) buffer {
	neg := math.Signbit(v)
	v = math.Abs(v)
	b := buffer{}
	switch n = min(n, maxFloatDigits); {
	case v == 0:
	case n < 0:
		b = scientificBuffer(strconv.AppendFloat(room, v, 'e', -1, size))
	case significant:
		b = scientificBuffer(strconv.AppendFloat(room, v, 'e', n-1, size))
	default:
		b = fixedBuffer(strconv.AppendFloat(room, v, 'f', n, size))
	}
	b.neg, b.float = neg, true
	return b
}

// scientificBuffer reads d.ddde±dd.
func scientificBuffer(s []byte) buffer {
	e := len(s) - 1
	for s[e] != 'e' {
		e--
	}
	exp, _ := strconv.Atoi(string(s[e+1:]))
	n := 1
	if e > 1 {
		n += copy(s[1:], s[2:e])
	}
	b := buffer{text: s, to: n, scale: exp + 1}
	b.trim()
	return b
}

// fixedBuffer reads ddd.ddd.
func fixedBuffer(s []byte) buffer {
	b := buffer{text: s, to: len(s), scale: len(s)}
	if i := bytes.IndexByte(s, '.'); i >= 0 {
		copy(s[i:], s[i+1:])
		b.to, b.scale = len(s)-1, i
	}
	for b.from < b.to && s[b.from] == '0' {
		b.from++
		b.scale--
	}
	b.trim()
	return b
}

// digits returns the significant digits.
func (b *buffer) digits() []byte { return b.text[b.from:b.to] }

// count returns how many significant digits there are.
func (b *buffer) count() int { return b.to - b.from }

// digit returns the digit at a place; before and behind them all stand zeros.
func (b *buffer) digit(i int) byte {
	if i >= 0 && i < b.count() {
		return b.text[b.from+i]
	}
	return '0'
}

// trim takes off trailing zeros.
func (b *buffer) trim() {
	for b.to > b.from && b.text[b.to-1] == '0' {
		b.to--
	}
}

// round keeps the first n digits. Numbers that are exact are rounded, half
// away from zero; of the others the digits are right already.
func (b *buffer) round(n int, rounded bool) {
	if n < b.count() {
		up := n >= 0 && !rounded && b.digit(n) >= '5'
		b.to = b.from + max(n, 0)
		if up {
			b.roundUp()
		}
	}
	b.trim()
	if b.count() == 0 {
		b.scale = 0
		b.neg = b.neg && b.float
	}
}

func (b *buffer) roundUp() {
	for b.to > b.from && b.text[b.to-1] == '9' {
		b.to--
	}
	if b.to > b.from {
		b.text[b.to-1]++
		return
	}
	b.text[b.from] = '1'
	b.to++
	b.scale++
}
