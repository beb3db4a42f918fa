package main_test

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/csshell/csshell/scripts/conformance"
)

var (
	update = flag.Bool("update", false, "rewrite the lists of known failures: what passes now leaves them")
	grow   = flag.Bool("grow", false, "with -update: what fails now may also enter the lists")
)

// shown is how many differences of one area a failing test prints in full.
const shown = 15

// TestConformance runs the recorded answers of real PowerShell. What is known to fail
// stands in testdata/known-failures; the lists may only become shorter.
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("runs thousands of shells")
	}
	suite := conformance.NewSuite(project, shell)
	lists := filepath.Join("testdata", "known-failures")
	known, err := conformance.ReadKnown(lists)
	if err != nil {
		t.Fatal(err)
	}
	for _, area := range conformance.Areas() {
		t.Run(area.Name, func(t *testing.T) {
			results, err := area.Run(t.Context(), suite)
			if err != nil {
				t.Fatal(err)
			}
			verdict := known.Judge(results)
			verdict.Worse = confirm(t, area, suite, verdict.Worse)
			if *update {
				learn(t, known, verdict, lists, results)
			}
			report(t, verdict)
		})
	}
}

// confirm tries once more, alone, what depends on time: sessions at a terminal, and what
// was not answered in time on a busy machine. It returns what is still worse.
func confirm(t *testing.T, area conformance.Area, suite conformance.Suite, worse []conformance.Result) []conformance.Result {
	const most = 20 // more is no accident
	suite.Names, suite.Jobs = map[conformance.Name]bool{}, 1
	var sure []conformance.Result
	for _, r := range worse {
		if (r.TimedOut || area.Name == "terminal") && len(suite.Names) < most {
			suite.Names[r.Name] = true
		} else {
			sure = append(sure, r)
		}
	}
	if len(suite.Names) == 0 {
		return sure
	}
	again, err := area.Run(t.Context(), suite)
	if err != nil {
		t.Fatal(err)
	}
	passed := map[conformance.Name]conformance.Grade{}
	for _, r := range again {
		passed[r.Name] = r.Grade
	}
	for _, r := range worse {
		if !suite.Names[r.Name] {
			continue
		}
		if passed[r.Name] > r.Grade {
			t.Logf("%s: right at the second try", r.Name)
		} else {
			sure = append(sure, r)
		}
	}
	return sure
}

// learn writes the lists of the areas that were run.
func learn(t *testing.T, known conformance.Known, verdict conformance.Verdict, lists string, results []conformance.Result) {
	known.Learn(verdict, *grow)
	var areas []string
	for _, r := range results {
		if len(areas) == 0 || areas[len(areas)-1] != r.Area {
			areas = append(areas, r.Area)
		}
	}
	if err := known.Write(lists, areas); err != nil {
		t.Fatal(err)
	}
}

func report(t *testing.T, verdict conformance.Verdict) {
	for i, r := range verdict.Worse {
		if *update && *grow {
			break
		}
		if i == shown {
			t.Errorf("and %d more that should pass", len(verdict.Worse)-shown)
			break
		}
		t.Errorf("%s: %s, not in %s\n%s", r.Name, r.Grade, r.List(), conformance.Difference(r.Wanted, r.Got))
	}
	if *update {
		return
	}
	for _, line := range stale(verdict) {
		t.Error(line)
	}
	if len(verdict.Better)+len(verdict.Gone) > 0 {
		t.Error("shorten the lists: go test ./cmd/csshell -run Conformance -update")
	}
}

// stale says what the lists hold without need.
func stale(verdict conformance.Verdict) []string {
	var lines []string
	for _, r := range verdict.Better {
		lines = append(lines, fmt.Sprintf("%s: %s now, but listed as a failure", r.Name, r.Grade))
	}
	for _, n := range verdict.Gone {
		lines = append(lines, fmt.Sprintf("%s: listed as a failure, but there is no such answer", n))
	}
	if len(lines) > shown {
		return append(lines[:shown], fmt.Sprintf("and %d more", len(lines)-shown))
	}
	return lines
}
