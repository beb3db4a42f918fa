package regex

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/objects/fault"
)

func compile(t testing.TB, pattern string, options Options) *Regex {
	t.Helper()
	r, err := Compile(pattern, options)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRecordedOperators(t *testing.T) {
	table, err := os.ReadFile("testdata/operators.tsv")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t")
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i := range f {
			f[i] = plain.Replace(f[i])
		}
		options := IgnoreCase
		if strings.HasSuffix(f[0], "c") {
			options = 0
		}
		if got := operate(t.Context(), f[0][:len(f[0])-1], f[1], f[2], f[3], options); got != f[4] {
			t.Errorf("%q -%s %q, %q = %q, want %q", f[1], f[0], f[2], f[3], got, f[4])
		}
	}
}

func operate(ctx context.Context, operator, text, pattern, replacement string, options Options) string {
	r, err := Compile(pattern, options)
	if err != nil {
		return "!" + err.Error()
	}
	var got string
	switch operator {
	case "match":
		var ok bool
		ok, err = r.IsMatch(ctx, text)
		got = strings.ToUpper(strconv.FormatBool(ok)[:1]) + strconv.FormatBool(ok)[1:]
	case "replace":
		got, err = r.Replace(ctx, text, replacement, -1)
	case "split":
		var pieces []string
		pieces, err = r.Split(ctx, text, 0)
		got = strings.Join(pieces, "|")
	}
	if err != nil {
		return "!" + err.Error()
	}
	return got
}

