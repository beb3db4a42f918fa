package style

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// SequenceLength is the length in bytes of the escape sequence of decoration
// (a colour or style, a hyperlink) that s begins with; 0 where it begins with
// none.
func SequenceLength(s string) int {
	if len(s) < 3 || s[0] != '\x1b' {
		return 0
	}
	switch s[1] {
	case '[':
		return ColourLength(s)
	case ']':
		return hyperlinkLength(s)
	}
	return 0
}

// ColourLength is [SequenceLength] for colours and styles alone (SGR).
func ColourLength(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == ';':
		case c == 'm':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// hyperlinkLength is the length of the sequence that begins or ends a link:
// ESC ] 8 ; ; address ESC \.
func hyperlinkLength(s string) int {
	const start, end = "\x1b]8;;", "\x1b\\"
	if !strings.HasPrefix(s, start) {
		return 0
	}
	n := strings.Index(s[len(start):], end)
	if n < 0 {
		return 0
	}
	return len(start) + n + len(end)
}

// Plain is s without colours and links.
func Plain(s string) string {
	if strings.IndexByte(s, '\x1b') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if size := SequenceLength(s[i:]); size > 0 {
			i += size
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// decorated is a text that knows its length without sequences
// (System.Management.Automation.Internal.StringDecorated).
type decorated struct{ text string }

// Type is System.Management.Automation.Internal.StringDecorated.
func (decorated) Type() *objects.Type { return decoratedType }

// Text is the text with its sequences.
func (d decorated) Text() (string, error) { return d.text, nil }

func decoratedDeclaration() *objects.Declaration {
	own := func(v objects.Value) string { d, _ := objects.As[decorated](v); return d.text }
	return &objects.Declaration{
		Type: decoratedType,
		Constructors: []objects.Method{objects.Total("new(string text)", func(c *objects.Call) objects.Value {
			return objects.Of(decorated{c.Str(0)})
		})},
		Properties: []objects.Property{
			objects.Reads("bool IsDecorated {get;}", func(this objects.Value) objects.Value { return objects.Bool(strings.Contains(own(this), "\x1b")) }),
			objects.Reads("int ContentLength {get;}", func(this objects.Value) objects.Value { return objects.Int(utf16.Len(Plain(own(this)))) }),
		},
		Methods: []objects.Method{
			objects.Total("string ToString()", func(c *objects.Call) objects.Value { return objects.String(own(c.This)) }),
			objects.Total("string ToString(System.Management.Automation.OutputRendering outputRendering)", func(c *objects.Call) objects.Value {
				if Rendering(c.Int(0)) == PlainText {
					return objects.String(Plain(own(c.This)))
				}
				return objects.String(own(c.This))
			}),
		},
	}
}
