package format

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// OutString gives the text that objects are shown as.
type OutString struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=NoNewLineFormatting,Class=Microsoft.PowerShell.Commands.OutStringCommand"`

	Stream      runtime.SwitchParameter `param:"ParameterSetName=StreamFormatting" help:"A string for each line."`
	Width       int                     `param:"" validate:"Range=2:2147483647" help:"The number of characters in a line."`
	NoNewline   runtime.SwitchParameter `param:"ParameterSetName=NoNewLineFormatting" help:"No line ends."`
	InputObject objects.Value           `param:"ValueFromPipeline" type:"psobject"`

	views    *view.Set
	renderer *view.Renderer
	text     text
}

// BeginProcessing starts the layout.
func (c *OutString) BeginProcessing(rt *runtime.CommandRuntime) error {
	var lines view.Lines = &c.text
	if c.Stream {
		lines = lineObjects{rt}
	}
	if !c.NoNewline {
		c.text.lineEnd = "\n"
	}
	c.renderer = newRenderer(rt.Session(), c.views, textPage(rt.Session(), c.Width), lines)
	return nil
}

// ProcessRecord shows one object.
func (c *OutString) ProcessRecord(*runtime.CommandRuntime) error {
	return viewError(c.renderer.Process(c.InputObject))
}

// EndProcessing writes the text.
func (c *OutString) EndProcessing(rt *runtime.CommandRuntime) error {
	if err := c.renderer.End(); err != nil || bool(c.Stream) {
		return viewError(err)
	}
	return rt.WriteObject(objects.String(c.text.String()))
}

// newRenderer makes a renderer for a session.
func newRenderer(s *runtime.Session, views *view.Set, page view.Page, lines view.Lines) *view.Renderer {
	return view.NewRenderer(settings(s, views, page.Terminal), page, lines)
}

// textPage is the page of strings and files: without -Width, lists break no
// lines, and tables are as wide as the window.
func textPage(s *runtime.Session, width int) view.Page {
	page := view.Page{Width: width, TableWidth: width, Style: pageStyle(s, false)}
	windowWidth, height := s.Host.Size()
	page.Height = height
	if width == 0 {
		page.Width, page.TableWidth = view.Endless, windowWidth
	}
	return page
}

// text gathers lines.
type text struct {
	strings.Builder
	lineEnd string
}

// WriteLine adds a line.
func (t *text) WriteLine(line string) error {
	t.WriteString(line)
	t.WriteString(t.lineEnd)
	return nil
}

// WriteText adds a text.
func (t *text) WriteText(s string) error { return t.WriteLine(s) }

// lineObjects writes each line down the pipeline.
type lineObjects struct{ rt *runtime.CommandRuntime }

// WriteLine writes a line.
func (l lineObjects) WriteLine(line string) error { return l.rt.WriteObject(objects.String(line)) }

// WriteText writes a text as one object, whatever lines it has.
func (l lineObjects) WriteText(s string) error { return l.rt.WriteObject(objects.String(s)) }
