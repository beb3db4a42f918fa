package conformance

import (
	"strings"
	"testing"
)

func TestScreen(t *testing.T) {
	long := strings.Repeat("x", screenColumns)
	for name, row := range map[string]struct{ written, text, styled string }{
		"colours":            {"a\x1b[31;1mb\x1b[0mc", "abc\n", "a‹1;31›b‹›c\n"},
		"colour of 256":      {"\x1b[38;5;208mx\x1b[39my", "xy\n", "‹38;5;208›x‹›y\n"},
		"flags go":           {"\x1b[1;4ma\x1b[22mb\x1b[24mc", "abc\n", "‹1;4›a‹›‹4›b‹›c\n"},
		"return and rewrite": {"abc\rX", "Xbc\n", "Xbc\n"},
		"erase to the end":   {"abc\x1b[2D\x1b[K", "a\n", "a\n"},
		"erase the line":     {"abc\x1b[2Kd", "   d\n", "   d\n"},
		"delete characters":  {"abcd\r\x1b[2P", "cd\n", "cd\n"},
		"backspace":          {"ab\b \b", "a\n", "a\n"},
		"wrap at the margin": {long + "y", long + "\ny\n", long + "\ny\n"},
		"margin then break":  {long + "\r\ny", long + "\ny\n", long + "\ny\n"},
		"title":              {"\x1b]0;title\x07a\x1b]0;t\x1b\\b", "ab\n", "ab\n"},
		"combining mark":     {"e\u0301x", "ex\n", "ex\n"},
		"up and down":        {"a\r\nb\x1b[AX\x1b[BY", "aX\nb Y\n", "aX\nb Y\n"},
		"clear":              {"a\x1b[H\x1b[2Jb", "a\n<cleared>\nb\n", "a\n<cleared>\nb\n"},
	} {
		s := newScreen()
		for i := range len(row.written) { // byte by byte: characters and sequences arrive in pieces
			s.feed([]byte{row.written[i]})
		}
		if got := s.text(); got != row.text {
			t.Errorf("%s: text %q, want %q", name, got, row.text)
		}
		if got := s.styled(); got != row.styled {
			t.Errorf("%s: styled %q, want %q", name, got, row.styled)
		}
	}
}

func TestScreenAnswersWhereTheCursorIs(t *testing.T) {
	if got := string(newScreen().feed([]byte("a\r\nbc\x1b[6n"))); got != "\x1b[2;3R" {
		t.Errorf("got %q", got)
	}
}
