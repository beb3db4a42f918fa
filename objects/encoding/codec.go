package encoding

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

type utf8Codec struct{}

func (utf8Codec) encode(dst []byte, s string) []byte {
	if utf8.ValidString(s) {
		return append(dst, s...)
	}
	return append(dst, strings.ToValidUTF8(lonely(s), "\ufffd")...)
}

// lonely is s with each surrogate that stands alone replaced by U+FFFD.
func lonely(s string) string {
	var b []byte
	for len(s) > 0 {
		r, size := utf16.DecodeRune(s)
		if r >= 0xD800 && r <= 0xDFFF {
			r = utf8.RuneError
		}
		b = utf8.AppendRune(b, r)
		s = s[size:]
	}
	return string(b)
}

func (utf8Codec) decode(b []byte) string { return strings.ToValidUTF8(string(b), "\ufffd") }

type utf16Codec struct{ big bool }

func (c utf16Codec) encode(dst []byte, s string) []byte {
	for _, unit := range utf16.Encode(s) {
		if c.big {
			dst = binary.BigEndian.AppendUint16(dst, unit)
		} else {
			dst = binary.LittleEndian.AppendUint16(dst, unit)
		}
	}
	return dst
}

func (c utf16Codec) decode(b []byte) string {
	units := make([]uint16, 0, len(b)/2+1)
	for ; len(b) >= 2; b = b[2:] {
		if c.big {
			units = append(units, binary.BigEndian.Uint16(b))
		} else {
			units = append(units, binary.LittleEndian.Uint16(b))
		}
	}
	if len(b) > 0 {
		units = append(units, 0xFFFD)
	}
	return lonely(utf16.Decode(units))
}

type utf32Codec struct{ big bool }

func (c utf32Codec) encode(dst []byte, s string) []byte {
	for _, r := range lonely(s) {
		if c.big {
			dst = binary.BigEndian.AppendUint32(dst, uint32(r))
		} else {
			dst = binary.LittleEndian.AppendUint32(dst, uint32(r))
		}
	}
	return dst
}

func (c utf32Codec) decode(b []byte) string {
	out := make([]byte, 0, len(b)/4)
	for ; len(b) >= 4; b = b[4:] {
		n := binary.LittleEndian.Uint32(b)
		if c.big {
			n = binary.BigEndian.Uint32(b)
		}
		r := rune(utf8.RuneError)
		if n <= utf8.MaxRune {
			r = rune(n)
		}
		out = utf8.AppendRune(out, r)
	}
	if len(b) > 0 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return string(out)
}

type asciiCodec struct{}

func (asciiCodec) encode(dst []byte, s string) []byte { return narrow(dst, s, 0x7f) }

func (asciiCodec) decode(b []byte) string {
	out := make([]byte, len(b))
	for i, c := range b {
		if c >= utf8.RuneSelf {
			c = '?'
		}
		out[i] = c
	}
	return string(out)
}

type latin1Codec struct{}

func (latin1Codec) encode(dst []byte, s string) []byte { return narrow(dst, s, 0xff) }

func (latin1Codec) decode(b []byte) string {
	out := make([]byte, 0, len(b))
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return string(out)
}

// narrow writes each UTF-16 unit up to most as a byte, others as "?".
func narrow(dst []byte, s string, most rune) []byte {
	for len(s) > 0 {
		r, size := utf16.DecodeRune(s)
		s = s[size:]
		switch {
		case r <= most:
			dst = append(dst, byte(r))
		case r >= 0x10000:
			dst = append(dst, '?', '?')
		default:
			dst = append(dst, '?')
		}
	}
	return dst
}
