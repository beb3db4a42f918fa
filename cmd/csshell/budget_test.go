package main_test

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What starting the shell may cost.
const (
	binarySize    = 32 << 20 // bytes; net/http and TLS of the web cmdlets are 4 MB of it, the directory client 0.7
	startMemory   = 12 << 10 // kB, resident
	startInit     = 1500 * time.Microsecond
	startRatio    = 3.0 // times an empty Go program
	measuredTimes = 15  // the best counts: other work on the machine only adds
)

func TestBinaryIsSmallAndStatic(t *testing.T) {
	info, err := os.Stat(shell)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > binarySize {
		t.Errorf("%d bytes, at most %d", info.Size(), binarySize)
	}
	file, err := elf.Open(shell)
	if err != nil {
		t.Skip("no ELF file:", err)
	}
	defer file.Close()
	for _, segment := range file.Progs {
		if segment.Type == elf.PT_INTERP {
			t.Error("the binary needs a dynamic linker")
		}
	}
}

// onQuietMachine skips figures that other work on the machine spoils; scripts/check asks
// for them.
func onQuietMachine(t *testing.T) {
	t.Helper()
	if os.Getenv("CSSHELL_MEASURE") == "" {
		t.Skip("CSSHELL_MEASURE is not set")
	}
}

// initLine matches a line of GODEBUG=inittrace=1.
var initLine = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)

func TestPackagesStartFast(t *testing.T) {
	onQuietMachine(t)
	best := time.Hour
	var trace string
	for range measuredTimes {
		cmd := exec.Command(shell, "-NoProfile", "-Command", "exit")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		var sum time.Duration
		for _, line := range initLine.FindAllStringSubmatch(stderr.String(), -1) {
			ms, err := strconv.ParseFloat(line[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			sum += time.Duration(ms * float64(time.Millisecond))
		}
		if sum < best {
			best, trace = sum, stderr.String()
		}
	}
	if best > startInit {
		t.Errorf("package initialisation takes %v, at most %v\n%s", best, startInit, trace)
	}
}

func TestShellStartsFast(t *testing.T) {
	onQuietMachine(t)
	empty := build(t, "package main\n\nfunc main() {}\n")
	base := fastest(t, empty)
	mine := fastest(t, shell, "-NoProfile", "-Command", "exit")
	if ratio := float64(mine) / float64(base); ratio > startRatio {
		t.Errorf("%v, %.1f times an empty program (%v); at most %.0f times", mine, ratio, base, startRatio)
	}
}

// build compiles a program.
func build(t *testing.T, text string) string {
	t.Helper()
	folder := t.TempDir()
	source, program := filepath.Join(folder, "main.go"), filepath.Join(folder, "program")
	if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, source)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return program
}

// fastest returns the shortest of several runs.
func fastest(t *testing.T, program string, args ...string) time.Duration {
	t.Helper()
	best := time.Hour
	for range measuredTimes {
		start := time.Now()
		if err := exec.Command(program, args...).Run(); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	return best
}

// measure is a program that runs a command and prints the largest resident size of
// it, as time(1) does. A small one is needed: the size of a process counts that of
// the process which started it.
const measure = `package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

func main() {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	if err := cmd.Run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
}
`

func TestShellStartsSmall(t *testing.T) {
	onQuietMachine(t)
	out, err := exec.Command(build(t, measure), shell, "-NoProfile", "-Command", "exit").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	kB, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	if kB > startMemory {
		t.Errorf("%d kB resident at start, at most %d", kB, startMemory)
	}
}
