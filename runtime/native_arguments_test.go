package runtime

import (
	"slices"
	"testing"
)

func TestWithCommas(t *testing.T) {
	for _, row := range []struct {
		words  []string
		spaces []bool
		want   []string
	}{
		{[]string{"1", "2"}, nil, []string{"1", "2"}},
		{[]string{"a", "b"}, []bool{false}, []string{"a,b"}},
		{[]string{"a", "b"}, []bool{true}, []string{"a,", "b"}},
		{[]string{"a", "b", "c"}, []bool{false, true}, []string{"a,b,", "c"}},
		{[]string{"a", "b", "c"}, []bool{false}, []string{"a", "b", "c"}}, // an element was a list itself
	} {
		if got := withCommas(slices.Clone(row.words), row.spaces); !slices.Equal(got, row.want) {
			t.Errorf("withCommas(%q, %v) = %q, want %q", row.words, row.spaces, got, row.want)
		}
	}
}

func TestEncodedCommand(t *testing.T) {
	for text, want := range map[string]string{"block": "YgBsAG8AYwBrAA==", "": "", "é": "6QA="} {
		if got := encodedCommand(text); got != want {
			t.Errorf("encodedCommand(%q) = %q, want %q", text, got, want)
		}
	}
}
