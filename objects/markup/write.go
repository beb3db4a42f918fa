package markup

import "strings"

// Format says how a document is written (XmlWriterSettings).
type Format struct {
	Indent          bool
	BreakEmpty      bool // </a> of an element that is written in full stands on a line of its own, too (XmlTextWriter)
	IndentChars     string
	NewLine         string
	NoDeclaration   bool
	EachAttribute   bool   // attributes on lines of their own
	Encoding        string // the name in the declaration; "" for none
	KeepsLineBreaks bool   // a line break in a text stays as it is
	AttributeQuote  byte
}

// Writer writes a document piece by piece. What it writes goes to put.
type Writer struct {
	Format
	put     func(s string) error
	err     error
	open    []openElement
	started bool // whether anything was written
	inTag   bool // whether the start tag still takes attributes
	inValue bool // whether an attribute's value is being written
}

type openElement struct {
	name     string
	mixed    bool       // holds text, so that nothing in it is indented
	children bool       // holds elements or comments on lines of their own
	prefixes []declared // declared by its attributes
	needed   []declared // used by its name or its attributes
}

type declared struct{ prefix, space string }

// NewWriter makes a writer.
func NewWriter(f Format, put func(s string) error) *Writer {
	if f.IndentChars == "" {
		f.IndentChars = "  "
	}
	if f.NewLine == "" {
		f.NewLine = "\n"
	}
	if f.AttributeQuote == 0 {
		f.AttributeQuote = '"'
	}
	return &Writer{Format: f, put: put}
}

// Err is the first error of writing.
func (w *Writer) Err() error { return w.err }

func (w *Writer) raw(s string) {
	if w.err == nil && s != "" {
		w.started = true
		w.err = w.put(s)
	}
}

// Started reports whether anything was written.
func (w *Writer) Started() bool { return w.started }

// Depth is the number of elements that are open.
func (w *Writer) Depth() int { return len(w.open) }

// InValue reports whether the value of an attribute is being written.
func (w *Writer) InValue() bool { return w.inValue }

// InTag reports whether attributes can be written.
func (w *Writer) InTag() bool { return w.inTag }

// finishTag ends a start tag that is still open.
func (w *Writer) finishTag() {
	if w.inValue {
		w.EndAttribute()
	}
	if w.inTag {
		w.declareNeeded()
		w.inTag = false
		w.raw(">")
	}
}

// line begins a new line for a child where the writer indents.
func (w *Writer) line() {
	if !w.Indent {
		return
	}
	if n := len(w.open); n > 0 {
		if w.open[n-1].mixed {
			return
		}
		w.open[n-1].children = true
	} else if !w.started {
		return
	}
	w.raw(w.NewLine + strings.Repeat(w.IndentChars, len(w.open)))
}

// StartDocument writes the declaration; standalone is "", "yes" or "no".
func (w *Writer) StartDocument(standalone string) {
	if w.NoDeclaration {
		return
	}
	s := `<?xml version="1.0"`
	if w.Encoding != "" {
		s += ` encoding="` + w.Encoding + `"`
	}
	if standalone != "" {
		s += ` standalone="` + standalone + `"`
	}
	w.raw(s + "?>")
}

// StartElement begins an element. A namespace that its prefix does not stand
// for yet is declared.
func (w *Writer) StartElement(prefix, local, space string) {
	w.finishTag()
	w.line()
	name := local
	if prefix != "" {
		name = prefix + ":" + local
	}
	w.raw("<" + name)
	w.inTag = true
	w.open = append(w.open, openElement{name: name})
	w.need(prefix, space)
}

// need notes a prefix that must be declared when the start tag ends.
func (w *Writer) need(prefix, space string) {
	if prefix == "xml" || prefix == "xmlns" {
		return
	}
	top := &w.open[len(w.open)-1]
	top.needed = append(top.needed, declared{prefix, space})
}

// declareNeeded declares the prefixes of the start tag that nobody did.
func (w *Writer) declareNeeded() {
	for _, d := range w.open[len(w.open)-1].needed {
		if w.SpaceOf(d.prefix) != d.space {
			w.declare(d.prefix, d.space)
		}
	}
}

// SpaceOf is the namespace that a prefix stands for where the writer is.
func (w *Writer) SpaceOf(prefix string) string {
	for i := len(w.open) - 1; i >= 0; i-- {
		for _, d := range w.open[i].prefixes {
			if d.prefix == prefix {
				return d.space
			}
		}
	}
	return ""
}

// PrefixOf is a prefix that stands for a namespace where the writer is.
func (w *Writer) PrefixOf(space string) (string, bool) {
	for i := len(w.open) - 1; i >= 0; i-- {
		for _, d := range w.open[i].prefixes {
			if d.space == space && w.SpaceOf(d.prefix) == space {
				return d.prefix, true
			}
		}
	}
	return "", false
}

func (w *Writer) declare(prefix, space string) {
	top := &w.open[len(w.open)-1]
	for _, d := range top.prefixes {
		if d.prefix == prefix {
			return
		}
	}
	top.prefixes = append(top.prefixes, declared{prefix, space})
	name := "xmlns"
	if prefix != "" {
		name += ":" + prefix
	}
	w.raw(" " + name + "=" + w.quote(space))
}

func (w *Writer) quote(s string) string {
	q := string(w.AttributeQuote)
	return q + escapeAttribute(s, w.AttributeQuote) + q
}

// StartAttribute begins an attribute of the open start tag.
func (w *Writer) StartAttribute(prefix, local, space string) {
	if w.inValue {
		w.EndAttribute()
	}
	name := local
	if prefix != "" {
		name = prefix + ":" + local
		w.need(prefix, space)
	}
	separator := " "
	if w.EachAttribute && w.Indent {
		separator = w.NewLine + strings.Repeat(w.IndentChars, len(w.open))
	}
	w.raw(separator + name + "=" + string(w.AttributeQuote))
	w.inValue = true
}

