package filesystem

import (
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/culture"
)

// filter is a -Filter, which the file system itself matches: with the wildcards *
// and ? of .NET's MatchType.Win32, where "*." is a name without extension and
// "*.*" is any name.
type filter struct{ pattern string }

func newFilter(text string) filter {
	if text == "*.*" {
		text = "*"
	}
	return filter{culture.ToLower(text)}
}

// match reports whether a name matches, whatever its case; an empty filter
// matches all.
func (f filter) match(name string) bool {
	if f.pattern == "" || f.pattern == "*" {
		return true
	}
	name = culture.ToLower(name)
	if head, ok := strings.CutSuffix(f.pattern, "*."); ok && !strings.Contains(name, ".") {
		return matchSimple(head+"*", name)
	}
	return matchSimple(f.pattern, name)
}

// matchSimple matches * with any characters and ? with one.
func matchSimple(pattern, name string) bool {
	star, rest := -1, ""
	p := 0
	for name != "" {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, rest = p, name
			p++
			continue
		case p < len(pattern) && pattern[p] == '?':
			_, size := utf8.DecodeRuneInString(name)
			name = name[size:]
			p++
			continue
		case p < len(pattern) && pattern[p] == name[0]:
			name = name[1:]
			p++
			continue
		case star < 0:
			return false
		}
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		name, p = rest, star+1
	}
	// A ? at the end of a pattern may stand for no character.
	return strings.Trim(pattern[p:], "*?") == ""
}
