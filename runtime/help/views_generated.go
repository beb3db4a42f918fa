package help

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// The pages of help that nobody wrote: what a command's declaration shows.

func (p *page) generatedDefault() {
	p.generatedHead()
	p.section("SYNTAX", func() { p.syntax("Syntax", false) })
	p.NewLine()
	p.generatedEnd()
}

func (p *page) generatedDetailed() {
	p.generatedHead()
	p.generatedSyntax()
	p.generatedParameters(func(parameter objects.Value) {
		p.parameterTitle(parameter)
		p.frame(func() { p.text(p.each(parameter, "description")) })
		p.NewLine()
	})
	p.NewLine()
	p.generatedEnd()
}

func (p *page) generatedFull() {
	p.generatedHead()
	p.generatedSyntax()
	p.generatedParameters(func(parameter objects.Value) {
		p.parameterTitle(parameter)
		p.frame(func() {
			p.parameterText(parameter)
			generatedFacts(p, parameter)
			p.NewLine()
		})
	})
	p.frame(p.NewLine)
	p.generatedTypes("INPUTS", "inputTypes", "inputType")
	p.frame(p.NewLine)
	p.generatedTypes("OUTPUTS", "returnValues", "returnValue")
	p.generatedEnd()
}

func (p *page) generatedExamples() {
	p.section("NAME", func() { p.line(p.word(p.v, "Name")) })
	p.NewLine()
	p.generatedEnd()
}

func (p *page) generatedHead() {
	p.section("NAME", func() {
		p.line(p.word(p.v, "Name"))
		p.NewLine()
	})
}

func (p *page) generatedSyntax() {
	p.section("SYNTAX", func() {
		p.syntax("Syntax", false)
		p.NewLine()
	})
}

// generatedParameters writes the parameters, or that there are none.
func (p *page) generatedParameters(write func(objects.Value)) {
	p.section("PARAMETERS", func() {
		all := p.each(p.v, "parameters", "parameter")
		common := p.Types.Truth(p.get(p.v, "CommonParameters"))
		for _, parameter := range all {
			write(parameter)
		}
		if common {
			p.commonParameters()
		} else if len(all) == 0 {
			p.line("None")
		} else {
			return
		}
		p.NewLine()
	})
}

func (p *page) generatedTypes(title, part, item string) {
	p.section(title, func() {
		for _, t := range p.each(p.v, part, item) {
			p.line(p.word(t, "type", "name"))
		}
	})
}

// generatedEnd writes aliases and remarks.
func (p *page) generatedEnd() {
	p.section("ALIASES", func() {
		p.line(p.word(p.v, "aliases"))
	})
	p.NewLine()
	p.section("REMARKS", func() {
		p.line(strings.TrimSuffix(p.word(p.v, "remarks"), "\n"))
	})
	p.NewLine()
}

// generatedFacts writes the facts of a parameter.
func generatedFacts(p *page, v objects.Value) {
	p.line("Required?                    " + p.word(v, "required"))
	p.line("Position?                    " + p.word(v, "position"))
	p.line("Accept pipeline input?       " + p.word(v, "pipelineInput"))
	p.line("Parameter set name           " + p.word(v, "parameterSetName"))
	p.line("Aliases                      " + p.word(v, "aliases"))
	p.line("Dynamic?                     " + p.word(v, "isDynamic"))
	p.line("Accept wildcard characters?  " + p.word(v, "globbing"))
}
