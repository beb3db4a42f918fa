package runtime

import (
	"errors"
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
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
			if errors.Is(err, ErrNotInteractive) {
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
		v, _, err := b.askLine(p, p.Name, p.Type)
		return v, err
	}
	var items []objects.Value
	for {
		v, empty, err := b.askLine(p, p.Name+"["+strconv.Itoa(len(items))+"]", p.Type.Elem)
		if err != nil {
			return objects.Null, err
		}
		if empty {
			return objects.Of(objects.NewArray(p.Type.Elem, items)), nil
		}
		items = append(items, v)
	}
}

// askLine asks until a line converts to the type; !? shows the parameter's help.
func (b *binder) askLine(p *Parameter, label string, t *objects.Type) (v objects.Value, empty bool, err error) {
	for {
		line, err := b.session.readLine(label+": ", isSecret(t))
		if err != nil {
			return objects.Null, false, err
		}
		if line == "!?" {
			if err := b.showHelp(p); err != nil {
				return objects.Null, false, err
			}
			continue
		}
		if line == "" && p.Type.Elem != nil {
			return objects.Null, true, nil
		}
		v, err := b.answer(line, t)
		if err == nil {
			return v, line == "", nil
		}
		text := `Cannot recognize "` + line + `" as a ` + netName(t) + " due to a format error."
		if err := b.session.Host.WriteHost(text, "", "", true); err != nil {
			return objects.Null, false, err
		}
	}
}

func isSecret(t *objects.Type) bool { return t.FullName == "System.Security.SecureString" }

// answer is a typed line as a value of the type.
func (b *binder) answer(line string, t *objects.Type) (objects.Value, error) {
	v := objects.String(line)
	switch {
	case t == objects.StringType || t == objects.ObjectType || t == objects.PSObjectType:
		return v, nil
	case isSecret(t):
		made, err := b.session.Types.InvokeStatic(b.session.ctx, t, objects.Invocation{Name: "new"})
		for i := 0; i < utf16.Len(line) && err == nil; i++ {
			unit, _ := utf16.At(line, i)
			_, err = b.session.Types.Invoke(b.session.ctx, made, objects.Invocation{Name: "AppendChar", Args: []objects.Value{objects.Char(unit)}})
		}
		return made, err
	}
	return b.session.Types.Convert(v, t)
}

func (b *binder) showHelp(p *Parameter) error {
	text := b.helpMessage(p)
	if text == "" {
		text = "No help is available for " + p.Name + "."
	}
	return b.session.Host.WriteHost(text, "", "", true)
}
