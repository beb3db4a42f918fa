package parser_test

import (
	"slices"
	"testing"

	"github.com/csshell/csshell/parser"
)

// addSeeds gives a fuzz target the recorded programs of some kinds.
func addSeeds(f *testing.F, names ...string) {
	f.Helper()
	for _, name := range names {
		for _, program := range blocks(mustRead("testdata/ast/snippets/" + name + ".txt")) {
			f.Add(program)
		}
	}
}

// FuzzParse proves that no text breaks the parser: every node lies within the
// text, no node is missing where there must be one, and the same text gives the
// same tree.
func FuzzParse(f *testing.F) {
	addSeeds(f, "errors", "edge-cases", "unfinished", "statements", "classes", "strings")
	f.Fuzz(func(t *testing.T, text string) {
		source := parser.NewSource(text, "")
		tree, errs := parser.ParseSource(source, parser.Environment{})
		parser.Walk(tree, func(n parser.Node) bool {
			checkExtent(t, source, n.Span())
			return true
		})
		for _, e := range errs {
			checkExtent(t, source, e.Extent)
			if e.ID == "" || e.Message == "" {
				t.Errorf("an error without id or message: %+v", e)
			}
		}
		if _, all := parser.ParseDoubting(parser.NewSource(text, ""), parser.Environment{}); !slices.Equal(errs, all) {
			t.Errorf("checks have been left out: %v, want %v", errs, all)
		}
		if first, again := scriptText(t, source), scriptText(t, parser.NewSource(text, "")); first != again {
			t.Errorf("two parses differ:\n%s\n%s", first, again)
		}
	})
}

// checkExtent allows for the tokens at the end of the input, which lie behind
// the text, one place further each time that they are read.
func checkExtent(t *testing.T, source *parser.Source, e parser.Extent) {
	t.Helper()
	if int(e.Start) > len(source.Text)+2 || int(e.End) > len(source.Text)+2 {
		t.Errorf("extent %d-%d in a text of %d bytes", e.Start, e.End, len(source.Text))
	}
	if p := source.Position(e.Start); p.Line < 1 || p.Column < 1 || p.Offset < 0 {
		t.Errorf("offset %d is at %+v", e.Start, p)
	}
}

// FuzzTokens proves that the tokens of any text are in order and within it.
func FuzzTokens(f *testing.F) {
	addSeeds(f, "numbers", "variables", "redirection", "typographic", "comments-and-newlines")
	f.Fuzz(func(t *testing.T, text string) {
		source := parser.NewSource(text, "")
		last := parser.Extent{}
		for _, token := range parser.Tokens(source) {
			checkExtent(t, source, token.Extent)
			if token.Start < last.Start || token.End < token.Start {
				t.Errorf("token %s %d-%d behind %d-%d", token.Kind, token.Start, token.End, last.Start, last.End)
			}
			last = token.Extent
		}
	})
}
