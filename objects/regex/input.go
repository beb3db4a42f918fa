package regex

import (
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// input is a text being matched. Where its runes are its UTF-16 units, the
// engine reads the string itself; else it reads the units, as runes.
type input struct {
	text  string
	units []uint16 // nil where the text is read itself
	runes []rune   // what the engine reads in place of the text
}

// newInput prepares a text. Starting anywhere but at its beginning needs the
// units, except in ASCII.
func (r *Regex) newInput(text string, whole bool) *input {
	in := &input{text: text}
	if whole && r.readsText(text) || r.runs(text) {
		return in
	}
	in.units = utf16.Encode(text)
	in.runes = decodeUnits(in.units)
	if r.options&IgnoreCase != 0 {
		for i, c := range in.runes {
			if c == dottedI {
				in.runes[i] = 'i'
			}
		}
	}
	return in
}

// runesAreUnits reports whether s has neither characters outside the basic
// plane nor unpaired surrogates.
func runesAreUnits(s string) bool {
	for i := range len(s) {
		if b := s[i]; b >= 0xF0 || b == 0xED && i+1 < len(s) && s[i+1] >= 0xA0 {
			return false
		}
	}
	return true
}

// readsText reports whether the engine can read a text as it is: without
// characters that are two units, unpaired surrogates or, where case does not
// matter, the dotted I.
func (r *Regex) readsText(s string) bool {
	if utf16.IsASCII(s) {
		return true
	}
	return runesAreUnits(s) && (r.options&IgnoreCase == 0 || !strings.Contains(s, string(dottedI)))
}

// slice returns the text between two positions.
func (in *input) slice(start, end int) string {
	if in.units != nil {
		return utf16.Decode(in.units[start:end])
	}
	return utf16.Slice(in.text, start, end-start)
}

// length returns the number of UTF-16 units.
func (in *input) length() int {
	if in.units != nil {
		return len(in.units)
	}
	return utf16.Len(in.text)
}
