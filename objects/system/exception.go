package system

import (
	"errors"

	"github.com/csshell/csshell/objects"
)

// exceptionDeclaration is what every exception has; the types below
// System.Exception differ by name only, but for those with properties.
func exceptionDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         objects.ExceptionType,
		Constructors: ExceptionConstructors(),
		Properties: []objects.Property{
			reads("System.Reflection.MethodBase TargetSite {get;}", func(value) value { return objects.Null }),
			reads("string Message {get;}", func(this value) value { return objects.String(exceptionOf(this).Message) }),
			reads("System.Collections.IDictionary Data {get;}", func(this value) value {
				e := exceptionOf(this)
				if e.Data == nil {
					e.Data = objects.NewDictionary(objects.ListDictionaryType, false)
				}
				return objects.Of(e.Data)
			}),
			reads("System.Exception InnerException {get;}", func(this value) value { return innerOf(exceptionOf(this)) }),
			exceptionField("string HelpLink {get;set;}", "HelpLink"),
			exceptionField("string Source {get;set;}", "Source"),
			{
				Signature: "int HResult {get;set;}",
				Get: func(this value) (value, error) {
					if v, ok := exceptionOf(this).Fields["HResult"]; ok {
						return v, nil
					}
					return objects.Int32(hresult(exceptionOf(this).Type())), nil
				},
				Set: func(this, v value) error { setField(exceptionOf(this), "HResult", v); return nil },
			},
			exceptionField("string StackTrace {get;}", "StackTrace"),
		},
		Methods: append(objects.Unable("void GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)"),
			total("System.Exception GetBaseException()", func(c *call) value {
				v := c.This
				for {
					inner := innerOf(exceptionOf(v))
					if inner.IsNull() {
						return v
					}
					v = inner
				}
			}),
			partial("string ToString()", func(c *call) (value, error) {
				text, err := exceptionOf(c.This).Text()
				return objects.String(text), err
			}),
		),
	}
}

func exceptionOf(v value) *objects.Exception {
	if e, ok := objects.As[*objects.Exception](v); ok {
		return e
	}
	return objects.NewException(objects.ExceptionType, "")
}

func innerOf(e *objects.Exception) value {
	if e.Inner == nil {
		return objects.Null
	}
	if inner, ok := errors.AsType[*objects.Exception](e.Inner); ok {
		return objects.Of(inner)
	}
	return objects.Of(objects.NewException(objects.ExceptionType, e.Inner.Error()))
}

func setField(e *objects.Exception, name string, v value) {
	if e.Fields == nil {
		e.Fields = map[string]value{}
	}
	e.Fields[name] = v
}

// exceptionField is a property kept among the exception's fields.
func exceptionField(signature, name string) objects.Property {
	return objects.Property{
		Signature: signature,
		Get:       func(this value) (value, error) { return exceptionOf(this).Fields[name], nil },
		Set:       func(this, v value) error { setField(exceptionOf(this), name, v); return nil },
	}
}

// ExceptionConstructors are the constructors that nearly every exception has.
func ExceptionConstructors() []objects.Method {
	return []objects.Method{
		total("new()", func(c *call) value { return objects.Of(objects.NewException(c.Type, standardMessage(c.Type))) }),
		total("new(string message)", func(c *call) value { return objects.Of(objects.NewException(c.Type, c.Str(0))) }),
		total("new(string message, System.Exception innerException)", func(c *call) value {
			e := objects.NewException(c.Type, c.Str(0))
			if c.Is(1) {
				e.Inner = exceptionOf(c.Args[1])
			}
			return objects.Of(e)
		}),
	}
}

// standardMessage is what an exception says that was made without a message.
func standardMessage(t *objects.Type) string {
	for _, m := range exceptionMessages {
		if m.typ == t.FullName {
			return m.text
		}
	}
	return "Exception of type '" + t.FullName + "' was thrown."
}

