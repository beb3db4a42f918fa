package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
)

// jsonDeepest bounds -Depth, so that no text of brackets alone ends the process.
const jsonDeepest = 100_000

// jsonReader reads JSON as Newtonsoft.Json does for PowerShell: with comments, single quotes,
// names without quotes, hexadecimal and octal numbers, NaN and Infinity, and values left
// out, which are null. Its errors have the words and places of JsonTextReader.
type jsonReader struct {
	text     string
	at       int
	maxDepth int
	tables   bool // objects become ordered hashtables
	dates    jsonDates

	scopes []jsonScope
	fresh  bool // nothing has been read in the innermost container yet
	begun  bool // something has been read

	badName error // the first name that an object cannot have; a text that is no JSON is the worse error
}

// document reads the one value of the text; null where there is none.
func (r *jsonReader) document() (objects.Value, error) {
	if err := r.blanks(); err != nil || r.at >= len(r.text) {
		return objects.Null, err
	}
	v, _, err := r.value()
	if err != nil {
		return objects.Null, err
	}
	if err := r.blanks(); err != nil {
		return objects.Null, err
	}
	if r.at < len(r.text) {
		return objects.Null, r.failure("Additional text encountered after finished reading JSON content: %c.", r.peek())
	}
	return v, r.badName
}

// peek is the next character, or NUL at the end.
func (r *jsonReader) peek() rune {
	if r.at >= len(r.text) {
		return 0
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.at:])
	return c
}

// starts reports whether the text goes on with a word.
func (r *jsonReader) starts(word string) bool { return strings.HasPrefix(r.text[r.at:], word) }

// blanks passes over blanks and comments.
func (r *jsonReader) blanks() error {
	for r.at < len(r.text) {
		c, size := rune(r.text[r.at]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(r.text[r.at:])
		}
		switch {
		case c == '/':
			if err := r.comment(); err != nil {
				return err
			}
		case unicode.IsSpace(c) || c == '\uFEFF' && r.at == 0:
			r.at += size
		default:
			return nil
		}
	}
	return nil
}

func (r *jsonReader) comment() error {
	end := "*/"
	r.at++
	switch {
	case r.at >= len(r.text):
		return r.failure("Unexpected end while parsing comment.")
	case r.text[r.at] == '/':
		i := strings.IndexAny(r.text[r.at:], "\r\n")
		if i < 0 {
			i = len(r.text) - r.at
		}
		r.at += i
		return nil
	case r.text[r.at] != '*':
		return r.failure("Error parsing comment. Expected: *, got %c.", r.peek())
	}
	i := strings.Index(r.text[r.at+1:], end)
	if i < 0 {
		r.at = len(r.text)
		return r.failure("Unexpected end while parsing comment.")
	}
	r.at += 1 + i + len(end)
	return nil
}

// value reads the value that begins here. It is not ok where the text ends or a
// bracket closes a list instead.
func (r *jsonReader) value() (v objects.Value, ok bool, err error) {
	if err := r.blanks(); err != nil || r.at >= len(r.text) {
		return objects.Null, false, err
	}
	switch c := r.text[r.at]; c {
	case '{':
		r.at++
		v, err = r.object()
		return v, true, err
	case '[':
		r.at++
		v, err = r.list()
		return v, true, err
	case ']':
		return objects.Null, false, nil
	case ',': // one left out; the comma is read as what follows it
		v = objects.Null
	case '"', '\'':
		var s string
		if s, err = r.quoted(); err == nil {
			v = r.dates.value(s)
		}
	default:
		v, err = r.plain()
	}
	if err == nil {
		r.finished()
	}
	return v, true, err
}

// plain reads a number or one of the words for a value.
func (r *jsonReader) plain() (objects.Value, error) {
	for _, w := range jsonWords {
		if r.text[r.at] == w.text[0] && (w.text != "-Infinity" || r.starts("-I")) {
			return r.word(w.text, w.kind, w.value)
		}
	}
	if c := r.peek(); !unicode.IsNumber(c) && c != '-' && c != '.' {
		return objects.Null, r.unexpected()
	}
	return r.number()
}

