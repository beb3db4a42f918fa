package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// commandLineDeadline is how long one invocation may take.
const commandLineDeadline = 30 * time.Second

// A commandLine is an invocation of the shell as cli/cases.jsonl describes it.
type commandLine struct {
	Name  string
	About string
	Args  []string
	Stdin string
	Files map[string]commandFile // a path that begins with @home/ goes to the home folder
	Env   map[string]string
	Exe   string // a file of the case that is run instead of the shell
	Cwd   string
	Head  *int // only so many lines of standard output count
	want  commandLineOutcome
}

// A commandLineOutcome is what an invocation gave, as cli/results.jsonl holds it.
type commandLineOutcome struct {
	Name   string
	Exit   json.RawMessage // a number
	Stdout string
	Stderr string
}

// A commandFile is the content of a file: text, bytes, or a program that names @SHELL@.
type commandFile struct {
	data []byte
	mode fs.FileMode
}

// UnmarshalJSON reads a string, {"b64": BYTES} or {"exec": TEXT}.
func (f *commandFile) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) == nil {
		*f = commandFile{[]byte(text), 0o644}
		return nil
	}
	var special struct {
		B64  []byte
		Exec string
	}
	if err := json.Unmarshal(data, &special); err != nil {
		return err
	}
	*f = commandFile{special.B64, 0o644}
	if special.Exec != "" {
		*f = commandFile{[]byte(special.Exec), 0o755}
	}
	return nil
}

// commandLines runs the invocations of cli/ and compares standard output and exit
// code; standard error is compared as an area of its own.
func (s *Suite) commandLines() ([]Result, error) {
	invocations, err := readJSONLines[*commandLine](filepath.Join(s.Data, "cli", "cases.jsonl"))
	if err != nil {
		return nil, err
	}
	outcomes, err := readJSONLines[commandLineOutcome](filepath.Join(s.Data, "cli", "results.jsonl"))
	if err != nil {
		return nil, err
	}
	byName := map[string]commandLineOutcome{}
	for _, o := range outcomes {
		byName[o.Name] = o
	}
	var wanted []*commandLine
	for _, c := range invocations {
		c.want = byName[c.Name]
		if s.wants(Name{Area: "cli", Key: c.Name}) || s.wants(Name{Area: "cli-stderr", Key: c.Name}) {
			wanted = append(wanted, c)
		}
	}
	var results []Result
	for _, answer := range each(s.ctx, s.Jobs, wanted, s.runCommandLine) {
		for _, r := range answer {
			if s.wants(r.Name) {
				results = append(results, r)
			}
		}
	}
	return results, nil
}

// readJSONLines reads a file that holds one JSON value a line.
func readJSONLines[T any](path string) ([]T, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var values []T
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		values = append(values, v)
	}
	return values, lines.Err()
}

func (s *Suite) runCommandLine(c *commandLine) []Result {
	name := Name{Area: "cli", Key: c.Name}
	got, err := s.startCommandLine(c)
	if err != nil {
		return []Result{{Name: name, Got: err.Error()}}
	}
	if c.Head != nil {
		got.stdout = []byte(firstLines(string(got.stdout), *c.Head))
	}
	result := Result{
		Name: name, TimedOut: got.timedOut,
		Wanted: fmt.Sprintf("%s\n(exit code %s)", Normal(c.want.Stdout), c.want.Exit),
		Got:    fmt.Sprintf("%s\n(exit code %d)", Normal(string(got.stdout)), got.exit),
	}
	if result.Wanted == result.Got {
		result.Grade = Pass
	}
	stderr := Result{
		Name: Name{Area: "cli-stderr", Key: c.Name}, TimedOut: got.timedOut,
		Wanted: Normal(c.want.Stderr), Got: Normal(string(got.stderr)),
	}
	if stderr.Wanted == stderr.Got {
		stderr.Grade = Pass
	}
	if stderr.Wanted+stderr.Got == "" {
		return []Result{result}
	}
	return []Result{result, stderr}
}

// startCommandLine runs c in a folder of its own; the outcome shows the folder under its
// recorded name, and the shell's as <shell>.
func (s *Suite) startCommandLine(c *commandLine) (outcome, error) {
	p, err := newPlace("/tmp/cscli", "-home")
	if err != nil {
		return outcome{}, err
	}
	defer p.remove()
	for path, file := range c.Files {
		full := filepath.Join(p.root, path)
		if inHome, ok := strings.CutPrefix(path, "@home/"); ok {
			full = filepath.Join(p.root+"-home", inHome)
		}
		text := strings.ReplaceAll(p.here(string(file.data)), "@SHELL@", s.Shell)
		if err := p.write(full, []byte(text), file.mode); err != nil {
			return outcome{}, err
		}
	}
	v := invocation{
		program: s.Shell, dir: filepath.Join(p.root, c.Cwd),
		env:      environment(p.root+"-home", "TERM=xterm-256color", "CS_SHELL="+s.Shell),
		stdin:    []byte(p.here(c.Stdin)),
		deadline: commandLineDeadline,
	}
	if c.Exe != "" {
		v.program = c.Exe
	}
	for _, arg := range c.Args {
		v.args = append(v.args, p.here(arg))
	}
	for key, value := range c.Env {
		v.env = append(v.env, key+"="+p.here(value))
	}
	got := v.start(s.ctx)
	show := func(data []byte) []byte {
		return []byte(strings.ReplaceAll(p.there(readable(data)), filepath.Dir(s.Shell), "<shell>"))
	}
	got.stdout, got.stderr = show(got.stdout), show(got.stderr)
	return got, nil
}
