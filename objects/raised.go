package objects

import (
	"errors"

	"github.com/csshell/csshell/objects/fault"
)

// Raised is an error of a leaf package as the .NET exception that it stands
// for; any other error as it is.
func Raised(err error) error {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	e := NewException(raisedType(f.Type), f.Message)
	if f.Param != "" {
		e.Fields = map[string]Value{"ParamName": String(f.Param)}
	}
	return e
}

func raisedType(t fault.Type) *Type {
	for _, known := range [...]*Type{
		ArgumentException, ArgumentNullException, ArgumentOutOfRange, FormatException, OverflowException, DivideByZeroException,
		CultureNotFoundException, TimeZoneNotFoundException, RegexParseException, RegexMatchTimeoutException,
	} {
		if known.FullName == string(t) {
			return known
		}
	}
	return SystemException
}
