package culture

import (
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/utf16"
)

// Index returns where sub occurs first in s by the rules of the culture, and
// the length of what was found, both in bytes; -1 for nowhere
// (CompareInfo.IndexOf).
func (c *Culture) Index(s, sub string, options CompareOptions) (at, length int) {
	if sub == "" {
		return 0, 0
	}
	t := c.tailoring()
	if plain(options, t) && utf16.IsASCII(s) && printable(sub) && printable(s) {
		if at = indexASCII(s, sub, options&IgnoreCase != 0); at < 0 {
			return -1, 0
		}
		return at, len(sub)
	}
	for at <= len(s) {
		if n := matchPrefix(s[at:], sub, t, options); n >= 0 {
			return at, n
		}
		_, size := utf16.DecodeRune(s[at:])
		at += max(size, 1)
	}
	return -1, 0
}

// LastIndex is [Culture.Index] for the last occurrence.
func (c *Culture) LastIndex(s, sub string, options CompareOptions) (at, length int) {
	t := c.tailoring()
	for at = len(s); at >= 0; at-- {
		if at < len(s) && !utf8.RuneStart(s[at]) {
			continue
		}
		if n := matchPrefix(s[at:], sub, t, options); n >= 0 {
			return at, n
		}
	}
	return -1, 0
}

// HasPrefix reports whether s begins with prefix by the rules of the culture.
func (c *Culture) HasPrefix(s, prefix string, options CompareOptions) bool {
	t := c.tailoring()
	if plain(options, t) && printable(prefix) && len(s) >= len(prefix) && printable(s[:len(prefix)]) && (len(s) == len(prefix) || s[len(prefix)] < utf8.RuneSelf) {
		order, ok := compareASCII(s[:len(prefix)], prefix, options&IgnoreCase != 0)
		return ok && order == 0
	}
	return matchPrefix(s, prefix, t, options) >= 0
}

// HasSuffix reports whether s ends with suffix by the rules of the culture.
func (c *Culture) HasSuffix(s, suffix string, options CompareOptions) bool {
	t := c.tailoring()
	if plain(options, t) && printable(suffix) && printable(s) {
		if len(s) < len(suffix) {
			return false
		}
		order, _ := compareASCII(s[len(s)-len(suffix):], suffix, options&IgnoreCase != 0)
		return order == 0
	}
	for at := len(s); at >= 0; at-- {
		if at < len(s) && !utf8.RuneStart(s[at]) {
			continue
		}
		if compareElements(s[at:], suffix, t, options) == 0 {
			return true
		}
	}
	return false
}

// plain reports whether ASCII text can be compared without the tables.
func plain(options CompareOptions, t *tailoring) bool {
	return options&^(IgnoreCase|StringSort) == 0 && !t.changesASCII
}

// printable reports whether s is ASCII without control characters, so that no
// character of it is passed over.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || asciiRank[s[i]] == 0 {
			return false
		}
	}
	return true
}

func indexASCII(s, sub string, ignoreCase bool) int {
	if !ignoreCase {
		return strings.Index(s, sub)
	}
	for at := 0; at+len(sub) <= len(s); at++ {
		if order, _ := compareASCII(s[at:at+len(sub)], sub, true); order == 0 {
			return at
		}
	}
	return -1
}

// matchPrefix returns the length of the shortest text that s begins with and
// that equals prefix, or -1. What is left must not begin with an accent that
// belongs to it.
func matchPrefix(s, prefix string, t *tailoring, options CompareOptions) int {
	root := rootCollation()
	x := elementReader{rest: s, tailoring: t, root: root, options: options}
	y := elementReader{rest: prefix, tailoring: t, root: root, options: options}
	for {
		want, ok := y.counting()
		if !ok {
			break
		}
		got, ok := x.counting()
		if !ok || got != want {
			return -1
		}
	}
	if !x.done() {
		return -1
	}
	length := len(s) - len(x.rest)
	if e, ok := x.counting(); ok && e.primary == 0 {
		return -1
	}
	return length
}

// counting returns the next element as far as the options count it.
func (r *elementReader) counting() (element, bool) {
	for {
		e, ok := r.next()
		if !ok {
			return e, false
		}
		if r.options&IgnoreNonSpace != 0 {
			e.secondary = 0
		}
		if r.options&IgnoreCase != 0 || r.options&IgnoreNonSpace != 0 && e.primary == 0 {
			e.tertiary = 0
		}
		if e != (element{}) {
			return e, true
		}
	}
}
