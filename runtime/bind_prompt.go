package runtime

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
)

// ask asks for missing mandatory parameters and binds what is typed; where
// nobody can be asked they are an error.
func (b *binder) ask(missing []*Parameter) error {
	if !b.session.Host.Interactive() {
		return b.missingMandatory(missing)
	}
	if err := b.writeRequest(missing); err != nil {
		return err
	}
	values := make([]objects.Value, len(missing))
	for i, p := range missing {
		v, err := b.askFor(p)
		if err != nil {
			if errors.Is(err, ErrNotInteractive) || errors.Is(err, io.EOF) {
				return b.missingMandatory(missing)
			}
			return err
		}
		values[i] = v
	}
	for i, p := range missing {
		if _, err := b.bind(p, &argument{value: values[i], hasValue: true}, coerce); err != nil {
			return err
		}
	}
	return nil
}

// writeRequest writes what stands above the questions.
func (b *binder) writeRequest(missing []*Parameter) error {
	position := max(b.info.PipelinePosition, 1)
	message := "Supply values for the following parameters:"
	for _, p := range missing {
		if b.helpMessage(p) != "" {
			message += "\n(Type !? for Help.)"
			break
		}
	}
	return b.session.writeQuestion("cmdlet "+b.command.Name()+" at command pipeline position "+strconv.Itoa(position), message)
}

func (b *binder) helpMessage(p *Parameter) string {
	for i := range p.Sets {
		if p.Sets[i].HelpMessage != "" {
			return p.Sets[i].HelpMessage
		}
	}
	return ""
}

// askFor asks for one parameter: a list element by element, until an empty line.
func (b *binder) askFor(p *Parameter) (objects.Value, error) {
	if p.Type.Elem == nil {
		v, _, err := b.askItem(p, p.Name, p.Type)
		return v, err
	}
	var items []objects.Value
	for {
		v, empty, err := b.askItem(p, p.Name+"["+strconv.Itoa(len(items))+"]", p.Type.Elem)
		if err != nil {
			return objects.Null, err
		}
		if empty {
			return objects.Of(objects.NewArray(p.Type.Elem, items)), nil
		}
		items = append(items, v)
	}
}

// askItem asks for one value; empty reports that nothing was typed.
func (b *binder) askItem(p *Parameter, label string, t *objects.Type) (v objects.Value, empty bool, err error) {
	if t != automation.PSCredentialType {
		return b.askLine(p, label, t)
	}
	if err := b.say(label); err != nil {
		return objects.Null, false, err
	}
	c, err := b.session.PromptForCredential("", "", "")
	if err != nil {
		return objects.Null, false, err
	}
	return objects.Of(c), c.Password.Plain() == "", nil
}

// askLine asks until a line converts to the type. What begins with ! is a request
// to the prompt itself.
func (b *binder) askLine(p *Parameter, label string, t *objects.Type) (v objects.Value, empty bool, err error) {
	for {
		line, err := b.session.readLine(label+": ", isSecret(t))
		if err != nil {
			return objects.Null, false, err
		}
		v := objects.String(line)
		if strings.HasPrefix(line, "!") && !isSecret(t) {
			answer, done, err := b.promptCommand(p, line)
			if err != nil {
				return objects.Null, false, err
			}
			if !done {
				continue
			}
			v = answer
		} else if line == "" && p.Type.Elem != nil {
			return objects.Null, true, nil
		}
		v, err = b.answer(p, v, t)
		if err == nil {
			return v, line == "", nil
		}
		if err := b.say(`Cannot recognize "` + line + `" as a ` + netName(t) + " due to a format error."); err != nil {
			return objects.Null, false, err
		}
	}
}

// promptCommand does what a line with ! in front asks for: !? explains the
// parameter, !"" is an empty string, !$null is null and !! is one !. done
// reports that it gave an answer.
func (b *binder) promptCommand(p *Parameter, line string) (answer objects.Value, done bool, err error) {
	switch command := line[1:]; {
	case strings.HasPrefix(command, "!"):
		return objects.String(command), true, nil
	case command == `""`:
		return objects.String(""), true, nil
	case command == "$null":
		return objects.Null, true, nil
	case command != "?":
		return objects.Null, false, b.say(`"` + line + `" cannot be recognized as a valid Prompt command.`)
	}
	text := b.helpMessage(p)
	if text == "" {
		text = "No help is available for " + p.Name + "."
	}
	return objects.Null, false, b.say(text)
}

// say writes a line among the questions.
func (b *binder) say(text string) error {
	return b.session.question(b.session.wrapped(text), "", true)
}

func isSecret(t *objects.Type) bool { return t == automation.SecureStringType }

// answer is what was typed as a value of the type. Types that read their arguments
// themselves get the text.
func (b *binder) answer(p *Parameter, v objects.Value, t *objects.Type) (objects.Value, error) {
	line, isText := v.Str()
	switch {
	case !isText, t == objects.StringType, t == objects.ObjectType, t == objects.PSObjectType, t.Class != nil, p.bindsItself:
		return v, nil
	case isSecret(t):
		return objects.Of(automation.NewSecureString(line)), nil
	}
	return b.session.Types.Convert(v, t)
}
