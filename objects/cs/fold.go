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
// through the upper case. No letter outside ASCII ever becomes one of ASCII,
// so neither a Turkish ı nor a Kelvin sign can pass for another user's letter.
// Composed and decomposed letters (é, e and an accent) are the same.
func Fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	return strings.Map(foldRune, norm.NFC.String(text))
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
