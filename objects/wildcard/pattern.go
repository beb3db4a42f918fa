// Package wildcard matches text against PowerShell's wildcard patterns, as
// about_Wildcards describes them: * for any text, ? for one UTF-16 unit,
// [abc] and [a-z] for one unit out of a set, and the backtick that takes the
// meaning from the character after it.
package wildcard

import (
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

const escape = '`'

// PatternError tells that a pattern is malformed: a set that is not closed, or
// a range that runs backwards (WildcardPatternException).
type PatternError struct{ Pattern string }

// Error returns PowerShell's message.
func (e *PatternError) Error() string {
	return "The specified wildcard character pattern is not valid: " + e.Pattern
}

// Pattern is a compiled wildcard pattern. It is safe for concurrent use.
type Pattern struct {
	source     string
	ignoreCase bool
	shape      shape
	literal    string // what a literal, prefix, suffix or contains shape looks for
	steps      []step
}

// shape tells how a pattern is matched; most need no search at all.
type shape uint8

const (
	general  shape = iota
	anything       // *
	exact          // text
	prefix         // text*
	suffix         // *text
	contains       // *text*
)

// Compile reads a pattern. A malformed one gives a [PatternError].
func Compile(pattern string, ignoreCase bool) (*Pattern, error) {
	p := &Pattern{source: pattern, ignoreCase: ignoreCase}
	if !strings.ContainsAny(pattern, "*?[`") {
		p.shape, p.literal = exact, pattern
		return p, nil
	}
	steps, err := parse(pattern)
	if err != nil {
		return nil, err
	}
	p.steps = steps
	p.simplify()
	if p.shape == general && ignoreCase {
		foldSteps(p.steps)
	}
	return p, nil
}

// String returns the pattern as it was written.
func (p *Pattern) String() string { return p.source }

// IgnoreCase reports whether upper and lower case are the same to p.
func (p *Pattern) IgnoreCase() bool { return p.ignoreCase }

// Literal returns the text of a pattern that can match nothing else (apart
// from its case); ok is false for patterns with a wildcard.
func (p *Pattern) Literal() (text string, ok bool) {
	return p.literal, p.shape == exact
}

// Prefix returns the text that everything p matches begins with, apart from
// its case.
func (p *Pattern) Prefix() string {
	switch p.shape {
	case exact, prefix:
		return p.literal
	case general:
		return literalText(p.steps[:literalRun(p.steps)])
	default:
		return ""
	}
}

// Match reports whether the pattern matches the whole of s.
func (p *Pattern) Match(s string) bool {
	switch p.shape {
	case anything:
		return true
	case exact:
		return p.equal(s, p.literal)
	case prefix:
		_, ok := p.cutPrefix(s)
		return ok
	case suffix:
		return p.hasSuffix(s)
	case contains:
		return p.contains(s)
	default:
		return p.search(s)
	}
}

// simplify recognises the shapes that need no search.
func (p *Pattern) simplify() {
	steps := p.steps
	front := len(steps) > 0 && steps[0].kind == star
	if front {
		steps = steps[1:]
	}
	back := len(steps) > 0 && steps[len(steps)-1].kind == star
	if back {
		steps = steps[:len(steps)-1]
	}
	if literalRun(steps) != len(steps) {
		return
	}
	p.literal = literalText(steps)
	switch {
	case front && len(steps) == 0:
		p.shape = anything
	case front && back:
		p.shape = contains
	case front:
		p.shape = suffix
	case back:
		p.shape = prefix
	default:
		p.shape = exact
	}
}

// literalRun counts the literal characters that steps begin with.
func literalRun(steps []step) int {
	n := 0
	for n < len(steps) && steps[n].kind == char {
		n++
	}
	return n
}

func literalText(steps []step) string {
	var text []byte
	for _, s := range steps {
		text = utf16.AppendRune(text, s.char)
	}
	return string(text)
}

// ContainsWildcards reports whether text has a character that acts as a
// wildcard: * ? [ or ] without a backtick before it.
func ContainsWildcards(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '*', '?', '[', ']':
			return true
		case escape:
			i++
		}
	}
	return false
}

// Escape puts a backtick before every character of text with a meaning in
// patterns, but for those in except.
func Escape(text, except string) string {
	const special = "*?[]`"
	if !strings.ContainsAny(text, special) {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte(special, text[i]) >= 0 && strings.IndexByte(except, text[i]) < 0 {
			b.WriteByte(escape)
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// Unescape takes away the backticks that [Escape] puts in. A backtick before
// any other character stays.
func Unescape(text string) string {
	if strings.IndexByte(text, escape) < 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == escape && i+1 < len(text) && strings.IndexByte("*?[]`", text[i+1]) >= 0 {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// MatchAny reports whether one of the patterns matches.
func MatchAny(list []*Pattern, s string) bool {
	for _, p := range list {
		if p.Match(s) {
			return true
		}
	}
	return false
}
