package regex

import (
	"context"
	"sync"

	"github.com/dlclark/regexp2/v2"

	"github.com/csshell/csshell/objects/utf16"
)

// The ways through ASCII text from left to right, where bytes, characters and
// units are the same: the engine hands out positions instead of matches.

// asciiRunes returns the characters of s for the engine; ok is false for text
// that needs the general way. The caller releases them.
func (r *Regex) asciiRunes(s string) (runes []rune, ok bool) {
	if r.RightToLeft() || !utf16.IsASCII(s) {
		return nil, false
	}
	if spare, ok := spareRunes.Get().(*[]rune); ok {
		runes = (*spare)[:0]
	}
	for i := range len(s) {
		runes = append(runes, rune(s[i]))
	}
	return runes, true
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
	if found, ok := r.groupsASCII(s, yield); ok {
		return found, nil
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

// shortText is how long a text may be for the fast way of Groups: in a longer one
// the engine looks for the beginning of a match before it takes the text apart.
const shortText = 512

// groupsASCII is the fast way of Groups; ok is false where that is of no use.
func (r *Regex) groupsASCII(s string, yield func(place int, value string)) (found, ok bool) {
	if r.timeout != 0 || len(s) > shortText {
		return false, false
	}
	runes, ok := r.asciiRunes(s)
	if !ok {
		return false, false
	}
	defer release(runes)
	err := r.engine.FindRunesMatches(runes, -1, func(view regexp2.MatchView) bool {
		found = true
		for place, number := range r.numbers {
			if index, length, ok := view.GroupRange(number); ok {
				yield(place, s[index:index+length])
			}
		}
		return false
	})
	return found, err == nil
}

// positions is a match as the engine reports it.
type positions struct {
	view  regexp2.MatchView
	start int
	end   int
}

// eachASCII calls f for every match in runes, at most limit of them. Where the
// engine runs out of time the matches begin anew, after restart.
func (r *Regex) eachASCII(ctx context.Context, runes []rune, limit int, restart func(), f func(positions)) error {
	if limit == 0 {
		return nil
	}
	_, err := run(ctx, r, func(re *regexp2.Regexp) (struct{}, error) {
		restart()
		n := 0
		err := re.FindRunesMatches(runes, -1, func(view regexp2.MatchView) bool {
			index, length, _ := view.GroupRange(0)
			f(positions{view, index, index + length})
			n++
			return n != limit
		})
		return struct{}{}, err
	})
	return err
}

// replaceASCII is the fast way of ReplaceTemplate.
func (r *Regex) replaceASCII(ctx context.Context, s string, runes []rune, t *Template, limit int) (string, error) {
	var dst []byte
	end, found := 0, false
	restart := func() { dst, end, found = dst[:0], 0, false }
	err := r.eachASCII(ctx, runes, limit, restart, func(p positions) {
		found = true
		dst = append(dst, s[end:p.start]...)
		dst = r.fill(dst, t, s, p)
		end = p.end
	})
	if err != nil || !found {
		return s, err
	}
	return string(append(dst, s[end:]...)), nil
}

// fill writes a template from the positions of a match in ASCII text.
func (r *Regex) fill(dst []byte, t *Template, s string, p positions) []byte {
	for i := range t.parts {
		switch part := &t.parts[i]; part.kind {
		case literal:
			dst = append(dst, part.text...)
		case before:
			dst = append(dst, s[:p.start]...)
		case after:
			dst = append(dst, s[p.end:]...)
		case everything:
			dst = append(dst, s...)
		default:
			number := part.group
			if part.kind == lastGroup {
				number = r.numbers[len(r.numbers)-1]
			}
			if index, length, ok := p.view.GroupRange(number); ok {
				dst = append(dst, s[index:index+length]...)
			}
		}
	}
	return dst
}

// splitASCII is the fast way of Split.
func (r *Regex) splitASCII(ctx context.Context, s string, runes []rune, limit int) ([]string, error) {
	var pieces []string
	end := 0
	restart := func() { pieces, end = nil, 0 }
	err := r.eachASCII(ctx, runes, limit, restart, func(p positions) {
		pieces = append(pieces, s[end:p.start])
		end = p.end
		for _, number := range r.numbers[1:] {
			if index, length, ok := p.view.GroupRange(number); ok {
				pieces = append(pieces, s[index:index+length])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return append(pieces, s[end:]), nil
}
