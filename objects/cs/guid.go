package cs

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// GUID is a globally unique identifier that may be missing. The one of all
// zeros is a value like any other: it is the TenantId of a user on premises.
type GUID struct {
	Bytes [16]byte
	Valid bool
}

// ParseGUID reads a GUID as .NET's Guid.Parse does: 32 digits, plain or in
// groups of 8-4-4-4-12, the latter bare, in braces or in parentheses, with
// blanks around it.
func ParseGUID(text string) (GUID, error) {
	digits := strings.TrimSpace(text)
	if n := len(digits); n == 38 && (digits[0] == '{' && digits[n-1] == '}' || digits[0] == '(' && digits[n-1] == ')') {
		digits = digits[1 : n-1]
	}
	var packed [32]byte
	switch {
	case len(digits) == 32:
		copy(packed[:], digits)
	case len(digits) == 36 && digits[8] == '-' && digits[13] == '-' && digits[18] == '-' && digits[23] == '-':
		at := copy(packed[:], digits[:8])
		at += copy(packed[at:], digits[9:13])
		at += copy(packed[at:], digits[14:18])
		at += copy(packed[at:], digits[19:23])
		copy(packed[at:], digits[24:])
	default:
		return GUID{}, fmt.Errorf("%q is not a GUID", text)
	}
	guid := GUID{Valid: true}
	if _, err := hex.Decode(guid.Bytes[:], packed[:]); err != nil {
		return GUID{}, fmt.Errorf("%q is not a GUID", text)
	}
	return guid, nil
}

// String returns g as .NET prints it, in lower case and in groups, or the
// empty text where it is missing.
func (g GUID) String() string {
	if !g.Valid {
		return ""
	}
	var text [36]byte
	hex.Encode(text[:8], g.Bytes[:4])
	hex.Encode(text[9:13], g.Bytes[4:6])
	hex.Encode(text[14:18], g.Bytes[6:8])
	hex.Encode(text[19:23], g.Bytes[8:10])
	hex.Encode(text[24:], g.Bytes[10:])
	text[8], text[13], text[18], text[23] = '-', '-', '-', '-'
	return string(text[:])
}
