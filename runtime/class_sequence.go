package runtime

import (
	"github.com/csshell/csshell/objects"
)

// sequence is an object of a class that implements IEnumerable or IEnumerator:
// the pipeline and foreach unroll it.
type sequence struct{ *Instance }

// Enumerate gives what the enumerator of the object goes through.
func (s *sequence) Enumerate(yield func(objects.Value) error) error {
	steps := objects.Of(s)
	if !s.class.typ.DerivesFrom(objects.EnumeratorType) {
		e, err := s.invoke("GetEnumerator")
		if err != nil {
			return err
		}
		if list, ok := objects.Enumeration(e); ok {
			return list.Enumerate(yield)
		}
		steps = e
	}
	types, ctx := s.class.session.Types, s.class.session.ctx
	for {
		if err := s.class.session.interrupted(); err != nil {
			return err
		}
		more, err := types.Invoke(ctx, steps, objects.Invocation{Name: "MoveNext"})
		if err != nil || !types.Truth(more) {
			return err
		}
		v, err := current(s.class.session, steps)
		if err != nil {
			return err
		}
		if err := yield(v); err != nil {
			return err
		}
	}
}

// current is what an enumerator stands at: its property Current, or the method
// that a class of a script has for it.
func current(s *Session, e objects.Value) (objects.Value, error) {
	if v, ok, err := s.Types.GetProperty(e, "Current"); ok || err != nil {
		return v, err
	}
	return s.Types.Invoke(s.ctx, e, objects.Invocation{Name: "get_Current"})
}
