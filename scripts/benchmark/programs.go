package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	programLimit = 5 * time.Minute
	outputShown  = 80  // characters of the output that are compared
	functions    = 600 // in the script whose cost is reading it
)

// A program is something to time.
type program struct {
	name        string
	command     []string
	calibration bool // says how fast the machine is
}

// programs returns the calibration programs and the scripts of folder, in order. The
// script that is only parsed is written into temp.
func programs(shell, folder, temp string) ([]program, error) {
	all := []program{
		{"calib-loop", []string{"python3", "-c", "n=0\nfor i in range(3000000):\n    n+=i%7\nprint(n)"}, true},
		{"calib-dict", []string{"python3", "-c", "d={}\nfor i in range(600000):\n    d[\"k%d\"%(i%50000)]=i\nprint(len(d))"}, true},
		{"calib-start", []string{"python3", "-c", "print(1)"}, true},
	}
	scripts, err := filepath.Glob(filepath.Join(folder, "ps", "*.ps1"))
	if err != nil {
		return nil, err
	}
	large, err := largeScript(filepath.Join(folder, "02-parse.template"), temp)
	if err != nil {
		return nil, err
	}
	scripts = append(scripts, large)
	slices.SortFunc(scripts, func(a, b string) int { return cmp.Compare(filepath.Base(a), filepath.Base(b)) })
	for _, script := range scripts {
		name := strings.TrimSuffix(filepath.Base(script), ".ps1")
		all = append(all, program{name, []string{shell, "-NoProfile", "-File", script}, false})
	}
	return all, nil
}

// largeScript writes a script of ordinary functions that are never called.
func largeScript(template, temp string) (string, error) {
	body, err := os.ReadFile(template)
	if err != nil {
		return "", err
	}
	text := bytes.NewBufferString("# generated\n")
	for i := range functions {
		text.WriteString(strings.ReplaceAll(string(body), "@N@", strconv.Itoa(i)) + "\n")
	}
	text.WriteString("'parsed'\n")
	path := filepath.Join(temp, "02-parse.ps1")
	return path, os.WriteFile(path, text.Bytes(), 0o644)
}

// errNoProgram says that a calibration program cannot run here.
var errNoProgram = errors.New("no such program")

// time runs p several times: the fastest run counts, and the largest memory.
func (p program) time(ctx context.Context, runs int) (times, error) {
	best := times{name: p.name}
	for i := range max(runs, 1) {
		row, err := p.once(ctx)
		if err != nil {
			return best, err
		}
		if i == 0 {
			best = row
		}
		best.wall, best.cpu = min(best.wall, row.wall), min(best.cpu, row.cpu)
		best.memory = max(best.memory, row.memory)
	}
	return best, nil
}

func (p program) once(ctx context.Context) (times, error) {
	ctx, cancel := context.WithTimeout(ctx, programLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.command[0], p.command[1:]...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "NO_COLOR=1")
	start := time.Now()
	stdout, err := cmd.Output()
	wall := time.Since(start)
	if errors.Is(err, exec.ErrNotFound) {
		return times{}, errNoProgram
	}
	if cmd.ProcessState == nil {
		return times{}, err
	}
	output := strings.ReplaceAll(strings.TrimSpace(string(stdout)), "\n", " | ")
	if code := cmd.ProcessState.ExitCode(); code != 0 {
		output += fmt.Sprintf(" [status %d]", code)
	}
	row := times{name: p.name, output: shorten(output), wall: wall.Seconds()}
	row.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		row.memory = float64(usage.Maxrss) / 1024
	}
	return row, nil
}

func shorten(text string) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), outputShown)])
}
