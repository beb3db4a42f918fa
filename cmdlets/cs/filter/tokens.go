package filter

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type filterKind uint8

const (
	markToken filterKind = iota // ( ) !
	operatorToken
	textToken       // '…'
	expandableToken // "…"
	variableToken
	wordToken
)

// filterToken is a piece of a filter.
type filterToken struct {
	kind filterKind
	text string // without quotes, dash or dollar sign; operators in lower case
}

// typographic turns the dashes and quotes of word processors into plain ones.
var typographic = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "‚", "'", "‛", "'", "–", "-", "—", "-", "―", "-")

// splitFilter takes a filter apart.
func splitFilter(text string) ([]filterToken, error) {
	text = typographic.Replace(text)
	var tokens []filterToken
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(c) {
			at += size
			continue
		}
		t, n := nextToken(text[at:])
		if n == 0 {
			return nil, fmt.Errorf("unexpected character at position %d", utf8.RuneCountInString(text[:at])+1)
		}
		tokens = append(tokens, t)
		at += n
	}
	return tokens, nil
}

// nextToken is the token that a text begins with, and its length; 0 for none.
func nextToken(text string) (filterToken, int) {
	switch c := text[0]; {
	case c == '(' || c == ')' || c == '!':
		return filterToken{markToken, text[:1]}, 1
	case c == '-' && letters(text[1:]) > 0:
		n := letters(text[1:])
		return filterToken{operatorToken, strings.ToLower(text[1 : 1+n])}, 1 + n
	case c == '\'' || c == '"':
		return quoted(text)
	case c == '$':
		n := pathLength(text[1:])
		if n == 0 {
			return filterToken{}, 0
		}
		return filterToken{variableToken, text[1 : 1+n]}, 1 + n
	}
	n := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`()!'"$`, r) })
	if n < 0 {
		n = len(text)
	}
	return filterToken{wordToken, text[:n]}, n
}

// quoted is a text between quotes; a doubled quote stands for one.
func quoted(text string) (filterToken, int) {
	quote := text[:1]
	kind := textToken
	if quote == `"` {
		kind = expandableToken
	}
	for i := 1; i < len(text); i++ {
		if text[i] != quote[0] {
			continue
		}
		if i+1 < len(text) && text[i+1] == quote[0] {
			i++
			continue
		}
		return filterToken{kind, strings.ReplaceAll(text[1:i], quote+quote, quote)}, i + 1
	}
	return filterToken{}, 0
}

func letters(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// wordLength is the length of the variable's name that s begins with.
func wordLength(s string) int {
	n := 0
	for n < len(s) && (s[n] == '_' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || n > 0 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	return n
}

// pathLength is the length of a name with properties behind it: $user.Name.
func pathLength(s string) int {
	n := wordLength(s)
	for n > 0 && n < len(s) && s[n] == '.' {
		more := wordLength(s[n+1:])
		if more == 0 {
			break
		}
		n += 1 + more
	}
	return n
}
