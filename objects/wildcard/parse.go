package wildcard

import "github.com/csshell/csshell/objects/utf16"

// step is one element of a pattern.
type step struct {
	kind kind
	char rune   // kind char
	set  []pair // kind set
}

type kind uint8

const (
	char kind = iota
	any1      // ?
	set       // [...]
	star      // *
)

// pair is a range of characters, ends included.
type pair struct{ low, high rune }

// parse reads a pattern: element = "*" | "?" | set | "`" char | char.
func parse(pattern string) ([]step, error) {
	var steps []step
	for rest := pattern; rest != ""; {
		c, size := utf16.DecodeRune(rest)
		rest = rest[size:]
		switch c {
		case '*':
			if n := len(steps); n == 0 || steps[n-1].kind != star {
				steps = append(steps, step{kind: star})
			}
		case '?':
			steps = append(steps, step{kind: any1})
		case '[':
			members, after, ok := parseSet(rest)
			if !ok {
				return nil, &PatternError{Pattern: pattern}
			}
			rest = after
			steps = append(steps, step{kind: set, set: members})
		case escape:
			c, size = utf16.DecodeRune(rest)
			rest = rest[size:]
			if size == 0 { // a backtick at the end is itself, unless it is all there is
				if len(pattern) == 1 {
					return nil, nil
				}
				c = escape
			}
			steps = append(steps, step{kind: char, char: c})
		default:
			steps = append(steps, step{kind: char, char: c})
		}
	}
	return steps, nil
}

// parseSet reads the members of a set behind its opening bracket: set =
// "[" [ "]" ] { member } "]"; member = char [ "-" char ]. A bracket that opens
// the set or follows a backtick is a member, and so is a hyphen that follows a
// backtick or stands at either end. There are no nested or negated sets.
func parseSet(s string) (members []pair, rest string, ok bool) {
	var chars []setChar
	escaped, first := false, true
	for s != "" {
		c, size := utf16.DecodeRune(s)
		s = s[size:]
		switch {
		case c == ']' && !first && !escaped:
			members, ok = ranges(chars)
			return members, s, ok
		case c == escape && !escaped:
			escaped, first = true, false
			continue
		}
		chars = append(chars, setChar{c, c == '-' && !escaped})
		escaped, first = false, false
	}
	return nil, "", false
}

type setChar struct {
	char   rune
	hyphen bool
}

func ranges(chars []setChar) (members []pair, ok bool) {
	for i := 0; i < len(chars); i++ {
		low := chars[i].char
		if i+2 >= len(chars) || !chars[i+1].hyphen {
			members = append(members, pair{low, low})
			continue
		}
		i += 2
		if low > chars[i].char {
			return nil, false
		}
		members = append(members, pair{low, chars[i].char})
	}
	return members, true
}