// list reads a list whose bracket has been read.
func (r *jsonReader) list() (objects.Value, error) {
	if err := r.open(true); err != nil {
		return objects.Null, err
	}
	var items []objects.Value
	for {
		v, ok, err := r.value()
		if err != nil {
			return objects.Null, err
		}
		if ok {
			items = append(items, v)
			if ok, err = r.comma(); err != nil {
				return objects.Null, err
			}
		}
		if !ok {
			return objects.ArrayValue(items), r.end(']')
		}
	}
}

// comma passes over a comma; it is not ok where something else follows a value.
func (r *jsonReader) comma() (ok bool, err error) {
	if err := r.blanks(); err != nil || r.at >= len(r.text) || r.text[r.at] != ',' {
		return false, err
	}
	r.at++
	return true, nil
}

// end passes over the bracket that closes the innermost container.
func (r *jsonReader) end(bracket byte) error {
	if r.at >= len(r.text) {
		return r.ended()
	}
	switch c := r.text[r.at]; {
	case c == bracket:
		r.at++
		r.close()
		return nil
	case c == '}' || c == ']':
		r.at++
		return r.failure("JsonToken End%s is not valid for closing JsonType %s.", jsonContainer(c), jsonContainer(bracket))
	}
	return r.failure("After parsing a value an unexpected character was encountered: %c.", r.peek())
}

// jsonContainer is what a closing bracket ends, in the words of Newtonsoft.Json.
func jsonContainer(bracket byte) string {
	if bracket == '}' {
		return "Object"
	}
	return "Array"
}

// ended is the error of a text that ends within a container: what PowerShell reads it
// with says it in other words for each kind of document.
func (r *jsonReader) ended() error {
	switch nested := len(r.scopes) > 1; {
	case r.scopes[0].list && r.at == strings.IndexByte(r.text, '[')+1:
		return r.failure("Error reading JArray from JsonReader.")
	case r.scopes[0].list:
		return r.failure("Unexpected end of content while loading JArray.")
	case nested:
		return jsonFailure("Unexpected end when reading token. Path '" + scopePath(r.scopes[:len(r.scopes)-1]) + "'.")
	case r.fresh:
		return r.failure("Unexpected end when reading JSON.")
	}
	return r.failure("Unexpected end when deserializing object.")
}

// object reads an object whose bracket has been read.
func (r *jsonReader) object() (objects.Value, error) {
	if err := r.open(false); err != nil {
		return objects.Null, err
	}
	read := jsonObject{reader: r}
	for {
		if err := r.blanks(); err != nil {
			return objects.Null, err
		}
		if r.at >= len(r.text) || r.text[r.at] == '}' {
			return read.value(), r.end('}')
		}
		name, err := r.name()
		if err != nil {
			return objects.Null, err
		}
		r.scopes[len(r.scopes)-1].name, r.fresh = name, false
		v, ok, err := r.value()
		if err != nil {
			return objects.Null, err
		}
		if ok {
			read.set(name, v)
			ok, err = r.comma()
		}
		if err != nil {
			return objects.Null, err
		}
		if !ok {
			return read.value(), r.end('}')
		}
	}
}

// name reads the name of a member and the colon behind it.
func (r *jsonReader) name() (name string, err error) {
	if c := r.text[r.at]; c == '"' || c == '\'' {
		name, err = r.quoted()
	} else {
		name, err = r.bareName()
	}
	if err != nil {
		return "", err
	}
	for unicode.IsSpace(r.peek()) {
		r.at += utf8.RuneLen(r.peek())
	}
	if r.peek() != ':' {
		return "", r.failure("Invalid character after parsing property name. Expected ':' but got: %c.", r.peek())
	}
	r.at++
	return name, nil
}

func (r *jsonReader) bareName() (string, error) {
	start := r.at
	for r.at < len(r.text) {
		c := r.peek()
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' || c == '$':
			r.at += utf8.RuneLen(c)
		case r.at == start:
			return "", r.failure("Invalid property identifier character: %c.", c)
		case c == ':' || unicode.IsSpace(c):
			return r.text[start:r.at], nil
		default:
			return "", r.failure("Invalid JavaScript property identifier character: %c.", c)
		}
	}
	return "", r.failure("Unexpected end while parsing unquoted property name.")
}
