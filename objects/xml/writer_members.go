package xml

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

func writerDeclaration() *objects.Declaration {
	creates := []string{"string outputFileName", "System.IO.Stream output", "System.IO.TextWriter output", "System.Text.StringBuilder output"}
	d := &objects.Declaration{
		Type: WriterType,
		Properties: []objects.Property{
			reads("System.Xml.XmlWriterSettings Settings {get;}", func(v value) value {
				if s := writerOf(v).settings; s != nil {
					return objects.Of(s)
				}
				return objects.Null
			}),
			reads("System.Xml.WriteState WriteState {get;}", func(v value) value { return writerOf(v).state() }),
		},
		Methods: append(writerElements(), writerContent()...),
	}
	for _, to := range creates {
		d.Methods = append(d.Methods, partial("static System.Xml.XmlWriter Create("+to+")", makeWriter),
			partial("static System.Xml.XmlWriter Create("+to+", System.Xml.XmlWriterSettings settings)", makeWriter))
	}
	return d
}

func (w *writer) state() value {
	n := 4
	switch {
	case w.closed:
		n = 5
	case w.InValue():
		n = 3
	case w.InTag():
		n = 2
	case !w.Started():
		n = 0
	case w.Depth() == 0:
		n = 1
	}
	return objects.Word(writeStateType, uint64(n))
}

// begin writes the declaration that a writer of XmlWriter.Create begins with by
// itself.
func (w *writer) begin() error {
	if w.closed {
		return invalid("The Writer is closed or in error state.")
	}
	if w.settings != nil && !w.Started() && w.settings.conformance == 2 {
		w.StartDocument("")
	}
	return nil
}

// writes is a method that writes and passes on the error.
func writes(signature string, write func(w *writer, c *call) error) objects.Method {
	return does(signature, func(c *call) error {
		w := writerOf(c.This)
		if err := w.begin(); err != nil {
			return err
		}
		if err := write(w, c); err != nil {
			return err
		}
		return w.Err()
	})
}

func (w *writer) startElement(prefix, local, space string) error {
	if local == "" {
		return objects.NewException(objects.ArgumentException, "The empty string '' is not a valid local name.")
	}
	if before, after, colon := strings.Cut(local, ":"); colon && prefix == "" {
		if w.settings != nil {
			return objects.NewException(objects.ArgumentException, "Invalid name character in '"+local+"'. The ':' character, hexadecimal value 0x3A, cannot be included in a name.")
		}
		prefix, local = before, after
	}
	if prefix == "" && space != "" {
		prefix, _ = w.PrefixOf(space)
	}
	w.StartElement(prefix, local, space)
	return nil
}

func (w *writer) endElement(full bool) error {
	if w.Depth() == 0 {
		return invalid("There was no XML start tag open.")
	}
	w.EndElement(full)
	return nil
}

