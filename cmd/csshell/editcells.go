package main

import (
	"unicode"

	"golang.org/x/text/width"
)

// runeCells is the number of cells of a character on a terminal: none for what
// combines with the character before it, two for wide ones (Unicode Standard
// Annex 11), which ambiguous ones are not.
func runeCells(r rune) int {
	if r < 0x300 {
		if unicode.IsControl(r) {
			return 0
		}
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// stringCells is the number of cells of a text.
func stringCells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

// shorten cuts a text down to so many cells; an ellipsis stands for the rest.
func shorten(s string, cells int) string {
	if stringCells(s) <= cells {
		return s
	}
	n := 0
	for i, r := range s {
		if n += runeCells(r); n >= cells {
			return s[:i] + "…"
		}
	}
	return s
}
