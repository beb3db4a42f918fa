package main

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/runtime"
)

// progressBar is the line that shows how far a command is. It is erased before
// anything else is written.
type progressBar struct {
	shown bool
	text  string
}

// The bar itself has as many cells as the texts leave it, within these bounds.
const (
	leastCells = 5
	mostCells  = 30
)

// show draws the bar of a record, or takes it away where the work is done.
func (p *progressBar) show(c *console, r *runtime.ProgressRecord) error {
	if r.Completed {
		return p.hide(c)
	}
	width, _ := c.Size()
	text := barText(r, width-1)
	if p.shown && p.text == text {
		return nil
	}
	if _, err := c.out.WriteString("\r\x1b[K\x1b[33;1m" + text + "\x1b[0m"); err != nil {
		return err
	}
	p.shown, p.text = true, text
	return c.out.Flush()
}

// hide erases the bar.
func (p *progressBar) hide(c *console) error {
	if !p.shown {
		return nil
	}
	p.shown = false
	_, err := c.out.WriteString("\r\x1b[K")
	return err
}

// barText is a line such as "Copying [=====     ] 50% file 3 of 6 12 s left".
func barText(r *runtime.ProgressRecord, width int) string {
	var percent, left string
	if r.PercentComplete >= 0 {
		percent = fmt.Sprintf("%d%%", min(r.PercentComplete, 100))
	}
	if r.SecondsRemaining >= 0 {
		left = fmt.Sprintf("%d s left", r.SecondsRemaining)
	}
	text := words(r.Activity, percent, r.Status, r.CurrentOperation, left)
	if percent != "" {
		cells := min(max(width-len([]rune(text))-len("[] "), leastCells), mostCells)
		done := min(r.PercentComplete, 100) * cells / 100
		bar := "[" + strings.Repeat("=", done) + strings.Repeat(" ", cells-done) + "] "
		text = words(r.Activity) + " " + bar + words(percent, r.Status, r.CurrentOperation, left)
	}
	if runes := []rune(text); len(runes) > width {
		return string(runes[:max(width, 0)])
	}
	return text
}

// words are the words of texts with one blank between them.
func words(texts ...string) string {
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}
