package core

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// manifestWriter writes the entries of a manifest.
type manifestWriter struct {
	types  *objects.TypeTable
	indent string
	out    strings.Builder
	err    error
}

func (w *manifestWriter) line(text string) { w.out.WriteString(text) }

// entry writes one entry with a comment above it; a # stands in front of one that says
// nothing.
func (w *manifestWriter) entry(name, comment string, v objects.Value, given bool) {
	mark := ""
	if !given {
		mark = "# "
	}
	w.line(w.indent + "# " + comment + "\n" + w.indent + mark + name + " = " + w.literal(v) + "\n\n")
}

// literal is a value as the text of a data file.
func (w *manifestWriter) literal(v objects.Value) string {
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		var parts []string
		h.Each(func(k, value objects.Value) bool {
			name, _ := w.types.Text(k, " ")
			parts = append(parts, quote(name)+" = "+w.literal(value))
			return true
		})
		return "@{" + strings.Join(parts, "; ") + "}"
	}
	if list, ok := objects.Enumeration(v); ok {
		var parts []string
		if err := list.Enumerate(func(item objects.Value) error {
			parts = append(parts, w.literal(item))
			return nil
		}); err != nil {
			w.err = err
		}
		if parts == nil {
			return "@()"
		}
		return strings.Join(parts, ", ")
	}
	switch {
	case v.IsNull():
		return "''"
	case v.Type() == objects.BooleanType:
		if v.Bool() {
			return "$true"
		}
		return "$false"
	case objects.IsNumber(v):
		text, _ := w.types.Text(v, " ")
		return text
	}
	text, err := w.types.Text(v, " ")
	if err != nil {
		w.err = err
	}
	return quote(text)
}

func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
