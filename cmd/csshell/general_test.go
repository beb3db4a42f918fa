package main_test

import (
	"regexp"
	"testing"

	"github.com/csshell/csshell/scripts/conformance"
)

// bothWays are the tables of the language.
var bothWays = regexp.MustCompile("^tables/")

// TestGeneralCodeAnswersAlike compares the shell with one that has no hot shapes
// (see runtime/compile_hot.go): whatever PowerShell says, both must give the same.
func TestGeneralCodeAnswersAlike(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a second shell")
	}
	general, err := conformance.Build(t.Context(), project, t.TempDir(), "general")
	if err != nil {
		t.Fatal(err)
	}
	hot, plain := answers(t, shell), answers(t, general)
	if len(hot) == 0 || len(hot) != len(plain) {
		t.Fatalf("%d answers, and %d without hot shapes", len(hot), len(plain))
	}
	for i, r := range hot {
		if p := plain[i]; r.Grade != p.Grade {
			t.Errorf("%s: %s, without hot shapes %s\n%s", r.Name, r.Grade, p.Grade, conformance.Difference(p.Got, r.Got))
		}
	}
}

// answers are what a shell says to the rows of bothWays.
func answers(t *testing.T, shell string) []conformance.Result {
	t.Helper()
	suite := conformance.NewSuite(project, shell)
	suite.Only = bothWays
	for _, area := range conformance.Areas() {
		if area.Name != "tables" {
			continue
		}
		results, err := area.Run(t.Context(), suite)
		if err != nil {
			t.Fatal(err)
		}
		return results
	}
	return nil
}
