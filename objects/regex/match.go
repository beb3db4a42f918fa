package regex

import (
	"context"
	"iter"
	"slices"

	"github.com/dlclark/regexp2/v2"
)

// Match is a successful match: of the engine, or of a program that has no more to
// tell than where its groups begin and end.
type Match struct {
	regex *Regex
	in    *input
	match *regexp2.Match
	spans []int // as in machine.slots; nil for a match of the engine
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
	if r.runs(s) {
		if found, ok := r.runOnce(s, 0, nil); ok {
			return found, nil
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
	if in.units == nil && r.runs(in.text) && r.program.historyFree {
		var m *Match
		_, ok := r.runOnce(in.text, max(start, 0), func(slots []int) {
			m = &Match{regex: r, in: in, spans: slices.Clone(slots)}
		})
		if ok {
			return m, nil
		}
	}
	m, err := run(ctx, r, func(re *regexp2.Regexp) (*regexp2.Match, error) {
		switch {
		case in.runes == nil && start < 0:
			return re.FindStringMatch(in.text)
		case in.runes == nil:
			return re.FindStringMatchStartingAt(in.text, start)
		case start < 0:
			return re.FindRunesMatch(in.runes)
		default:
			return re.FindRunesMatchStartingAt(in.runes, start)
		}
	})
	if m == nil || err != nil {
		return nil, err
	}
	return &Match{regex: r, in: in, match: m}, nil
}

// Next returns the match that follows m in its text, or nil.
func (m *Match) Next(ctx context.Context) (*Match, error) {
	if m.spans != nil {
		from := following(m.spans)
		if from > len(m.in.text) {
			return nil, nil
		}
		return m.regex.first(ctx, m.in, from)
	}
	next, err := run(ctx, m.regex, func(re *regexp2.Regexp) (*regexp2.Match, error) {
		return re.FindNextMatch(m.match)
	})
	if next == nil || err != nil {
		return nil, err
	}
	return &Match{regex: m.regex, in: m.in, match: next}, nil
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
func (m *Match) Index() int {
	if m.spans != nil {
		return m.spans[0]
	}
	return m.match.RuneIndex
}

// Length returns the length of the match in UTF-16 units.
func (m *Match) Length() int {
	if m.spans != nil {
		return m.spans[1] - m.spans[0]
	}
	return m.match.RuneLength
}

// end returns the position behind the match.
func (m *Match) end() int { return m.Index() + m.Length() }

// bytes is where the match begins in a text that is read itself, and its size.
func (m *Match) bytes() (start, size int) {
	if m.spans != nil {
		return m.spans[0], m.spans[1] - m.spans[0]
	}
	return m.match.ByteRange()
}

// Value returns the text of the match.
func (m *Match) Value() string {
	if m.spans != nil {
		return m.in.text[m.spans[0]:m.spans[1]]
	}
	return m.value(&m.match.Capture)
}

func (m *Match) value(c *regexp2.Capture) string {
	if m.in.units == nil {
		return c.String()
	}
	return m.in.slice(c.RuneIndex, c.RuneIndex+c.RuneLength)
}

// span is a group of a match without history; ok is false where it took no part.
func (m *Match) span(number int) (start, end int, ok bool) {
	place := m.regex.place(number)
	if place < 0 || m.spans[2*place] < 0 {
		return 0, 0, false
	}
	return m.spans[2*place], m.spans[2*place+1], true
}

// GroupCount returns the number of groups, the whole match included.
func (m *Match) GroupCount() int { return len(m.regex.numbers) }

// GroupValue returns the text of a group by its number; ok is false for a group
// that took no part or does not exist.
func (m *Match) GroupValue(number int) (value string, ok bool) {
	if number == 0 {
		return m.Value(), true
	}
	if m.spans != nil {
		start, end, ok := m.span(number)
		return m.in.text[start:end], ok
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
	if m.spans != nil {
		if start, end, ok := m.span(number); ok {
			group.Success, group.Capture = true, Capture{start, end - start, m.in.text[start:end]}
			group.All = []Capture{group.Capture}
		}
		return group
	}
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
