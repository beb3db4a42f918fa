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
// during which it is not stopped. An error of its own takes over.
func (f *frame) finally(last *block, err error) error {
	stopped := f.session.stop.Swap(false)
	outer := f.session.propagate
	f.session.propagate = outer && err == nil
	again := last.run(f)
	f.session.propagate = outer
	if stopped {
		f.session.stop.Store(true)
	}
	if again != nil {
		return again
	}
	return err
}

// catch runs the clause that fits an error best, or passes it on.
func (f *frame) catch(clauses []catchClause, err error, namespaces []string) error {
	r := asRecord(err, nil)
	clause := f.findCatch(clauses, r, namespaces)
	if clause == nil {
		return r
	}
	f.session.remember(r)
	f.session.success = false
	f.session.caught = append(f.session.caught, r)
	defer func() { f.session.caught = f.session.caught[:len(f.session.caught)-1] }()
	return f.inErrorScope(r, clause.body)
}

func (f *frame) findCatch(clauses []catchClause, r *ErrorRecord, namespaces []string) *catchClause {
	var best *catchClause
	rank := -1
	for i := range clauses {
		c := &clauses[i]
		if len(c.types) == 0 {
			if best == nil {
				return c
			}
			continue
		}
		for _, name := range c.types {
			t, ok := f.session.Types.Lookup(name.String(), namespaces)
			if !ok {
				continue
			}
			if r.stop && t == objects.ActionPreferenceStop {
				return c // what -ErrorAction Stop threw counts before what it was made of
			}
			if d := catchRank(t, r); d >= 0 && (rank < 0 || d < rank) {
				best, rank = c, d
			}
		}
	}
	return best
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
	return f.thrown(objects.String("ScriptHalted"), at)
}

// thrown makes the error of a throw statement.
func (f *frame) thrown(v objects.Value, at *ScriptExtent) error {
	if r, ok := objects.As[*ErrorRecord](v); ok {
		c := *r
		c.thrown, c.reported = true, false
		if c.Extent == nil {
			c.Extent = at
		}
		return &c
	}
	if e, ok := objects.As[*objects.Exception](v); ok {
		r := recordOf(e)
		if e.ErrorID == "" {
			r.ID = e.Message
		}
		if r.Category.Category == NotSpecified {
			r.Category.Category = OperationStopped
		}
		r.thrown, r.Extent = true, at
		return r
	}
	text, err := f.session.Types.Text(v, f.fieldSeparator())
	if err != nil {
		return err
	}
	r := newError(objects.RuntimeException, text, OperationStopped, v, text)
	r.thrown, r.Extent = true, at
	return r
}
