package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// The numbers of System.StringComparison.
const (
	currentCulture = iota
	currentCultureIgnoreCase
	invariantCulture
	invariantCultureIgnoreCase
	ordinal
	ordinalIgnoreCase
)

func ignoresCase(comparison int) bool { return comparison%2 == 1 }

func comparisonFor(ignoreCase bool) int {
	if ignoreCase {
		return currentCultureIgnoreCase
	}
	return currentCulture
}

func stringSearch() []objects.Method {
	methods := []objects.Method{
		total("bool Contains(string value)", func(c *call) value { return objects.Bool(strings.Contains(c.Self(), c.Str(0))) }),
		total("bool Contains(string value, System.StringComparison comparisonType)", func(c *call) value {
			at, _ := find(c.Self(), c.Str(0), c.Int(1))
			return objects.Bool(at >= 0)
		}),
		total("bool Contains(char value)", func(c *call) value { return objects.Bool(strings.Contains(c.Self(), c.CharText(0))) }),
		total("bool Contains(char value, System.StringComparison comparisonType)", func(c *call) value {
			at, _ := find(c.Self(), c.CharText(0), c.Int(1))
			return objects.Bool(at >= 0)
		}),
		total("bool EndsWith(string value)", func(c *call) value { return objects.Bool(hasSuffix(c.Self(), c.Str(0), currentCulture)) }),
		total("bool EndsWith(string value, System.StringComparison comparisonType)", func(c *call) value {
			return objects.Bool(hasSuffix(c.Self(), c.Str(0), c.Int(1)))
		}),
		total("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", func(c *call) value {
			return objects.Bool(hasSuffix(c.Self(), c.Str(0), comparisonFor(c.Bool(1))))
		}),
		total("bool EndsWith(char value)", func(c *call) value { return objects.Bool(strings.HasSuffix(c.Self(), c.CharText(0))) }),
		total("bool StartsWith(string value)", func(c *call) value { return objects.Bool(hasPrefix(c.Self(), c.Str(0), currentCulture)) }),
		total("bool StartsWith(string value, System.StringComparison comparisonType)", func(c *call) value {
			return objects.Bool(hasPrefix(c.Self(), c.Str(0), c.Int(1)))
		}),
		total("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", func(c *call) value {
			return objects.Bool(hasPrefix(c.Self(), c.Str(0), comparisonFor(c.Bool(1))))
		}),
		total("bool StartsWith(char value)", func(c *call) value { return objects.Bool(strings.HasPrefix(c.Self(), c.CharText(0))) }),
		partial("int IndexOfAny(char[] anyOf)", func(c *call) (value, error) { return indexAny(c, false) }),
		partial("int IndexOfAny(char[] anyOf, int startIndex)", func(c *call) (value, error) { return indexAny(c, false) }),
		partial("int IndexOfAny(char[] anyOf, int startIndex, int count)", func(c *call) (value, error) { return indexAny(c, false) }),
		partial("int LastIndexOfAny(char[] anyOf)", func(c *call) (value, error) { return indexAny(c, true) }),
		partial("int LastIndexOfAny(char[] anyOf, int startIndex)", func(c *call) (value, error) { return indexAny(c, true) }),
		partial("int LastIndexOfAny(char[] anyOf, int startIndex, int count)", func(c *call) (value, error) { return indexAny(c, true) }),
	}
	for _, last := range [...]bool{false, true} {
		methods = append(methods, indexMethods(last)...)
	}
	return methods
}

// indexMethods are the overloads of IndexOf or LastIndexOf: what is sought, where
// the search starts, how many units it covers, how it compares.
func indexMethods(last bool) []objects.Method {
	name := "IndexOf"
	if last {
		name = "LastIndexOf"
	}
	var methods []objects.Method
	for _, params := range [...]string{
		"char value", "char value, int startIndex", "char value, int startIndex, int count", "char value, System.StringComparison comparisonType",
		"string value", "string value, int startIndex", "string value, int startIndex, int count", "string value, System.StringComparison comparisonType",
		"string value, int startIndex, System.StringComparison comparisonType", "string value, int startIndex, int count, System.StringComparison comparisonType",
	} {
		if last && params == "char value, System.StringComparison comparisonType" {
			continue
		}
		q := query{last: last, char: strings.HasPrefix(params, "char"), start: -1, count: -1, comparison: -1}
		for i, p := range strings.Split(params, ", ") {
			switch {
			case p == "int startIndex":
				q.start = i
			case p == "int count":
				q.count = i
			case strings.HasPrefix(p, "System.StringComparison"):
				q.comparison = i
			}
		}
		methods = append(methods, partial("int "+name+"("+params+")", q.run))
	}
	return methods
}

// query is one overload of IndexOf or LastIndexOf: the places of its
// parameters, -1 for one it has not.
type query struct {
	last, char               bool
	start, count, comparison int
}

func (q query) run(c *call) (value, error) {
	s := c.Self()
	sought, comparison := "", currentCulture
	if q.char {
		sought, comparison = c.CharText(0), ordinal
	} else {
		sought = c.Str(0)
	}
	if q.comparison >= 0 {
		comparison = c.Int(q.comparison)
	}
	from, to, err := q.window(c, utf16.Len(s))
	if err != nil {
		return objects.Null, err
	}
	if q.last {
		return objects.Int(lastIndexIn(s, sought, from, to, comparison)), nil
	}
	at, _ := find(utf16.Slice(s, from, to-from), sought, comparison)
	if at < 0 {
		return objects.Int(-1), nil
	}
	return objects.Int(from + at), nil
}

// window is the part of a text of n units that is searched.
func (q query) window(c *call, n int) (from, to int, err error) {
	from, to = 0, n
	if q.start < 0 {
		return from, to, nil
	}
	start := c.Int(q.start)
	if q.last {
		return q.lastWindow(c, start, n)
	}
	if start < 0 || start > n {
		return 0, 0, objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex")
	}
	from = start
	if q.count >= 0 {
		count := c.Int(q.count)
		if count < 0 || count > n-from {
			return 0, 0, objects.OutOfRange("Count must be positive and count must refer to a location within the string/array/collection.", "count")
		}
		to = from + count
	}
	return from, to, nil
}

// lastWindow is the part that ends at start.
func (q query) lastWindow(c *call, start, n int) (from, to int, err error) {
	if n == 0 {
		return 0, 0, nil
	}
	if start < -1 || start > n {
		return 0, 0, objects.OutOfRange("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex")
	}
	to = min(start+1, n)
	if q.count >= 0 {
		count := c.Int(q.count)
		if count < 0 || count > to {
			return 0, 0, objects.OutOfRange("Count must be positive and count must refer to a location within the string/array/collection.", "count")
		}
		from = to - count
	}
	return from, to, nil
}

// indexAny is the first or last place of one of the characters.
func indexAny(c *call, last bool) (value, error) {
	q := query{last: last, start: -1, count: -1}
	if len(c.Args) > 1 {
		q.start = 1
	}
	if len(c.Args) > 2 {
		q.count = 2
	}
	units := utf16.Encode(c.Self())
	from, to, err := q.window(c, len(units))
	if err != nil {
		return objects.Null, err
	}
	found := -1
	for i := from; i < to && (found < 0 || last); i++ {
		for _, r := range c.Items(0) {
			if uint16(r.Int64()) == units[i] {
				found = i
			}
		}
	}
	return objects.Int(found), nil
}
