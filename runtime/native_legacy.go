package runtime

import "strings"

// legacyWords are the words that a program gets under the old way of passing them: all
// are put on one line, those with blanks in quotes, and the line is taken apart
// again, so that quotes within words are lost and empty words vanish
// ("about_Preference_Variables", $PSNativeCommandArgumentPassing).
func legacyWords(words []string) []string {
	var line strings.Builder
	for _, w := range words {
		if line.Len() > 0 && w != "" {
			line.WriteByte(' ')
		}
		if strings.ContainsAny(w, " \t") {
			w = `"` + w + `"`
		}
		line.WriteString(w)
	}
	return splitLine(line.String())
}

// splitLine takes a command line apart as Windows programs do: quotes hold words
// together, a backslash counts before quotes alone, and two quotes within quotes are
// one (System.Diagnostics.ProcessStartInfo.Arguments).
func splitLine(line string) []string {
	var words []string
	for i := 0; i < len(line); {
		if line[i] == ' ' || line[i] == '\t' {
			i++
			continue
		}
		var word string
		word, i = nextWord(line, i)
		words = append(words, word)
	}
	return words
}

func nextWord(line string, i int) (word string, end int) {
	var b strings.Builder
	quoted := false
	for i < len(line) {
		slashes := 0
		for i < len(line) && line[i] == '\\' {
			slashes++
			i++
		}
		if slashes > 0 {
			if i == len(line) || line[i] != '"' {
				b.WriteString(strings.Repeat(`\`, slashes))
				continue
			}
			b.WriteString(strings.Repeat(`\`, slashes/2))
			if slashes%2 == 1 {
				b.WriteByte('"')
				i++
			}
			continue
		}
		switch c := line[i]; {
		case c == '"' && quoted && i+1 < len(line) && line[i+1] == '"':
			b.WriteByte('"')
			i++
		case c == '"':
			quoted = !quoted
		case (c == ' ' || c == '\t') && !quoted:
			return b.String(), i
		default:
			b.WriteByte(c)
		}
		i++
	}
	return b.String(), i
}
