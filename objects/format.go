package objects

import (
	"errors"

	"github.com/csshell/csshell/objects/composite"
	"github.com/csshell/csshell/objects/culture"
)

// Format is format -f args: .NET's composite formatting in the culture of the
// session ("about_Operators", the format operator).
func (tt *TypeTable) Format(format string, args []Value) (string, error) {
	s, err := tt.Composite(format, args)
	if e, ok := errors.AsType[*Exception](err); ok && e.typ == FormatException {
		return "", NewException(RuntimeException, "Error formatting a string: "+e.Message+".").WithID("FormatError").inCategory(invalidOperation).Because(e)
	}
	return s, err
}

// Composite is String.Format in the culture of the session. The error is a
// FormatException.
func (tt *TypeTable) Composite(format string, args []Value) (string, error) {
	return tt.CompositeIn(format, args, tt.Culture())
}

// CompositeIn is String.Format in a culture.
func (tt *TypeTable) CompositeIn(format string, args []Value, culture *culture.Culture) (string, error) {
	s, err := composite.Format(format, len(args), func(i int, format string) (string, error) {
		return tt.ToStringIn(args[i], format, culture)
	})
	return s, Raised(err)
}
