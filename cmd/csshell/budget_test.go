package main_test

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// What starting the shell may cost.
const (
	binarySize    = 25 << 20 // bytes
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
	empty := buildEmpty(t)
	base := fastest(t, empty)
	mine := fastest(t, shell, "-NoProfile", "-Command", "exit")
	if ratio := float64(mine) / float64(base); ratio > startRatio {
		t.Errorf("%v, %.1f times an empty program (%v); at most %.0f times", mine, ratio, base, startRatio)
	}
}

// buildEmpty compiles a program that does nothing.
func buildEmpty(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	source, program := filepath.Join(folder, "main.go"), filepath.Join(folder, "empty")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
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

// resident matches the largest resident size of a process.
var resident = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

func TestShellStartsSmall(t *testing.T) {
	onQuietMachine(t)
	// The figure of wait4 counts the parent's pages too, so the process itself is asked.
	cmd := exec.Command(shell, "-NoProfile", "-Command", "[Console]::In.ReadLine()")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(cmd.Process.Pid), "status"))
	stdin.Close()
	if waitErr := cmd.Wait(); waitErr != nil {
		t.Error(waitErr)
	}
	if err != nil {
		t.Skip("no /proc:", err)
	}
	found := resident.FindSubmatch(status)
	if found == nil {
		t.Fatal("the shell ended too soon")
	}
	kB, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	if kB > startMemory {
		t.Errorf("%d kB resident at start, at most %d", kB, startMemory)
	}
}
