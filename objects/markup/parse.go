package markup

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// Error is what is wrong with a document, with .NET's message and place
// (System.Xml.XmlException); Line is 0 where there is no place.
type Error struct {
	Message      string
	Line, Column int
}

// Error is the message, with the place.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return e.Message + " Line " + strconv.Itoa(e.Line) + ", position " + strconv.Itoa(e.Column) + "."
}

// Options say how a document is read (XmlReaderSettings).
type Options struct {
	Fragment      bool // several elements and text at the root (ConformanceLevel.Auto)
	Whitespace    bool // keeps white space between elements
	NoComments    bool
	NoPI          bool
	NoDTD         bool // a document type is an error (DtdProcessing.Prohibit)
	AnyCharacters bool // takes control characters too (CheckCharacters)
}

// parser reads one document. Names and texts are cut out of the source.
type parser struct {
	Options
	src      string
	at       int
	document *Node
	open     *Node // the element that is being read, or the document
	starts   []int // where the names of the open elements begin
	entities map[string]string
	rooted   bool // whether the root element was read
	expanded int  // bytes that entities have given
}

// maxExpanded bounds what the entities of a document grow to.
const maxExpanded = 10_000_000

// failure leaves the parser through recover; it never leaves the package.
type failure struct{ err *Error }

func (p *parser) fail(at int, message string) {
	lines := p.src[:min(at, len(p.src))]
	start := strings.LastIndexByte(lines, '\n') + 1
	panic(failure{&Error{message, strings.Count(lines, "\n") + 1, utf16.Len(lines[start:]) + 1}})
}

// Parse reads a document. The error is an [Error].
func Parse(src string, o Options) (document *Node, err error) {
	document = NewDocument()
	return document, ParseInto(document, src, o)
}

// ParseInto reads nodes to the end of parent, a document, an element or a
// fragment; prefixes are those known there.
func ParseInto(parent *Node, src string, o Options) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failure:
			err = r.err
		default:
			panic(r)
		}
	}()
	if strings.ContainsRune(src, '\r') {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	p := &parser{Options: o, src: src, document: parent.Owner(), open: parent}
	p.content(parent)
	return nil
}

func (p *parser) rest() string { return p.src[p.at:] }

func (p *parser) eof() bool { return p.at >= len(p.src) }

func (p *parser) take(s string) bool {
	if strings.HasPrefix(p.rest(), s) {
		p.at += len(s)
		return true
	}
	return false
}

// space skips white space and reports whether there was some.
func (p *parser) space() bool {
	from := p.at
	for !p.eof() && isSpace(p.src[p.at]) {
		p.at++
	}
	return p.at > from
}

// until is the text before a mark, which is skipped too.
func (p *parser) until(mark, what string) string {
	i := strings.Index(p.rest(), mark)
	if i < 0 {
		p.fail(len(p.src), "Unexpected end of file while parsing "+what+" has occurred.")
	}
	s := p.src[p.at : p.at+i]
	p.at += i + len(mark)
	return s
}

// content reads what stands in parent and its end.
func (p *parser) content(parent *Node) {
	for !p.eof() {
		if p.src[p.at] != '<' {
			p.text()
			continue
		}
		if p.open.Kind == Document && len(p.rest()) < 4 {
			p.fail(p.at, "Data at the root level is invalid.")
		}
		switch rest := p.rest(); {
		case strings.HasPrefix(rest, "</"):
			p.endTag(parent)
		case strings.HasPrefix(rest, "<?"):
			p.instruction()
		case strings.HasPrefix(rest, "<!--"):
			p.at += 4
			p.comment()
		case strings.HasPrefix(rest, "<![CDATA["):
			p.cdata()
		case strings.HasPrefix(rest, "<!"):
			p.documentType()
		default:
			p.startTag()
		}
	}
	if p.open != parent {
		p.unclosed(parent)
	}
	if parent.Kind == Document && !p.rooted && !p.Fragment {
		panic(failure{&Error{Message: "Root element is missing."}})
	}
}

// unclosed is the error of a text that ends within elements.
func (p *parser) unclosed(parent *Node) {
	var names []string
	for e := p.open; e != parent; e = e.Parent {
		names = append(names, e.Name())
	}
	p.fail(len(p.src), "Unexpected end of file has occurred. The following elements are not closed: "+strings.Join(names, ", ")+".")
}

// atRoot reports whether the document itself is being read, which holds one
// element and no text.
func (p *parser) atRoot() bool { return p.open.Kind == Document && !p.Fragment }

func (p *parser) text() {
	from := p.at
	var b strings.Builder
	blank := true
	for !p.eof() && p.src[p.at] != '<' {
		switch c := p.src[p.at]; {
		case c == '&':
			blank = false
			p.reference(&b)
		case c == ']' && strings.HasPrefix(p.rest(), "]]>"):
			p.fail(p.at, "']]>' is not allowed in character data.")
		default:
			if !isSpace(c) {
				blank = false
			}
			p.char(&b)
		}
		if !blank && p.atRoot() {
			p.fail(from+len(p.src[from:])-len(strings.TrimLeft(p.src[from:], " \t\n")), "Data at the root level is invalid.")
		}
	}
	if !blank {
		p.open.Append(p.document.MakeData(Text, b.String()))
		return
	}
	kind := Whitespace
	if p.preserved() {
		kind = SignificantWhitespace
	}
	if p.Whitespace || kind == SignificantWhitespace {
		p.open.Append(p.document.MakeData(kind, b.String()))
	}
}

