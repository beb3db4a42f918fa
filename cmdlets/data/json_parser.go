package data

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
)

// jsonParser reads JSON as PowerShell does: with comments, single quotes and
// names without quotes allowed.
type jsonParser struct {
	text     string
	at       int
	depth    int
	maxDepth int
	tables   bool // objects become ordered hashtables
	dates    bool // texts that are ISO 8601 times become DateTime
	path     []string
}

// document reads the one value of the text.
func (p *jsonParser) document() (objects.Value, error) {
	v, err := p.value()
	if err != nil {
		return objects.Null, err
	}
	p.blanks()
	if p.at < len(p.text) {
		return objects.Null, p.failure("Additional text encountered after finished reading JSON content: " + string(p.peek()))
	}
	return v, nil
}

func (p *jsonParser) peek() rune {
	c, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return c
}

// failure is an error with the place, as the messages of Newtonsoft.Json have it.
func (p *jsonParser) failure(message string) error {
	line := 1 + strings.Count(p.text[:p.at], "\n")
	column := p.at - strings.LastIndexByte(p.text[:p.at], '\n') - 1
	return jsonFailure(fmt.Sprintf("%s. Path '%s', line %d, position %d.", message, strings.Join(p.path, "."), line, column))
}

// blanks passes over blanks and comments.
func (p *jsonParser) blanks() {
	for p.at < len(p.text) {
		c, size := utf8.DecodeRuneInString(p.text[p.at:])
		switch {
		case unicode.IsSpace(c) || c == '\uFEFF':
			p.at += size
		case strings.HasPrefix(p.text[p.at:], "//"):
			p.skipTo("\n")
		case strings.HasPrefix(p.text[p.at:], "/*"):
			p.skipTo("*/")
		default:
			return
		}
	}
}

func (p *jsonParser) skipTo(end string) {
	i := strings.Index(p.text[p.at+2:], end)
	if i < 0 {
		p.at = len(p.text)
		return
	}
	p.at += 2 + i + len(end)
}

func (p *jsonParser) value() (objects.Value, error) {
	p.blanks()
	if p.at >= len(p.text) {
		return objects.Null, p.failure("Unexpected end when reading JSON")
	}
	switch c := p.text[p.at]; {
	case c == '{':
		return p.nested(p.object)
	case c == '[':
		return p.nested(p.list)
	case c == '"' || c == '\'':
		s, err := p.quoted()
		if err != nil {
			return objects.Null, err
		}
		return p.dated(s), nil
	case c == '-' || c >= '0' && c <= '9' || c == '.':
		return p.number()
	}
	return p.word()
}

func (p *jsonParser) nested(read func() (objects.Value, error)) (objects.Value, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > p.maxDepth {
		return objects.Null, p.failure(fmt.Sprintf("The reader's MaxDepth of %d has been exceeded", p.maxDepth))
	}
	return read()
}

// dated turns a text that is an ISO 8601 time into a DateTime.
func (p *jsonParser) dated(s string) objects.Value {
	if !p.dates || len(s) < 19 || len(s) > 40 || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return objects.String(s)
	}
	if v, ok := isoTime(s); ok {
		return v
	}
	return objects.String(s)
}

func (p *jsonParser) list() (objects.Value, error) {
	p.at++
	var items []objects.Value
	for {
		p.blanks()
		if p.at < len(p.text) && p.text[p.at] == ']' {
			p.at++
			return objects.ArrayValue(items), nil
		}
		p.path = append(p.path, "["+strconv.Itoa(len(items))+"]")
		v, err := p.value()
		if err != nil {
			return objects.Null, err
		}
		p.path = p.path[:len(p.path)-1]
		items = append(items, v)
		if err := p.comma(']'); err != nil {
			return objects.Null, err
		}
	}
}

// comma passes over a comma, or stops before the closing bracket.
func (p *jsonParser) comma(end byte) error {
	p.blanks()
	switch {
	case p.at >= len(p.text):
		return p.failure("Unexpected end when reading JSON")
	case p.text[p.at] == ',':
		p.at++
		return nil
	case p.text[p.at] == end:
		return nil
	}
	return p.failure("After parsing a value an unexpected character was encountered: " + string(p.peek()))
}

func (p *jsonParser) object() (objects.Value, error) {
	p.at++
	o, h := objects.NewCustomObject(), objects.NewDictionary(orderedHashtableType, false)
	for {
		p.blanks()
		if p.at < len(p.text) && p.text[p.at] == '}' {
			p.at++
			if p.tables {
				return objects.Of(h), nil
			}
			return objects.Of(o), nil
		}
		name, v, err := p.member()
		if err != nil {
			return objects.Null, err
		}
		if p.tables {
			h.Set(objects.String(name), v)
		} else if err := p.addNote(o, name, v); err != nil {
			return objects.Null, err
		}
		if err := p.comma('}'); err != nil {
			return objects.Null, err
		}
	}
}

