package system

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/datetime"
)

// parseDate is DateTime.Parse(s, provider).
func parseDate(tt *objects.TypeTable, s string, in *culture.Culture) (value, error) {
	t, err := tt.DateReader(in, 0).Parse(s)
	return objects.DateTimeOf(t), err
}

// timed is a type whose text a [datetime.Reader] reads.
type timed struct {
	name     string // in signatures
	input    string // the name of the first parameter
	provider string // that of the provider
	zero     value
	free     func(r *datetime.Reader, s string) (value, error)
	exact    func(r *datetime.Reader, s, format string) (value, error)
	any      func(r *datetime.Reader, s string, formats []string) (value, error)
}

func dateText() timed {
	made := func(t datetime.DateTime, err error) (value, error) { return objects.DateTimeOf(t), err }
	return timed{
		name: "datetime", input: "s", provider: "provider", zero: objects.DateTimeOf(0),
		free:  func(r *datetime.Reader, s string) (value, error) { return made(r.Parse(s)) },
		exact: func(r *datetime.Reader, s, format string) (value, error) { return made(r.ParseExact(s, format)) },
		any: func(r *datetime.Reader, s string, formats []string) (value, error) {
			return made(r.ParseExactAny(s, formats))
		},
	}
}

func offsetText() timed {
	made := func(t datetime.DateTimeOffset, err error) (value, error) { return objects.DateTimeOffsetOf(t), err }
	return timed{
		name: "System.DateTimeOffset", input: "input", provider: "formatProvider", zero: objects.DateTimeOffsetOf(datetime.DateTimeOffset{}),
		free:  func(r *datetime.Reader, s string) (value, error) { return made(r.ParseOffset(s)) },
		exact: func(r *datetime.Reader, s, format string) (value, error) { return made(r.ParseOffsetExact(s, format)) },
		any: func(r *datetime.Reader, s string, formats []string) (value, error) {
			return made(r.ParseOffsetExactAny(s, formats))
		},
	}
}

// reading is one overload of Parse, ParseExact or their Try: the places of its
// parameters, -1 for one it has not.
type reading struct {
	timed
	formats, provider, styles, result int
}

func (r reading) read(c *call) (value, error) {
	in, styles := c.Types.Culture(), 0
	if r.provider >= 0 {
		in = c.Culture(r.provider)
	}
	if r.styles >= 0 {
		styles = c.Int(r.styles)
	}
	reader := c.Types.DateReader(in, datetime.Styles(styles))
	switch {
	case r.formats < 0:
		return r.free(reader, c.Str(0))
	case arrayOf(c.Args[r.formats]) != nil:
		return r.any(reader, c.Str(0), texts(c.Items(r.formats)))
	}
	return r.exact(reader, c.Str(0), c.Str(r.formats))
}

func (r reading) try(c *call) (value, error) {
	v, err := r.read(c)
	if err != nil {
		v = r.zero
	}
	return objects.Bool(err == nil), c.Assign(r.result, v)
}

func texts(items []value) []string {
	all := make([]string, len(items))
	for i, v := range items {
		all[i] = text(v)
	}
	return all
}

// dateParsing are the overloads of Parse, ParseExact, TryParse and TryParseExact.
func dateParsing(t timed) []objects.Method {
	provider, styles := ", System.IFormatProvider "+t.provider, ", System.Globalization.DateTimeStyles styles"
	parse := func(name, params string, r reading) objects.Method {
		r.timed = t
		return partial("static "+t.name+" "+name+"(string "+t.input+params+")", r.read)
	}
	try := func(name, params string, r reading) objects.Method {
		r.timed = t
		return partial("static bool "+name+"(string "+t.input+params+", [ref] "+t.name+" result)", r.try)
	}
	return []objects.Method{
		parse("Parse", "", reading{formats: -1, provider: -1, styles: -1}),
		parse("Parse", provider, reading{formats: -1, provider: 1, styles: -1}),
		parse("Parse", provider+styles, reading{formats: -1, provider: 1, styles: 2}),
		parse("ParseExact", ", string format"+provider, reading{formats: 1, provider: 2, styles: -1}),
		parse("ParseExact", ", string format"+provider+styles, reading{formats: 1, provider: 2, styles: 3}),
		parse("ParseExact", ", string[] formats"+provider+styles, reading{formats: 1, provider: 2, styles: 3}),
		try("TryParse", "", reading{formats: -1, provider: -1, styles: -1, result: 1}),
		try("TryParse", provider, reading{formats: -1, provider: 1, styles: -1, result: 2}),
		try("TryParse", provider+styles, reading{formats: -1, provider: 1, styles: 2, result: 3}),
		try("TryParseExact", ", string format"+provider+styles, reading{formats: 1, provider: 2, styles: 3, result: 4}),
		try("TryParseExact", ", string[] formats"+provider+styles, reading{formats: 1, provider: 2, styles: 3, result: 4}),
	}
}

// spanParsing are those of TimeSpan.
func spanParsing() []objects.Method {
	const provider, styles = ", System.IFormatProvider formatProvider", ", System.Globalization.TimeSpanStyles styles"
	point := func(c *call, i int) string {
		if i < 0 {
			return c.Types.Culture().Number.DecimalSeparator
		}
		return c.Culture(i).Number.DecimalSeparator
	}
	free := func(at int) func(c *call) (datetime.TimeSpan, error) {
		return func(c *call) (datetime.TimeSpan, error) { return datetime.ParseSpan(c.Str(0), point(c, at)) }
	}
	exact := func(styles int) func(c *call) (datetime.TimeSpan, error) {
		return func(c *call) (datetime.TimeSpan, error) {
			negative := styles >= 0 && c.Int(styles) == 1
			if arrayOf(c.Args[1]) != nil {
				return datetime.ParseSpanExactAny(c.Str(0), texts(c.Items(1)), point(c, 2), negative)
			}
			return datetime.ParseSpanExact(c.Str(0), c.Str(1), point(c, 2), negative)
		}
	}
	try := func(signature string, f func(c *call) (datetime.TimeSpan, error)) objects.Method {
		return partial("static bool "+signature+", [ref] timespan result)", func(c *call) (value, error) {
			s, err := f(c)
			if err != nil {
				s = 0
			}
			return objects.Bool(err == nil), c.Assign(len(c.Args)-1, objects.TimeSpanOf(s))
		})
	}
	return []objects.Method{
		madeSpan("static timespan Parse(string s)", free(-1)),
		madeSpan("static timespan Parse(string input"+provider+")", free(1)),
		madeSpan("static timespan ParseExact(string input, string format"+provider+")", exact(-1)),
		madeSpan("static timespan ParseExact(string input, string[] formats"+provider+")", exact(-1)),
		madeSpan("static timespan ParseExact(string input, string format"+provider+styles+")", exact(3)),
		madeSpan("static timespan ParseExact(string input, string[] formats"+provider+styles+")", exact(3)),
		try("TryParse(string s", free(-1)),
		try("TryParse(string input"+provider, free(1)),
		try("TryParseExact(string input, string format"+provider, exact(-1)),
		try("TryParseExact(string input, string format"+provider+styles, exact(3)),
	}
}
