package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// caseDeadline is how long one script may take.
const caseDeadline = 30 * time.Second

// cases runs every script of cases/ and compares standard output and exit code;
// standard error is compared as an area of its own.
func (s *Suite) cases() ([]Result, error) {
	scripts, err := filepath.Glob(filepath.Join(s.Data, "cases", "*", "*.ps1"))
	if err != nil {
		return nil, err
	}
	var wanted []string
	for _, script := range scripts {
		name := caseName("cases", script)
		if s.wants(name) || s.wants(caseName("cases-stderr", script)) {
			wanted = append(wanted, script)
		}
	}
	var results []Result
	for _, answer := range each(s.ctx, s.Jobs, wanted, s.runCase) {
		for _, r := range answer {
			if s.wants(r.Name) {
				results = append(results, r)
			}
		}
	}
	return results, nil
}

func caseName(area, script string) Name {
	return Name{
		Area:  area,
		Group: filepath.Base(filepath.Dir(script)),
		Key:   strings.TrimSuffix(filepath.Base(script), ".ps1"),
	}
}

// runCase runs one script in a copy of its files. The answers are one result for
// standard output and exit code, and one for standard error where anyone wrote to it.
func (s *Suite) runCase(script string) []Result {
	name := caseName("cases", script)
	result := Result{Name: name}
	base := strings.TrimSuffix(script, ".ps1")
	want, err := readCase(base)
	if err != nil {
		result.Got = err.Error()
		return []Result{result}
	}
	got, err := s.startCase(name.Group, base)
	if err != nil {
		result.Got = err.Error()
		return []Result{result}
	}
	result.TimedOut = got.timedOut
	result.Wanted = fmt.Sprintf("%s\n(exit code %d)", Normal(string(want.stdout)), want.exit)
	result.Got = fmt.Sprintf("%s\n(exit code %d)", Normal(string(got.stdout)), got.exit)
	if result.Wanted == result.Got {
		result.Grade = Pass
	} else if len(got.stderr) > 0 {
		result.Got += "\n(standard error)\n" + firstLines(Normal(string(got.stderr)), 12)
	}
	stderr := Result{
		Name: caseName("cases-stderr", script), TimedOut: got.timedOut,
		Wanted: Normal(string(want.stderr)), Got: Normal(string(got.stderr)),
	}
	if stderr.Wanted == stderr.Got {
		stderr.Grade = Pass
	}
	if stderr.Wanted+stderr.Got == "" {
		return []Result{result}
	}
	return []Result{result, stderr}
}

// readCase reads the recorded outcome of the script whose path without .ps1 is base.
func readCase(base string) (outcome, error) {
	stdout, err := os.ReadFile(base + ".out")
	if err != nil {
		return outcome{}, err
	}
	stderr, err := os.ReadFile(base + ".err")
	if err != nil && !os.IsNotExist(err) {
		return outcome{}, err
	}
	text, err := os.ReadFile(base + ".code")
	if err != nil {
		return outcome{}, err
	}
	code, err := strconv.Atoi(strings.TrimSpace(string(text)))
	return outcome{stdout: stdout, stderr: stderr, exit: code}, err
}

// startCase runs the script in a folder of its own, whose name the outcome shows as <dir>.
func (s *Suite) startCase(area, base string) (outcome, error) {
	// As long a name as Python's tempfile gave the recorder: it decides where lines break.
	p, err := newPlace("/tmp/case00000000", "-home")
	if err != nil {
		return outcome{}, err
	}
	defer p.remove()
	script := filepath.Base(base) + ".ps1"
	text, err := os.ReadFile(base + ".ps1")
	if err != nil {
		return outcome{}, err
	}
	if err := p.write(filepath.Join(p.root, script), text, 0o644); err != nil {
		return outcome{}, err
	}
	if err := copyTree(p.root, base+".files"); err != nil {
		return outcome{}, err
	}
	stdin, err := os.ReadFile(base + ".in")
	if err != nil && !os.IsNotExist(err) {
		return outcome{}, err
	}
	var args []string
	if area == "runbook" || area == "porting" || area == "administration" {
		args = append(args, "-Sample")
	}
	got := invocation{
		program:  s.Shell,
		args:     append(args, "-NoProfile", "-NonInteractive", "-File", filepath.Join(p.root, script)),
		dir:      p.root,
		env:      environment(p.root+"-home", "NO_COLOR=1", "COLUMNS=120", "LINES=40", "TERM=dumb"),
		stdin:    stdin,
		deadline: caseDeadline,
	}.start(s.ctx)
	show := func(data []byte) []byte { return []byte(strings.ReplaceAll(string(data), p.root, "<dir>")) }
	got.stdout, got.stderr = show(got.stdout), show(got.stderr)
	return got, nil
}
