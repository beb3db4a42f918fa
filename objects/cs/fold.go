package cs

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the key under which text is compared without regard to case:
// two texts are the same to PowerShell's -eq when their keys are equal.
//
// The rule is .NET's ordinal one, which knows no culture: letter by letter,
// through the upper case, after what Unicode has for the same text (é and e
// with an accent, the Kelvin sign and K) has been made the same. Case alone
// never makes a letter outside ASCII one of ASCII, so a Turkish ı cannot pass
// for another user's i. Bytes that are no UTF-8 become U+FFFD.
func Fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	return strings.Map(foldRune, norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")))
}

func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	folded := unicode.ToLower(unicode.ToUpper(r))
	if folded < utf8.RuneSelf {
		return r
	}
	return folded
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