func writerElements() []objects.Method {
	element := func(w *writer, prefix, local, space, s string) error {
		if err := w.startElement(prefix, local, space); err != nil {
			return err
		}
		if s != "" {
			w.Text(s)
		}
		return w.endElement(false)
	}
	attribute := func(w *writer, prefix, local, space, s string) error {
		if !w.InTag() {
			return invalid("Token StartAttribute in state Content would result in an invalid XML document.")
		}
		w.Attribute(prefix, local, space, s)
		return nil
	}
	start := func(w *writer, prefix, local, space string) error {
		if !w.InTag() {
			return invalid("Token StartAttribute in state Content would result in an invalid XML document.")
		}
		w.StartAttribute(prefix, local, space)
		return nil
	}
	return []objects.Method{
		writes("void WriteStartElement(string localName)", func(w *writer, c *call) error { return w.startElement("", c.Str(0), "") }),
		writes("void WriteStartElement(string localName, string ns)", func(w *writer, c *call) error { return w.startElement("", c.Str(0), c.Str(1)) }),
		writes("void WriteStartElement(string prefix, string localName, string ns)", func(w *writer, c *call) error {
			return w.startElement(c.Str(0), c.Str(1), c.Str(2))
		}),
		writes("void WriteEndElement()", func(w *writer, _ *call) error { return w.endElement(false) }),
		writes("void WriteFullEndElement()", func(w *writer, _ *call) error { return w.endElement(true) }),
		writes("void WriteElementString(string localName, string value)", func(w *writer, c *call) error { return element(w, "", c.Str(0), "", c.Str(1)) }),
		writes("void WriteElementString(string localName, string ns, string value)", func(w *writer, c *call) error {
			return element(w, "", c.Str(0), c.Str(1), c.Str(2))
		}),
		writes("void WriteElementString(string prefix, string localName, string ns, string value)", func(w *writer, c *call) error {
			return element(w, c.Str(0), c.Str(1), c.Str(2), c.Str(3))
		}),
		writes("void WriteAttributeString(string localName, string value)", func(w *writer, c *call) error { return attribute(w, "", c.Str(0), "", c.Str(1)) }),
		writes("void WriteAttributeString(string localName, string ns, string value)", func(w *writer, c *call) error {
			prefix, _ := w.PrefixOf(c.Str(1))
			return attribute(w, prefix, c.Str(0), c.Str(1), c.Str(2))
		}),
		writes("void WriteAttributeString(string prefix, string localName, string ns, string value)", func(w *writer, c *call) error {
			return attribute(w, c.Str(0), c.Str(1), c.Str(2), c.Str(3))
		}),
		writes("void WriteStartAttribute(string localName)", func(w *writer, c *call) error { return start(w, "", c.Str(0), "") }),
		writes("void WriteStartAttribute(string localName, string ns)", func(w *writer, c *call) error { return start(w, "", c.Str(0), c.Str(1)) }),
		writes("void WriteStartAttribute(string prefix, string localName, string ns)", func(w *writer, c *call) error {
			return start(w, c.Str(0), c.Str(1), c.Str(2))
		}),
		writes("void WriteEndAttribute()", func(w *writer, _ *call) error {
			if w.InValue() {
				w.EndAttribute()
			}
			return nil
		}),
	}
}

// closing ends the document and the writing.
func closing(c *call) error {
	w := writerOf(c.This)
	if w.closed {
		return nil
	}
	for w.Depth() > 0 {
		w.EndElement(false)
	}
	w.closed = true
	err := w.flush()
	if w.close != nil && err == nil {
		err = w.close()
	}
	return err
}

// startDocument writes the declaration, which must come first.
func startDocument(c *call) error {
	w := writerOf(c.This)
	if w.Started() {
		return invalid("WriteStartDocument needs to be the first call.")
	}
	standalone := ""
	if len(c.Args) > 0 {
		standalone = "no"
		if c.Bool(0) {
			standalone = "yes"
		}
	}
	w.StartDocument(standalone)
	return w.Err()
}

