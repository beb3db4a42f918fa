package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// frame is what running code works with: its session, the scope that its
// variables live in and the streams that it writes to.
type frame struct {
	session *Session
	scope   *Scope
	streams *Streams
	// result takes what return gives in a method of a class, whose other output
	// is dropped; nil elsewhere.
	result *objects.Value
	// runner is the command that runs a block in its caller's scope, as
	// ForEach-Object does; nil elsewhere.
	runner *CommandRuntime
}

// expression and statement are compiled code. Both stop at the first error;
// break, continue, return and exit travel as errors too (see flow).
type (
	expression func(f *frame) (objects.Value, error)
	statement  func(f *frame) error
)

// block is a compiled list of statements.
type block struct {
	source     *parser.Source
	statements []placedStatement
	traps      []trap
}

// placedStatement is a statement with the place that its errors point at.
type placedStatement struct {
	run statement
	at  parser.Extent
	// succeeds says that the statement makes $? true when it ends without an
	// error (see setsStatus).
	succeeds bool
}

// trap is a compiled trap statement.
type trap struct {
	typeName parser.TypeReference // nil traps everything
	body     *code
}

// run runs the statements in order. An error that is not inside a try ends
// only its statement, as PowerShell has it.
func (b *block) run(f *frame) error {
	if b.traps != nil {
		if err := f.checkTraps(b); err != nil {
			return err
		}
	}
	for i := range b.statements {
		s := &b.statements[i]
		err := s.run(f)
		if err == nil {
			if s.succeeds {
				f.session.success = true
			}
			continue
		}
		if err = f.failed(b, s, err); err != nil {
			return err
		}
	}
	return nil
}

// interrupted reports Ctrl+C; loops and calls ask it.
func (s *Session) interrupted() error {
	if s.stop.Load() {
		return errStopped
	}
	return nil
}

// emit writes a value to the pipeline the way a statement does: a list goes
// element by element, the absence of output not at all.
func (f *frame) emit(v objects.Value) error {
	if v.Kind() != objects.KindObject {
		if v.IsAutomationNull() {
			return nil
		}
		return f.streams.write(v)
	}
	if e, ok := objects.Enumeration(v); ok {
		return f.emitElements(e)
	}
	return f.streams.write(v)
}

func (f *frame) emitElements(e objects.Enumerable) error {
	sink := f.streams[SuccessStream]
	return e.Enumerate(func(v objects.Value) error {
		if f.session.stop.Load() {
			return errStopped
		}
		return sink(v)
	})
}

// collect runs a statement and gives what it wrote as the value of an
// expression: nothing, the one object, or an object[].
func (f *frame) collect(s statement) (objects.Value, error) {
	items, err := f.collectAll(s)
	if err != nil {
		return objects.Null, err
	}
	return (&collector{items}).value(), nil
}

// handOver passes what was collected on to the pipeline around where a jump
// (return, break) leaves the statements: it takes nothing away.
func (f *frame) handOver(c *collector, err error) error {
	if !isFlow(err) {
		return err
	}
	for _, v := range c.items {
		if stop := f.streams.write(v); stop != nil {
			return stop
		}
	}
	return err
}

// collectAll is what $() and @() collect: the objects that the statements
// wrote. A jump out of them (return, break) takes nothing away: what was
// written until then goes to the pipeline around.
func (f *frame) collectAll(s statement) ([]objects.Value, error) {
	c, err := f.written(s)
	if err != nil {
		return nil, f.handOver(c, err)
	}
	return c.items, nil
}

// written runs a statement and gives what it wrote, until an error too.
func (f *frame) written(s statement) (*collector, error) {
	c := &collection{streams: *f.streams, frame: *f}
	c.streams[SuccessStream] = c.written.add
	c.frame.streams = &c.streams
	err := s(&c.frame)
	return &c.written, err
}

// collection is what code needs whose output is collected, in one piece.
type collection struct {
	written collector
	streams Streams
	frame   frame
}

// collector keeps what a pipeline writes.
type collector struct {
	items []objects.Value
}

func (c *collector) add(v objects.Value) error {
	c.items = append(c.items, v)
	return nil
}

func (c *collector) value() objects.Value {
	switch len(c.items) {
	case 0:
		return objects.AutomationNull()
	case 1:
		return c.items[0]
	}
	return objects.ArrayValue(c.items)
}
