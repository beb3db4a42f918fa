package style

import "testing"

func TestStyles(t *testing.T) {
	s := New(false)
	for name, want := range map[string]string{"Error": "\x1b[31;1m", "TableHeader": "\x1b[32;1m", "FeedbackText": "\x1b[96m", "Nothing": ""} {
		if got := s.Formatting(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := s.Extension(".PS1"); got != "\x1b[33;1m" {
		t.Errorf(".PS1 is %q", got)
	}
	for i, want := range map[int]string{0: "Black", 3: "BrightRed", 8: "Blue", 15: "BrightWhite"} {
		if got := colours(30)[i].name; got != want {
			t.Errorf("colour %d is %s, want %s", i, got, want)
		}
	}
	if got := colours(40)[9].sequence; got != "\x1b[104m" {
		t.Errorf("BrightBlue is %q", got)
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[31mred\x1b[0m": "red", "a\x1b[2Jb": "a\x1b[2Jb", "\x1b]8;;http://x\x1b\\t\x1b]8;;\x1b\\": "t", "\x1b[": "\x1b[", "x": "x",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestConsoleColour has the numbers of DarkBlue, DarkRed, Blue, Red, Yellow, White.
func TestConsoleColour(t *testing.T) {
	for n, want := range map[int]int{1: 34, 4: 31, 9: 94, 12: 91, 14: 93, 15: 97, 7: 37, 8: 90} {
		if got := consoleColour(n, 30); got != want {
			t.Errorf("%d: got %d, want %d", n, got, want)
		}
	}
}
