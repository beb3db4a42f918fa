package conformance

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// fakeShell writes a shell script that stands in for csshell.
func fakeShell(t *testing.T, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "csshell")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// recorded writes the files of a small set of recorded answers.
func recorded(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// grades runs one area and returns the grade of each key.
func grades(t *testing.T, area string, s Suite) map[string]string {
	t.Helper()
	i := slices.IndexFunc(Areas(), func(a Area) bool { return a.Name == area })
	results, err := Areas()[i].Run(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range results {
		got[r.Area+" "+r.Key] = r.Grade.String()
	}
	return got
}

func expect(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTablesGoOnAfterACrash(t *testing.T) {
	data := recorded(t, map[string]string{
		"tables/run-table.ps1": "",
		"tables/t.txt":         "#: heading\ngood\nbad\ncrash\nalso good\nmessage\nlast\n",
		"tables/t.tsv":         "2\tString \"good\"\n3\tString \"good\"\n4\tnone\n5\tString \"good\"\n6\terror A | B | \"right\"\n7\tString \"good\"\n",
	})
	// The fifth argument is the file of rows.
	shell := fakeShell(t, `n=0
while read -r line; do
  n=$((n+1))
  case $line in
    crash) exit 3;;
    bad) printf '%d\tString "bad"\n' $n;;
    message) printf '%d\terror A | B | "wrong \\" text"\n' $n;;
    *) printf '%d\tString "good"\n' $n;;
  esac
done < "$5"
`)
	expect(t, grades(t, "tables", Suite{Shell: shell, Data: data, Jobs: 2}), map[string]string{
		"tables 2 good": "pass", "tables 3 bad": "fail", "tables 4 crash": "fail",
		"tables 5 also good": "pass", "tables 6 message": "near", "tables 7 last": "pass",
	})
}

func TestCases(t *testing.T) {
	data := recorded(t, map[string]string{
		"cases/a/same.ps1": "", "cases/a/same.out": "<dir>/x  \n", "cases/a/same.code": "3\n", "cases/a/same.in": "x\n",
		"cases/a/code.ps1": "", "cases/a/code.out": "/x\n", "cases/a/code.code": "0\n",
		"cases/a/noise.ps1": "", "cases/a/noise.out": "", "cases/a/noise.code": "0\n",
		"cases/a/files.ps1": "", "cases/a/files.out": "kept\n", "cases/a/files.code": "0\n", "cases/a/files.files/sub/f": "kept\n",
	})
	shell := fakeShell(t, `case $4 in
*same.ps1) read -r x; printf '\033[1m%s/%s\033[0m\r\n' "$PWD" "$x"; exit 3;;
*code.ps1) echo /x; exit 1;;
*noise.ps1) echo noise >&2;;
*files.ps1) cat sub/f;;
esac
`)
	expect(t, grades(t, "cases", Suite{Shell: shell, Data: data, Jobs: 2}), map[string]string{
		"cases same": "pass", "cases code": "fail", "cases noise": "pass", "cases-stderr noise": "fail", "cases files": "pass",
	})
}

func TestCommandLines(t *testing.T) {
	data := recorded(t, map[string]string{
		"cli/cases.jsonl": `{"name": "folder", "about": "", "args": ["/tmp/cscli/f"], "files": {"f": "text", "@home/g": {"b64": "aG9tZQ=="}}}
{"name": "head", "about": "", "args": ["x"], "head": 1, "stdin": "in", "env": {"CS": "e"}}
`,
		"cli/results.jsonl": `{"name": "folder", "exit": 0, "stdout": "/tmp/cscli/f text home <shell>\n", "stderr": ""}
{"name": "head", "exit": 4, "stdout": "x in e\n", "stderr": "wrong"}
`,
	})
	shell := fakeShell(t, `if [ -f "$1" ]; then echo "$1 $(cat "$1") $(cat "$HOME/g") $(dirname "$0")"; exit; fi
echo "$1 $(cat) $CS"; echo more; echo other >&2; exit 4
`)
	expect(t, grades(t, "cli", Suite{Shell: shell, Data: data, Jobs: 1}), map[string]string{
		"cli folder": "pass", "cli head": "pass", "cli-stderr head": "fail",
	})
}

func TestSessions(t *testing.T) {
	data := recorded(t, map[string]string{
		"terminal/hello/input": "hello\n^wait done\nexit\n", "terminal/hello/mask": "at (\\d)\\d+\tat \\1-\n",
		"terminal/hello/screen": "PS /tmp/csterm> hello\nyou said hello at 1-\ndone\nPS /tmp/csterm> exit\n<the shell ended, exit code 5>\n",
		"terminal/hello/styled": "wrong\n",
	})
	shell := fakeShell(t, `while printf 'PS %s> ' "$PWD"; read -r line; do
  [ "$line" = exit ] && exit 5
  echo "you said $line at 123"; sleep 0.2; echo done
done
`)
	expect(t, grades(t, "terminal", Suite{Shell: shell, Data: data, Jobs: 1}), map[string]string{
		"terminal hello": "pass", "terminal-colours hello": "fail",
	})
}

func TestCompletionsGoOnAfterACrash(t *testing.T) {
	data := recorded(t, map[string]string{
		"completion/record.ps1": "", "completion/inputs.txt": "#: words\nget\ncrash\nnone\nbroken\n",
		"completion/results.tsv": "2\t0\t3\t1\t[[\"Get-Item\",\"Get-Item\",\"Command\",\"tip\"]]\n3\t0\t0\t0\t[]\n4\t1\t1\t0\t[]\n5\t\t\terror\tthrew\n",
	})
	// The sixth argument is the file of inputs; ranges without matches do not count, nor do other fields than the text.
	shell := fakeShell(t, `n=0
while read -r line || [ "$line" ]; do
  n=$((n+1))
  case $line in
    get) printf '%d\t0\t3\t1\t[["Get-Item","other","",""]]\n' $n;;
    crash) exit 1;;
    none) printf '%d\t0\t0\t0\t[]\n' $n;;
  esac
done < "$6"
`)
	expect(t, grades(t, "completion", Suite{Shell: shell, Data: data, Jobs: 1}), map[string]string{
		"completion 2 get": "pass", "completion 3 crash": "fail", "completion 4 none": "pass",
	})
}

func TestTrees(t *testing.T) {
	trees := recorded(t, map[string]string{
		"s.txt":  "1\n---\nif\n---\n2\n",
		"s.sexp": "(One)\n---\n(If)\n! Missing 1:3-1:3 IncompleteInput=True \"text\"\n---\n(Two)\n",
	})
	shell := fakeShell(t, `printf '(One)\n---\n(Other)\n! Missing 1:3-1:3 IncompleteInput=True "other"\n---\n(Three)\n'`)
	expect(t, grades(t, "ast", Suite{Shell: shell, Trees: trees, Jobs: 1}), map[string]string{
		"ast 1 1": "pass", "ast 2 if": "near", "ast 3 2": "fail",
	})
}

func TestKnown(t *testing.T) {
	folder := recorded(t, map[string]string{"tables/t.txt": "fail 2 two\nnear 3 three\n", "cli.txt": "fail gone\n"})
	known, err := ReadKnown(folder)
	if err != nil {
		t.Fatal(err)
	}
	row := func(key string, grade Grade) Result { return Result{Name: Name{"tables", "t", key}, Grade: grade} }
	verdict := known.Judge([]Result{row("1 one", Fail), row("2 two", Near), row("3 three", Fail), {Name: Name{Area: "cli", Key: "other"}, Grade: Pass}})
	names := func(results []Result) (keys []string) {
		for _, r := range results {
			keys = append(keys, r.Key)
		}
		return keys
	}
	if got := names(verdict.Worse); !slices.Equal(got, []string{"1 one", "3 three"}) {
		t.Errorf("worse: %v", got)
	}
	if got := names(verdict.Better); !slices.Equal(got, []string{"2 two"}) {
		t.Errorf("better: %v", got)
	}
	if len(verdict.Gone) != 1 || verdict.Gone[0].Key != "gone" {
		t.Errorf("gone: %v", verdict.Gone)
	}
	known.Learn(verdict, false)
	if err := known.Write(folder, []string{"tables", "cli"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "tables", "t.txt"))
	if err != nil || string(text) != "near 2 two\nnear 3 three\n" {
		t.Errorf("the list is %q, %v", text, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "cli.txt")); !os.IsNotExist(err) {
		t.Error("an empty list stays")
	}
}
