package system

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

func charDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.CharType,
		Properties: []objects.Property{
			constant("static char MaxValue {get;}", objects.Char(0xFFFF)),
			constant("static char MinValue {get;}", objects.Char(0)),
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object value)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Int(1), nil
				}
				other := c.Args[0].Base()
				if other.Type() != objects.CharType {
					return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type Char.")
				}
				return objects.Int(int(c.This.Int64() - other.Int64())), nil
			}),
			total("int CompareTo(char value)", func(c *call) value { return objects.Int(int(c.This.Int64() - c.Args[0].Int64())) }),
			total("bool Equals(char obj)", func(c *call) value { return objects.Bool(c.This.Int64() == c.Args[0].Int64()) }),
			total("System.TypeCode GetTypeCode()", func(*call) value { return objects.Word(TypeCodeType, typeCodeOf(objects.CharType)) }),
			partial("string ToString()", toText),
			partial("string ToString(System.IFormatProvider provider)", toText),
			partial("static char Parse(string s)", func(c *call) (value, error) { return parseChar(c.Str(0)) }),
			partial("static bool TryParse(string s, [ref] char result)", func(c *call) (value, error) {
				u, ok := utf16.At(c.Str(0), 0)
				ok = ok && utf16.Len(c.Str(0)) == 1
				if !ok {
					u = 0
				}
				return objects.Bool(ok), c.Assign(1, objects.Char(u))
			}),
			total("static string ToString(char c)", func(c *call) value { return objects.String(c.CharText(0)) }),
			total("static string ConvertFromUtf32(int utf32)", func(c *call) value { return objects.String(string(rune(c.Int(0)))) }),
			partial("static int ConvertToUtf32(string s, int index)", func(c *call) (value, error) {
				units := utf16.Encode(c.Str(0))
				if i := c.Int(1); i >= 0 && i < len(units) {
					r, _ := utf16.DecodeRune(utf16.Decode(units[i:]))
					return objects.Int(int(r)), nil
				}
				return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
			}),
			total("static double GetNumericValue(char c)", func(c *call) value { return objects.Double(digitValue(rune(c.Args[0].Int64()))) }),
		},
	}
	d.Methods = append(d.Methods, charCases()...)
	d.Methods = append(d.Methods, charClasses()...)
	return d
}

func parseChar(s string) (value, error) {
	if utf16.Len(s) != 1 {
		return objects.Null, objects.NewException(objects.FormatException, "String must be exactly one character long.")
	}
	u, _ := utf16.At(s, 0)
	return objects.Char(u), nil
}

func charCases() []objects.Method {
	mapped := func(signature string, f func(rune) rune) objects.Method {
		return total(signature, func(c *call) value {
			r := f(rune(c.Args[0].Int64()))
			if r > 0xFFFF {
				return c.Args[0]
			}
			return objects.Char(uint16(r))
		})
	}
	return []objects.Method{
		mapped("static char ToLower(char c)", unicode.ToLower),
		mapped("static char ToLower(char c, cultureinfo culture)", unicode.ToLower),
		mapped("static char ToLowerInvariant(char c)", unicode.ToLower),
		mapped("static char ToUpper(char c)", unicode.ToUpper),
		mapped("static char ToUpper(char c, cultureinfo culture)", unicode.ToUpper),
		mapped("static char ToUpperInvariant(char c)", unicode.ToUpper),
	}
}

// charClasses are the questions about a character, each for a Char and for one
// unit of a string.
func charClasses() []objects.Method {
	var methods []objects.Method
	for _, q := range [...]struct {
		name string
		is   func(rune) bool
	}{
		{"IsControl", unicode.IsControl}, {"IsDigit", func(r rune) bool { return unicode.Is(unicode.Nd, r) }}, {"IsLetter", unicode.IsLetter},
		{"IsLetterOrDigit", func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) }},
		{"IsLower", unicode.IsLower}, {"IsUpper", unicode.IsUpper}, {"IsNumber", unicode.IsNumber}, {"IsPunctuation", unicode.IsPunct},
		{"IsSeparator", func(r rune) bool { return unicode.Is(unicode.Z, r) }}, {"IsSymbol", unicode.IsSymbol}, {"IsWhiteSpace", unicode.IsSpace},
		{"IsSurrogate", func(r rune) bool { return r >= 0xD800 && r <= 0xDFFF }}, {"IsHighSurrogate", func(r rune) bool { return r >= 0xD800 && r < 0xDC00 }},
		{"IsLowSurrogate", func(r rune) bool { return r >= 0xDC00 && r <= 0xDFFF }},
	} {
		methods = append(methods,
			total("static bool "+q.name+"(char c)", func(c *call) value { return objects.Bool(q.is(rune(c.Args[0].Int64()))) }),
			partial("static bool "+q.name+"(string s, int index)", func(c *call) (value, error) {
				u, ok := utf16.At(c.Str(0), c.Int(1))
				if !ok {
					return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
				}
				return objects.Bool(q.is(rune(u))), nil
			}))
	}
	for _, q := range [...]struct{ name, set string }{
		{"IsAsciiDigit", "0123456789"}, {"IsAsciiLetter", asciiLetters}, {"IsAsciiLetterOrDigit", asciiLetters + "0123456789"},
		{"IsAsciiHexDigit", "0123456789abcdefABCDEF"}, {"IsAsciiLetterLower", asciiLetters[:26]}, {"IsAsciiLetterUpper", asciiLetters[26:]},
	} {
		methods = append(methods, total("static bool "+q.name+"(char c)", func(c *call) value {
			return objects.Bool(strings.ContainsRune(q.set, rune(c.Args[0].Int64())))
		}))
	}
	return append(methods, total("static bool IsAscii(char c)", func(c *call) value { return objects.Bool(c.Args[0].Int64() < 128) }))
}

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// digitValue is a decimal digit's number, -1 for other characters.
func digitValue(r rune) float64 {
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return float64(r - zero)
}
