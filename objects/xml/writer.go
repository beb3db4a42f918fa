package xml

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/markup"
	objtext "github.com/csshell/csshell/objects/text"
)

// The types of writers.
var (
	WriterType         = &objects.Type{FullName: "System.Xml.XmlWriter", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	TextWriterType     = &objects.Type{FullName: "System.Xml.XmlTextWriter", Base: WriterType, Kind: objects.KindObject}
	wellFormedType     = &objects.Type{FullName: "System.Xml.XmlWellFormedWriter", Base: WriterType, Kind: objects.KindObject}
	WriterSettingsType = &objects.Type{FullName: "System.Xml.XmlWriterSettings", Kind: objects.KindObject}
	formattingType     = &objects.Type{FullName: "System.Xml.Formatting", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"None", "Indented"},
		Values: []int64{0, 1},
	}}
	newLinesType = &objects.Type{FullName: "System.Xml.NewLineHandling", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Replace", "Entitize", "None"},
		Values: []int64{0, 1, 2},
	}}
	conformanceType = &objects.Type{FullName: "System.Xml.ConformanceLevel", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Auto", "Fragment", "Document"},
		Values: []int64{0, 1, 2},
	}}
	writeStateType = &objects.Type{FullName: "System.Xml.WriteState", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Start", "Prolog", "Element", "Attribute", "Content", "Closed", "Error"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6},
	}}
)

// writer writes XML to a text or a stream (System.Xml.XmlWriter).
type writer struct {
	*markup.Writer
	typ        *objects.Type
	settings   *writerSettings // of XmlWriter.Create
	finish     func() error    // passes on what is written
	close      func() error
	indentSize int
	indentChar string
	closed     bool
}

// Type is the writer's type.
func (w *writer) Type() *objects.Type { return w.typ }

func writerOf(v value) *writer {
	if w, ok := objects.As[*writer](v); ok {
		return w
	}
	return &writer{Writer: markup.NewWriter(markup.Format{}, func(string) error { return nil }), typ: TextWriterType}
}

// node writes a node and all below it.
func (w *writer) node(n *markup.Node) error {
	if n == nil {
		return nil
	}
	w.Node(n)
	return w.Err()
}

// document writes a document, with a declaration where none was written yet.
func (w *writer) document(d *markup.Node) error {
	first := d.First
	if !w.Started() && first != nil {
		standalone := ""
		if first.Kind == markup.Declaration {
			standalone = part(first.Data, "standalone")
			first = first.Next
		}
		w.StartDocument(standalone)
	}
	for n := first; n != nil; n = n.Next {
		w.Node(n)
	}
	if err := w.Err(); err != nil {
		return err
	}
	return w.flush()
}

func (w *writer) flush() error {
	if err := w.Err(); err != nil || w.finish == nil {
		return err
	}
	return w.finish()
}

// textWriter is an XmlTextWriter on a TextWriter.
func textWriter(v value) (*writer, error) {
	t, ok := objects.As[*io.Writer](v)
	if !ok {
		return nil, objects.NullArgument("writer")
	}
	w := &writer{typ: TextWriterType, finish: t.Flush, close: t.Close, indentSize: 2, indentChar: " "}
	w.Writer = markup.NewWriter(markup.Format{Encoding: t.Encoding().Name, BreakEmpty: true}, t.WriteText)
	return w, nil
}

// output is where XmlWriter.Create or XmlTextWriter writes to: a file, a
// stream, a TextWriter or a StringBuilder.
type output struct {
	put           func(s string) error
	finish, close func() error
	encoding      string
}

func outputOf(v value, e *encoding.Encoding) (output, error) {
	switch t := v.Base().Ref().(type) {
	case *objtext.StringBuilder:
		return output{put: t.AppendText, encoding: "utf-16"}, nil
	case *io.Writer:
		return output{put: t.WriteText, finish: t.Flush, encoding: t.Encoding().Name}, nil
	case *io.Stream:
		w := io.NewWriter(t, e)
		return output{put: w.WriteText, finish: w.Flush, close: w.Flush, encoding: e.Name}, nil
	case string:
		w, err := io.CreateText(t, e)
		if err != nil {
			return output{}, err
		}
		return output{put: w.WriteText, finish: w.Flush, close: w.Close, encoding: e.Name}, nil
	}
	return output{}, objects.NullArgument("output")
}

