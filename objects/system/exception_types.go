package system

import "github.com/csshell/csshell/objects"

// The exceptions that are data only.
var (
	ApplicationException          = &objects.Type{FullName: "System.ApplicationException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	AggregateException            = &objects.Type{FullName: "System.AggregateException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	PlatformNotSupportedException = &objects.Type{FullName: "System.PlatformNotSupportedException", Base: objects.NotSupportedException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	UriFormatException            = &objects.Type{FullName: "System.UriFormatException", Base: objects.FormatException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	MissingMemberException        = &objects.Type{FullName: "System.MissingMemberException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	AccessViolationException      = &objects.Type{FullName: "System.AccessViolationException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	ArrayTypeMismatchException    = &objects.Type{FullName: "System.ArrayTypeMismatchException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	BadImageFormatException       = &objects.Type{FullName: "System.BadImageFormatException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	StackOverflowException        = &objects.Type{FullName: "System.StackOverflowException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	InsufficientMemoryException   = &objects.Type{FullName: "System.InsufficientMemoryException", Base: objects.OutOfMemoryException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	InvalidTimeZoneException      = &objects.Type{FullName: "System.InvalidTimeZoneException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	DllNotFoundException          = &objects.Type{FullName: "System.DllNotFoundException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	NotFiniteNumberException      = &objects.Type{FullName: "System.NotFiniteNumberException", Base: objects.ArithmeticException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	SecurityException             = &objects.Type{FullName: "System.Security.SecurityException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	AuthenticationException       = &objects.Type{FullName: "System.Security.Authentication.AuthenticationException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	DataException                 = &objects.Type{FullName: "System.Data.DataException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	PathTooLongException          = &objects.Type{FullName: "System.IO.PathTooLongException", Base: objects.IOException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	EndOfStreamException          = &objects.Type{FullName: "System.IO.EndOfStreamException", Base: objects.IOException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	DriveNotFoundException        = &objects.Type{FullName: "System.IO.DriveNotFoundException", Base: objects.IOException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	FileLoadException             = &objects.Type{FullName: "System.IO.FileLoadException", Base: objects.IOException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	InvalidDataException          = &objects.Type{FullName: "System.IO.InvalidDataException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	ThreadAbortException          = &objects.Type{FullName: "System.Threading.ThreadAbortException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	TaskCanceledException         = &objects.Type{FullName: "System.Threading.Tasks.TaskCanceledException", Base: objects.OperationCanceled, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	Win32Exception                = &objects.Type{FullName: "System.ComponentModel.Win32Exception", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	ExternalException             = &objects.Type{FullName: "System.Runtime.InteropServices.ExternalException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	COMException                  = &objects.Type{FullName: "System.Runtime.InteropServices.COMException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	CryptographicException        = &objects.Type{FullName: "System.Security.Cryptography.CryptographicException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	WebException                  = &objects.Type{FullName: "System.Net.WebException", Base: objects.InvalidOperationException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	HttpRequestException          = &objects.Type{FullName: "System.Net.Http.HttpRequestException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	SocketException               = &objects.Type{FullName: "System.Net.Sockets.SocketException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	XmlException                  = &objects.Type{FullName: "System.Xml.XmlException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	TypeLoadException             = &objects.Type{FullName: "System.TypeLoadException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// exceptionTypes are the exceptions: those of the language and those that are
// data only.
func exceptionTypes() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: objects.ExceptionType, Declare: exceptionDeclaration},
		{Type: objects.ArgumentException, Declare: argumentExceptionDeclaration},
		{Type: objects.ArgumentNullException, Declare: paramExceptionDeclaration(objects.ArgumentNullException)},
		{Type: objects.ArgumentOutOfRange, Declare: rangeExceptionDeclaration},
		{Type: TypeLoadException, Declare: plainException(TypeLoadException)},
		{Type: objects.SessionStateException, Declare: plainException(objects.SessionStateException,
			exceptionField("string ItemName {get;}", "ItemName"),
			exceptionField("System.Management.Automation.SessionStateCategory SessionStateCategory {get;}", "SessionStateCategory"))},
		{Type: objects.FileNotFoundException, Declare: plainException(objects.FileNotFoundException, exceptionField("string FileName {get;}", "FileName"))},
	}
	for _, t := range [...]*objects.Type{
		objects.SystemException, objects.ArithmeticException, objects.DivideByZeroException, objects.OverflowException, objects.FormatException,
		objects.IndexOutOfRangeException, objects.InvalidCastException, objects.InvalidOperationException, objects.KeyNotFoundException,
		objects.NotSupportedException, objects.NotImplementedException, objects.NullReferenceException, objects.RankException, objects.OperationCanceled,
		objects.IOException, objects.DirectoryNotFound, objects.OutOfMemoryException, objects.UnauthorizedAccess,
		objects.TargetInvocation, objects.CultureNotFoundException, objects.TimeZoneNotFoundException, objects.RegexParseException, objects.RegexMatchTimeoutException,
		objects.TimeoutException, objects.RuntimeException, objects.PSInvalidCastException, objects.PSArgumentException, objects.PSArgumentNullException,
		objects.PSArgumentOutOfRange, objects.PSInvalidOperationException, objects.PSNotSupportedException, objects.ExtendedTypeSystemException,
		objects.MethodException, objects.MethodInvocationException, objects.GetValueException, objects.GetValueInvocationException, objects.SetValueException,
		objects.SetValueInvocationException, objects.PropertyNotFoundException, objects.CommandNotFoundException, objects.ParameterBindingException,
		objects.ParameterBindingValidation, objects.ValidationMetadataException, objects.ParameterBindingMetadata, objects.ArgumentTransformation,
		objects.ParseExceptionType, objects.IncompleteParseException, objects.PipelineStoppedException, objects.ActionPreferenceStop, objects.ItemNotFoundException,
		objects.SessionStateUnauthorized, objects.DriveNotFoundException, objects.ProviderNotFoundException,
		objects.ProviderInvocationException, objects.CmdletInvocationException, objects.CallDepthOverflowException, objects.WriteErrorException,
		objects.ApplicationFailedException, objects.HaltCommandException, objects.HostException, objects.ScriptRequiresException, objects.ParentContainsErrorRecord,
		objects.NativeCommandExitException,
		ApplicationException, objects.ObjectDisposedException, PlatformNotSupportedException, UriFormatException, MissingMemberException, AccessViolationException, ArrayTypeMismatchException, BadImageFormatException, StackOverflowException, InsufficientMemoryException, InvalidTimeZoneException, DllNotFoundException, NotFiniteNumberException, SecurityException, AuthenticationException, DataException, PathTooLongException, EndOfStreamException, DriveNotFoundException, FileLoadException, InvalidDataException, ThreadAbortException, TaskCanceledException, Win32Exception, ExternalException, COMException, CryptographicException, WebException, HttpRequestException, SocketException, XmlException,
	} {
		entries = append(entries, objects.TypeEntry{Type: t, Declare: plainException(t)})
	}
	return append(entries, objects.TypeEntry{Type: AggregateException, Declare: aggregateDeclaration})
}

// aggregateDeclaration is that of an exception that stands for several, whose
// messages follow its own in parentheses.
func aggregateDeclaration() *objects.Declaration {
	create := func(message string, inner []value) value {
		e := objects.NewException(AggregateException, message)
		for _, v := range inner {
			e.Message += " (" + exceptionOf(v).Message + ")"
		}
		if len(inner) > 0 {
			e.Inner = exceptionOf(inner[0])
		}
		setField(e, "InnerExceptions", objects.ArrayValue(inner))
		return objects.Of(e)
	}
	const several = "One or more errors occurred."
	return &objects.Declaration{
		Type: AggregateException,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return create(several, nil) }),
			total("new(string message)", func(c *call) value { return create(c.Str(0), nil) }),
			total("new(string message, System.Exception innerException)", func(c *call) value { return create(c.Str(0), c.Args[1:]) }),
			total("new(string message, Params System.Exception[] innerExceptions)", func(c *call) value { return create(c.Str(0), c.Items(1)) }),
			total("new(Params System.Exception[] innerExceptions)", func(c *call) value { return create(several, c.Items(0)) }),
		},
		Properties: []objects.Property{reads("System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions {get;}", func(v value) value {
			e := exceptionOf(v)
			if list, ok := e.Fields["InnerExceptions"]; ok {
				return list
			}
			if inner := innerOf(e); !inner.IsNull() {
				return objects.ArrayValue([]value{inner})
			}
			return objects.ArrayValue(nil)
		})},
		Methods: []objects.Method{total("System.AggregateException Flatten()", func(c *call) value { return c.This })},
	}
}

// plainException is a type that differs from its base by name, and by the fields
// that it brings along.
func plainException(t *objects.Type, fields ...objects.Property) func() *objects.Declaration {
	return func() *objects.Declaration {
		return &objects.Declaration{Type: t, Constructors: ExceptionConstructors(), Properties: fields}
	}
}
