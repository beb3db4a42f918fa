package runtime

import (
	"encoding/base64"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode/utf16"

	"github.com/csshell/csshell/objects"
)

func signalOf(e *exec.ExitError) int {
	if status, ok := e.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return int(status.Signal())
	}
	return 0
}

// nativePassingType is System.Management.Automation.NativeArgumentPassingStyle.
var nativePassingType = &objects.Type{
	FullName: namespace + "NativeArgumentPassingStyle", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Names: []string{"Legacy", "Standard", "Windows"}, Values: []int64{0, standardPassing, 2}},
}

const (
	legacyPassing   = 0
	standardPassing = 1 // a word stays a word
)

// nativeArguments are the words that a program gets ("about_Parsing": passing
// arguments to native commands). Barewords with wildcards become the names of
// files, ~ the home folder; a script block goes encoded, which makes a shell of the
// program: objects go in and come out; what follows --% is split at blanks and else
// stays as it is.
func (s *Session) nativeArguments(args []argument, scope *Scope) (words []string, shell bool, err error) {
	words, shell, err = s.nativeLine(args)
	if err != nil || shell {
		return words, shell, err
	}
	if v, ok := scope.Get("PSNativeCommandArgumentPassing"); ok {
		if style, err := s.Types.Convert(v, nativePassingType); err == nil && style.Int64() == legacyPassing {
			words = legacyWords(words)
		}
	}
	return words, false, nil
}

func (s *Session) nativeLine(args []argument) (words []string, shell bool, err error) {
	shell = slices.ContainsFunc(args, func(a argument) bool {
		_, ok := objects.As[*ScriptBlock](a.value)
		return ok
	})
	for i := 0; i < len(args); i++ {
		a := &args[i]
		if a.bare && i == len(args)-2 && isStopParsing(a.value) {
			text, err := s.Types.Text(args[i+1].value, " ")
			return append(words, strings.Fields(s.expandPercent(text))...), shell, err
		}
		if b, ok := objects.As[*ScriptBlock](a.value); ok {
			if n := len(words); n > 0 && isCommandOption(words[n-1]) {
				words = words[:n-1]
			}
			words = append(words, "-encodedCommand", encodedCommand(b.Source()))
			continue
		}
		if shell && objects.EqualFold(a.name, "args") && i+1 < len(args) {
			i++
			encoded, err := s.encodedArguments(args[i].value)
			if err != nil {
				return nil, false, err
			}
			words = append(words, "-encodedArguments", encoded)
			continue
		}
		more, err := s.nativeWords(a)
		if err != nil {
			return nil, false, err
		}
		words = append(words, more...)
	}
	if shell {
		words = append(words, "-inputFormat", "xml", "-outputFormat", "xml")
	}
	return words, shell, nil
}

// isCommandOption reports whether a word is -Command of a shell, or short for it.
func isCommandOption(word string) bool {
	return len(word) > 1 && len(word) <= len("-command") && objects.EqualFold(word, "-command"[:len(word)])
}

func isStopParsing(v objects.Value) bool {
	text, _ := v.Str()
	return text == "--%"
}

// expandPercent replaces %NAME% by the variable of the environment, if there is one.
func (s *Session) expandPercent(text string) string {
	return percentName().ReplaceAllStringFunc(text, func(word string) string {
		if value, ok := s.Environment.Get(word[1 : len(word)-1]); ok {
			return value
		}
		return word
	})
}

var percentName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%[A-Za-z_]\w*%`) })

// encodedCommand is text as -EncodedCommand wants it: UTF-16 in Base64.
func encodedCommand(text string) string {
	units := utf16.Encode([]rune(text))
	data := make([]byte, 0, 2*len(units))
	for _, u := range units {
		data = append(data, byte(u), byte(u>>8))
	}
	return base64.StdEncoding.EncodeToString(data)
}

// nativeWords are the words of one argument.
func (s *Session) nativeWords(a *argument) ([]string, error) {
	if a.name != "" {
		return s.nativeParameter(a)
	}
	return s.nativeValue(a)
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
	return withCommas(words, a.spaces), err
}

// withCommas joins the elements of a written list as they were written: with the
// commas, and apart where a blank followed.
func withCommas(words []string, spaces []bool) []string {
	if len(spaces) == 0 || len(words) != len(spaces)+1 {
		return words
	}
	joined := words[:1:1]
	for i, word := range words[1:] {
		joined[len(joined)-1] += ","
		if spaces[i] {
			joined = append(joined, word)
			continue
		}
		joined[len(joined)-1] += word
	}
	return joined
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
