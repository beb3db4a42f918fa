package regex

import (
	"math"
	"strconv"
	"unicode"

	"github.com/csshell/csshell/objects/fault"
	"github.com/csshell/csshell/objects/utf16"
)

// checker reads a pattern by .NET's grammar, to find what .NET would reject and
// where. It goes over the pattern twice, as .NET does: first to learn the
// groups, to which references may point ahead, then for everything else.
//
// An error is a panic within the package: it leaves from any depth of the
// grammar, and check turns it into a value.
type checker struct {
	source  string
	text    []uint16
	at      int
	options Options
	stack   []Options

	counting   bool // the first pass
	ignoreNext bool // the next parenthesis belongs to a condition
	numbers    map[int]bool
	names      map[string]bool
	open       []group
	edits      []edit // what the engine needs to be told otherwise, in order
	sets       []setState
}

// edit is a piece of the pattern and what the engine is given in its place.
type edit struct {
	start, end int
	text       string
}

func (c *checker) edit(start, end int, text string) {
	if !c.counting {
		c.edits = append(c.edits, edit{start, end, text})
	}
}

// setState is what is known of a set that is open.
type setState struct{ negated, surrogates, subtracted bool }

// group is a parenthesis that is open.
type group struct {
	condition    bool // (?(...)...)
	hasTest      bool // its condition has been read
	alternatives int
	limit        int // how many alternatives it may have; 0 for any number
}

// maxDepth bounds the nesting of groups and sets.
const maxDepth = 1000

// check returns what .NET says against a pattern.
func (c *checker) check() (err error) {
	defer caught(&err)
	start := c.options
	c.counting = true
	c.countGroups()
	c.at, c.options, c.stack, c.sets, c.counting, c.ignoreNext = 0, start, nil, nil, false, false
	c.pattern()
	return nil
}

// caught turns the panic of an error into its value.
func caught(err *error) {
	switch p := recover().(type) {
	case nil:
	case *ParseError:
		*err = p
	case *fault.Error:
		*err = p
	default:
		panic(p)
	}
}

func newChecker(pattern string, options Options) *checker {
	return &checker{
		source: pattern, text: utf16.Encode(pattern), options: options,
		numbers: map[int]bool{0: true}, names: map[string]bool{},
	}
}

func (c *checker) fail(p problem) {
	panic(&ParseError{Pattern: c.source, Offset: c.at, Code: p.code, Detail: p.sentence})
}

func (c *checker) more() bool { return c.at < len(c.text) }

// peek returns the character n places ahead, or 0 behind the end.
func (c *checker) peek(n int) rune {
	if c.at+n < len(c.text) {
		return rune(c.text[c.at+n])
	}
	return 0
}

func (c *checker) next() rune {
	c.at++
	return rune(c.text[c.at-1])
}

func (c *checker) pushOptions() {
	if len(c.stack) >= maxDepth {
		c.tooDeep()
	}
	c.stack = append(c.stack, c.options)
}

func (c *checker) tooDeep() {
	panic(fault.New("System.InsufficientExecutionStackException", "Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space."))
}

func (c *checker) popOptions() {
	if n := len(c.stack); n > 0 {
		c.options, c.stack = c.stack[n-1], c.stack[:n-1]
	}
}

// keepOptions ends a group that only sets options.
func (c *checker) keepOptions() {
	if n := len(c.stack); n > 0 {
		c.stack = c.stack[:n-1]
	}
}

// countGroups is the first pass.
func (c *checker) countGroups() {
	auto := 1
	for c.more() {
		switch c.next() {
		case '\\':
			if c.more() {
				c.backslash()
			}
		case '#':
			if c.options&IgnorePatternWhitespace != 0 {
				c.at--
				c.blank()
			}
		case '[':
			c.set()
		case ')':
			c.popOptions()
		case '(':
			c.countGroup(&auto)
		}
	}
	c.numberNames(auto)
}

