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

func exceptionType(name string, base *Type) *Type {
	return &Type{FullName: name, Base: base, Kind: KindObject, Attributes: ExceptionAttr}
}

// The exceptions that the language itself throws. Others are declared in
// objects/system, as data.
var (
	ExceptionType             = exceptionType("System.Exception", ObjectType)
	SystemException           = exceptionType("System.SystemException", ExceptionType)
	ArgumentException         = exceptionType("System.ArgumentException", SystemException)
	ArgumentNullException     = exceptionType("System.ArgumentNullException", ArgumentException)
	ArgumentOutOfRange        = exceptionType("System.ArgumentOutOfRangeException", ArgumentException)
	ArithmeticException       = exceptionType("System.ArithmeticException", SystemException)
	DivideByZeroException     = exceptionType("System.DivideByZeroException", ArithmeticException)
	OverflowException         = exceptionType("System.OverflowException", ArithmeticException)
	FormatException           = exceptionType("System.FormatException", SystemException)
	IndexOutOfRangeException  = exceptionType("System.IndexOutOfRangeException", SystemException)
	InvalidCastException      = exceptionType("System.InvalidCastException", SystemException)
	InvalidOperationException = exceptionType("System.InvalidOperationException", SystemException)
	KeyNotFoundException      = exceptionType("System.Collections.Generic.KeyNotFoundException", SystemException)
	NotSupportedException     = exceptionType("System.NotSupportedException", SystemException)
	NotImplementedException   = exceptionType("System.NotImplementedException", SystemException)
	NullReferenceException    = exceptionType("System.NullReferenceException", SystemException)
	RankException             = exceptionType("System.RankException", SystemException)
	OperationCanceled         = exceptionType("System.OperationCanceledException", SystemException)
	IOException               = exceptionType("System.IO.IOException", SystemException)
	FileNotFoundException     = exceptionType("System.IO.FileNotFoundException", IOException)
	DirectoryNotFound         = exceptionType("System.IO.DirectoryNotFoundException", IOException)
	ObjectDisposedException   = exceptionType("System.ObjectDisposedException", InvalidOperationException)
	OutOfMemoryException      = exceptionType("System.OutOfMemoryException", SystemException)
	UnauthorizedAccess        = exceptionType("System.UnauthorizedAccessException", SystemException)
	TargetInvocation          = exceptionType("System.Reflection.TargetInvocationException", ExceptionType)

	CultureNotFoundException   = exceptionType("System.Globalization.CultureNotFoundException", ArgumentException)
	TimeZoneNotFoundException  = exceptionType("System.TimeZoneNotFoundException", ExceptionType)
	RegexParseException        = exceptionType("System.Text.RegularExpressions.RegexParseException", ArgumentException)
	RegexMatchTimeoutException = exceptionType("System.Text.RegularExpressions.RegexMatchTimeoutException", TimeoutException)
	TimeoutException           = exceptionType("System.TimeoutException", SystemException)

	RuntimeException            = exceptionType("System.Management.Automation.RuntimeException", SystemException)
	PSInvalidCastException      = exceptionType("System.Management.Automation.PSInvalidCastException", InvalidCastException)
	PSArgumentException         = exceptionType("System.Management.Automation.PSArgumentException", ArgumentException)
	PSArgumentNullException     = exceptionType("System.Management.Automation.PSArgumentNullException", ArgumentNullException)
	PSArgumentOutOfRange        = exceptionType("System.Management.Automation.PSArgumentOutOfRangeException", ArgumentOutOfRange)
	PSInvalidOperationException = exceptionType("System.Management.Automation.PSInvalidOperationException", InvalidOperationException)
	PSNotSupportedException     = exceptionType("System.Management.Automation.PSNotSupportedException", NotSupportedException)
	ExtendedTypeSystemException = exceptionType("System.Management.Automation.ExtendedTypeSystemException", RuntimeException)
	MethodException             = exceptionType("System.Management.Automation.MethodException", ExtendedTypeSystemException)
	MethodInvocationException   = exceptionType("System.Management.Automation.MethodInvocationException", MethodException)
	GetValueException           = exceptionType("System.Management.Automation.GetValueException", ExtendedTypeSystemException)
	GetValueInvocationException = exceptionType("System.Management.Automation.GetValueInvocationException", GetValueException)
	SetValueException           = exceptionType("System.Management.Automation.SetValueException", ExtendedTypeSystemException)
	SetValueInvocationException = exceptionType("System.Management.Automation.SetValueInvocationException", SetValueException)
	PropertyNotFoundException   = exceptionType("System.Management.Automation.PropertyNotFoundException", ExtendedTypeSystemException)
	CommandNotFoundException    = exceptionType("System.Management.Automation.CommandNotFoundException", RuntimeException)
	ParameterBindingException   = exceptionType("System.Management.Automation.ParameterBindingException", RuntimeException)
	ParameterBindingValidation  = exceptionType("System.Management.Automation.ParameterBindingValidationException", ParameterBindingException)
	ValidationMetadataException = exceptionType("System.Management.Automation.ValidationMetadataException", ParameterBindingMetadata)
	ParameterBindingMetadata    = exceptionType("System.Management.Automation.MetadataException", RuntimeException)
	ArgumentTransformation      = exceptionType("System.Management.Automation.ArgumentTransformationMetadataException", ParameterBindingMetadata)
	ParseExceptionType          = exceptionType("System.Management.Automation.ParseException", RuntimeException)
	IncompleteParseException    = exceptionType("System.Management.Automation.IncompleteParseException", ParseExceptionType)
	PipelineStoppedException    = exceptionType("System.Management.Automation.PipelineStoppedException", RuntimeException)
	ActionPreferenceStop        = exceptionType("System.Management.Automation.ActionPreferenceStopException", RuntimeException)
	ItemNotFoundException       = exceptionType("System.Management.Automation.ItemNotFoundException", SessionStateException)
	SessionStateException       = exceptionType("System.Management.Automation.SessionStateException", RuntimeException)
	SessionStateUnauthorized    = exceptionType("System.Management.Automation.SessionStateUnauthorizedAccessException", SessionStateException)
	DriveNotFoundException      = exceptionType("System.Management.Automation.DriveNotFoundException", SessionStateException)
	ProviderNotFoundException   = exceptionType("System.Management.Automation.ProviderNotFoundException", SessionStateException)
	ProviderInvocationException = exceptionType("System.Management.Automation.ProviderInvocationException", RuntimeException)
	CmdletInvocationException   = exceptionType("System.Management.Automation.CmdletInvocationException", RuntimeException)
	CallDepthOverflowException  = exceptionType("System.Management.Automation.ScriptCallDepthException", SystemException)
	WriteErrorException         = exceptionType("Microsoft.PowerShell.Commands.WriteErrorException", SystemException)
	ApplicationFailedException  = exceptionType("System.Management.Automation.ApplicationFailedException", RuntimeException)
	HaltCommandException        = exceptionType("System.Management.Automation.HaltCommandException", SystemException)
	HostException               = exceptionType("System.Management.Automation.Host.HostException", RuntimeException)
	ScriptRequiresException     = exceptionType("System.Management.Automation.ScriptRequiresException", RuntimeException)
	ParentContainsErrorRecord   = exceptionType("System.Management.Automation.ParentContainsErrorRecordException", SystemException)
	NativeCommandExitException  = exceptionType("System.Management.Automation.NativeCommandExitException", RuntimeException)
)
