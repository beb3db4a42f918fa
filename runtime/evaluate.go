package runtime

import (
	"github.com/csshell/csshell/objects"
)

// Evaluate runs the block with $_ being v as the expression of a calculated
// property, and gives what it writes. An error ends it and is not shown: the
// caller decides.
func (r *BlockRunner) Evaluate(v objects.Value) (objects.Value, error) {
	r.isolate()
	s := r.frame.session
	outer := s.propagate
	s.propagate = true
	defer func() { s.propagate = outer }()
	return r.Value(v)
}

// isolate gives a block that assigns variables a scope of its own for each round:
// a calculated property changes nothing of its caller's.
func (r *BlockRunner) isolate() {
	if r.isolated {
		return
	}
	r.isolated = true
	if len(r.block.code.compiled().layout.names) > fixedSlots {
		r.blocks = nil
	}
}

// Evaluate is [BlockRunner.Evaluate] in the scope that runs now, for the
// expressions of views.
func (s *Session) Evaluate(b *ScriptBlock, v objects.Value) (objects.Value, error) {
	return newRunner(b, *s.hostFrame()).Evaluate(v)
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
