package text

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
)

// The serializer of System.Text.Json, as far as texts, numbers, lists and
// dictionaries go.
var (
	jsonOptionsType    = &objects.Type{FullName: "System.Text.Json.JsonSerializerOptions", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	jsonSerializerType = &objects.Type{FullName: "System.Text.Json.JsonSerializer", Kind: objects.KindObject, Attributes: objects.StaticAttr | objects.AbstractAttr | objects.SealedAttr}
	jsonEncoderType    = &objects.Type{FullName: "System.Text.Encodings.Web.JavaScriptEncoder", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
)

// jsonOptions are the options of the serializer.
type jsonOptions struct {
	encoder  *jsonEncoder
	indented bool
}

// Type is System.Text.Json.JsonSerializerOptions.
func (*jsonOptions) Type() *objects.Type { return jsonOptionsType }

// jsonEncoder says which characters are escaped: all but plain ASCII, or only
// those that must be.
type jsonEncoder struct{ relaxed bool }

// Type is System.Text.Encodings.Web.JavaScriptEncoder.
func (*jsonEncoder) Type() *objects.Type { return jsonEncoderType }

func jsonOptionsDeclaration() *objects.Declaration {
	get := func(v objects.Value) *jsonOptions { o, _ := objects.As[*jsonOptions](v); return o }
	return &objects.Declaration{
		Type: jsonOptionsType,
		Properties: []objects.Property{
			{Signature: "System.Text.Encodings.Web.JavaScriptEncoder Encoder {get;set;}",
				Get: func(this objects.Value) (objects.Value, error) {
					if e := get(this).encoder; e != nil {
						return objects.Of(e), nil
					}
					return objects.Null, nil
				},
				Set: func(this, v objects.Value) error {
					get(this).encoder, _ = objects.As[*jsonEncoder](v)
					return nil
				}},
			{Signature: "bool WriteIndented {get;set;}",
				Get: func(this objects.Value) (objects.Value, error) { return objects.Bool(get(this).indented), nil },
				Set: func(this, v objects.Value) error { get(this).indented = v.Bool(); return nil }},
		},
		Constructors: []objects.Method{
			objects.Total("new()", func(*objects.Call) objects.Value { return objects.Of(&jsonOptions{}) }),
		},
	}
}

func jsonEncoderDeclaration() *objects.Declaration {
	plain, relaxed := &jsonEncoder{}, &jsonEncoder{relaxed: true}
	return &objects.Declaration{
		Type: jsonEncoderType,
		Properties: []objects.Property{
			objects.Reads("static System.Text.Encodings.Web.JavaScriptEncoder Default {get;}", func(objects.Value) objects.Value { return objects.Of(plain) }),
			objects.Reads("static System.Text.Encodings.Web.JavaScriptEncoder UnsafeRelaxedJsonEscaping {get;}", func(objects.Value) objects.Value { return objects.Of(relaxed) }),
		},
	}
}

func jsonSerializerDeclaration() *objects.Declaration {
	serialize := func(options int) func(c *objects.Call) (objects.Value, error) {
		return func(c *objects.Call) (objects.Value, error) {
			w := jsonWriter{types: c.Types, options: &jsonOptions{}}
			if options < len(c.Args) {
				if o, ok := objects.As[*jsonOptions](c.Args[options]); ok {
					w.options = o
				}
			}
			if err := w.value(c.Args[0], 0); err != nil {
				return objects.Null, err
			}
			return objects.String(w.text.String()), nil
		}
	}
	return &objects.Declaration{
		Type: jsonSerializerType,
		Methods: []objects.Method{
			objects.Partial("static string Serialize(System.Object value, type inputType, System.Text.Json.JsonSerializerOptions options)", serialize(2)),
			objects.Partial("static string Serialize(System.Object value, System.Text.Json.JsonSerializerOptions options)", serialize(1)),
			objects.Partial("static string Serialize(System.Object value)", serialize(1)),
		},
	}
}

// maxJSONDepth is how deep the serializer follows lists within lists.
const maxJSONDepth = 64

// jsonWriter writes one value.
type jsonWriter struct {
	types   *objects.TypeTable
	options *jsonOptions
	text    strings.Builder
}

func (w *jsonWriter) value(v objects.Value, depth int) error {
	if depth > maxJSONDepth {
		return objects.NewException(objects.InvalidOperationException, "A possible object cycle was detected.")
	}
	v = v.Base()
	if s, ok := v.Str(); ok {
		w.string(s)
		return nil
	}
	if v.IsNull() {
		w.text.WriteString("null")
		return nil
	}
	if v.Kind() == objects.KindBoolean {
		w.text.WriteString(strconv.FormatBool(v.Bool()))
		return nil
	}
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		return w.dictionary(h, depth)
	}
	if e, ok := objects.Enumeration(v); ok {
		return w.list(e, depth)
	}
	text, err := w.types.ToString(v, "")
	if err != nil {
		return err
	}
	if k := v.Kind(); k >= objects.KindSByte && k <= objects.KindDouble {
		w.text.WriteString(text)
	} else {
		w.string(text)
	}
	return nil
}

func (w *jsonWriter) list(e objects.Enumerable, depth int) error {
	n := 0
	w.text.WriteByte('[')
	err := e.Enumerate(func(v objects.Value) error {
		w.separate(n, depth+1)
		n++
		return w.value(v, depth+1)
	})
	w.close(n, depth)
	w.text.WriteByte(']')
	return err
}

func (w *jsonWriter) dictionary(h *objects.Hashtable, depth int) error {
	n := 0
	w.text.WriteByte('{')
	for key, v := range h.Each {
		w.separate(n, depth+1)
		n++
		name, err := w.types.ToString(key, "")
		if err != nil {
			return err
		}
		w.string(name)
		w.text.WriteByte(':')
		if w.options.indented {
			w.text.WriteByte(' ')
		}
		if err := w.value(v, depth+1); err != nil {
			return err
		}
	}
	w.close(n, depth)
	w.text.WriteByte('}')
	return nil
}

// separate writes what stands before an element.
func (w *jsonWriter) separate(n, depth int) {
	if n > 0 {
		w.text.WriteByte(',')
	}
	w.line(depth)
}

func (w *jsonWriter) close(n, depth int) {
	if n > 0 {
		w.line(depth)
	}
}

func (w *jsonWriter) line(depth int) {
	if w.options.indented {
		w.text.WriteString("\n" + strings.Repeat("  ", depth))
	}
}

// string writes a text in quotes.
func (w *jsonWriter) string(s string) {
	relaxed := w.options.encoder != nil && w.options.encoder.relaxed
	w.text.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '\\':
			w.text.WriteString(`\\`)
		case r == '"' && relaxed:
			w.text.WriteString(`\"`)
		case r == '\n':
			w.text.WriteString(`\n`)
		case r == '\r':
			w.text.WriteString(`\r`)
		case r == '\t':
			w.text.WriteString(`\t`)
		case r == '\b':
			w.text.WriteString(`\b`)
		case r == '\f':
			w.text.WriteString(`\f`)
		case r < ' ' || r == 0x7f || r == utf8.RuneError || !relaxed && (r > 0x7f || strings.ContainsRune("<>&'+\"`", r)):
			w.escape(r)
		default:
			w.text.WriteRune(r)
		}
	}
	w.text.WriteByte('"')
}

// escape writes a character by its number, one beyond the first plane as two.
func (w *jsonWriter) escape(r rune) {
	if r >= 0x10000 {
		r -= 0x10000
		fmt.Fprintf(&w.text, `\u%04X\u%04X`, 0xD800+r>>10, 0xDC00+r&0x3FF)
		return
	}
	fmt.Fprintf(&w.text, `\u%04X`, r)
}
