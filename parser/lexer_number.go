package parser

import "strings"

// numeral is a number as it is written, taken apart.
type numeral struct {
	negative   bool
	digits     string // without sign, prefix and suffixes
	base       int    // 2, 10 or 16
	real       bool   // with a decimal point or an exponent
	suffix     numeralSuffix
	multiplier uint // a power of two: 10 of kb, 20 of mb
}

// numeralSuffix is the type that letters behind a number ask for.
type numeralSuffix uint8

const (
	suffixUnsigned numeralSuffix = 1 << iota
	suffixByte
	suffixShort
	suffixLong
	suffixDecimal
	suffixBigInteger
)

// number reads a number from the token's start; what looks like one and is
// none is an argument: 77z.exe.
func (l *lexer) number() *token {
	n, ok := l.scanNumber()
	if !ok {
		return l.generic()
	}
	value, ok := n.value()
	if !ok {
		if l.mode != modeExpression {
			return l.generic()
		}
		l.fail(l.start, l.pos, badNumericConstant, l.text[l.start:l.pos])
	}
	t := l.make(TokenNumber)
	l.addNumber(t, value)
	return t
}

// addNumber gives a token its number.
func (l *lexer) addNumber(t *token, value Number) {
	number := l.slab.keep(ConstantExpression{Extent: t.Extent, Value: value, Text: l.text[l.start:l.pos]})
	l.numbers = append(l.numbers, number)
	t.content = int32(len(l.numbers))
}

// scanNumber reads a number from the token's start and reports whether it is
// one.
func (l *lexer) scanNumber() (numeral, bool) {
	l.pos = l.start
	n := numeral{base: 10}
	if r := l.peek(); r == '+' || isDash(r) {
		n.negative = r != '+'
		l.read()
	}
	ok := true
	if l.peekByte(0) == '0' && (l.peekByte(1)|0x20 == 'x' || l.peekByte(1)|0x20 == 'b') {
		l.radixDigits(&n)
		ok = n.base == 16 || n.digits != ""
	} else {
		ok = l.decimalDigits(&n)
	}
	ok = l.numberSuffix(&n) && ok
	ok = l.numberMultiplier(&n) && ok
	return n, ok && l.endsNumber()
}

// radixDigits reads 0x or 0b and the digits behind it, perhaps none.
func (l *lexer) radixDigits(n *numeral) {
	n.base = 16
	if l.peekByte(1)|0x20 == 'b' {
		n.base = 2
	}
	l.pos += 2
	from := l.pos
	for c := l.peekByte(0); c < 0x80 && asciiClasses[c].is(charHex) && (n.base == 16 || c == '0' || c == '1'); c = l.peekByte(0) {
		l.pos++
	}
	n.digits = l.text[from:l.pos]
}

// decimalDigits reads digits with a decimal point and an exponent; it reports
// false for an exponent without digits.
func (l *lexer) decimalDigits(n *numeral) bool {
	from := l.pos
	l.skipDigits()
	if l.peekByte(0) == '.' && l.peekByte(1) != '.' {
		n.real = true
		l.pos++
		l.skipDigits()
	}
	if l.peekByte(0)|0x20 != 'e' {
		n.digits = l.text[from:l.pos]
		return true
	}
	n.real = true
	l.pos++
	mantissa, sign := l.text[from:l.pos], ""
	if r := l.peek(); r == '+' || isDash(r) {
		l.read()
		if r != '+' {
			sign = "-"
		}
	}
	from = l.pos
	l.skipDigits()
	n.digits = mantissa + sign + l.text[from:l.pos]
	return l.pos > from
}

func (l *lexer) skipDigits() {
	for isDigit(l.peekByte(0)) {
		l.pos++
	}
}

// numberSuffix reads the letters that name a type: l, d, n, y, s, u, uy, us,
// ul.
func (l *lexer) numberSuffix(n *numeral) bool {
	letters := l.suffixLetters()
	switch strings.ToLower(letters) {
	case "":
	case "u":
		n.suffix = suffixUnsigned
	case "y":
		n.suffix = suffixByte
	case "uy":
		n.suffix = suffixUnsigned | suffixByte
	case "s":
		n.suffix = suffixShort
	case "us":
		n.suffix = suffixUnsigned | suffixShort
	case "l":
		n.suffix = suffixLong
	case "ul":
		n.suffix = suffixUnsigned | suffixLong
	case "d":
		n.suffix = suffixDecimal
	case "n":
		n.suffix = suffixBigInteger
	default:
		return false
	}
	return true
}

// suffixLetters reads up to two letters that can belong to a type's suffix.
func (l *lexer) suffixLetters() string {
	from := l.pos
	for l.pos < from+2 && strings.IndexByte("uyslnd", l.peekByte(0)|0x20) >= 0 && isLetter(l.peekByte(0)) {
		l.pos++
	}
	return l.text[from:l.pos]
}

// numberMultiplier reads kb, mb, gb, tb or pb.
func (l *lexer) numberMultiplier(n *numeral) bool {
	c := l.peekByte(0)
	if !isLetter(c) {
		return true
	}
	power := strings.IndexByte("kmgtp", c|0x20)
	if power < 0 {
		return true
	}
	n.multiplier = uint(power+1) * 10
	l.pos++
	if l.peekByte(0)|0x20 != 'b' {
		return false
	}
	l.pos++
	return true
}

// endsNumber reports whether a number may end here.
func (l *lexer) endsNumber() bool {
	r := l.peek()
	if endsToken(r) {
		return true
	}
	if l.mode != modeExpression {
		return false
	}
	return classOf(r).is(charEndsNumber) || l.ternary && (r == '?' || r == ':')
}
