package main

import (
	"bytes"
	"hash/maphash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/csshell/csshell/runtime"
)

// lineHistory is what was typed, in this session and before: a file for its
// owner alone, shared by sessions. Its end is read when it is first asked for, the
// rest when a search goes so far back. Lines are numbered from the newest, 0.
type lineHistory struct {
	path string // "" for none

	once    sync.Once
	entries []string // the newest first, each once
	unread  int64    // bytes at the beginning of the file that were not read yet
}

const (
	// recentHistory is how much of the file's end is read for suggestions.
	recentHistory = 64 << 10
	// olderHistory is how much more of it is read for searches.
	olderHistory = 8 << 20
)

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

// recent are the newest lines, or all that were read.
func (h *lineHistory) recent() []string {
	h.once.Do(func() {
		if info, err := os.Stat(h.path); err == nil {
			h.unread = info.Size()
			h.load(recentHistory)
		}
	})
	return h.entries
}

// older reads further back; false says that there is nothing more.
func (h *lineHistory) older() bool {
	if h.unread == 0 {
		return false
	}
	h.load(olderHistory)
	h.unread = 0
	return true
}

// load reads so many bytes before those that were read.
func (h *lineHistory) load(most int64) {
	text, start, err := linesBefore(h.path, h.unread, most)
	if h.unread = start; err != nil {
		h.unread = 0
		return
	}
	seed := maphash.MakeSeed()
	seen := make(map[uint64]struct{}, len(h.entries)) // of lines: their text is kept once
	for _, line := range h.entries {
		seen[maphash.String(seed, line)] = struct{}{}
	}
	for text != "" {
		start := strings.LastIndexByte(text, '\n') + 1
		line := unescapeEntry(text[start:])
		text = text[:max(start-1, 0)]
		if line == "" {
			continue
		}
		sum := maphash.String(seed, line)
		if _, old := seen[sum]; !old {
			seen[sum] = struct{}{}
			h.entries = append(h.entries, line)
		}
	}
}

// linesBefore are the whole lines of a file before a place, at most so many bytes, and
// where they begin.
func linesBefore(path string, end, most int64) (text string, start int64, err error) {
	file, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer file.Close()
	from := max(end-most, 0)
	data := make([]byte, end-from)
	if _, err := file.ReadAt(data, from); err != nil && err != io.EOF {
		return "", 0, err
	}
	if from == 0 {
		return string(data), 0, nil
	}
	cut := bytes.IndexByte(data, '\n') + 1
	return string(data[cut:]), from + int64(cut), nil
}

// line is a line by its number.
func (h *lineHistory) line(at int) string { return h.recent()[at] }

// add remembers a line, and where it is to be kept writes it to the file, unless it
// may hold a secret.
func (h *lineHistory) add(line string, keep bool) {
	entries := h.recent()
	if strings.TrimSpace(line) == "" || len(entries) > 0 && entries[0] == line {
		return
	}
	h.entries = slices.Insert(slices.DeleteFunc(entries, func(e string) bool { return e == line }), 0, line)
	if !keep || h.path == "" || holdsSecret(line) || strings.HasPrefix(line, " ") {
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

// suggest is the newest of the recent lines that begins with what is typed; "" for none.
func (h *lineHistory) suggest(prefix string) string {
	for _, line := range h.recent() {
		if len(line) > len(prefix) && strings.HasPrefix(line, prefix) {
			return line
		}
	}
	return ""
}

// before is the newest line older than at, -1 for what is typed, that fits; -1 for
// none.
func (h *lineHistory) before(at int, fits func(line string) bool) int {
	for i := at + 1; i < len(h.recent()) || h.older(); i++ {
		if i < len(h.entries) && fits(h.entries[i]) {
			return i
		}
	}
	return -1
}

// after is before in the other direction.
func (h *lineHistory) after(at int, fits func(line string) bool) int {
	for i := at - 1; i >= 0; i-- {
		if fits(h.recent()[i]) {
			return i
		}
	}
	return -1
}
