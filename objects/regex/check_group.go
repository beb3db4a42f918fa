package regex

import "strconv"

// openGroup reads the beginning of a group behind its parenthesis.
func (c *checker) openGroup() {
	c.pushOptions()
	if c.peek(0) != '?' || c.peek(1) == ')' {
		c.ignoreNext = false
		c.enter(group{})
		return
	}
	c.at++
	if !c.more() {
		c.fail(problemGrouping())
	}
	switch c.next() {
	case ':', '=', '!', '>':
		c.enter(group{})
	case '<':
		c.named('>')
	case '\'':
		c.named('\'')
	case '(':
		c.conditional()
	default:
		c.at--
		c.optionGroup()
	}
}

func (c *checker) enter(g group) { c.open = append(c.open, g) }

// optionGroup reads (?imnsx-imnsx) or (?imnsx-imnsx:...).
func (c *checker) optionGroup() {
	if !c.open[len(c.open)-1].awaitsTest() {
		c.scanOptions()
	}
	if !c.more() {
		c.fail(problemGrouping())
	}
	switch c.next() {
	case ')':
		c.keepOptions()
	case ':':
		c.enter(group{})
	default:
		c.fail(problemGrouping())
	}
}

// named reads (?<name>, (?<name-name>, (?<= and (?<!, or the same with quotes.
func (c *checker) named(closing rune) {
	if !c.more() {
		c.fail(problemGrouping())
	}
	ch := c.peek(0)
	if ch == '=' || ch == '!' {
		c.at++
		if closing == '\'' {
			c.fail(problemGrouping())
		}
		c.enter(group{})
		return
	}
	known := c.capture(ch, closing)
	balanced := false
	if (known || ch == '-') && c.peek(0) == '-' && c.at+1 < len(c.text) {
		c.at++
		c.balance(closing)
		balanced = true
	}
	if !known && !balanced || !c.more() || c.next() != closing {
		c.fail(problemGrouping())
	}
	c.enter(group{})
}

// capture reads the name or number of a group, and reports whether it is one.
func (c *checker) capture(ch, closing rune) bool {
	known := false
	switch {
	case isDigit(ch):
		n := c.decimal()
		known = c.numbers[n]
		c.endOfName(closing, true)
		if n == 0 {
			c.fail(problem{"CaptureGroupOfZero", "Capture number cannot be zero."})
		}
	case isWordChar(ch):
		known = c.knowsName(c.name())
		c.endOfName(closing, true)
	case ch != '-':
		c.fail(problemGroupName())
	}
	return known
}

// balance reads the group behind the hyphen of a balancing group.
func (c *checker) balance(closing rune) {
	switch ch := c.peek(0); {
	case isDigit(ch):
		if n := c.decimal(); !c.numbers[n] {
			c.fail(problemReference("number", strconv.Itoa(n)))
		}
	case isWordChar(ch):
		if name := c.name(); !c.knowsName(name) {
			c.fail(problemReference("name", name))
		}
	default:
		c.fail(problemGroupName())
	}
	c.endOfName(closing, false)
}

func (c *checker) endOfName(closing rune, hyphen bool) {
	if c.more() && c.peek(0) != closing && !(hyphen && c.peek(0) == '-') {
		c.fail(problemGroupName())
	}
}

// conditional reads (?(number), (?(name) or the start of (?(expression).
func (c *checker) conditional() {
	start := c.at
	switch ch := c.peek(0); {
	case isDigit(ch):
		n := strconv.Itoa(c.decimal())
		if !c.more() || c.next() != ')' {
			c.fail(problem{"AlternationHasMalformedReference", "Conditional alternation is missing a closing parenthesis after the group number " + n + "."})
		}
		if number, _ := strconv.Atoi(n); !c.numbers[number] {
			c.fail(problem{"AlternationHasUndefinedReference", "Conditional alternation refers to an undefined group number " + n + "."})
		}
		c.enter(group{limit: 2})
		return
	case isWordChar(ch):
		if c.knowsName(c.name()) && c.more() && c.next() == ')' {
			c.enter(group{limit: 2})
			return
		}
	}
	c.at = start - 1
	c.ignoreNext = true
	if c.peek(1) == '?' {
		c.checkCondition()
	}
	c.enter(group{condition: true, limit: 2})
}

func (c *checker) checkCondition() {
	switch second, third := c.peek(2), c.peek(3); {
	case second == '#':
		c.fail(problem{"AlternationHasComment", "Alternation conditions cannot be comments."})
	case second == '\'', second == '<' && third != 0 && third != '!' && third != '=':
		c.fail(problem{"AlternationHasNamedCapture", "Alternation conditions do not capture and cannot be named."})
	}
}

func (g *group) awaitsTest() bool { return g.condition && !g.hasTest }

// closeGroup reads a closing parenthesis, and reports whether a quantifier may
// follow: not behind a condition.
func (c *checker) closeGroup() bool {
	if len(c.open) == 1 {
		c.fail(problem{"InsufficientOpeningParentheses", "Too many )'s."})
	}
	c.checkAlternatives()
	c.open = c.open[:len(c.open)-1]
	c.popOptions()
	if outer := &c.open[len(c.open)-1]; outer.awaitsTest() {
		outer.hasTest = true
		return false
	}
	return true
}

func (c *checker) checkAlternatives() {
	if g := c.open[len(c.open)-1]; g.limit > 0 && g.alternatives >= g.limit {
		c.fail(problem{"AlternationHasTooManyConditions", "Too many | in (?()|)."})
	}
}
