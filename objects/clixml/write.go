package clixml

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/xml"
)

// maxNesting bounds lists in lists: what is deeper becomes text.
const maxNesting = 100

// streamDepth is how deep properties are kept between two shells.
const streamDepth = 2

// StreamMark is the line that begins what a shell writes for another.
const StreamMark = "#< CLIXML"

// Writer writes objects one after the other.
type Writer struct {
	ctx      context.Context
	types    *objects.TypeTable
	out      *markup.Writer
	depth    int
	elements map[string]string // of simple types, by the type's name
	places   map[any]int       // RefId of the parts of the object at work
	next     int               // the next RefId
	names    map[string]int    // RefId of lists of type names
	nesting  int
	stream   string // of the object at work, until its element has begun
}

// NewWriter makes a writer of objects whose properties are kept down to the depth. What
// it writes goes to put.
func NewWriter(ctx context.Context, types *objects.TypeTable, depth int, put func(s string) error) *Writer {
	return newWriter(ctx, types, depth, markup.Format{Indent: true, NoDeclaration: true, KeepsLineBreaks: true}, put)
}

func newWriter(ctx context.Context, types *objects.TypeTable, depth int, format markup.Format, put func(s string) error) *Writer {
	w := &Writer{ctx: ctx, types: types, depth: depth, elements: map[string]string{}, names: map[string]int{}}
	for _, s := range simple() {
		w.elements[s.name] = s.element
	}
	w.out = markup.NewWriter(format, put)
	w.out.StartElement("", "Objs", space)
	w.out.Attribute("", "Version", "", "1.1.0.1")
	return w
}

// NewStreamWriter makes a writer of what one shell tells another: objects with the
// streams that they come from, on one line.
func NewStreamWriter(ctx context.Context, types *objects.TypeTable, put func(s string) error) *Writer {
	return newWriter(ctx, types, streamDepth, markup.Format{NoDeclaration: true, KeepsLineBreaks: true}, put)
}

// WriteTo writes one object of a stream: Output, Error, Warning, Verbose or Debug.
func (w *Writer) WriteTo(stream string, v objects.Value) error {
	w.stream = stream
	return w.Write(v)
}

// Write writes one object. What it and the others share is written for each.
func (w *Writer) Write(v objects.Value) error {
	w.places = map[any]int{}
	if err := w.value(v, "", w.depth); err != nil {
		return err
	}
	return w.out.Err()
}

// Close ends the document.
func (w *Writer) Close() error {
	w.out.EndElement(false)
	return w.out.Err()
}

func (w *Writer) start(element, name string) {
	w.out.StartElement("", element, space)
	if w.stream != "" {
		w.out.Attribute("", "S", "", w.stream)
		w.stream = ""
	}
	if name != "" {
		w.out.Attribute("", "N", "", encode(name))
	}
}

func (w *Writer) end() { w.out.EndElement(false) }

// element writes an element that holds a text.
func (w *Writer) element(element, name, text string) {
	w.start(element, name)
	w.out.Text(encode(text))
	w.out.EndElement(true)
}

// value writes a value; depth is how many levels of properties are still kept. Lists
// and dictionaries do not count.
func (w *Writer) value(v objects.Value, name string, depth int) error {
	if v.IsNull() {
		w.start("Nil", name)
		w.end()
		return w.out.Err()
	}
	p, wrapped := v.Ref().(*objects.PSObject)
	extended := wrapped && !p.IsCustom() && p.Shape().Len() > 0
	if !extended {
		if done, err := w.simple(v.Base(), name); done || err != nil {
			return err
		}
	}
	_, dictionary := objects.As[*objects.Hashtable](v)
	_, list := objects.Enumeration(v)
	custom := wrapped && p.IsCustom()
	tooDeep := w.nesting >= maxNesting || depth < 0 && !dictionary && !list && !extended
	if tooDeep && !custom {
		text, err := w.types.ToString(v, "")
		if err != nil {
			return err
		}
		w.element("S", name, text)
		return w.out.Err()
	}
	if t := v.Type(); t == nil || !t.Is(objects.ValueTypeAttr) {
		if at, ok := w.places[identity(v)]; ok {
			w.start("Ref", name)
			w.out.Attribute("", "RefId", "", strconv.Itoa(at))
			w.end()
			return w.out.Err()
		}
		w.places[identity(v)] = w.next
	}
	w.start("Obj", name)
	w.out.Attribute("", "RefId", "", strconv.Itoa(w.next))
	w.next++
	w.nesting++
	defer func() { w.nesting-- }()
	if extended {
		if done, err := w.simple(v.Base(), ""); done || err != nil {
			return w.finish(p, depth, err)
		}
	}
	w.typeNames(v)
	err := error(nil)
	if !tooDeep {
		err = w.content(v, p, depth)
	}
	return w.finish(p, depth, err)
}

// identity is what two references to one object share.
func identity(v objects.Value) any {
	if base := v.Base().Ref(); base != nil {
		return base
	}
	return v.Ref()
}

