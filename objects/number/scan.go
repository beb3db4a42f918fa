package number

import (
	"strings"

	"github.com/csshell/csshell/objects/culture"
)

// scanner reads the text of a number under styles: sign, parentheses and
// currency symbol in any order, digits with separators, an exponent, and
// whatever may follow.
type scanner struct {
	text   string
	at     int
	styles Styles
	nf     *culture.NumberFormat

	point, group string // the separators to expect first
	symbol       string // the currency symbol, until it is found
	signed       bool
	open         bool // a parenthesis waits to be closed
	symbolSeen   bool
	pointSeen    bool

	digits []byte // significant digits, without zeros in front
	any    bool   // there was a digit, perhaps only 0
	scale  int    // digits before the point
	neg    bool
}

// scanNumber reads the whole of s; ok is false where it is no number.
func scanNumber(s string, styles Styles, nf *culture.NumberFormat) (sc scanner, ok bool) {
	sc = scanner{text: s, styles: styles, nf: nf, point: nf.DecimalSeparator, group: nf.GroupSeparator}
	if styles&AllowCurrencySymbol != 0 {
		sc.point, sc.group, sc.symbol = nf.CurrencyDecimalSeparator, nf.CurrencyGroupSeparator, nf.CurrencySymbol
	}
	sc.prefix()
	sc.body()
	if !sc.any {
		return sc, false
	}
	sc.exponent()
	sc.suffix()
	if sc.open || strings.Trim(sc.text[sc.at:], "\x00") != "" {
		return sc, false
	}
	return sc, true
}

func (sc *scanner) allows(st Styles) bool { return sc.styles&st != 0 }

// take consumes a text. A space stands for the no-break spaces that some
// cultures separate groups with.
func (sc *scanner) take(want string) bool {
	if want == "" {
		return false
	}
	if strings.HasPrefix(sc.text[sc.at:], want) {
		sc.at += len(want)
		return true
	}
	if (want == "\u00a0" || want == "\u202f") && strings.HasPrefix(sc.text[sc.at:], " ") {
		sc.at++
		return true
	}
	return false
}

func (sc *scanner) takeWhite() bool {
	if sc.at < len(sc.text) && isWhite(sc.text[sc.at]) {
		sc.at++
		return true
	}
	return false
}

func isWhite(c byte) bool { return c == ' ' || c >= 9 && c <= 13 }

// prefix reads white space, sign, parenthesis and currency symbol. A sign may
// be followed by white space only where the culture or a symbol has it so.
func (sc *scanner) prefix() {
	for {
		if sc.allows(AllowLeadingWhite) && (!sc.signed || sc.symbolSeen || sc.nf.NegativePattern == 2) && sc.takeWhite() {
			continue
		}
		switch {
		case sc.allows(AllowLeadingSign) && !sc.signed && sc.takeSign():
		case sc.allows(AllowParentheses) && !sc.signed && sc.take("("):
			sc.signed, sc.open, sc.neg = true, true, true
		case sc.takeSymbol():
		default:
			return
		}
	}
}

func (sc *scanner) takeSign() bool {
	switch {
	case sc.take(sc.nf.PositiveSign):
	case sc.takeMinus():
		sc.neg = true
	default:
		return false
	}
	sc.signed = true
	return true
}

// takeMinus takes the culture's minus; where that is a typographic dash, the
// hyphen serves as well.
func (sc *scanner) takeMinus() bool {
	return sc.take(sc.nf.NegativeSign) || strings.Contains("‒⁻−➖﹣－", sc.nf.NegativeSign) && sc.take("-")
}

func (sc *scanner) takeSymbol() bool {
	if sc.symbol == "" || !sc.take(sc.symbol) {
		return false
	}
	sc.symbol, sc.symbolSeen = "", true
	return true
}

// body reads digits, separators of groups (anywhere between digits before the
// point) and one decimal point.
func (sc *scanner) body() {
	for sc.at < len(sc.text) {
		c := sc.text[sc.at]
		switch {
		case c >= '0' && c <= '9':
			sc.at++
			sc.digit(c)
		case sc.allows(AllowDecimalPoint) && !sc.pointSeen && sc.separator(sc.point, sc.nf.DecimalSeparator):
			sc.pointSeen = true
		case sc.allows(AllowThousands) && sc.any && !sc.pointSeen && sc.separator(sc.group, sc.nf.GroupSeparator):
		default:
			return
		}
	}
}

// separator takes a separator of money or, as long as no symbol was seen, of
// plain numbers.
func (sc *scanner) separator(first, second string) bool {
	return sc.take(first) || sc.allows(AllowCurrencySymbol) && !sc.symbolSeen && sc.take(second)
}

func (sc *scanner) digit(c byte) {
	sc.any = true
	if c == '0' && len(sc.digits) == 0 {
		if sc.pointSeen {
			sc.scale--
		}
		return
	}
	sc.digits = append(sc.digits, c)
	if !sc.pointSeen {
		sc.scale++
	}
}

// exponent reads E, a sign and digits; an E without digits is left alone.
func (sc *scanner) exponent() {
	if !sc.allows(AllowExponent) || sc.at >= len(sc.text) || sc.text[sc.at]|0x20 != 'e' {
		return
	}
	start := sc.at
	sc.at++
	neg := false
	if !sc.take(sc.nf.PositiveSign) {
		neg = sc.takeMinus()
	}
	exp, first := 0, sc.at
	for ; sc.at < len(sc.text) && sc.text[sc.at] >= '0' && sc.text[sc.at] <= '9'; sc.at++ {
		exp = min(exp*10+int(sc.text[sc.at]-'0'), 1e9)
	}
	switch {
	case sc.at == first:
		sc.at = start
	case neg:
		sc.scale -= exp
	default:
		sc.scale += exp
	}
}

// suffix reads white space, trailing sign, closing parenthesis and symbol.
func (sc *scanner) suffix() {
	for {
		if sc.allows(AllowTrailingWhite) && sc.takeWhite() {
			continue
		}
		switch {
		case sc.allows(AllowTrailingSign) && !sc.signed && sc.takeSign():
		case sc.open && sc.take(")"):
			sc.open = false
		case sc.takeSymbol():
		default:
			return
		}
	}
}
