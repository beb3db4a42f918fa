package regex

import "unicode/utf8"

// pattern is the second pass:
//
//	pattern = { atom [ quantifier [ "?" ] ] | "|" }
func (c *checker) pattern() {
	c.open = append(c.open[:0], group{})
	quantifier := false // the last thing read was a quantifier
	for c.more() {
		c.blank()
		start := c.at
		c.plain()
		end := c.at
		c.blank()
		if start < end {
			quantifier = false
		}
		if !c.more() {
			break
		}
		if !isSpecial(c.peek(0)) {
			continue // white space that the option lets in
		}
		atom := start < end
		if ch := c.peek(0); !isQuantifier(ch) {
			c.at++
			if atom = c.atom(ch); !atom {
				quantifier = false
				continue
			}
			c.blank()
		} else if !atom {
			c.at++
			c.strayQuantifier(ch, quantifier)
		}
		quantifier = c.quantifier()
	}
	if len(c.open) > 1 {
		c.fail(problem{"InsufficientClosingParentheses", "Not enough )'s."})
	}
	c.checkAlternatives()
}

// plain goes over characters that stand for themselves.
func (c *checker) plain() {
	for c.more() {
		ch := c.peek(0)
		if isSpecial(ch) && (ch != '{' || c.trueQuantifier()) || c.options&IgnorePatternWhitespace != 0 && (isSpace(ch) || ch == '#') {
			return
		}
		c.at++
		if ch >= utf8.RuneSelf && c.options&IgnoreCase != 0 {
			if set := caseSet(ch); set != "" {
				c.edit(c.at-1, c.at, set)
			}
		}
	}
}

// atom reads what begins with a special character, and reports whether a
// quantifier may follow.
func (c *checker) atom(ch rune) bool {
	switch ch {
	case '[':
		c.set()
	case '(':
		c.openGroup()
		return false
	case '|':
		c.open[len(c.open)-1].alternatives++
		return false
	case ')':
		return c.closeGroup()
	case '\\':
		if !c.more() {
			c.fail(problem{"UnescapedEndingBackslash", "Illegal \\ at end of pattern."})
		}
		c.backslash()
	}
	return true
}

func (c *checker) strayQuantifier(ch rune, nested bool) {
	if nested {
		c.fail(problem{"NestedQuantifiersNotParenthesized", "Nested quantifier '" + string(ch) + "'."})
	}
	c.fail(problem{"QuantifierAfterNothing", "Quantifier '" + string(ch) + "' following nothing."})
}

// quantifier reads a quantifier, if one follows.
func (c *checker) quantifier() bool {
	if !c.more() || !c.trueQuantifier() {
		return false
	}
	low, high := 0, -1
	if c.next() == '{' {
		low = c.decimal()
		high = low
		if c.peek(0) == ',' {
			c.at++
			high = -1
			if c.peek(0) != '}' {
				high = c.decimal()
			}
		}
		c.at++
	}
	c.blank()
	if c.peek(0) == '?' {
		c.at++
	}
	if high >= 0 && low > high {
		c.fail(problem{"ReversedQuantifierRange", "Illegal {x,y} with x > y."})
	}
	return true
}

// trueQuantifier reports whether a quantifier begins here: a brace is one only
// in the forms {n}, {n,} and {n,m}.
func (c *checker) trueQuantifier() bool {
	if c.peek(0) != '{' {
		return isQuantifier(c.peek(0))
	}
	n := 1
	for isDigit(c.peek(n)) {
		n++
	}
	if n == 1 {
		return false
	}
	if c.peek(n) == ',' {
		n++
		for isDigit(c.peek(n)) {
			n++
		}
	}
	return c.peek(n) == '}'
}

func isQuantifier(ch rune) bool { return ch == '*' || ch == '+' || ch == '?' || ch == '{' }

func isSpecial(ch rune) bool {
	switch ch {
	case '\\', '*', '+', '?', '|', '{', '[', '(', ')', '^', '$', '.':
		return true
	default:
		return false
	}
}
