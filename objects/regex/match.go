package regex

import (
	"context"
	"iter"

	"github.com/dlclark/regexp2/v2"
)

// Match is a successful match.
type Match struct {
	regex *Regex
	in    *input
	match *regexp2.Match
}

// Group is what a group of the pattern matched.
type Group struct {
	Name    string
	Number  int
	Success bool
	Capture           // the last capture; zero where there is none
	All     []Capture // every capture, in the order of the text
}

// Capture is a piece of the text, with its position in UTF-16 units.
type Capture struct {
	Index, Length int
	Value         string
}

// IsMatch reports whether the expression matches anywhere in s. The context
// (which may be nil) ends a match that takes long.
func (r *Regex) IsMatch(ctx context.Context, s string) (bool, error) {
	if r.timeout == 0 && r.readsText(s) {
		if ok, err := r.engine.MatchString(s); err == nil {
			return ok, nil
		}
	}
	in := r.newInput(s, true)
	return run(ctx, r, func(re *regexp2.Regexp) (bool, error) {
		if in.runes != nil {
			return re.MatchRunes(in.runes)
		}
		return re.MatchString(s)
	})
}

// Find returns the first match in s, or nil.
func (r *Regex) Find(ctx context.Context, s string) (*Match, error) {
	in := r.newInput(s, true)
	return r.first(ctx, in, -1)
}

// FindAt is [Regex.Find] from a position on (for right to left, back from it);
// what lies before is visible to anchors and look-behinds. The caller has
// checked that the position lies within s.
func (r *Regex) FindAt(ctx context.Context, s string, start int) (*Match, error) {
	return r.first(ctx, r.newInput(s, false), start)
}

// first finds the first match from start, which is -1 for the usual end.
func (r *Regex) first(ctx context.Context, in *input, start int) (*Match, error) {
	m, err := run(ctx, r, func(re *regexp2.Regexp) (*regexp2.Match, error) {
		switch {
		case in.runes == nil:
			return re.FindStringMatch(in.text)
		case start < 0:
			return re.FindRunesMatch(in.runes)
		default:
			return re.FindRunesMatchStartingAt(in.runes, start)
		}
	})
	if m == nil || err != nil {
		return nil, err
	}
	return &Match{r, in, m}, nil
}

// Next returns the match that follows m in its text, or nil.
func (m *Match) Next(ctx context.Context) (*Match, error) {
	next, err := run(ctx, m.regex, func(re *regexp2.Regexp) (*regexp2.Match, error) {
		return re.FindNextMatch(m.match)
	})
	if next == nil || err != nil {
		return nil, err
	}
	return &Match{m.regex, m.in, next}, nil
}

// FindAll goes over the matches in s, at most limit of them (-1 for all). An
// error ends it.
func (r *Regex) FindAll(ctx context.Context, s string, limit int) iter.Seq2[*Match, error] {
	return r.all(ctx, r.newInput(s, true), -1, limit)
}

// FindAllAt is [Regex.FindAll] from a position on.
func (r *Regex) FindAllAt(ctx context.Context, s string, start, limit int) iter.Seq2[*Match, error] {
	return r.all(ctx, r.newInput(s, false), start, limit)
}

func (r *Regex) all(ctx context.Context, in *input, start, limit int) iter.Seq2[*Match, error] {
	return func(yield func(*Match, error) bool) {
		if limit == 0 {
			return
		}
		m, err := r.first(ctx, in, start)
		for n := 1; m != nil && err == nil; n++ {
			if !yield(m, nil) || n == limit {
				return
			}
			m, err = m.Next(ctx)
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// Regex returns the expression that matched.
func (m *Match) Regex() *Regex { return m.regex }

// Text returns the text that was searched.
func (m *Match) Text() string { return m.in.text }

// Index returns the position of the match in UTF-16 units.
func (m *Match) Index() int { return m.match.RuneIndex }

// Length returns the length of the match in UTF-16 units.
func (m *Match) Length() int { return m.match.RuneLength }

// end returns the position behind the match.
func (m *Match) end() int { return m.match.RuneIndex + m.match.RuneLength }

// Value returns the text of the match.
func (m *Match) Value() string { return m.value(&m.match.Capture) }

func (m *Match) value(c *regexp2.Capture) string {
	if m.in.units == nil {
		return c.String()
	}
	return m.in.slice(c.RuneIndex, c.RuneIndex+c.RuneLength)
}

// GroupCount returns the number of groups, the whole match included.
func (m *Match) GroupCount() int { return len(m.regex.numbers) }

// GroupValue returns the text of a group by its number; ok is false for a group
// that took no part or does not exist.
func (m *Match) GroupValue(number int) (value string, ok bool) {
	if number == 0 {
		return m.Value(), true
	}
	g := m.match.GroupByNumber(number)
	if g == nil || len(g.Captures) == 0 {
		return "", false
	}
	return m.value(&g.Capture), true
}

// Groups returns all groups in the order of their numbers.
func (m *Match) Groups() []Group {
	groups := make([]Group, len(m.regex.numbers))
	for i, number := range m.regex.numbers {
		groups[i] = m.group(number, m.regex.names[i])
	}
	return groups
}

func (m *Match) group(number int, name string) Group {
	group := Group{Name: name, Number: number}
	if number == 0 {
		group.Success, group.Capture = true, m.capture(&m.match.Capture)
		group.All = []Capture{group.Capture}
		return group
	}
	g := m.match.GroupByNumber(number)
	if g == nil || len(g.Captures) == 0 {
		return group
	}
	group.All = make([]Capture, len(g.Captures))
	for i := range g.Captures {
		group.All[i] = m.capture(&g.Captures[i])
	}
	group.Success, group.Capture = true, group.All[len(group.All)-1]
	return group
}

func (m *Match) capture(c *regexp2.Capture) Capture {
	return Capture{c.RuneIndex, c.RuneLength, m.value(c)}
}