// EndAttribute ends the value of an attribute.
func (w *Writer) EndAttribute() {
	w.inValue = false
	w.raw(string(w.AttributeQuote))
}

// Attribute writes an attribute.
func (w *Writer) Attribute(prefix, local, space, value string) {
	switch {
	case prefix == "xmlns":
		w.declareAs(local, value)
		return
	case prefix == "" && local == "xmlns":
		w.declareAs("", value)
		return
	}
	w.StartAttribute(prefix, local, space)
	w.Text(value)
	w.EndAttribute()
}

// declareAs writes a declaration of a namespace that stands in the document.
func (w *Writer) declareAs(prefix, space string) {
	if w.inValue {
		w.EndAttribute()
	}
	w.declare(prefix, space)
}

// Text writes a text, or goes on with the value of an attribute.
func (w *Writer) Text(s string) {
	if w.inValue {
		w.raw(escapeAttribute(s, w.AttributeQuote))
		return
	}
	w.finishTag()
	if s = escapeText(s); w.NewLine != "\n" && !w.KeepsLineBreaks {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", w.NewLine)
	}
	w.mix()
	w.raw(s)
}

// mix notes that the open element holds text.
func (w *Writer) mix() {
	if n := len(w.open); n > 0 {
		w.open[n-1].mixed = true
	}
}

// Raw writes what is marked up already.
func (w *Writer) Raw(s string) {
	if w.inValue {
		w.raw(s)
		return
	}
	w.finishTag()
	w.mix()
	w.raw(s)
}

// CData writes a CDATA section.
func (w *Writer) CData(s string) {
	w.finishTag()
	w.mix()
	w.raw("<![CDATA[" + strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>") + "]]>")
}

// Comment writes a comment.
func (w *Writer) Comment(s string) {
	w.finishTag()
	w.line()
	w.raw("<!--" + s + "-->")
}

// Instruction writes a processing instruction.
func (w *Writer) Instruction(name, s string) {
	w.finishTag()
	w.line()
	if s != "" {
		s = " " + s
	}
	w.raw("<?" + name + s + "?>")
}

// DocumentType writes <!DOCTYPE ...>.
func (w *Writer) DocumentType(name, public, system, subset string) {
	w.line()
	s := "<!DOCTYPE " + name
	switch {
	case public != "":
		s += ` PUBLIC "` + public + `" "` + system + `"`
	case system != "":
		s += ` SYSTEM "` + system + `"`
	}
	if subset != "" {
		s += "[" + subset + "]"
	}
	w.raw(s + ">")
}

// EndElement ends the element that was begun last; full writes <a></a> where
// nothing stands in it.
func (w *Writer) EndElement(full bool) {
	if w.inValue {
		w.EndAttribute()
	}
	if w.inTag {
		w.declareNeeded()
	}
	top := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	if w.inTag && !full {
		w.inTag = false
		w.raw(" />")
		return
	}
	if w.inTag {
		w.inTag = false
		w.raw(">")
	}
	if w.Indent && (top.children || w.BreakEmpty) && !top.mixed {
		w.raw(w.NewLine + strings.Repeat(w.IndentChars, len(w.open)))
	}
	w.raw("</" + top.name + ">")
}

// Node writes a node and all below it.
func (w *Writer) Node(n *Node) {
	n.Walk(func(c *Node) bool {
		w.enter(c)
		return true
	}, func(c *Node) {
		if c.Kind == Element {
			w.EndElement(!c.Short)
		}
	})
}

func (w *Writer) enter(n *Node) {
	switch n.Kind {
	case Element:
		w.StartElement(n.Prefix, n.Local, n.Space)
		for _, a := range n.Attributes {
			w.Attribute(a.Prefix, a.Local, a.Space, a.Data)
		}
	case Attribute:
		w.raw(n.Name() + `="` + escapeAttribute(n.Data, '"') + `"`)
	case Text:
		w.Text(n.Data)
	case Whitespace, SignificantWhitespace:
		w.Raw(n.Data)
	case CData:
		w.CData(n.Data)
	case Comment:
		w.Comment(n.Data)
	case ProcessingInstruction, Declaration:
		w.Instruction(n.LocalName(), n.Data)
	case DocumentType:
		w.DocumentType(n.Local, n.Public, n.System, n.Data)
	case EntityReference:
		w.Raw("&" + n.Local + ";")
	}
}

// OuterXML is the text of a node (XmlNode.OuterXml).
func (n *Node) OuterXML() string {
	var b strings.Builder
	w := NewWriter(Format{}, func(s string) error { b.WriteString(s); return nil })
	w.Node(n)
	return b.String()
}

// InnerXML is the text of what is below a node (XmlNode.InnerXml).
func (n *Node) InnerXML() string {
	if n.Kind == Attribute {
		return escapeText(n.Data)
	}
	var b strings.Builder
	w := NewWriter(Format{}, func(s string) error { b.WriteString(s); return nil })
	for c := n.First; c != nil; c = c.Next {
		w.Node(c)
	}
	return b.String()
}

func escapeText(s string) string {
	if !strings.ContainsAny(s, "&<>\r") {
		return s
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;").Replace(s)
}

func escapeAttribute(s string, quote byte) string {
	if !strings.ContainsAny(s, "&<>\"'\r\n\t") {
		return s
	}
	mark := "&quot;"
	if quote == '\'' {
		mark = "&apos;"
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", string(quote), mark, "\r", "&#xD;", "\n", "&#xA;", "\t", "&#x9;").Replace(s)
}
