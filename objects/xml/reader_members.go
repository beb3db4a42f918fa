package xml

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
)

func readerDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: ReaderType, Properties: readerProperties()}
	d.Methods = append(readerMoves(), readerTexts()...)
	for _, from := range [...]string{"string inputUri", "System.IO.Stream input", "System.IO.TextReader input"} {
		d.Methods = append(d.Methods, partial("static System.Xml.XmlReader Create("+from+")", makeReader(textReaderImplType)),
			partial("static System.Xml.XmlReader Create("+from+", System.Xml.XmlReaderSettings settings)", makeReader(textReaderImplType)))
	}
	return d
}

func nodeReaderDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: NodeReaderType,
		Constructors: []objects.Method{partial("new(System.Xml.XmlNode node)", func(c *call) (value, error) {
			n := NodeOf(c.Args[0])
			if n == nil {
				return objects.Null, objects.NullArgument("node")
			}
			return objects.Of(newReader(NodeReaderType, n)), nil
		})},
	}
}

func textReaderDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: TextReaderType}
	for _, from := range [...]string{"string url", "System.IO.Stream input", "System.IO.TextReader input"} {
		d.Constructors = append(d.Constructors, partial("new("+from+")", makeReader(TextReaderType)))
	}
	return d
}

func readerProperties() []objects.Property {
	node := func(signature string, of func(n *markup.Node) value, none value) objects.Property {
		return reads(signature, func(v value) value {
			if n := readerOf(v).at(); n != nil {
				return of(n)
			}
			return none
		})
	}
	return []objects.Property{
		reads("int AttributeCount {get;}", func(v value) value {
			if r := readerOf(v); r.node != nil && !r.ending {
				return objects.Int(len(r.node.Attributes))
			}
			return objects.Int(0)
		}),
		reads("int Depth {get;}", func(v value) value {
			r := readerOf(v)
			if r.attribute >= 0 {
				return objects.Int(r.depth + 1)
			}
			return objects.Int(r.depth)
		}),
		reads("bool EOF {get;}", func(v value) value { return truth(readerOf(v).state == 3) }),
		reads("bool HasAttributes {get;}", func(v value) value {
			r := readerOf(v)
			return truth(r.node != nil && len(r.node.Attributes) > 0)
		}),
		reads("bool HasValue {get;}", func(v value) value {
			switch readerOf(v).kind() {
			case markup.None, markup.Element, markup.EndElement, markup.Document, markup.EntityReference:
				return truth(false)
			}
			return truth(true)
		}),
		reads("bool IsEmptyElement {get;}", func(v value) value {
			r := readerOf(v)
			return truth(r.kind() == markup.Element && r.node.Short)
		}),
		node("string LocalName {get;}", func(n *markup.Node) value { return text(n.Local) }, text("")),
		node("string Name {get;}", func(n *markup.Node) value {
			if n.Local == "" && n.Kind != markup.Declaration {
				return text("")
			}
			return text(n.Name())
		}, text("")),
		node("string NamespaceURI {get;}", func(n *markup.Node) value { return text(n.Space) }, text("")),
		reads("System.Xml.XmlNodeType NodeType {get;}", func(v value) value { return kindValue(readerOf(v).kind()) }),
		node("string Prefix {get;}", func(n *markup.Node) value { return text(n.Prefix) }, text("")),
		reads("System.Xml.ReadState ReadState {get;}", func(v value) value { return objects.Word(readStateType, readerOf(v).state) }),
		node("string Value {get;}", func(n *markup.Node) value { return text(n.Data) }, text("")),
	}
}

// moves is a method of a reader that answers whether it moved.
func moves(signature string, move func(r *reader, c *call) bool) objects.Method {
	return total(signature, func(c *call) value { return truth(move(readerOf(c.This), c)) })
}

// fits is the test of the name, or local name and namespace, that a call gives.
func fits(c *call) func(n *markup.Node) bool {
	if len(c.Args) > 1 {
		local, space := c.Str(0), c.Str(1)
		return func(n *markup.Node) bool { return n.Local == local && n.Space == space }
	}
	name := c.Str(0)
	return func(n *markup.Node) bool { return n.Name() == name }
}

