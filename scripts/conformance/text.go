package conformance

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// escapes matches the control sequences a comparison leaves out: colours, cursor keys.
var escapes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\x1b\\[[0-9;?]*[A-Za-z]") })

// Normal returns text as comparisons see it: without escape sequences, carriage
// returns at line ends, trailing blanks and closing empty lines.
func Normal(text string) string {
	text = strings.ReplaceAll(escapes().ReplaceAllString(text, ""), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\n\r\f\v\x1c\x1d\x1e\x1f")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// readable returns the bytes of a process as text; what is not UTF-8 becomes \xNN.
func readable(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var text strings.Builder
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&text, `\x%02x`, data[0])
		} else {
			text.Write(data[:size])
		}
		data = data[size:]
	}
	return text.String()
}

// firstLines returns the first n lines of text, line ends included.
func firstLines(text string, n int) string {
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(lines[:min(n, len(lines))], "")
}

// Difference shows where two texts part: common lines at both ends are left out,
// what is wanted and missing is marked -, what came instead is marked +.
func Difference(wanted, got string) string {
	a, b := strings.Split(wanted, "\n"), strings.Split(got, "\n")
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	for len(a) > start && len(b) > start && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var text strings.Builder
	if start > 0 {
		fmt.Fprintf(&text, "  (%d equal lines)\n  %s\n", start, a[start-1])
	}
	const shown = 30
	mark := func(sign string, lines []string) {
		for i, line := range lines {
			if i == shown {
				fmt.Fprintf(&text, "%s (%d more lines)\n", sign, len(lines)-shown)
				return
			}
			fmt.Fprintf(&text, "%s %s\n", sign, line)
		}
	}
	mark("-", a[start:])
	mark("+", b[start:])
	return text.String()
}
