package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/csshell/csshell/scripts/conformance"
)

// session is a shell on a pseudo-terminal.
type session struct {
	t    *testing.T
	file *os.File
	mu   sync.Mutex
	out  strings.Builder
}

func openSession(t *testing.T, shell string, env ...string) *session {
	t.Helper()
	cmd := exec.Command(shell, "-NoLogo", "-Sample")
	home := t.TempDir()
	cmd.Dir = home
	cmd.Env = append([]string{"HOME=" + home, "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}, env...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 100})
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	s := &session{t: t, file: file}
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, err := file.Read(buffer)
			s.mu.Lock()
			s.out.Write(buffer[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		file.Close()
	})
	s.expect("PS ")
	return s
}

func (s *session) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return conformance.Normal(s.out.String())
}

func (s *session) send(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.file, keys); err != nil {
		s.t.Fatal(err)
	}
}

// expect waits until the shell has shown a text.
func (s *session) expect(want string) {
	s.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(s.text(), want) {
			return
		}
	}
	s.t.Fatalf("%q did not come:\n%s", want, s.text())
}

func TestEditorOnATerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the shell")
	}
	root, err := conformance.Root(".")
	if err != nil {
		t.Fatal(err)
	}
	shell, err := conformance.Build(context.Background(), root, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("a paste runs nothing", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("\x1b[200~'first'\r'sec' + 'ond'\r\x1b[201~")
		time.Sleep(300 * time.Millisecond)
		if strings.Contains(s.text(), "second") {
			t.Fatalf("the paste ran:\n%s", s.text())
		}
		s.send("\r")
		s.expect("second")
	})
	t.Run("completion corrects what is typed", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("get-childit\t -Name | Out-Null; 'do' + 'ne'\r")
		s.expect("done")
		if !strings.Contains(s.text(), "Get-ChildItem") {
			t.Errorf("not completed:\n%s", s.text())
		}
	})
	t.Run("history, undo and words", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("'one' + 'two'\r")
		s.expect("onetwo")
		s.send("\x1b[A\x17\x19 + 'three'\r")
		s.expect("onetwothree")
		s.send("'gone'\x1f'ke' + 'pt'\r")
		s.expect("kept")
	})
	t.Run("Ctrl+C stops a pipeline and keeps the session", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("while ($true) { Start-Sleep -Milliseconds 50 }\r")
		time.Sleep(400 * time.Millisecond)
		began := time.Now()
		s.send("\x03")
		s.send("'still ' + 'here'\r")
		s.expect("still here")
		if wait := time.Since(began); wait > 2*time.Second {
			t.Errorf("stopped after %v", wait)
		}
	})
	t.Run("questions take the keys of a line", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("$a = Read-Host 'Name'; \"<$a>\"\r")
		s.expect("Name:")
		s.send("\x04Kem\x7fn\r") // Ctrl+D says nothing
		s.expect("<Ken>")
		s.send("'answer ' + $Host.UI.PromptForChoice('Title', 'Sure?', @('&Yes', '&No'), 1)\r")
		s.expect("[?] Help")
		s.send("x\x7fy\r")
		s.expect("answer 0")
	})
	t.Run("a name that is nearly right", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("Get-CsUsr\r")
		s.expect("The most similar commands are:")
		s.expect("Get-CsUser")
	})
	t.Run("a profile's keys", func(t *testing.T) {
		s := openSession(t, shell)
		s.send("Set-PSReadLineKeyHandler -Key Ctrl+o -Function HistorySearchBackward; 'set'\r")
		s.expect("set")
		s.send("'be' + 'fore'\r")
		s.expect("before")
		s.send("\x0f\x17\x19 + '!'\r")
		s.expect("before!")
	})
	t.Run("the history file keeps no secrets", func(t *testing.T) {
		data := filepath.Join(t.TempDir(), "data")
		s := openSession(t, shell, "XDG_DATA_HOME="+data)
		s.send("$password = 'x'; 'a' + 'b'\r")
		s.expect("ab")
		s.send("'c' + 'd'\r")
		s.expect("cd")
		text, err := os.ReadFile(filepath.Join(data, "csshell", "history.txt"))
		if err != nil || string(text) != "'c' + 'd'\n" {
			t.Errorf("the file holds %q, %v", text, err)
		}
	})
}
