package parser

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// DecodeSource makes a source of a file's bytes. A byte order mark decides
// between UTF-8, UTF-16 and UTF-32; without one the bytes are UTF-8
// (about_Character_Encoding).
func DecodeSource(data []byte, file string) *Source {
	switch text := string(data); {
	case strings.HasPrefix(text, "\xEF\xBB\xBF"):
		return NewSource(text[3:], file)
	case strings.HasPrefix(text, "\xFF\xFE\x00\x00"):
		return NewSource(decodeUTF32(data[4:], binary.LittleEndian), file)
	case strings.HasPrefix(text, "\x00\x00\xFE\xFF"):
		return NewSource(decodeUTF32(data[4:], binary.BigEndian), file)
	case strings.HasPrefix(text, "\xFF\xFE"):
		return NewSource(decodeUTF16(data[2:], binary.LittleEndian), file)
	case strings.HasPrefix(text, "\xFE\xFF"):
		return NewSource(decodeUTF16(data[2:], binary.BigEndian), file)
	default:
		return NewSource(text, file)
	}
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	text := string(utf16.Decode(units))
	if len(data) > 0 {
		text += "\uFFFD"
	}
	return text
}

func decodeUTF32(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	for ; len(data) >= 4; data = data[4:] {
		b.WriteRune(rune(order.Uint32(data)))
	}
	if len(data) > 0 {
		b.WriteRune('\uFFFD')
	}
	return b.String()
}

// replaceInvalid puts U+FFFD for each piece of text that is no UTF-8. A piece is
// as long as it could be the beginning of a character.
func replaceInvalid(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && n == 1 {
			n = invalidLength(text)
		}
		b.WriteRune(r)
		text = text[n:]
	}
	return b.String()
}

// invalidLength gives the length of the broken character that text begins with.
func invalidLength(text string) int {
	length, low, high := 0, byte(0x80), byte(0xBF)
	switch c := text[0]; {
	case c >= 0xC2 && c <= 0xDF:
		length = 2
	case c >= 0xE0 && c <= 0xEF:
		length = 3
	case c >= 0xF0 && c <= 0xF4:
		length = 4
	default:
		return 1
	}
	switch text[0] {
	case 0xE0:
		low = 0xA0
	case 0xED:
		high = 0x9F
	case 0xF0:
		low = 0x90
	case 0xF4:
		high = 0x8F
	}
	n := 1
	for n < length && n < len(text) && text[n] >= low && text[n] <= high {
		n++
		low, high = 0x80, 0xBF
	}
	return n
}
