package runtime

import (
	"github.com/csshell/csshell/objects"
)

// Evaluate runs b with $_ being v in the scope of the command's caller, as the
// expression of a calculated property, and gives what it writes. An error ends
// it and is not shown: the caller decides.
func (rt *CommandRuntime) Evaluate(b *ScriptBlock, v objects.Value) (objects.Value, error) {
	return evaluate(&frame{session: rt.session, scope: rt.scope, streams: rt.streams}, b, v)
}

// Evaluate is [CommandRuntime.Evaluate] in the scope that runs now, for the
// expressions of views.
func (s *Session) Evaluate(b *ScriptBlock, v objects.Value) (objects.Value, error) {
	return evaluate(s.hostFrame(), b, v)
}

func evaluate(f *frame, b *ScriptBlock, v objects.Value) (objects.Value, error) {
	s := f.session
	outer := s.propagate
	s.propagate = true
	defer func() { s.propagate = outer }()
	return f.collect(func(inner *frame) error { return b.runInScope(inner, v) })
}

// Overlook puts an error into $Error that a command goes on after without
// showing it. It returns what is no error but a jump: exit, a stopped pipeline.
func (s *Session) Overlook(err error) error {
	if err == nil || isFlow(err) {
		return err
	}
	s.remember(asRecord(err, nil))
	return nil
}
