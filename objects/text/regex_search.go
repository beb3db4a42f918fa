package text

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/regex"
)

func duration(s datetime.TimeSpan) time.Duration { return time.Duration(s) * 100 }

// findMatch is Regex.Match from the place in argument at, from the front
// where at is -1.
func findMatch(c *call, r *regex.Regex, s string, at int) (value, error) {
	var m *regex.Match
	from, err := start(r, s, c, at)
	switch {
	case err != nil:
	case at < 0:
		m, err = r.Find(c.Context, s)
	default:
		m, err = r.FindAt(c.Context, s, from)
	}
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(&Match{found: m}), nil
}

func findMatches(c *call, r *regex.Regex, s string, at int) (value, error) {
	from, err := start(r, s, c, at)
	if err != nil {
		return objects.Null, err
	}
	all := &MatchCollection{}
	seq := r.FindAll(c.Context, s, -1)
	if at >= 0 {
		seq = r.FindAllAt(c.Context, s, from, -1)
	}
	for m, err := range seq {
		if err != nil {
			return objects.Null, err
		}
		all.items = append(all.items, objects.Of(&Match{found: m}))
	}
	return objects.Of(all), nil
}

func countMatches(c *call, r *regex.Regex, s string) (value, error) {
	n := 0
	for _, err := range r.FindAll(c.Context, s, -1) {
		if err != nil {
			return objects.Null, err
		}
		n++
	}
	return objects.Int(n), nil
}

// replaceAll is Regex.Replace; with is the place of the replacement or the
// script block, count and at those of the limit and the start, -1 for none.
func replaceAll(c *call, r *regex.Regex, with, count, at int) (value, error) {
	s, limit := c.Str(0), -1
	if count >= 0 {
		if limit = c.Int(count); limit < -1 {
			return objects.Null, objects.OutOfRange("Count cannot be less than -1.", "count")
		}
	}
	from, err := start(r, s, c, at)
	if err != nil {
		return objects.Null, err
	}
	f := c.Func(with)
	if f == nil && at < 0 {
		out, err := r.Replace(c.Context, s, c.Str(with), limit)
		return objects.String(out), err
	}
	template := r.Template(c.Str(with))
	replacement := func(m *regex.Match) (string, error) {
		if f == nil {
			return template.Expand(m), nil
		}
		v, err := f.CallWith(c.Context, objects.Null, []value{objects.Of(&Match{found: m})})
		if err != nil {
			return "", err
		}
		return c.Types.Text(v, " ")
	}
	var out string
	if at < 0 {
		out, err = r.ReplaceFunc(c.Context, s, limit, replacement)
	} else {
		out, err = r.ReplaceFuncAt(c.Context, s, from, limit, replacement)
	}
	return objects.String(out), err
}

func splitText(c *call, r *regex.Regex, count, at int) (value, error) {
	s, limit := c.Str(0), 0
	if count >= 0 {
		if limit = c.Int(count); limit < 0 {
			return objects.Null, objects.OutOfRange("Count cannot be less than -1.", "count")
		}
	}
	from, err := start(r, s, c, at)
	if err != nil {
		return objects.Null, err
	}
	var parts []string
	if at < 0 {
		parts, err = r.Split(c.Context, s, limit)
	} else {
		parts, err = r.SplitAt(c.Context, s, from, limit)
	}
	return objects.Of(objects.Strings(parts)), err
}
