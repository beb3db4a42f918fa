package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	helpChunk    = 16 // queries one shell answers
	helpDeadline = 60 * time.Second
)

// A helpQuery is a line of help/queries.txt and the text PowerShell gave.
type helpQuery struct {
	name   Name
	query  string
	wanted string
}

// help asks every query of help/ and compares the texts.
func (s *Suite) help() ([]Result, error) {
	folder := filepath.Join(s.Data, "help")
	text, err := os.ReadFile(filepath.Join(folder, "queries.txt"))
	if err != nil {
		return nil, err
	}
	var queries []helpQuery
	number := 0
	for query := range strings.SplitSeq(string(text), "\n") {
		if query == "" {
			continue
		}
		number++
		wanted, err := os.ReadFile(filepath.Join(folder, "out", fmt.Sprintf("%03d.txt", number)))
		if err != nil {
			return nil, err
		}
		q := helpQuery{Name{Area: "help", Key: rowKey(number, query)}, query, string(wanted)}
		if s.wants(q.name) {
			queries = append(queries, q)
		}
	}
	chunks := slices.Collect(slices.Chunk(queries, helpChunk))
	var results []Result
	for _, answer := range each(s.ctx, s.Jobs, chunks, s.askHelp) {
		results = append(results, answer...)
	}
	return results, nil
}

// askHelp has one shell answer the queries, and another those on which it died.
func (s *Suite) askHelp(queries []helpQuery) []Result {
	var results []Result
	for len(queries) > 0 && s.ctx.Err() == nil {
		texts, late := s.queryHelp(queries)
		for i, text := range texts {
			r := Result{Name: queries[i].name, Wanted: Normal(queries[i].wanted), Got: Normal(text)}
			if r.Wanted == r.Got {
				r.Grade = Pass
			}
			results = append(results, r)
		}
		queries = queries[len(texts):]
		if len(queries) > 0 {
			results = append(results, Result{Name: queries[0].name, Wanted: Normal(queries[0].wanted), Got: "(no answer)", TimedOut: late})
			queries = queries[1:]
		}
	}
	return results
}

// queryHelp runs record.ps1 on the queries and returns the texts it wrote.
func (s *Suite) queryHelp(queries []helpQuery) (texts []string, late bool) {
	p, err := newPlace("/tmp/help00000000", "-out", "-cs", "-home")
	if err != nil {
		return nil, false
	}
	defer p.remove()
	lines := make([]string, len(queries))
	for i, q := range queries {
		lines[i] = q.query
	}
	files := map[string]string{
		filepath.Join(p.root, "queries.txt"): strings.Join(lines, "\n") + "\n",
		// The recordings imported the Cs cmdlets from a module; csshell has them built in.
		filepath.Join(p.root+"-cs", "CsReference.psm1"): "\n",
	}
	for _, name := range []string{"functions.ps1", "script-help.ps1", "script-nohelp.ps1", "record.ps1"} {
		text, err := os.ReadFile(filepath.Join(s.Data, "help", name))
		if err != nil {
			return nil, false
		}
		files[filepath.Join(p.root, name)] = string(text)
	}
	for path, text := range files {
		if err := p.write(path, []byte(text), 0o644); err != nil {
			return nil, false
		}
	}
	got := invocation{
		program:  s.Shell,
		args:     []string{"-Sample", "-NoProfile", "-NonInteractive", "-File", filepath.Join(p.root, "record.ps1"), p.root + "-out"},
		dir:      p.root,
		env:      environment(p.root+"-home", "NO_COLOR=1", "TERM=dumb", "COLUMNS=120", "LINES=40", "CS_SEED="+p.root+"-cs"),
		deadline: helpDeadline,
	}.start(s.ctx)
	for i := range queries {
		text, err := os.ReadFile(filepath.Join(p.root+"-out", fmt.Sprintf("%03d.txt", i+1)))
		if err != nil {
			break
		}
		texts = append(texts, string(text))
	}
	return texts, got.timedOut
}
