package runtime

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
)

// ErrNotInteractive is what a Host answers where nobody can be asked.
var ErrNotInteractive = errors.New("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.")

// notInteractive is ErrNotInteractive as scripts see it.
func notInteractive() error {
	e := objects.NewException(objects.PSInvalidOperationException, ErrNotInteractive.Error()).WithID("InvalidOperation").Because(ErrNotInteractive)
	e.Category = int(InvalidOperation)
	return e
}

// Choice is one answer of a question
// (System.Management.Automation.Host.ChoiceDescription). An & stands before the
// letter of its label that chooses it.
type Choice struct{ Label, Help string }

// split gives the label without the mark and the letter that chooses it.
func (c *Choice) split() (label, key string) {
	before, after, ok := strings.Cut(c.Label, "&")
	if !ok || after == "" {
		return c.Label, ""
	}
	_, size := firstRune(after)
	return before + after, strings.ToUpper(after[:size])
}

func firstRune(s string) (r rune, size int) {
	for i, c := range s {
		if i > 0 {
			return r, i
		}
		r = c
	}
	return r, len(s)
}

// PromptForChoice asks a question and gives the index of the answer, which may
// be its letter or its whole label; nothing typed means the standard choice, -1
// for none. A ? explains the choices
// (System.Management.Automation.Host.PSHostUserInterface.PromptForChoice).
func (s *Session) PromptForChoice(caption, message string, choices []Choice, standard int) (int, error) {
	if !s.Host.Interactive() {
		return 0, notInteractive()
	}
	if err := s.writeQuestion(caption, message); err != nil {
		return 0, err
	}
	i, err := s.askForChoice(choices, standard)
	if err == nil {
		s.transcribeChoice(caption, message, choices, i)
	}
	return i, err
}

// transcribeChoice is what a transcript gets of a question: its labels as they were
// given, and the letter of the answer.
func (s *Session) transcribeChoice(caption, message string, choices []Choice, answer int) {
	labels := make([]string, len(choices))
	for i := range choices {
		labels[i] = choices[i].Label
	}
	label, key := choices[answer].split()
	if key == "" {
		key = label
	}
	s.transcribe(strings.Join([]string{caption, message, strings.Join(labels, "  "), key, ""}, "\n"))
}

// askForChoice asks until one of the choices is named.
func (s *Session) askForChoice(choices []Choice, standard int) (int, error) {
	for {
		hint, err := s.writeChoices(choices, standard)
		if err != nil {
			return 0, err
		}
		answer, err := s.readAnswer(hint)
		if err != nil {
			return 0, err
		}
		answer = strings.TrimSpace(answer)
		if answer == "" && standard >= 0 {
			return standard, nil
		}
		if answer == "?" {
			if err := s.explainChoices(choices); err != nil {
				return 0, err
			}
			continue
		}
		if i := chosen(choices, answer); i >= 0 {
			return i, nil
		}
	}
}

// writeQuestion writes the caption after an empty line, and the message.
func (s *Session) writeQuestion(caption, message string) error {
	if caption != "" {
		if err := s.question("", "", true); err != nil {
			return err
		}
		if err := s.question(s.wrapped(caption), "White", true); err != nil {
			return err
		}
	}
	if message == "" {
		return nil
	}
	return s.question(s.wrapped(message), "", true)
}

// questionWidth is how wide the lines of a question may be: the last cell of the
// window stays free, so that the terminal does not break them itself.
func (s *Session) questionWidth() int {
	width, _ := s.Host.Size()
	return max(width-1, 1)
}

// wrapped is a text broken between words to fit the window.
func (s *Session) wrapped(text string) string {
	return strings.Join(view.WrapWords(text, s.questionWidth()), "\n")
}

// writeChoices writes the choices beside each other and what can be typed; a new
// line begins where the window ends.
func (s *Session) writeChoices(choices []Choice, standard int) (hint string, err error) {
	w := choiceWriter{session: s, width: s.questionWidth()}
	for i := range choices {
		label, key := choices[i].split()
		colour := "White"
		if i == standard {
			colour = "Yellow"
		}
		if err := w.write("["+key+"] "+label+"  ", colour); err != nil {
			return "", err
		}
	}
	hint = choiceHint(choices, standard)
	return hint, w.fit(hint)
}

// choiceWriter breaks lines between choices, never in one.
type choiceWriter struct {
	session       *Session
	width, column int
}

// fit begins a new line where the text does not fit into this one.
func (w *choiceWriter) fit(text string) error {
	w.column += view.Cells(text)
	if w.column <= w.width {
		return nil
	}
	w.column = view.Cells(text)
	return w.session.question("", "", true)
}

func (w *choiceWriter) write(text, colour string) error {
	if err := w.fit(text); err != nil {
		return err
	}
	return w.session.question(text, colour, false)
}

func choiceHint(choices []Choice, standard int) string {
	if standard < 0 {
		return "[?] Help "
	}
	label, key := choices[standard].split()
	if key == "" {
		key = label
	}
	return `[?] Help (default is "` + key + `"): `
}

func (s *Session) explainChoices(choices []Choice) error {
	for i := range choices {
		label, key := choices[i].split()
		if key == "" {
			key = label
		}
		if err := s.question(s.wrapped(key+" - "+choices[i].Help), "", true); err != nil {
			return err
		}
	}
	return nil
}

// chosen is the choice that an answer means; -1 for none.
func chosen(choices []Choice, answer string) int {
	for i := range choices {
		if label, key := choices[i].split(); strings.EqualFold(answer, label) || key != "" && strings.EqualFold(answer, key) {
			return i
		}
	}
	return -1
}

// readAnswer reads a line; without a person to ask it is an error of the
// script, and Ctrl+C stops the pipeline.
func (s *Session) readAnswer(prompt string) (string, error) { return s.readLine(prompt, false) }

func (s *Session) readLine(prompt string, secret bool) (string, error) {
	var line string
	var err error
	s.Aside(func() { line, err = s.Host.ReadLine(prompt, secret) })
	if errors.Is(err, ErrNotInteractive) {
		return "", notInteractive()
	}
	return line, err
}
