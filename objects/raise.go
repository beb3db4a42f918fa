package objects

import "strconv"

// This file makes the exceptions that methods of .NET throw for their
// arguments.

func ofParameter(t *Type, message, param string) *Exception {
	e := NewException(t, message)
	e.Fields = map[string]Value{"ParamName": String(param)}
	return e
}

// BadArgument is an ArgumentException that names the parameter.
func BadArgument(message, param string) *Exception {
	return ofParameter(ArgumentException, message+" (Parameter '"+param+"')", param)
}

// NullArgument is an ArgumentNullException.
func NullArgument(param string) *Exception {
	return ofParameter(ArgumentNullException, "Value cannot be null. (Parameter '"+param+"')", param)
}

// OutOfRange is an ArgumentOutOfRangeException that names the parameter.
func OutOfRange(message, param string) *Exception {
	return ofParameter(ArgumentOutOfRange, message+" (Parameter '"+param+"')", param)
}

// NegativeArgument is the ArgumentOutOfRangeException for a number below zero.
func NegativeArgument(param string, n int) *Exception {
	s := strconv.Itoa(n)
	return OutOfRange(param+" ('"+s+"') must be a non-negative value.", param).actual(s)
}

// GreaterArgument is the ArgumentOutOfRangeException for a number above a limit.
func GreaterArgument(param string, n, limit int) *Exception {
	s := strconv.Itoa(n)
	return OutOfRange(param+" ('"+s+"') must be less than or equal to '"+strconv.Itoa(limit)+"'.", param).actual(s)
}

func (e *Exception) actual(value string) *Exception {
	e.Message += "\nActual value was " + value + "."
	return e
}

// IndexOutOfRange is the ArgumentOutOfRangeException of a list's index.
func IndexOutOfRange(param string) *Exception {
	return OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", param)
}

// CollectionModified is the error of going on through a list that has changed.
func CollectionModified() error {
	return NewException(InvalidOperationException, "Collection was modified; enumeration operation may not execute.")
}
