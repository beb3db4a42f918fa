package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/markup"
)

// The types of readers.
var (
	ReaderType         = &objects.Type{FullName: "System.Xml.XmlReader", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	NodeReaderType     = &objects.Type{FullName: "System.Xml.XmlNodeReader", Base: ReaderType, Kind: objects.KindObject}
	TextReaderType     = &objects.Type{FullName: "System.Xml.XmlTextReader", Base: ReaderType, Kind: objects.KindObject}
	textReaderImplType = &objects.Type{FullName: "System.Xml.XmlTextReaderImpl", Base: ReaderType, Kind: objects.KindObject}
	ReaderSettingsType = &objects.Type{FullName: "System.Xml.XmlReaderSettings", Kind: objects.KindObject}
	dtdType            = &objects.Type{FullName: "System.Xml.DtdProcessing", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Prohibit", "Ignore", "Parse"},
		Values: []int64{0, 1, 2},
	}}
	readStateType = &objects.Type{FullName: "System.Xml.ReadState", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Initial", "Interactive", "Error", "EndOfFile", "Closed"},
		Values: []int64{0, 1, 2, 3, 4},
	}}
)

// reader goes through a document node by node (System.Xml.XmlReader).
type reader struct {
	typ       *objects.Type
	root      *markup.Node // what is read
	outer     bool         // whether the root itself is read, an element
	node      *markup.Node // where the reader stands; nil before and after
	ending    bool         // at the end tag of node
	attribute int          // place of the attribute it stands at; -1 for none
	state     uint64       // ReadState
	depth     int
}

// Type is the reader's type.
func (r *reader) Type() *objects.Type { return r.typ }

func newReader(t *objects.Type, root *markup.Node) *reader {
	return &reader{typ: t, root: root, outer: root.Kind == markup.Element, attribute: -1}
}

func readerOf(v value) *reader {
	if r, ok := objects.As[*reader](v); ok {
		return r
	}
	return newReader(NodeReaderType, markup.NewDocument())
}

// read goes to the next node and reports whether there is one.
func (r *reader) read() bool {
	r.attribute = -1
	switch {
	case r.state > 1:
		return false
	case r.state == 0:
		r.state = 1
		if r.outer {
			r.node = r.root
			return true
		}
		return r.enter(r.root.First)
	case !r.ending && r.node.First != nil:
		r.depth++
		return r.enter(r.node.First)
	case !r.ending && r.node.Kind == markup.Element && !r.node.Short:
		r.ending = true
		return true
	case r.node == r.root:
		return r.enter(nil)
	case r.node.Next != nil:
		return r.enter(r.node.Next)
	}
	return r.leave()
}

func (r *reader) enter(n *markup.Node) bool {
	r.node, r.ending = n, false
	if n == nil {
		r.state = 3
	}
	return n != nil
}

// leave goes to the end tag of the parent.
func (r *reader) leave() bool {
	parent := r.node.Parent
	if parent == nil || parent.Kind != markup.Element || parent == r.root && !r.outer {
		return r.enter(nil)
	}
	r.node, r.ending = parent, true
	r.depth--
	return true
}

// skip goes past the node and all below it.
func (r *reader) skip() {
	n := r.node
	if n == nil || n.Kind != markup.Element || r.ending || n.First == nil {
		r.read()
		return
	}
	r.ending = true
	r.read()
}

// at is the node or attribute that the reader stands at; nil before and after.
func (r *reader) at() *markup.Node {
	if r.node != nil && r.attribute >= 0 && r.attribute < len(r.node.Attributes) {
		return r.node.Attributes[r.attribute]
	}
	return r.node
}

func (r *reader) kind() markup.Kind {
	switch n := r.at(); {
	case n == nil:
		return markup.None
	case r.ending && r.attribute < 0:
		return markup.EndElement
	default:
		return n.Kind
	}
}

// start reports whether the reader, after white space and comments, stands at
// a start tag.
func (r *reader) start() bool { return r.content() == markup.Element }

