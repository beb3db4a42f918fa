package view

import (
	"github.com/csshell/csshell/objects"
)

// field is a property or an expression of one generator, which remembers where
// the last object kept it.
type field struct {
	label  string
	name   string
	value  Expression // instead of name
	script string     // the text that value was made from
	format string
	table  bool // numbers as tables of properties write them
	width  int
	align  Align
	depth  int
	cache  objects.PropertyCache
}

// get evaluates the field for v. found is false where v has no such property.
func (f *field) get(c *Context, v objects.Value) (value objects.Value, found bool, err error) {
	if f.value != nil {
		value, err = f.value(c, v)
		return value, true, err
	}
	return f.cache.Get(c.Types, v, f.name)
}

// source is the field's text in messages.
func (f *field) source() string {
	switch {
	case f.name != "":
		return f.name
	case f.script != "":
		return f.script
	}
	return f.label
}

// evaluator turns fields into texts and keeps the errors met on the way.
type evaluator struct {
	s       *Settings
	request *Request
	errors  []objects.Value // records for -ShowError, of the object at work
}

// text is what a view shows of the field of v.
func (e *evaluator) text(f *field, v objects.Value) (string, error) {
	value, ok, err := e.value(f, v)
	if err != nil || !ok {
		return e.errorText(), err
	}
	var s string
	switch {
	case f.format != "":
		s, err = e.s.formatted(value, f.format)
	case f.table:
		s, err = e.s.tableText(value)
	default:
		s, err = e.s.display(value)
	}
	if err != nil {
		return "", e.report(err, f, v)
	}
	return s, nil
}

// errorText stands where an expression failed.
func (e *evaluator) errorText() string {
	if e.request.DisplayError {
		return "#ERR"
	}
	return ""
}

// value evaluates the field of v; a missing property is $null. ok is false
// where the evaluation failed and the output goes on.
func (e *evaluator) value(f *field, v objects.Value) (value objects.Value, ok bool, err error) {
	value, _, err = f.get(&e.s.Context, v)
	if err != nil {
		return objects.Null, false, e.report(err, f, v)
	}
	return value, true, nil
}

// report tells the session of a failed expression; what it returns ends the output.
func (e *evaluator) report(err error, f *field, v objects.Value) error {
	if e.s.Failed == nil {
		return nil
	}
	if stop := e.s.Failed(err, f.source(), v); stop != nil {
		return stop
	}
	if e.request.ShowError && e.s.ErrorRecord != nil {
		e.errors = append(e.errors, e.s.ErrorRecord(err, f.source(), v))
	}
	return nil
}
