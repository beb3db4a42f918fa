package system

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

func stringEdit() []objects.Method {
	return []objects.Method{
		partial("string Insert(int startIndex, string value)", insertText),
		partial("string PadLeft(int totalWidth)", func(c *call) (value, error) { return pad(c, " ", true) }),
		partial("string PadLeft(int totalWidth, char paddingChar)", func(c *call) (value, error) { return pad(c, c.CharText(1), true) }),
		partial("string PadRight(int totalWidth)", func(c *call) (value, error) { return pad(c, " ", false) }),
		partial("string PadRight(int totalWidth, char paddingChar)", func(c *call) (value, error) { return pad(c, c.CharText(1), false) }),
		partial("string Remove(int startIndex, int count)", func(c *call) (value, error) {
			s, start, count := c.Self(), c.Int(0), c.Int(1)
			switch n := utf16.Len(s); {
			case start < 0:
				return objects.Null, objects.NegativeArgument("startIndex", start)
			case count < 0:
				return objects.Null, objects.NegativeArgument("count", count)
			case count > n-start:
				return objects.Null, objects.OutOfRange("Index and count must refer to a location within the string.", "count")
			default:
				return objects.String(utf16.Concat(utf16.Slice(s, 0, start), utf16.Slice(s, start+count, n-start-count))), nil
			}
		}),
		partial("string Remove(int startIndex)", func(c *call) (value, error) {
			s, start := c.Self(), c.Int(0)
			switch n := utf16.Len(s); {
			case start < 0:
				return objects.Null, objects.OutOfRange("StartIndex cannot be less than zero.", "startIndex")
			case start > n:
				return objects.Null, objects.OutOfRange("startIndex cannot be larger than length of string.", "startIndex")
			}
			return objects.String(utf16.Slice(s, 0, start)), nil
		}),
		total("string Replace(char oldChar, char newChar)", func(c *call) value {
			return objects.String(strings.ReplaceAll(c.Self(), c.CharText(0), c.CharText(1)))
		}),
		partial("string Replace(string oldValue, string newValue)", func(c *call) (value, error) { return replaceText(c, ordinal) }),
		partial("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", func(c *call) (value, error) {
			return replaceText(c, comparisonFor(c.Bool(2)))
		}),
		partial("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)", func(c *call) (value, error) {
			return replaceText(c, c.Int(2))
		}),
		total("string ReplaceLineEndings()", func(c *call) value { return objects.String(lineEndings(c.Self(), "\n")) }),
		total("string ReplaceLineEndings(string replacementText)", func(c *call) value { return objects.String(lineEndings(c.Self(), c.Str(0))) }),
		partial("string Substring(int startIndex)", substringFrom),
		partial("string Substring(int startIndex, int length)", substring),
		total("string ToLower()", func(c *call) value { return objects.String(c.Types.Culture().ToLower(c.Self())) }),
		total("string ToLower(cultureinfo culture)", func(c *call) value { return objects.String(c.Culture(0).ToLower(c.Self())) }),
		total("string ToLowerInvariant()", func(c *call) value { return objects.String(culture.ToLower(c.Self())) }),
		total("string ToUpper()", func(c *call) value { return objects.String(c.Types.Culture().ToUpper(c.Self())) }),
		total("string ToUpper(cultureinfo culture)", func(c *call) value { return objects.String(c.Culture(0).ToUpper(c.Self())) }),
		total("string ToUpperInvariant()", func(c *call) value { return objects.String(culture.ToUpper(c.Self())) }),
		total("string Trim()", func(c *call) value { return objects.String(strings.TrimFunc(c.Self(), unicode.IsSpace)) }),
		total("string Trim(char trimChar)", func(c *call) value { return objects.String(strings.Trim(c.Self(), c.CharText(0))) }),
		total("string Trim(Params char[] trimChars)", func(c *call) value { return objects.String(strings.TrimFunc(c.Self(), trimSet(c))) }),
		total("string TrimStart()", func(c *call) value { return objects.String(strings.TrimLeftFunc(c.Self(), unicode.IsSpace)) }),
		total("string TrimStart(char trimChar)", func(c *call) value { return objects.String(strings.TrimLeft(c.Self(), c.CharText(0))) }),
		total("string TrimStart(Params char[] trimChars)", func(c *call) value {
			return objects.String(strings.TrimLeftFunc(c.Self(), trimSet(c)))
		}),
		total("string TrimEnd()", func(c *call) value { return objects.String(strings.TrimRightFunc(c.Self(), unicode.IsSpace)) }),
		total("string TrimEnd(char trimChar)", func(c *call) value { return objects.String(strings.TrimRight(c.Self(), c.CharText(0))) }),
		total("string TrimEnd(Params char[] trimChars)", func(c *call) value {
			return objects.String(strings.TrimRightFunc(c.Self(), trimSet(c)))
		}),
	}
}

