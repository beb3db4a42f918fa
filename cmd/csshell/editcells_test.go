package main

import "testing"

func TestCellsOfCharacters(t *testing.T) {
	for _, row := range []struct {
		name string
		r    rune
		want int
	}{
		{"letter", 'a', 1},
		{"letter with an accent", 'é', 1},
		{"control character", '\a', 0},
		{"combining accent", '\u0301', 0},
		{"joiner", '\u200d', 0},
		{"variation selector", '\ufe0f', 0},
		{"ideograph", '漢', 2},
		{"Hangul", '한', 2},
		{"full-width letter", 'Ａ', 2},
		{"half-width kana", 'ｱ', 1},
		{"emoji", '😀', 2},
		{"ambiguous", '…', 1},
		{"Greek", 'λ', 1},
		{"private use", '\ue0a0', 1},
	} {
		if got := runeCells(row.r); got != row.want {
			t.Errorf("%s %q: %d cells, want %d", row.name, row.r, got, row.want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, row := range []struct {
		text  string
		cells int
		want  string
	}{
		{"", 0, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "ab…"},
		{"漢字", 4, "漢字"},
		{"漢字", 3, "漢…"},
		{"漢字", 2, "…"},
		{"e\u0301te\u0301s", 3, "e\u0301t…"},
		{"ab", 1, "…"},
	} {
		if got := shorten(row.text, row.cells); got != row.want {
			t.Errorf("%q in %d cells: %q, want %q", row.text, row.cells, got, row.want)
		}
	}
}
