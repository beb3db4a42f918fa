package runtime

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/csshell/csshell/objects"
)

func signalOf(e *exec.ExitError) int {
	if status, ok := e.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return int(status.Signal())
	}
	return 0
}

// nativeArguments are the words that a program gets ("about_Parsing": passing
// arguments to native commands). Barewords with wildcards become the names of
// files, ~ the home folder.
func (s *Session) nativeArguments(args []argument) ([]string, error) {
	var words []string
	for i := range args {
		a := &args[i]
		if a.name != "" {
			word, err := s.nativeParameter(a)
			if err != nil {
				return nil, err
			}
			words = append(words, word...)
			continue
		}
		more, err := s.nativeValue(a)
		if err != nil {
			return nil, err
		}
		words = append(words, more...)
	}
	return words, nil
}

func (s *Session) nativeParameter(a *argument) ([]string, error) {
	name := "-" + a.name
	if !a.hasValue {
		return []string{name}, nil
	}
	text, err := s.Types.Text(a.value, ",")
	if err != nil {
		return nil, err
	}
	if a.spaced {
		return []string{name + ":", text}, nil
	}
	return []string{name + ":" + text}, nil
}

func (s *Session) nativeValue(a *argument) ([]string, error) {
	if a.text != "" {
		return []string{a.text}, nil
	}
	list, ok := objects.Enumeration(a.value)
	if !ok {
		if a.value.IsNull() {
			return nil, nil
		}
		text, err := s.Types.Text(a.value, " ")
		if err != nil {
			return nil, err
		}
		return s.globbed(a, text), nil
	}
	var words []string
	err := list.Enumerate(func(v objects.Value) error {
		text, err := s.Types.Text(v, " ")
		words = append(words, text)
		return err
	})
	return words, err
}

// globbed expands a bareword.
func (s *Session) globbed(a *argument, text string) []string {
	if !a.bare {
		return []string{text}
	}
	if text == "~" || strings.HasPrefix(text, "~/") {
		home, _ := s.Environment.Get("HOME")
		return []string{home + text[1:]}
	}
	if !strings.ContainsAny(text, "*?[") {
		return []string{text}
	}
	pattern := text
	if !filepath.IsAbs(pattern) {
		pattern = filepath.Join(s.location, pattern)
	}
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		return []string{text}
	}
	if !filepath.IsAbs(text) {
		for i := range found {
			if rel, err := filepath.Rel(s.location, found[i]); err == nil {
				found[i] = rel
			}
		}
	}
	return found
}

// inputLine is an object as a program reads it: its text and a line end.
func (s *Session) inputLine(v objects.Value) (string, error) {
	text, err := s.Types.ToString(v, "")
	return text + "\n", err
}
