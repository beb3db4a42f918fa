package xml

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/markup"
)

func documentDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: DocumentType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return ValueOf(markup.NewDocument()) }),
			total("new(System.Xml.XmlNameTable nt)", func(*call) value { return ValueOf(markup.NewDocument()) }),
		},
		Properties: []objects.Property{
			reads("System.Xml.XmlElement DocumentElement {get;}", func(v value) value { return ValueOf(NodeOf(v).Root()) }),
			reads("System.Xml.XmlDocumentType DocumentType {get;}", func(v value) value {
				for c := NodeOf(v).First; c != nil; c = c.Next {
					if c.Kind == markup.DocumentType {
						return ValueOf(c)
					}
				}
				return objects.Null
			}),
			{Signature: "string InnerText {set;}", Set: func(value, value) error {
				return invalid("The 'InnerText' of a 'Document' node is read-only and cannot be set.")
			}},
			reads("System.Xml.XmlNameTable NameTable {get;}", func(v value) value { return objects.Of(nameTable{NodeOf(v)}) }),
			{
				Signature: "bool PreserveWhitespace {get;set;}",
				Get:       func(v value) (value, error) { return truth(NodeOf(v).KeepWhitespace), nil },
				Set:       func(this, v value) error { NodeOf(this).KeepWhitespace = v.Bool(); return nil },
			},
			{Signature: "System.Xml.XmlResolver XmlResolver {set;}", Set: func(value, value) error { return nil }},
		},
		Methods: append(documentMakes(), documentLoads()...),
		Convert: convertDocument,
	}
	d.Methods = append(d.Methods, tagNames()...)
	return d
}

// convertDocument is the cast of any value's text to a document.
func convertDocument(tt *objects.TypeTable, v value) (value, bool, error) {
	if NodeOf(v) != nil {
		return objects.Null, false, nil
	}
	s, err := tt.Text(v, tt.Separator())
	if err != nil {
		return objects.Null, true, err
	}
	d, err := FromText(s)
	if err != nil {
		return objects.Null, true, tt.ConversionRefused("InvalidCastToXmlDocument", v, DocumentType, err)
	}
	return d, true, nil
}

// FromText is the document that [xml] makes of a text: one that may be empty,
// without white space between elements. The error is an XmlException.
func FromText(s string) (value, error) {
	d, err := markup.Parse(s, markup.Options{Fragment: true, AnyCharacters: true})
	if err != nil {
		return objects.Null, raised(err)
	}
	children := d.Children()
	d.RemoveChildren()
	for _, c := range children {
		if c.Kind == markup.Whitespace {
			continue
		}
		if err := accepts(d, c); err != nil {
			return objects.Null, err
		}
		d.Append(c)
	}
	return ValueOf(d), nil
}

// load replaces the content of a document.
func load(d *markup.Node, s string) error {
	d.RemoveChildren()
	return raised(markup.ParseInto(d, s, markup.Options{Whitespace: d.KeepWhitespace}))
}

// ReadFile is the text of an XML file: its encoding is told by a byte order
// mark or by its declaration. The errors are those of FileStream.
func ReadFile(path string) (string, error) {
	b, err := io.ReadFile(strings.TrimPrefix(path, "file://"))
	if err != nil {
		return "", err
	}
	return decode(b), nil
}

func decode(b []byte) string {
	if e := encoding.Detect(b); e != nil {
		return e.Decode(b[len(e.Preamble):])
	}
	if e, err := encoding.Registered(declaredEncoding(string(b[:min(len(b), 200)]))); err == nil && e.CodePage != 1200 && e.CodePage != 1201 {
		return e.Decode(b)
	}
	return encoding.UTF8(false).Decode(b)
}

// declaredEncoding is the name in a declaration; "" for none.
func declaredEncoding(s string) string {
	if !strings.HasPrefix(s, "<?xml") {
		return ""
	}
	s, _, _ = strings.Cut(s, "?>")
	_, s, found := strings.Cut(s, "encoding=")
	if !found || s == "" {
		return ""
	}
	name, _, _ := strings.Cut(s[1:], s[:1])
	return name
}

