package markup

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// startsName reports whether a name can begin with c, a colon aside (XML 1.0,
// NameStartChar).
func startsName(c rune) bool {
	switch {
	case c < 0x80:
		return c == '_' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
	case c < 0x300:
		return c >= 0xC0 && c != 0xD7 && c != 0xF7
	}
	for _, r := range [...][2]rune{{0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
		{0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}} {
		if r[0] <= c && c <= r[1] {
			return true
		}
	}
	return false
}

// inName reports whether c can stand in a name, a colon aside (NameChar).
func inName(c rune) bool {
	return startsName(c) || '0' <= c && c <= '9' || c == '-' || c == '.' || c == 0xB7 || 0x300 <= c && c <= 0x36F || c == 0x203F || c == 0x2040
}

// nameLength is how many bytes of s are a name without a colon.
func nameLength(s string) int {
	for i, c := range s {
		if i == 0 && !startsName(c) || !inName(c) {
			return i
		}
	}
	return len(s)
}

// VerifyName is the error for a text that is no name, with or without one
// colon (XmlConvert.VerifyName).
func VerifyName(name string) error {
	if name == "" {
		return &Error{Message: "The empty string '' is not a valid name."}
	}
	prefix, local, colon := strings.Cut(name, ":")
	for _, part := range [...]string{prefix, local} {
		if part == "" && !colon {
			continue
		}
		if n := nameLength(part); n < len(part) || part == "" {
			at := strings.Index(name, part) + n
			return badNameChar(name[at:], at)
		}
	}
	return nil
}

func badNameChar(rest string, at int) error {
	c, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		c = ':'
	}
	if at == 0 {
		return &Error{Message: fmt.Sprintf("Name cannot begin with the '%c' character, hexadecimal value 0x%02X.", c, c)}
	}
	return &Error{Message: fmt.Sprintf("The '%c' character, hexadecimal value 0x%02X, cannot be included in a name.", c, c)}
}

// EncodeName writes what a name cannot hold as _xHHHH_ (XmlConvert.EncodeName);
// EncodeLocalName does so with the colon too.
func EncodeName(name string) string { return encodeName(name, true) }

// EncodeLocalName is EncodeName without colons.
func EncodeLocalName(name string) string { return encodeName(name, false) }

func encodeName(name string, colon bool) string {
	var b strings.Builder
	for i, c := range name {
		switch {
		case c == '_' && encodedChar(name[i:]) != 0:
			b.WriteString("_x005F_")
		case c == ':' && colon, i == 0 && startsName(c), i > 0 && inName(c):
			b.WriteRune(c)
		case c > 0xFFFF:
			fmt.Fprintf(&b, "_x%08X_", c)
		default:
			fmt.Fprintf(&b, "_x%04X_", c)
		}
	}
	return b.String()
}

// DecodeName undoes EncodeName.
func DecodeName(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); {
		if n := encodedChar(name[i:]); n > 0 {
			var c rune
			if _, err := fmt.Sscanf(name[i+2:i+n-1], "%x", &c); err == nil {
				b.WriteRune(c)
				i += n
				continue
			}
		}
		b.WriteByte(name[i])
		i++
	}
	return b.String()
}

// encodedChar is the length of the _xHHHH_ or _xHHHHHHHH_ that s begins with; 0
// for none.
func encodedChar(s string) int {
	for _, digits := range [...]int{4, 8} {
		if len(s) < digits+3 || s[:2] != "_x" || s[digits+2] != '_' {
			continue
		}
		if strings.Trim(s[2:digits+2], "0123456789abcdefABCDEF") == "" {
			return digits + 3
		}
	}
	return 0
}

// isSpace reports whether c is white space of XML.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isChar reports whether a document may hold c (XML 1.0, Char).
func isChar(c rune) bool {
	return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && c != utf8.RuneError || c == '\t' || c == '\n' || c == '\r'
}
