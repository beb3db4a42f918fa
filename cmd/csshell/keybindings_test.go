package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestKeyOfChord(t *testing.T) {
	for _, row := range []struct {
		chord string
		want  keyPress
		ok    bool
	}{
		{"Tab", keyPress{kind: keyTab}, true}, {"Shift+Tab", keyPress{kind: keyBackTab}, true}, {"ctrl+R", keyPress{kind: keyControl, r: 'R'}, true},
		{"Alt+.", keyPress{kind: keyAlt, r: '.'}, true}, {"UpArrow", keyPress{kind: keyUp}, true}, {"Ctrl+LeftArrow", keyPress{kind: keyLeft, modified: true}, true},
		{"x", keyPress{r: 'x'}, true}, {"Hyper+x", keyPress{}, false}, {"F19", keyPress{}, false}, {"", keyPress{}, false},
	} {
		if got, ok := keyOfChord(row.chord); got != row.want || ok != row.ok {
			t.Errorf("keyOfChord(%q) = %+v, %v", row.chord, got, ok)
		}
	}
}

func TestBindKey(t *testing.T) {
	c := &console{}
	up := keyPress{kind: keyUp}
	if err := c.BindKey("Ctrl+o", "HistorySearchBackward"); err != nil {
		t.Fatal(err)
	}
	if got := c.meaning(keyPress{kind: keyControl, r: 'O'}); got != up {
		t.Errorf("Ctrl+o means %+v", got)
	}
	if err := c.BindKey("Ctrl+o", ""); err != nil || len(c.KeyBindings()) != 0 {
		t.Errorf("%v, %v are left", err, c.KeyBindings())
	}
	for _, wrong := range [][2]string{{"Ctrl+o", "Nothing"}, {"F19", "Undo"}} {
		if c.BindKey(wrong[0], wrong[1]) == nil {
			t.Errorf("%v is bound", wrong)
		}
	}
}

func TestHistoryIsReadFromItsEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.txt")
	if err := os.WriteFile(path, []byte("one\ntwo\nthree\ntwo\nfour\\nlines\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h := &lineHistory{path: path}
	if got, want := h.recent(), []string{"four\nlines", "two", "three", "one"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	text, start, err := linesBefore(path, 14, 12)
	if text != "two\nthree\n" || start != 4 || err != nil {
		t.Errorf("%q from %d, %v", text, start, err)
	}
}

func TestHistoryReadsFurtherBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.txt")
	text := "the oldest\n" + strings.Repeat("a line that comes again\n", recentHistory/10) + "the newest\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	h := &lineHistory{path: path}
	if got := len(h.recent()); got != 2 {
		t.Errorf("%d recent lines", got)
	}
	if at := h.before(-1, func(line string) bool { return line == "the oldest" }); at != 2 || h.line(at) != "the oldest" {
		t.Errorf("the oldest line is number %d of %q", at, h.entries)
	}
	if at := h.after(2, func(line string) bool { return line == "the newest" }); at != 0 {
		t.Errorf("the newest is number %d", at)
	}
}
