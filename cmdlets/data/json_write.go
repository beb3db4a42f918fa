package data

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/runtime"
)

// ConvertToJSON turns objects into JSON (RFC 8259).
type ConvertToJSON struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.ConvertToJsonCommand"`

	InputObject    objects.Value           `param:"Mandatory,Position=0,ValueFromPipeline" allow:"Null"`
	Depth          runtime.Optional[int]   `param:"" validate:"Range=0:100"`
	Compress       runtime.SwitchParameter `param:""`
	EnumsAsStrings runtime.SwitchParameter `param:""`
	AsArray        runtime.SwitchParameter `param:""`
	EscapeHandling string                  `param:"" type:"Newtonsoft.Json.StringEscapeHandling"`

	items []objects.Value
}

// ProcessRecord keeps the object: one alone is written bare, several as an array.
func (c *ConvertToJSON) ProcessRecord(*runtime.CommandRuntime) error {
	c.items = append(c.items, c.InputObject)
	return nil
}

// EndProcessing writes the text.
func (c *ConvertToJSON) EndProcessing(rt *runtime.CommandRuntime) error {
	if len(c.items) == 0 {
		return nil
	}
	v := c.items[0]
	if len(c.items) > 1 || bool(c.AsArray) {
		v = objects.ArrayValue(c.items)
	}
	depth := 2
	if c.Depth.Bound {
		depth = c.Depth.Value
	}
	w := &jsonWriter{rt: rt, depth: depth, compress: bool(c.Compress), enumNames: bool(c.EnumsAsStrings), escape: c.EscapeHandling}
	if err := w.value(v, 0); err != nil {
		return err
	}
	if w.truncated {
		if err := rt.WriteWarning("Resulting JSON is truncated as serialization has exceeded the set depth of " + strconv.Itoa(depth) + "."); err != nil {
			return err
		}
	}
	return rt.WriteObject(objects.String(string(w.out)))
}

// jsonWriter writes one JSON text.
type jsonWriter struct {
	rt        *runtime.CommandRuntime
	out       []byte
	depth     int
	compress  bool
	enumNames bool
	escape    string
	truncated bool
}

func (w *jsonWriter) value(v objects.Value, level int) error {
	v, own := unwrapped(v)
	if own != nil && own.Shape().Len() > 0 && level <= w.depth && !isMap(v) {
		return w.object(objects.Of(own), level, given{"value", v})
	}
	switch k := v.Kind(); {
	case k == objects.KindSwitch:
		return w.object(objects.Null, level, given{"IsPresent", objects.Bool(v.Bool())})
	case k == objects.KindTimeSpan, v.Type() == objects.DateOnlyType, v.Type() == objects.TimeOnlyType:
		return w.nested(v, own, level)
	case v.Type() != nil && v.Type().FullName == "System.DBNull":
		w.out = append(w.out, "null"...)
	case v.IsNull():
		w.out = append(w.out, "null"...)
	case k == objects.KindBoolean:
		w.out = strconv.AppendBool(w.out, v.Bool())
	case k >= objects.KindSByte && k <= objects.KindInt64 && k != objects.KindByte && k != objects.KindUInt16 && k != objects.KindUInt32:
		w.out = strconv.AppendInt(w.out, v.Int64(), 10)
	case k >= objects.KindSByte && k <= objects.KindUInt64:
		w.out = strconv.AppendUint(w.out, v.Bits(), 10)
	case k == objects.KindEnum && !w.enumNames:
		w.out = strconv.AppendInt(w.out, v.Int64(), 10)
	case k == objects.KindSingle, k == objects.KindDouble:
		return w.float(v)
	case k < objects.KindString, isScalar(v):
		return w.scalar(v)
	case k == objects.KindString:
		s, _ := v.Str()
		w.text(s)
	default:
		return w.nested(v, own, level)
	}
	return nil
}

// unwrapped is a value without its wrapper, and the wrapper.
func unwrapped(v objects.Value) (objects.Value, *objects.PSObject) {
	p, ok := v.Ref().(*objects.PSObject)
	if !ok || p.IsCustom() {
		return v, nil
	}
	return v.Base(), p
}

