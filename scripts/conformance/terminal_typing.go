package conformance

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// How long the one who types waits. Nothing tells when a shell reads, so a prompt at the
// cursor and a short silence count as one; a long silence counts always.
const (
	stepLimit     = 25 * time.Second
	promptSilence = 120 * time.Millisecond
	typedSilence  = 200 * time.Millisecond
	lineSilence   = 900 * time.Millisecond
	keySilence    = 600 * time.Millisecond
	startSilence  = 3 * time.Second
	echoLimit     = time.Second
	echoSilence   = 80 * time.Millisecond
	waitLimit     = 5 * time.Second
)

// prompts matches a line at whose end a shell asks for input.
var prompts = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(PS [^\n]*> |^>> |.*: |.*\): ?|.*[Hh]elp\] |>> )$`)
})

// key returns what a key of a step sends: ^enter, ^up, ^C.
func key(name string) string {
	switch name {
	case "enter":
		return "\r"
	case "tab":
		return "\t"
	case "esc":
		return "\x1b"
	case "up":
		return "\x1b[A"
	case "down":
		return "\x1b[B"
	case "right":
		return "\x1b[C"
	case "left":
		return "\x1b[D"
	case "home":
		return "\x1b[H"
	case "end":
		return "\x1b[F"
	case "backspace":
		return "\x7f"
	case "delete":
		return "\x1b[3~"
	default:
		return string(rune(name[0] - '@'))
	}
}

// A terminal is a shell on a pseudo-terminal and the one who types.
type terminal struct {
	screen *screen
	alive  bool // the shell has not closed the terminal
	file   *os.File
	cmd    *exec.Cmd
	output chan []byte
	count  int // bytes the shell has written
	seen   int // characters of the screen's text that a ^wait passes over
}

// openTerminal starts the shell and waits for its first prompt.
func openTerminal(shell string, args []string, dir string, env []string) (*terminal, error) {
	cmd := exec.Command(shell, args...)
	cmd.Dir, cmd.Env = dir, env
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: screenRows, Cols: screenColumns})
	if err != nil {
		return nil, err
	}
	limitMemory(cmd.Process.Pid)
	t := &terminal{screen: newScreen(), alive: true, file: file, cmd: cmd, output: make(chan []byte, 64)}
	go t.read()
	t.settle(-1, promptSilence, startSilence)
	return t, nil
}

// read passes on what the shell writes until it closes the terminal.
func (t *terminal) read() {
	defer close(t.output)
	for {
		buffer := make([]byte, 64<<10)
		n, err := t.file.Read(buffer)
		if n > 0 {
			t.output <- buffer[:n]
		}
		if err != nil {
			return
		}
	}
}

// pump shows what the shell writes within d and says whether there was anything.
func (t *terminal) pump(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case data, ok := <-t.output:
		if !ok {
			t.alive = false
			return false
		}
		t.count += len(data)
		if t.count > outputLimit {
			killGroup(t.cmd.Process.Pid)
		}
		t.send(string(t.screen.feed(data)))
		return true
	case <-timer.C:
		return false
	}
}

// drain shows what the shell writes until it has been silent for d.
func (t *terminal) drain(d time.Duration) {
	for end := time.Now().Add(stepLimit); t.alive && t.pump(d) && time.Now().Before(end); {
	}
}

// settle waits until the shell seems to ask for input: a prompt at the cursor and silence,
// or long silence. Where mark is not negative, something must have come after that byte.
func (t *terminal) settle(mark int, silence, long time.Duration) {
	start := time.Now()
	last := start
	for t.alive {
		if t.pump(30 * time.Millisecond) {
			last = time.Now()
		}
		idle := time.Since(last)
		if idle >= silence && t.count > mark && prompts().MatchString(t.screen.current()) {
			return
		}
		if idle >= long || time.Since(start) > stepLimit {
			return
		}
	}
}

func (t *terminal) send(text string) {
	if t.alive && text != "" {
		_, _ = t.file.WriteString(text) // a shell that has gone is noticed by reading
	}
}

// step carries out one step of a session.
func (t *terminal) step(step string) {
	if step == "" {
		return
	}
	command, ok := strings.CutPrefix(step, "^")
	if !ok {
		t.typeLine(step)
		return
	}
	word, rest, _ := strings.Cut(command, " ")
	switch word {
	case "note":
	case "pause":
		seconds, _ := strconv.ParseFloat(rest, 64)
		for end := time.Now().Add(time.Duration(seconds * float64(time.Second))); t.alive && time.Now().Before(end); {
			t.pump(50 * time.Millisecond)
		}
	case "wait":
		t.waitFor(strings.TrimRight(rest, " "))
		t.seen = len(t.screen.text())
	case "type":
		t.seen = len(t.screen.text())
		t.send(rest)
		t.settle(-1, typedSilence, 500*time.Millisecond)
	default:
		mark := t.count
		t.send(key(word))
		t.settle(mark, promptSilence, keySilence)
	}
}

// typeLine types a line, waits for its echo, and presses Enter.
func (t *terminal) typeLine(line string) {
	t.seen = len(t.screen.text())
	before := t.count
	t.send(line)
	for end := time.Now().Add(echoLimit); t.alive && time.Now().Before(end); {
		if !t.pump(echoSilence) && t.count > before {
			break
		}
	}
	mark := t.count
	t.send("\r")
	t.settle(mark, promptSilence, lineSilence)
}

// waitFor waits until text has appeared since the last step.
func (t *terminal) waitFor(text string) {
	for end := time.Now().Add(waitLimit); t.alive && time.Now().Before(end); {
		shown := t.screen.text()
		if strings.Contains(shown[min(t.seen, len(shown)):], text) {
			break
		}
		t.pump(50 * time.Millisecond)
	}
	t.drain(promptSilence)
}

// close ends the session. It returns the exit code, and whether the shell ended by itself.
func (t *terminal) close() (code int, ended bool) {
	for end := time.Now().Add(300 * time.Millisecond); t.alive && time.Now().Before(end); {
		t.pump(50 * time.Millisecond)
	}
	ended = !t.alive
	waited := make(chan struct{})
	go func() {
		_ = t.cmd.Wait() // the state says what happened
		close(waited)
	}()
	if ended {
		select {
		case <-waited:
		case <-time.After(300 * time.Millisecond):
		}
	}
	killGroup(t.cmd.Process.Pid)
	t.file.Close()
	for range t.output { // the reader ends when the terminal is closed
	}
	<-waited
	code = t.cmd.ProcessState.ExitCode()
	if status, ok := t.cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		code = -int(status.Signal())
	}
	return code, ended
}