func readerMoves() []objects.Method {
	sibling := func(r *reader, c *call) bool {
		for r.node != nil {
			parent := r.node.Parent
			if r.skip(); r.node == nil || r.node.Parent != parent || r.ending {
				return false
			}
			if r.kind() == markup.Element && fits(c)(r.node) {
				return true
			}
		}
		return false
	}
	descendant := func(r *reader, c *call) bool { return r.find(fits(c), r.node) }
	following := func(r *reader, c *call) bool { return r.find(fits(c), nil) }
	to := func(r *reader, i int) bool {
		if r.node == nil || r.ending || i < 0 || i >= len(r.node.Attributes) {
			return false
		}
		r.attribute = i
		return true
	}
	return []objects.Method{
		moves("bool Read()", func(r *reader, _ *call) bool { return r.read() }),
		moves("bool MoveToFirstAttribute()", func(r *reader, _ *call) bool { return to(r, 0) }),
		moves("bool MoveToNextAttribute()", func(r *reader, _ *call) bool { return to(r, r.attribute+1) }),
		moves("bool MoveToAttribute(string name)", func(r *reader, c *call) bool {
			for i := 0; r.node != nil && i < len(r.node.Attributes); i++ {
				if r.node.Attributes[i].Name() == c.Str(0) {
					return to(r, i)
				}
			}
			return false
		}),
		partial("void MoveToAttribute(int i)", func(c *call) (value, error) {
			if !to(readerOf(c.This), c.Int(0)) {
				return objects.Null, objects.OutOfRange("Specified argument was out of the range of valid values.", "i")
			}
			return objects.AutomationNull(), nil
		}),
		moves("bool MoveToElement()", func(r *reader, _ *call) bool {
			moved := r.attribute >= 0
			r.attribute = -1
			return moved
		}),
		total("System.Xml.XmlNodeType MoveToContent()", func(c *call) value { return kindValue(readerOf(c.This).content()) }),
		moves("bool IsStartElement()", func(r *reader, _ *call) bool { return r.start() }),
		moves("bool IsStartElement(string name)", func(r *reader, c *call) bool { return r.start() && fits(c)(r.node) }),
		moves("bool IsStartElement(string localname, string ns)", func(r *reader, c *call) bool { return r.start() && fits(c)(r.node) }),
		moves("bool ReadToFollowing(string name)", following),
		moves("bool ReadToFollowing(string localName, string namespaceURI)", following),
		moves("bool ReadToDescendant(string name)", descendant),
		moves("bool ReadToDescendant(string localName, string namespaceURI)", descendant),
		moves("bool ReadToNextSibling(string name)", sibling),
		moves("bool ReadToNextSibling(string localName, string namespaceURI)", sibling),
		does("void Skip()", func(c *call) error { readerOf(c.This).skip(); return nil }),
		does("void Close()", func(c *call) error { r := readerOf(c.This); r.node, r.state = nil, 4; return nil }),
		does("void Dispose()", func(c *call) error { r := readerOf(c.This); r.node, r.state = nil, 4; return nil }),
	}
}

