package main

import (
	"strings"

	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/runtime/complete"
)

// menu is a list of what can stand at the cursor.
type menu struct {
	matches  []complete.Match
	selected int
	from     int // runes before the piece that is completed
	to       int // where the piece, as it is now, ends
	before   snapshot
}

// menuRows is how many matches are seen at once.
const menuRows = 10

// matches asks what can stand at the cursor.
func (e *editor) completions() (complete.Result, int, int) {
	text := e.text()
	at := utf16.Len(string(e.Runes()[:e.Pos()]))
	r := complete.Input(e.session, text, at)
	if len(r.Matches) == 0 {
		return r, 0, 0
	}
	start, _ := utf16.ByteOffset(text, r.Index)
	end, _ := utf16.ByteOffset(text, r.Index+r.Length)
	from := len([]rune(text[:start]))
	return r, from, from + len([]rune(text[start:end]))
}

// openMenu completes the only match, else shows the list of them.
func (e *editor) openMenu(back bool) {
	r, from, to := e.completions()
	if len(r.Matches) == 0 {
		return
	}
	m := &menu{matches: r.Matches, selected: -1, from: from, to: to, before: snapshot{append([]rune(nil), e.Runes()...), e.Pos()}}
	if len(r.Matches) == 1 {
		e.choose(m, 0)
		return
	}
	common := commonPrefix(r.Matches)
	if typed := string(e.Runes()[from:to]); len(common) > len(typed) {
		e.put(m, common)
	}
	e.menu = m
	if back {
		e.choose(m, len(m.matches)-1)
	}
}

// choose puts a match into the text.
func (e *editor) choose(m *menu, i int) {
	m.selected = i
	e.put(m, m.matches[i].Text)
}

// put takes text in the place of the piece that is completed.
func (e *editor) put(m *menu, text string) {
	runes := e.Runes()
	made := append([]rune(nil), runes[:m.from]...)
	made = append(made, []rune(text)...)
	at := len(made)
	made = append(made, runes[m.to:]...)
	e.change(false, func() { e.SetWithIdx(at, made) })
	m.to = at
}

// commonPrefix is what all matches begin with, in any case: the first one's.
func commonPrefix(matches []complete.Match) string {
	prefix := matches[0].Text
	for _, m := range matches[1:] {
		n := 0
		a, b := []rune(prefix), []rune(m.Text)
		for n < len(a) && n < len(b) && strings.EqualFold(string(a[n]), string(b[n])) {
			n++
		}
		prefix = string(a[:n])
	}
	return prefix
}

// pressMenu is a key of the open menu; done reports that the menu is closed and
// the key still to be done.
func (e *editor) pressMenu(key keyPress) (done bool) {
	m := e.menu
	n := len(m.matches)
	switch key.kind {
	case keyTab, keyDown:
		e.choose(m, (m.selected+1)%n)
	case keyBackTab, keyUp:
		e.choose(m, (max(m.selected, 0)+n-1)%n)
	case keyEnter:
		e.menu = nil
		return m.selected < 0
	case keyEscape:
		e.SetWithIdx(m.before.at, m.before.text)
		e.menu = nil
	case keyRune, keyBackspace:
		e.menu = nil
		if key.kind == keyRune {
			e.insert(string(key.r), true)
		} else {
			e.pressMotion(key)
		}
		if r, from, to := e.completions(); len(r.Matches) > 1 && from == m.from && key.r != ' ' {
			e.menu = &menu{matches: r.Matches, selected: -1, from: from, to: to, before: m.before}
		}
	default:
		e.menu = nil
		return true
	}
	return false
}

// lines are the matches around the selected one, with what explains them.
func (m *menu) lines(width int, plain bool) []styledLine {
	first := max(0, min(m.selected-menuRows/2, len(m.matches)-menuRows))
	last := min(first+menuRows, len(m.matches))
	wide := 0
	for _, match := range m.matches[first:last] {
		wide = max(wide, stringCells(match.ListItem))
	}
	var lines []styledLine
	for i := first; i < last; i++ {
		match := m.matches[i]
		mark, style := "  ", ""
		if i == m.selected {
			mark = "> "
			if !plain {
				style = "\x1b[7m"
			}
		}
		tip, _, _ := strings.Cut(match.ToolTip, "\n")
		text := mark + match.ListItem
		if tip != "" && tip != match.ListItem {
			text += strings.Repeat(" ", max(2, wide+2-stringCells(match.ListItem))) + tip
		}
		lines = append(lines, styledLine{shorten(text, width-1), style})
	}
	return lines
}

// explain shows how the command at the cursor is written.
func (e *editor) explain() {
	name := e.colours.commandAt(e.text(), e.Pos())
	if name == "" {
		return
	}
	command := e.session.FindCommand(e.session.Global(), name)
	if command == nil {
		e.help = []string{name + ": no such command"}
		return
	}
	e.help = strings.Split(strings.TrimSpace(e.session.CommandInfoOf(command).Syntax()), "\n")
}
