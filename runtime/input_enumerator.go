package runtime

import "github.com/csshell/csshell/objects"

// inputEnumerator is $input: what came through the pipeline, to be read once
// from front to end (IEnumerator).
type inputEnumerator struct {
	items []objects.Value
	next  int
	typ   *objects.Type // nil for the enumerator of an ArrayList
}

var inputEnumeratorType = &objects.Type{FullName: "System.Collections.ArrayList+ArrayListEnumeratorSimple", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}

func newInputEnumerator(items []objects.Value) *inputEnumerator {
	return &inputEnumerator{items: items}
}

// rangeEnumeratorType is $foreach and $switch over a..b, arrayEnumeratorType over
// anything else.
var (
	rangeEnumeratorType = &objects.Type{FullName: "System.Management.Automation.RangeEnumerator", Base: inputEnumeratorType, Kind: objects.KindObject}
	arrayEnumeratorType = &objects.Type{FullName: "System.ArrayEnumerator", Base: inputEnumeratorType, Kind: objects.KindObject}
)

// loopEnumerator is $foreach or $switch.
func loopEnumerator(items []objects.Value, ofRange bool) *inputEnumerator {
	e := &inputEnumerator{items: items, typ: arrayEnumeratorType}
	if ofRange {
		e.typ = rangeEnumeratorType
	}
	return e
}

// Type is the enumerator's type.
func (e *inputEnumerator) Type() *objects.Type {
	if e.typ != nil {
		return e.typ
	}
	return inputEnumeratorType
}

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

// lineEnumerator is $input of a command line: the lines of standard input, read
// when they are asked for.
type lineEnumerator struct {
	each func(yield func(line string) error) error
}

// Type is the type of $input.
func (*lineEnumerator) Type() *objects.Type { return inputEnumeratorType }

// Enumerate gives the lines that are left.
func (e *lineEnumerator) Enumerate(yield func(objects.Value) error) error {
	return e.each(func(line string) error { return yield(objects.String(line)) })
}

// SetInput makes lines the $input of what is run at the outermost level.
func (s *Session) SetInput(each func(yield func(line string) error) error) {
	s.input = objects.Of(&lineEnumerator{each})
	s.global.define(NewVariable("input", s.input))
}

// SetInputObjects makes objects the $input of what is run at the outermost level.
func (s *Session) SetInputObjects(items []objects.Value) {
	s.input = objects.Of(newInputEnumerator(items))
	s.global.define(NewVariable("input", s.input))
}

// Words makes an array of texts.
func Words(words []string) objects.Value {
	items := make([]objects.Value, len(words))
	for i, w := range words {
		items[i] = objects.String(w)
	}
	return objects.Of(objects.NewArray(objects.ObjectType, items))
}