// content goes on to the next node that is neither white space nor a comment
// (MoveToContent).
func (r *reader) content() markup.Kind {
	r.attribute = -1
	for {
		switch k := r.kind(); k {
		case markup.None:
			if r.state > 0 || !r.read() {
				return markup.None
			}
		case markup.Comment, markup.Whitespace, markup.SignificantWhitespace, markup.ProcessingInstruction, markup.Declaration, markup.DocumentType:
			if !r.read() {
				return markup.None
			}
		default:
			return k
		}
	}
}

// find goes on until a start tag fits; inside bounds it to what is below an
// element, nil does not.
func (r *reader) find(fits func(n *markup.Node) bool, inside *markup.Node) bool {
	for r.read() {
		if inside != nil && !r.node.Within(inside) || r.ending && r.node == inside {
			return false
		}
		if r.kind() == markup.Element && fits(r.node) {
			return true
		}
	}
	return false
}

// takeText is the text from where the reader stands to the next tag.
func (r *reader) takeText() string {
	var b strings.Builder
	if r.kind() == markup.Element {
		if r.node.First == nil {
			return ""
		}
		r.read()
	}
	for {
		switch r.kind() {
		case markup.Text, markup.CData, markup.Whitespace, markup.SignificantWhitespace:
			b.WriteString(r.node.Data)
		case markup.Comment, markup.ProcessingInstruction:
		default:
			return b.String()
		}
		if !r.read() {
			return b.String()
		}
	}
}

// takeElement is the text of the element that the reader stands at, which it
// goes past.
func (r *reader) takeElement() (string, error) {
	if !r.start() {
		return "", objects.NewException(ExceptionType, "'"+kindName(r.kind())+"' is an invalid XmlNodeType.")
	}
	n := r.node
	for c := n.First; c != nil; c = c.Next {
		if c.Kind == markup.Element {
			return "", objects.NewException(ExceptionType, "ReadElementContentAs() methods cannot be called on an element that has child elements.")
		}
	}
	r.skip()
	return n.InnerText(), nil
}

func streamText(v value) (string, error) {
	s, ok := objects.As[*io.Stream](v)
	if !ok {
		return "", objects.NullArgument("stream")
	}
	b, err := io.ReadAll(s)
	return decode(b), err
}

func readerText(c *call) (string, error) {
	r, ok := objects.As[*io.Reader](c.Args[0])
	if !ok {
		return "", objects.NullArgument("reader")
	}
	return r.Rest()
}

// readSettings is System.Xml.XmlReaderSettings.
type readSettings struct {
	markup.Options
	dtd         int64
	conformance int64
	noSpace     bool
	closeInput  bool
	check       bool
}

// Type is System.Xml.XmlReaderSettings.
func (*readSettings) Type() *objects.Type { return ReaderSettingsType }

func newReadSettings() *readSettings { return &readSettings{conformance: 2, check: true} }

func (s *readSettings) options() markup.Options {
	return markup.Options{Fragment: s.conformance != 2, Whitespace: !s.noSpace, NoComments: s.NoComments, NoPI: s.NoPI, NoDTD: s.dtd == 0, AnyCharacters: !s.check}
}

// makeReader is XmlReader.Create and new XmlTextReader: the document is read at
// once.
func makeReader(t *objects.Type) func(c *call) (value, error) {
	return func(c *call) (value, error) {
		s := newReadSettings()
		if t == TextReaderType {
			s.dtd = 2
		}
		if len(c.Args) > 1 {
			if given, ok := objects.As[*readSettings](c.Args[1]); ok {
				s = given
			}
		}
		source, err := sourceText(c)
		if err != nil {
			return objects.Null, err
		}
		d, err := markup.Parse(source, s.options())
		if err != nil {
			return objects.Null, raised(err)
		}
		return objects.Of(newReader(t, d)), nil
	}
}

func sourceText(c *call) (string, error) {
	switch c.Args[0].Base().Ref().(type) {
	case *io.Stream:
		return streamText(c.Args[0])
	case *io.Reader:
		return readerText(c)
	}
	return ReadFile(c.Str(0))
}
