package view

import (
	"unicode/utf8"

	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/utf16"
)

const escapeByte = 0x1b

// cellWidth is the number of cells that s takes on a screen, as PowerShell
// counts: one for each UTF-16 unit, two for wide ones, none for escape
// sequences.
func cellWidth(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == escapeByte:
			if size := style.SequenceLength(s[i:]); size > 0 {
				i += size
				continue
			}
			n++
			i++
		case c < utf8.RuneSelf:
			n++
			i++
		default:
			r, size := utf16.DecodeRune(s[i:])
			n += runeCells(r)
			i += size
		}
	}
	return n
}

// Cells is the number of cells that s takes on a screen; escape sequences take none.
func Cells(s string) int { return cellWidth(s) }

// runeCells is the number of cells of one character.
func runeCells(r rune) int {
	if r >= 0x10000 || isWide(r) {
		return 2
	}
	return 1
}

// isWide reports whether a character takes two cells: Hangul, kana, ideographs
// and full-width forms (Markus Kuhn's wcwidth without combining characters).
func isWide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, r == 0x2329, r == 0x232a:
		return true
	case r < 0x2e80:
		return false
	}
	return r <= 0xa4cf && r != 0x303f || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xfe10 && r <= 0xfe19 || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0xffe0 && r <= 0xffe6
}

// cutHead is the longest beginning of s that fits the width; escape sequences
// within it are kept.
func cutHead(s string, width int) string {
	i := 0
	for i < len(s) {
		size := style.SequenceLength(s[i:])
		if size == 0 {
			var r rune
			r, size = utf16.DecodeRune(s[i:])
			if width -= runeCells(r); width < 0 {
				break
			}
		}
		i += size
	}
	return s[:i]
}

// cutTail is the longest end of s that fits the width.
func cutTail(s string, width int) string {
	i := len(s)
	for i > 0 {
		r, size := utf16.DecodeLastRune(s[:i])
		if width -= runeCells(r); width < 0 {
			break
		}
		i -= size
	}
	return s[i:]
}