func (c *checker) countGroup(auto *int) {
	if c.peek(0) == '?' && c.peek(1) == '#' {
		c.at--
		c.blank()
		return
	}
	c.pushOptions()
	switch {
	case c.peek(0) != '?':
		if c.options&ExplicitCapture == 0 && !c.ignoreNext {
			c.numbers[*auto] = true
			*auto++
		}
	case (c.peek(1) == '<' || c.peek(1) == '\'') && c.at+2 < len(c.text):
		c.at += 2
		c.noteName()
	default:
		c.at++
		c.scanOptions()
		switch c.peek(0) {
		case ')':
			c.at++
			c.keepOptions()
		case '(':
			c.ignoreNext = true
			return
		}
	}
	c.ignoreNext = false
}

func (c *checker) noteName() {
	ch := c.peek(0)
	switch {
	case ch == '0' || !isWordChar(ch):
	case isDigit(ch):
		c.numbers[c.decimal()] = true
	default:
		c.names[c.name()] = true
	}
}

// numberNames gives the named groups the numbers behind the others.
func (c *checker) numberNames(next int) {
	for range c.names {
		for c.numbers[next] {
			next++
		}
		c.numbers[next] = true
	}
}

func (c *checker) knowsName(name string) bool {
	if c.names[name] {
		return true
	}
	n, err := strconv.Atoi(name)
	return err == nil && c.numbers[n] && strconv.Itoa(n) == name
}

// blank skips comments and, where the option says so, white space.
func (c *checker) blank() {
	for {
		if c.options&IgnorePatternWhitespace != 0 {
			for c.more() && isSpace(c.peek(0)) {
				c.at++
			}
			if c.peek(0) == '#' {
				for c.more() && c.peek(0) != '\n' {
					c.at++
				}
				continue
			}
		}
		if c.peek(0) != '(' || c.peek(1) != '?' || c.peek(2) != '#' {
			return
		}
		for c.more() && c.peek(0) != ')' {
			c.at++
		}
		if !c.more() {
			c.fail(problem{"UnterminatedComment", "Unterminated (?#...) comment."})
		}
		c.at++
	}
}

// scanOptions reads the letters of an option group.
func (c *checker) scanOptions() {
	for off := false; c.more(); c.at++ {
		switch ch := c.peek(0); ch {
		case '-':
			off = true
		case '+':
			off = false
		default:
			option := optionOf(ch)
			if option == 0 {
				return
			}
			c.options &^= option
			if !off {
				c.options |= option
			}
		}
	}
}

func optionOf(ch rune) Options {
	switch ch {
	case 'i', 'I':
		return IgnoreCase
	case 'm', 'M':
		return Multiline
	case 'n', 'N':
		return ExplicitCapture
	case 's', 'S':
		return Singleline
	case 'x', 'X':
		return IgnorePatternWhitespace
	default:
		return 0
	}
}

// decimal reads digits.
func (c *checker) decimal() int {
	n := 0
	for c.more() && isDigit(c.peek(0)) {
		d := int(c.next() - '0')
		if n > (math.MaxInt32-d)/10 {
			c.fail(problem{"QuantifierOrCaptureGroupOutOfRange", "Capture group numbers must be less than or equal to Int32.MaxValue."})
		}
		n = n*10 + d
	}
	return n
}

// name reads the characters of a group's name.
func (c *checker) name() string {
	start := c.at
	for c.more() && isWordChar(c.peek(0)) {
		c.at++
	}
	return utf16.Decode(c.text[start:c.at])
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isSpace(r rune) bool { return r == ' ' || r >= 9 && r <= 13 }

// isWordChar tells what \w matches, and the two joiners.
func isWordChar(r rune) bool {
	if r < 0x80 {
		return isDigit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
	}
	return unicode.In(r, unicode.L, unicode.Mn, unicode.Nd, unicode.Pc) || r == 0x200C || r == 0x200D
}
