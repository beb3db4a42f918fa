package encoding

import (
	"encoding/base64"
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// utf7Codec is UTF-7 (RFC 2152).
type utf7Codec struct{}

// utf7Base64 is base 64 without padding.
func utf7Base64() *base64.Encoding { return base64.StdEncoding.WithPadding(base64.NoPadding) }

func (utf7Codec) encode(dst []byte, s string) []byte {
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !directUTF7(r) })
		if n < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:n]...)
		s = s[n:]
		if s[0] == '+' {
			dst = append(dst, "+-"...)
			s = s[1:]
			continue
		}
		n = strings.IndexFunc(s, func(r rune) bool { return directUTF7(r) || r == '+' })
		if n < 0 {
			n = len(s)
		}
		dst = append(dst, '+')
		dst = utf7Base64().AppendEncode(dst, utf16Codec{big: true}.encode(nil, s[:n]))
		dst = append(dst, '-')
		s = s[n:]
	}
	return dst
}

// directUTF7 reports whether a character stands for itself.
func directUTF7(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("\t\n\r '(),-./:?", r)
}

func (utf7Codec) decode(b []byte) string {
	var out strings.Builder
	s := string(b)
	for s != "" {
		plain, rest, found := strings.Cut(s, "+")
		out.WriteString(plain)
		if !found {
			break
		}
		n := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune(base64Letters, r) })
		if n < 0 {
			n = len(rest)
		}
		if n == 0 {
			out.WriteByte('+')
		} else if units, err := utf7Base64().DecodeString(rest[:n]); err == nil {
			out.WriteString(utf16.Concat("", utf16Codec{big: true}.decode(units[:len(units)&^1])))
		}
		s = strings.TrimPrefix(rest[n:], "-")
	}
	return out.String()
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
