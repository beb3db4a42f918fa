package objects

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/number"
	"github.com/csshell/csshell/objects/utf16"
)

// Formatter is an object whose ToString takes a format and a culture
// (IFormattable).
type Formatter interface {
	Format(format string, c *culture.Culture) (string, error)
}

// TextMaker is an object whose ToString writes other values, as a pair does.
type TextMaker interface {
	TextIn(tt *TypeTable) (string, error)
}

// ToString is v.ToString(format) in the culture of the session; format may be
// "". The error is a FormatException.
func (tt *TypeTable) ToString(v Value, format string) (string, error) {
	switch r := v.ref.(type) {
	case string:
		return r, nil
	case nil:
		return "", nil
	}
	return tt.ToStringIn(v, format, tt.Culture())
}

// ToStringIn is v.ToString(format, culture).
func (tt *TypeTable) ToStringIn(v Value, format string, c *culture.Culture) (string, error) {
	switch r := v.ref.(type) {
	case string:
		return r, nil
	case *Type:
		s, err := wordToString(v, r, format, c, tt.Zone())
		return s, Raised(err)
	case nil:
		return "", nil
	case *PSObject:
		if r.IsCustom() {
			return tt.psObjectText(r, " ")
		}
		return tt.ToStringIn(r.base, format, c)
	case Formatter:
		s, err := r.Format(format, c)
		return s, Raised(err)
	case Stringer:
		return r.Text()
	case RuntimeType:
		return r.Target.String(), nil
	case *DictionaryEntry:
		return tt.pairText(r, 0)
	}
	return tt.classText(v)
}

// wordToString is ToString of a value held in place.
func wordToString(v Value, t *Type, format string, c *culture.Culture, zone *time.Location) (string, error) {
	switch t.Kind {
	case KindBoolean, KindSwitch:
		return boolText(v.num != 0), nil
	case KindChar:
		return utf16.FromUnit(uint16(v.num)), nil
	case KindByte, KindUInt16, KindUInt32, KindUInt64:
		return number.FormatUint(v.num, format, &c.Number)
	case KindSByte, KindInt16, KindInt32, KindInt64:
		return number.FormatInt(int64(v.num), 8*sizeOf(t.Kind), format, &c.Number)
	case KindSingle:
		return number.FormatSingle(float32(v.Float()), format, &c.Number)
	case KindDouble:
		return number.FormatDouble(v.Float(), format, &c.Number)
	case KindEnum:
		return t.formatEnum(int64(v.num), format)
	}
	return dateToString(v, t, format, c, zone)
}

// sizeOf is how many bytes an integer of the kind has.
func sizeOf(k Kind) int {
	switch k {
	case KindSByte, KindByte:
		return 1
	case KindInt16, KindUInt16, KindChar:
		return 2
	case KindInt32, KindUInt32:
		return 4
	}
	return 8
}

// formatEnum is Enum.ToString(format).
func (t *Type) formatEnum(n int64, format string) (string, error) {
	switch strings.ToUpper(format) {
	case "", "G":
		return t.Enum.Text(n), nil
	case "D":
		return strconv.FormatInt(n, 10), nil
	case "X":
		k := underlyingType(t).Kind
		return hexText(uint64(n), 2*sizeOf(k)), nil
	case "F":
		flags := *t.Enum
		flags.Flags = true
		return flags.Text(n), nil
	}
	return "", NewException(FormatException,
		`Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".`)
}

// hexText is n in a number of hexadecimal digits.
func hexText(n uint64, digits int) string {
	s := strings.ToUpper(strconv.FormatUint(n, 16))
	if len(s) < digits {
		return strings.Repeat("0", digits-len(s)) + s
	}
	return s[len(s)-digits:]
}

// Format is Decimal.ToString(format, culture).
func (d *Decimal) Format(format string, c *culture.Culture) (string, error) {
	return number.FormatDecimal(d.N, format, &c.Number)
}

// Format is BigInteger.ToString(format, culture).
func (b *BigInteger) Format(format string, c *culture.Culture) (string, error) {
	return number.FormatBig(b.N, format, &c.Number)
}

// Format is Guid.ToString(format).
func (g *Guid) Format(format string, _ *culture.Culture) (string, error) { return g.FormatAs(format) }

// digits is a number's text.
func (v Value) digits() string { return strconv.FormatInt(int64(v.num), 10) }

// keyText is a dictionary's key in a message.
func keyText(v Value) string {
	if s, ok := v.Str(); ok {
		return s
	}
	if v.Kind() < KindString {
		return v.digits()
	}
	return ""
}

// background is the context of text and operators, which nobody waits for.
func background() context.Context { return context.Background() }
