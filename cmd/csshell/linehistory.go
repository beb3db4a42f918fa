package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/csshell/csshell/runtime"
)

// lineHistory is what was typed, in this session and before: a file for its
// owner alone, shared by sessions, read when it is first asked for.
type lineHistory struct {
	path string // "" for none

	once    sync.Once
	entries []string // the oldest first, each once
}

// maxHistory is how many lines are kept in memory.
const maxHistory = 100_000

// newLineHistory finds the file of the history; "" where there can be none.
func newLineHistory(env *runtime.Environment) *lineHistory {
	data, _ := env.Get("XDG_DATA_HOME")
	if data == "" {
		home, ok := env.Get("HOME")
		if !ok || home == "" {
			return &lineHistory{}
		}
		data = filepath.Join(home, ".local", "share")
	}
	return &lineHistory{path: filepath.Join(data, "csshell", "history.txt")}
}

// all are the lines, the oldest first.
func (h *lineHistory) all() []string {
	h.once.Do(h.load)
	return h.entries
}

func (h *lineHistory) load() {
	if h.path == "" {
		return
	}
	text, err := os.ReadFile(h.path)
	if err != nil {
		return
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	seen := make(map[string]bool, len(lines))
	for i := len(lines) - 1; i >= 0 && len(h.entries) < maxHistory; i-- {
		if line := lines[i]; line != "" && !seen[line] {
			seen[line] = true
			h.entries = append(h.entries, unescapeEntry(line))
		}
	}
	slices.Reverse(h.entries)
}

// add remembers a line, and writes it to the file unless it may hold a secret.
func (h *lineHistory) add(line string) {
	entries := h.all()
	if strings.TrimSpace(line) == "" || len(entries) > 0 && entries[len(entries)-1] == line {
		return
	}
	h.entries = append(slices.DeleteFunc(entries, func(e string) bool { return e == line }), line)
	if h.path == "" || holdsSecret(line) || strings.HasPrefix(line, " ") {
		return
	}
	if os.MkdirAll(filepath.Dir(h.path), 0o700) != nil {
		return
	}
	file, err := os.OpenFile(h.path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer file.Close()
	_ = file.Chmod(0o600)
	_, _ = file.WriteString(escapeEntry(line) + "\n")
}

// holdsSecret reports whether a line speaks of something that should not be
// kept on disk.
func holdsSecret(line string) bool {
	line = strings.ToLower(line)
	return slices.ContainsFunc([]string{"password", "asplaintext", "token", "apikey", "secret", "-pin "}, func(word string) bool {
		return strings.Contains(line, word)
	})
}

func escapeEntry(line string) string {
	return strings.ReplaceAll(strings.ReplaceAll(line, `\`, `\\`), "\n", `\n`)
}

func unescapeEntry(line string) string {
	if !strings.Contains(line, `\`) {
		return line
	}
	var text strings.Builder
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' && i+1 < len(line) {
			i++
			if line[i] == 'n' {
				text.WriteByte('\n')
				continue
			}
		}
		text.WriteByte(line[i])
	}
	return text.String()
}

// suggest is the newest line that begins with what is typed; "" for none.
func (h *lineHistory) suggest(prefix string) string {
	entries := h.all()
	for i := len(entries) - 1; i >= 0; i-- {
		if len(entries[i]) > len(prefix) && strings.HasPrefix(entries[i], prefix) {
			return entries[i]
		}
	}
	return ""
}

// before is the index of the newest line older than at that begins with the
// prefix, or holds it; -1 for none.
func (h *lineHistory) before(at int, fits func(line string) bool) int {
	entries := h.all()
	for i := min(at, len(entries)) - 1; i >= 0; i-- {
		if fits(entries[i]) {
			return i
		}
	}
	return -1
}

// after is before in the other direction; the number of lines for none.
func (h *lineHistory) after(at int, fits func(line string) bool) int {
	entries := h.all()
	for i := at + 1; i < len(entries); i++ {
		if fits(entries[i]) {
			return i
		}
	}
	return len(entries)
}
