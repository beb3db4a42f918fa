package objects

import "strings"

// plainASCII reports whether s has only characters that take part in a
// comparison by culture and stand for themselves.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// equalText is -eq of strings: by the invariant culture, which for plain
// characters is a comparison of the characters.
func equalText(a, b string, ignoreCase bool) bool {
	if a == b {
		return true
	}
	if plainASCII(a) && plainASCII(b) {
		return ignoreCase && len(a) == len(b) && equalFoldASCII(a, b)
	}
	return compareText(a, b, ignoreCase) == 0
}

func equalFoldASCII(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if c, d := a[i], b[i]; c != d && (c|0x20 != d|0x20 || c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}

// compareText orders strings by culture.
func compareText(a, b string, ignoreCase bool) int {
	if ignoreCase {
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	}
	return strings.Compare(a, b)
}
