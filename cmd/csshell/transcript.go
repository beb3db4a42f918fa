package main

import (
	"os"
	"strings"
	"time"

	"github.com/csshell/csshell/objects/style"
)

// transcript is a file that gets all that the console shows
// (Start-Transcript).
type transcript struct {
	path        string
	file        *os.File
	invocations bool // the time stands before each line
}

// Transcribe puts text into the transcripts, without colours.
func (c *console) Transcribe(text string) {
	if len(c.transcripts) == 0 {
		return
	}
	plain := style.Plain(text)
	for _, t := range c.transcripts {
		_, _ = t.file.WriteString(plain)
	}
}

// WriteQuestion shows a piece of a question, which transcripts do not get.
func (c *console) WriteQuestion(text, foreground string, newline bool) error {
	c.asking = true
	defer func() { c.asking = false }()
	return c.WriteHost(text, foreground, "", newline)
}

// transcribeLine puts a prompt and the line typed at it into the transcripts.
func (c *console) transcribeLine(prompt, line string) {
	if len(c.transcripts) == 0 {
		return
	}
	plain := style.Plain(prompt) + line + "\n"
	for _, t := range c.transcripts {
		if t.invocations {
			const rule = "**********************\n"
			_, _ = t.file.WriteString(rule + "Command start time: " + time.Now().Format("20060102150405") + "\n" + rule)
		}
		_, _ = t.file.WriteString(plain)
	}
}

// CommandLine is what the shell was started with.
func (c *console) CommandLine() string { return strings.Join(c.process.words, " ") }

// StartTranscript begins a transcript with a head; add writes it behind what the
// file holds.
func (c *console) StartTranscript(path, head string, add, invocations bool) error {
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
	c.transcripts = append(c.transcripts, &transcript{path: path, file: file, invocations: invocations})
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
	if _, err := t.file.WriteString(foot); err != nil {
		return t.path, err
	}
	return t.path, t.file.Close()
}
