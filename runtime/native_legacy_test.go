package runtime

import (
	"slices"
	"testing"
)

func TestLegacyWords(t *testing.T) {
	for _, row := range []struct{ words, want []string }{
		{[]string{`a "b" c`, "", "d e"}, []string{"a b c", "d e"}},
		{[]string{`plain`, `x"y"z`}, []string{"plain", "xyz"}},
		{[]string{`a\"b`, `c:\dir\`}, []string{`a"b`, `c:\dir\`}},
		{[]string{`one ""two`}, []string{`one "two`}},
		{nil, nil},
	} {
		if got := legacyWords(row.words); !slices.Equal(got, row.want) {
			t.Errorf("legacyWords(%q) = %q, want %q", row.words, got, row.want)
		}
	}
}
