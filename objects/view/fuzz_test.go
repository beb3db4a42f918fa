package view

import (
	"strings"
	"testing"
)

// FuzzWrap checks that lines fit their width and lose no character but those
// that are not shown.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "a b  c", "word\nword", "日本語 テキスト", "x\u00ady", "\x1b[31mred\x1b[0m word", "😀😀", "tab\there \r\n"} {
		f.Add(s, 3, true)
		f.Add(s, 1, false)
	}
	f.Fuzz(func(t *testing.T, s string, width int, words bool) {
		if width < 1 || width > 1000 || len(s) > 10_000 {
			return
		}
		w := wrapper{words: words}
		lines := w.wrap(s, width)
		for _, line := range lines {
			if n := cellWidth(line); n > width {
				t.Fatalf("%q at %d: line %q takes %d", s, width, line, n)
			}
		}
		if width < 2 || strings.Contains(s, softHyphen) {
			return
		}
		kept := strings.NewReplacer("\r", "", "\n", "").Replace(s)
		if got := strings.Join(lines, ""); got != kept {
			t.Fatalf("%q at %d became %q", s, width, got)
		}
	})
}

// FuzzTable checks that no line of a table is wider than the page, whatever
// stands in it.
func FuzzTable(f *testing.F) {
	f.Add("a", "bb", 20, 3, true)
	f.Add("日本語", "\x1b[31mx", 5, 0, false)
	f.Add("one\ntwo", strings.Repeat("w ", 50), 12, 1, true)
	f.Fuzz(func(t *testing.T, a, b string, width, first int, wrap bool) {
		if width < 2 || width > 300 || first < 0 || first > 400 || len(a)+len(b) > 5000 || a == "" || strings.ContainsAny(a, "*?[]`") {
			return
		}
		r := Request{Shape: TableShape, Properties: []Property{{Name: a, Width: first}, {Name: "B"}}, Wrap: Off}
		if wrap {
			r.Wrap = On
		}
		out := show(t, settings(), r, width, object(a, b, "B", a), object(a, 1, "B", nil))
		for _, line := range strings.Split(out, "\n") {
			if n := cellWidth(line); n > width {
				t.Fatalf("%d cells in %q", n, line)
			}
		}
	})
}

// FuzzHarmless checks that no control character of data reaches a terminal but
// colours, tabs and line ends.
func FuzzHarmless(f *testing.F) {
	f.Add("a\x1b[2Jb\x9b\x07\r")
	f.Fuzz(func(t *testing.T, s string) {
		got := harmless(s)
		for i := 0; i < len(got); i++ {
			if got[i] == escapeByte && colourAt(got[i:]) == 0 {
				t.Fatalf("%q became %q", s, got)
			}
			if c := got[i]; c < 0x20 && c != escapeByte && c != '\n' && c != '\t' && !strings.HasPrefix(got[i:], "\r\n") || c == 0x7f {
				t.Fatalf("%q became %q", s, got)
			}
		}
	})
}

func colourAt(s string) int {
	if end := strings.IndexByte(s, 'm'); end > 0 && strings.Trim(s[1:end], "[0123456789;") == "" {
		return end + 1
	}
	return 0
}

// FuzzColumns checks that columns take the screen or less, and leave none out
// that fits.
func FuzzColumns(f *testing.F) {
	f.Add([]byte{0, 10, 0}, 80)
	f.Add([]byte{50, 50}, 30)
	f.Fuzz(func(t *testing.T, widths []byte, screen int) {
		if screen < 1 || screen > 10_000 || len(widths) == 0 || len(widths) > 1000 {
			return
		}
		w := make([]int, len(widths))
		for i, b := range widths {
			w[i] = int(b)
		}
		fitColumns(w, screen)
		if n := tableWidth(w); n > screen {
			t.Fatalf("%v at %d became %v: %d", widths, screen, w, n)
		}
		if w[0] < minColumn {
			t.Fatalf("%v at %d hides the first column", widths, screen)
		}
	})
}