// preserved reports whether xml:space="preserve" holds where the parser is.
func (p *parser) preserved() bool {
	for e := p.open; e != nil; e = e.Parent {
		if a := e.Attr("xml:space"); a != nil {
			return a.Data == "preserve"
		}
	}
	return false
}

// char copies one character.
func (p *parser) char(b *strings.Builder) {
	c, n := utf8.DecodeRuneInString(p.rest())
	if !p.AnyCharacters && !isChar(c) && !(c == utf8.RuneError && n > 1) {
		p.fail(p.at, invalidChar(c))
	}
	b.WriteString(p.src[p.at : p.at+n])
	p.at += n
}

func invalidChar(c rune) string {
	shown := string(c)
	if c == 0 {
		shown = "."
	}
	hex := strings.ToUpper(strconv.FormatInt(int64(c), 16))
	if len(hex) < 2 {
		hex = "0" + hex
	}
	return "'" + shown + "', hexadecimal value 0x" + hex + ", is an invalid character."
}

func (p *parser) comment() {
	from := p.at
	s := p.until("-->", "Comment")
	if i := strings.Index(s+"-", "--"); i >= 0 && i < len(s) {
		p.fail(from+i, "An XML comment cannot contain '--', and '-' cannot be the last character.")
	}
	if !p.NoComments {
		p.open.Append(p.document.MakeData(Comment, s))
	}
}

func (p *parser) cdata() {
	if p.atRoot() {
		p.fail(p.at, "Data at the root level is invalid.")
	}
	p.at += len("<![CDATA[")
	p.open.Append(p.document.MakeData(CData, p.until("]]>", "CDATA")))
}

// instruction reads <?...?>: the declaration of the document, or a processing
// instruction.
func (p *parser) instruction() {
	start := p.at
	p.at += 2
	from := p.at
	name := p.name()
	if name == "xml" {
		if start != 0 || p.open.Kind != Document {
			p.fail(from, "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace characters are allowed to appear before it.")
		}
		p.declaration()
		return
	}
	if strings.EqualFold(name, "xml") {
		p.fail(from, "'"+name+"' is an invalid name for processing instructions.")
	}
	if !p.space() && !strings.HasPrefix(p.rest(), "?>") {
		p.fail(p.at, "The '"+p.shown()+"' character, hexadecimal value 0x"+p.hex()+", cannot be included in a name.")
	}
	pi := p.document.MakeData(ProcessingInstruction, p.until("?>", "PI"))
	pi.Local = name
	if !p.NoPI {
		p.open.Append(pi)
	}
}

func (p *parser) shown() string {
	c, _ := utf8.DecodeRuneInString(p.rest())
	return string(c)
}

func (p *parser) hex() string {
	c, _ := utf8.DecodeRuneInString(p.rest())
	s := strings.ToUpper(strconv.FormatInt(int64(c), 16))
	return strings.Repeat("0", max(0, 2-len(s))) + s
}

// declaration reads version, encoding and standalone.
func (p *parser) declaration() {
	d := p.document.Make(Declaration)
	for _, known := range [...]string{"version", "encoding", "standalone"} {
		spaced := p.space()
		from := p.at
		if !p.take(known) {
			if known == "version" {
				p.fail(from, "Syntax for an XML declaration is invalid.")
			}
			continue
		}
		if !spaced {
			p.fail(from, "Syntax for an XML declaration is invalid.")
		}
		p.space()
		p.expect("=")
		p.space()
		value := p.quoted()
		if known == "version" && value != "1.0" {
			p.fail(p.at-len(value)-1, "Version number '"+value+"' is invalid.")
		}
		if d.Data != "" {
			d.Data += " "
		}
		d.Data += known + `="` + value + `"`
	}
	p.space()
	if !p.take("?>") {
		p.fail(p.at, "Syntax for an XML declaration is invalid.")
	}
	p.open.Append(d)
}

// expect skips what must stand next.
func (p *parser) expect(token string) {
	if !p.take(token) {
		p.unexpected("The expected token is '" + token + "'.")
	}
}

// unexpected is the error of a token that stands in the place of others.
func (p *parser) unexpected(expected string) {
	if p.eof() {
		p.fail(p.at, "Unexpected end of file has occurred.")
	}
	token := p.rest()
	if n := strings.IndexFunc(token, func(c rune) bool { return !inName(c) }); n > 0 {
		token = token[:n]
	} else if n == 0 {
		token = p.shown()
	}
	p.fail(p.at, "'"+token+"' is an unexpected token. "+expected)
}

// quoted is a text between quotation marks, taken as it is.
func (p *parser) quoted() string {
	if p.eof() || p.src[p.at] != '"' && p.src[p.at] != '\'' {
		p.unexpected(`The expected token is '"' or '''.`)
	}
	mark := p.src[p.at : p.at+1]
	p.at++
	return p.until(mark, "AttributeValue")
}
