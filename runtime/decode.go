package runtime

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// decodeScript is the text of a script file: UTF-8, or what its byte order mark
// says ("about_Character_Encoding").
func decodeScript(b []byte) string {
	switch {
	case strings.HasPrefix(string(b[:min(3, len(b))]), "\xEF\xBB\xBF"):
		return string(b[3:])
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return decodeUTF16(b[2:], binary.LittleEndian)
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return decodeUTF16(b[2:], binary.BigEndian)
	}
	return string(b)
}

func decodeUTF16(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
