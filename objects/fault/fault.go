// Package fault carries the exceptions of .NET out of the packages that know
// nothing of PowerShell: an [Error] is the name of an exception type and the
// message .NET gives with it.
package fault

import "errors"

// Type is the full name of an exception type of .NET.
type Type string

// The exception types that values, formats and parsers raise.
const (
	Argument      Type = "System.ArgumentException"
	ArgumentNull  Type = "System.ArgumentNullException"
	OutOfRange    Type = "System.ArgumentOutOfRangeException"
	Format        Type = "System.FormatException"
	Overflow      Type = "System.OverflowException"
	DivideByZero  Type = "System.DivideByZeroException"
	NotFound      Type = "System.Globalization.CultureNotFoundException"
	NoTimeZone    Type = "System.TimeZoneNotFoundException"
	RegexParse    Type = "System.Text.RegularExpressions.RegexParseException"
	RegexTimedOut Type = "System.Text.RegularExpressions.RegexMatchTimeoutException"
)

// Error is an exception.
type Error struct {
	Type    Type
	Message string // complete, with the parameter named where .NET names it
	Param   string // the parameter at fault, if any
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// New makes an exception of any type.
func New(t Type, message string) error { return &Error{Type: t, Message: message} }

// WithParam makes an exception that names the parameter at fault, as
// ArgumentException.Message does.
func WithParam(t Type, message, param string) error {
	return &Error{Type: t, Message: message + " (Parameter '" + param + "')", Param: param}
}

// Is reports whether err is, or wraps, an exception of the type.
func Is(err error, t Type) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Type == t
}
