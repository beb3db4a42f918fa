package runtime

import "github.com/csshell/csshell/objects"

// inputEnumerator is $input: what came through the pipeline, to be read once
// from front to end (IEnumerator).
type inputEnumerator struct {
	items []objects.Value
	next  int
}

var inputEnumeratorType = &objects.Type{FullName: "System.Collections.ArrayList+ArrayListEnumeratorSimple", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}

func newInputEnumerator(items []objects.Value) *inputEnumerator {
	return &inputEnumerator{items: items}
}

// Type is the enumerator of an ArrayList.
func (*inputEnumerator) Type() *objects.Type { return inputEnumeratorType }

// Enumerate gives what is left.
func (e *inputEnumerator) Enumerate(yield func(objects.Value) error) error {
	for e.next < len(e.items) {
		v := e.items[e.next]
		e.next++
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

// MoveNext goes to the next item and reports whether there is one.
func (e *inputEnumerator) MoveNext() bool {
	if e.next < len(e.items) {
		e.next++
		return true
	}
	return false
}

// Current is the item that MoveNext went to.
func (e *inputEnumerator) Current() objects.Value {
	if e.next == 0 || e.next > len(e.items) {
		return objects.Null
	}
	return e.items[e.next-1]
}

// Reset goes back before the first item.
func (e *inputEnumerator) Reset() { e.next = 0 }
