package runtime

import (
	"errors"

	"github.com/csshell/csshell/objects"
)

// flow is an error that is none: it leaves a loop, a function or the shell.
type flow struct {
	kind  flowKind
	label string // of break and continue; "" for the innermost loop
	code  int    // of exit
}

type flowKind uint8

const (
	breakFlow flowKind = iota
	continueFlow
	returnFlow
	exitFlow
	stoppedFlow     // Ctrl+C, or the end of the whole pipeline
	upstreamStopped // Select-Object -First has enough
)

// Error names the kind; no user ever sees it.
func (f *flow) Error() string {
	return [...]string{"break", "continue", "return", "exit", "the pipeline has been stopped", "stop upstream commands"}[f.kind]
}

// LeavesCode marks a flow for the value layer: no exception is put around it.
func (*flow) LeavesCode() {}

// The flows without a label or code, made once.
var (
	errBreak    = &flow{kind: breakFlow}
	errContinue = &flow{kind: continueFlow}
	errReturn   = &flow{kind: returnFlow}
	errStopped  = &flow{kind: stoppedFlow}
)

// ExitCode is the code of an exit statement that err carries; ok is false for
// any other error.
func ExitCode(err error) (code int, ok bool) {
	if f, is := err.(*flow); is && f.kind == exitFlow {
		return f.code, true
	}
	if e, is := errors.AsType[*objects.ProcessExit](err); is {
		return e.Code, true
	}
	return 0, false
}

// Stopped reports whether err says that the pipeline was stopped by Ctrl+C.
func Stopped(err error) bool {
	f, ok := err.(*flow)
	return ok && f.kind == stoppedFlow
}

// loopEnd tells a loop with the label what an error from its body means: go on
// with the next round, leave, or pass the error on.
func loopEnd(err error, label string) (again bool, out error) {
	f, ok := err.(*flow)
	if !ok || f.kind > continueFlow || f.label != "" && !objects.EqualFold(f.label, label) {
		return false, err
	}
	if f.kind == continueFlow {
		return true, nil
	}
	return false, nil
}

// isFlow reports whether err is no error but a jump.
func isFlow(err error) bool {
	if _, ok := err.(*flow); ok {
		return true
	}
	if _, ok := errors.AsType[*objects.ProcessExit](err); ok {
		return true
	}
	var f *flow
	return errors.As(err, &f)
}

// LeavesLoop reports whether err is a break or continue that no loop has taken:
// it ends a script quietly.
func LeavesLoop(err error) bool {
	f, ok := err.(*flow)
	return ok && f.kind <= continueFlow
}
