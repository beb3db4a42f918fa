package system

import (
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

func stringStatic() []objects.Method {
	methods := []objects.Method{
		total("static bool IsNullOrEmpty(string value)", func(c *call) value { return objects.Bool(c.Str(0) == "") }),
		total("static bool IsNullOrWhiteSpace(string value)", func(c *call) value {
			return objects.Bool(strings.TrimFunc(c.Str(0), unicode.IsSpace) == "")
		}),
		partial("static string Format(string format, System.Object arg0)", func(c *call) (value, error) { return format(c, 0, c.Args[1:]) }),
		partial("static string Format(string format, System.Object arg0, System.Object arg1)", func(c *call) (value, error) { return format(c, 0, c.Args[1:]) }),
		partial("static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)", func(c *call) (value, error) {
			return format(c, 0, c.Args[1:])
		}),
		partial("static string Format(string format, Params System.Object[] args)", func(c *call) (value, error) {
			if !c.Is(1) {
				return objects.Null, objects.NullArgument("args")
			}
			return format(c, 0, c.Items(1))
		}),
		partial("static string Format(System.IFormatProvider provider, string format, System.Object arg0)", func(c *call) (value, error) {
			return format(c, 1, c.Args[2:])
		}),
		partial("static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)", func(c *call) (value, error) {
			return format(c, 1, c.Args[2:])
		}),
		partial("static string Format(System.IFormatProvider provider, string format, Params System.Object[] args)", func(c *call) (value, error) {
			return format(c, 1, c.Items(2))
		}),
		total("static string Copy(string str)", func(c *call) value { return c.Args[0] }),
		total("static string Intern(string str)", func(c *call) value { return c.Args[0] }),
		total("static string IsInterned(string str)", func(c *call) value { return c.Args[0] }),
		total("static bool Equals(string a, string b)", func(c *call) value { return objects.Bool(c.Str(0) == c.Str(1)) }),
		total("static bool Equals(string a, string b, System.StringComparison comparisonType)", func(c *call) value {
			return objects.Bool(compareText(c.Str(0), c.Str(1), c.Int(2)) == 0)
		}),
		total("static bool op_Equality(string a, string b)", func(c *call) value { return objects.Bool(c.Str(0) == c.Str(1)) }),
		total("static bool op_Inequality(string a, string b)", func(c *call) value { return objects.Bool(c.Str(0) != c.Str(1)) }),
	}
	methods = append(methods, stringCompare()...)
	methods = append(methods, stringConcat()...)
	return append(append(methods, stringJoin()...), stringSpans()...)
}

// stringSpans are the methods for memory that belongs to somebody else.
func stringSpans() []objects.Method {
	return objects.Unable("System.Text.StringRuneEnumerator EnumerateRunes()", "[ref] char GetPinnableReference()", "bool TryCopyTo(System.Span[char] destination)",
		"static string Create(System.IFormatProvider provider, System.Span[char] initialBuffer, System.Object handler)",
		"static int GetHashCode(System.ReadOnlySpan[char] value)", "static int GetHashCode(System.ReadOnlySpan[char] value, System.StringComparison comparisonType)")
}

func format(c *call, at int, args []value) (value, error) {
	in := c.Types.Culture()
	if at > 0 {
		in = c.Culture(0)
	}
	s, err := c.Types.CompositeIn(c.Str(at), args, in)
	return objects.String(s), err
}

func stringCompare() []objects.Method {
	part := func(c *call, text, index, length int) string {
		return utf16.Slice(c.Str(text), c.Int(index), c.Int(length))
	}
	return []objects.Method{
		total("static int Compare(string strA, string strB)", func(c *call) value {
			return objects.Int(compareText(c.Str(0), c.Str(1), currentCulture))
		}),
		total("static int Compare(string strA, string strB, bool ignoreCase)", func(c *call) value {
			return objects.Int(compareText(c.Str(0), c.Str(1), comparisonFor(c.Bool(2))))
		}),
		total("static int Compare(string strA, string strB, System.StringComparison comparisonType)", func(c *call) value {
			return objects.Int(compareText(c.Str(0), c.Str(1), c.Int(2)))
		}),
		total("static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", func(c *call) value {
			return objects.Int(c.Culture(3).Compare(c.Str(0), c.Str(1), cultureOptions(comparisonFor(c.Bool(2)))))
		}),
		total("static int Compare(string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options)", func(c *call) value {
			return objects.Int(c.Culture(2).Compare(c.Str(0), c.Str(1), culture.CompareOptions(c.Int(3))))
		}),
		total("static int Compare(string strA, int indexA, string strB, int indexB, int length)", func(c *call) value {
			return objects.Int(compareText(part(c, 0, 1, 4), part(c, 2, 3, 4), currentCulture))
		}),
		total("static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)", func(c *call) value {
			return objects.Int(compareText(part(c, 0, 1, 4), part(c, 2, 3, 4), comparisonFor(c.Bool(5))))
		}),
		total("static int CompareOrdinal(string strA, string strB)", func(c *call) value {
			return objects.Int(ordinalDifference(c.Str(0), c.Str(1)))
		}),
	}
}

// ordinalDifference is that of the first units that differ, else of the
// lengths (String.CompareOrdinal).
func ordinalDifference(a, b string) int {
	x, y := utf16.Encode(a), utf16.Encode(b)
	for i := 0; i < len(x) && i < len(y); i++ {
		if x[i] != y[i] {
			return int(x[i]) - int(y[i])
		}
	}
	return len(x) - len(y)
}

func stringConcat() []objects.Method {
	var methods []objects.Method
	for _, params := range [...]string{
		"System.Object arg0", "System.Object arg0, System.Object arg1", "System.Object arg0, System.Object arg1, System.Object arg2",
		"string str0, string str1", "string str0, string str1, string str2", "string str0, string str1, string str2, string str3",
	} {
		methods = append(methods, partial("static string Concat("+params+")", func(c *call) (value, error) { return joined(c, "", c.Args) }))
	}
	for _, params := range [...]string{"Params System.Object[] args", "Params string[] values"} {
		methods = append(methods, partial("static string Concat("+params+")", func(c *call) (value, error) { return joined(c, "", c.Items(0)) }))
	}
	return append(methods, partial("static string Concat(System.Collections.Generic.IEnumerable[string] values)", func(c *call) (value, error) {
		return joinedSequence(c, "", 0)
	}))
}

func stringJoin() []objects.Method {
	var methods []objects.Method
	for _, separator := range [...]string{"string separator", "char separator"} {
		sep := func(c *call) string { return c.Str(0) }
		if separator == "char separator" {
			sep = func(c *call) string { return c.CharText(0) }
		}
		all := func(c *call) (value, error) {
			if !c.Is(1) {
				return objects.Null, objects.NullArgument("values")
			}
			return joined(c, sep(c), c.Items(1))
		}
		methods = append(methods,
			partial("static string Join("+separator+", Params string[] value)", all),
			partial("static string Join("+separator+", Params System.Object[] values)", all),
			partial("static string Join("+separator+", string[] value, int startIndex, int count)", func(c *call) (value, error) {
				items, start, count := c.Items(1), c.Int(2), c.Int(3)
				if start < 0 || count < 0 || start > len(items)-count {
					return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "startIndex")
				}
				return joined(c, sep(c), items[start:start+count])
			}))
	}
	return append(methods, partial("static string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", func(c *call) (value, error) {
		return joinedSequence(c, c.Str(0), 1)
	}))
}

// joined is the texts of the values with separators; a null is nothing.
func joined(c *call, separator string, items []value) (value, error) {
	var b strings.Builder
	for i, v := range items {
		if i > 0 {
			b.WriteString(separator)
		}
		s, err := c.Types.ToString(v, "")
		if err != nil {
			return objects.Null, err
		}
		b.WriteString(s)
	}
	return objects.String(b.String()), nil
}

func joinedSequence(c *call, separator string, i int) (value, error) {
	e, ok := objects.Enumeration(c.Args[i])
	if !ok {
		return objects.Null, objects.NullArgument("values")
	}
	var items []value
	if err := e.Enumerate(func(v value) error { items = append(items, v); return nil }); err != nil {
		return objects.Null, err
	}
	return joined(c, separator, items)
}
