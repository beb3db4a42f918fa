package runtime

import (
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Programs are the programs and scripts in the folders of $env:PATH whose names
// begin with a word, without regard to case.
func (s *Session) Programs(word string) iter.Seq[Command] {
	return func(yield func(Command) bool) {
		path, _ := s.Environment.Get("PATH")
		for _, dir := range filepath.SplitList(path) {
			entries, err := os.ReadDir(dir)
			if err != nil {
				continue
			}
			for _, e := range entries {
				if !hasPrefixFold(e.Name(), word) {
					continue
				}
				if program := fileCommand(filepath.Join(dir, e.Name())); program != nil && !yield(program) {
					return
				}
			}
		}
	}
}

// Distance is how many letters must be inserted, left out, changed or swapped with
// the next to make one name the other, without regard to case; limit+1 where it is
// more than the limit (Damerau and Levenshtein, as Get-Command -UseFuzzyMatching).
func Distance(a, b string, limit int) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if abs(len(x)-len(y)) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			change := last[j]
			if x[i] != y[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}

func abs(n int) int { return max(n, -n) }
