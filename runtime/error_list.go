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

func (l *errorList) prepend(r *ErrorRecord) {
	items := l.list.Items()
	if len(items) >= maxErrors {
		items = items[:maxErrors-1]
	}
	l.list.Replace(slices.Insert(slices.Clone(items), 0, objects.Of(r)))
}
