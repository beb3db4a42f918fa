package conformance

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Known is what is known not to pass: the grade of every name that is not Pass.
type Known map[Name]Grade

// A Verdict compares results with what is known.
type Verdict struct {
	Worse  []Result // graded lower than known
	Better []Result // graded higher than known
	Gone   []Name   // known, but there is no such answer any more
}

// ReadKnown reads the lists below folder. A line is a grade, a blank and a key.
func ReadKnown(folder string) (Known, error) {
	known := Known{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		list, err := filepath.Rel(folder, strings.TrimSuffix(path, ".txt"))
		if err != nil {
			return err
		}
		area, group, _ := strings.Cut(filepath.ToSlash(list), "/")
		return known.read(Name{Area: area, Group: group}, string(text))
	})
	if os.IsNotExist(err) {
		return known, nil
	}
	return known, err
}

func (k Known) read(list Name, text string) error {
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			continue
		}
		grade, key, _ := strings.Cut(line, " ")
		list.Key = key
		switch grade {
		case Fail.String():
			k[list] = Fail
		case Near.String():
			k[list] = Near
		default:
			return fmt.Errorf("%s: %q is no grade", list.List(), grade)
		}
	}
	return nil
}

// grade returns the grade of n that is known.
func (k Known) grade(n Name) Grade {
	if grade, listed := k[n]; listed {
		return grade
	}
	return Pass
}

// Judge compares the results of whole areas with k.
func (k Known) Judge(results []Result) Verdict {
	var v Verdict
	seen, areas := map[Name]bool{}, map[string]bool{}
	for _, r := range results {
		seen[r.Name], areas[r.Area] = true, true
		switch known := k.grade(r.Name); {
		case r.Grade < known:
			v.Worse = append(v.Worse, r)
		case r.Grade > known:
			v.Better = append(v.Better, r)
		}
	}
	for n := range k {
		if areas[n.Area] && !seen[n] {
			v.Gone = append(v.Gone, n)
		}
	}
	slices.SortFunc(v.Gone, compareNames)
	return v
}

func compareNames(a, b Name) int { return strings.Compare(a.String(), b.String()) }

// Learn takes what the verdict says into k: what is better or gone, and, only when grow
// is set, what is worse.
func (k Known) Learn(v Verdict, grow bool) {
	changed := v.Better
	if grow {
		changed = slices.Concat(v.Better, v.Worse)
	}
	for _, r := range changed {
		if r.Grade == Pass {
			delete(k, r.Name)
		} else {
			k[r.Name] = r.Grade
		}
	}
	for _, n := range v.Gone {
		delete(k, n)
	}
}

// Write writes the lists of the areas below folder, ordered by line number and key; a
// list that has become empty is removed.
func (k Known) Write(folder string, areas []string) error {
	lists := map[string][]Name{}
	for n := range k {
		lists[n.List()] = append(lists[n.List()], n)
	}
	for _, area := range areas {
		if err := os.RemoveAll(filepath.Join(folder, area)); err != nil {
			return err
		}
		if err := os.RemoveAll(filepath.Join(folder, area+".txt")); err != nil {
			return err
		}
	}
	for list, names := range lists {
		if !slices.Contains(areas, names[0].Area) {
			continue
		}
		path := filepath.Join(folder, list)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, k.list(names), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (k Known) list(names []Name) []byte {
	slices.SortFunc(names, func(a, b Name) int {
		var x, y int
		fmt.Sscan(a.Key, &x)
		fmt.Sscan(b.Key, &y)
		if x != y {
			return x - y
		}
		return strings.Compare(a.Key, b.Key)
	})
	var text bytes.Buffer
	for _, n := range names {
		fmt.Fprintf(&text, "%s %s\n", k[n], n.Key)
	}
	return text.Bytes()
}