// given is a member that is written before the properties of an object.
type given struct {
	name  string
	value objects.Value
}

// isMap reports what has members as it stands, or is written as its text alone in
// spite of members of its own. Anything else with such members is the member "value".
func isMap(v objects.Value) bool {
	switch v.Kind() {
	case objects.KindString, objects.KindDateTime, objects.KindTimeSpan:
		return true
	case objects.KindObject:
		_, list := objects.Enumeration(v)
		return !list && !isScalar(v)
	}
	return false
}

// isScalar reports whether an object is written as a number or as its text.
func isScalar(v objects.Value) bool {
	switch v.Type() {
	case objects.DecimalType, objects.BigIntegerType, objects.GuidType, objects.DateTimeOffsetType:
		return true
	}
	if t := v.Type(); t != nil && t.FullName == "System.Uri" {
		return true
	}
	_, isType := v.Ref().(objects.RuntimeType)
	return isType
}

func (w *jsonWriter) float(v objects.Value) error {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		s, err := w.rt.Types().Text(v, " ")
		w.text(s)
		return err
	}
	s, err := w.rt.Types().ToStringIn(v, "R", culture.Invariant())
	if !strings.ContainsAny(s, ".E") {
		s += ".0"
	}
	w.out = append(w.out, s...)
	return err
}

// scalar writes numbers too large for a word bare, and the others as text.
func (w *jsonWriter) scalar(v objects.Value) error {
	tt := w.rt.Types()
	switch {
	case v.Kind() == objects.KindDateTime || v.Type() == objects.DateTimeOffsetType:
		s, err := tt.ToString(v, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK")
		w.text(s)
		return err
	case v.Type() == objects.DecimalType:
		s, err := tt.Text(v, " ")
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		w.out = append(w.out, s...)
		return err
	case v.Type().FullName == "System.Uri":
		original, _, err := tt.GetProperty(v, "OriginalString")
		s, _ := original.Str()
		w.text(s)
		return err
	case v.Type() == objects.BigIntegerType:
		s, err := tt.Text(v, " ")
		w.out = append(w.out, s...)
		return err
	}
	s, err := tt.Text(v, " ")
	w.text(s)
	return err
}

// nested writes lists and objects; below the depth, their text.
func (w *jsonWriter) nested(v objects.Value, own *objects.PSObject, level int) error {
	if level > w.depth {
		w.truncated = true
		s, err := w.rt.Types().Text(v, " ")
		w.text(s)
		return err
	}
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		return w.dictionary(h, own, level)
	}
	if list, ok := objects.Enumeration(v); ok {
		return w.list(list, level)
	}
	if own != nil {
		v = objects.Of(own)
	}
	return w.object(v, level)
}

// separate begins a member: a comma after the first, and a line of its own.
func (w *jsonWriter) separate(first bool, level int) {
	if !first {
		w.out = append(w.out, ',')
	}
	w.newLine(level + 1)
}

func (w *jsonWriter) newLine(level int) {
	if w.compress {
		return
	}
	w.out = append(w.out, '\n')
	for i := 0; i < level; i++ {
		w.out = append(w.out, "  "...)
	}
}

func (w *jsonWriter) list(list objects.Enumerable, level int) error {
	w.out = append(w.out, '[')
	first := true
	err := list.Enumerate(func(item objects.Value) error {
		w.separate(first, level)
		first = false
		return w.value(item, level+1)
	})
	if !first {
		w.newLine(level)
	}
	w.out = append(w.out, ']')
	return err
}

