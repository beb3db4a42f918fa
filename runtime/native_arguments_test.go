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
