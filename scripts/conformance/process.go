package conformance

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

const (
	outputLimit = 16 << 20 // bytes of one stream; a shell that writes more is ended
	memoryLimit = 6 << 30  // bytes of address space: a runaway shell must not take the machine with it
)

// An invocation is one run of the shell.
type invocation struct {
	program  string
	args     []string
	dir      string
	env      []string
	stdin    []byte
	deadline time.Duration
	watch    io.Writer // nil, or what standard output goes to instead of outcome.stdout
}

// An outcome is what an invocation gave.
type outcome struct {
	stdout, stderr []byte
	exit           int // minus the number of the signal that ended it, if one did
	timedOut       bool
}

// environment is what every recorded process saw: UTC, American English, no colours.
func environment(home string, more ...string) []string {
	return append([]string{
		"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + home, "USER=someone", "LOGNAME=someone",
		"TZ=UTC", "LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8",
	}, more...)
}

// start runs v and waits for its end, at most until its deadline; then it and all its
// children are killed.
func (v invocation) start(ctx context.Context) outcome {
	ctx, cancel := context.WithTimeout(ctx, v.deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, v.program, v.args...)
	cmd.Dir, cmd.Env = v.dir, v.env
	if v.stdin != nil {
		cmd.Stdin = bytes.NewReader(v.stdin)
	}
	stdout, stderr := &limited{left: outputLimit}, &limited{left: outputLimit}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if v.watch != nil {
		cmd.Stdout = v.watch
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return killGroup(cmd.Process.Pid) }
	cmd.WaitDelay = 2 * time.Second
	if err := cmd.Start(); err != nil {
		return outcome{stderr: []byte(err.Error()), exit: -1}
	}
	limitMemory(cmd.Process.Pid)
	err := cmd.Wait()
	killGroup(cmd.Process.Pid) // what the shell left running
	got := outcome{stdout: stdout.Bytes(), stderr: stderr.Bytes(), exit: cmd.ProcessState.ExitCode()}
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		got.exit = -int(status.Signal())
	}
	got.timedOut = err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded)
	return got
}

// killGroup ends the process and all its children.
func killGroup(pid int) error { return syscall.Kill(-pid, syscall.SIGKILL) }

// limitMemory caps the address space of a process that has just started.
func limitMemory(pid int) {
	limit := unix.Rlimit{Cur: memoryLimit, Max: memoryLimit}
	_ = unix.Prlimit(pid, unix.RLIMIT_AS, &limit, nil) // without it the run is merely less protected
}

// limited keeps what is written to it and refuses what goes beyond the limit.
type limited struct {
	bytes.Buffer
	left int
}

// errTooMuch ends a shell that writes without end.
var errTooMuch = errors.New("too much output")

// Write keeps p, or fails with errTooMuch where p goes beyond the limit (io.Writer).
func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, errTooMuch
	}
	l.left -= len(p)
	return l.Buffer.Write(p)
}