// exceptionMessages are the standard messages and numbers (HRESULT) of exceptions.
var exceptionMessages = [...]struct {
	typ, text string
	number    uint32
}{
	{"System.SystemException", "System error.", 0x80131501},
	{"System.ApplicationException", "Error in the application.", 0x80131600},
	{"System.ArgumentException", "Value does not fall within the expected range.", 0x80070057},
	{"System.ArgumentNullException", "Value cannot be null.", 0x80004003},
	{"System.ArgumentOutOfRangeException", "Specified argument was out of the range of valid values.", 0x80131502},
	{"System.ArithmeticException", "Overflow or underflow in the arithmetic operation.", 0x80070216},
	{"System.DivideByZeroException", "Attempted to divide by zero.", 0x80020012},
	{"System.OverflowException", "Arithmetic operation resulted in an overflow.", 0x80131516},
	{"System.FormatException", "One of the identified items was in an invalid format.", 0x80131537},
	{"System.IndexOutOfRangeException", "Index was outside the bounds of the array.", 0x80131508},
	{"System.InvalidCastException", "Specified cast is not valid.", 0x80004002},
	{"System.InvalidOperationException", "Operation is not valid due to the current state of the object.", 0x80131509},
	{"System.NotSupportedException", "Specified method is not supported.", 0x80131515},
	{"System.NotImplementedException", "The method or operation is not implemented.", 0x80004001},
	{"System.NullReferenceException", "Object reference not set to an instance of an object.", 0x80004003},
	{"System.TimeoutException", "The operation has timed out.", 0x80131505},
	{"System.UnauthorizedAccessException", "Attempted to perform an unauthorized operation.", 0x80070005},
	{"System.OperationCanceledException", "The operation was canceled.", 0x8013153B},
	{"System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.", 0x8007000E},
	{"System.RankException", "Attempted to operate on an array with the incorrect number of dimensions.", 0x80131517},
	{"System.IO.IOException", "I/O error occurred.", 0x80131620},
	{"System.IO.FileNotFoundException", "Unable to find the specified file.", 0x80070002},
	{"System.IO.DirectoryNotFoundException", "Attempted to access a path that is not on the disk.", 0x80070003},
	{"System.Collections.Generic.KeyNotFoundException", "The given key was not present in the dictionary.", 0x80131577},
	{"System.AggregateException", "One or more errors occurred.", 0x80131500},
	{"System.Security.SecurityException", "Security error.", 0x8013150A},
}

func hresult(t *objects.Type) int32 {
	for c := t; c != nil; c = c.BaseType() {
		for _, m := range exceptionMessages {
			if m.typ == c.FullName {
				return int32(m.number)
			}
		}
	}
	return int32(-2146233088) // COR_E_EXCEPTION
}

// argumentExceptionDeclaration adds the name of the parameter.
func argumentExceptionDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.ArgumentException,
		Constructors: append(ExceptionConstructors(),
			total("new(string message, string paramName)", func(c *call) value { return argumentException(c, 0, 1) })),
		Properties: []objects.Property{
			reads("string Message {get;}", func(this value) value { return objects.String(exceptionOf(this).Message) }),
			{Signature: "string ParamName {get;}", Get: func(this value) (value, error) { return exceptionOf(this).Fields["ParamName"], nil }},
		},
	}
}

// argumentException makes one whose message names the parameter.
func argumentException(c *call, message, param int) value {
	text := standardMessage(c.Type)
	if message >= 0 {
		text = c.Str(message)
	}
	name := c.Str(param)
	e := objects.NewException(c.Type, text)
	if name != "" {
		e.Message += " (Parameter '" + name + "')"
	}
	setField(e, "ParamName", objects.String(name))
	return objects.Of(e)
}

// paramExceptionDeclaration is that of the exceptions whose first parameter is
// the name of a parameter.
func paramExceptionDeclaration(t *objects.Type) func() *objects.Declaration {
	return func() *objects.Declaration {
		return &objects.Declaration{
			Type: t,
			Constructors: []objects.Method{
				total("new()", func(c *call) value { return objects.Of(objects.NewException(c.Type, standardMessage(c.Type))) }),
				total("new(string paramName)", func(c *call) value { return argumentException(c, -1, 0) }),
				total("new(string message, System.Exception innerException)", func(c *call) value {
					e := objects.NewException(c.Type, c.Str(0))
					if c.Is(1) {
						e.Inner = exceptionOf(c.Args[1])
					}
					return objects.Of(e)
				}),
				total("new(string paramName, string message)", func(c *call) value { return argumentException(c, 1, 0) }),
			},
		}
	}
}

// rangeExceptionDeclaration adds the value that was out of range.
func rangeExceptionDeclaration() *objects.Declaration {
	d := paramExceptionDeclaration(objects.ArgumentOutOfRange)()
	d.Constructors = append(d.Constructors, total("new(string paramName, System.Object actualValue, string message)", func(c *call) value {
		v := argumentException(c, 2, 0)
		e := exceptionOf(v)
		if text, err := c.Types.Text(c.Args[1], " "); err == nil && c.Is(1) {
			e.Message += "\nActual value was " + text + "."
		}
		setField(e, "ActualValue", c.Args[1])
		return v
	}))
	d.Properties = append(d.Properties, exceptionField("System.Object ActualValue {get;}", "ActualValue"))
	return d
}
