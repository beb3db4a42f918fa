// Package encoding turns text into bytes and back as .NET's encodings do.
package encoding

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/fault"
)

// Encoding is one encoding of text (System.Text.Encoding).
type Encoding struct {
	Name     string // as .NET registers it: "utf-8"
	CodePage int
	// Preamble is the byte order mark that a new file begins with.
	Preamble []byte
	codec    codec
}

// codec is how an encoding works.
type codec interface {
	// encode appends the bytes of s; characters that cannot be said become "?".
	encode(dst []byte, s string) []byte
	// decode is the text of b; bytes that say nothing become U+FFFD.
	decode(b []byte) string
}

// Append appends the bytes of s to dst.
func (e *Encoding) Append(dst []byte, s string) []byte { return e.codec.encode(dst, s) }

// AppendBytes appends the bytes of a text to dst that is given in UTF-8.
func (e *Encoding) AppendBytes(dst, text []byte) []byte {
	if _, same := e.codec.(utf8Codec); same && utf8.Valid(text) {
		return append(dst, text...)
	}
	return e.codec.encode(dst, string(text))
}

// Decode is the text of b, without a preamble.
func (e *Encoding) Decode(b []byte) string { return e.codec.decode(b) }

// UTF8 is UTF-8, with or without a byte order mark.
func UTF8(mark bool) *Encoding {
	e := &Encoding{Name: "utf-8", CodePage: 65001, codec: utf8Codec{}}
	if mark {
		e.Preamble = []byte("\xef\xbb\xbf")
	}
	return e
}

// UTF16 is UTF-16 in either order of bytes.
func UTF16(big bool) *Encoding {
	if big {
		return &Encoding{Name: "utf-16BE", CodePage: 1201, Preamble: []byte("\xfe\xff"), codec: utf16Codec{big}}
	}
	return &Encoding{Name: "utf-16", CodePage: 1200, Preamble: []byte("\xff\xfe"), codec: utf16Codec{big}}
}

// UTF32 is UTF-32 in either order of bytes.
func UTF32(big bool) *Encoding {
	if big {
		return &Encoding{Name: "utf-32BE", CodePage: 12001, Preamble: []byte("\x00\x00\xfe\xff"), codec: utf32Codec{big}}
	}
	return &Encoding{Name: "utf-32", CodePage: 12000, Preamble: []byte("\xff\xfe\x00\x00"), codec: utf32Codec{big}}
}

// ASCII is US-ASCII.
func ASCII() *Encoding { return &Encoding{Name: "us-ascii", CodePage: 20127, codec: asciiCodec{}} }

// Latin1 is ISO 8859-1.
func Latin1() *Encoding { return &Encoding{Name: "iso-8859-1", CodePage: 28591, codec: latin1Codec{}} }

// Named finds an encoding by the name that an -Encoding parameter takes
// ("about_Character_Encoding"): PowerShell's own ones, the number of a code
// page, or a name registered with .NET.
func Named(name string) (*Encoding, error) {
	switch strings.ToLower(name) {
	case "", "default", "utf8", "utf8nobom", "oem", "ansi":
		return UTF8(false), nil
	case "utf8bom":
		return UTF8(true), nil
	case "unicode", "string", "utf16", "unknown":
		return UTF16(false), nil
	case "bigendianunicode":
		return UTF16(true), nil
	case "utf32":
		return UTF32(false), nil
	case "bigendianutf32":
		return UTF32(true), nil
	case "utf7":
		return &Encoding{Name: "utf-7", CodePage: 65000, codec: utf7Codec{}}, nil
	}
	if page, err := strconv.Atoi(name); err == nil {
		return Page(page)
	}
	return Registered(name)
}

// Registered is the encoding that .NET registers under a name
// (Encoding.GetEncoding(string)): an ArgumentException where there is none.
func Registered(name string) (*Encoding, error) {
	switch strings.ToLower(name) {
	case "utf-8":
		return UTF8(true), nil
	case "utf-16", "utf-16le", "ucs-2", "iso-10646-ucs-2":
		return UTF16(false), nil
	case "utf-16be", "unicodefffe":
		return UTF16(true), nil
	case "utf-32", "utf-32le":
		return UTF32(false), nil
	case "utf-32be":
		return UTF32(true), nil
	case "us-ascii", "ascii", "iso646-us", "us":
		return ASCII(), nil
	case "iso-8859-1", "latin1", "iso_8859-1", "l1", "ibm819":
		return Latin1(), nil
	}
	if e := tableNamed(name); e != nil {
		return e, nil
	}
	return nil, fault.WithParam(fault.Argument, "'"+name+"' is not a supported encoding name. For information on defining a "+
		"custom encoding, see the documentation for the Encoding.RegisterProvider method.", "name")
}

// Page is the encoding of a code page (Encoding.GetEncoding(int)): a
// NotSupportedException where there is none.
func Page(number int) (*Encoding, error) {
	switch number {
	case 0, 65001:
		return UTF8(true), nil
	case 1200:
		return UTF16(false), nil
	case 1201:
		return UTF16(true), nil
	case 12000:
		return UTF32(false), nil
	case 12001:
		return UTF32(true), nil
	case 20127:
		return ASCII(), nil
	case 28591:
		return Latin1(), nil
	}
	if e := tablePage(number); e != nil {
		return e, nil
	}
	return nil, fault.New("System.NotSupportedException", "No data is available for encoding "+strconv.Itoa(number)+
		". For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.")
}

// Detect is the encoding that the byte order mark at the beginning of a file
// tells; nil where there is none.
func Detect(b []byte) *Encoding {
	for _, e := range [...]*Encoding{UTF32(false), UTF32(true), UTF8(true), UTF16(false), UTF16(true)} {
		if len(b) >= len(e.Preamble) && string(b[:len(e.Preamble)]) == string(e.Preamble) {
			return e
		}
	}
	return nil
}
