package runtime

import (
	"fmt"

	"github.com/csshell/csshell/objects"
)

// guarded runs a program. A fault of the shell itself, which Go knows as a panic,
// becomes an error like any other: nobody loses a session to it.
func (s *Session) guarded(run func() error) (err error) {
	current, depth, propagate := s.current, s.depth, s.propagate
	defer func() {
		if fault := recover(); fault != nil {
			s.current, s.depth, s.propagate = current, depth, propagate
			err = internalFault(fault)
		}
	}()
	return run()
}

// internalFault is the error of a panic.
func internalFault(fault any) error {
	return newError(objects.RuntimeException, "InternalFault", NotSpecified, objects.Null,
		fmt.Sprintf("csshell itself failed here (%v). The statement has ended early; please report it with this line.", fault))
}
