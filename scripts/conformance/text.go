// Package conformance runs csshell on programs whose answers real PowerShell
// gave, and says which of them csshell gives too. The tests of cmd/csshell and
// scripts/score share it.
package conformance

import (
	"regexp"
	"strings"
)

// escapes are the control sequences a comparison leaves out: colours, cursor keys.
var escapes = regexp.MustCompile("\x1b\\[[0-9;?]*[A-Za-z]")

// Normal returns text as comparisons see it: without escape sequences, carriage
// returns at line ends, trailing blanks and closing empty lines.
func Normal(text string) string {
	text = strings.ReplaceAll(escapes.ReplaceAllString(text, ""), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\n\r\f\v\x1c\x1d\x1e\x1f")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
