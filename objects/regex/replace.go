package regex

import (
	"context"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// Template is a replacement pattern: text with $1, ${name}, $&, $`, $', $+, $_
// and $$ in it. What cannot be understood so stands for itself.
type Template struct {
	text  string
	parts []part
}

// part is a text, or a piece of the match.
type part struct {
	text  string
	kind  partKind
	group int
}

type partKind uint8

const (
	literal partKind = iota
	numbered
	before    // $`
	after     // $'
	lastGroup // $+
	everything
)

// Template reads a replacement pattern for the groups of r.
func (r *Regex) Template(replacement string) *Template {
	t := &Template{text: replacement}
	for {
		dollar := strings.IndexByte(replacement, '$')
		if dollar < 0 {
			t.addText(replacement)
			return t
		}
		t.addText(replacement[:dollar])
		replacement = replacement[dollar+1:]
		p, used := r.substitution(replacement)
		if used == 0 || p.kind == literal {
			t.addText("$")
		} else {
			t.parts = append(t.parts, p)
		}
		replacement = replacement[used:]
	}
}

func (t *Template) addText(text string) {
	if text != "" {
		t.parts = append(t.parts, part{text: text})
	}
}

// substitution reads what stands behind a dollar, and how long it is; 0 for
// nothing that is known.
func (r *Regex) substitution(s string) (part, int) {
	if s == "" {
		return part{}, 0
	}
	switch s[0] {
	case '$':
		return part{}, 1
	case '&':
		return part{kind: numbered}, 1
	case '`':
		return part{kind: before}, 1
	case '\'':
		return part{kind: after}, 1
	case '+':
		return part{kind: lastGroup}, 1
	case '_':
		return part{kind: everything}, 1
	case '{':
		return r.braced(s)
	default:
		return r.plainNumber(s)
	}
}

// plainNumber reads digits; with the option ECMAScript, as many as make the
// number of a group.
func (r *Regex) plainNumber(s string) (part, int) {
	n := 0
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	for ; n > 0; n-- {
		if number, err := strconv.Atoi(s[:n]); err == nil && r.hasGroup(number) {
			return part{kind: numbered, group: number}, n
		}
		if r.options&ECMAScript == 0 {
			break
		}
	}
	return part{}, 0
}

// braced reads {number} or {name}.
func (r *Regex) braced(s string) (part, int) {
	end := strings.IndexByte(s, '}')
	if end < 0 {
		return part{}, 0
	}
	name := s[1:end]
	if number, err := strconv.Atoi(name); err == nil && isDigit(rune(name[0])) && r.hasGroup(number) {
		return part{kind: numbered, group: number}, end + 1
	}
	if number := r.GroupNumber(name); number >= 0 {
		return part{kind: numbered, group: number}, end + 1
	}
	return part{}, 0
}

func (r *Regex) hasGroup(number int) bool {
	for _, n := range r.numbers {
		if n == number {
			return true
		}
	}
	return false
}

// Expand returns the template filled from a match (Match.Result).
func (t *Template) Expand(m *Match) string { return string(t.append(nil, m)) }

func (t *Template) append(dst []byte, m *Match) []byte {
	for i := range t.parts {
		p := &t.parts[i]
		switch p.kind {
		case literal:
			dst = append(dst, p.text...)
		case numbered:
			value, _ := m.GroupValue(p.group)
			dst = append(dst, value...)
		case before:
			dst = append(dst, m.in.slice(0, m.Index())...)
		case after:
			dst = append(dst, m.in.slice(m.end(), m.in.length())...)
		case lastGroup:
			value, _ := m.GroupValue(m.regex.numbers[len(m.regex.numbers)-1])
			dst = append(dst, value...)
		case everything:
			dst = append(dst, m.in.text...)
		}
	}
	return dst
}

// Replace replaces the matches in s by a replacement pattern, at most limit of
// them (-1 for all).
func (r *Regex) Replace(ctx context.Context, s, replacement string, limit int) (string, error) {
	return r.ReplaceTemplate(ctx, s, r.Template(replacement), limit)
}

// LatestTemplate is [Regex.Template] that remembers the latest pattern: most
// expressions are used with one.
func (r *Regex) LatestTemplate(replacement string) *Template {
	if t := r.template.Load(); t != nil && t.text == replacement {
		return t
	}
	t := r.Template(replacement)
	r.template.Store(t)
	return t
}

// ReplaceTemplate is [Regex.Replace] with a pattern that has been read.
func (r *Regex) ReplaceTemplate(ctx context.Context, s string, t *Template, limit int) (string, error) {
	if r.readsBytes(s) {
		return r.replaceASCII(ctx, s, t, limit)
	}
	return r.replace(ctx, r.newInput(s, true), -1, limit, func(dst []byte, m *Match) ([]byte, error) {
		return t.append(dst, m), nil
	})
}

// ReplaceFunc replaces the matches in s by what f makes of them, at most limit
// of them; an error of f ends it.
func (r *Regex) ReplaceFunc(ctx context.Context, s string, limit int, f func(*Match) (string, error)) (string, error) {
	return r.ReplaceFuncAt(ctx, s, -1, limit, f)
}

// ReplaceFuncAt is [Regex.ReplaceFunc] from a position on; -1 is the usual end.
func (r *Regex) ReplaceFuncAt(ctx context.Context, s string, start, limit int, f func(*Match) (string, error)) (string, error) {
	return r.replace(ctx, r.newInput(s, start < 0), start, limit, func(dst []byte, m *Match) ([]byte, error) {
		text, err := f(m)
		return append(dst, text...), err
	})
}

type replacer func(dst []byte, m *Match) ([]byte, error)

func (r *Regex) replace(ctx context.Context, in *input, start, limit int, f replacer) (string, error) {
	if r.RightToLeft() {
		return r.replaceBackwards(ctx, in, start, limit, f)
	}
	var dst []byte
	w := walker{in: in}
	found := false
	for m, err := range r.all(ctx, in, start, limit) {
		if err != nil {
			return "", err
		}
		found = true
		dst = append(dst, w.until(m)...)
		if dst, err = f(dst, m); err != nil {
			return "", err
		}
	}
	if !found {
		return in.text, nil
	}
	return joinSurrogates(string(append(dst, w.rest()...))), nil
}

// replaceBackwards collects the pieces from the end of the text.
func (r *Regex) replaceBackwards(ctx context.Context, in *input, start, limit int, f replacer) (string, error) {
	var pieces []string
	end := in.length()
	for m, err := range r.all(ctx, in, start, limit) {
		if err != nil {
			return "", err
		}
		text, err := f(nil, m)
		if err != nil {
			return "", err
		}
		pieces = append(pieces, in.slice(m.end(), end), string(text))
		end = m.Index()
	}
	pieces = append(pieces, in.slice(0, end))
	var b strings.Builder
	for i := len(pieces) - 1; i >= 0; i-- {
		b.WriteString(pieces[i])
	}
	return joinSurrogates(b.String()), nil
}

// walker cuts a text at successive matches, going over it once.
type walker struct {
	in     *input
	offset int // in bytes, where the text is read itself
	unit   int
}

// until returns the text between the last match and m.
func (w *walker) until(m *Match) string {
	if w.in.units != nil {
		text := w.in.slice(w.unit, m.Index())
		w.unit = m.end()
		return text
	}
	start, size := m.bytes()
	text := w.in.text[w.offset:start]
	w.offset = start + size
	return text
}

// rest returns the text behind the last match.
func (w *walker) rest() string {
	if w.in.units != nil {
		return w.in.slice(w.unit, len(w.in.units))
	}
	return w.in.text[w.offset:]
}

// joinSurrogates puts halves of pairs together that have come to stand side by
// side.
func joinSurrogates(s string) string {
	if !strings.Contains(s, "\xed") || runesAreUnits(s) {
		return s
	}
	return utf16.Decode(utf16.Encode(s))
}
