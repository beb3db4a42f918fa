package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

// maxErrors is how many errors $Error keeps ($MaximumErrorCount of Windows
// PowerShell; PowerShell 7 keeps 256).
const maxErrors = 256

// errorList is $Error: the newest error first.
type errorList struct{ list *objects.List }

func newErrorList() *errorList {
	return &errorList{objects.NewList(objects.ArrayListType, nil)}
}

// prepend adds an error, unless the newest one is of the same exception: on its
// way out an error passes many statements.
func (l *errorList) prepend(r *ErrorRecord) {
	items := l.list.Items()
	if len(items) > 0 && exceptionOf(items[0]) == r.Exception {
		return
	}
	if len(items) >= maxErrors {
		items = items[:maxErrors-1]
	}
	l.list.Replace(slices.Insert(slices.Clone(items), 0, objects.Of(r)))
}

// exceptionOf is the exception of an element of $Error; nil for anything else.
func exceptionOf(v objects.Value) *objects.Exception {
	if r, ok := objects.As[*ErrorRecord](v); ok {
		return r.Exception
	}
	e, _ := objects.As[*objects.Exception](v)
	return e
}

// Errors are the elements of $Error, the newest first.
func (s *Session) Errors() []objects.Value { return s.errors.list.Items() }
