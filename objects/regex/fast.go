package regex

import (
	"context"
	"strings"
	"sync"

	"github.com/dlclark/regexp2/v2"

	"github.com/csshell/csshell/objects/utf16"
)

// The ways through ASCII text from left to right, where bytes, characters and
// units are the same: a program, or else the engine, hands out where the groups
// begin and end instead of matches.

// readsBytes reports whether s is a text for these ways.
func (r *Regex) readsBytes(s string) bool { return !r.RightToLeft() && utf16.IsASCII(s) }

// runs reports whether the program can search s.
func (r *Regex) runs(s string) bool {
	return r.program != nil && r.timeout == 0 && !r.abandoned.Load() && utf16.IsASCII(s)
}

// runOnce lets the program find the first match from a place on and hands out the
// groups (see [machine]), which the callee must not keep. ok is false where the
// program gave up; it is then not tried again.
func (r *Regex) runOnce(s string, from int, yield func(slots []int)) (matches, ok bool) {
	m := r.machine()
	defer r.spare.Store(m)
	how := r.program.search(m, s, from)
	if how == gaveUp {
		r.abandoned.Store(true)
		return false, false
	}
	if how == found && yield != nil {
		yield(m.slots)
	}
	return how == found, true
}

// machine is the one of the latest run, or a new one.
func (r *Regex) machine() *machine {
	if m := r.spare.Swap(nil); m != nil && cap(m.stack) <= keptRetries {
		return m
	}
	return r.program.newMachine()
}

// following is where the search for the next match begins: an empty match does
// not come twice.
func following(slots []int) int {
	if slots[0] == slots[1] {
		return slots[1] + 1
	}
	return slots[1]
}

// each calls f with the groups of every match in ASCII text, at most limit of
// them. Where the program gives up or the engine runs out of time the matches
// begin anew, after restart.
func (r *Regex) each(ctx context.Context, s string, limit int, restart func(), f func(slots []int)) error {
	if limit == 0 {
		return nil
	}
	if r.runs(s) {
		if r.eachRun(s, limit, f) {
			return nil
		}
		restart()
	}
	return r.eachByEngine(ctx, s, limit, restart, f)
}

// eachRun is each by the program; it is false where that gave up.
func (r *Regex) eachRun(s string, limit int, f func(slots []int)) bool {
	m := r.machine()
	defer r.spare.Store(m)
	for at, n := 0, 0; at <= len(s) && n != limit; n++ {
		switch r.program.search(m, s, at) {
		case notFound:
			return true
		case gaveUp:
			r.abandoned.Store(true)
			return false
		}
		f(m.slots)
		at = following(m.slots)
	}
	return true
}

// eachByEngine is each by the engine.
func (r *Regex) eachByEngine(ctx context.Context, s string, limit int, restart func(), f func(slots []int)) error {
	runes := runesOf(s)
	defer release(runes)
	slots := make([]int, 2*len(r.numbers))
	_, err := run(ctx, r, func(re *regexp2.Regexp) (struct{}, error) {
		restart()
		n := 0
		err := re.FindRunesMatches(runes, -1, func(view regexp2.MatchView) bool {
			for place, number := range r.numbers {
				slots[2*place], slots[2*place+1] = -1, -1
				if index, length, ok := view.GroupRange(number); ok {
					slots[2*place], slots[2*place+1] = index, index+length
				}
			}
			f(slots)
			n++
			return n != limit
		})
		return struct{}{}, err
	})
	return err
}

// runesOf returns the characters of ASCII text for the engine. The caller releases
// them.
func runesOf(s string) (runes []rune) {
	if spare, ok := spareRunes.Get().(*[]rune); ok {
		runes = (*spare)[:0]
	}
	for i := range len(s) {
		runes = append(runes, rune(s[i]))
	}
	return runes
}

// spareRunes keeps the characters of short texts, which most are.
var spareRunes sync.Pool

// release gives the characters back once no match needs them.
func release(runes []rune) {
	if cap(runes) <= 4096 {
		spareRunes.Put(&runes)
	}
}

// Groups finds the first match in s and calls yield for the groups that took
// part in it, the whole match first: with the group's place in
// [Regex.GroupNumbers] and its text. It reports whether there is a match.
func (r *Regex) Groups(ctx context.Context, s string, yield func(place int, value string)) (bool, error) {
	if r.runs(s) {
		matches, ok := r.runOnce(s, 0, func(slots []int) {
			for place := range r.numbers {
				if start := slots[2*place]; start >= 0 {
					yield(place, s[start:slots[2*place+1]])
				}
			}
		})
		if ok {
			return matches, nil
		}
	}
	m, err := r.Find(ctx, s)
	if m == nil || err != nil {
		return false, err
	}
	for place, number := range r.numbers {
		if value, ok := m.GroupValue(number); ok {
			yield(place, value)
		}
	}
	return true, nil
}

// replaceASCII is ReplaceTemplate for ASCII text.
func (r *Regex) replaceASCII(ctx context.Context, s string, t *Template, limit int) (string, error) {
	var out strings.Builder
	end, found := 0, false
	restart := func() { out, end, found = strings.Builder{}, 0, false }
	err := r.each(ctx, s, limit, restart, func(slots []int) {
		if !found {
			found = true
			out.Grow(len(s) + len(t.text))
		}
		out.WriteString(s[end:slots[0]])
		r.fill(&out, t, s, slots)
		end = slots[1]
	})
	if err != nil || !found {
		return s, err
	}
	out.WriteString(s[end:])
	return out.String(), nil
}

// fill writes a template from the groups of a match in ASCII text.
func (r *Regex) fill(out *strings.Builder, t *Template, s string, slots []int) {
	for i := range t.parts {
		switch part := &t.parts[i]; part.kind {
		case literal:
			out.WriteString(part.text)
		case before:
			out.WriteString(s[:slots[0]])
		case after:
			out.WriteString(s[slots[1]:])
		case everything:
			out.WriteString(s)
		default:
			place := len(r.numbers) - 1
			if part.kind != lastGroup {
				place = r.place(part.group)
			}
			if start := slots[2*place]; start >= 0 {
				out.WriteString(s[start:slots[2*place+1]])
			}
		}
	}
}

// splitASCII is Split for ASCII text.
func (r *Regex) splitASCII(ctx context.Context, s string, limit int) ([]string, error) {
	pieces, end := make([]string, 0, 4), 0
	restart := func() { pieces, end = pieces[:0], 0 }
	err := r.each(ctx, s, limit, restart, func(slots []int) {
		pieces = append(pieces, s[end:slots[0]])
		end = slots[1]
		for i := 2; i < len(slots); i += 2 {
			if slots[i] >= 0 {
				pieces = append(pieces, s[slots[i]:slots[i+1]])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return append(pieces, s[end:]), nil
}
