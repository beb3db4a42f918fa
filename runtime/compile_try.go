package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

type catchClause struct {
	types []parser.TypeReference // none catches everything
	body  *block
}

// tryStatement is try, catch and finally. While the body runs, errors leave
// their statements, also in the functions that it calls.
func (cc *compiler) tryStatement(s *parser.TryStatement) statement {
	body := cc.statementBlock(s.Body)
	clauses := make([]catchClause, len(s.CatchClauses))
	for i, c := range s.CatchClauses {
		clauses[i].body = cc.statementBlock(c.Body)
		for _, t := range c.CatchTypes {
			clauses[i].types = append(clauses[i].types, t.TypeName)
		}
	}
	last := cc.statementBlock(s.Finally)
	guarded := func(f *frame) error {
		outer := f.session.propagate
		f.session.propagate = outer || len(clauses) > 0
		err := body.run(f)
		f.session.propagate = outer
		if err == nil || isFlow(err) || len(clauses) == 0 {
			return err
		}
		return f.catch(clauses, err, cc.namespaces)
	}
	if last == nil {
		return guarded
	}
	return func(f *frame) error {
		err := guarded(f)
		return f.finally(last, err)
	}
}

// finally runs a finally block whatever happened before; also after Ctrl+C,
// during which it is not stopped unless it writes to the pipeline, which is gone. An
// error of its own takes over.
func (f *frame) finally(last *block, err error) error {
	stopped := f.session.stop.Swap(false)
	outer := f.session.propagate
	f.session.propagate = outer && err == nil
	inner := f
	if stopped {
		inner = f.intoNothing()
	}
	again := last.run(inner)
	f.session.propagate = outer
	if stopped {
		f.session.stop.Store(true)
	}
	if again != nil {
		return again
	}
	return err
}

// intoNothing is the frame with a pipeline that takes nothing more.
func (f *frame) intoNothing() *frame {
	inner, streams := *f, *f.streams
	streams[SuccessStream] = func(objects.Value) error { return errStopped }
	inner.streams = &streams
	return &inner
}

// catch runs the clause that fits an error best, or passes it on. $_ is a copy of
// the error, of the exception that the clause asked for.
func (f *frame) catch(clauses []catchClause, err error, namespaces []string) error {
	r := f.traced(asRecord(err, nil))
	clause, e := f.findCatch(clauses, r, namespaces)
	if clause == nil {
		return r
	}
	f.session.remember(r)
	f.session.success = false
	f.session.caught = append(f.session.caught, r)
	defer func() { f.session.caught = f.session.caught[:len(f.session.caught)-1] }()
	seen := *r
	seen.Exception = e
	return f.inErrorScope(&seen, clause.body)
}

func (f *frame) findCatch(clauses []catchClause, r *ErrorRecord, namespaces []string) (best *catchClause, seen *objects.Exception) {
	rank := -1
	for i := range clauses {
		c := &clauses[i]
		if len(c.types) == 0 {
			if best == nil {
				return c, r.Exception
			}
			continue
		}
		for _, name := range c.types {
			t, ok := f.session.Types.Lookup(name.String(), namespaces)
			if !ok {
				continue
			}
			if r.stop && t == objects.ActionPreferenceStop {
				return c, r.Exception // what -ErrorAction Stop threw counts before what it was made of
			}
			if d, e := catchRank(t, r); d >= 0 && (rank < 0 || d < rank) {
				best, rank, seen = c, d, e
			}
		}
	}
	return best, seen
}

// throwStatement is throw: an exception, an error record, or any object, whose
// text becomes the message. Alone in a catch block it throws the error again.
func (cc *compiler) throwStatement(s *parser.ThrowStatement) statement {
	at := cc.extent(s)
	if s.Pipeline == nil {
		return func(f *frame) error { return f.rethrow(at) }
	}
	value := cc.value(s.Pipeline)
	return func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return err
		}
		return f.thrown(v, at)
	}
}

func (f *frame) rethrow(at *ScriptExtent) error {
	if n := len(f.session.caught); n > 0 {
		r := f.session.caught[n-1]
		r.thrown = true
		return r
	}
	return f.thrown(objects.Null, at)
}

// thrown makes the error of a throw statement.
func (f *frame) thrown(v objects.Value, at *ScriptExtent) error {
	if r, ok := objects.As[*ErrorRecord](v); ok {
		c := *r
		c.thrown, c.gathered, c.leaves = true, false, nil
		if c.Extent == nil {
			c.Extent = at
		}
		return &c
	}
	r, err := f.thrownRecord(v)
	if err == nil {
		r.thrown, r.Extent = true, at
		r.Exception.Thrown = r.Exception.Type().DerivesFrom(objects.RuntimeException)
		err = r
	}
	return err
}

// thrownRecord makes the record of what was thrown: an exception, or any object,
// whose text becomes the message and the id.
func (f *frame) thrownRecord(v objects.Value) (*ErrorRecord, error) {
	if e, ok := objects.As[*objects.Exception](v); ok {
		if e.Type().DerivesFrom(objects.RuntimeException) {
			return recordOf(e), nil
		}
		return NewErrorRecord(e, e.Message, OperationStopped, objects.Null), nil
	}
	if v.IsNull() {
		return newError(objects.RuntimeException, "ScriptHalted", OperationStopped, objects.Null, "ScriptHalted"), nil
	}
	text, err := f.session.Types.Text(v, f.fieldSeparator())
	if err != nil {
		return nil, err
	}
	return newError(objects.RuntimeException, text, OperationStopped, v, text), nil
}
