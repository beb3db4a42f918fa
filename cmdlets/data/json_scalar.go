package data

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// jsonWords are the values that are words; the first letter says which is meant.
var jsonWords = [...]struct {
	text, kind string
	value      objects.Value
}{
	{"true", "boolean", objects.Bool(true)}, {"false", "boolean", objects.Bool(false)}, {"null", "null", objects.Null},
	{"undefined", "undefined", objects.Null}, {"NaN", "NaN", objects.Double(math.NaN())},
	{"Infinity", "Infinity", objects.Double(math.Inf(1))}, {"-Infinity", "-Infinity", objects.Double(math.Inf(-1))},
}

// word passes over a word, which ends the text or has a separator behind it.
func (r *jsonReader) word(word, kind string, v objects.Value) (objects.Value, error) {
	if kind == "null" && r.at+1 < len(r.text) && !r.starts("nu") { // the second letter says that null is meant
		return objects.Null, r.unexpected()
	}
	if len(r.text)-r.at < len(word) {
		r.at = len(r.text)
		return objects.Null, r.failure("Unexpected end when reading JSON.")
	}
	for i := range len(word) {
		if r.text[r.at+i] == word[i] {
			continue
		}
		r.at += i
		return objects.Null, r.failure("Error parsing %s value.", kind)
	}
	r.at += len(word)
	if c := r.peek(); c != 0 && !strings.ContainsRune("}],/", c) && !unicode.IsSpace(c) {
		return objects.Null, r.failure("Error parsing %s value.", kind)
	}
	return v, nil
}

func (r *jsonReader) unexpected() error {
	return r.failure("Unexpected character encountered while parsing value: %c.", r.peek())
}

// quoted reads a text in quotes.
func (r *jsonReader) quoted() (string, error) {
	quote := r.text[r.at]
	r.at++
	start := r.at
	for r.at < len(r.text) && r.text[r.at] != quote && r.text[r.at] != '\\' {
		r.at++
	}
	if r.at < len(r.text) && r.text[r.at] == quote {
		r.at++
		return r.text[start : r.at-1], nil
	}
	b := []byte(r.text[start:r.at])
	for r.at < len(r.text) {
		switch c := r.text[r.at]; c {
		case quote:
			r.at++
			return string(b), nil
		case '\\':
			var err error
			if b, err = r.escape(b, quote); err != nil {
				return "", err
			}
		default:
			b = append(b, c)
			r.at++
		}
	}
	return "", r.unterminated(quote)
}

func (r *jsonReader) unterminated(quote byte) error {
	return r.failure("Unterminated string. Expected delimiter: %c.", quote)
}

// escape reads an escape sequence into b.
func (r *jsonReader) escape(b []byte, quote byte) ([]byte, error) {
	r.at++
	if r.at >= len(r.text) {
		return nil, r.unterminated(quote)
	}
	c := r.peek()
	r.at += utf8.RuneLen(c)
	if i := strings.IndexRune(`nrtbf`, c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i]), nil
	}
	switch c {
	case '"', '\'', '\\', '/':
		return append(b, byte(c)), nil
	case 'u':
		return r.unicodeEscape(b)
	}
	return nil, r.failure("Bad JSON escape sequence: \\%c.", c)
}

// unicodeEscape reads the digits of \u: one UTF-16 unit, or two that make a character.
func (r *jsonReader) unicodeEscape(b []byte) ([]byte, error) {
	if len(r.text)-r.at < 4 {
		r.at = len(r.text)
		return nil, r.failure("Unexpected end while parsing Unicode escape sequence.")
	}
	digits := r.text[r.at : r.at+4]
	n, err := strconv.ParseUint(digits, 16, 16)
	if err != nil {
		return nil, r.failure(`Invalid Unicode escape sequence: \u%s.`, digits)
	}
	r.at += 4
	return utf16.Append(b, utf16.FromUnit(uint16(n))), nil
}

// number reads an Int64, a BigInteger where that is too small, or a Double; one
// that begins with 0 is hexadecimal or octal.
func (r *jsonReader) number() (objects.Value, error) {
	start := r.at
	for r.at < len(r.text) && strings.IndexByte("+-0123456789.eExXabcdefABCDEF", r.text[r.at]) >= 0 {
		r.at++
	}
	if c := r.peek(); r.at < len(r.text) && !strings.ContainsRune(",}])/", c) && !unicode.IsSpace(c) {
		return objects.Null, r.failure("Unexpected character encountered while parsing number: %c.", c)
	}
	s := r.text[start:r.at]
	if v, ok := jsonNumber(s); ok {
		return v, nil
	}
	return objects.Null, r.failure("Input string '%s' is not a valid number.", s)
}

func jsonNumber(s string) (v objects.Value, ok bool) {
	if len(s) > 1 && s[0] == '0' && !strings.ContainsRune(".eE", rune(s[1])) {
		digits, base := s, 8
		if s[1] == 'x' || s[1] == 'X' {
			digits, base = s[2:], 16
		}
		n, err := strconv.ParseUint(digits, base, 64)
		return objects.Int64(int64(n)), err == nil
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return objects.Int64(n), true
	}
	if n, ok := new(big.Int).SetString(s, 10); ok && len(s) <= 380 {
		return objects.BigInt(n), true
	}
	if strings.ContainsAny(s, "xX") {
		return objects.Null, false
	}
	f, err := strconv.ParseFloat(s, 64) // beyond the range: infinity, as .NET has it
	return objects.Double(f), err == nil || math.IsInf(f, 0)
}
