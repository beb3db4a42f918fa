package regex

import (
	"context"
	"slices"
)

// Split cuts s at the matches into at most count pieces (0 for any number).
// What the groups of the expression matched stands between the pieces, and does
// not count. From right to left the cuts are counted from the end.
func (r *Regex) Split(ctx context.Context, s string, count int) ([]string, error) {
	if count == 1 {
		return []string{s}, nil
	}
	if r.readsBytes(s) {
		return r.splitASCII(ctx, s, count-1)
	}
	return r.split(ctx, r.newInput(s, true), -1, count)
}

// SplitAt is [Regex.Split] that looks for matches from a position on.
func (r *Regex) SplitAt(ctx context.Context, s string, start, count int) ([]string, error) {
	return r.split(ctx, r.newInput(s, false), start, count)
}

func (r *Regex) split(ctx context.Context, in *input, start, count int) ([]string, error) {
	if count == 1 {
		return []string{in.text}, nil
	}
	if r.RightToLeft() {
		return r.splitBackwards(ctx, in, start, count)
	}
	var pieces []string
	w := walker{in: in}
	for m, err := range r.all(ctx, in, start, count-1) {
		if err != nil {
			return nil, err
		}
		pieces = m.appendGroups(append(pieces, w.until(m)))
	}
	return append(pieces, w.rest()), nil
}

func (r *Regex) splitBackwards(ctx context.Context, in *input, start, count int) ([]string, error) {
	var pieces []string
	end := in.length()
	for m, err := range r.all(ctx, in, start, count-1) {
		if err != nil {
			return nil, err
		}
		pieces = m.appendGroups(append(pieces, in.slice(m.end(), end)))
		end = m.Index()
	}
	pieces = append(pieces, in.slice(0, end))
	slices.Reverse(pieces)
	return pieces, nil
}

// appendGroups appends what the groups behind the whole match matched.
func (m *Match) appendGroups(dst []string) []string {
	for _, number := range m.regex.numbers[1:] {
		if value, ok := m.GroupValue(number); ok {
			dst = append(dst, value)
		}
	}
	return dst
}
