package core

import (
	"slices"
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// fuzzyDistance is how many letters may be different where nobody says otherwise.
const fuzzyDistance = 5

// writeSimilar writes the commands whose names are nearly a name, the nearest
// first (Get-Command -UseFuzzyMatching).
func (c *GetCommand) writeSimilar(rt *runtime.CommandRuntime, name string) error {
	limit := fuzzyDistance
	if c.FuzzyMinimumDistance.Bound {
		limit = c.FuzzyMinimumDistance.Value
	}
	type near struct {
		command  runtime.Command
		distance int
	}
	var list []near
	for command := range c.all(rt, "*") {
		if d := runtime.Distance(command.Name(), name, limit); d <= limit && c.filter.takes(rt, command) {
			list = append(list, near{command, d})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return a.distance - b.distance })
	for _, n := range list {
		if err := c.write(rt, n.command); err != nil {
			return err
		}
	}
	return nil
}

// writeAbbreviated writes the commands of which a name has the capital letters, and
// those that it names in full (Get-Command -UseAbbreviationExpansion).
func (c *GetCommand) writeAbbreviated(rt *runtime.CommandRuntime, name string) error {
	pattern, err := wildcard.Compile(name, true)
	if err != nil {
		return err
	}
	found := false
	for command := range c.all(rt, "*") {
		full := command.Name()
		if !pattern.Match(full) && !pattern.Match(abbreviation(full)) || !c.filter.takes(rt, command) {
			continue
		}
		found = true
		if err := c.write(rt, command); err != nil {
			return err
		}
	}
	if found || wildcard.ContainsWildcards(name) {
		return nil
	}
	return c.writeNamed(rt, name)
}

// abbreviation is a name's capital letters and hyphens, "" for a name without
// capital letters after a hyphen.
func abbreviation(name string) string {
	_, noun, ok := strings.Cut(name, "-")
	if !ok || strings.IndexFunc(noun, unicode.IsUpper) < 0 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) || r == '-' {
			return r
		}
		return -1
	}, name)
}
