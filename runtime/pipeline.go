package runtime

import (
	"errors"
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// stage is one command of a running pipeline. Objects are pushed: what a stage
// writes runs the next one's process at once.
type stage interface {
	begin() error
	process(v objects.Value) error
	end() error
	// failed reports whether the command itself has written an error, or ended
	// with an exit code other than 0: then $? is false after the pipeline.
	failed() bool
	// close lets go of what the stage holds and runs clean blocks; it runs
	// once, whatever happened.
	close() error
}

// stageMaker makes the stage of a compiled command for one run.
type stageMaker func(f *frame, streams *Streams, place pipelinePlace) (stage, error)

// pipelinePlace is where in its pipeline a command stands.
type pipelinePlace struct {
	position, length int // from 1, counting commands
	expectsInput     bool
}

// pipeline compiles commands joined by |.
func (cc *compiler) pipeline(p *parser.Pipeline) statement {
	if p.Background {
		return cc.backgroundJob(p)
	}
	if len(p.Elements) == 1 {
		switch e := p.Elements[0].(type) {
		case *parser.CommandExpression:
			return cc.expressionStatement(e)
		case *parser.Command:
			return cc.soleCommand(e)
		}
	}
	return cc.stages(p)
}

// soleCommand is a pipeline of one command.
func (cc *compiler) soleCommand(c *parser.Command) statement {
	make := cc.command(c)
	return func(f *frame) error {
		st, err := make(f, f.streams, pipelinePlace{1, 1, false})
		if err != nil {
			return err
		}
		if fn, ok := st.(*functionStage); ok {
			if err := fn.callOnce(); err != nil {
				return err
			}
			f.session.success = !fn.failed()
			return nil
		}
		return runStages(f.session, []stage{st}, nil)
	}
}

// stages is a pipeline of several commands; the first may be an expression.
func (cc *compiler) stages(p *parser.Pipeline) statement {
	var source expression
	elements := p.Elements
	if e, ok := elements[0].(*parser.CommandExpression); ok {
		source = cc.feed(e)
		elements = elements[1:]
	}
	makers := make([]stageMaker, len(elements))
	for i, e := range elements {
		makers[i] = cc.command(e.(*parser.Command))
	}
	return func(f *frame) error {
		list, err := makeStages(f, makers, source != nil)
		if err != nil {
			return err
		}
		if source == nil {
			return runStages(f.session, list, nil)
		}
		return runStages(f.session, list, func(sink Sink) error {
			streams := *f.streams
			streams[SuccessStream] = sink
			inner := *f
			inner.streams = &streams
			v, err := source(&inner)
			if err != nil {
				return err
			}
			return inner.emit(v)
		})
	}
}

// feed is the expression that a pipeline begins with; a range is not made into
// an array first.
func (cc *compiler) feed(e *parser.CommandExpression) expression {
	if len(e.Redirections) > 0 {
		write := cc.expressionStatement(e)
		return func(f *frame) (objects.Value, error) { return objects.AutomationNull(), write(f) }
	}
	b, ok := e.Expression.(*parser.BinaryExpression)
	if !ok || b.Operator != parser.TokenDotDot {
		return cc.expression(e.Expression)
	}
	from, to := cc.expression(b.Left), cc.expression(b.Right)
	return func(f *frame) (objects.Value, error) {
		a, err := from(f)
		if err != nil {
			return objects.Null, err
		}
		b, err := to(f)
		if err != nil {
			return objects.Null, err
		}
		return objects.AutomationNull(), f.emitRange(a, b)
	}
}

func (f *frame) emitRange(a, b objects.Value) error {
	first, last, chars, err := f.session.Types.RangeBounds(a, b)
	if err != nil {
		return err
	}
	step := int64(1)
	if last < first {
		step = -1
	}
	for n := first; ; n += step {
		v := objects.Int32(int32(n))
		if chars {
			v = objects.Char(uint16(n))
		}
		if err := f.streams.write(v); err != nil || n == last {
			return err
		}
		if f.session.stop.Load() {
			return errStopped
		}
	}
}

// makeStages makes the stages from the last to the first, each writing into
// the next.
func makeStages(f *frame, makers []stageMaker, fed bool) ([]stage, error) {
	list := make([]stage, len(makers))
	streams := f.streams
	for i := len(makers) - 1; i >= 0; i-- {
		place := pipelinePlace{i + 1, len(makers), fed || i > 0}
		st, err := makers[i](f, streams, place)
		if err != nil {
			closeStages(list[i+1:])
			return nil, err
		}
		list[i] = st
		if c, ok := st.(*cmdletStage); ok && i+1 < len(list) {
			c.next = list[i+1]
		}
		up := *f.streams
		up[SuccessStream] = st.process
		streams = &up
	}
	return list, nil
}

// runStages runs a pipeline: begin of all, the input, end of all, and close.
func runStages(s *Session, list []stage, feed func(Sink) error) error {
	outer := s.current
	err := pushThrough(list, feed)
	s.current = outer
	if cleanup := closeStages(list); cleanup != nil && err == nil {
		err = cleanup
	}
	if err == nil {
		s.success = !slices.ContainsFunc(list, stage.failed)
	}
	return err
}

func pushThrough(list []stage, feed func(Sink) error) error {
	first := 0
	for i, st := range list {
		if err := st.begin(); err != nil {
			if first = stoppedAt(list[:i+1], err); first < 0 {
				return err
			}
		}
	}
	if feed != nil && first == 0 {
		if err := feed(list[0].process); err != nil {
			if first = stoppedAt(list, err); first < 0 {
				return err
			}
		}
	}
	return endStages(list, first)
}

// endStages ends the stages from the first one that has not been stopped.
func endStages(list []stage, first int) error {
	for i := first; i < len(list); i++ {
		if err := list[i].end(); err != nil {
			if i = stoppedAt(list, err); i < 0 {
				return err
			}
			i-- // the stage that stopped the others still ends
		}
	}
	return nil
}

// stoppedAt is the stage of the list that asked its upstream to stop; -1 where
// the error is another one.
func stoppedAt(list []stage, err error) int {
	var stopped *upstreamStop
	if !errors.As(err, &stopped) {
		return -1
	}
	for i, st := range list {
		if st == stopped.by && !stopped.done {
			stopped.done = true
			return i
		}
	}
	return -1
}

// upstreamStop is what a stage returns that needs no more input
// (Select-Object -First).
type upstreamStop struct {
	flow
	by   stage
	done bool
}

// As lets an upstreamStop pass as the jump that it is.
func (u *upstreamStop) As(target any) bool {
	if f, ok := target.(**flow); ok {
		*f = &u.flow
		return true
	}
	return false
}

func closeStages(list []stage) error {
	var first error
	for _, st := range list {
		if st == nil {
			continue
		}
		if err := st.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// chain is && and ||: the right side runs as $? of the left says.
func (cc *compiler) chain(s *parser.PipelineChain) statement {
	if s.Background {
		return cc.backgroundJob(s)
	}
	left, right := cc.statement(s.Left), cc.statement(s.Right)
	wanted := s.Operator == parser.TokenAndAnd
	b := &block{source: cc.source}
	at := placedStatement{at: s.Left.Span(), succeeds: setsStatus(s.Left)}
	return func(f *frame) error {
		if err := left(f); err != nil {
			if err = f.failed(b, &at, err); err != nil {
				return err
			}
		} else if at.succeeds {
			f.session.success = true
		}
		if f.session.success != wanted {
			return nil
		}
		return right(f)
	}
}
