// Package composite fills the places of .NET's composite format strings, the
// ones of String.Format and of the operator -f: "{0}", "{1,10}", "{2,-8:N2}".
package composite

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/fault"
	"github.com/csshell/csshell/objects/utf16"
)

// Item formats argument i under the format of its place, which is empty where
// the place has none.
type Item func(i int, format string) (string, error)

// What is wrong with a format string, in .NET's words.
const (
	endsEarly    = "Format item ends prematurely."
	strayBrace   = "Unexpected closing brace without a corresponding opening brace."
	digitMissing = "Expected an ASCII digit."
)

// limit bounds indexes and widths.
const limit = 1_000_000

// Format writes format with its places filled by count arguments. A malformed
// string, and an index without an argument, fail with [fault.Format].
//
//	place = "{" index [ "," [ "-" ] width ] [ ":" format ] "}"
//
// Doubled braces stand for themselves, but not within a place.
func Format(format string, count int, item Item) (string, error) {
	first := strings.IndexAny(format, "{}")
	if first < 0 {
		return format, nil
	}
	f := formatter{format: format, count: count, item: item}
	f.out = make([]byte, 0, len(format)+32)
	for {
		next := strings.IndexAny(format[f.at:], "{}")
		if next < 0 {
			return string(append(f.out, format[f.at:]...)), nil
		}
		f.out = append(f.out, format[f.at:f.at+next]...)
		f.at += next
		if err := f.brace(); err != nil {
			return "", err
		}
	}
}

type formatter struct {
	format string
	at     int
	count  int
	item   Item
	out    []byte
}

// brace handles the brace at the current position.
func (f *formatter) brace() error {
	brace := f.format[f.at]
	c, err := f.next()
	switch {
	case err != nil:
		return err
	case c == brace:
		f.out = append(f.out, c)
		f.at++
		return nil
	case brace == '}':
		return f.fail(strayBrace)
	default:
		return f.place(c)
	}
}

// place reads a place whose first character is c, and fills it.
func (f *formatter) place(c byte) error {
	index, c, err := f.number(c)
	if err != nil {
		return err
	}
	width, left := 0, false
	if c == ',' {
		if width, left, c, err = f.alignment(); err != nil {
			return err
		}
	}
	spec := ""
	if c == ':' {
		if spec, err = f.spec(); err != nil {
			return err
		}
	} else if c != '}' {
		return f.fail(endsEarly)
	}
	f.at++
	if index >= f.count {
		return fault.New(fault.Format, "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
	}
	text, err := f.item(index, spec)
	if err != nil {
		return err
	}
	f.pad(text, width, left)
	return nil
}

// number reads digits, of which c is the first, and the spaces behind them; it
// returns the character that follows.
func (f *formatter) number(c byte) (n int, next byte, err error) {
	if c < '0' || c > '9' {
		return 0, 0, f.fail(digitMissing)
	}
	for c >= '0' && c <= '9' && n < limit {
		n = n*10 + int(c-'0')
		if c, err = f.next(); err != nil {
			return 0, 0, err
		}
	}
	for c == ' ' {
		if c, err = f.next(); err != nil {
			return 0, 0, err
		}
	}
	return n, c, nil
}

func (f *formatter) alignment() (width int, left bool, next byte, err error) {
	c := byte(' ')
	for c == ' ' {
		if c, err = f.next(); err != nil {
			return 0, false, 0, err
		}
	}
	if c == '-' {
		left = true
		if c, err = f.next(); err != nil {
			return 0, false, 0, err
		}
	}
	width, next, err = f.number(c)
	return width, left, next, err
}

// spec reads the format up to the closing brace.
func (f *formatter) spec() (string, error) {
	start := f.at + 1
	for {
		c, err := f.next()
		switch {
		case err != nil:
			return "", err
		case c == '}':
			return f.format[start:f.at], nil
		case c == '{':
			return "", f.fail(endsEarly)
		}
	}
}

func (f *formatter) pad(text string, width int, left bool) {
	fill := 0
	if width > 0 {
		fill = width - utf16.Len(text)
	}
	if left {
		f.out = append(f.out, text...)
	}
	for ; fill > 0; fill-- {
		f.out = append(f.out, ' ')
	}
	if !left {
		f.out = append(f.out, text...)
	}
}

// next moves to the next character, which must exist.
func (f *formatter) next() (byte, error) {
	f.at++
	if f.at >= len(f.format) {
		return 0, f.fail(endsEarly)
	}
	return f.format[f.at], nil
}

func (f *formatter) fail(what string) error {
	offset := strconv.Itoa(utf16.UnitOffset(f.format, f.at))
	return fault.New(fault.Format, "Input string was not in a correct format. Failure to parse near offset "+offset+". "+what)
}
