// Package conformance runs csshell on programs whose answers real PowerShell
// gave, and says which of them csshell gives too. The tests of cmd/csshell and
// scripts/score share it.
package conformance

import (
	"cmp"
	"context"
	"path/filepath"
	"regexp"
	"slices"
)

// Grade says how close an answer is to PowerShell's.
type Grade int

// The grades, worst first. Near is right but for the text of an error's message.
const (
	Fail Grade = iota
	Near
	Pass
)

// String returns the word the lists of known failures use.
func (g Grade) String() string { return [...]string{"fail", "near", "pass"}[g] }

// A Name says which recorded answer is meant.
type Name struct {
	Area  string // cases, tables, cli, ...
	Group string // the table, or the folder of the case; empty in areas without groups
	Key   string // unique in its group
}

// List is the path, below the folder of known failures, of the list n belongs to.
func (n Name) List() string { return filepath.Join(n.Area, n.Group) + ".txt" }

// String returns area, group and key in one line; Suite.Only is matched against it.
func (n Name) String() string { return filepath.Join(n.Area, n.Group) + " " + n.Key }

// A Result is one recorded answer and what csshell gave instead.
type Result struct {
	Name
	Grade       Grade
	Wanted, Got string
	TimedOut    bool // the shell did not answer in time and was ended
}

// A Suite is a shell and the recorded answers it is measured against.
type Suite struct {
	Shell string          // absolute path of the csshell binary
	Data  string          // absolute path of the recorded answers, cmd/csshell/testdata
	Trees string          // absolute path of the recorded syntax trees; empty: none
	Jobs  int             // how many shells run at a time
	Only  *regexp.Regexp  // nil, or what Name.String must match
	Names map[Name]bool   // nil, or the only ones to run
	ctx   context.Context // the run that is under way
}

// An Area is one kind of recorded answer.
type Area struct {
	Name string
	run  func(*Suite) ([]Result, error)
}

// Areas returns every area, in the order of the scoreboard.
func Areas() []Area {
	return []Area{
		{"ast", (*Suite).trees},
		{"tables", (*Suite).tables},
		{"reference", (*Suite).reference},
		{"cases", (*Suite).cases},
		{"cli", (*Suite).commandLines},
		{"terminal", (*Suite).sessions},
		{"completion", (*Suite).completions},
		{"help", (*Suite).help},
	}
}

// Run measures s against the answers of the area, in the order of their names. The
// error says that the recorded answers could not be read; a shell that fails is a Result.
func (a Area) Run(ctx context.Context, s Suite) ([]Result, error) {
	s.ctx = ctx
	results, err := a.run(&s)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(results, func(x, y Result) int {
		return cmp.Or(cmp.Compare(x.Area, y.Area), cmp.Compare(x.Group, y.Group))
	})
	return results, nil
}

// wants says whether the answer called n is to be run.
func (s *Suite) wants(n Name) bool {
	if s.Names != nil && !s.Names[n] {
		return false
	}
	return s.Only == nil || s.Only.MatchString(n.String())
}

// each calls work for every item, jobs at a time, and returns the answers in the
// order of the items. It stops early, leaving zero answers, when ctx ends.
func each[T, R any](ctx context.Context, jobs int, items []T, work func(T) R) []R {
	answers := make([]R, len(items))
	slots := make(chan struct{}, max(jobs, 1))
	for i, item := range items {
		slots <- struct{}{}
		if ctx.Err() != nil {
			<-slots
			break
		}
		go func() {
			defer func() { <-slots }()
			answers[i] = work(item)
		}()
	}
	for range cap(slots) {
		slots <- struct{}{}
	}
	return answers
}
