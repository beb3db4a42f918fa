package runtime

import (
	"slices"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

var (
	choiceType = &objects.Type{FullName: hostNamespace + "ChoiceDescription", Kind: objects.KindObject}
	fieldType  = &objects.Type{FullName: hostNamespace + "FieldDescription", Kind: objects.KindObject}
)

// choiceObject is a ChoiceDescription.
type choiceObject struct{ Choice }

// Type is System.Management.Automation.Host.ChoiceDescription.
func (*choiceObject) Type() *objects.Type { return choiceType }

// fieldObject is a FieldDescription: one question of $Host.UI.Prompt.
type fieldObject struct {
	name, label, help string
	mandatory         bool
	typ               *objects.Type
}

// Type is System.Management.Automation.Host.FieldDescription.
func (*fieldObject) Type() *objects.Type { return fieldType }

// wordsProperty is a text property that can be set.
func wordsProperty[T objects.Object](name string, of func(T) *string) objects.Property {
	return objects.Property{
		Signature: "string " + name + " {get;set;}",
		Get: func(this objects.Value) (objects.Value, error) {
			o, _ := objects.As[T](this)
			return objects.String(*of(o)), nil
		},
		Set: func(this, v objects.Value) error {
			o, _ := objects.As[T](this)
			*of(o), _ = v.Str()
			return nil
		},
	}
}

func declareChoice() *objects.Declaration {
	return &objects.Declaration{
		Type: choiceType,
		Properties: []objects.Property{
			text("string Label {get;}", func(c *choiceObject) string { return c.Label }),
			wordsProperty("HelpMessage", func(c *choiceObject) *string { return &c.Help }),
		},
		Constructors: []objects.Method{
			objects.Total("new(string label)", func(c *objects.Call) objects.Value { return objects.Of(&choiceObject{Choice{Label: c.Str(0)}}) }),
			objects.Total("new(string label, string helpMessage)", func(c *objects.Call) objects.Value {
				return objects.Of(&choiceObject{Choice{Label: c.Str(0), Help: c.Str(1)}})
			}),
		},
	}
}

func declareField() *objects.Declaration {
	return &objects.Declaration{
		Type: fieldType,
		Properties: []objects.Property{
			text("string Name {get;}", func(f *fieldObject) string { return f.name }),
			wordsProperty("Label", func(f *fieldObject) *string { return &f.label }),
			wordsProperty("HelpMessage", func(f *fieldObject) *string { return &f.help }),
			value("bool IsMandatory {get;set;}", func(f *fieldObject) objects.Value { return objects.Bool(f.mandatory) }),
			text("string ParameterTypeName {get;}", func(f *fieldObject) string { return f.typ.Name() }),
			text("string ParameterTypeFullName {get;}", func(f *fieldObject) string { return f.typ.FullName }),
		},
		Methods: []objects.Method{
			method("void SetParameterType(type parameterType)", func(f *fieldObject, c *objects.Call) (objects.Value, error) {
				if t, ok := objects.As[objects.RuntimeType](c.Args[0]); ok {
					f.typ = t.Target
				}
				return none(), nil
			}),
		},
		Constructors: []objects.Method{objects.Total("new(string name)", func(c *objects.Call) objects.Value {
			return objects.Of(&fieldObject{name: c.Str(0), typ: objects.StringType, mandatory: true})
		})},
	}
}

// choicesOf are the choices in argument i.
func choicesOf(c *objects.Call, i int) ([]Choice, error) {
	var choices []Choice
	e, ok := objects.Enumeration(c.Args[i])
	if !ok {
		return nil, nil
	}
	err := e.Enumerate(func(v objects.Value) error {
		v, err := c.Types.Convert(v, choiceType)
		if err != nil {
			return err
		}
		if o, ok := objects.As[*choiceObject](v.Base()); ok {
			choices = append(choices, o.Choice)
		}
		return nil
	})
	if err == nil && len(choices) == 0 {
		return nil, objects.NewException(objects.PSArgumentException, `"choices" should have at least one element.`)
	}
	return choices, err
}

func checkChoice(i, count int, name string) error {
	if i >= -1 && i < count {
		return nil
	}
	return objects.NewException(objects.PSArgumentException, `"`+name+`" must be a valid index into "choice" or -1 for no default choice. (Parameter '`+name+"')\nActual value was "+strconv.Itoa(i)+".")
}

func promptForChoice(u *hostUI, c *objects.Call) (objects.Value, error) {
	choices, err := choicesOf(c, 2)
	if err == nil {
		err = checkChoice(c.Int(3), len(choices), "defaultChoice")
	}
	if err != nil {
		return objects.Null, err
	}
	i, err := u.session.PromptForChoice(c.Str(0), c.Str(1), choices, c.Int(3))
	return objects.Int(i), err
}

// promptForChoices asks for any number of choices, until an empty line; nothing
// at all means the standard ones (IHostUISupportsMultipleChoiceSelection).
func promptForChoices(u *hostUI, c *objects.Call) (objects.Value, error) {
	choices, err := choicesOf(c, 2)
	if err != nil {
		return objects.Null, err
	}
	var standard []int
	for _, v := range c.Items(3) {
		standard = append(standard, int(v.Int64()))
		if err := checkChoice(int(v.Int64()), len(choices), "defaultChoice"); err != nil {
			return objects.Null, err
		}
	}
	picked, err := u.session.promptForSeveral(c.Str(0), c.Str(1), choices, standard)
	items := make([]objects.Value, len(picked))
	for i, p := range picked {
		items[i] = objects.Int(p)
	}
	return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.Int32Type), items)), err
}