// trimSet tells the characters of the first argument, white space where it is
// empty.
func trimSet(c *call) func(rune) bool {
	set := charsText(c.Items(0))
	if set == "" {
		return unicode.IsSpace
	}
	return func(r rune) bool { return strings.ContainsRune(set, r) }
}

func insertText(c *call) (value, error) {
	s, at := c.Self(), c.Int(0)
	n := utf16.Len(s)
	if at < 0 {
		return objects.Null, objects.NegativeArgument("startIndex", at)
	}
	if at > n {
		return objects.Null, objects.GreaterArgument("startIndex", at, n)
	}
	return objects.String(utf16.Slice(s, 0, at) + c.Str(1) + utf16.Slice(s, at, n-at)), nil
}

func pad(c *call, with string, left bool) (value, error) {
	s, width := c.Self(), c.Int(0)
	if width < 0 {
		return objects.Null, objects.NegativeArgument("totalWidth", width)
	}
	n := width - utf16.Len(s)
	if n <= 0 {
		return c.This, nil
	}
	fill, err := repeated(with, n)
	if err != nil {
		return objects.Null, err
	}
	if left {
		return objects.String(text(fill) + s), nil
	}
	return objects.String(s + text(fill)), nil
}

// substringFrom and substring keep the texts that .NET gives with the error.
func substringFrom(c *call) (value, error) {
	s, start := c.Self(), c.Int(0)
	n := utf16.Len(s)
	switch {
	case start < 0:
		return objects.Null, objects.NegativeArgument("startIndex", start)
	case start > n:
		return objects.Null, objects.OutOfRange("startIndex cannot be larger than length of string.", "startIndex")
	}
	return objects.String(utf16.Slice(s, start, n-start)), nil
}

func substring(c *call) (value, error) {
	s, start, length := c.Self(), c.Int(0), c.Int(1)
	n := utf16.Len(s)
	switch {
	case start < 0:
		return objects.Null, objects.NegativeArgument("startIndex", start)
	case start > n:
		return objects.Null, objects.OutOfRange("startIndex cannot be larger than length of string.", "startIndex")
	case length < 0:
		return objects.Null, objects.NegativeArgument("length", length)
	case start > n-length:
		return objects.Null, objects.OutOfRange("Index and length must refer to a location within the string.", "length")
	}
	return objects.String(utf16.Slice(s, start, length)), nil
}

func replaceText(c *call, comparison int) (value, error) {
	s, old, with := c.Self(), c.Str(0), c.Str(1)
	if old == "" {
		return objects.Null, objects.BadArgument("The value cannot be an empty string.", "oldValue")
	}
	if !ignoresCase(comparison) {
		return objects.String(strings.ReplaceAll(s, old, with)), nil
	}
	var b strings.Builder
	for {
		at, n := indexFold(s, old)
		if at < 0 {
			b.WriteString(s)
			return objects.String(b.String()), nil
		}
		b.WriteString(s[:at])
		b.WriteString(with)
		s = s[at+n:]
	}
}

// lineEndings replaces every line end that Unicode knows but the vertical tab.
func lineEndings(s, with string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.NewReplacer("\n", with, "\r", with, "\f", with, "\u0085", with, "\u2028", with, "\u2029", with).Replace(s)
}

// The numbers of System.Text.NormalizationForm.
func normalized(s string, form int) string {
	switch form {
	case 2:
		return norm.NFD.String(s)
	case 5:
		return norm.NFKC.String(s)
	case 6:
		return norm.NFKD.String(s)
	}
	return norm.NFC.String(s)
}

func isNormalized(s string) bool { return norm.NFC.IsNormalString(s) }
