package objects

import (
	"errors"
	"strings"
)

// Exception is a .NET exception: a Go error with a type in .NET's tree, so that
// catch clauses can ask for it.
type Exception struct {
	typ     *Type
	Message string
	Inner   error
	// ErrorID is the FullyQualifiedErrorId that the exception brings along
	// (IContainsErrorRecord); "" where the type's name serves.
	ErrorID string
	// Category is the number of the ErrorCategory that it brings along.
	Category int
	// Target is the TargetObject that it brings along.
	Target Value
	// Fields are further properties by name, such as ParamName.
	Fields map[string]Value
	// Data is Exception.Data, made at first use.
	Data *Hashtable
	// Thrown says that a throw statement made it a RuntimeException
	// (WasThrownFromThrowStatement).
	Thrown bool
}

// NewException makes an exception of the type.
func NewException(t *Type, message string) *Exception { return &Exception{typ: t, Message: message} }

// WithID makes an exception that brings its error id along.
func (e *Exception) WithID(id string) *Exception { e.ErrorID = id; return e }

// Because sets the inner exception.
func (e *Exception) Because(inner error) *Exception { e.Inner = inner; return e }

// Type is the exception's .NET type.
func (e *Exception) Type() *Type { return e.typ }

// Error is the message.
func (e *Exception) Error() string { return e.Message }

// Text is the exception's ToString: its type and its message, followed by
// those of the exceptions inside.
func (e *Exception) Text() (string, error) {
	var text strings.Builder
	inside := 0
	for {
		text.WriteString(e.typ.FullName)
		if e.Message != "" {
			text.WriteString(": " + e.Message)
		}
		inner, ok := errors.AsType[*Exception](e.Inner)
		if !ok {
			break
		}
		text.WriteString("\n ---> ")
		e = inner
		inside++
	}
	for range inside {
		text.WriteString("\n   --- End of inner exception stack trace ---")
	}
	return text.String(), nil
}

// Unwrap is the inner exception.
func (e *Exception) Unwrap() error { return e.Inner }

