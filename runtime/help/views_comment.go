package help

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
)

// The pages of help that somebody wrote: what -Full, -Detailed and -Examples
// show of it, and what is shown without them.

func (p *page) commentDefault() {
	p.commentHead()
	p.NewLine()
	p.links()
	p.NewLine()
	p.hints()
}

func (p *page) commentDetailed() {
	p.commentHead()
	p.NewLine()
	p.section("PARAMETERS", func() {
		for _, parameter := range p.each(p.v, "parameters", "parameter") {
			p.parameterTitle(parameter)
			p.frame(func() { p.parameterText(parameter) })
		}
		p.commonParameters()
		p.NewLine()
	})
	p.frame(p.examples)
	p.hints()
}

func (p *page) commentFull() {
	p.commentHead()
	p.NewLine()
	p.section("PARAMETERS", func() {
		for _, parameter := range p.each(p.v, "parameters", "parameter") {
			p.parameterTitle(parameter)
			p.frame(func() {
				p.parameterText(parameter)
				commentFacts(p, parameter)
				p.NewLine()
			})
		}
		p.commonParameters()
		p.NewLine()
	})
	p.typeSection("INPUTS", "inputTypes", "inputType")
	p.typeSection("OUTPUTS", "returnValues", "returnValue")
	p.notes()
	p.frame(func() {
		p.examples()
		p.NewLine()
	})
	p.links()
	p.NewLine()
}

func (p *page) commentExamples() {
	p.commentTitle()
	p.frame(p.examples)
}

// commentTitle writes name and synopsis.
func (p *page) commentTitle() {
	p.section("NAME", func() {
		p.line(p.word(p.v, "Name"))
		p.NewLine()
	})
	p.section("SYNOPSIS", func() {
		if s := p.word(p.v, "Synopsis"); s != "" {
			p.line(s)
		}
		p.NewLine()
		p.NewLine()
	})
}

// commentHead writes name, synopsis, syntax and description.
func (p *page) commentHead() {
	p.commentTitle()
	p.section("SYNTAX", func() {
		p.syntax("syntax", true)
		p.NewLine()
	})
	p.section("DESCRIPTION", func() {
		p.text(p.each(p.v, "description"))
		p.NewLine()
	})
}

// typeSection writes the types that a command takes or gives.
func (p *page) typeSection(title, part, item string) {
	p.section(title, func() {
		for _, t := range p.each(p.v, part, item) {
			p.line(p.word(t, "type", "name"))
			p.NewLine()
		}
		p.NewLine()
	})
}

func (p *page) notes() {
	alerts := p.each(p.v, "alertSet", "alert")
	if len(alerts) == 0 {
		return
	}
	p.section("NOTES", func() {
		p.NewLine()
		p.NewLine()
		p.frame(func() { p.text(alerts) })
		p.NewLine()
	})
}

func (p *page) links() {
	p.section("RELATED LINKS", func() {
		for _, link := range p.each(p.v, "relatedLinks", "navigationLink") {
			text := p.word(link, "linkText")
			if text != "" {
				text += " "
			}
			p.line(text + p.word(link, "uri"))
		}
	})
}

// hints say how to see more.
func (p *page) hints() {
	name := p.word(p.v, "Name")
	p.section("REMARKS", func() {
		p.line(`To see the examples, type: "Get-Help ` + name + ` -Examples"`)
		p.line(`For more information, type: "Get-Help ` + name + ` -Detailed"`)
		p.line(`For technical information, type: "Get-Help ` + name + ` -Full"`)
		online := slices.ContainsFunc(p.each(p.v, "relatedLinks", "navigationLink"), func(link objects.Value) bool { return p.word(link, "uri") != "" })
		if online {
			p.Text(`For online help, type: "Get-Help ` + name + ` -Online"`)
		}
		p.NewLine()
	})
}

// parameterTitle writes a parameter's name and type; a switch's type stands in
// brackets.
func (p *page) parameterTitle(v objects.Value) {
	s := "-" + p.word(v, "name")
	switch value := p.word(v, "parameterValue"); value {
	case "":
	case "SwitchParameter":
		s += " [<" + value + ">]"
	default:
		s += " <" + value + ">"
	}
	p.line(s)
}

// parameterText writes what is said of a parameter and an empty line.
func (p *page) parameterText(v objects.Value) {
	p.text(p.each(v, "description"))
	p.NewLine()
}

// commentFacts writes the facts of a parameter.
func commentFacts(p *page, v objects.Value) {
	p.line("Required?                    " + p.word(v, "required"))
	p.line("Position?                    " + p.word(v, "position"))
	p.line("Default value                " + p.word(v, "defaultValue"))
	p.line("Accept pipeline input?       " + p.word(v, "pipelineInput"))
	p.line("Aliases                      " + p.word(v, "aliases"))
	p.line("Accept wildcard characters?  " + p.word(v, "globbing"))
}

// wholeParameter is the view of a parameter alone (Get-Help -Parameter).
func wholeParameter(facts func(*page, objects.Value)) func(*view.Writer, objects.Value) error {
	return func(w *view.Writer, v objects.Value) error {
		p := &page{Writer: w, v: v}
		p.parameterTitle(v)
		p.frame(func() {
			p.parameterText(v)
			facts(p, v)
			p.NewLine()
		})
		return p.err
	}
}
