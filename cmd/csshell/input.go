package main

import (
	"bufio"
	"strings"
	"sync"
)

// pipeReader reads lines of standard input where that is no terminal. It shows
// the prompts and the lines, as a person would see them, unless quiet.
type pipeReader struct {
	host  *console
	quiet bool

	mu    sync.Mutex
	lines *bufio.Reader
}

// next reads a line without its end; io.EOF where there is none.
func (p *pipeReader) next() (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	text, err := p.lines.ReadString('\n')
	if text == "" && err != nil {
		return "", err
	}
	return strings.TrimRight(text, "\r\n"), nil
}

func (p *pipeReader) show(text string) error {
	if p.quiet {
		return nil
	}
	if err := p.host.WriteOutput(text); err != nil {
		return err
	}
	return p.host.Flush()
}

// statement reads lines until they make a statement. What began over several
// lines ends with an empty one; at the end of the input it is dropped.
func (p *pipeReader) statement(prompt string) (string, error) {
	var text strings.Builder
	for {
		if err := p.show(prompt); err != nil {
			return "", err
		}
		line, err := p.next()
		if err != nil {
			return "", err
		}
		if err := p.show(line + "\n"); err != nil {
			return "", err
		}
		if text.Len() > 0 && line == "" {
			return text.String(), nil
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(line)
		if prompt != continuation && !incomplete(text.String()) {
			return text.String(), nil
		}
		prompt = continuation
	}
}

// line reads one line and shows it.
func (p *pipeReader) line(prompt string, _ bool) (string, error) {
	p.host.asking = true
	defer func() { p.host.asking = false }()
	if err := p.host.WriteOutput(prompt); err != nil {
		return "", err
	}
	line, end := p.next()
	if err := p.host.WriteOutput(line + "\n"); err != nil {
		return "", err
	}
	if err := p.host.Flush(); err != nil {
		return "", err
	}
	return line, end
}

// Lines gives the lines that are left, for $input of a command.
func (p *pipeReader) each(yield func(line string) error) error {
	for {
		line, err := p.next()
		if err != nil {
			return nil
		}
		if err := yield(line); err != nil {
			return err
		}
	}
}
