package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
)

// failed decides what an error of a statement means: a jump, a throw and an
// error inside try go up, any other is reported and the next statement runs
// ("about_Trap", "about_Preference_Variables": $ErrorActionPreference).
func (f *frame) failed(b *block, s *placedStatement, err error) error {
	if isFlow(err) {
		return err
	}
	r := f.traced(asRecord(err, &ScriptExtent{b.source, s.at}))
	f.session.success = false
	f.remember(r)
	if len(b.traps) > 0 {
		return f.runTraps(b, r)
	}
	if f.session.propagate || r.leaves != nil {
		return r
	}
	switch f.errorAction(r) {
	case SilentlyContinue, IgnoreAction:
		return nil
	case StopAction:
		r.stop = true
		return r
	}
	if r.thrown || r.stop {
		return r
	}
	return f.report(r)
}

// errorAction is what $ErrorActionPreference says to do with a terminating
// error of a statement.
func (f *frame) errorAction(r *ErrorRecord) ActionPreference {
	if r.stop {
		return StopAction
	}
	v, ok := f.scope.Get("ErrorActionPreference")
	if !ok {
		return ContinueAction
	}
	return actionOf(f.session, v, ContinueAction)
}

// report writes an error to the error stream.
func (f *frame) report(r *ErrorRecord) error {
	f.remember(r)
	return f.streams[ErrorStream](objects.Of(r))
}

// remember puts an error at the front of $Error and into the variables of
// -ErrorVariable, once.
func (f *frame) remember(r *ErrorRecord) {
	if !r.gathered {
		r.gathered = true
		f.addToVariables(ErrorStream, objects.Of(r))
	}
	f.session.remember(r)
}

// remember puts an error at the front of $Error, once.
func (s *Session) remember(r *ErrorRecord) { s.errors.prepend(r) }

// runTraps runs the trap of a block that fits an error. continue goes on with
// the next statement, break and an error in the trap go up, otherwise the
// error is reported.
func (f *frame) runTraps(b *block, r *ErrorRecord) error {
	t := f.findTrap(b, r)
	if t == nil {
		return f.withoutTrap(r)
	}
	outer := f.session.propagate
	f.session.propagate = false
	err := f.runTrap(t, r)
	f.session.propagate = outer
	var jump *flow
	if errors.As(err, &jump) {
		switch jump.kind {
		case continueFlow:
			return nil
		case breakFlow:
			return r
		}
	}
	if err != nil {
		return err
	}
	if action := f.errorAction(r); action == SilentlyContinue || action == IgnoreAction {
		return nil
	}
	return f.report(r)
}

func (f *frame) withoutTrap(r *ErrorRecord) error {
	if f.session.propagate || r.thrown || r.stop {
		return r
	}
	return f.report(r)
}

// checkTraps refuses a block with a trap for a type that there is not, before any
// of its statements runs.
func (f *frame) checkTraps(b *block) error {
	for i := range b.traps {
		name := b.traps[i].typeName
		if name == nil {
			continue
		}
		if _, ok := f.session.Types.Lookup(name.String(), nil); !ok {
			return typeNotFound(name.String(), &ScriptExtent{b.source, name.Span()})
		}
	}
	return nil
}

// findTrap is the most specific trap for an error.
func (f *frame) findTrap(b *block, r *ErrorRecord) *trap {
	var general *trap
	for i := range b.traps {
		t := &b.traps[i]
		if t.typeName == nil {
			if general == nil {
				general = t
			}
			continue
		}
		if typ, ok := f.session.Types.Lookup(t.typeName.String(), nil); ok && traps(typ, r) {
			return t
		}
	}
	return general
}

// traps reports whether a trap for a type takes an error. One that -ErrorAction
// Stop made terminating is an ActionPreferenceStopException to a trap, whatever
// the command reported; a catch clause looks inside.
func traps(t *objects.Type, r *ErrorRecord) bool {
	if r.stop {
		return distance(objects.ActionPreferenceStop, t) >= 0
	}
	d, _ := catchRank(t, r)
	return d >= 0
}

// catchRank is how far the type of the exception is from t, and the exception that
// it is about; -1 where t does not fit. What a method threw counts before the
// MethodInvocationException around it.
func catchRank(t *objects.Type, r *ErrorRecord) (int, *objects.Exception) {
	if e, ok := innerException(r.Exception); ok {
		if d := distance(e.Type(), t); d >= 0 {
			return d, e
		}
	}
	if d := distance(r.Exception.Type(), t); d >= 0 {
		return d, r.Exception
	}
	return distance(objects.RuntimeException, t), r.Exception // what the runtime puts around all others
}

func distance(from, to *objects.Type) int {
	d := 0
	for t := from; t != nil; t = t.BaseType() {
		if t == to {
			return d
		}
		d++
	}
	return -1
}

// innerException is the exception that a wrapper of the runtime carries.
func innerException(e *objects.Exception) (*objects.Exception, bool) {
	if e.Inner == nil || !e.Type().DerivesFrom(objects.RuntimeException) {
		return nil, false
	}
	return errors.AsType[*objects.Exception](e.Inner)
}

// runTrap runs the body of a trap; $_ is of the exception that the runtime has
// wrapped, if there is one.
func (f *frame) runTrap(t *trap, r *ErrorRecord) error {
	seen := *r
	if e, ok := innerException(r.Exception); ok {
		seen.Exception = e
	}
	restore := f.setUnderscore(objects.Of(&seen))
	defer restore()
	fn := &Function{code: t.body, state: f.scope.state, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: f.streams}
	s := f.session
	outer := s.current
	st.enter()
	st.frame.result = f.result
	err := st.program.end.run(&st.frame)
	s.current = outer
	return err
}

// inErrorScope runs a catch body with $_ being the error.
func (f *frame) inErrorScope(r *ErrorRecord, body *block) error {
	restore := f.setUnderscore(objects.Of(r))
	defer restore()
	return body.run(f)
}

// setUnderscore sets $_ in the scope of the frame and gives what puts the old
// value back.
func (f *frame) setUnderscore(v objects.Value) (restore func()) {
	if f.scope.layout == nil {
		old, had := f.scope.named["_"]
		f.scope.define(NewVariable("_", v))
		return func() {
			if had {
				f.scope.named["_"] = old
				return
			}
			delete(f.scope.named, "_")
		}
	}
	s := &f.scope.slots[slotUnderscore]
	old := *s
	*s = slot{state: plain, value: v}
	return func() { *s = old }
}
