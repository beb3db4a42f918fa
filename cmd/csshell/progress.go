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

// progressWidth is how many cells the bar itself has.
const progressWidth = 30

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

// barText is a line such as "Copying [=====     50%     ] file 3 of 6".
func barText(r *runtime.ProgressRecord, width int) string {
	parts := []string{r.Activity}
	if r.PercentComplete >= 0 {
		done := min(r.PercentComplete, 100) * progressWidth / 100
		parts = append(parts, "["+strings.Repeat("=", done)+strings.Repeat(" ", progressWidth-done)+"]"+fmt.Sprintf(" %d%%", min(r.PercentComplete, 100)))
	}
	parts = append(parts, r.Status, r.CurrentOperation)
	if r.SecondsRemaining >= 0 {
		parts = append(parts, fmt.Sprintf("%d s left", r.SecondsRemaining))
	}
	text := strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
	if runes := []rune(text); len(runes) > width {
		return string(runes[:max(width, 0)])
	}
	return text
}
