package view

import (
	"math"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/style"
)

// Page is what a Renderer knows of the place it writes for.
type Page struct {
	// Width is where lists, groups and custom views break lines, in cells;
	// [Endless] for a file or a string without -Width.
	Width int
	// TableWidth is the width of tables and wide views.
	TableWidth int
	// Height is the number of lines of a page, for -RepeatHeader.
	Height int
	Style  Style
	// PlainText says that colours in texts are dropped as well: output of the
	// host that does not go to a terminal.
	PlainText bool
	// Terminal says that a person's terminal reads the text: control characters
	// in the data are then shown instead of sent.
	Terminal bool
}

// Endless is the width of a page that breaks no lines.
const Endless = math.MaxInt32

// Lines takes the lines that a Renderer makes. An error means stop.
type Lines interface {
	// WriteLine writes a line, without its end.
	WriteLine(line string) error
	// WriteText writes an object that is text itself: it may have lines of its
	// own, and one more line end belongs to it.
	WriteText(text string) error
}

// Noticer is where lines go that also takes notices: see [Renderer.Notice].
type Noticer interface {
	// WriteNotice writes a text with its line ends.
	WriteNotice(text string) error
}

// Renderer lays out format objects on lines; objects that nobody formatted go
// through a Formatter with default views first. It is what Out- cmdlets and
// redirections to files are made of.
type Renderer struct {
	s     *Settings
	page  Page
	lines Lines

	formatter *Formatter // of raw objects, from the first on
	start     *FormatStart
	inGroup   bool
	writer    groupWriter
	queue     queue
	wrapper   wrapper
}

// groupWriter lays out the objects of one group.
type groupWriter interface {
	// open begins the group; headed says that a header was written.
	open(headed bool) error
	entry(e *FormatEntry) error
	close() error
}

// NewRenderer makes a Renderer that writes lines for the page.
func NewRenderer(s *Settings, page Page, lines Lines) *Renderer {
	return &Renderer{s: s, page: page, lines: lines, wrapper: wrapper{words: s.SplitWords}}
}

// OutOfSequence is the error of format objects that come in an order that no
// Format- cmdlet writes them in ("ConsoleLineOutputOutOfSequencePacket").
type OutOfSequence struct{ Type *objects.Type }

// Error says which object is out of sequence.
func (e *OutOfSequence) Error() string { return e.Type.Name() + " is out of sequence" }

// Process shows one object of the pipeline.
func (r *Renderer) Process(v objects.Value) error {
	if v.IsNull() {
		return nil
	}
	if p := packet(v); p != nil {
		return r.Packet(p)
	}
	if r.formatter == nil {
		if s, ok := v.Ref().(string); ok && !r.queue.holding {
			return r.text(s)
		}
		r.formatter = NewFormatter(r.s, Request{}, r.Packet)
	}
	return r.formatter.Process(v)
}

// Notice writes a text that is no output, such as an error, behind the objects
// that came before it, which may be held back.
func (r *Renderer) Notice(text string) error {
	if r.queue.holding {
		r.queue.add(&FormatEntry{outOfBand: true, kind: noticeEntry, cells: []string{text}})
		return nil
	}
	return r.notice(text)
}

// Flush shows what is held back, with the widths that it needs so far.
func (r *Renderer) Flush() error {
	if !r.queue.holding {
		return nil
	}
	r.queue.measure()
	return r.queue.drain(r.show)
}

func (r *Renderer) notice(text string) error {
	if n, ok := r.lines.(Noticer); ok {
		return n.WriteNotice(text)
	}
	return r.text(text)
}

// End shows what was held back and ends the output.
func (r *Renderer) End() error {
	if r.formatter != nil {
		f := r.formatter
		r.formatter = nil
		if err := f.End(); err != nil {
			return err
		}
	}
	return r.queue.drain(r.show)
}

