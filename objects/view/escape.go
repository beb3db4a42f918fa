package view

import (
	"strings"
	"unicode/utf8"
)

// Style is the colours of formatted output ($PSStyle.Formatting), as escape
// sequences. The zero value is plain text.
type Style struct {
	Header      string // TableHeader
	OwnHeader   string // CustomTableHeaderLabel: headers that are no property's name
	Accent      string // FormatAccent: labels of lists
	Reset       string
	Decorations bool // colours in the texts of objects are kept
}

// sequenceLength is the length of the escape sequence of decoration (a colour
// or style, a hyperlink) that s begins with; 0 where it begins with none.
func sequenceLength(s string) int {
	if len(s) < 3 || s[0] != escapeByte {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			switch c := s[i]; {
			case c >= '0' && c <= '9' || c == ';':
			case c == 'm':
				return i + 1
			default:
				return 0
			}
		}
	case ']':
		return hyperlinkLength(s)
	}
	return 0
}

// hyperlinkLength is the length of the sequence that begins or ends a link:
// ESC ] 8 ; ; address ESC \.
func hyperlinkLength(s string) int {
	if !strings.HasPrefix(s, "\x1b]8;;") {
		return 0
	}
	end := strings.Index(s[5:], "\x1b\\")
	if end < 0 {
		return 0
	}
	return 5 + end + 2
}

// undecorated is s without colours and links.
func undecorated(s string) string {
	if strings.IndexByte(s, escapeByte) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if size := sequenceLength(s[i:]); size > 0 {
			i += size
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// harmless is s for a terminal: colours stay, any other control character or
// escape sequence of the data, which could move the cursor, rewrite what
// stands on the screen or answer for the user, is shown as a sign. Tabs and
// line ends stay.
func harmless(s string) string {
	if !hasControl(s) {
		return s
	}
	var b strings.Builder
	last := "" // the last colour set
	for i := 0; i < len(s); {
		if size := colourLength(s[i:]); size > 0 {
			last = s[i : i+size]
			b.WriteString(last)
			i += size
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isControl(r) || r == '\r' && !strings.HasPrefix(s[i:], "\r\n") {
			b.WriteRune(controlPicture(r))
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	if last != "" && last != "\x1b[0m" && last != "\x1b[m" {
		b.WriteString("\x1b[0m")
	}
	return b.String()
}

// colourLength is sequenceLength for colours alone.
func colourLength(s string) int {
	if len(s) > 1 && s[1] == '[' {
		return sequenceLength(s)
	}
	return 0
}

func hasControl(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x20 && c != '\n' && c != '\t' || c == 0x7f {
			return true
		}
		if c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
			return true
		}
	}
	return false
}

// isControl is true of the control characters of both halves (C0, C1) but tab
// and line ends.
func isControl(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0x7f && r < 0xa0
}

// controlPicture is the visible sign of a control character.
func controlPicture(r rune) rune {
	switch {
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	}
	return utf8.RuneError
}
