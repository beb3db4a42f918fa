package main

import (
	"os"
	"strings"

	"github.com/csshell/csshell/objects/style"
)

// transcript is a file that gets all that the console shows
// (Start-Transcript).
type transcript struct {
	path string
	file *os.File
}

// transcribe puts text into the transcripts, without colours.
func (c *console) transcribe(text string) {
	if len(c.transcripts) == 0 {
		return
	}
	plain := style.Plain(text)
	for _, t := range c.transcripts {
		_, _ = t.file.WriteString(plain)
	}
}

// transcribeLine puts a line that was typed into the transcripts.
func (c *console) transcribeLine(string) {}

// StartTranscript begins a transcript with a head; add writes it behind what the
// file holds.
func (c *console) StartTranscript(path, head string, add bool) error {
	mode := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if add {
		mode = os.O_CREATE | os.O_WRONLY | os.O_APPEND
	}
	file, err := os.OpenFile(path, mode, 0o600)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(head); err != nil {
		return err
	}
	c.transcripts = append(c.transcripts, &transcript{path: path, file: file})
	return nil
}

// StopTranscript ends the newest transcript and gives its path; "" where there
// is none.
func (c *console) StopTranscript(foot string) (path string, err error) {
	if len(c.transcripts) == 0 {
		return "", nil
	}
	t := c.transcripts[len(c.transcripts)-1]
	c.transcripts = c.transcripts[:len(c.transcripts)-1]
	if _, err := t.file.WriteString(strings.TrimLeft(foot, "\n")); err != nil {
		return t.path, err
	}
	return t.path, t.file.Close()
}
