package conformance

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The terminal of the recordings.
const (
	screenColumns = 120
	screenRows    = 40
)

// A cell is one character of the screen and its colours, as SGR numbers.
type cell struct {
	char  rune
	style string
}

// A screen is a terminal that is good enough: it keeps what scrolled away and answers
// where the cursor is. Like the recorder's, it gives every character one column.
type screen struct {
	lines          [][]cell // every line ever shown
	top            int      // index of the first visible line
	x, y           int      // the cursor; y counts in lines
	full           bool     // the last column was written: the next character begins a line
	savedX, savedY int
	state          func(*screen, rune) // what reads the next character; nil: text
	control        strings.Builder     // the control sequence read so far
	partial        []byte              // the beginning of a character
	answers        []byte              // what the terminal says to the program
	style          style
}

func newScreen() *screen { return &screen{lines: make([][]cell, 1)} }

// feed shows what a program wrote and returns what the terminal answers it.
func (s *screen) feed(data []byte) []byte {
	s.answers = nil
	s.partial = append(s.partial, data...)
	for len(s.partial) > 0 && (utf8.FullRune(s.partial)) {
		r, size := utf8.DecodeRune(s.partial)
		s.partial = s.partial[size:]
		s.read(r)
	}
	return s.answers
}

func (s *screen) read(r rune) {
	if s.state != nil {
		s.state(s, r)
		return
	}
	switch {
	case r == 0x1b:
		s.state = (*screen).escape
	case r == '\r':
		s.x, s.full = 0, false
	case r == '\n':
		s.newline()
		s.full = false
	case r == '\b':
		s.x, s.full = max(0, s.x-1), false
	case r == '\t':
		s.x = min(screenColumns-1, (s.x/8+1)*8)
	case r >= ' ' && r != 0x7f:
		s.put(r)
	}
}

// line returns the line the cursor is on.
func (s *screen) line() *[]cell {
	for len(s.lines) <= s.y {
		s.lines = append(s.lines, nil)
	}
	return &s.lines[s.y]
}

func (s *screen) newline() {
	s.y++
	s.line()
	if s.y-s.top >= screenRows {
		s.top = s.y - screenRows + 1
	}
}

func (s *screen) put(r rune) {
	if norm.NFC.PropertiesString(string(r)).CCC() != 0 {
		return // a combining mark takes no room
	}
	if s.full {
		s.x, s.full = 0, false
		s.newline()
	}
	line := s.line()
	for len(*line) <= s.x {
		*line = append(*line, cell{char: ' '})
	}
	(*line)[s.x] = cell{r, s.style.String()}
	if s.x == screenColumns-1 {
		s.full = true
	} else {
		s.x++
	}
}

// cut keeps the first n cells of the line the cursor is on.
func (s *screen) cut(n int) {
	line := s.line()
	*line = (*line)[:min(n, len(*line))]
}

// blank overwrites the cells from..to of the line the cursor is on.
func (s *screen) blank(from, to int) {
	line := *s.line()
	for i := from; i < min(to, len(line)); i++ {
		line[i] = cell{char: ' '}
	}
}

// current returns the line the cursor is on, up to the cursor.
func (s *screen) current() string {
	line := *s.line()
	if !s.full {
		line = line[:min(s.x, len(line))]
	}
	return plain(line)
}

func plain(line []cell) string {
	var text strings.Builder
	for _, c := range line {
		text.WriteRune(c.char)
	}
	return text.String()
}

// text returns everything that was ever shown, without colours.
func (s *screen) text() string {
	rows := make([]string, len(s.lines))
	for i, line := range s.lines {
		rows[i] = strings.TrimRight(plain(line), " \u00a0")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

// styled returns everything that was ever shown; ‹31;1› begins a style, ‹› ends it.
func (s *screen) styled() string {
	rows := make([]string, len(s.lines))
	for i, line := range s.lines {
		rows[i] = styledLine(line)
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

func styledLine(line []cell) string {
	end := len(line)
	for end > 0 && line[end-1] == (cell{char: ' '}) {
		end--
	}
	var text strings.Builder
	now := ""
	for _, c := range line[:end] {
		if c.style != now {
			text.WriteString(changeStyle(now, c.style))
			now = c.style
		}
		text.WriteRune(c.char)
	}
	text.WriteString(changeStyle(now, ""))
	return text.String()
}

func changeStyle(from, to string) string {
	var text string
	if from != "" {
		text = "‹›"
	}
	if to != "" {
		text += "‹" + to + "›"
	}
	return text
}

// clear begins a fresh screen below what was shown.
func (s *screen) clear() {
	below := s.y - s.top
	s.lines = append(s.lines, nil)
	for _, r := range "<cleared>" {
		last := &s.lines[len(s.lines)-1]
		*last = append(*last, cell{char: r})
	}
	s.top = len(s.lines)
	s.y = s.top + below
}

// deleteLinesBelow forgets what stands under the cursor's line.
func (s *screen) deleteLinesBelow() {
	s.line()
	s.lines = slices.Delete(s.lines, min(s.y+1, len(s.lines)), len(s.lines))
}
