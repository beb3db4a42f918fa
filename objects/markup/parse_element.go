package markup

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// name reads a name without a colon.
func (p *parser) name() string {
	n := nameLength(p.rest())
	if n == 0 {
		p.badName(true)
	}
	s := p.rest()[:n]
	p.at += n
	return s
}

func (p *parser) badName(first bool) {
	if p.eof() {
		p.fail(p.at, "Unexpected end of file while parsing Name has occurred.")
	}
	if first {
		p.fail(p.at, "Name cannot begin with the '"+p.shown()+"' character, hexadecimal value 0x"+p.hex()+".")
	}
	p.fail(p.at, "The '"+p.shown()+"' character, hexadecimal value 0x"+p.hex()+", cannot be included in a name.")
}

// qualified reads a name with or without a prefix.
func (p *parser) qualified() (prefix, local string) {
	local = p.name()
	if !p.eof() && p.src[p.at] == ':' {
		p.at++
		return local, p.name()
	}
	return "", local
}

func (p *parser) startTag() {
	if p.atRoot() && p.rooted {
		p.fail(p.at+1, "There are multiple root elements.")
	}
	p.at++
	start := p.at
	e := p.document.Make(Element)
	e.Prefix, e.Local = p.qualified()
	e.Parent = p.open // prefixes of attributes are looked up through it
	if c := p.next(); c != 0 && !isSpace(c) && c != '/' && c != '>' {
		p.badName(false)
	}
	places := p.attributes(e)
	p.resolve(e, start, places)
	e.Parent = nil
	if p.open.Kind == Document {
		p.rooted = true
	}
	p.open.Append(e)
	if p.take("/") {
		if !p.take(">") {
			p.unexpected("The expected token is '>'.")
		}
		e.Short = true
		return
	}
	p.at++
	p.open = e
	p.starts = append(p.starts, start)
}

func (p *parser) next() byte {
	if p.eof() {
		return 0
	}
	return p.src[p.at]
}

// attributes reads the attributes of a start tag up to its "/" or ">", and
// tells where each begins.
func (p *parser) attributes(e *Node) (places []int) {
	for {
		spaced := p.space()
		switch p.next() {
		case '>', '/':
			return places
		case 0:
			p.open, e.Parent = e, p.open
			p.unclosed(p.outermost(e))
		}
		if !spaced {
			p.unexpected("Expecting whitespace.")
		}
		places = append(places, p.at)
		prefix, local := p.qualified()
		p.space()
		p.expect("=")
		p.space()
		e.Attributes = append(e.Attributes, p.attribute(e, prefix, local))
	}
}

// outermost is the parent that the reading began at.
func (p *parser) outermost(e *Node) *Node {
	top := e
	for range len(p.starts) + 1 {
		top = top.Parent
	}
	return top
}

func (p *parser) attribute(e *Node, prefix, local string) *Node {
	if c := p.next(); c != '"' && c != '\'' {
		p.unexpected(`The expected token is '"' or '''.`)
	}
	mark := p.src[p.at]
	p.at++
	var b strings.Builder
	for p.next() != mark {
		switch c := p.next(); c {
		case 0:
			if p.eof() {
				p.fail(p.at, "There is an unclosed literal string.")
			}
			p.char(&b)
		case '<':
			p.fail(p.at, "'<', hexadecimal value 0x3C, is an invalid attribute character.")
		case '&':
			p.reference(&b)
		case '\n', '\t':
			b.WriteByte(' ')
			p.at++
		default:
			p.char(&b)
		}
	}
	p.at++
	a := p.document.MakeAttribute(prefix, local, "", b.String())
	a.Parent = e
	return a
}

// resolve finds the namespaces of an element and its attributes.
func (p *parser) resolve(e *Node, start int, places []int) {
	e.Space = p.spaceOf(e, e.Prefix, start)
	for i, a := range e.Attributes {
		switch {
		case a.Prefix == "" && a.Local == "xmlns":
			a.Space = XmlnsSpace
		case a.Prefix != "":
			a.Space = p.spaceOf(e, a.Prefix, places[i])
		}
		for _, other := range e.Attributes[:i] {
			if other.Local == a.Local && other.Space == a.Space {
				p.fail(places[i], "'"+a.Name()+"' is a duplicate attribute name.")
			}
		}
	}
}

func (p *parser) spaceOf(e *Node, prefix string, at int) string {
	space, ok := e.SpaceOf(prefix)
	if !ok {
		p.fail(at, "'"+prefix+"' is an undeclared prefix.")
	}
	return space
}