func documentLoads() []objects.Method {
	return []objects.Method{
		does("void Load(string filename)", func(c *call) error {
			s, err := ReadFile(c.Str(0))
			if err != nil {
				return err
			}
			return load(NodeOf(c.This), s)
		}),
		does("void Load(System.IO.Stream inStream)", func(c *call) error {
			s, err := streamText(c.Args[0])
			if err != nil {
				return err
			}
			return load(NodeOf(c.This), s)
		}),
		does("void Load(System.IO.TextReader txtReader)", func(c *call) error {
			s, err := readerText(c)
			if err != nil {
				return err
			}
			return load(NodeOf(c.This), s)
		}),
		does("void Load(System.Xml.XmlReader reader)", func(c *call) error {
			r, d := readerOf(c.Args[0]), NodeOf(c.This)
			d.RemoveChildren()
			for n := r.root.First; n != nil; n = n.Next {
				d.Append(n.Clone(true, d))
			}
			return nil
		}),
		does("void LoadXml(string xml)", func(c *call) error { return load(NodeOf(c.This), c.Str(0)) }),
		does("void Save(string filename)", func(c *call) error { return saveFile(NodeOf(c.This), c.Str(0)) }),
		does("void Save(System.IO.Stream outStream)", func(c *call) error {
			b, err := saved(NodeOf(c.This))
			if err == nil {
				if s, ok := objects.As[*io.Stream](c.Args[0]); ok {
					_, err = s.Write(b)
				}
			}
			return err
		}),
		does("void Save(System.IO.TextWriter writer)", func(c *call) error {
			w, err := textWriter(c.Args[0])
			if err != nil {
				return err
			}
			w.Indent = !NodeOf(c.This).KeepWhitespace
			return w.document(NodeOf(c.This))
		}),
		does("void Save(System.Xml.XmlWriter w)", func(c *call) error { return writerOf(c.Args[0]).document(NodeOf(c.This)) }),
	}
}

// saved is a document as the bytes of a file, in the encoding of its
// declaration.
func saved(d *markup.Node) ([]byte, error) {
	e := encoding.UTF8(false)
	if d.First != nil && d.First.Kind == markup.Declaration {
		if name := part(d.First.Data, "encoding"); name != "" {
			found, err := encoding.Registered(name)
			if err != nil {
				return nil, objects.Raised(err)
			}
			e = found
		}
	}
	b := append([]byte(nil), e.Preamble...)
	w := markup.NewWriter(markup.Format{Indent: !d.KeepWhitespace, BreakEmpty: true}, func(s string) error { b = e.Append(b, s); return nil })
	w.Node(d)
	return b, w.Err()
}

// saveFile writes a document that has an element to a file.
func saveFile(d *markup.Node, path string) error {
	if d.Root() == nil {
		return objects.NewException(ExceptionType, "Invalid XML document.  The document does not have a root element.")
	}
	b, err := saved(d)
	if err != nil {
		return err
	}
	return io.WriteFile(path, b)
}

