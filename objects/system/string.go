package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

func stringDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: objects.StringType,
		Constructors: []objects.Method{
			partial("new(char c, int count)", func(c *call) (value, error) {
				if n := c.Int(1); n < 0 {
					return objects.Null, objects.NegativeArgument("count", n)
				}
				return repeated(c.CharText(0), c.Int(1))
			}),
			total("new(char[] value)", func(c *call) value { return objects.String(charsText(c.Items(0))) }),
			partial("new(char[] value, int startIndex, int length)", charRange),
		},
		Properties: []objects.Property{
			reads("int Length {get;}", func(this value) value { return objects.Int(utf16.Len(text(this))) }),
			constant("static string Empty {get;}", objects.String("")),
			// Policies and pools are objects with a FriendlyName where the product runs on
			// the server itself, and texts, which they are here, over a remote session:
			// scripts for the former compare the FriendlyName.
			{Signature: "string FriendlyName {get;}", Hidden: true, Get: func(this value) (value, error) { return this, nil }},
		},
	}
	d.Methods = append(d.Methods, stringSearch()...)
	d.Methods = append(d.Methods, stringEdit()...)
	d.Methods = append(d.Methods, stringSplit()...)
	d.Methods = append(d.Methods, stringOther()...)
	d.Methods = append(d.Methods, stringStatic()...)
	return d
}

func text(v value) string { s, _ := v.Str(); return s }

// charsText is the text of an array of Char.
func charsText(chars []value) string {
	units := make([]uint16, len(chars))
	for i, c := range chars {
		units[i] = uint16(c.Int64())
	}
	return utf16.Decode(units)
}

// maxText is the greatest length of a string that a method makes, in bytes.
const maxText = 1 << 30

// repeated is s n times; too long a text is .NET's OutOfMemoryException.
func repeated(s string, n int) (value, error) {
	if len(s) > 0 && n > maxText/len(s) {
		return objects.Null, objects.NewException(objects.OutOfMemoryException, "Insufficient memory to continue the execution of the program.")
	}
	return objects.String(strings.Repeat(s, n)), nil
}

func charRange(c *call) (value, error) {
	chars, start, count := c.Items(0), c.Int(1), c.Int(2)
	switch {
	case start < 0:
		return objects.Null, objects.NegativeArgument("startIndex", start)
	case count < 0:
		return objects.Null, objects.NegativeArgument("length", count)
	case start > len(chars)-count:
		return objects.Null, objects.GreaterArgument("startIndex", start, len(chars)-count)
	}
	return objects.String(charsText(chars[start : start+count])), nil
}

func stringOther() []objects.Method {
	return []objects.Method{
		total("System.Object Clone()", func(c *call) value { return c.This }),
		partial("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", copyChars),
		partial("int CompareTo(System.Object value)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Int(1), nil
			}
			s, ok := c.Args[0].Str()
			if !ok {
				return objects.Null, objects.NewException(objects.ArgumentException, "Object must be of type String.")
			}
			return objects.Int(compareText(c.Self(), s, currentCulture)), nil
		}),
		total("int CompareTo(string strB)", func(c *call) value {
			return objects.Int(compareText(c.Self(), c.Str(0), currentCulture))
		}),
		total("bool Equals(System.Object obj)", func(c *call) value {
			s, ok := c.Args[0].Str()
			return objects.Bool(ok && s == c.Self())
		}),
		total("bool Equals(string value)", func(c *call) value { return objects.Bool(c.Str(0) == c.Self()) }),
		total("bool Equals(string value, System.StringComparison comparisonType)", func(c *call) value {
			return objects.Bool(compareText(c.Self(), c.Str(0), c.Int(1)) == 0)
		}),
		total("int GetHashCode()", func(c *call) value { return objects.Int32(textHash(c.Self())) }),
		total("System.TypeCode GetTypeCode()", func(c *call) value { return objects.Word(TypeCodeType, typeCodeString) }),
		total("System.CharEnumerator GetEnumerator()", func(c *call) value { return newCharEnumerator(c.Self()) }),
		total("char[] ToCharArray()", func(c *call) value { return charArray(utf16.Encode(c.Self())) }),
		partial("char[] ToCharArray(int startIndex, int length)", func(c *call) (value, error) {
			units, start, count := utf16.Encode(c.Self()), c.Int(0), c.Int(1)
			if start < 0 || start > len(units) || count < 0 || start > len(units)-count {
				return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex")
			}
			return charArray(units[start : start+count]), nil
		}),
		total("string ToString()", func(c *call) value { return c.This }),
		total("string ToString(System.IFormatProvider provider)", func(c *call) value { return c.This }),
		partial("char Chars(int index) {get;}", func(c *call) (value, error) {
			u, ok := utf16.At(c.Self(), c.Int(0))
			if !ok {
				return objects.Null, objects.NewException(objects.IndexOutOfRangeException, "Index was outside the bounds of the array.")
			}
			return objects.Char(u), nil
		}),
		total("bool IsNormalized()", func(c *call) value { return objects.Bool(isNormalized(c.Self())) }),
		total("string Normalize()", func(c *call) value { return objects.String(normalized(c.Self(), 1)) }),
		total("string Normalize(System.Text.NormalizationForm normalizationForm)", func(c *call) value {
			return objects.String(normalized(c.Self(), c.Int(0)))
		}),
	}
}

// copyChars puts some of a text's characters into an array.
func copyChars(c *call) (value, error) {
	units, from, to, count := utf16.Encode(c.Self()), c.Int(0), c.Int(2), c.Int(3)
	switch {
	case !c.Is(1):
		return objects.Null, objects.NullArgument("destination")
	case count < 0:
		return objects.Null, objects.NegativeArgument("count", count)
	case from < 0:
		return objects.Null, objects.NegativeArgument("sourceIndex", from)
	case count > len(units)-from:
		return objects.Null, objects.OutOfRange("Index and count must refer to a location within the string.", "sourceIndex")
	}
	into := arrayOf(c.Args[1])
	if to < 0 || to > into.Len()-count {
		return objects.Null, objects.OutOfRange("Index and count must refer to a location within the string.", "destinationIndex")
	}
	for i, u := range units[from : from+count] {
		into.Set(to+i, objects.Char(u))
	}
	return objects.AutomationNull(), nil
}

func charArray(units []uint16) value {
	items := make([]value, len(units))
	for i, u := range units {
		items[i] = objects.Char(u)
	}
	return objects.Of(objects.NewArray(objects.CharType, items))
}

// textHash is a hash of the text; .NET's differs from run to run.
func textHash(s string) int32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return int32(h)
}