func (p *jsonParser) addNote(o *objects.PSObject, name string, v objects.Value) error {
	if name == "" {
		return jsonKeyFailure("The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.", "EmptyKeyInJsonString")
	}
	if i := o.Shape().Slot(name); i >= 0 && o.Shape().Name(i) != name {
		return jsonKeyFailure("Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '"+o.Shape().Name(i)+"' was '"+name+"'.", "KeysWithDifferentCasingInJsonString")
	}
	o.SetNote(name, v)
	return nil
}

func (p *jsonParser) member() (name string, v objects.Value, err error) {
	if p.at >= len(p.text) {
		return "", objects.Null, p.failure("Unexpected end when reading JSON")
	}
	if c := p.text[p.at]; c == '"' || c == '\'' {
		name, err = p.quoted()
	} else {
		name, err = p.bareName()
	}
	if err != nil {
		return "", objects.Null, err
	}
	p.blanks()
	if p.at >= len(p.text) || p.text[p.at] != ':' {
		return "", objects.Null, p.failure("Invalid character after parsing property name. Expected ':'")
	}
	p.at++
	p.path = append(p.path, name)
	v, err = p.value()
	if err == nil {
		p.path = p.path[:len(p.path)-1]
	}
	return name, v, err
}

func (p *jsonParser) bareName() (string, error) {
	start := p.at
	for p.at < len(p.text) {
		c, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '$' {
			break
		}
		p.at += size
	}
	if p.at == start {
		return "", p.failure("Invalid property identifier character: " + string(p.peek()))
	}
	return p.text[start:p.at], nil
}

// quoted reads a text in quotes.
func (p *jsonParser) quoted() (string, error) {
	quote := p.text[p.at]
	p.at++
	start := p.at
	for p.at < len(p.text) && p.text[p.at] != quote && p.text[p.at] != '\\' {
		p.at++
	}
	if p.at < len(p.text) && p.text[p.at] == quote {
		p.at++
		return p.text[start : p.at-1], nil
	}
	b := []byte(p.text[start:p.at])
	for p.at < len(p.text) {
		switch c := p.text[p.at]; c {
		case quote:
			p.at++
			return string(b), nil
		case '\\':
			var err error
			if b, err = p.escape(b); err != nil {
				return "", err
			}
		default:
			b = append(b, c)
			p.at++
		}
	}
	return "", p.failure("Unterminated string. Expected delimiter: " + string(rune(quote)))
}

// escape reads an escape sequence into b.
func (p *jsonParser) escape(b []byte) ([]byte, error) {
	p.at++
	if p.at >= len(p.text) {
		return nil, p.failure("Unterminated string. Expected delimiter: \"")
	}
	c := p.text[p.at]
	p.at++
	if i := strings.IndexByte(`nrtbf`, c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i]), nil
	}
	switch c {
	case '"', '\'', '\\', '/':
		return append(b, c), nil
	case 'u':
		return p.unicodeEscape(b)
	}
	return nil, p.failure("Bad JSON escape sequence: \\" + string(rune(c)))
}

func (p *jsonParser) unicodeEscape(b []byte) ([]byte, error) {
	n, ok := p.hex4()
	if !ok {
		return nil, p.failure("Invalid Unicode escape sequence")
	}
	if n >= 0xD800 && n < 0xDC00 && strings.HasPrefix(p.text[p.at:], `\u`) {
		at := p.at
		p.at += 2
		if low, ok := p.hex4(); ok && low >= 0xDC00 && low < 0xE000 {
			return utf8.AppendRune(b, 0x10000+(n-0xD800)<<10+(low-0xDC00)), nil
		}
		p.at = at
	}
	return utf8.AppendRune(b, n), nil
}

func (p *jsonParser) hex4() (rune, bool) {
	if p.at+4 > len(p.text) {
		return 0, false
	}
	n, err := strconv.ParseUint(p.text[p.at:p.at+4], 16, 32)
	p.at += 4
	return rune(n), err == nil
}

// number reads an Int64, a BigInteger where that is too small, or a Double.
func (p *jsonParser) number() (objects.Value, error) {
	start := p.at
	for p.at < len(p.text) && strings.IndexByte("+-0123456789.eExXabcdefABCDEF", p.text[p.at]) >= 0 {
		p.at++
	}
	s := p.text[start:p.at]
	if strings.HasPrefix(p.text[p.at:], "Infinity") && s == "-" {
		p.at += len("Infinity")
		s = "-Inf"
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return objects.Int64(n), nil
	}
	if n, ok := new(big.Int).SetString(s, 10); ok {
		return objects.BigInt(n), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		p.at = start
		return objects.Null, p.failure("Unexpected character encountered while parsing number: " + s)
	}
	return objects.Double(f), nil
}

// word reads true, false, null and their like.
func (p *jsonParser) word() (objects.Value, error) {
	for _, w := range [...]struct {
		text  string
		value objects.Value
	}{
		{"true", objects.Bool(true)}, {"false", objects.Bool(false)}, {"null", objects.Null}, {"undefined", objects.Null},
	} {
		if strings.HasPrefix(p.text[p.at:], w.text) {
			p.at += len(w.text)
			return w.value, nil
		}
	}
	return objects.Null, p.failure("Unexpected character encountered while parsing value: " + string(p.peek()))
}
