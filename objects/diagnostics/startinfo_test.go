package diagnostics

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"  ", nil},
		{"a b\tc", []string{"a", "b", "c"}},
		{`-c "echo x" y`, []string{"-c", "echo x", "y"}},
		{`""`, []string{""}},
		{`a"b c"d`, []string{"ab cd"}},
		{`\"a\" "b \" c"`, []string{`"a"`, `b " c`}},
		{`C:\x "open`, []string{`C:\x`, "open"}},
	} {
		if got := split(row.text); !slices.Equal(got, row.want) {
			t.Errorf("split(%q) = %q, want %q", row.text, got, row.want)
		}
	}
}