// makeWriter is XmlWriter.Create.
func makeWriter(c *call) (value, error) {
	s := newWriterSettings()
	if len(c.Args) > 1 {
		if given, ok := objects.As[*writerSettings](c.Args[1]); ok {
			s = given
		}
	}
	to, err := outputOf(c.Args[0], s.encoding)
	if err != nil {
		return objects.Null, err
	}
	f := s.format
	f.Encoding = to.encoding
	w := &writer{Writer: markup.NewWriter(f, to.put), typ: wellFormedType, settings: s, finish: to.finish, close: to.close}
	if s.closeOutput {
		if t, ok := objects.As[*io.Writer](c.Args[0]); ok {
			w.close = t.Close
		}
	}
	return objects.Of(w), nil
}

// makeTextWriter is new XmlTextWriter.
func makeTextWriter(c *call) (value, error) {
	e := encoding.UTF8(false)
	if len(c.Args) > 1 {
		if given, ok := objects.As[*objtext.Encoding](c.Args[1]); ok {
			e = given.Encoding
		}
	}
	to, err := outputOf(c.Args[0], e)
	if err != nil {
		return objects.Null, err
	}
	if t, ok := objects.As[*io.Writer](c.Args[0]); ok {
		to.close = t.Close
	}
	w := &writer{typ: TextWriterType, finish: to.finish, close: to.close, indentSize: 2, indentChar: " "}
	w.Writer = markup.NewWriter(markup.Format{Encoding: to.encoding, BreakEmpty: true}, to.put)
	return objects.Of(w), nil
}

// writerSettings is System.Xml.XmlWriterSettings.
type writerSettings struct {
	format      markup.Format
	encoding    *encoding.Encoding
	closeOutput bool
	conformance int64
	newLines    int64
	check       bool
	async       bool
}

// Type is System.Xml.XmlWriterSettings.
func (*writerSettings) Type() *objects.Type { return WriterSettingsType }

func newWriterSettings() *writerSettings {
	return &writerSettings{format: markup.Format{IndentChars: "  ", NewLine: "\n"}, encoding: encoding.UTF8(true), conformance: 2, check: true}
}

func settingsOf(v value) *writerSettings {
	if s, ok := objects.As[*writerSettings](v); ok {
		return s
	}
	return newWriterSettings()
}

func writerSettingsDeclaration() *objects.Declaration {
	flag := func(name string, of func(s *writerSettings) *bool) objects.Property {
		return objects.Property{
			Signature: "bool " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return truth(*of(settingsOf(v))), nil },
			Set:       func(this, v value) error { *of(settingsOf(this)) = v.Bool(); return nil },
		}
	}
	chars := func(name string, of func(s *writerSettings) *string) objects.Property {
		return objects.Property{
			Signature: "string " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return text(*of(settingsOf(v))), nil },
			Set:       func(this, v value) error { *of(settingsOf(this)) = str(v); return nil },
		}
	}
	choice := func(name string, t *objects.Type, of func(s *writerSettings) *int64) objects.Property {
		return objects.Property{
			Signature: t.FullName + " " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return objects.Word(t, uint64(*of(settingsOf(v)))), nil },
			Set:       func(this, v value) error { *of(settingsOf(this)) = v.Int64(); return nil },
		}
	}
	return &objects.Declaration{
		Type:         WriterSettingsType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(newWriterSettings()) })},
		Properties: []objects.Property{
			flag("Async", func(s *writerSettings) *bool { return &s.async }),
			flag("CheckCharacters", func(s *writerSettings) *bool { return &s.check }),
			flag("CloseOutput", func(s *writerSettings) *bool { return &s.closeOutput }),
			choice("ConformanceLevel", conformanceType, func(s *writerSettings) *int64 { return &s.conformance }),
			{
				Signature: "System.Text.Encoding Encoding {get;set;}",
				Get:       func(v value) (value, error) { return objects.Of(objtext.NewEncoding(settingsOf(v).encoding)), nil },
				Set: func(this, v value) error {
					if e, ok := objects.As[*objtext.Encoding](v); ok {
						settingsOf(this).encoding = e.Encoding
					}
					return nil
				},
			},
			flag("Indent", func(s *writerSettings) *bool { return &s.format.Indent }),
			chars("IndentChars", func(s *writerSettings) *string { return &s.format.IndentChars }),
			chars("NewLineChars", func(s *writerSettings) *string { return &s.format.NewLine }),
			choice("NewLineHandling", newLinesType, func(s *writerSettings) *int64 { return &s.newLines }),
			flag("NewLineOnAttributes", func(s *writerSettings) *bool { return &s.format.EachAttribute }),
			flag("OmitXmlDeclaration", func(s *writerSettings) *bool { return &s.format.NoDeclaration }),
		},
		Methods: []objects.Method{
			total("System.Xml.XmlWriterSettings Clone()", func(c *call) value { s := *settingsOf(c.This); return objects.Of(&s) }),
		},
	}
}
