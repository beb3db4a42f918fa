package help

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
)

// Views are the views of help objects.
func Views() []view.View {
	short := view.Table{Columns: []view.Column{
		{Property: "Name", Width: 33}, {Property: "Category", Width: 9}, {Label: "Module", Property: "ModuleName", Width: 25}, {Property: "Synopsis"},
	}}
	views := []view.View{
		{Name: "help", Types: []string{"HelpInfoShort"}, Body: short},
		{Name: "parameter", Types: []string{commentName + "#parameter"}, Body: view.Custom{Write: wholeParameter(commentFacts)}},
		{Name: "parameter", Types: []string{generatedName + "#parameter"}, Body: view.Custom{Write: wholeParameter(generatedFacts)}},
	}
	for _, v := range []struct {
		name  string
		write func(*page)
	}{
		{"", (*page).commentDefault}, {"#DetailedView", (*page).commentDetailed}, {"#FullView", (*page).commentFull}, {"#ExamplesView", (*page).commentExamples},
	} {
		views = append(views, view.View{Name: "help", Types: []string{commentName + v.name}, Body: pageView(v.write)})
	}
	for _, v := range []struct {
		name  string
		write func(*page)
	}{
		{"", (*page).generatedDefault}, {"#DetailedView", (*page).generatedDetailed}, {"#FullView", (*page).generatedFull}, {"#ExamplesView", (*page).generatedExamples},
	} {
		views = append(views, view.View{Name: "help", Types: []string{generatedName + v.name}, Body: pageView(v.write)})
	}
	return views
}

// page writes one help object. The first error stays, and the rest writes into
// the void.
type page struct {
	*view.Writer
	v   objects.Value
	err error
}

func pageView(write func(*page)) view.Custom {
	return view.Custom{Write: func(w *view.Writer, v objects.Value) error {
		p := &page{Writer: w, v: v}
		write(p)
		return p.err
	}}
}

const helpIndent = 4

// section writes a title and, further to the right, what body writes.
func (p *page) section(title string, body func()) {
	p.line(title)
	p.frame(body)
}

func (p *page) frame(body func()) {
	err := p.Indent(helpIndent, func() error { body(); return nil })
	if p.err == nil {
		p.err = err
	}
}

func (p *page) line(text string) {
	p.Text(text)
	p.NewLine()
}

// get is a property of a property, $null where there is none.
func (p *page) get(v objects.Value, names ...string) objects.Value {
	found, err := p.Path(v, names...)
	if err != nil && p.err == nil {
		p.err = err
	}
	return found
}

// word is the text of a property.
func (p *page) word(v objects.Value, names ...string) string {
	s, err := p.Types.Text(p.get(v, names...), "\n")
	if err != nil && p.err == nil {
		p.err = err
	}
	return s
}

// each gives the elements of a property: one value is a list of one, $null of none.
func (p *page) each(v objects.Value, names ...string) []objects.Value {
	v = p.get(v, names...)
	if v.IsNull() {
		return nil
	}
	e, ok := objects.Enumeration(v)
	if !ok {
		return []objects.Value{v}
	}
	var all []objects.Value
	err := e.Enumerate(func(item objects.Value) error { all = append(all, item); return nil })
	if err != nil && p.err == nil {
		p.err = err
	}
	return all
}

// text writes paragraphs, a line end behind each.
func (p *page) text(paragraphs []objects.Value) {
	for _, t := range paragraphs {
		p.line(p.word(t, "Text"))
	}
}

// commonParameters is the paragraph on the parameters that all commands have.
const commonParameters = "This cmdlet supports the common parameters: Verbose, Debug,\n" +
	"ErrorAction, ErrorVariable, WarningAction, WarningVariable,\n" +
	"OutBuffer, PipelineVariable, and OutVariable. For more information, see\n" +
	"about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). "

func (p *page) commonParameters() {
	p.line("<CommonParameters>")
	p.frame(func() { p.line(commonParameters) })
}

// syntaxParameter is a parameter as the syntax shows it.
func (p *page) syntaxParameter(v objects.Value) string {
	s := "-" + p.word(v, "name")
	values := p.each(v, "parameterValueGroup", "parameterValue")
	value := p.word(v, "parameterValue")
	if position := p.word(v, "position"); position != "named" && position != "Named" && (value != "" || len(values) > 0) {
		s = "[" + s + "]"
	}
	if len(values) > 0 {
		list := ""
		for i, value := range values {
			if i > 0 {
				list += " | "
			}
			word, err := p.Types.Text(value, " ")
			if err != nil {
				p.err = err
			}
			list += word
		}
		s += " {" + list + "}"
	} else if value != "" {
		s += " <" + value + ">"
	}
	if p.word(v, "required") != "true" {
		s = "[" + s + "]"
	}
	return s
}

// syntax writes the parameter sets, an empty line behind each.
func (p *page) syntax(property string, always bool) {
	for _, item := range p.each(p.v, property, "syntaxItem") {
		s := p.word(item, "name") + " "
		for _, parameter := range p.each(item, "parameter") {
			s += p.syntaxParameter(parameter) + " "
		}
		if always || p.Types.Truth(p.get(item, "CommonParameters")) {
			s += "[<CommonParameters>]"
		}
		p.line(s)
		p.NewLine()
	}
}

// examples writes the examples: title, code behind its prompt, remarks.
func (p *page) examples() {
	for _, e := range p.each(p.v, "examples", "example") {
		p.line(p.word(e, "title"))
		p.NewLine()
		for _, t := range p.each(e, "introduction") {
			p.Text(p.word(t, "Text"))
		}
		p.line(p.word(e, "code"))
		p.NewLine()
		p.text(p.each(e, "remarks"))
	}
}
