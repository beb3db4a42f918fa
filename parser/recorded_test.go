package parser_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/parser/sexpr"
)

var update = flag.Bool("update-known-failures", false, "rewrite the list of known failures")

// recordedEnvironment knows the types that the recorded programs use. There are
// no assemblies, and no modules but those that a case brings along.
var recordedEnvironment = sync.OnceValue(func() parser.Environment {
	types := map[string]parser.TypeInfo{}
	for line := range strings.Lines(mustRead("testdata/types.tsv")) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		info := parser.TypeInfo{FullName: f[0], Bases: fields(f[2], ","), ValidOn: f[3], Properties: fields(f[4], ", ")}
		if names := fields(f[1], ","); len(names) > 0 {
			info.ShortName = names[0]
			for _, n := range names {
				types[strings.ToLower(n)] = info
			}
		}
		types[strings.ToLower(f[0])] = info
	}
	return parser.Environment{
		Type: func(name string, attribute bool, _ int) (parser.TypeInfo, bool) {
			info, ok := types[strings.ToLower(name)]
			if attribute && !ok {
				info, ok = types[strings.ToLower(name)+"attribute"]
			}
			return info, ok
		},
		AssemblyExists: func(string) bool { return false },
		ModuleExists:   func(name string) bool { return strings.HasSuffix(name, ".psm1") },
	}
})

func fields(s, separator string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, separator)
}

func mustRead(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// blocks gives the parts of a file that lines of --- separate.
func blocks(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n---\n")
}

// scriptText prints the tree and the errors of a program. The tree of a broken
// program is PowerShell's own recovery, so only its errors are compared.
func scriptText(t *testing.T, source *parser.Source) string {
	t.Helper()
	var b strings.Builder
	if err := sexpr.WriteScript(&b, source, sexpr.Options{Environment: recordedEnvironment()}); err != nil {
		t.Fatal(err)
	}
	return comparable(b.String())
}

func comparable(block string) string {
	tree, errors, broken := strings.Cut(strings.TrimSuffix(block, "\n"), "\n! ")
	if broken {
		return "! " + errors
	}
	return tree
}

// knownFailures is the list of recorded programs that are not yet parsed as
// PowerShell does. It may only shrink.
func knownFailures(t *testing.T) []string {
	t.Helper()
	var list []string
	for line := range strings.Lines(mustRead("testdata/known-failures.txt")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
}

// recorder collects which recorded programs are parsed otherwise.
type recorder struct {
	*testing.T
	known  []string
	failed []string
	total  int
}

func (r *recorder) compare(id, program, got, want string) {
	r.total++
	listed := slices.Contains(r.known, id)
	if got == want {
		if listed {
			r.Errorf("%s is parsed right: take it from known-failures.txt", id)
		}
		return
	}
	r.failed = append(r.failed, id)
	if !listed && !*update {
		got, want = difference(got, want)
		r.Errorf("%s\n%s\n got %s\nwant %s", id, program, got, want)
	}
}

// difference gives the parts of two texts around the first place where they are
// not the same.
func difference(a, b string) (string, string) {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	from := max(at-100, 0)
	return a[from:min(at+200, len(a))], b[from:min(at+200, len(b))]
}

func TestRecordedTrees(t *testing.T) {
	r := &recorder{T: t, known: knownFailures(t)}
	recordedSnippets(r)
	recordedTokens(r)
	recordedCases(r)
	t.Logf("%d of %d recorded programs are parsed as PowerShell does", r.total-len(r.failed), r.total)
	if *update {
		text := "# Recorded programs that are parsed otherwise. A line may only be taken away.\n" + strings.Join(r.failed, "\n")
		if err := os.WriteFile("testdata/known-failures.txt", []byte(strings.TrimSpace(text)+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func recordedSnippets(r *recorder) {
	files, err := filepath.Glob("testdata/ast/snippets/*.txt")
	if err != nil || len(files) == 0 {
		r.Fatal("no snippets", err)
	}
	for _, file := range files {
		programs, trees := blocks(mustRead(file)), blocks(mustRead(strings.TrimSuffix(file, ".txt")+".sexp"))
		if len(programs) != len(trees) {
			r.Fatalf("%s: %d programs, %d trees", file, len(programs), len(trees))
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		for i, program := range programs {
			r.compare(number(name, i), program, scriptText(r.T, parser.NewSource(program, "")), comparable(trees[i]))
		}
	}
}

func recordedTokens(r *recorder) {
	for _, name := range []string{"lines", "mixed"} {
		text := mustRead("testdata/ast/tokens/" + name + ".txt")
		programs, want := blocks(text), blocks(mustRead("testdata/ast/tokens/"+name+".tokens"))
		var b strings.Builder
		if err := sexpr.WriteTokens(&b, text); err != nil {
			r.Fatal(err)
		}
		got := blocks(b.String())
		for i, program := range programs {
			r.compare(number("tokens-"+name, i), program, got[i], want[i])
		}
	}
}

func recordedCases(r *recorder) {
	files, err := filepath.Glob("testdata/ast/cases/*/*.sexp")
	if err != nil || len(files) == 0 {
		r.Fatal("no cases", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "testdata/ast/cases/"), ".sexp")
		script, err := os.ReadFile(filepath.Join("../cmd/csshell/testdata/cases", name+".ps1"))
		if err != nil {
			r.Error(err)
			continue
		}
		r.compare(name, "", scriptText(r.T, parser.DecodeSource(script, "")), comparable(mustRead(file)))
	}
}

func number(name string, index int) string {
	const digits = "0123456789"
	index++
	return name + ":" + string([]byte{digits[index/1000%10], digits[index/100%10], digits[index/10%10], digits[index%10]})
}
