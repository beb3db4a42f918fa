package view

import (
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/style"
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
		if size := style.ColourLength(s[i:]); size > 0 {
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
