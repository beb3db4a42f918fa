package regex

// noteSurrogate remembers that the open set has a surrogate.
func (c *checker) noteSurrogate(r rune) rune {
	if n := len(c.sets); n > 0 && r >= 0xD800 && r <= 0xDFFF {
		c.sets[n-1].surrogates = true
	}
	return r
}

// set reads a character class behind its opening bracket:
//
//	set = "[" [ "^" ] { member | member "-" member } [ "-" set ] "]"
//
// A closing bracket in first place is a member.
func (c *checker) set() {
	if len(c.sets) >= maxDepth {
		c.tooDeep()
	}
	c.sets = append(c.sets, setState{negated: c.peek(0) == '^'})
	c.members()
	s := c.sets[len(c.sets)-1]
	c.sets = c.sets[:len(c.sets)-1]
	if s.surrogates && !s.negated && !s.subtracted {
		// The engine looks for the members of a list as UTF-8, in which it finds
		// no surrogates; a category (of one character, taken out again) stops it.
		c.edit(c.at-1, c.at-1, `\p{Zp}-[\u2029]`)
	}
}

// members reads a set up to its closing bracket.
func (c *checker) members() {
	first := true
	if c.peek(0) == '^' {
		c.at++
		first = c.options&ECMAScript == 0 || c.peek(0) != ']'
	}
	previous, inRange := rune(0), false
	for ; c.more(); first = false {
		ch := c.noteSurrogate(c.next())
		if ch == ']' && !first {
			return
		}
		escaped := ch == '\\' && c.more()
		if escaped {
			var done bool
			if ch, done = c.setEscape(previous, inRange); done {
				inRange = inRange && ch != '-'
				continue
			}
		} else if ch == '[' {
			c.posix(inRange)
		}
		switch {
		case inRange:
			inRange = false
			if ch == '[' && !escaped && !first && !c.counting {
				c.subtraction()
			} else {
				c.checkRange(previous, ch)
			}
		case c.peek(0) == '-' && c.at+1 < len(c.text) && c.peek(1) != ']':
			previous, inRange = ch, true
			c.at++
		case ch == '-' && !escaped && c.peek(0) == '[' && !first:
			c.at++
			c.subtraction()
		}
	}
	c.fail(problem{"UnterminatedBracket", "Unterminated [] set."})
}

func (c *checker) checkRange(low, high rune) {
	if !c.counting && low > high {
		c.fail(problemRange())
	}
}

func (c *checker) subtraction() {
	c.sets[len(c.sets)-1].subtracted = true
	c.set()
	if !c.counting && c.more() && c.peek(0) != ']' {
		c.fail(problemSubtraction())
	}
}

// setEscape reads an escape within a set. It is done with a class like \d and
// with an escaped hyphen, which ends a range but begins none.
func (c *checker) setEscape(previous rune, inRange bool) (ch rune, done bool) {
	switch ch = c.next(); ch {
	case 'd', 'D', 's', 'S', 'w', 'W', 'p', 'P':
		if inRange && !c.counting {
			c.fail(problem{"ShorthandClassInCharacterRange", "Cannot include class \\" + string(ch) + " in character range."})
		}
		if ch == 'p' || ch == 'P' {
			c.property()
		}
		return ch, true
	case '-':
		if inRange {
			c.checkRange(previous, ch)
		}
		return ch, true
	default:
		c.at--
		return c.character(), false
	}
}

// posix skips a class like [:alpha:], which .NET reads and forgets.
func (c *checker) posix(inRange bool) {
	if c.peek(0) != ':' || inRange {
		return
	}
	start := c.at
	c.at++
	c.name()
	if c.peek(0) == ':' && c.peek(1) == ']' {
		c.at += 2
		return
	}
	c.at = start
}