// finish writes the members of an object's own, and ends it.
func (w *Writer) finish(p *objects.PSObject, depth int, err error) error {
	if err == nil && p != nil && depth >= 0 {
		err = w.ownMembers(p, depth)
	}
	w.end()
	if err == nil {
		err = w.out.Err()
	}
	return err
}

// simple writes a value of a type that has an element of its own.
func (w *Writer) simple(v objects.Value, name string) (bool, error) {
	t := v.Type()
	if t == nil {
		return false, nil
	}
	element, ok := w.elements[t.FullName]
	if !ok {
		return false, nil
	}
	text, err := w.simpleText(v, element)
	if err == nil {
		w.element(element, name, text)
		err = w.out.Err()
	}
	return true, err
}

func (w *Writer) simpleText(v objects.Value, element string) (string, error) {
	switch element {
	case "S":
		text, _ := v.Str()
		return text, nil
	case "C":
		return strconv.FormatUint(v.Bits(), 10), nil
	case "BA":
		list, _ := objects.As[*objects.Array](v)
		raw := make([]byte, list.Len())
		for i := range raw {
			raw[i] = byte(list.At(i).Bits())
		}
		return base64.StdEncoding.EncodeToString(raw), nil
	case "SS":
		secret, _ := objects.As[*automation.SecureString](v)
		return secret.Hex(), nil
	case "XD":
		outer, _, err := w.types.GetProperty(v, "OuterXml")
		text, _ := outer.Str()
		return text, err
	case "SBK", "URI", "Version", "G":
		return w.types.ToString(v, "")
	}
	return xml.SimpleText(w.types, v)
}

// typeNames writes the types of an object, or where they stand already.
func (w *Writer) typeNames(v objects.Value) {
	names := objects.TypeNames(v)
	key := strings.Join(names, "\n")
	at, known := w.names[key]
	if known {
		w.start("TNRef", "")
		w.out.Attribute("", "RefId", "", strconv.Itoa(at))
		w.end()
		return
	}
	at = len(w.names)
	w.names[key] = at
	w.start("TN", "")
	w.out.Attribute("", "RefId", "", strconv.Itoa(at))
	for _, name := range names {
		w.element("T", "", name)
	}
	w.end()
}

// content writes what an object holds beside the members of its own.
func (w *Writer) content(v objects.Value, p *objects.PSObject, depth int) error {
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		return w.dictionary(h, depth)
	}
	if list, ok := objects.Enumeration(v); ok {
		return w.list(list, v.Type(), depth)
	}
	if p != nil && p.IsCustom() {
		return nil
	}
	text, err := w.types.ToString(v, "")
	if err != nil {
		return err
	}
	w.element("ToString", "", text)
	if t := v.Base().Type(); t != nil && t.Enum != nil {
		w.element("I32", "", strconv.FormatInt(v.Base().Int64(), 10))
		return nil
	}
	return w.properties(v, depth)
}

func (w *Writer) dictionary(h *objects.Hashtable, depth int) (err error) {
	w.start("DCT", "")
	h.Each(func(k, v objects.Value) bool {
		w.start("En", "")
		if err = w.value(k, "Key", depth); err == nil {
			err = w.value(v, "Value", depth)
		}
		w.end()
		return err == nil
	})
	w.end()
	return err
}

func (w *Writer) list(list objects.Enumerable, t *objects.Type, depth int) error {
	element := "LST"
	switch name := t.FullName; {
	case strings.HasPrefix(name, "System.Collections.Queue"):
		element = "QUE"
	case strings.HasPrefix(name, "System.Collections.Stack"):
		element = "STK"
	default:
		if _, indexed := list.(objects.Indexed); !indexed {
			element = "IE"
		}
	}
	w.start(element, "")
	err := list.Enumerate(func(item objects.Value) error { return w.value(item, "", depth) })
	w.end()
	return err
}

// properties writes the properties that an object's type has; one that fails is left
// out.
func (w *Writer) properties(v objects.Value, depth int) error {
	w.start("Props", "")
	for _, m := range w.types.Members(v.Base(), false) {
		if m.Kind != objects.PropertyMember || m.Static || m.Hidden {
			continue
		}
		value, ok, err := w.types.GetProperty(v.Base(), m.Name)
		if err != nil || !ok {
			continue
		}
		if err := w.value(value, m.Name, depth-1); err != nil {
			return err
		}
	}
	w.end()
	return nil
}

// ownMembers writes the properties that an object has of its own, what calculated ones
// give at the time.
func (w *Writer) ownMembers(p *objects.PSObject, depth int) error {
	shape := p.Shape()
	if shape.Len() == 0 {
		return nil
	}
	w.start("MS", "")
	for i := range shape.Len() {
		name, value := shape.Name(i), p.At(i)
		switch shape.Kind(i) {
		case objects.NotePropertyMember:
		case objects.ScriptPropertyMember:
			var err error
			if value, _, err = w.types.GetProperty(objects.Of(p), name); err != nil {
				continue
			}
		default:
			continue
		}
		if err := w.value(value, name, depth-1); err != nil {
			return err
		}
	}
	w.end()
	return nil
}
