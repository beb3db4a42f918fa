package system

import (
	"math"
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// The bits of System.StringSplitOptions.
const (
	removeEmptyEntries = 1
	trimEntries        = 2
)

func stringSplit() []objects.Method {
	return []objects.Method{
		partial("string[] Split(Params char[] separator)", func(c *call) (value, error) { return split(c, charSeparators(c), -1, 0) }),
		partial("string[] Split(char separator, System.StringSplitOptions options = None)", func(c *call) (value, error) {
			return split(c, []string{c.CharText(0)}, -1, c.Int(1))
		}),
		partial("string[] Split(char separator, int count, System.StringSplitOptions options = None)", func(c *call) (value, error) {
			return split(c, []string{c.CharText(0)}, c.Int(1), c.Int(2))
		}),
		partial("string[] Split(char[] separator, int count)", func(c *call) (value, error) { return split(c, charSeparators(c), c.Int(1), 0) }),
		partial("string[] Split(char[] separator, System.StringSplitOptions options)", func(c *call) (value, error) {
			return split(c, charSeparators(c), -1, c.Int(1))
		}),
		partial("string[] Split(char[] separator, int count, System.StringSplitOptions options)", func(c *call) (value, error) {
			return split(c, charSeparators(c), c.Int(1), c.Int(2))
		}),
		partial("string[] Split(string separator, System.StringSplitOptions options = None)", func(c *call) (value, error) {
			return split(c, textSeparator(c), -1, c.Int(1))
		}),
		partial("string[] Split(string separator, int count, System.StringSplitOptions options = None)", func(c *call) (value, error) {
			return split(c, textSeparator(c), c.Int(1), c.Int(2))
		}),
		partial("string[] Split(string[] separator, System.StringSplitOptions options)", func(c *call) (value, error) {
			return split(c, textSeparators(c), -1, c.Int(1))
		}),
		partial("string[] Split(string[] separator, int count, System.StringSplitOptions options)", func(c *call) (value, error) {
			return split(c, textSeparators(c), c.Int(1), c.Int(2))
		}),
	}
}

func charSeparators(c *call) []string {
	items := c.Items(0)
	texts := make([]string, len(items))
	for i, u := range items {
		texts[i] = utf16.FromUnit(uint16(u.Int64()))
	}
	return texts
}

// textSeparator is one separator; an empty one separates nothing.
func textSeparator(c *call) []string { return []string{c.Str(0)} }

func textSeparators(c *call) []string {
	items := c.Items(0)
	texts := make([]string, len(items))
	for i, s := range items {
		texts[i] = text(s)
	}
	return texts
}

// split cuts the text at the separators, at white space where there are none,
// into at most count parts; -1 is no limit.
func split(c *call, separators []string, count, options int) (value, error) {
	s := c.Self()
	switch {
	case count < -1:
		return objects.Null, objects.NegativeArgument("count", count)
	case count == -1:
		count = math.MaxInt
	case count == 0:
		return objects.Of(objects.Strings(nil)), nil
	}
	cut := cutter{separators: separators, options: options}
	return objects.Of(objects.Strings(cut.parts(s, count))), nil
}

type cutter struct {
	separators []string
	options    int
}

func (c cutter) parts(s string, count int) []string {
	parts := make([]string, 0, 4)
	for {
		last := len(parts) == count-1
		if last && c.options&removeEmptyEntries != 0 {
			s = c.skipEmpty(s)
		}
		at, size := c.next(s)
		if at < 0 || last {
			return c.keep(parts, s)
		}
		parts = c.keep(parts, s[:at])
		s = s[at+size:]
	}
}

// skipEmpty leaves out the empty parts that a text begins with.
func (c cutter) skipEmpty(s string) string {
	for {
		at, size := c.next(s)
		if at < 0 || c.trimmed(s[:at]) != "" {
			return s
		}
		s = s[at+size:]
	}
}

func (c cutter) keep(parts []string, s string) []string {
	if s = c.trimmed(s); s == "" && c.options&removeEmptyEntries != 0 {
		return parts
	}
	return append(parts, s)
}

func (c cutter) trimmed(s string) string {
	if c.options&trimEntries != 0 {
		return strings.TrimFunc(s, unicode.IsSpace)
	}
	return s
}

// next is the place and size of the first separator; of those at one place
// the first in the list.
func (c cutter) next(s string) (at, size int) {
	if len(c.separators) == 0 {
		at = strings.IndexFunc(s, unicode.IsSpace)
		if at >= 0 {
			_, size = utf16.DecodeRune(s[at:])
		}
		return at, size
	}
	at = -1
	for _, sep := range c.separators {
		if sep == "" {
			continue
		}
		if i := strings.Index(s, sep); i >= 0 && (at < 0 || i < at) {
			at, size = i, len(sep)
		}
	}
	return at, size
}
