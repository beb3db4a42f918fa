package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// The bits of System.Globalization.NumberStyles.
const (
	allowLeadingWhite  = 1
	allowTrailingWhite = 2
	allowLeadingSign   = 4
	allowTrailingSign  = 8
	allowParentheses   = 16
	allowDecimalPoint  = 32
	allowThousands     = 64
	allowExponent      = 128
	allowCurrency      = 256
	allowHex           = 512

	styleInteger = allowLeadingWhite | allowTrailingWhite | allowLeadingSign
	styleNumber  = styleInteger | allowTrailingSign | allowDecimalPoint | allowThousands
	styleFloat   = styleInteger | allowDecimalPoint | allowExponent
)

// defaultStyles is the style of Parse(s).
func defaultStyles(n numeric) int {
	switch n.typ {
	case objects.DecimalType:
		return styleNumber
	case objects.DoubleType, objects.SingleType:
		return styleFloat | allowThousands
	}
	return styleInteger
}

// badNumber is the FormatException of text that is no number.
func badNumber(s string) error {
	return objects.NewException(objects.FormatException, "The input string '"+s+"' was not in a correct format.")
}

func parseNumber(c *call, n numeric, styles int) (value, error) {
	s := c.Str(0)
	clean, ok := normalNumber(s, styles)
	if !ok {
		return objects.Null, badNumber(s)
	}
	v, err := c.Types.Convert(objects.String(clean), n.typ)
	if err != nil {
		if e, ok := err.(*objects.Exception); ok && e.Inner != nil {
			if inner, ok := e.Inner.(*objects.Exception); ok && inner.Type() == objects.OverflowException {
				return objects.Null, inner
			}
		}
		return objects.Null, badNumber(s)
	}
	return v, nil
}

// tryNumber is TryParse; the result goes to argument at.
func tryNumber(c *call, n numeric, styles, at int) (value, error) {
	if r, ok := objects.As[objects.Reference](c.Args[at]); ok {
		if _, err := c.Types.Convert(r.Value(), n.typ); err != nil {
			return objects.Null, err // PowerShell converts what the variable holds first
		}
	}
	v, err := parseNumber(c, n, styles)
	if err != nil {
		v, _ = c.Types.Convert(objects.Int(0), n.typ)
	}
	return objects.Bool(err == nil), c.Assign(at, v)
}

// normalNumber writes a number of the styles with digits, "-", "." and "e" only.
func normalNumber(s string, styles int) (string, bool) {
	has := func(bit int) bool { return styles&bit != 0 }
	if has(allowLeadingWhite) {
		s = strings.TrimLeft(s, " \t\n\v\f\r")
	}
	if has(allowTrailingWhite) {
		s = strings.TrimRight(s, " \t\n\v\f\r\x00")
	}
	if has(allowHex) {
		return "0x" + s, isAll(s, "0123456789abcdefABCDEF")
	}
	negative := false
	if has(allowParentheses) && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s, negative = s[1:len(s)-1], true
	}
	if has(allowCurrency) {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "$"), "¤")
	}
	for _, side := range [...]bool{true, false} {
		if rest, minus, ok := cutSign(s, side); ok && has(signBit(side)) {
			s, negative = rest, negative != minus
			break
		}
	}
	if has(allowThousands) {
		s = dropThousands(s)
	}
	mantissa, exponent, e := s, "", false
	if has(allowExponent) {
		if i := strings.IndexAny(s, "eE"); i >= 0 {
			mantissa, exponent, e = s[:i], s[i+1:], true
		}
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	if point && !has(allowDecimalPoint) || whole+fraction == "" || !isDigits(whole) || !isDigits(fraction) {
		return "", specialNumber(s, styles)
	}
	if e && (strings.TrimLeft(exponent, "+-") == "" || !isDigits(strings.TrimLeft(exponent, "+-"))) {
		return "", false
	}
	if negative {
		s = "-" + s
	}
	return s, true
}

// specialNumber is false: names of numbers such as NaN are none of these texts.
func specialNumber(string, int) bool { return false }

func signBit(leading bool) int {
	if leading {
		return allowLeadingSign
	}
	return allowTrailingSign
}

// cutSign takes the sign off one side of a number.
func cutSign(s string, leading bool) (rest string, minus, ok bool) {
	if s == "" {
		return s, false, false
	}
	if leading {
		return s[1:], s[0] == '-', s[0] == '-' || s[0] == '+'
	}
	last := s[len(s)-1]
	return s[:len(s)-1], last == '-', last == '-' || last == '+'
}

// dropThousands leaves out the commas before the point.
func dropThousands(s string) string {
	whole, rest := s, ""
	if i := strings.IndexAny(s, ".eE"); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	if strings.HasPrefix(whole, ",") {
		return s
	}
	return strings.ReplaceAll(whole, ",", "") + rest
}

func isDigits(s string) bool { return isAllOrNone(s, "0123456789") }

func isAll(s, set string) bool { return s != "" && isAllOrNone(s, set) }

func isAllOrNone(s, set string) bool { return strings.Trim(s, set) == "" }