func (p *parser) endTag(parent *Node) {
	from := p.at + 2
	if p.open == parent {
		p.fail(from, "Unexpected end tag.")
	}
	p.at = from
	name := p.name()
	if p.take(":") {
		name += ":" + p.name()
	}
	if name != p.open.Name() {
		start := p.starts[len(p.starts)-1]
		lines := p.src[:start]
		line := strings.LastIndexByte(lines, '\n') + 1
		p.fail(from, fmt.Sprintf("The '%s' start tag on line %d position %d does not match the end tag of '%s'.",
			p.open.Name(), strings.Count(lines, "\n")+1, utf16.Len(lines[line:])+1, name))
	}
	p.space()
	if !p.take(">") {
		p.unexpected("The expected token is '>'.")
	}
	p.open = p.open.Parent
	p.starts = p.starts[:len(p.starts)-1]
}

// reference reads &...; and adds what it stands for.
func (p *parser) reference(b *strings.Builder) {
	p.at++
	if p.take("#") {
		p.charReference(b)
		return
	}
	from := p.at
	n := nameLength(p.rest())
	if n == 0 {
		p.fail(from, "An error occurred while parsing EntityName.")
	}
	name := p.rest()[:n]
	p.at += n
	p.expect(";")
	if text, ok := standardEntity(name); ok {
		b.WriteString(text)
		return
	}
	text, ok := p.entities[name]
	if !ok {
		p.fail(from, "Reference to undeclared entity '"+name+"'.")
	}
	if p.expanded += len(text); p.expanded > maxExpanded {
		p.fail(from, "The input document has exceeded a limit set by MaxCharactersFromEntities.")
	}
	b.WriteString(text)
}

func standardEntity(name string) (string, bool) {
	switch name {
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "amp":
		return "&", true
	case "quot":
		return `"`, true
	case "apos":
		return "'", true
	}
	return "", false
}

func (p *parser) charReference(b *strings.Builder) {
	from := p.at
	base, digits, what := 10, "0123456789", "decimal"
	if p.take("x") {
		base, digits, what = 16, "0123456789abcdefABCDEF", "hexadecimal"
	}
	start := p.at
	for !p.eof() && strings.IndexByte(digits, p.src[p.at]) >= 0 {
		p.at++
	}
	if p.at == start || p.next() != ';' {
		p.fail(p.at, "Invalid syntax for a "+what+" numeric entity reference.")
	}
	n, err := strconv.ParseUint(p.src[start:p.at], base, 32)
	if err != nil || n > utf8.MaxRune {
		p.fail(from, "Invalid value of a character entity reference.")
	}
	if !p.AnyCharacters && !isChar(rune(n)) {
		p.fail(from, invalidChar(rune(n)))
	}
	p.at++
	b.WriteRune(rune(n))
}

// documentType reads <!DOCTYPE ...> with the entities that it declares.
func (p *parser) documentType() {
	from := p.at + 2
	if !strings.HasPrefix(p.rest(), "<!DOCTYPE") {
		p.at = from
		if p.open.Kind == Document {
			p.unexpected("The expected token is 'DOCTYPE'.")
		}
		p.unexpected("The expected token is '[CDATA['.")
	}
	if p.NoDTD {
		p.fail(p.at+2, "For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.")
	}
	if p.open.Kind != Document || p.rooted {
		p.fail(p.at, "Unexpected DTD declaration.")
	}
	p.at += len("<!DOCTYPE")
	p.space()
	d := p.document.Make(DocumentType)
	_, d.Local = p.qualified()
	p.space()
	if p.take("PUBLIC") {
		p.space()
		d.Public = p.quoted()
		p.space()
		d.System = p.quoted()
	} else if p.take("SYSTEM") {
		p.space()
		d.System = p.quoted()
	}
	p.space()
	if p.take("[") {
		d.Data = p.until("]", "DTD")
		p.declareEntities(d.Data)
	}
	p.space()
	p.expect(">")
	p.open.Append(d)
}

// declareEntities notes the general entities of an internal subset. An entity
// that names others gives their text: those before it.
func (p *parser) declareEntities(subset string) {
	p.entities = map[string]string{}
	for {
		_, rest, found := strings.Cut(subset, "<!ENTITY")
		if !found {
			return
		}
		inner := &parser{Options: p.Options, src: rest, document: p.document, open: p.document, entities: p.entities}
		inner.space()
		n := nameLength(inner.rest())
		if n > 0 {
			name := inner.rest()[:n]
			inner.at += n
			inner.space()
			if c := inner.next(); c == '"' || c == '\'' {
				value := inner.entityText(inner.quoted())
				if _, known := p.entities[name]; !known && len(value) <= maxExpanded {
					p.entities[name] = value
				}
			}
		}
		subset = rest
	}
}

// entityText is the text of an entity with the references in it resolved.
func (p *parser) entityText(s string) string {
	inner := &parser{Options: p.Options, src: s, document: p.document, open: p.document, entities: p.entities}
	var b strings.Builder
	for !inner.eof() {
		if inner.next() == '&' {
			inner.reference(&b)
		} else {
			inner.char(&b)
		}
		if b.Len() > maxExpanded {
			return ""
		}
	}
	return b.String()
}
