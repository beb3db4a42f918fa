package filesystem

import (
	"strings"

	"github.com/csshell/csshell/objects/culture"
)

// filter is a -Filter, which the file system itself matches, whatever the case.
// Its wildcards are those of .NET's MatchType.Win32: "?" is a character that is no
// dot, or none before a dot or at the end, "*." a name without extension, "a.*"
// also "a", and "*.*" any name.
type filter struct{ pattern []rune }

// The wildcards of Win32 beside "*".
const (
	dosStar = '<' // any characters but the last dot
	dosQM   = '>' // a character that is no dot; none before one or at the end
	dosDot  = '"' // a dot, or the end of the name
)

func newFilter(text string) filter {
	if text == "" || text == "*.*" {
		text = "*"
	}
	in := []rune(culture.ToLower(text))
	var out []rune
	for i, c := range in {
		last := i == len(in)-1
		switch {
		case c == '?':
			c = dosQM
		case c == '.' && last && i > 0 && in[i-1] == '*':
			out[len(out)-1] = dosStar
			continue
		case c == '.' && !last && strings.ContainsRune("?*", in[i+1]):
			c = dosDot
		}
		out = append(out, c)
	}
	return filter{out}
}

// match reports whether a name matches: it follows all ways through the pattern at
// once, so that no pattern takes long.
func (f filter) match(name string) bool {
	if len(f.pattern) == 1 && f.pattern[0] == '*' {
		return true
	}
	rest := []rune(culture.ToLower(name))
	dot := -1
	for i, c := range rest {
		if c == '.' {
			dot = i
		}
	}
	states := make([]bool, len(f.pattern)+1)
	next := make([]bool, len(f.pattern)+1)
	states[0] = true
	for i, c := range rest {
		clear(next)
		for p := range f.pattern {
			if states[p] {
				f.step(p, c, i == dot, states, next)
			}
		}
		states, next = next, states
	}
	for p, c := range f.pattern {
		if states[p] && strings.ContainsRune(`*<>"`, c) {
			states[p+1] = true
		}
	}
	return states[len(f.pattern)]
}

// step takes one character at place p of the pattern: now are the places that can
// be reached without it, next those that it leads to.
func (f filter) step(p int, c rune, lastDot bool, now, next []bool) {
	switch want := f.pattern[p]; want {
	case '*':
		now[p+1], next[p] = true, true
	case dosStar:
		now[p+1] = true
		next[p] = next[p] || !lastDot
	case dosQM:
		if c == '.' {
			now[p+1] = true
		} else {
			next[p+1] = true
		}
	case dosDot:
		next[p+1] = next[p+1] || c == '.'
	default:
		next[p+1] = next[p+1] || want == c
	}
}
