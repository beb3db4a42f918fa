package clixml

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// encode writes the characters that XML cannot hold, or would change, as _xHHHH_.
func encode(s string) string {
	plain := true
	for i, r := range s {
		if special(r) || underscored(s, i, r) {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case underscored(s, i, r):
			b.WriteString("_x005F_")
		case !special(r):
			b.WriteRune(r)
		default:
			for _, unit := range utf16.Encode(string(r)) {
				fmt.Fprintf(&b, "_x%04X_", unit)
			}
		}
	}
	return b.String()
}

func special(r rune) bool { return r < 0x20 || r >= 0x7f && r <= 0x9f || r > 0xffff }

// underscored reports a _ that would look like the beginning of a code.
func underscored(s string, i int, r rune) bool {
	return r == '_' && i+1 < len(s) && (s[i+1] == 'x' || s[i+1] == 'X')
}

// decode reads what encode wrote.
func decode(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var units []uint16
	for s != "" {
		before, rest, found := strings.Cut(s, "_x")
		units = append(units, utf16.Encode(before)...)
		if !found {
			break
		}
		if len(rest) >= 5 && rest[4] == '_' {
			if n, err := strconv.ParseUint(rest[:4], 16, 16); err == nil {
				units, s = append(units, uint16(n)), rest[5:]
				continue
			}
		}
		units, s = append(units, '_', 'x'), rest
	}
	return utf16.Decode(units)
}
