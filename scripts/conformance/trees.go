package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// treesDeadline is how long the shell may parse the programs of one file.
const treesDeadline = 60 * time.Second

// trees has the shell print the syntax trees of the programs of every snippets file. A
// program without errors must give PowerShell's tree; one with errors PowerShell's errors:
// ids, positions and whether more input would help. Near is all but the messages.
func (s *Suite) trees() ([]Result, error) {
	if s.Trees == "" {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(s.Trees, "*.txt"))
	if err != nil {
		return nil, err
	}
	answers := each(s.ctx, s.Jobs, files, s.parseFile)
	var results []Result
	for _, answer := range answers {
		if answer.err != nil {
			return nil, answer.err
		}
		results = append(results, answer.results...)
	}
	return results, nil
}

type treesAnswer struct {
	results []Result
	err     error
}

// blocks splits a file of programs or of trees.
func blocks(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n---\n")
}

func (s *Suite) parseFile(file string) treesAnswer {
	programs, err := os.ReadFile(file)
	if err != nil {
		return treesAnswer{err: err}
	}
	recorded, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".sexp")
	if err != nil {
		return treesAnswer{err: err}
	}
	sources, wanted := blocks(string(programs)), blocks(string(recorded))
	if len(sources) != len(wanted) {
		return treesAnswer{err: fmt.Errorf("%s: %d programs, %d trees", file, len(sources), len(wanted))}
	}
	got := invocation{
		program: s.Shell, args: []string{"-AstSnippets", file}, dir: filepath.Dir(file),
		env: environment(os.TempDir()), deadline: treesDeadline,
	}.start(s.ctx)
	trees := blocks(readable(got.stdout))
	var answer treesAnswer
	for i, source := range sources {
		name := Name{Area: "ast", Group: strings.TrimSuffix(filepath.Base(file), ".txt"), Key: rowKey(i+1, strings.ReplaceAll(source, "\n", "⏎"))}
		if !s.wants(name) {
			continue
		}
		r := Result{Name: name, Wanted: wanted[i], TimedOut: got.timedOut && i >= len(trees)}
		if i < len(trees) {
			r.Got = trees[i]
		}
		r.Grade = gradeTree(r.Wanted, r.Got)
		answer.results = append(answer.results, r)
	}
	return answer
}

// parseErrors matches a line ! ID POSITIONS IncompleteInput=... MESSAGE.
var parseErrors = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^! (\S+) (\S+) IncompleteInput=(\w+) ?(.*)`)
})

// gradeTree compares a block with the recorded one.
func gradeTree(wanted, got string) Grade {
	wantTree, want := treeParts(wanted)
	gotTree, have := treeParts(got)
	if len(want) == 0 {
		if wantTree == gotTree && len(have) == 0 {
			return Pass
		}
		return Fail
	}
	grade := Pass
	if len(want) != len(have) {
		return Fail
	}
	for i := range want {
		if want[i][1] != have[i][1] || want[i][2] != have[i][2] {
			return Fail
		}
		if want[i][4] != have[i][4] {
			grade = Near
		}
	}
	if want[0][3] != have[0][3] {
		return Near
	}
	return grade
}

// treeParts splits a block into its tree and its errors.
func treeParts(block string) (tree string, errors [][]string) {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimRight(block, "\n"), "\n") {
		if !strings.HasPrefix(line, "! ") {
			lines = append(lines, line)
		} else if e := parseErrors().FindStringSubmatch(line); e != nil {
			errors = append(errors, e)
		}
	}
	return strings.Join(lines, "\n"), errors
}