// TestParseErrors has errors that the recorded table does not.
func TestParseErrors(t *testing.T) {
	for _, row := range []struct {
		pattern string
		offset  int
		detail  string
	}{
		{`a\`, 2, `Illegal \ at end of pattern.`}, {`(?#note`, 7, "Unterminated (?#...) comment."}, {`(?<0>a)`, 4, "Capture number cannot be zero."},
		{`[a-\d]`, 5, `Cannot include class \d in character range.`}, {`[a-z-[b]c]`, 8, "A subtraction must be the last element in a character class."},
		{`\c`, 2, "Missing control character."}, {`\c!`, 3, "Unrecognized control character."}, {`\pLetter`, 3, "Malformed \\p{X} character escape."}, {`\p{L`, 2, "Incomplete \\p{X} character escape."}, {`\p{Script=Han}`, 10, "Incomplete \\p{X} character escape."},
		{`(?(1`, 4, "Conditional alternation is missing a closing parenthesis after the group number 1."}, {`(?(?#x)a)`, 2, "Alternation conditions cannot be comments."},
		{`(?(?<n>x)a)`, 2, "Alternation conditions do not capture and cannot be named."}, {`(?(x)a|b|c)`, 11, "Too many | in (?()|)."}, {`(a)|*`, 5, "Quantifier '*' following nothing."}, {`x{1}{2}`, 5, "Nested quantifier '{'."},
		{`(?u)a`, 3, "Unrecognized grouping construct."}, {`\x{41}`, 3, "Insufficient or invalid hexadecimal digits."}, {`\u12`, 2, "Insufficient or invalid hexadecimal digits."}, {`\8`, 2, "Reference to undefined group number 8."},
		{`a{99999999999}`, 12, "Capture group numbers must be less than or equal to Int32.MaxValue."}, {`ä😀(`, 4, "Not enough )'s."}, {`(?i)(?-i`, 8, "Unrecognized grouping construct."}, {`\R`, 2, `Unrecognized escape sequence \R.`},
	} {
		_, err := Compile(row.pattern, 0)
		var parse *ParseError
		if !errors.As(err, &parse) {
			t.Errorf("%q: %v, want %s", row.pattern, err, row.detail)
		} else if parse.Detail != row.detail || parse.Offset != row.offset {
			t.Errorf("%q: %s at %d, want %s at %d", row.pattern, parse.Detail, parse.Offset, row.detail, row.offset)
		}
	}
	if _, err := Compile(strings.Repeat("(", 1e6), 0); err == nil {
		t.Error("a million parentheses compile")
	}
	if _, err := Compile(strings.Repeat("[a-[", 1e6), 0); err == nil {
		t.Error("a million sets compile")
	}
	if _, err := Compile("a", 128); !fault.Is(err, fault.OutOfRange) {
		t.Errorf("options 128: %v", err)
	}
}

func TestGoodPatterns(t *testing.T) {
	for _, row := range []struct {
		pattern, text string
		options       Options
		want          bool
	}{
		{`\12`, "\n", 0, true}, {`a{,2}`, "a{,2}", 0, true}, {`[\]]`, "]", 0, true}, {`(?x)a # note`, "a", 0, true}, {`(?<a>.)\k<a>`, "xx", 0, true}, {`(?'a'.)\k'a'`, "xx", 0, true},
		{`^[a-z-[aeiou]]$`, "e", 0, false}, {`[😀]`, "😀", 0, true}, {`^😀+$`, "😀😀", 0, false}, {`^(?:😀)+$`, "😀😀", 0, true}, {`\😀`, "😀", 0, true}, {`(?i)İ`, "i", 0, true}, {`^İ$`, "i", IgnoreCase, true},
		{`ſ`, "s", IgnoreCase, false}, {`é+`, "ÉÉ", IgnoreCase, true}, {`σ`, "ς", IgnoreCase, false}, {`σ`, "Σ", IgnoreCase, true}, {`K`, "k", IgnoreCase, true}, {`^.$`, "\xed\xa0\xbd", 0, true},
		{`\w`, "é", ECMAScript, false}, {`(?<n>a)(?(n)b|c)`, "ab", 0, true}, {`\p{IsGreek}`, "α", 0, true}, {`^[\P{IsGreek}]$`, "α", 0, false}, {`^[\P{IsGreek}]$`, "z", 0, true}, {`^[^\p{IsGreek}x]$`, "y", 0, true}, {`^\P{IsBasicLatin}$`, "y", 0, false}, {`^[\uD83D\uDE00]`, "😀", 0, true}, {`[a-z-[\uD83D]]`, "b", 0, true}, {`[\b]`, "\b", 0, true}, {`a b`, "ab", IgnorePatternWhitespace, true}, {`(?(?=a)ab|c)`, "c", 0, true},
	} {
		r, err := Compile(row.pattern, row.options)
		if err != nil {
			t.Errorf("%q: %v", row.pattern, err)
			continue
		}
		if got, err := r.IsMatch(t.Context(), row.text); got != row.want || err != nil {
			t.Errorf("%q matches %q: %v, %v, want %v", row.pattern, row.text, got, err, row.want)
		}
	}
}

func TestGroups(t *testing.T) {
	r := compile(t, `(?<user>\w+)@(\w)+(x)?`, 0)
	if got := strings.Join(r.GroupNames(), ","); got != "0,1,2,user" || r.GroupNumber("user") != 3 || r.GroupName(3) != "user" || r.GroupNumber("none") != -1 {
		t.Errorf("names %s, user is %d", got, r.GroupNumber("user"))
	}
	m, err := r.Find(t.Context(), "😀 ann@abc")
	if m == nil || err != nil {
		t.Fatal(m, err)
	}
	groups := m.Groups()
	if m.Index() != 3 || m.Length() != 7 || m.Value() != "ann@abc" {
		t.Errorf("match %q at %d, %d", m.Value(), m.Index(), m.Length())
	}
	if g := groups[1]; g.Value != "c" || len(g.All) != 3 || g.All[1] != (Capture{8, 1, "b"}) {
		t.Errorf("group 1: %+v", g)
	}
	if groups[2].Success || groups[2].Value != "" || groups[3].Value != "ann" || groups[3].Name != "user" {
		t.Errorf("groups %+v", groups)
	}
	if value, ok := m.GroupValue(3); value != "ann" || !ok {
		t.Errorf("GroupValue = %q, %v", value, ok)
	}
	if next, err := m.Next(t.Context()); next != nil || err != nil {
		t.Errorf("Next = %v, %v", next, err)
	}
}

func TestReplace(t *testing.T) {
	for _, row := range []struct {
		pattern, text, replacement string
		options                    Options
		limit                      int
		want                       string
	}{
		{`(\w+) (\w+)`, "ann smith", "$2, $1", 0, -1, "smith, ann"}, {`b`, "abc", "[$`|$'|$_|$&]", 0, -1, "a[a|c|abc|b]c"}, {`(b)`, "abc", "$10$2${1", 0, -1, "a$10$2${1c"},
		{`(?<n>b)`, "abc", "${n}${1}${x}$$", 0, -1, "abb${x}$c"}, {`a*`, "aaa", "x", 0, -1, "xx"}, {`a`, "aaa", "b", 0, 2, "bba"}, {`a`, "aaa", "b", RightToLeft, 2, "abb"}, {`(.)(.)?`, "a", "[$+]", 0, -1, "[]"},
		{`.`, "a😀", "<$&>", 0, -1, "<a><\xed\xa0\xbd><\xed\xb8\x80>"}, {`x`, "😀x", "y", 0, -1, "😀y"}, {`b`, "😀b😀", "$`", 0, -1, "😀😀😀"}, {"(?<=\xed\xa0\xbd)", "", "", 0, -1, ""}, {`-`, "\xed\xa0\xbd-\xed\xb8\x80", "", 0, -1, "😀"},
	} {
		r := compile(t, row.pattern, row.options)
		got, err := r.Replace(t.Context(), row.text, row.replacement, row.limit)
		if got != row.want || err != nil {
			t.Errorf("%q in %q by %q = %q, %v, want %q", row.pattern, row.text, row.replacement, got, err, row.want)
		}
		template := r.Template(row.replacement)
		got, err = r.ReplaceFunc(t.Context(), row.text, row.limit, func(m *Match) (string, error) { return template.Expand(m), nil })
		if got != row.want || err != nil {
			t.Errorf("%q in %q by a function = %q, %v, want %q", row.pattern, row.text, got, err, row.want)
		}
	}
	failed := errors.New("failed")
	if _, err := compile(t, "b", 0).ReplaceFunc(t.Context(), "abc", -1, func(*Match) (string, error) { return "", failed }); err != failed {
		t.Errorf("ReplaceFunc: %v", err)
	}
	got, err := compile(t, `\d`, 0).ReplaceFuncAt(t.Context(), "1-2-3", 2, 1, func(*Match) (string, error) { return "#", nil })
	if got != "1-#-3" || err != nil {
		t.Errorf("ReplaceFuncAt = %q, %v", got, err)
	}
}

func TestSplit(t *testing.T) {
	for _, row := range []struct {
		pattern, text string
		options       Options
		count         int
		want          []string
	}{
		{`,`, "a,b,c", 0, 2, []string{"a", "b,c"}}, {`,`, "a,b,c", RightToLeft, 2, []string{"a,b", "c"}}, {`(,)`, "a,b", 0, 0, []string{"a", ",", "b"}}, {`(,)|(;)`, "a,b;c", 0, 0, []string{"a", ",", "b", ";", "c"}},
		{``, "abc", 0, 0, []string{"", "a", "b", "c", ""}}, {`,`, "", 0, 0, []string{""}}, {`x`, "abc", 0, 0, []string{"abc"}}, {`,`, "a,b", 0, 1, []string{"a,b"}}, {`-`, "😀-ä-b", 0, 0, []string{"😀", "ä", "b"}},
		{`(-)(\+)`, "a-+b", RightToLeft, 0, []string{"a", "+", "-", "b"}},
	} {
		got, err := compile(t, row.pattern, row.options).Split(t.Context(), row.text, row.count)
		if !slices.Equal(got, row.want) || err != nil {
			t.Errorf("%q split by %q = %q, %v, want %q", row.text, row.pattern, got, err, row.want)
		}
	}
}

func TestMatchesFrom(t *testing.T) {
	r := compile(t, `\d`, 0)
	var at []int
	for m, err := range r.FindAllAt(t.Context(), "1a2b3", 1, -1) {
		if err != nil {
			t.Fatal(err)
		}
		at = append(at, m.Index())
	}
	if !slices.Equal(at, []int{2, 4}) {
		t.Errorf("matches at %v", at)
	}
	if m, _ := compile(t, `\Gb`, 0).FindAt(t.Context(), "ab", 1); m == nil {
		t.Error(`\G does not match where the search starts`)
	}
}

func TestEscape(t *testing.T) {
	for _, row := range []struct{ text, escaped string }{{"a.b c", `a\.b\ c`}, {"x\ty\n", `x\ty\n`}, {"[a]{1}", `\[a]\{1}`}, {"plain", "plain"}, {"ä+#", `ä\+\#`}} {
		if got := Escape(row.text); got != row.escaped {
			t.Errorf("Escape(%q) = %q, want %q", row.text, got, row.escaped)
		}
		if got, err := Unescape(row.escaped); got != row.text || err != nil {
			t.Errorf("Unescape(%q) = %q, %v", row.escaped, got, err)
		}
	}
	if got, err := Unescape(`a\`); got != "a" || err != nil {
		t.Errorf("a backslash at the end: %q, %v", got, err)
	}
	if _, err := Unescape(`\y`); err == nil {
		t.Error(`\y can be unescaped`)
	}
}

func TestCancel(t *testing.T) {
	r := compile(t, `^(a+)+$`, 0)
	text := strings.Repeat("a", 40) + "b"
	ctx, cancel := context.WithTimeout(t.Context(), 600*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := r.IsMatch(ctx, text); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("IsMatch: %v", err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("cancelled after %v", took)
	}
	if _, err := r.WithTimeout(50*time.Millisecond).IsMatch(t.Context(), text); !fault.Is(err, fault.RegexTimedOut) {
		t.Errorf("IsMatch with a time limit: %v", err)
	}
}

func TestCache(t *testing.T) {
	c := NewCache(2)
	get := func(pattern string) *Regex {
		r, err := c.Compile(pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	a := get("a+")
	get("b+")
	if get("a+") != a {
		t.Error("the cache forgets")
	}
	get("c+")
	if get("a+") != a || len(c.entries) != 2 {
		t.Errorf("the cache of two holds %d and forgot the wrong one", len(c.entries))
	}
	if _, err := c.Compile("(", 0); err == nil {
		t.Error("a bad pattern compiles")
	}
}

// FuzzCompile looks for patterns that .NET's grammar lets through and the
// engine does not, and for panics.
func FuzzCompile(f *testing.F) {
	for _, p := range []string{`(?<n>a)\k<n>[a-z-[b]]{2,}?`, `(?(1)a|b)`, `\p{L}\x41\u0041\cA\012`, `(?x) # c`, `(?<-n>)`, `[[:alpha:]]`, `😀`} {
		f.Add(p, "text", uint16(1))
	}
	f.Fuzz(func(t *testing.T, pattern, text string, options uint16) {
		pattern, text = strings.ToValidUTF8(pattern, "?"), strings.ToValidUTF8(text, "?")
		if len(pattern) > 40 || len(text) > 40 || strings.ContainsAny(pattern, "0123456789") {
			return // counted repetitions take time
		}
		r, err := Compile(pattern, Options(options)&engine&^ECMAScript)
		var parse *ParseError
		if errors.As(err, &parse) && parse.Code == "Unknown" {
			t.Errorf("%q: %v", pattern, err)
		}
		if err != nil {
			return
		}
		r = r.WithTimeout(100 * time.Millisecond)
		pieces, err := r.Split(t.Context(), text, 0)
		if err == nil && len(r.numbers) == 1 {
			if joined, err := r.Replace(t.Context(), text, "", -1); err == nil && joined != joinSurrogates(strings.Join(pieces, "")) {
				t.Errorf("%q in %q: split %q, replaced %q", pattern, text, pieces, joined)
			}
		}
	})
}

func BenchmarkIsMatch(b *testing.B) {
	r := compile(b, `pool\d+`, IgnoreCase)
	for b.Loop() {
		r.IsMatch(b.Context(), "edge pool01.contoso.com")
	}
}

func BenchmarkReplace(b *testing.B) {
	r := compile(b, `(\w+)@(\w+)`, IgnoreCase)
	for b.Loop() {
		r.Replace(b.Context(), "mail ann@contoso.com", "$2 $1", -1)
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		compile(b, `(\w+)@(\w+)`, IgnoreCase)
	}
}

func BenchmarkCached(b *testing.B) {
	c := NewCache(100)
	for b.Loop() {
		c.Compile(`pool\d+`, IgnoreCase)
		c.Compile(`edge\d+`, IgnoreCase)
	}
}
