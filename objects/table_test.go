package objects_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// recorded are the rows of one table: what real PowerShell answered.
func recorded(t testing.TB, name string) (snippets map[int]string, answers map[int]string) {
	t.Helper()
	base := filepath.Join("..", "cmd", "csshell", "testdata", "tables", name)
	snippets, answers = map[int]string{}, map[int]string{}
	for n, line := range readLines(t, base+".txt") {
		snippets[n+1] = line
	}
	for _, line := range readLines(t, base+".tsv") {
		number, answer, _ := strings.Cut(line, "\t")
		if n, err := strconv.Atoi(number); err == nil {
			answers[n] = answer
		}
	}
	return snippets, answers
}

func readLines(t testing.TB, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	return lines
}

// TestRecorded compares what operators and conversions give with the recorded
// answers, for the rows that the tests can evaluate. floor is how many are
// equal; it may only rise.
func TestRecorded(t *testing.T) {
	for _, table := range []struct {
		name  string
		floor int
	}{
		{"arithmetic", 400}, {"arithmetic-pairs", 560}, {"compare", 300}, {"convert", 335}, {"convert-pairs", 214}, {"literals", 235}, {"text-format", 175}, {"formats", 236},
	} {
		t.Run(table.name, func(t *testing.T) {
			snippets, answers := recorded(t, table.name)
			equal := 0
			var differ []string
			for n, answer := range answers {
				tt := newTable()
				v, ok, err := evalSnippet(tt, snippets[n])
				if !ok || strings.Contains(answer, "ParseException") {
					continue
				}
				if got := shownResult(tt, v, err); got != answer {
					differ = append(differ, fmt.Sprintf("%s:%d: %s\n want %s\n  got %s", table.name, n, snippets[n], answer, got))
					continue
				}
				equal++
			}
			if equal < table.floor {
				t.Errorf("%d rows are equal, at least %d must be", equal, table.floor)
			}
			if t.Failed() || testing.Verbose() {
				for _, d := range differ {
					t.Log(d)
				}
				t.Logf("%d rows equal, %d not", equal, len(differ))
			}
		})
	}
}
