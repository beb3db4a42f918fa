package objects

import (
	"context"
	"strconv"

	"github.com/csshell/csshell/objects/number"
	"github.com/csshell/csshell/objects/utf16"
)

// ToString is v.ToString(format) in the culture of the session; format may be "".
func (tt *TypeTable) ToString(v Value, format string) (string, error) {
	switch r := v.ref.(type) {
	case string:
		return r, nil
	case *Type:
		return tt.wordToString(v, format)
	case nil:
		return "", nil
	case *PSObject:
		if r.IsCustom() {
			return tt.psObjectText(r, " ")
		}
		return tt.ToString(r.base, format)
	case Stringer:
		return r.Text()
	case RuntimeType:
		return shownType(r.Target), nil
	}
	return shownType(v.Type()), nil
}

// wordToString is ToString of a value held in place.
func (tt *TypeTable) wordToString(v Value, format string) (string, error) {
	t := v.Type()
	switch t.Kind {
	case KindBoolean, KindSwitch:
		return boolText(v.num != 0), nil
	case KindChar:
		return utf16.FromUnit(uint16(v.num)), nil
	case KindUInt64:
		return strconv.FormatUint(v.num, 10), nil
	case KindSingle:
		return number.FormatFloat32(float32(v.Float())), nil
	case KindDouble:
		return number.FormatFloat64(v.Float()), nil
	case KindEnum:
		return t.Enum.Text(int64(v.num)), nil
	}
	return strconv.FormatInt(int64(v.num), 10), nil
}

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
