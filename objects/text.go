package objects

import (
	"math"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

// Text is the string form of v in casts, expandable strings and -join: the
// elements of a list joined by separator ($OFS), numbers and dates in the
// invariant culture, a custom object as "@{Name=value; ...}".
func (tt *TypeTable) Text(v Value, separator string) (string, error) {
	switch r := v.ref.(type) {
	case string:
		return r, nil
	case *Type:
		return tt.wordText(v, r)
	case nil:
		return "", nil
	case *PSObject:
		return tt.psObjectText(r, separator)
	case *Hashtable:
		return r.typ.String(), nil
	case Enumerable:
		if _, own := r.(Stringer); !own {
			return joined(r, separator, tt.elementText)
		}
	}
	return tt.objectText(v)
}

// Join is -join: the text of the elements in the culture of the session, with
// separators between them.
func (tt *TypeTable) Join(list Enumerable, separator string) (string, error) {
	c := tt.Culture()
	return joined(list, separator, func(v Value) (string, error) {
		if s, ok, err := tt.localText(v.Base(), c); ok {
			return s, err
		}
		return tt.elementText(v)
	})
}

// localText is the text of a real number or a date as a culture writes it; ok
// is false for other values.
func (tt *TypeTable) localText(v Value, c *culture.Culture) (s string, ok bool, err error) {
	format := ""
	switch k := v.Kind(); k {
	case KindSingle:
		format = "G7"
	case KindDouble:
		format = "G15"
	case KindDateTime, KindTimeSpan, KindWord:
	case KindObject:
		switch v.ref.(type) {
		case *DateTimeOffset, *Decimal:
		default:
			return "", false, nil
		}
	default:
		return "", false, nil
	}
	s, err = tt.ToStringIn(v, format, c)
	return s, true, err
}

// joined is the text of each element with separators.
func joined(list Enumerable, separator string, textOf func(Value) (string, error)) (string, error) {
	var text []byte
	first := true
	err := list.Enumerate(func(v Value) error {
		if !first {
			text = append(text, separator...)
		}
		first = false
		s, err := textOf(v)
		text = utf16.Append(text, s)
		return err
	})
	return string(text), err
}

// elementText is the text of a value inside a list or a custom object: a list
// there is only named, a custom object is nothing.
func (tt *TypeTable) elementText(v Value) (string, error) {
	switch r := v.ref.(type) {
	case *PSObject:
		if r.IsCustom() {
			return tt.ownText(r)
		}
		return tt.elementText(r.base)
	case *Hashtable:
	case Enumerable:
		if _, own := r.(Stringer); !own {
			return r.Type().String(), nil
		}
	}
	return tt.Text(v, "")
}

// psObjectText is the text of an object with members of its own: its ToString
// method where it has one, else its base, else its properties.
func (tt *TypeTable) psObjectText(p *PSObject, separator string) (string, error) {
	if s, err := tt.ownText(p); s != "" || err != nil {
		return s, err
	}
	if !p.IsCustom() {
		return tt.Text(p.base, separator)
	}
	return tt.propertiesText(p)
}

// propertiesText is "@{A=1; B=x}".
func (tt *TypeTable) propertiesText(p *PSObject) (string, error) {
	names := p.shape.names
	if p.typeNames != nil {
		names = tt.PropertyNames(Of(p))
	}
	if len(names) == 0 {
		return "", nil
	}
	var b strings.Builder
	b.WriteString("@{")
	for i, name := range names {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(name)
		b.WriteByte('=')
		v, ok := p.Note(name)
		if !ok {
			v, _, _ = tt.GetProperty(Of(p), name)
		}
		s, err := tt.elementText(v)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	b.WriteByte('}')
	return b.String(), nil
}

// ownText is what a ToString method added to p gives; "" where it has none.
func (tt *TypeTable) ownText(p *PSObject) (string, error) {
	i := p.shape.Slot("ToString")
	if i < 0 || p.shape.kinds[i] != ScriptMethodMember && p.shape.kinds[i] != CodeMethodMember {
		return "", nil
	}
	v, err := tt.Invoke(background(), Of(p), Invocation{Name: "ToString"})
	if err != nil {
		return "", err
	}
	return tt.Text(v, "")
}

// objectText is the text of an object that is no list: its own, or its type's
// name.
func (tt *TypeTable) objectText(v Value) (string, error) {
	switch r := v.ref.(type) {
	case Stringer:
		return r.Text()
	case RuntimeType:
		return tt.DisplayName(r.Target), nil
	case *DictionaryEntry:
		return tt.pairText(r, 0)
	}
	return tt.classText(v)
}

// maxPairs bounds how deep pairs inside pairs are written.
const maxPairs = 1000

// pairText is "[key, value]".
func (tt *TypeTable) pairText(e *DictionaryEntry, depth int) (string, error) {
	key, err := tt.ToString(e.Key, "")
	if err != nil {
		return "", err
	}
	var value string
	switch inner, nested := e.Value.ref.(*DictionaryEntry); {
	case nested && depth < maxPairs:
		value, err = tt.pairText(inner, depth+1)
	case nested:
		value = e.Type().String()
	default:
		value, err = tt.ToString(e.Value, "")
	}
	return "[" + key + ", " + value + "]", err
}

// classText is what the ToString that a script's class declares gives, or the
// type's name.
func (tt *TypeTable) classText(v Value) (string, error) {
	if s, ok := v.ref.(TextMaker); ok {
		return s.TextIn(tt)
	}
	t := v.Type()
	for c := t; c != nil && c.Class != nil; c = c.BaseType() {
		if tt.info(c).methods["tostring"] == nil {
			continue
		}
		s, err := tt.Invoke(background(), v, Invocation{Name: "ToString"})
		if err != nil {
			return "", err
		}
		return tt.Text(s, " ")
	}
	return t.String(), nil
}

// wordText is the text of a value held in place, in the invariant culture.
func (tt *TypeTable) wordText(v Value, t *Type) (string, error) {
	switch t.Kind {
	case KindBoolean, KindSwitch:
		return boolText(v.num != 0), nil
	case KindChar:
		return utf16.FromUnit(uint16(v.num)), nil
	case KindUInt64:
		return strconv.FormatUint(v.num, 10), nil
	case KindSingle:
		return generalText(v.Float(), 7, 32), nil
	case KindDouble:
		return generalText(v.Float(), 15, 64), nil
	case KindEnum:
		return t.Enum.Text(int64(v.num)), nil
	}
	if t.Kind < KindSingle {
		return strconv.FormatInt(int64(v.num), 10), nil
	}
	return tt.dateText(v, t)
}

// dateText is the text of a date or time in the invariant culture.
func (tt *TypeTable) dateText(v Value, t *Type) (string, error) {
	s, err := dateToString(v, t, "", culture.Invariant(), tt.Zone())
	return s, Raised(err)
}

func boolText(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// generalText is .NET's format G with a number of digits: PowerShell writes a
// Double as text with 15, a Single with 7.
func generalText(f float64, digits, size int) string {
	switch {
	case f == math.Trunc(f) && math.Abs(f) < 1e15 && digits == 15 && f != 0:
		return strconv.FormatInt(int64(f), 10)
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return strings.ToUpper(strconv.FormatFloat(f, 'g', digits, size))
}

// Text is the name of an enum's number: the member's, those of flags that make
// it up, or its digits (Enum.ToString).
func (e *EnumInfo) Text(n int64) string {
	if e == nil {
		return strconv.FormatInt(n, 10)
	}
	for i, v := range e.Values {
		if v == n {
			return e.Names[i]
		}
	}
	if e.Flags && n != 0 {
		if s, ok := e.flagsText(n); ok {
			return s
		}
	}
	return strconv.FormatInt(n, 10)
}

// flagsText takes the largest flags first, as .NET does, and writes them in
// ascending order.
func (e *EnumInfo) flagsText(n int64) (string, bool) {
	var names []string
	rest := uint64(n)
	for _, i := range e.descending() {
		if f := uint64(e.Values[i]); f != 0 && rest&f == f {
			names = append(names, e.Names[i])
			rest &^= f
		}
	}
	if rest != 0 {
		return "", false
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return strings.Join(names, ", "), true
}
