package store

import "github.com/csshell/csshell/objects/cs"

// Condition is what users meet at the least whom a query asks for. A store may
// return others, too: it compares texts outside printable ASCII with nothing, and
// leaves them to the caller, who knows what the culture makes of them.
type Condition struct {
	// Operator is and, or of two conditions; eq, ne, like and notlike of a
	// property and a value, without regard to case; missing and present.
	Operator    string
	Left, Right *Condition

	Property *cs.Property[cs.User] // a text or a Boolean
	// Text is the value in printable ASCII; of like and notlike, in which * alone
	// is special, the pattern.
	Text string
	Bool cs.Bool // the value for a Boolean
}

// Both returns a condition that holds where both hold; nil always holds.
func Both(a, b *Condition) *Condition {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return &Condition{Operator: "and", Left: a, Right: b}
}

// What a condition may have that a store takes: SQLite refuses statements that are
// nested more than 1,000 deep, and patterns of more than 50,000 bytes.
const (
	mostComparisons = 100
	longestText     = 8000
)

// Fits reports whether a store takes c, which may be nil.
func (c *Condition) Fits() bool { return c == nil || c.count(mostComparisons) <= mostComparisons }

// count returns the number of comparisons, or one more than most where there are more
// or a text is too long.
func (c *Condition) count(most int) int {
	switch {
	case most < 1 || len(c.Text) > longestText:
		return most + 1
	case c.Left == nil:
		return 1
	}
	left := c.Left.count(most)
	if left > most {
		return left
	}
	return left + c.Right.count(most-left)
}

// IsPlain reports whether text is printable ASCII.
func IsPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
