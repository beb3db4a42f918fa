package runtime

import (
	"testing"

	"github.com/csshell/csshell/parser"
)

func TestWindow(t *testing.T) {
	for _, row := range []struct{ line, column, length, first, last, shown int }{
		{96, 6, 5, 0, 69, 5}, {117, 66, 9, 14, 83, 9}, {179, 76, 55, 64, 133, 55}, {92, 8, 70, 0, 69, 61}, {120, 0, 120, 0, 69, 69},
		{85, 85, 1, 16, 85, 1},
	} {
		first, last, shown := window(row.line, row.column, row.length)
		if first != row.first || last != row.last || shown != row.shown {
			t.Errorf("window(%d, %d, %d) = %d, %d, %d, want %d, %d, %d", row.line, row.column, row.length, first, last, shown, row.first, row.last, row.shown)
		}
	}
}

func TestMarkedLine(t *testing.T) {
	for _, row := range []struct {
		text         string
		from, to     uint32
		line, marker string
	}{
		{"1 / 0", 0, 5, "1 / 0", "~~~~~"},
		{"\t\tGet-Item\tx", 2, 12, "        Get-Item    x", "        ~~~~~~~~~~~~~"},
		{"throw 'a'   ", 0, 9, "throw 'a'", "~~~~~~~~~"},
		{"first {\n second }", 0, 17, "first {", "~~~~~~~"}, // to the end of its first line
		{"1 +", 3, 4, "1 +", "   ~"},                        // behind the end
	} {
		at := &ScriptExtent{parser.NewSource(row.text, ""), parser.Extent{Start: row.from, End: row.to}}
		if line, marker := markedLine(at); line != row.line || marker != row.marker {
			t.Errorf("markedLine(%q, %d, %d) = %q, %q, want %q, %q", row.text, row.from, row.to, line, marker, row.line, row.marker)
		}
	}
}

func TestWrapMessage(t *testing.T) {
	const prefix = "     | "
	for _, row := range []struct {
		message string
		width   int
		want    string
	}{
		{"short", 20, prefix + "short"},
		{"fits to the l", 20, prefix + "fits to the l"},
		{"one word too many", 20, prefix + "one word too\n" + prefix + "many"},
		{"one two three four five", 16, prefix + "one two\n" + prefix + "three\n" + prefix + "four five"},
		{"averyveryverylongword", 20, "     |\n" + prefix + "averyveryverylongword"}, // no word is broken
		{"any", 0, prefix + "any"},
	} {
		if got := wrapMessage(prefix+row.message, prefix, row.width); got != row.want {
			t.Errorf("wrapMessage(%q, %d) = %q, want %q", row.message, row.width, got, row.want)
		}
	}
}
