package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// maxDetails is how deep Get-Error looks into exceptions inside exceptions.
const maxDetails = 10

// detailWriter writes what Get-Error shows: the properties of an error that say
// something, those of its exceptions and of its invocation below them.
type detailWriter struct {
	types   *objects.TypeTable
	colours errorColours
	label   string // the sequence before names
}

// RenderDetails is what Get-Error shows of an error or an exception.
func (s *Session) RenderDetails(v objects.Value, coloured bool) string {
	d := detailWriter{types: s.Types}
	if coloured {
		d.colours, d.label = s.errorColours(), s.Style.Formatting("FormatAccent")
	}
	return "\n" + d.object(v, 0, 1) + "\n"
}

func (s *Session) detailedView(r *ErrorRecord, coloured bool) string {
	return s.RenderDetails(objects.Of(r), coloured) + "\n"
}

// detail is a property with its value.
type detail struct {
	name  string
	value objects.Value
}

// object is the properties of v, a line each, without the last line break.
func (d *detailWriter) object(v objects.Value, indent, depth int) string {
	list, width := d.properties(v)
	prefix := strings.Repeat(" ", indent)
	lines := make([]string, len(list))
	for i, p := range list {
		label := p.name + strings.Repeat(" ", width-len(p.name))
		lines[i] = prefix + d.label + label + " : " + d.colours.reset + d.value(p, indent+4, depth)
	}
	return strings.Join(lines, "\n")
}

// properties are those with a value that is neither null, false, 0 nor empty, and
// the width of their names; empty dictionaries count for the width alone.
func (d *detailWriter) properties(v objects.Value) (list []detail, width int) {
	if e, ok := objects.As[*objects.Exception](v); ok {
		list = append(list, detail{"Type", objects.String(e.Type().FullName)})
		width = len("Type")
	}
	for _, name := range d.types.PropertyNames(v) {
		value, _, err := d.types.GetProperty(v, name)
		if err != nil || name == errorIndex || !d.tells(value) {
			continue
		}
		width = max(width, len(name))
		if h, ok := objects.As[*objects.Hashtable](value); !ok || h.Len() > 0 {
			list = append(list, detail{name, value})
		}
	}
	return list, width
}

// errorIndex is the property of Get-Error's objects that is not shown.
const errorIndex = "PSErrorIndex"

func (d *detailWriter) tells(v objects.Value) bool {
	if text, ok := v.Str(); ok {
		return text != ""
	}
	if e, ok := objects.Enumeration(v); ok {
		return e.Enumerate(func(objects.Value) error { return errBreak }) != nil
	}
	return !v.IsNull() && (v.Kind() == objects.KindObject || d.types.Truth(v))
}

// value is the text of a property's value; an object of interest is shown by its
// own properties, further in.
func (d *detailWriter) value(p detail, indent, depth int) string {
	switch p.value.Base().Ref().(type) {
	case *objects.Exception, *ErrorRecord, *InvocationInfo:
		if depth >= maxDetails {
			return "…"
		}
		return "\n" + d.object(p.value, indent, depth+1)
	}
	if e, ok := objects.Enumeration(p.value); ok {
		return d.elements(e, indent, depth)
	}
	text, err := d.types.Text(p.value, " ")
	if err != nil {
		return ""
	}
	if p.name == "Message" {
		text = d.colours.text + text
	}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n"+strings.Repeat(" ", indent-4+len(p.name)+3))
}

// elements are the elements of a list, one below the other.
func (d *detailWriter) elements(e objects.Enumerable, indent, depth int) string {
	var b strings.Builder
	_ = e.Enumerate(func(v objects.Value) error {
		b.WriteString("\n" + strings.TrimPrefix(d.value(detail{value: v}, indent, depth), "\n"))
		return nil
	})
	return b.String()
}