func writerContent() []objects.Method {
	text := func(w *writer, c *call) error { w.Text(c.Str(0)); return nil }
	return []objects.Method{
		does("void WriteStartDocument()", startDocument),
		does("void WriteStartDocument(bool standalone)", startDocument),
		writes("void WriteEndDocument()", func(w *writer, _ *call) error {
			for w.Depth() > 0 {
				w.EndElement(false)
			}
			return nil
		}),
		writes("void WriteString(string text)", text),
		writes("void WriteValue(string value)", text),
		writes("void WriteValue(System.Object value)", func(w *writer, c *call) error {
			s, err := SimpleText(c.Types, c.Args[0])
			w.Text(s)
			return err
		}),
		writes("void WriteWhitespace(string ws)", func(w *writer, c *call) error { w.Raw(c.Str(0)); return nil }),
		writes("void WriteRaw(string data)", func(w *writer, c *call) error { w.Raw(c.Str(0)); return nil }),
		writes("void WriteCData(string text)", func(w *writer, c *call) error { w.CData(c.Str(0)); return nil }),
		writes("void WriteComment(string text)", func(w *writer, c *call) error { w.Comment(c.Str(0)); return nil }),
		writes("void WriteProcessingInstruction(string name, string text)", func(w *writer, c *call) error {
			w.Instruction(c.Str(0), c.Str(1))
			return nil
		}),
		writes("void WriteDocType(string name, string pubid, string sysid, string subset)", func(w *writer, c *call) error {
			w.DocumentType(c.Str(0), c.Str(1), c.Str(2), c.Str(3))
			return nil
		}),
		writes("void WriteEntityRef(string name)", func(w *writer, c *call) error { w.Raw("&" + c.Str(0) + ";"); return nil }),
		writes("void WriteCharEntity(char ch)", func(w *writer, c *call) error {
			w.Raw("&#x" + strings.ToUpper(strconv.FormatInt(int64(c.Int(0)), 16)) + ";")
			return nil
		}),
		writes("void WriteNode(System.Xml.XmlReader reader, bool defattr)", func(w *writer, c *call) error {
			r := readerOf(c.Args[0])
			n := r.node
			if n == nil {
				n = r.root
			}
			return w.node(n)
		}),
		does("void Flush()", func(c *call) error { return writerOf(c.This).flush() }),
		does("void Close()", closing),
		does("void Dispose()", closing),
		total("string LookupPrefix(string ns)", func(c *call) value {
			if prefix, ok := writerOf(c.This).PrefixOf(c.Str(0)); ok {
				return objects.String(prefix)
			}
			return objects.Null
		}),
	}
}

func textWriterDeclaration() *objects.Declaration {
	indent := func(w *writer) { w.IndentChars = strings.Repeat(w.indentChar, w.indentSize) }
	return &objects.Declaration{
		Type: TextWriterType,
		Constructors: []objects.Method{
			partial("new(System.IO.TextWriter w)", makeTextWriter),
			partial("new(System.IO.Stream w, System.Text.Encoding encoding)", makeTextWriter),
			partial("new(string filename, System.Text.Encoding encoding)", makeTextWriter),
		},
		Properties: []objects.Property{
			{
				Signature: "System.Xml.Formatting Formatting {get;set;}",
				Get: func(v value) (value, error) {
					n := uint64(0)
					if writerOf(v).Indent {
						n = 1
					}
					return objects.Word(formattingType, n), nil
				},
				Set: func(this, v value) error { writerOf(this).Indent = v.Int64() == 1; return nil },
			},
			{
				Signature: "char IndentChar {get;set;}",
				Get:       func(v value) (value, error) { return objects.Char(uint16(writerOf(v).indentChar[0])), nil },
				Set: func(this, v value) error {
					w := writerOf(this)
					w.indentChar = string(rune(v.Int64()))
					indent(w)
					return nil
				},
			},
			{
				Signature: "int Indentation {get;set;}",
				Get:       func(v value) (value, error) { return objects.Int(writerOf(v).indentSize), nil },
				Set: func(this, v value) error {
					if v.Int64() < 0 {
						return objects.NewException(objects.ArgumentException, "Indentation value must be greater than 0.")
					}
					w := writerOf(this)
					w.indentSize = int(v.Int64())
					indent(w)
					return nil
				},
			},
			{
				Signature: "char QuoteChar {get;set;}",
				Get:       func(v value) (value, error) { return objects.Char(uint16(writerOf(v).AttributeQuote)), nil },
				Set: func(this, v value) error {
					if c := v.Int64(); c != '"' && c != '\'' {
						return objects.NewException(objects.ArgumentException, "Invalid XML attribute quote character. Valid attribute quote characters are ' and \".")
					}
					writerOf(this).AttributeQuote = byte(v.Int64())
					return nil
				},
			},
		},
	}
}
