package net

import (
	"strings"
	"unicode/utf8"
)

const (
	hexDigits  = "0123456789ABCDEF"
	unreserved = "-_.~"
	reserved   = ";/?:@&=+$,#[]!'()*"
)

// escape writes every byte that is neither a letter, a digit nor in keep as %XX.
func escape(s, keep string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; isLetter(c) || isDigit(c) || strings.IndexByte(keep, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		}
	}
	return b.String()
}

// escapePath escapes what may not stand in a Uri; what is escaped already
// stays, but for letters that need none.
func escapePath(s, also string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' {
			if x, ok := hexByte(s[i+1:]); ok {
				if isLetter(x) || isDigit(x) || strings.IndexByte(unreserved, x) >= 0 {
					b.WriteByte(x)
				} else {
					b.WriteString(s[i : i+3])
				}
				i += 2
				continue
			}
		}
		plain := isLetter(c) || isDigit(c) || strings.IndexByte(unreserved+reserved, c) >= 0
		if plain && strings.IndexByte(also, c) < 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteString(escape(s[i:i+1], ""))
	}
	return b.String()
}

// hexByte reads two hexadecimal digits.
func hexByte(s string) (byte, bool) {
	if len(s) < 2 {
		return 0, false
	}
	hi, ok1 := hexDigit(s[0])
	lo, ok2 := hexDigit(s[1])
	return hi<<4 | lo, ok1 && ok2
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case isDigit(c):
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

// unescape undoes escape but for the characters in keep; bytes that are no
// text stay as they are.
func unescape(s, keep string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c, ok := byte(0), false
		if s[i] == '%' {
			c, ok = hexByte(s[i+1:])
		}
		switch {
		case !ok:
			b.WriteByte(s[i])
			i++
		case c < 0x80:
			if strings.IndexByte(keep, c) >= 0 {
				b.WriteString(s[i : i+3])
			} else {
				b.WriteByte(c)
			}
			i += 3
		default:
			r, n := escapedRune(s[i:])
			b.WriteString(r)
			i += n
		}
	}
	return b.String()
}

// escapedRune reads a letter that is written as two to four escaped bytes, and
// how much of s it takes; the first of them as it stands where it is none.
func escapedRune(s string) (string, int) {
	var bytes []byte
	for n := 0; n+3 <= len(s) && s[n] == '%' && len(bytes) < utf8.UTFMax; n += 3 {
		c, ok := hexByte(s[n+1:])
		if !ok {
			break
		}
		bytes = append(bytes, c)
		if utf8.FullRune(bytes) {
			break
		}
	}
	if r, size := utf8.DecodeRune(bytes); r == utf8.RuneError || size != len(bytes) {
		return s[:3], 3
	}
	return string(bytes), 3 * len(bytes)
}

// EscapeData is Uri.EscapeDataString.
func EscapeData(s string) string { return escape(s, unreserved) }