func (s *Session) promptForSeveral(caption, message string, choices []Choice, standard []int) ([]int, error) {
	if !s.Host.Interactive() {
		return nil, notInteractive()
	}
	if err := s.writeQuestion(caption, message); err != nil {
		return nil, err
	}
	if err := s.listChoices(choices, standard); err != nil {
		return nil, err
	}
	var picked []int
	for {
		if err := s.question("Choice["+strconv.Itoa(len(picked))+"]: ", "White", false); err != nil {
			return nil, err
		}
		answer, err := s.readAnswer("")
		if err != nil {
			return nil, err
		}
		switch answer = strings.TrimSpace(answer); {
		case answer == "" && len(picked) == 0:
			return standard, nil
		case answer == "":
			return picked, nil
		case answer == "?":
			err = s.explainChoices(choices)
		default:
			if i := chosen(choices, answer); i >= 0 {
				picked = append(picked, i)
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

// listChoices writes the choices, a line each, and which are the standard ones.
func (s *Session) listChoices(choices []Choice, standard []int) error {
	var keys []string
	for i := range choices {
		label, key := choices[i].split()
		colour := "White"
		if slices.Contains(standard, i) {
			colour = "Yellow"
			keys = append(keys, key)
		}
		if err := s.question("["+key+"] "+label+"  ", colour, true); err != nil {
			return err
		}
	}
	if err := s.question("[?] Help", "", true); err != nil || len(keys) == 0 {
		return err
	}
	word := "choice is "
	if len(keys) > 1 {
		word = "choices are "
	}
	return s.question("(default "+word+strings.Join(keys, ",")+")", "", true)
}

// promptFields asks for each field and gives the answers by name.
func promptFields(u *hostUI, c *objects.Call) (objects.Value, error) {
	s := u.session
	if !s.Host.Interactive() {
		return objects.Null, notInteractive()
	}
	message := c.Str(1)
	fields := c.Items(2)
	for _, v := range fields {
		if f, ok := objects.As[*fieldObject](v.Base()); ok && f.help != "" {
			message += "\n(Type !? for Help.)"
			break
		}
	}
	if err := s.writeQuestion(c.Str(0), message); err != nil {
		return objects.Null, err
	}
	b := &binder{session: s}
	answers := objects.NewDictionary(objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.PSObjectType), true)
	for _, v := range fields {
		f, ok := objects.As[*fieldObject](v.Base())
		if !ok {
			continue
		}
		p := &Parameter{Name: f.name, Type: f.typ, Sets: []ParameterInSet{{HelpMessage: f.help}}}
		answer, err := b.askFor(p)
		if err != nil {
			return objects.Null, err
		}
		answers.Set(objects.String(f.name), answer)
	}
	return objects.Of(answers), nil
}
