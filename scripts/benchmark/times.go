package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
)

// times is what one program took.
type times struct {
	name, output string
	wall, cpu    float64 // seconds
	memory       float64 // MB, at most
}

// readTimes reads a file of times, by name.
func readTimes(path string) (map[string]times, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	rows := map[string]times{}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 5 {
			return nil, fmt.Errorf("%s: %d fields in %q", path, len(fields), line)
		}
		var figures [3]float64
		for i := range figures {
			if figures[i], err = strconv.ParseFloat(fields[i+2], 64); err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
		}
		rows[fields[0]] = times{fields[0], fields[1], figures[0], figures[1], figures[2]}
	}
	return rows, nil
}

func writeTimes(path string, rows []times) error {
	var text strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&text, "%s\t%s\t%.4f\t%.4f\t%.1f\n", r.name, r.output, r.wall, r.cpu, r.memory)
	}
	return os.WriteFile(path, []byte(text.String()), 0o644)
}

// errBar is returned when a script is wrong or too slow.
var errBar = errors.New("a script gave a wrong answer or missed the bar")

// compare shows how many times faster than base the rows are, machine for machine, and
// fails when an answer is wrong or a script is under the bar.
func compare(base map[string]times, rows []times, bar float64, out io.Writer) error {
	correction := machine(base, rows)
	var logarithms, count float64
	var wrong, slow []string
	fmt.Fprintln(out)
	for _, r := range rows {
		b, known := base[r.name]
		if strings.HasPrefix(r.name, "calib-") {
			continue
		}
		if !known || b.output != r.output {
			wrong = append(wrong, r.name)
			continue
		}
		ratio := b.wall * correction / r.wall
		fmt.Fprintf(out, "%-18s %7.1fx   memory %5.2f\n", r.name, ratio, r.memory/b.memory)
		logarithms, count = logarithms+math.Log(ratio), count+1
		if ratio < bar {
			slow = append(slow, fmt.Sprintf("%s %.1fx", r.name, ratio))
		}
	}
	mean := 0.0
	if count > 0 {
		mean = math.Exp(logarithms / count)
	}
	fmt.Fprintf(out, "geometric mean %.1fx over %.0f of %.0f; under %gx: %s; wrong or failed: %s\n",
		mean, count, count+float64(len(wrong)), bar, orNone(slow), orNone(wrong))
	if len(wrong)+len(slow) > 0 {
		return errBar
	}
	return nil
}

// machine returns how many times longer this machine takes than the one of base.
func machine(base map[string]times, rows []times) float64 {
	var logarithms, count float64
	for _, r := range rows {
		if r.name == "calib-loop" || r.name == "calib-dict" {
			logarithms, count = logarithms+math.Log(r.wall/base[r.name].wall), count+1
		}
	}
	if count == 0 {
		return 1
	}
	return math.Exp(logarithms / count)
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