// The exceptions that the language itself throws. Others are declared in
// objects/system, as data.
var (
	ExceptionType             = &Type{FullName: "System.Exception", Base: ObjectType, Kind: KindObject, Attributes: ExceptionAttr}
	SystemException           = &Type{FullName: "System.SystemException", Base: ExceptionType, Kind: KindObject, Attributes: ExceptionAttr}
	ArgumentException         = &Type{FullName: "System.ArgumentException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	ArgumentNullException     = &Type{FullName: "System.ArgumentNullException", Base: ArgumentException, Kind: KindObject, Attributes: ExceptionAttr}
	ArgumentOutOfRange        = &Type{FullName: "System.ArgumentOutOfRangeException", Base: ArgumentException, Kind: KindObject, Attributes: ExceptionAttr}
	ArithmeticException       = &Type{FullName: "System.ArithmeticException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	DivideByZeroException     = &Type{FullName: "System.DivideByZeroException", Base: ArithmeticException, Kind: KindObject, Attributes: ExceptionAttr}
	OverflowException         = &Type{FullName: "System.OverflowException", Base: ArithmeticException, Kind: KindObject, Attributes: ExceptionAttr}
	FormatException           = &Type{FullName: "System.FormatException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	IndexOutOfRangeException  = &Type{FullName: "System.IndexOutOfRangeException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	InvalidCastException      = &Type{FullName: "System.InvalidCastException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	InvalidOperationException = &Type{FullName: "System.InvalidOperationException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	KeyNotFoundException      = &Type{FullName: "System.Collections.Generic.KeyNotFoundException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	NotSupportedException     = &Type{FullName: "System.NotSupportedException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	NotImplementedException   = &Type{FullName: "System.NotImplementedException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	NullReferenceException    = &Type{FullName: "System.NullReferenceException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	RankException             = &Type{FullName: "System.RankException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	OperationCanceled         = &Type{FullName: "System.OperationCanceledException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	IOException               = &Type{FullName: "System.IO.IOException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	FileNotFoundException     = &Type{FullName: "System.IO.FileNotFoundException", Base: IOException, Kind: KindObject, Attributes: ExceptionAttr}
	DirectoryNotFound         = &Type{FullName: "System.IO.DirectoryNotFoundException", Base: IOException, Kind: KindObject, Attributes: ExceptionAttr}
	ObjectDisposedException   = &Type{FullName: "System.ObjectDisposedException", Base: InvalidOperationException, Kind: KindObject, Attributes: ExceptionAttr}
	OutOfMemoryException      = &Type{FullName: "System.OutOfMemoryException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	UnauthorizedAccess        = &Type{FullName: "System.UnauthorizedAccessException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	TargetInvocation          = &Type{FullName: "System.Reflection.TargetInvocationException", Base: ExceptionType, Kind: KindObject, Attributes: ExceptionAttr}

	CultureNotFoundException   = &Type{FullName: "System.Globalization.CultureNotFoundException", Base: ArgumentException, Kind: KindObject, Attributes: ExceptionAttr}
	TimeZoneNotFoundException  = &Type{FullName: "System.TimeZoneNotFoundException", Base: ExceptionType, Kind: KindObject, Attributes: ExceptionAttr}
	RegexParseException        = &Type{FullName: "System.Text.RegularExpressions.RegexParseException", Base: ArgumentException, Kind: KindObject, Attributes: ExceptionAttr}
	RegexMatchTimeoutException = &Type{FullName: "System.Text.RegularExpressions.RegexMatchTimeoutException", Base: TimeoutException, Kind: KindObject, Attributes: ExceptionAttr}
	TimeoutException           = &Type{FullName: "System.TimeoutException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}

	RuntimeException            = &Type{FullName: "System.Management.Automation.RuntimeException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	PSInvalidCastException      = &Type{FullName: "System.Management.Automation.PSInvalidCastException", Base: InvalidCastException, Kind: KindObject, Attributes: ExceptionAttr}
	PSArgumentException         = &Type{FullName: "System.Management.Automation.PSArgumentException", Base: ArgumentException, Kind: KindObject, Attributes: ExceptionAttr}
	PSArgumentNullException     = &Type{FullName: "System.Management.Automation.PSArgumentNullException", Base: ArgumentNullException, Kind: KindObject, Attributes: ExceptionAttr}
	PSArgumentOutOfRange        = &Type{FullName: "System.Management.Automation.PSArgumentOutOfRangeException", Base: ArgumentOutOfRange, Kind: KindObject, Attributes: ExceptionAttr}
	PSInvalidOperationException = &Type{FullName: "System.Management.Automation.PSInvalidOperationException", Base: InvalidOperationException, Kind: KindObject, Attributes: ExceptionAttr}
	PSNotSupportedException     = &Type{FullName: "System.Management.Automation.PSNotSupportedException", Base: NotSupportedException, Kind: KindObject, Attributes: ExceptionAttr}
	ExtendedTypeSystemException = &Type{FullName: "System.Management.Automation.ExtendedTypeSystemException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	MethodException             = &Type{FullName: "System.Management.Automation.MethodException", Base: ExtendedTypeSystemException, Kind: KindObject, Attributes: ExceptionAttr}
	MethodInvocationException   = &Type{FullName: "System.Management.Automation.MethodInvocationException", Base: MethodException, Kind: KindObject, Attributes: ExceptionAttr}
	GetValueException           = &Type{FullName: "System.Management.Automation.GetValueException", Base: ExtendedTypeSystemException, Kind: KindObject, Attributes: ExceptionAttr}
	GetValueInvocationException = &Type{FullName: "System.Management.Automation.GetValueInvocationException", Base: GetValueException, Kind: KindObject, Attributes: ExceptionAttr}
	SetValueException           = &Type{FullName: "System.Management.Automation.SetValueException", Base: ExtendedTypeSystemException, Kind: KindObject, Attributes: ExceptionAttr}
	SetValueInvocationException = &Type{FullName: "System.Management.Automation.SetValueInvocationException", Base: SetValueException, Kind: KindObject, Attributes: ExceptionAttr}
	PropertyNotFoundException   = &Type{FullName: "System.Management.Automation.PropertyNotFoundException", Base: ExtendedTypeSystemException, Kind: KindObject, Attributes: ExceptionAttr}
	CommandNotFoundException    = &Type{FullName: "System.Management.Automation.CommandNotFoundException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ParameterBindingException   = &Type{FullName: "System.Management.Automation.ParameterBindingException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ParameterBindingValidation  = &Type{FullName: "System.Management.Automation.ParameterBindingValidationException", Base: ParameterBindingException, Kind: KindObject, Attributes: ExceptionAttr}
	ValidationMetadataException = &Type{FullName: "System.Management.Automation.ValidationMetadataException", Base: ParameterBindingMetadata, Kind: KindObject, Attributes: ExceptionAttr}
	ParameterBindingMetadata    = &Type{FullName: "System.Management.Automation.MetadataException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ArgumentTransformation      = &Type{FullName: "System.Management.Automation.ArgumentTransformationMetadataException", Base: ParameterBindingMetadata, Kind: KindObject, Attributes: ExceptionAttr}
	ParseExceptionType          = &Type{FullName: "System.Management.Automation.ParseException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	IncompleteParseException    = &Type{FullName: "System.Management.Automation.IncompleteParseException", Base: ParseExceptionType, Kind: KindObject, Attributes: ExceptionAttr}
	PipelineStoppedException    = &Type{FullName: "System.Management.Automation.PipelineStoppedException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ActionPreferenceStop        = &Type{FullName: "System.Management.Automation.ActionPreferenceStopException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ItemNotFoundException       = &Type{FullName: "System.Management.Automation.ItemNotFoundException", Base: SessionStateException, Kind: KindObject, Attributes: ExceptionAttr}
	SessionStateException       = &Type{FullName: "System.Management.Automation.SessionStateException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	SessionStateUnauthorized    = &Type{FullName: "System.Management.Automation.SessionStateUnauthorizedAccessException", Base: SessionStateException, Kind: KindObject, Attributes: ExceptionAttr}
	DriveNotFoundException      = &Type{FullName: "System.Management.Automation.DriveNotFoundException", Base: SessionStateException, Kind: KindObject, Attributes: ExceptionAttr}
	ProviderNotFoundException   = &Type{FullName: "System.Management.Automation.ProviderNotFoundException", Base: SessionStateException, Kind: KindObject, Attributes: ExceptionAttr}
	ProviderInvocationException = &Type{FullName: "System.Management.Automation.ProviderInvocationException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	CmdletInvocationException   = &Type{FullName: "System.Management.Automation.CmdletInvocationException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	CallDepthOverflowException  = &Type{FullName: "System.Management.Automation.ScriptCallDepthException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	WriteErrorException         = &Type{FullName: "Microsoft.PowerShell.Commands.WriteErrorException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	ApplicationFailedException  = &Type{FullName: "System.Management.Automation.ApplicationFailedException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	HaltCommandException        = &Type{FullName: "System.Management.Automation.HaltCommandException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	HostException               = &Type{FullName: "System.Management.Automation.Host.HostException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ScriptRequiresException     = &Type{FullName: "System.Management.Automation.ScriptRequiresException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	ParentContainsErrorRecord   = &Type{FullName: "System.Management.Automation.ParentContainsErrorRecordException", Base: SystemException, Kind: KindObject, Attributes: ExceptionAttr}
	RemoteException             = &Type{FullName: "System.Management.Automation.RemoteException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
	NativeCommandExitException  = &Type{FullName: "System.Management.Automation.NativeCommandExitException", Base: RuntimeException, Kind: KindObject, Attributes: ExceptionAttr}
)
