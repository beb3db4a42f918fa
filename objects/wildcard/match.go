package wildcard

import (
	"unicode"
	"unicode/utf8"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

// search matches steps against s from left to right. When it fails after a
// star, it lets the last star take one character more and goes on from there:
// the time is bounded by the product of the lengths.
func (p *Pattern) search(s string) bool {
	at, i := 0, 0
	starStep, starAt := -1, 0
	for at < len(s) || i < len(p.steps) {
		if i < len(p.steps) && p.steps[i].kind == star {
			starStep, starAt = i, at
			i++
			continue
		}
		if i < len(p.steps) && at < len(s) {
			if size, used := p.matchStep(i, s[at:]); size > 0 {
				at += size
				i += used
				continue
			}
		}
		if starStep < 0 || starAt >= len(s) {
			return false
		}
		_, size := utf16.DecodeRune(s[starAt:])
		starAt += size
		at, i = starAt, starStep+1
	}
	return true
}

// matchStep matches the character that s begins with. It returns its size (0
// for no match) and the number of steps it used: a character outside the basic
// plane is two units and takes two question marks, or a question mark and the
// room that a star beside it gives.
func (p *Pattern) matchStep(i int, s string) (size, used int) {
	c, size := utf16.DecodeRune(s)
	if p.ignoreCase {
		c = culture.LowerRune(c)
	}
	switch st := &p.steps[i]; st.kind {
	case char:
		if st.char != c {
			return 0, 0
		}
	case any1:
		if c >= 0x10000 {
			return p.matchPair(i, size)
		}
	default:
		if !p.inSet(st.set, c) {
			return 0, 0
		}
	}
	return size, 1
}

func (p *Pattern) matchPair(i, size int) (int, int) {
	if i+1 < len(p.steps) && p.steps[i+1].kind == any1 {
		return size, 2
	}
	if i > 0 && p.steps[i-1].kind == star || i+1 < len(p.steps) && p.steps[i+1].kind == star {
		return size, 1
	}
	return 0, 0
}

// inSet tests a (folded) character. Ranges are kept as written, so that
// without regard to case a character is in a range when either of its cases is.
func (p *Pattern) inSet(members []pair, c rune) bool {
	for _, m := range members {
		if c >= m.low && c <= m.high {
			return true
		}
	}
	if !p.ignoreCase {
		return false
	}
	upper := unicode.ToUpper(c)
	for _, m := range members {
		if upper >= m.low && upper <= m.high {
			return true
		}
	}
	return false
}

func foldSteps(steps []step) {
	for i := range steps {
		if steps[i].kind == char {
			steps[i].char = culture.LowerRune(steps[i].char)
		}
	}
}

func (p *Pattern) equal(a, b string) bool {
	if !p.ignoreCase {
		return a == b
	}
	rest, ok := cutFolded(a, b)
	return ok && rest == ""
}

func (p *Pattern) cutPrefix(s string) (rest string, ok bool) {
	if p.ignoreCase {
		return cutFolded(s, p.literal)
	}
	if len(s) < len(p.literal) || s[:len(p.literal)] != p.literal {
		return "", false
	}
	return s[len(p.literal):], true
}

// cutFolded takes prefix, in any case, off the front of s.
func cutFolded(s, prefix string) (rest string, ok bool) {
	for len(s) > 0 && len(prefix) > 0 {
		a, b := s[0], prefix[0]
		if a|b < utf8.RuneSelf {
			if a != b && lower(a) != lower(b) {
				return "", false
			}
			s, prefix = s[1:], prefix[1:]
			continue
		}
		c, n := utf16.DecodeRune(s)
		d, m := utf16.DecodeRune(prefix)
		if c != d && culture.LowerRune(c) != culture.LowerRune(d) {
			return "", false
		}
		s, prefix = s[n:], prefix[m:]
	}
	return s, prefix == ""
}

func (p *Pattern) hasSuffix(s string) bool {
	lit := p.literal
	for len(s) > 0 && len(lit) > 0 {
		c, n := utf16.DecodeLastRune(s)
		d, m := utf16.DecodeLastRune(lit)
		if c != d && (!p.ignoreCase || culture.LowerRune(c) != culture.LowerRune(d)) {
			return false
		}
		s, lit = s[:len(s)-n], lit[:len(lit)-m]
	}
	return lit == ""
}

// contains looks for the literal anywhere in s. Where characters are ASCII, only
// the first one of the literal can begin it.
func (p *Pattern) contains(s string) bool {
	first, plain := p.firstByte()
	for {
		for plain && s != "" && s[0] < utf8.RuneSelf && s[0] != first && (!p.ignoreCase || lower(s[0]) != first) {
			s = s[1:]
		}
		if _, ok := p.cutPrefix(s); ok {
			return true
		}
		if s == "" {
			return false
		}
		_, size := utf16.DecodeRune(s)
		s = s[size:]
	}
}

// firstByte is the literal's first character, in lower case where cases are the
// same; plain is false for one that is not ASCII.
func (p *Pattern) firstByte() (first byte, plain bool) {
	if p.literal == "" || p.literal[0] >= utf8.RuneSelf {
		return 0, false
	}
	if p.ignoreCase {
		return lower(p.literal[0]), true
	}
	return p.literal[0], true
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + ('a' - 'A')
	}
	return b
}