func readerTexts() []objects.Method {
	attr := func(c *call) value {
		r := readerOf(c.This)
		if r.node == nil {
			return objects.Null
		}
		for _, a := range r.node.Attributes {
			if fits(c)(a) {
				return text(a.Data)
			}
		}
		return objects.Null
	}
	as := func(signature string, t *objects.Type) objects.Method {
		return partial(signature, func(c *call) (value, error) {
			s, err := readerOf(c.This).takeElement()
			if err != nil {
				return objects.Null, err
			}
			return ParseSimple(c.Types, s, t)
		})
	}
	startElement := func(c *call) error {
		r := readerOf(c.This)
		if !r.start() || len(c.Args) > 0 && !fits(c)(r.node) {
			return objects.NewException(ExceptionType, "'"+kindName(r.kind())+"' is an invalid XmlNodeType.")
		}
		r.read()
		return nil
	}
	return []objects.Method{
		total("string GetAttribute(string name)", attr),
		total("string GetAttribute(string name, string namespaceURI)", attr),
		total("string GetAttribute(int i)", func(c *call) value {
			if r := readerOf(c.This); r.node != nil && c.Int(0) >= 0 && c.Int(0) < len(r.node.Attributes) {
				return text(r.node.Attributes[c.Int(0)].Data)
			}
			return objects.Null
		}),
		total("string ReadString()", func(c *call) value { return text(readerOf(c.This).takeText()) }),
		total("string ReadContentAsString()", func(c *call) value { return text(readerOf(c.This).takeText()) }),
		as("string ReadElementContentAsString()", objects.StringType),
		as("string ReadElementString()", objects.StringType),
		as("string ReadElementString(string name)", objects.StringType),
		as("int ReadElementContentAsInt()", objects.Int32Type),
		as("long ReadElementContentAsLong()", objects.Int64Type),
		as("double ReadElementContentAsDouble()", objects.DoubleType),
		as("decimal ReadElementContentAsDecimal()", objects.DecimalType),
		as("bool ReadElementContentAsBoolean()", objects.BooleanType),
		as("datetime ReadElementContentAsDateTime()", objects.DateTimeType),
		does("void ReadStartElement()", startElement),
		does("void ReadStartElement(string name)", startElement),
		does("void ReadEndElement()", func(c *call) error {
			r := readerOf(c.This)
			if r.content() != markup.EndElement {
				return objects.NewException(ExceptionType, "'"+kindName(r.kind())+"' is an invalid XmlNodeType.")
			}
			r.read()
			return nil
		}),
		total("string ReadInnerXml()", func(c *call) value { return taken(c, (*markup.Node).InnerXML) }),
		total("string ReadOuterXml()", func(c *call) value { return taken(c, (*markup.Node).OuterXML) }),
	}
}

// taken is the text of the element that the reader stands at, which it goes
// past.
func taken(c *call, of func(n *markup.Node) string) value {
	r := readerOf(c.This)
	if n := r.at(); n != nil && r.kind() != markup.EndElement {
		s := of(n)
		if n.Kind == markup.Element {
			r.skip()
		}
		return text(s)
	}
	return text("")
}

func readSettingsDeclaration() *objects.Declaration {
	of := func(v value) *readSettings {
		if s, ok := objects.As[*readSettings](v); ok {
			return s
		}
		return newReadSettings()
	}
	flag := func(name string, field func(s *readSettings) *bool) objects.Property {
		return objects.Property{
			Signature: "bool " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return truth(*field(of(v))), nil },
			Set:       func(this, v value) error { *field(of(this)) = v.Bool(); return nil },
		}
	}
	choice := func(name string, t *objects.Type, field func(s *readSettings) *int64) objects.Property {
		return objects.Property{
			Signature: t.FullName + " " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return objects.Word(t, uint64(*field(of(v)))), nil },
			Set:       func(this, v value) error { *field(of(this)) = v.Int64(); return nil },
		}
	}
	return &objects.Declaration{
		Type:         ReaderSettingsType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(newReadSettings()) })},
		Properties: []objects.Property{
			flag("CheckCharacters", func(s *readSettings) *bool { return &s.check }),
			flag("CloseInput", func(s *readSettings) *bool { return &s.closeInput }),
			choice("ConformanceLevel", conformanceType, func(s *readSettings) *int64 { return &s.conformance }),
			choice("DtdProcessing", dtdType, func(s *readSettings) *int64 { return &s.dtd }),
			flag("IgnoreComments", func(s *readSettings) *bool { return &s.NoComments }),
			flag("IgnoreProcessingInstructions", func(s *readSettings) *bool { return &s.NoPI }),
			flag("IgnoreWhitespace", func(s *readSettings) *bool { return &s.noSpace }),
		},
	}
}