// part is a value in the text of a declaration: encoding, standalone.
func part(data, name string) string {
	_, rest, found := strings.Cut(data, name+`="`)
	if !found {
		return ""
	}
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

func documentMakes() []objects.Method {
	data := func(signature string, kind markup.Kind) objects.Method {
		return total(signature, func(c *call) value { return ValueOf(NodeOf(c.This).MakeData(kind, c.Str(0))) })
	}
	return []objects.Method{
		partial("System.Xml.XmlAttribute CreateAttribute(string name)", func(c *call) (value, error) { return makeNamed(c, makeAttribute, c.Str(0), "", false) }),
		partial("System.Xml.XmlAttribute CreateAttribute(string qualifiedName, string namespaceURI)", func(c *call) (value, error) {
			return makeNamed(c, makeAttribute, c.Str(0), c.Str(1), true)
		}),
		partial("System.Xml.XmlAttribute CreateAttribute(string prefix, string localName, string namespaceURI)", func(c *call) (value, error) {
			return ValueOf(NodeOf(c.This).MakeAttribute(c.Str(0), c.Str(1), c.Str(2), "")), nil
		}),
		data("System.Xml.XmlCDataSection CreateCDataSection(string data)", markup.CData),
		data("System.Xml.XmlComment CreateComment(string data)", markup.Comment),
		total("System.Xml.XmlDocumentFragment CreateDocumentFragment()", func(c *call) value { return ValueOf(NodeOf(c.This).Make(markup.Fragment)) }),
		total("System.Xml.XmlDocumentType CreateDocumentType(string name, string publicId, string systemId, string internalSubset)", func(c *call) value {
			d := NodeOf(c.This).MakeData(markup.DocumentType, c.Str(3))
			d.Local, d.Public, d.System = c.Str(0), c.Str(1), c.Str(2)
			return ValueOf(d)
		}),
		partial("System.Xml.XmlElement CreateElement(string name)", func(c *call) (value, error) { return makeNamed(c, makeElement, c.Str(0), "", false) }),
		partial("System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)", func(c *call) (value, error) {
			return makeNamed(c, makeElement, c.Str(0), c.Str(1), true)
		}),
		partial("System.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)", func(c *call) (value, error) {
			if err := checkName(c.Str(1)); err != nil {
				return objects.Null, err
			}
			return ValueOf(NodeOf(c.This).MakeElement(c.Str(0), c.Str(1), c.Str(2))), nil
		}),
		total("System.Xml.XmlEntityReference CreateEntityReference(string name)", func(c *call) value {
			e := NodeOf(c.This).Make(markup.EntityReference)
			e.Local = c.Str(0)
			return ValueOf(e)
		}),
		total("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)", func(c *call) value {
			pi := NodeOf(c.This).MakeData(markup.ProcessingInstruction, c.Str(1))
			pi.Local = c.Str(0)
			return ValueOf(pi)
		}),
		data("System.Xml.XmlSignificantWhitespace CreateSignificantWhitespace(string text)", markup.SignificantWhitespace),
		data("System.Xml.XmlText CreateTextNode(string text)", markup.Text),
		data("System.Xml.XmlWhitespace CreateWhitespace(string text)", markup.Whitespace),
		partial("System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)", makeDeclaration),
		partial("System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string name, string namespaceURI)", func(c *call) (value, error) {
			return makeNode(c, markup.Kind(c.Int(0)))
		}),
		partial("System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)", func(c *call) (value, error) {
			return makeNode(c, kindNamed(c.Str(0)))
		}),
		total("System.Xml.XmlElement GetElementById(string elementId)", func(*call) value { return objects.Null }),
		partial("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)", func(c *call) (value, error) {
			n := NodeOf(c.Args[0])
			if n == nil {
				return objects.Null, invalid("Cannot import a null node.")
			}
			return ValueOf(n.Clone(c.Bool(1), NodeOf(c.This))), nil
		}),
	}
}

// makeNamed makes a named node; a prefix without a namespace of its own is looked up
// where the document knows it.
func makeNamed(c *call, create func(d *markup.Node, prefix, local, space string) *markup.Node, name, space string, given bool) (value, error) {
	if err := checkName(name); err != nil {
		return objects.Null, err
	}
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		prefix, local = "", name
	}
	if !given && prefix != "" {
		space, _ = NodeOf(c.This).SpaceOf(prefix)
	}
	return ValueOf(create(NodeOf(c.This), prefix, local, space)), nil
}

func makeElement(d *markup.Node, prefix, local, space string) *markup.Node {
	return d.MakeElement(prefix, local, space)
}

func makeAttribute(d *markup.Node, prefix, local, space string) *markup.Node {
	if prefix == "xmlns" || prefix == "" && local == "xmlns" {
		space = markup.XmlnsSpace
	}
	return d.MakeAttribute(prefix, local, space, "")
}

// checkName is the error of a text that cannot name a node.
func checkName(name string) error {
	if name == "" {
		return objects.NewException(objects.ArgumentException, "The local name for elements or attributes cannot be null or an empty string.")
	}
	return raised(markup.VerifyName(name))
}

func makeDeclaration(c *call) (value, error) {
	if c.Str(0) != "1.0" {
		return objects.Null, objects.NewException(objects.ArgumentException, "Wrong XML version information. The XML must match production \"VersionNum ::= '1.' [0-9]+\".")
	}
	data := `version="1.0"`
	if s := c.Str(1); s != "" {
		data += ` encoding="` + s + `"`
	}
	switch s := c.Str(2); s {
	case "":
	case "yes", "no":
		data += ` standalone="` + s + `"`
	default:
		return objects.Null, objects.NewException(objects.ArgumentException, "Wrong value for the XML declaration standalone attribute of '"+s+"'.")
	}
	return ValueOf(NodeOf(c.This).MakeData(markup.Declaration, data)), nil
}

func makeNode(c *call, kind markup.Kind) (value, error) {
	switch d := NodeOf(c.This); kind {
	case markup.Element:
		return makeNamed(c, makeElement, c.Str(1), c.Str(2), c.Str(2) != "")
	case markup.Attribute:
		return makeNamed(c, makeAttribute, c.Str(1), c.Str(2), c.Str(2) != "")
	case markup.Text, markup.CData, markup.Comment, markup.Fragment, markup.Whitespace, markup.SignificantWhitespace:
		return ValueOf(d.Make(kind)), nil
	case markup.Document:
		return ValueOf(markup.NewDocument()), nil
	case markup.ProcessingInstruction:
		pi := d.Make(kind)
		pi.Local = c.Str(1)
		return ValueOf(pi), nil
	}
	return objects.Null, objects.NewException(objects.ArgumentException, "Cannot create node of type "+kindName(kind)+".")
}
