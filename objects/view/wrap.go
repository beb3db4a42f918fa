package view

import (
	"strings"

	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/utf16"
)

// wrapper breaks texts into lines of a width.
type wrapper struct {
	words bool // between words where that can be
	lines []string
}

// wrap breaks s at its line ends and at the width. The lines are good until
// the next call.
func (w *wrapper) wrap(s string, width int) []string {
	w.lines = w.lines[:0]
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\r') < 0 {
		w.line(s, width)
		return w.lines
	}
	for _, line := range splitLines(s) {
		w.line(line, width)
	}
	return w.lines
}

// splitLines cuts s at line feeds; carriage returns vanish.
func splitLines(s string) []string {
	return strings.Split(strings.ReplaceAll(s, "\r", ""), "\n")
}

func (w *wrapper) line(s string, width int) {
	switch {
	case cellWidth(s) <= width:
		w.lines = append(w.lines, s)
	case w.words:
		w.breakWords(s, width)
	default:
		w.breakCells(s, width)
	}
}

// breakCells breaks s wherever the width ends. A wide character on a line of
// one cell becomes a question mark.
func (w *wrapper) breakCells(s string, width int) {
	for cellWidth(s) > width {
		head := cutHead(s, width)
		if head == "" {
			_, size := utf16.DecodeRune(s)
			w.lines = append(w.lines, "?")
			s = s[size:]
			continue
		}
		w.lines = append(w.lines, head)
		s = s[len(head):]
	}
	w.lines = append(w.lines, s)
}

const softHyphen = "\u00ad"

// breakWords breaks s behind blanks and tabs, which stay at the line's end,
// and at soft hyphens; a word longer than a line is broken in itself.
func (w *wrapper) breakWords(s string, width int) {
	var line strings.Builder
	left := width
	flush := func() {
		w.lines = append(w.lines, line.String())
		line.Reset()
		left = width
	}
	for s != "" {
		word, rest := cutWord(s)
		s = rest
		if trimmed, ok := strings.CutSuffix(word, softHyphen); ok {
			word = trimmed
			if cellWidth(trimmed)+1 == left {
				word += "-"
			}
		}
		cells := cellWidth(word)
		if cells > width {
			left = w.breakWord(&line, word, left, width)
			continue
		}
		if cells > left {
			flush()
		}
		line.WriteString(word)
		left -= cells
	}
	w.lines = append(w.lines, line.String())
}

// breakWord writes a word that is longer than a line and returns the cells
// left of its last one.
func (w *wrapper) breakWord(line *strings.Builder, word string, left, width int) int {
	for i := 0; i < len(word); {
		size := style.SequenceLength(word[i:])
		cells := 0
		piece := ""
		if size == 0 {
			var r rune
			r, size = utf16.DecodeRune(word[i:])
			cells = runeCells(r)
		}
		piece = word[i : i+size]
		i += size
		if cells > width {
			piece, cells = "?", 1
		}
		if cells > left {
			w.lines = append(w.lines, line.String())
			line.Reset()
			left = width
		}
		line.WriteString(piece)
		left -= cells
	}
	return left
}

// cutWord cuts s behind its first blank, tab or soft hyphen.
func cutWord(s string) (word, rest string) {
	end := strings.IndexAny(s, " \t"+softHyphen)
	if end < 0 {
		return s, ""
	}
	end++
	if s[end-1] != ' ' && s[end-1] != '\t' {
		end += len(softHyphen) - 1
	}
	return s[:end], s[end:]
}

// WrapWords breaks s at its line ends, and between words where a line is wider
// than so many cells.
func WrapWords(s string, width int) []string {
	w := wrapper{words: true}
	return w.wrap(s, width)
}
