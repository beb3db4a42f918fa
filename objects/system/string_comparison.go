package system

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

// The comparisons that go by culture pass over characters without a weight and
// take an accent for a part of its letter; the ordinal ones do neither.

func byCulture(comparison int) bool { return comparison < ordinal }

func cultureOptions(comparison int) culture.CompareOptions {
	if ignoresCase(comparison) {
		return culture.IgnoreCase
	}
	return 0
}

// find is the place of a text in another, in units, and the bytes it takes;
// -1 where it is not in it.
func find(s, sought string, comparison int) (unit, size int) {
	var at int
	switch {
	case byCulture(comparison):
		at, size = culture.Invariant().Index(s, sought, cultureOptions(comparison))
	case ignoresCase(comparison):
		at, size = indexFold(s, sought)
	default:
		at, size = strings.Index(s, sought), len(sought)
	}
	if at < 0 {
		return -1, 0
	}
	return utf16.UnitOffset(s, at), size
}

// indexFold is the byte place and length of a text in another without regard
// to case; -1 where it is not in it.
func indexFold(s, sought string) (at, size int) {
	if sought == "" {
		return 0, 0
	}
	for i := range s {
		if n, ok := prefixFold(s[i:], sought); ok {
			return i, n
		}
	}
	return -1, 0
}

// prefixFold reports whether s begins with prefix without regard to case, and
// how many bytes of s that takes.
func prefixFold(s, prefix string) (size int, ok bool) {
	for _, r := range prefix {
		q, n := utf16.DecodeRune(s[size:])
		if n == 0 || unicode.ToUpper(q) != unicode.ToUpper(r) {
			return 0, false
		}
		size += n
	}
	return size, true
}

func hasPrefix(s, prefix string, comparison int) bool {
	switch {
	case byCulture(comparison):
		return culture.Invariant().HasPrefix(s, prefix, cultureOptions(comparison))
	case ignoresCase(comparison):
		_, ok := prefixFold(s, prefix)
		return ok
	default:
		return strings.HasPrefix(s, prefix)
	}
}

func hasSuffix(s, suffix string, comparison int) bool {
	switch {
	case byCulture(comparison):
		return culture.Invariant().HasSuffix(s, suffix, cultureOptions(comparison))
	case ignoresCase(comparison):
		n, m := utf16.Len(s), utf16.Len(suffix)
		return m <= n && culture.EqualOrdinalIgnoreCase(utf16.Slice(s, n-m, m), suffix)
	default:
		return strings.HasSuffix(s, suffix)
	}
}

// lastIndexIn is the last place of a text within a window of another, in units.
func lastIndexIn(s, sought string, from, to, comparison int) int {
	if sought == "" {
		return to
	}
	window := utf16.Slice(s, from, to-from)
	var at int
	switch {
	case byCulture(comparison):
		at, _ = culture.Invariant().LastIndex(window, sought, cultureOptions(comparison))
	case ignoresCase(comparison):
		at = -1
		for i := range window {
			if _, ok := prefixFold(window[i:], sought); ok {
				at = i
			}
		}
	default:
		at = strings.LastIndex(window, sought)
	}
	if at < 0 {
		return -1
	}
	return from + utf16.UnitOffset(window, at)
}

// compareText orders two texts as String.Compare does.
func compareText(a, b string, comparison int) int {
	switch comparison {
	case ordinal:
		return utf16.Compare(a, b)
	case ordinalIgnoreCase:
		return culture.CompareOrdinalIgnoreCase(a, b)
	}
	return objects.CompareCulture(a, b, ignoresCase(comparison))
}
