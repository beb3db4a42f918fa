package conformance

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	sessionsAtOnce = 8                // terminals open at a time: they mostly wait
	sessionLimit   = 40 * time.Second // a session that takes longer is left
)

// sessions types every session of terminal/ and compares what a person sees; the colours
// are compared as an area of their own.
func (s *Suite) sessions() ([]Result, error) {
	inputs, err := filepath.Glob(filepath.Join(s.Data, "terminal", "*", "input"))
	if err != nil {
		return nil, err
	}
	var wanted []string
	for _, input := range inputs {
		folder := filepath.Dir(input)
		key := filepath.Base(folder)
		if s.wants(Name{Area: "terminal", Key: key}) || s.wants(Name{Area: "terminal-colours", Key: key}) {
			wanted = append(wanted, folder)
		}
	}
	jobs := sessionsAtOnce
	if s.Jobs == 1 {
		jobs = 1
	}
	var results []Result
	for _, answer := range each(s.ctx, jobs, wanted, s.runSession) {
		for _, r := range answer {
			if s.wants(r.Name) {
				results = append(results, r)
			}
		}
	}
	return results, nil
}

// A sessionRecord is what a folder of terminal/ holds.
type sessionRecord struct {
	args, steps    []string
	masks          []mask
	screen, styled string
}

// A mask replaces what changes from run to run: times, durations, machine names.
type mask struct {
	pattern     *regexp.Regexp
	replacement string
}

// runSession types one session; the answers are its screen and its colours.
func (s *Suite) runSession(folder string) []Result {
	key := filepath.Base(folder)
	result := Result{Name: Name{Area: "terminal", Key: key}}
	record, err := readSession(folder)
	if err != nil {
		result.Got = err.Error()
		return []Result{result}
	}
	text, styled, err := s.typeSession(folder, record)
	if err != nil {
		result.Got = err.Error()
		return []Result{result}
	}
	compare := func(area, wanted, got string) Result {
		r := Result{Name: Name{Area: area, Key: key}, Wanted: clean(wanted), Got: clean(got)}
		if r.Wanted == r.Got {
			r.Grade = Pass
		}
		return r
	}
	return []Result{compare("terminal", record.screen, text), compare("terminal-colours", record.styled, styled)}
}

// clean cuts trailing blanks and empty lines off a screen.
func clean(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

func readSession(folder string) (sessionRecord, error) {
	record := sessionRecord{args: []string{"-NoLogo", "-NoProfile"}}
	var missing error
	read := func(file string) string {
		text, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil && missing == nil {
			missing = err
		}
		return string(text)
	}
	record.steps = strings.Split(read("input"), "\n")
	record.screen, record.styled = read("screen"), read("styled")
	if missing != nil {
		return record, missing
	}
	if args, err := os.ReadFile(filepath.Join(folder, "args")); err == nil {
		record.args = slices.DeleteFunc(strings.Split(string(args), "\n"), func(arg string) bool { return arg == "" })
	}
	masks, err := os.ReadFile(filepath.Join(folder, "mask"))
	if err != nil {
		return record, nil // few sessions have one
	}
	for line := range strings.SplitSeq(string(masks), "\n") {
		pattern, replacement, found := strings.Cut(line, "\t")
		if !found {
			continue
		}
		expression, err := regexp.Compile(pattern)
		if err != nil {
			return record, err
		}
		record.masks = append(record.masks, mask{expression, goReplacement(replacement)})
	}
	return record, nil
}

// references matches \1 in the replacement of a mask.
var references = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\(\d)`) })

// goReplacement writes \1 and \n as Go's regexp wants them.
func goReplacement(text string) string {
	text = strings.ReplaceAll(text, `\n`, "\n")
	return references().ReplaceAllString(strings.ReplaceAll(text, "$", "$$"), "$${$1}")
}

// typeSession types the steps into a shell and returns what was on its screen, plain and
// with colours. cs-* sessions load their cmdlets from a file; csshell has them built in, so
// the file is empty and the shell works on the sample organisation.
func (s *Suite) typeSession(folder string, record sessionRecord) (text, styled string, err error) {
	p, err := newPlace("/tmp/csterm", "-home", "-cs")
	if err != nil {
		return "", "", err
	}
	defer p.remove()
	if err := copyTree(p.root, filepath.Join(folder, "files")); err != nil {
		return "", "", err
	}
	if err := p.write(filepath.Join(p.root+"-cs", "load.ps1"), []byte("\n"), 0o644); err != nil {
		return "", "", err
	}
	args := make([]string, 0, len(record.args)+1)
	if strings.HasPrefix(filepath.Base(folder), "cs-") {
		args = append(args, "-Sample")
	}
	for _, arg := range record.args {
		args = append(args, p.here(arg))
	}
	env := environment(p.root+"-home", "TERM=xterm-256color", "CS_SEED="+p.root+"-cs")
	terminal, err := openTerminal(s.Shell, args, p.root, env)
	if err != nil {
		return "", "", err
	}
	late := time.Now().Add(sessionLimit)
	for _, step := range record.steps {
		silent := terminal.count == 0 // not even a prompt has come
		if !terminal.alive || silent || s.ctx.Err() != nil || time.Now().After(late) {
			break
		}
		terminal.step(p.here(step))
	}
	ending := ""
	if code, ended := terminal.close(); ended {
		ending = "<the shell ended, exit code " + strconv.Itoa(code) + ">\n"
	}
	text, styled = p.there(terminal.screen.text())+ending, p.there(terminal.screen.styled())+ending
	for _, m := range record.masks {
		text = m.pattern.ReplaceAllString(text, m.replacement)
		styled = m.pattern.ReplaceAllString(styled, m.replacement)
	}
	return text, styled, nil
}
