package management

import (
	"slices"
	"testing"
)

func TestSplitArguments(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{"", nil},
		{"  a  b\tc ", []string{"a", "b", "c"}},
		{`-c "echo one two"`, []string{"-c", "echo one two"}},
		{`""`, []string{""}},
		{`a"b c"d`, []string{"ab cd"}},
		{`"say ""hi"""`, []string{`say "hi"`}},
		{`\"x\"`, []string{`"x"`}},
		{`c:\dir\ "x\\"`, []string{`c:\dir\`, `x\`}},
	} {
		if got := splitArguments(c.line); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}