// Packet takes one format object.
func (r *Renderer) Packet(p objects.Object) error {
	if s, ok := p.(*FormatStart); ok {
		if r.start != nil {
			if err := r.interrupt(); err != nil {
				return err
			}
		}
		r.queue.begin(s)
	}
	if !r.queue.add(p) {
		return r.show(p)
	}
	if r.queue.full(p) {
		r.queue.measure()
		return r.queue.drain(r.show)
	}
	return nil
}

// interrupt closes a sequence that another one begins in: that of raw objects
// in its own way, any other where it stands.
func (r *Renderer) interrupt() error {
	if f := r.formatter; f != nil {
		r.formatter = nil
		return f.End()
	}
	if err := r.Flush(); err != nil {
		return err
	}
	if r.inGroup {
		if err := r.show(&GroupEnd{}); err != nil {
			return err
		}
	}
	r.start = nil
	return nil
}

// show lays out one format object.
func (r *Renderer) show(p objects.Object) error {
	switch p := p.(type) {
	case *FormatStart:
		r.start = p
		return nil
	case *GroupStart:
		return r.openGroup(p)
	case *FormatEntry:
		return r.entry(p)
	case *GroupEnd:
		return r.closeGroup()
	case *FormatEnd:
		return r.endSequence()
	default:
		return &OutOfSequence{p.Type()}
	}
}

// endSequence leaves a line behind all but lists, which end with one anyway.
func (r *Renderer) endSequence() error {
	s := r.start
	r.start = nil
	if s == nil || r.inGroup {
		return &OutOfSequence{FormatEndType}
	}
	if s.shape == ListShape {
		return nil
	}
	return r.line("")
}

func (r *Renderer) openGroup(g *GroupStart) error {
	if r.start == nil || r.inGroup {
		return &OutOfSequence{GroupStartType}
	}
	if g.grouped {
		if err := r.line(""); err != nil {
			return err
		}
		if err := r.custom(g.header, r.page.Width); err != nil {
			return err
		}
		if err := r.line(""); err != nil {
			return err
		}
	}
	r.inGroup = true
	r.writer = r.newWriter()
	return r.writer.open(g.grouped)
}

func (r *Renderer) newWriter() groupWriter {
	switch r.start.shape {
	case TableShape:
		return newTableWriter(r)
	case WideShape:
		return newWideWriter(r)
	case CustomShape:
		return &customWriter{r}
	default:
		return &listWriter{r}
	}
}

func (r *Renderer) closeGroup() error {
	if !r.inGroup {
		return &OutOfSequence{GroupEndType}
	}
	r.inGroup = false
	return r.writer.close()
}

func (r *Renderer) entry(e *FormatEntry) error {
	if e.outOfBand {
		return r.apart(e)
	}
	if !r.inGroup {
		return &OutOfSequence{FormatEntryType}
	}
	return r.writer.entry(e)
}

// apart shows an object out of band.
func (r *Renderer) apart(e *FormatEntry) error {
	switch e.kind {
	case textEntry:
		return r.text(e.cells[0])
	case noticeEntry:
		return r.notice(e.cells[0])
	case customEntry:
		return r.custom(e.nodes, Endless)
	}
	if err := r.line(""); err != nil {
		return err
	}
	if err := r.list(e.fields); err != nil {
		return err
	}
	return r.line("")
}

// line writes one line of a layout.
func (r *Renderer) line(s string) error {
	if r.page.Terminal {
		s = harmless(s)
	}
	if !r.page.Style.Decorations {
		s = style.Plain(s)
	}
	return r.lines.WriteLine(s)
}

// text writes an object that is text itself.
func (r *Renderer) text(s string) error {
	if r.page.Terminal {
		s = harmless(s)
	}
	if r.page.PlainText {
		s = style.Plain(s)
	}
	return r.lines.WriteText(s)
}

// styled is s in a style of the page.
func (r *Renderer) styled(sequence, s string) string {
	if sequence == "" {
		return s
	}
	return sequence + s + r.page.Style.Reset
}

// blanks are n blanks.
func blanks(n int) string {
	const many = "                                                                                                                                "
	switch {
	case n <= 0:
		return ""
	case n <= len(many):
		return many[:n]
	}
	return strings.Repeat(" ", n)
}
