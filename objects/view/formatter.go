package view

import (
	"strconv"

	"github.com/csshell/csshell/objects"
)

// Formatter turns objects into format objects: the first of them decides the
// view, later ones follow it, and those it does not fit are shown apart, as
// Format- cmdlets and default output do.
type Formatter struct {
	s       *Settings
	request Request
	emit    func(objects.Object) error

	eval  evaluator
	make  generator // nil until the first object that is not out of band
	view  *View     // the one at work; nil for one made of properties
	group *grouping

	classes    map[layout]*class
	lastLayout layout
	lastClass  *class
}

// generator makes the format objects of one shape.
type generator interface {
	// start describes the sequence that begins with v.
	start(v objects.Value) (*FormatStart, error)
	// entry shows v.
	entry(v objects.Value) (*FormatEntry, error)
}

// NewFormatter makes a Formatter that gives its format objects to emit.
func NewFormatter(s *Settings, request Request, emit func(objects.Object) error) *Formatter {
	f := &Formatter{s: s, request: request, emit: emit, classes: make(map[layout]*class)}
	f.eval = evaluator{s: s, request: &f.request}
	return f
}

// Process shows one object of the pipeline; a collection shows its elements.
// Format objects go through as they are.
func (f *Formatter) Process(v objects.Value) error {
	if v.IsNull() {
		return nil
	}
	if p := packet(v); p != nil {
		return f.emit(p)
	}
	e := f.s.enumerable(v)
	if e == nil || f.request.Expand == CoreOnly {
		return f.object(v)
	}
	if f.request.Expand == Both {
		return f.both(v, e)
	}
	return e.Enumerate(f.object)
}

// both shows a collection and then its elements (-Expand Both).
func (f *Formatter) both(v objects.Value, e objects.Enumerable) error {
	n := 0
	if err := e.Enumerate(func(objects.Value) error { n++; return nil }); err != nil {
		return err
	}
	if err := f.emitText("The following object supports IEnumerable:"); err != nil {
		return err
	}
	if _, err := f.apart(v); err != nil {
		return err
	}
	count := "The IEnumerable contains the following " + strconv.Itoa(n) + " objects:"
	switch n {
	case 0:
		count = "The IEnumerable contains no objects."
	case 1:
		count = "The IEnumerable contains the following object:"
	}
	if err := f.emitText(count); err != nil {
		return err
	}
	return e.Enumerate(f.object)
}

// object shows one object that is not taken apart.
func (f *Formatter) object(v objects.Value) error {
	if v.IsNull() {
		return nil
	}
	var c *class
	if f.mayStandApart() {
		c = f.classify(v)
		if done, err := f.outOfBand(v, c); done || err != nil {
			return err
		}
	}
	if f.make == nil {
		if err := f.begin(v); err != nil {
			return err
		}
	} else {
		if c != nil && !c.fits {
			if done, err := f.apart(v); done || err != nil {
				return err
			}
		}
		if err := f.regroup(v); err != nil {
			return err
		}
	}
	return f.payload(v)
}

// mayStandApart reports whether objects may be shown out of band: -Force of a
// Format- cmdlet takes them apart instead.
func (f *Formatter) mayStandApart() bool { return f.request.Shape == AnyShape || !f.request.Force }

// outOfBand shows v apart if its class is to be.
func (f *Formatter) outOfBand(v objects.Value, c *class) (done bool, err error) {
	switch {
	case c.outOfBand != nil:
		entry, err := f.fromView(c.outOfBand).entry(v)
		if err != nil {
			return true, err
		}
		return true, f.emitApart(entry)
	case c.text:
		s, err := f.s.text(v)
		if err != nil {
			return true, err
		}
		return true, f.emitText(s)
	}
	return false, nil
}

// apart shows v out of band: as its class says, else as a list of its
// properties. done is false where it has none.
func (f *Formatter) apart(v objects.Value) (done bool, err error) {
	if done, err := f.outOfBand(v, f.classify(v)); done || err != nil {
		return done, err
	}
	if len(f.s.Types.PropertyNames(v)) == 0 {
		return false, nil
	}
	list := &listGenerator{evaluator: &f.eval}
	entry, err := list.entry(v)
	if err != nil {
		return true, err
	}
	return true, f.emitApart(entry)
}

func (f *Formatter) emitText(s string) error {
	return f.emitApart(&FormatEntry{kind: textEntry, cells: []string{s}})
}

func (f *Formatter) emitApart(e *FormatEntry) error {
	e.outOfBand = true
	return f.emit(e)
}

// begin starts the sequence that v is the first of.
func (f *Formatter) begin(v objects.Value) error {
	if err := f.choose(v); err != nil {
		return err
	}
	f.forget()
	start, err := f.make.start(v)
	if err != nil {
		return err
	}
	if err := f.emit(start); err != nil {
		return err
	}
	f.group = f.newGrouping()
	if _, err := f.group.update(v); err != nil {
		return err
	}
	return f.openGroup(v)
}

// regroup ends the group and starts another where the value that groups changes.
func (f *Formatter) regroup(v objects.Value) error {
	changed, err := f.group.update(v)
	if err != nil || !changed {
		return err
	}
	if err := f.emit(&GroupEnd{}); err != nil {
		return err
	}
	return f.openGroup(v)
}

func (f *Formatter) openGroup(v objects.Value) error {
	g, err := f.group.header(v)
	if err != nil {
		return err
	}
	return f.emit(g)
}

// payload shows v in the view at work, and then the errors met.
func (f *Formatter) payload(v objects.Value) error {
	f.eval.errors = f.eval.errors[:0]
	entry, err := f.make.entry(v)
	if err != nil {
		return err
	}
	if err := f.emit(entry); err != nil {
		return err
	}
	for _, record := range f.eval.errors {
		if _, err := f.apart(record); err != nil {
			return err
		}
	}
	return nil
}

// End ends the sequence, if one was begun.
func (f *Formatter) End() error {
	if f.make == nil {
		return nil
	}
	if err := f.emit(&GroupEnd{}); err != nil {
		return err
	}
	return f.emit(&FormatEnd{})
}
