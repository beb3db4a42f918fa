// Package sexpr prints syntax trees, parse errors and tokens as text, in the
// form in which PowerShell's own parser was recorded.
package sexpr

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/csshell/csshell/parser"
)

// Options says how trees are printed.
type Options struct {
	Extents     bool // each node tells where it stands, in UTF-16 units
	Environment parser.Environment
}

// WriteScript parses a source and prints its tree on one line, then each error
// on a line.
func WriteScript(w io.Writer, source *parser.Source, o Options) error {
	out := bufio.NewWriter(w)
	tree, errs := parser.ParseSource(source, o.Environment)
	p := printer{out: out, source: source, extents: o.Extents}
	p.node(tree)
	out.WriteByte('\n')
	writeErrors(out, source, errs)
	return out.Flush()
}

// WriteSnippets parses the programs of a text, which lines of --- separate, and
// prints a block for each.
func WriteSnippets(w io.Writer, text string, o Options) error {
	for i, snippet := range split(text) {
		if i > 0 {
			if _, err := io.WriteString(w, "---\n"); err != nil {
				return err
			}
		}
		if err := WriteScript(w, parser.NewSource(snippet, ""), o); err != nil {
			return err
		}
	}
	return nil
}

// WriteTokens prints the tokens of the programs of a text, one on a line.
func WriteTokens(w io.Writer, text string) error {
	out := bufio.NewWriter(w)
	for i, snippet := range split(text) {
		if i > 0 {
			out.WriteString("---\n")
		}
		source := parser.NewSource(snippet, "")
		for _, t := range parser.Tokens(source) {
			writeToken(out, source, t, 0)
		}
	}
	return out.Flush()
}

// split gives the programs of a text. The line break before a separator belongs
// to none of them.
func split(text string) []string {
	lines := strings.Split(text, "\n")
	if n := len(lines) - 1; lines[n] == "" && n > 0 {
		lines = lines[:n]
	}
	var all []string
	from := 0
	for i, line := range lines {
		if line == "---" {
			all = append(all, strings.Join(lines[from:i], "\n"))
			from = i + 1
		}
	}
	return append(all, strings.Join(lines[from:], "\n"))
}

func writeToken(out *bufio.Writer, source *parser.Source, t parser.Token, depth int) {
	start, end := source.Position(t.Start).Offset, source.Position(t.End).Offset
	fmt.Fprintf(out, "%s%s %d %d %s %s\n", strings.Repeat("  ", depth), t.Kind, start, end, t.Flags, quote(source.Slice(t.Extent)))
	for _, nested := range t.Nested {
		writeToken(out, source, nested, depth+1)
	}
}

// writeErrors prints errors by position. A last line tells in which order they
// were found, if that is another one.
func writeErrors(out *bufio.Writer, source *parser.Source, errs []parser.ParseError) {
	order := make([]int, len(errs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := errs[a].Extent, errs[b].Extent
		if x.Start != y.Start {
			return int(x.Start) - int(y.Start)
		}
		return int(x.End) - int(y.End)
	})
	place := make([]int, len(errs))
	for i, n := range order {
		e := errs[n]
		place[n] = i + 1
		start, end := source.Position(e.Extent.Start), source.Position(e.Extent.End)
		incomplete := "False"
		if e.Incomplete {
			incomplete = "True"
		}
		fmt.Fprintf(out, "! %s %d:%d-%d:%d IncompleteInput=%s %s\n", e.ID, start.Line, start.Column, end.Line, end.Column, incomplete, quote(e.Message))
	}
	if slices.IsSorted(place) {
		return
	}
	out.WriteString("!order")
	for _, n := range place {
		fmt.Fprintf(out, " %d", n)
	}
	out.WriteByte('\n')
}
