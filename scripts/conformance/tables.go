package conformance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	chunkSize   = 40               // rows one shell evaluates
	rowDeadline = 10 * time.Second // how long a shell may work without an answer
	keyLength   = 100              // characters of a snippet shown in the name of a row
)

// A row is one snippet of a table and the answer PowerShell gave.
type row struct {
	name    Name
	snippet string
	wanted  string
	got     string
	alive   bool // the shell gave an answer
	late    bool // it was ended because it gave none in time
}

// tables evaluates the rows of every table of tables/.
func (s *Suite) tables() ([]Result, error) {
	files, err := filepath.Glob(filepath.Join(s.Data, "tables", "*.txt"))
	if err != nil {
		return nil, err
	}
	var groups [][]*row
	for _, file := range files {
		rows, err := s.readTable("tables", file)
		if err != nil {
			return nil, err
		}
		groups = append(groups, rows)
	}
	return s.evaluateAll(groups), nil
}

// evaluateAll evaluates rows with run-table.ps1, a chunk of one group in each shell.
func (s *Suite) evaluateAll(groups [][]*row) []Result {
	var chunks [][]*row
	for _, rows := range groups {
		chunks = slices.AppendSeq(chunks, slices.Chunk(rows, chunkSize))
	}
	work := s.evaluate
	if probe := []*row{{snippet: "1"}}; len(chunks) > 0 && !s.answers(probe) {
		work = resultsOf // the program that evaluates tables does not run at all
	}
	var results []Result
	for _, answers := range each(s.ctx, s.Jobs, chunks, work) {
		results = append(results, answers...)
	}
	return results
}

// readTable reads the rows of a table that have an answer and are wanted.
func (s *Suite) readTable(area, file string) ([]*row, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	answers, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".tsv")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(text), "\n")
	group := strings.TrimSuffix(filepath.Base(file), ".txt")
	var rows []*row
	for answer := range strings.Lines(string(answers)) {
		number, wanted, _ := strings.Cut(strings.TrimSuffix(answer, "\n"), "\t")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(lines) {
			continue
		}
		name := Name{Area: area, Group: group, Key: rowKey(n, lines[n-1])}
		if s.wants(name) {
			rows = append(rows, &row{name: name, snippet: lines[n-1], wanted: wanted})
		}
	}
	return rows, nil
}

// rowKey names a row by its line and the beginning of its text.
func rowKey(line int, text string) string {
	runes := []rune(text)
	return fmt.Sprintf("%d %s", line, strings.TrimSpace(string(runes[:min(len(runes), keyLength)])))
}

// evaluate has the shell evaluate rows. Where it dies or hangs, the row it was at is
// tried alone and a new shell goes on after it; when that is of no use twice, because
// answers never left the shell, every row is tried alone.
func (s *Suite) evaluate(rows []*row) []Result {
	missing := rows
	for wasted := 0; len(missing) > 0 && s.ctx.Err() == nil; {
		if len(missing) < len(rows) && wasted >= 2 {
			s.evaluateAlone(missing)
			break
		}
		s.answer(missing)
		missing = unanswered(missing)
		if len(missing) == 0 {
			break
		}
		suspect := missing[:1]
		if s.answer(suspect); suspect[0].alive {
			wasted++
		}
		missing = missing[1:]
	}
	return resultsOf(rows)
}

// answers says whether the shell answers all rows.
func (s *Suite) answers(rows []*row) bool {
	s.answer(rows)
	return len(unanswered(rows)) == 0
}

func (s *Suite) evaluateAlone(rows []*row) {
	for i := range rows {
		s.answer(rows[i : i+1])
	}
}

func unanswered(rows []*row) []*row {
	var missing []*row
	for _, r := range rows {
		if !r.alive {
			missing = append(missing, r)
		}
	}
	return missing
}

// answer runs one shell over rows and notes the answers it gives.
func (s *Suite) answer(rows []*row) {
	p, err := newPlace("/tmp/tbl00000000", "-home")
	if err != nil {
		rows[0].got = err.Error()
		return
	}
	defer p.remove()
	var text strings.Builder
	for _, r := range rows {
		text.WriteString(r.snippet + "\n")
	}
	file, work := filepath.Join(p.root, "rows.txt"), filepath.Join(p.root, "work")
	if err := p.write(file, []byte(text.String()), 0o644); err != nil {
		rows[0].got = err.Error()
		return
	}
	if err := os.Mkdir(work, 0o755); err != nil {
		rows[0].got = err.Error()
		return
	}
	var sample []string
	if rows[0].name.Group == "view-samples" {
		sample = []string{"-Sample"}
	}
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	patience := &patience{limit: rowDeadline, giveUp: cancel}
	patience.timer = time.AfterFunc(rowDeadline, patience.lose)
	defer patience.timer.Stop()
	invocation{
		program:  s.Shell,
		args:     append(sample, "-NoProfile", "-NonInteractive", "-File", filepath.Join(s.Data, "tables", "run-table.ps1"), file),
		dir:      work,
		env:      environment(p.root+"-home", "NO_COLOR=1", "TERM=dumb"),
		deadline: 5 * time.Minute,
		watch:    patience,
	}.start(ctx)
	patience.note(rows)
}

// note gives the rows the answers that came; the first without one was too late, if any was.
func (p *patience) note(rows []*row) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for line := range strings.Lines(readable(p.output.Bytes())) {
		number, answer, found := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		n, err := strconv.Atoi(number)
		if found && err == nil && n > 0 && n <= len(rows) {
			rows[n-1].got, rows[n-1].alive = answer, true
		}
	}
	if missing := unanswered(rows); len(missing) > 0 {
		missing[0].late = p.lost.Load()
	}
}

// patience collects what a shell writes and gives up when nothing comes for the limit.
type patience struct {
	mu     sync.Mutex
	output bytes.Buffer
	limit  time.Duration
	timer  *time.Timer
	giveUp func()
	lost   atomic.Bool
}

// Write keeps the data, which is a sign of life too (io.Writer).
func (p *patience) Write(data []byte) (int, error) {
	p.timer.Reset(p.limit)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.output.Len() > outputLimit {
		return 0, errTooMuch
	}
	return p.output.Write(data)
}

func (p *patience) lose() {
	p.lost.Store(true)
	p.giveUp()
}

// messages matches the text of an error's message, which a near answer may have wrong.
var messages = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(error|nonterminating) ([^|]*) \| ([^|]*) \| "(?:[^"\\]|\\.)*"`)
})

// withoutMessages leaves out the messages of the errors of an answer.
func withoutMessages(answer string) string {
	return messages().ReplaceAllString(answer, "$1 $2 | $3")
}

// resultsOf compares what the rows gave with what they should have given.
func resultsOf(rows []*row) []Result {
	results := make([]Result, len(rows))
	for i, r := range rows {
		results[i] = r.result()
	}
	return results
}

func (r *row) result() Result {
	result := Result{Name: r.name, Wanted: r.wanted, Got: r.got, TimedOut: r.late && !r.alive}
	switch {
	case !r.alive:
		result.Got = "(no answer) " + r.got
	case r.got == r.wanted:
		result.Grade = Pass
	case withoutMessages(r.got) == withoutMessages(r.wanted):
		result.Grade = Near
	}
	return result
}
