package main

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
)

// output renders what a program writes: the Out-Default at the end of every
// pipeline that nothing else takes.
type output struct {
	host     *console
	settings *view.Settings
	renderer *view.Renderer // nil between programs
}

// Write shows one object.
func (o *output) Write(v objects.Value) error {
	if o.renderer == nil {
		o.renderer = view.NewRenderer(o.settings, o.page(), o)
	}
	return o.renderer.Process(v)
}

// Close ends the program's output: what a table held back comes now.
func (o *output) Close() error {
	if o.renderer == nil {
		return o.host.Flush()
	}
	r := o.renderer
	o.renderer = nil
	if err := r.End(); err != nil {
		return err
	}
	return o.host.Flush()
}

// page is the terminal, or an endless page where output goes to a file.
func (o *output) page() view.Page {
	width, height := o.host.Size()
	terminal := o.host.terminal()
	return view.Page{Width: width, TableWidth: width, Height: height, PlainText: !terminal, Terminal: terminal}
}

// WriteLine writes a line of rendered output.
func (o *output) WriteLine(line string) error { return o.host.WriteOutput(line + "\n") }

// WriteText writes an object that is text itself.
func (o *output) WriteText(text string) error { return o.host.WriteOutput(text + "\n") }
