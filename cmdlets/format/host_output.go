package format

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// HostOutput shows objects on the host of a session, in their default views:
// what a session's own output is written to ([runtime.Options].Output).
type HostOutput struct {
	session  *runtime.Session
	views    *view.Set
	renderer *view.Renderer // nil before the first object
	pager    *pager
}

// NewHostOutput makes the output of a session.
func NewHostOutput(s *runtime.Session, views *view.Set) *HostOutput {
	return &HostOutput{session: s, views: views}
}

// Write shows one object. Tables may be held back until [HostOutput.End].
// A message that was redirected to the output shows as what it is.
func (o *HostOutput) Write(v objects.Value) error {
	if m, ok := objects.As[*runtime.MessageRecord](v); ok {
		if err := o.Flush(); err != nil {
			return err
		}
		return o.session.Host.WriteStream(m.Stream, m.Message)
	}
	if o.renderer == nil {
		o.renderer = newRenderer(o.session, o.views, hostPage(o.session), hostLines{o.session.Host, o.pager})
	}
	return viewError(o.renderer.Process(v))
}

// WriteError writes the text of an error to the host, behind the output that
// came before it.
func (o *HostOutput) WriteError(text string) error {
	if o.renderer == nil {
		return o.session.Host.WriteErrorText(text)
	}
	return o.renderer.Notice(text)
}

// Flush shows what is held back, before a person is asked something.
func (o *HostOutput) Flush() error {
	if o.renderer == nil {
		return nil
	}
	return viewError(o.renderer.Flush())
}

// End shows what was held back; what is written afterwards starts anew. Call
// it when a script or a line of the prompt has run.
func (o *HostOutput) End() error {
	if o.renderer == nil {
		return nil
	}
	r := o.renderer
	o.renderer = nil
	return viewError(r.End())
}

// hostPage is the window of the host; its last column stays free.
func hostPage(s *runtime.Session) view.Page {
	width, height := s.Host.Size()
	width--
	coloured, _ := s.Host.Colors()
	p := view.Page{Width: width, TableWidth: width, Height: height, Style: pageStyle(s, coloured)}
	p.PlainText, p.Terminal = !p.Style.Decorations, coloured
	return p
}

// hostLines writes lines to a host.
type hostLines struct {
	host  runtime.Host
	pager *pager // nil for no pages
}

// WriteLine writes a line.
func (l hostLines) WriteLine(line string) error {
	if l.pager != nil {
		if err := l.pager.turn(1); err != nil {
			return err
		}
	}
	return l.host.WriteOutput(line + "\n")
}

// WriteText writes a text.
func (l hostLines) WriteText(s string) error { return l.WriteLine(s) }

// WriteNotice writes the text of an error.
func (l hostLines) WriteNotice(text string) error { return l.host.WriteErrorText(text) }