// dictionary writes the entries, then the members that were added to the table itself.
func (w *jsonWriter) dictionary(h *objects.Hashtable, own *objects.PSObject, level int) error {
	w.out = append(w.out, '{')
	first := true
	var err error
	h.Each(func(k, v objects.Value) bool {
		key, ok := k.Str()
		if !ok {
			e := objects.NewException(objects.InvalidOperationException, "The type '"+h.Type().FullName+"' is not supported for serialization or deserialization of a dictionary. Keys must be strings.")
			err = runtime.NewErrorRecord(e, "NonStringKeyInDictionary", runtime.InvalidOperation, objects.Of(h))
			return false
		}
		err = w.member(key, v, first, level)
		first = false
		return err == nil
	})
	for _, name := range ownNames(own) {
		if _, entry := h.GetString(name); entry || err != nil {
			continue
		}
		err = w.property(objects.Of(own), name, first, level)
		first = false
	}
	if !first {
		w.newLine(level)
	}
	w.out = append(w.out, '}')
	return err
}

func (w *jsonWriter) member(name string, v objects.Value, first bool, level int) error {
	w.separate(first, level)
	w.text(name)
	w.out = append(w.out, ':')
	if !w.compress {
		w.out = append(w.out, ' ')
	}
	return w.value(v, level+1)
}

// object writes the properties of an object, after some given ones.
func (w *jsonWriter) object(v objects.Value, level int, before ...given) error {
	w.out = append(w.out, '{')
	first := true
	for _, g := range before {
		if err := w.member(g.name, g.value, first, level); err != nil {
			return err
		}
		first = false
	}
	for _, name := range w.properties(v, len(before) > 0) {
		if err := w.property(v, name, first, level); err != nil {
			return err
		}
		first = false
	}
	if !first {
		w.newLine(level)
	}
	w.out = append(w.out, '}')
	return nil
}

// property writes a property; one that fails is null, as PowerShell has it.
func (w *jsonWriter) property(v objects.Value, name string, first bool, level int) error {
	value, _, err := w.rt.Types().GetProperty(v, name)
	if err != nil {
		value = objects.Null
	}
	return w.member(name, value, first, level)
}

// properties are the names to write: those of the .NET object first, then what PowerShell
// adds; or the added ones alone.
func (w *jsonWriter) properties(v objects.Value, ownOnly bool) []string {
	p, ok := v.Ref().(*objects.PSObject)
	if ownOnly {
		return ownNames(p)
	}
	if ok && p.IsCustom() {
		return w.rt.Types().AllPropertyNames(v)
	}
	var names, added []string
	for _, m := range w.rt.Types().Members(v, false) {
		switch {
		case m.Kind == objects.PropertyMember:
			names = append(names, m.Name)
		case m.Kind <= objects.ScriptPropertyMember:
			added = append(added, m.Name)
		}
	}
	return append(names, added...)
}

// ownNames are the members that were added to one object; it may be nil.
func ownNames(p *objects.PSObject) []string {
	if p == nil {
		return nil
	}
	names := make([]string, p.Shape().Len())
	for i := range names {
		names[i] = p.Shape().Name(i)
	}
	return names
}

// text writes a string.
func (w *jsonWriter) text(s string) {
	w.out = append(w.out, '"')
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		w.char(c, s[i:i+size])
		i += size
	}
	w.out = append(w.out, '"')
}

func (w *jsonWriter) char(c rune, raw string) {
	switch c {
	case '"':
		if w.escape == "EscapeHtml" {
			w.escaped(c)
			return
		}
		w.out = append(w.out, `\"`...)
	case '\\':
		w.out = append(w.out, `\\`...)
	case '\n':
		w.out = append(w.out, `\n`...)
	case '\r':
		w.out = append(w.out, `\r`...)
	case '\t':
		w.out = append(w.out, `\t`...)
	case '\b':
		w.out = append(w.out, `\b`...)
	case '\f':
		w.out = append(w.out, `\f`...)
	default:
		if c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029 || w.escape == "EscapeNonAscii" && c > 0x7e || w.escape == "EscapeHtml" && strings.ContainsRune(`<>&'`, c) {
			w.escaped(c)
			return
		}
		w.out = append(w.out, raw...)
	}
}

func (w *jsonWriter) escaped(c rune) {
	if c > 0xFFFF {
		c -= 0x10000
		w.out = fmt.Appendf(w.out, `\u%04x\u%04x`, 0xD800+c>>10, 0xDC00+c&0x3FF)
		return
	}
	w.out = fmt.Appendf(w.out, `\u%04x`, c)
}
