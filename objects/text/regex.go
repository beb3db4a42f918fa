package text

import (
	"errors"
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/regex"
	"github.com/csshell/csshell/objects/utf16"
)

// The types of regular expressions.
var (
	RegexType          = class("System.Text.RegularExpressions.Regex", objects.ObjectType)
	MatchEvaluatorType = &objects.Type{FullName: "System.Text.RegularExpressions.MatchEvaluator", Base: objects.DelegateType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// Regex is a System.Text.RegularExpressions.Regex.
type Regex struct{ compiled *regex.Regex }

// NewRegex makes the object of a compiled expression.
func NewRegex(r *regex.Regex) *Regex { return &Regex{r} }

// Type is System.Text.RegularExpressions.Regex.
func (*Regex) Type() *objects.Type { return RegexType }

// Expression is the compiled expression.
func (r *Regex) Expression() *regex.Regex { return r.compiled }

// Text is the pattern.
func (r *Regex) Text() (string, error) { return r.compiled.String(), nil }

// HashKey is the object itself: two expressions are never equal.
func (r *Regex) HashKey() any { return r }

// RaisedRegex is an error of the regular expressions as the exception of .NET.
func RaisedRegex(err error) error {
	p, ok := errors.AsType[*regex.ParseError](err)
	if !ok {
		return err
	}
	e := objects.NewException(objects.RegexParseException, p.Error())
	code := slices.Index(ParseErrorType.Enum.Names, p.Code)
	e.Fields = map[string]value{"Offset": objects.Int(p.Offset), "Error": objects.Word(ParseErrorType, uint64(max(code, 0)))}
	return e
}

// parseErrorDeclaration is what tells of the place and the kind of an error in
// a pattern.
func parseErrorDeclaration() *objects.Declaration {
	field := func(typ, name string) objects.Property {
		return reads(typ+" "+name+" {get;}", func(this value) value {
			if e, ok := objects.As[*objects.Exception](this); ok {
				return e.Fields[name]
			}
			return objects.Null
		})
	}
	return &objects.Declaration{
		Type:       objects.RegexParseException,
		Properties: []objects.Property{field(ParseErrorType.FullName, "Error"), field("int", "Offset")},
	}
}

// compile makes an expression of a pattern, options and a limit of time; -1 is
// an argument that the overload has not.
func compile(c *call, pattern, options, limit int) (*regex.Regex, error) {
	o := regex.Options(0)
	if options >= 0 {
		o = regex.Options(c.Int(options))
	}
	r, err := c.Types.Regexes().Compile(c.Str(pattern), o)
	if err != nil {
		return nil, RaisedRegex(err)
	}
	if limit >= 0 {
		span := c.Args[limit].TimeSpan()
		if span <= 0 && span != -10000 {
			return nil, objects.OutOfRange("Specified argument was out of the range of valid values.", "matchTimeout")
		}
		if span > 0 {
			r = r.WithTimeout(duration(span))
		}
	}
	return r, nil
}

func compiledOf(v value) *regex.Regex {
	if r, ok := objects.As[*Regex](v); ok {
		return r.compiled
	}
	r, _ := regex.Compile("", 0)
	return r
}

func regexDeclaration() *objects.Declaration {
	made := func(options, limit int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			r, err := compile(c, 0, options, limit)
			if err != nil {
				return objects.Null, err
			}
			return objects.Of(&Regex{r}), nil
		}
	}
	const options = "System.Text.RegularExpressions.RegexOptions options"
	d := &objects.Declaration{
		Type: RegexType,
		Constructors: []objects.Method{
			partial("new(string pattern)", made(-1, -1)),
			partial("new(string pattern, "+options+")", made(1, -1)),
			partial("new(string pattern, "+options+", timespan matchTimeout)", made(1, 2)),
		},
		Properties: []objects.Property{
			reads("System.Text.RegularExpressions.RegexOptions Options {get;}", func(this value) value {
				return objects.Word(RegexOptionsType, uint64(compiledOf(this).Options()))
			}),
			reads("bool RightToLeft {get;}", func(this value) value { return objects.Bool(compiledOf(this).RightToLeft()) }),
			reads("timespan MatchTimeout {get;}", func(this value) value {
				if t := compiledOf(this).Timeout(); t > 0 {
					return objects.TimeSpanOf(datetime.TimeSpan(t / 100))
				}
				return objects.TimeSpanOf(infinite)
			}),
			reads("static timespan InfiniteMatchTimeout {get;}", func(value) value { return objects.TimeSpanOf(infinite) }),
		},
	}
	d.Methods = append(d.Methods, regexGroups()...)
	d.Methods = append(d.Methods, regexSearches()...)
	d.Methods = append(d.Methods, regexStatic()...)
	return d
}

// infinite is Regex.InfiniteMatchTimeout: minus one millisecond.
const infinite = datetime.TimeSpan(-10000)

func regexGroups() []objects.Method {
	return []objects.Method{
		total("string[] GetGroupNames()", func(c *call) value { return objects.Of(objects.Strings(compiledOf(c.This).GroupNames())) }),
		total("int[] GetGroupNumbers()", func(c *call) value {
			var items []value
			for _, n := range compiledOf(c.This).GroupNumbers() {
				items = append(items, objects.Int(n))
			}
			return objects.Of(objects.NewArray(objects.Int32Type, items))
		}),
		total("string GroupNameFromNumber(int i)", func(c *call) value { return objects.String(compiledOf(c.This).GroupName(c.Int(0))) }),
		total("int GroupNumberFromName(string name)", func(c *call) value { return objects.Int(compiledOf(c.This).GroupNumber(c.Str(0))) }),
		total("string ToString()", func(c *call) value { return objects.String(compiledOf(c.This).String()) }),
		total("static string Escape(string str)", func(c *call) value { return objects.String(regex.Escape(c.Str(0))) }),
		partial("static string Unescape(string str)", func(c *call) (value, error) {
			s, err := regex.Unescape(c.Str(0))
			return objects.String(s), RaisedRegex(err)
		}),
	}
}

// start is the place that a search begins at; an error outside of the text.
func start(r *regex.Regex, s string, c *call, i int) (int, error) {
	if i < 0 {
		if r.RightToLeft() {
			return utf16.Len(s), nil
		}
		return 0, nil
	}
	n := c.Int(i)
	if n < 0 || n > utf16.Len(s) {
		return 0, objects.OutOfRange("Start index cannot be less than 0 or greater than input length.", "startat")
	}
	return n, nil
}

// regexSearches are the instance methods that search.
func regexSearches() []objects.Method {
	methods := []objects.Method{
		partial("int Count(string input)", func(c *call) (value, error) { return countMatches(c, compiledOf(c.This), c.Str(0)) }),
		partial("System.Text.RegularExpressions.Match Match(string input, int beginning, int length)", func(c *call) (value, error) {
			return findMatch(c, compiledOf(c.This), utf16.Slice(c.Str(0), 0, c.Int(1)+c.Int(2)), 1)
		}),
	}
	for _, at := range [...]struct {
		param string
		place int
	}{{"", -1}, {", int startat", 1}} {
		methods = append(methods,
			partial("bool IsMatch(string input"+at.param+")", func(c *call) (value, error) {
				if at.place < 0 {
					ok, err := compiledOf(c.This).IsMatch(c.Context, c.Str(0))
					return objects.Bool(ok), err
				}
				m, err := findMatch(c, compiledOf(c.This), c.Str(0), at.place)
				return objects.Bool(err == nil && matchOf(m).found != nil), err
			}),
			partial("System.Text.RegularExpressions.Match Match(string input"+at.param+")", func(c *call) (value, error) {
				return findMatch(c, compiledOf(c.This), c.Str(0), at.place)
			}),
			partial("System.Text.RegularExpressions.MatchCollection Matches(string input"+at.param+")", func(c *call) (value, error) {
				return findMatches(c, compiledOf(c.This), c.Str(0), at.place)
			}))
	}
	for _, with := range [...]struct{ param string }{{"string replacement"}, {"System.Text.RegularExpressions.MatchEvaluator evaluator"}} {
		methods = append(methods,
			partial("string Replace(string input, "+with.param+")", func(c *call) (value, error) { return replaceAll(c, compiledOf(c.This), 1, -1, -1) }),
			partial("string Replace(string input, "+with.param+", int count)", func(c *call) (value, error) { return replaceAll(c, compiledOf(c.This), 1, 2, -1) }),
			partial("string Replace(string input, "+with.param+", int count, int startat)", func(c *call) (value, error) {
				return replaceAll(c, compiledOf(c.This), 1, 2, 3)
			}))
	}
	return append(methods,
		partial("string[] Split(string input)", func(c *call) (value, error) { return splitText(c, compiledOf(c.This), -1, -1) }),
		partial("string[] Split(string input, int count)", func(c *call) (value, error) { return splitText(c, compiledOf(c.This), 1, -1) }),
		partial("string[] Split(string input, int count, int startat)", func(c *call) (value, error) { return splitText(c, compiledOf(c.This), 1, 2) }))
}

// regexStatic are the static methods that search: input and pattern, then what
// each adds, then options and a limit of time.
func regexStatic() []objects.Method {
	var methods []objects.Method
	for _, m := range [...]struct {
		head string // result, name, parameters before the options
		run  func(c *call, r *regex.Regex) (value, error)
	}{
		{"bool IsMatch(string input, string pattern", func(c *call, r *regex.Regex) (value, error) {
			ok, err := r.IsMatch(c.Context, c.Str(0))
			return objects.Bool(ok), err
		}},
		{"System.Text.RegularExpressions.Match Match(string input, string pattern", func(c *call, r *regex.Regex) (value, error) {
			return findMatch(c, r, c.Str(0), -1)
		}},
		{"System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern", func(c *call, r *regex.Regex) (value, error) {
			return findMatches(c, r, c.Str(0), -1)
		}},
		{"int Count(string input, string pattern", func(c *call, r *regex.Regex) (value, error) { return countMatches(c, r, c.Str(0)) }},
		{"string Replace(string input, string pattern, string replacement", func(c *call, r *regex.Regex) (value, error) { return replaceAll(c, r, 2, -1, -1) }},
		{"string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator", func(c *call, r *regex.Regex) (value, error) {
			return replaceAll(c, r, 2, -1, -1)
		}},
		{"string[] Split(string input, string pattern", func(c *call, r *regex.Regex) (value, error) { return splitText(c, r, -1, -1) }},
	} {
		fixed := 2
		if countCommas(m.head) == 2 {
			fixed = 3
		}
		for _, tail := range [...]struct {
			params         string
			options, limit int
		}{
			{"", -1, -1}, {", System.Text.RegularExpressions.RegexOptions options", fixed, -1},
			{", System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout", fixed, fixed + 1},
		} {
			methods = append(methods, partial("static "+m.head+tail.params+")", func(c *call) (value, error) {
				r, err := compile(c, 1, tail.options, tail.limit)
				if err != nil {
					return objects.Null, err
				}
				return m.run(c, r)
			}))
		}
	}
	return methods
}

func countCommas(s string) (n int) {
	for _, r := range s {
		if r == ',' {
			n++
		}
	}
	return n
}
