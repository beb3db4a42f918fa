package regex

import "strconv"

// backslash reads an escape behind its backslash.
func (c *checker) backslash() {
	switch c.peek(0) {
	case 'b', 'B', 'A', 'G', 'Z', 'z', 'w', 'W', 's', 'S', 'd', 'D':
		c.at++
	case 'p', 'P':
		c.at++
		if !c.counting {
			c.property()
		}
	default:
		c.reference()
	}
}

// reference reads \1, \k<name>, \k'name', \<name>, or else a character.
func (c *checker) reference() {
	start := c.at
	ch, closing := c.peek(0), rune(0)
	switch {
	case ch == 'k':
		closing = c.namedReference()
		ch = c.peek(0)
	case (ch == '<' || ch == '\'') && c.at+1 < len(c.text):
		closing = closingOf(ch)
		c.at++
		ch = c.peek(0)
	}
	switch {
	case closing != 0 && isDigit(ch):
		n := c.decimal()
		if c.more() && c.next() == closing {
			c.requireNumber(n)
			return
		}
	case closing == 0 && ch >= '1' && ch <= '9':
		if c.numbered() {
			return
		}
	case closing != 0 && isWordChar(ch):
		name := c.name()
		if c.more() && c.next() == closing {
			if !c.counting && !c.knowsName(name) {
				c.fail(problemReference("name", name))
			}
			return
		}
	}
	c.at = start
	c.character()
}

// namedReference reads the k and the bracket behind it.
func (c *checker) namedReference() (closing rune) {
	if c.at+1 < len(c.text) {
		c.at++
		if ch := c.next(); ch == '<' || ch == '\'' {
			closing = closingOf(ch)
		}
	}
	if closing == 0 || !c.more() {
		c.fail(problem{"MalformedNamedReference", "Malformed \\k<...> named back reference."})
	}
	return closing
}

func closingOf(ch rune) rune {
	if ch == '\'' {
		return '\''
	}
	return '>'
}

func (c *checker) requireNumber(n int) {
	if !c.counting && !c.numbers[n] {
		c.fail(problemReference("number", strconv.Itoa(n)))
	}
}

// numbered reads \n; one with several digits may be an octal character.
func (c *checker) numbered() bool {
	if c.options&ECMAScript != 0 {
		return c.numberedECMA()
	}
	n := c.decimal()
	if c.counting || c.numbers[n] {
		return true
	}
	if n <= 9 {
		c.requireNumber(n)
	}
	return false
}

// numberedECMA takes as many digits as make the number of a group.
func (c *checker) numberedECMA() bool {
	n, used := 0, -1
	for i := 0; isDigit(c.peek(i)) && n < 1e6; i++ {
		if n = n*10 + int(c.peek(i)-'0'); c.numbers[n] {
			used = i + 1
		}
	}
	if used < 0 {
		return c.counting
	}
	c.at += used
	return true
}

// character reads an escaped character, and returns it.
func (c *checker) character() rune {
	ch := c.next()
	switch ch {
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c.at--
		return c.octal()
	case 'x':
		return c.hex(2)
	case 'u':
		return c.noteSurrogate(c.hex(4))
	case 'a':
		return '\a'
	case 'b':
		return '\b'
	case 'e':
		return 0x1B
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	case 'c':
		return c.control()
	}
	if c.options&ECMAScript == 0 && isWordChar(ch) {
		c.fail(problem{"UnrecognizedEscape", "Unrecognized escape sequence \\" + string(ch) + "."})
	}
	return ch
}

func (c *checker) octal() rune {
	n := rune(0)
	for i := 0; i < 3 && c.peek(0) >= '0' && c.peek(0) <= '7'; i++ {
		n = n*8 + c.next() - '0'
		if c.options&ECMAScript != 0 && n >= 0x20 {
			break
		}
	}
	return n & 0xFF
}

func (c *checker) hex(digits int) rune {
	n := rune(0)
	if c.at+digits <= len(c.text) {
		for ; digits > 0; digits-- {
			d := hexValue(c.next())
			if d < 0 {
				break
			}
			n = n*16 + d
		}
	}
	if digits > 0 {
		c.fail(problem{"InsufficientOrInvalidHexDigits", "Insufficient or invalid hexadecimal digits."})
	}
	return n
}

func hexValue(r rune) rune {
	switch {
	case isDigit(r):
		return r - '0'
	case r >= 'a' && r <= 'f':
		return r - 'a' + 10
	case r >= 'A' && r <= 'F':
		return r - 'A' + 10
	default:
		return -1
	}
}

func (c *checker) control() rune {
	if !c.more() {
		c.fail(problem{"MissingControlCharacter", "Missing control character."})
	}
	ch := c.next()
	if ch >= 'a' && ch <= 'z' {
		ch -= 'a' - 'A'
	}
	if ch < '@' || ch >= '@'+' ' {
		c.fail(problem{"UnrecognizedControlCharacter", "Unrecognized control character."})
	}
	return ch - '@'
}

// property reads {Name} behind \p or \P.
func (c *checker) property() {
	escape := c.at - 2
	if c.at+2 >= len(c.text) {
		c.fail(problemProperty())
	}
	if c.next() != '{' {
		c.fail(problem{"MalformedUnicodePropertyEscape", "Malformed \\p{X} character escape."})
	}
	start := c.at
	for c.more() && (isWordChar(c.peek(0)) || c.peek(0) == '-') {
		c.at++
	}
	name := string(decodeUnits(c.text[start:c.at]))
	if !c.more() || c.next() != '}' {
		c.fail(problemProperty())
	}
	if !c.counting && !isProperty(name) {
		c.fail(problem{"InvalidUnicodePropertyEscape", "Unknown property '" + name + "'."})
	}
	if first, last, ok := blockRange(name); ok {
		c.edit(escape, c.at, c.blockSet(first, last, c.text[escape+1] == 'P'))
	}
}

// blockSet writes a block, which the engine does not know by name, as the
// range of its characters.
func (c *checker) blockSet(first, last string, negated bool) string {
	low, high := `\u`+first, `\u`+last
	switch {
	case len(c.sets) == 0 && negated:
		return "[^" + low + "-" + high + "]"
	case len(c.sets) == 0:
		return "[" + low + "-" + high + "]"
	case !negated:
		return low + "-" + high
	}
	text := ""
	if first != "0000" {
		text = `\0-` + neighbour(first, -1)
	}
	if last != "FFFF" {
		text += neighbour(last, 1) + `-\uFFFF`
	}
	return text
}

func neighbour(hex string, step int64) string {
	n, _ := strconv.ParseInt(hex, 16, 32)
	text := strconv.FormatInt(n+step, 16)
	return `\u` + "0000"[len(text):] + text
}

func decodeUnits(units []uint16) []rune {
	runes := make([]rune, len(units))
	for i, u := range units {
		runes[i] = rune(u)
	}
	return runes
}
