package main

import (
	"io"
	"slices"
	"strings"

	"github.com/chzyer/readline"
)

// editBuffer is the text that is being typed: readline's buffer does the editing
// of a line, what it lacks is here: several lines, a ring of what was cut, undo.
type editBuffer struct {
	*readline.RuneBuffer

	undo, redo []snapshot
	cut        []string // the newest last
	yanked     int      // runes of the last yank, for Alt-Y
	typing     bool     // the last change was a character: one undo for a run of them
}

// snapshot is a text with its cursor.
type snapshot struct {
	text []rune
	at   int
}

// maxUndo is how many changes can be undone.
const maxUndo = 500

func newEditBuffer() *editBuffer {
	config := &readline.Config{FuncIsTerminal: func() bool { return false }}
	return &editBuffer{RuneBuffer: readline.NewRuneBuffer(io.Discard, "", config, 1<<20)}
}

// text is the whole text.
func (b *editBuffer) text() string { return string(b.Runes()) }

// change runs an edit that can be undone.
func (b *editBuffer) change(typing bool, edit func()) {
	before := snapshot{slices.Clone(b.Runes()), b.Pos()}
	edit()
	if slices.Equal(before.text, b.Runes()) {
		return
	}
	if !(typing && b.typing) {
		b.undo = append(b.undo, before)
		if len(b.undo) > maxUndo {
			b.undo = b.undo[1:]
		}
	}
	b.typing, b.redo = typing, nil
}

// set puts a text in the place of the whole one.
func (b *editBuffer) set(text string, at int) {
	runes := []rune(text)
	b.SetWithIdx(max(0, min(at, len(runes))), runes)
}

// setEnd is set with the cursor at the end.
func (b *editBuffer) setEnd(text string) { b.set(text, len([]rune(text))) }

// insert types text.
func (b *editBuffer) insert(text string, typing bool) {
	b.change(typing, func() { b.WriteRunes([]rune(text)) })
}

// back takes away the last change; forward brings it back.
func (b *editBuffer) back() { b.restore(&b.undo, &b.redo) }

func (b *editBuffer) forward() { b.restore(&b.redo, &b.undo) }

func (b *editBuffer) restore(from, to *[]snapshot) {
	if len(*from) == 0 {
		return
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, snapshot{slices.Clone(b.Runes()), b.Pos()})
	b.SetWithIdx(last.at, last.text)
	b.typing = false
}

// cutRange takes runes away and keeps them for yank.
func (b *editBuffer) cutRange(from, to int) {
	if from >= to {
		return
	}
	runes := b.Runes()
	b.cut = append(b.cut, string(runes[from:to]))
	b.change(false, func() { b.SetWithIdx(from, slices.Concat(runes[:from], runes[to:])) })
}

// yank puts in what was cut last.
func (b *editBuffer) yank() {
	if len(b.cut) == 0 {
		return
	}
	last := b.cut[len(b.cut)-1]
	b.insert(last, false)
	b.yanked = len([]rune(last))
}

// yankPop takes the cut before in the place of the one just put in.
func (b *editBuffer) yankPop() {
	if b.yanked == 0 || len(b.cut) < 2 {
		return
	}
	b.cut = append([]string{b.cut[len(b.cut)-1]}, b.cut[:len(b.cut)-1]...)
	runes, at := b.Runes(), b.Pos()
	b.change(false, func() { b.SetWithIdx(at-b.yanked, slices.Concat(runes[:at-b.yanked], runes[at:])) })
	b.yank()
}

// lineStart and lineEnd are the ends of the line that the cursor is in.
func (b *editBuffer) lineStart() int {
	runes, at := b.Runes(), b.Pos()
	for at > 0 && runes[at-1] != '\n' {
		at--
	}
	return at
}

func (b *editBuffer) lineEnd() int {
	runes, at := b.Runes(), b.Pos()
	for at < len(runes) && runes[at] != '\n' {
		at++
	}
	return at
}

// moveTo sets the cursor.
func (b *editBuffer) moveTo(at int) { b.SetWithIdx(max(0, min(at, b.Len())), b.Runes()) }

// vertical moves the cursor a line up or down in its column; it reports whether
// there is such a line.
func (b *editBuffer) vertical(up bool) bool {
	start := b.lineStart()
	column := b.Pos() - start
	if up {
		if start == 0 {
			return false
		}
		b.moveTo(start - 1)
		length := b.Pos() - b.lineStart()
		b.moveTo(b.lineStart() + min(column, length))
		return true
	}
	end := b.lineEnd()
	if end == b.Len() {
		return false
	}
	b.moveTo(end + 1)
	b.moveTo(min(b.Pos()+column, b.lineEnd()))
	return true
}

// lastWord is the last word of a line, for Alt-. .
func lastWord(line string) string {
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// wordLeft and wordRight are where the word before or behind the cursor ends.
func (b *editBuffer) wordLeft() int {
	at := b.Pos()
	b.MoveToPrevWord()
	left := b.Pos()
	b.moveTo(at)
	return left
}

func (b *editBuffer) wordRight() int {
	runes, at := b.Runes(), b.Pos()
	for at < len(runes) && !isWordRune(runes[at]) {
		at++
	}
	for at < len(runes) && isWordRune(runes[at]) {
		at++
	}
	return at
}

func isWordRune(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' || r >= 0x80
}
