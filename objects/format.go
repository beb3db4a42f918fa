package objects

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// Format is format -f args: .NET's composite formatting in the culture of the
// session ("about_Operators", the format operator).
func (tt *TypeTable) Format(format string, args []Value) (string, error) {
	s, err := tt.Composite(format, args)
	if e, ok := err.(*Exception); ok {
		return "", NewException(RuntimeException, "Error formatting a string: "+e.Message+".").WithID("FormatError").Because(e)
	}
	return s, err
}

// Composite is String.Format: each {index[,alignment][:format]} becomes the
// text of that argument; braces are doubled to stand for themselves. The error
// is a FormatException.
func (tt *TypeTable) Composite(format string, args []Value) (string, error) {
	c := composite{text: format, types: tt, args: args}
	for c.at < len(format) {
		if err := c.next(); err != nil {
			return "", err
		}
	}
	return c.out.String(), nil
}

// limits of an item's index and alignment, those of .NET.
const (
	itemIndexLimit = 1_000_000
	itemWidthLimit = 1_000_000
)

// composite is a format being written out.
type composite struct {
	text  string
	at    int // in bytes
	types *TypeTable
	args  []Value
	out   strings.Builder
}

// The reasons of .NET for a wrong format.
const (
	endsPrematurely = "Format item ends prematurely."
	expectedDigit   = "Expected an ASCII digit."
	unexpectedClose = "Unexpected closing brace without a corresponding opening brace."
)

func (c *composite) wrong(reason string) error {
	return NewException(FormatException, "Input string was not in a correct format. Failure to parse near offset "+
		strconv.Itoa(utf16.Len(c.text[:c.at]))+". "+reason)
}

// advance goes to the next character, which there must be.
func (c *composite) advance() error {
	c.at++
	if c.at >= len(c.text) {
		return c.wrong(endsPrematurely)
	}
	return nil
}

func (c *composite) char() byte { return c.text[c.at] }

// next writes plain text up to a brace, and then the item or brace.
func (c *composite) next() error {
	n := strings.IndexAny(c.text[c.at:], "{}")
	if n < 0 {
		n = len(c.text) - c.at
	}
	c.out.WriteString(c.text[c.at : c.at+n])
	c.at += n
	if c.at == len(c.text) {
		return nil
	}
	brace := c.char()
	if err := c.advance(); err != nil {
		return err
	}
	switch {
	case c.char() == brace:
		c.out.WriteByte(brace)
		c.at++
		return nil
	case brace == '}':
		return c.wrong(unexpectedClose)
	}
	return c.item()
}

// item = index [ "," [ "-" ] width ] [ ":" format ] "}".
func (c *composite) item() error {
	index, err := c.number(itemIndexLimit)
	if err != nil {
		return err
	}
	width, left := 0, false
	if c.char() == ',' {
		if width, left, err = c.alignment(); err != nil {
			return err
		}
	}
	format := ""
	if c.char() != '}' {
		if format, err = c.itemFormat(); err != nil {
			return err
		}
	}
	c.at++
	if index >= len(c.args) {
		return NewException(FormatException,
			"Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
	}
	return c.write(c.args[index], format, width, left)
}

// number reads digits, of which there must be one, and the blanks behind them.
func (c *composite) number(limit int) (int, error) {
	if !isDigit(c.char()) {
		return 0, c.wrong(expectedDigit)
	}
	n := 0
	for isDigit(c.char()) && n < limit {
		n = n*10 + int(c.char()-'0')
		if err := c.advance(); err != nil {
			return 0, err
		}
	}
	return n, c.blanks()
}

func (c *composite) blanks() error {
	for c.char() == ' ' {
		if err := c.advance(); err != nil {
			return err
		}
	}
	return nil
}

func (c *composite) alignment() (width int, left bool, err error) {
	if err = c.advance(); err != nil {
		return
	}
	if err = c.blanks(); err != nil {
		return
	}
	if left = c.char() == '-'; left {
		if err = c.advance(); err != nil {
			return
		}
	}
	width, err = c.number(itemWidthLimit)
	return
}

func (c *composite) itemFormat() (string, error) {
	if c.char() != ':' {
		return "", c.wrong(endsPrematurely)
	}
	start := c.at + 1
	for {
		if err := c.advance(); err != nil {
			return "", err
		}
		switch c.char() {
		case '}':
			return c.text[start:c.at], nil
		case '{':
			return "", c.wrong(endsPrematurely)
		}
	}
}

func (c *composite) write(v Value, format string, width int, left bool) error {
	s, err := c.types.ToString(v, format)
	if err != nil {
		return err
	}
	pad := 0
	if width > 0 {
		pad = max(width-utf16.Len(s), 0)
	}
	if !left {
		c.pad(pad)
	}
	c.out.WriteString(s)
	if left {
		c.pad(pad)
	}
	return nil
}

func (c *composite) pad(n int) {
	for range n {
		c.out.WriteByte(' ')
	}
}
