package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	completionChunk    = 160 // inputs one shell completes
	completionDeadline = 60 * time.Second
)

// A completion is an input and what TabExpansion2 answers to it.
type completion struct {
	name   Name
	line   int // in inputs.txt
	wanted string
	got    string
	late   bool
}

// completions asks for every input of completion/ and compares the replaced range and the
// completion texts, in order. Inputs on which PowerShell itself failed are left out.
func (s *Suite) completions() ([]Result, error) {
	folder := filepath.Join(s.Data, "completion")
	text, err := os.ReadFile(filepath.Join(folder, "inputs.txt"))
	if err != nil {
		return nil, err
	}
	answers, err := os.ReadFile(filepath.Join(folder, "results.tsv"))
	if err != nil {
		return nil, err
	}
	inputs := strings.Split(string(text), "\n")
	var all []*completion
	for line := range strings.Lines(string(answers)) {
		n, answer, err := readCompletion(line)
		if err != nil || n > len(inputs) {
			return nil, fmt.Errorf("completion: line %q of the answers: %w", line, err)
		}
		name := Name{Area: "completion", Key: rowKey(n, inputs[n-1])}
		if answer != completionFailed && s.wants(name) {
			all = append(all, &completion{name: name, line: n, wanted: answer})
		}
	}
	chunks := slices.Collect(slices.Chunk(all, completionChunk))
	work := func(chunk []*completion) []Result { return s.complete(inputs, chunk) }
	var results []Result
	for _, answer := range each(s.ctx, s.Jobs, chunks, work) {
		results = append(results, answer...)
	}
	return results, nil
}

// completionFailed is the answer where TabExpansion2 threw.
const completionFailed = "error"

// readCompletion reads a line of answers: number, index, length, count, matches. The
// answer is the range and the completion texts; without matches the range says nothing.
func readCompletion(line string) (number int, answer string, err error) {
	fields := strings.SplitN(strings.TrimRight(line, "\n"), "\t", 5)
	if len(fields) < 5 {
		return 0, "", fmt.Errorf("%d fields", len(fields))
	}
	number, err = strconv.Atoi(fields[0])
	if err != nil || fields[3] == completionFailed {
		return number, completionFailed, err
	}
	var matches [][]string
	if err := json.Unmarshal([]byte(fields[4]), &matches); err != nil {
		return number, "", err
	}
	if len(matches) == 0 {
		return number, "none", nil
	}
	texts := make([]string, len(matches))
	for i, match := range matches {
		if len(match) > 0 {
			texts[i] = match[0]
		}
	}
	return number, fmt.Sprintf("%s+%s\n%s", fields[1], fields[2], strings.Join(texts, "\n")), nil
}

// complete has one shell complete the inputs of the chunk; where it dies, another goes on
// after the input it was at.
func (s *Suite) complete(inputs []string, chunk []*completion) []Result {
	for missing := chunk; len(missing) > 0 && s.ctx.Err() == nil; {
		answers, late := s.askCompletions(inputs, missing)
		var rest []*completion
		for _, c := range missing {
			answer, ok := answers[c.line]
			if ok {
				c.got = answer
			} else {
				rest = append(rest, c)
			}
		}
		if len(rest) == 0 {
			break
		}
		rest[0].got, rest[0].late = "(no answer)", late
		if len(answers) == 0 { // the session itself did not begin
			for _, c := range rest {
				c.got = "(no answer)"
			}
			break
		}
		missing = rest[1:]
	}
	results := make([]Result, len(chunk))
	for i, c := range chunk {
		results[i] = Result{Name: c.name, Wanted: c.wanted, Got: c.got, TimedOut: c.late}
		if c.wanted == c.got {
			results[i].Grade = Pass
		}
	}
	return results
}

// askCompletions runs record.ps1 on the inputs of the chunk; all other lines are empty, so
// that the numbers stay.
func (s *Suite) askCompletions(inputs []string, chunk []*completion) (answers map[int]string, late bool) {
	p, err := newPlace("/tmp/cscomp")
	if err != nil {
		return nil, false
	}
	defer p.remove()
	if err := s.furnish(p); err != nil {
		return nil, false
	}
	lines := make([]string, len(inputs))
	for _, c := range chunk {
		lines[c.line-1] = p.here(inputs[c.line-1])
	}
	file := filepath.Join(p.root, "inputs.txt")
	if err := p.write(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		return nil, false
	}
	got := invocation{
		program: s.Shell,
		args:    []string{"-Sample", "-NoProfile", "-NonInteractive", "-File", filepath.Join(s.Data, "completion", "record.ps1"), file},
		dir:     filepath.Join(p.root, "work"),
		env: []string{
			"PATH=" + p.root + "/bin", "HOME=" + p.root + "/home", "TZ=UTC", "LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8", "NO_COLOR=1", "TERM=dumb",
			"CS_SEED=" + p.root + "/cs", "CS_ONE=one", "CS_TWO=two",
		},
		deadline: completionDeadline,
	}.start(s.ctx)
	answers = map[int]string{}
	for line := range strings.Lines(p.there(readable(got.stdout))) {
		if n, answer, err := readCompletion(line); err == nil {
			answers[n] = answer
		}
	}
	return answers, got.timedOut
}

// furnish makes the files the inputs are completed among.
func (s *Suite) furnish(p *place) error {
	files := map[string]string{
		"work/s.ps1":     "param($Name, [int]$Count, [ValidateSet(\"x\", \"y\")]$Kind) $Name\n",
		"work/rows.csv":  "Name,Pool\nKen,one\n",
		"work/mod.psm1":  "function Get-FromModule { }\n",
		"home/home.txt":  "text\n",
		"home/docs/none": "",
		// The recordings imported the Cs cmdlets from a module; csshell has them built in.
		"cs/CsReference.psm1": "\n",
	}
	for _, name := range []string{
		"a.txt", "alpha.txt", "b.txt", "my file.txt", "my 'quoted'.txt", "dollar $x.txt", "br[1].txt", "Upper.TXT", "upper2.txt", ".hidden",
		"é.txt", "ünïcode.txt", "out.txt", "back`tick.txt", "semi;colon.txt", `quote"d.txt`, "sub/data.txt", "sub/deep/x.txt", "sub dir/y.txt",
	} {
		files["work/"+name] = "text\n"
	}
	for name, text := range files {
		if err := p.write(filepath.Join(p.root, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	for _, tool := range []string{"native-tool", "ls", "cat", "echo", "man", "sort", "sleep"} {
		if err := p.write(filepath.Join(p.root, "bin", tool), []byte("#!/bin/sh\n"), 0o755); err != nil {
			return err
		}
	}
	return os.Remove(filepath.Join(p.root, "home/docs/none")) // docs is an empty folder
}
