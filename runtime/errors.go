package runtime

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
)

// ErrorCategory classifies errors (System.Management.Automation.ErrorCategory).
type ErrorCategory int

// The categories, with .NET's numbers.
const (
	NotSpecified ErrorCategory = iota
	OpenError
	CloseError
	DeviceError
	DeadlockDetected
	InvalidArgument
	InvalidData
	InvalidOperation
	InvalidResult
	InvalidType
	MetadataError
	NotImplemented
	NotInstalled
	ObjectNotFound
	OperationStopped
	OperationTimeout
	SyntaxError
	ParserError
	PermissionDenied
	ResourceBusy
	ResourceExists
	ResourceUnavailable
	ReadError
	WriteError
	FromStdErr
	SecurityError
	ProtocolError
	ConnectionError
	AuthenticationError
	LimitsExceeded
	QuotaExceeded
	NotEnabled
)

// ErrorRecord is an error as scripts see it: an exception with the id,
// category, target and place (System.Management.Automation.ErrorRecord). It is
// a Go error, so it travels up the stack as it is.
type ErrorRecord struct {
	Exception *objects.Exception
	// ID is the first part of FullyQualifiedErrorId; the command's name follows
	// it after a comma where the command wrote the error.
	ID       string
	Category CategoryInfo
	Target   objects.Value
	// Invocation is the command at fault; nil before it is known.
	Invocation *InvocationInfo
	// Extent is the place in the source; nil before it is known.
	Extent *ScriptExtent
	// Details is ErrorDetails: a message that replaces the exception's.
	Details *ErrorDetails
	// ScriptStackTrace is the call stack at the error.
	ScriptStackTrace string

	command  string       // of the FullyQualifiedErrorId, "" for errors of the language
	thrown   bool         // by a throw statement: goes up through statements
	stop     bool         // by -ErrorAction Stop: likewise
	leaves   *Scope       // of the function that ThrowTerminatingError ends
	gathered bool         // in the variables of -ErrorVariable already
	native   bool         // a line that a program wrote to its standard error
	parse    *parseErrors // of a program that could not be run
	// binding is the call whose arguments could not be bound: a command around it
	// takes the error over.
	binding *InvocationInfo
}

// CategoryInfo is ErrorRecord.CategoryInfo.
type CategoryInfo struct {
	Category   ErrorCategory
	Activity   string
	Reason     string
	TargetName string
	TargetType string
}

// ErrorDetails are texts that replace those of the exception.
type ErrorDetails struct {
	Message           string
	RecommendedAction string
}

// NewErrorRecord makes a record. err becomes its exception: an
// *objects.Exception stays, any other error is wrapped into a RuntimeException
// with its message.
func NewErrorRecord(err error, id string, category ErrorCategory, target objects.Value) *ErrorRecord {
	e, ok := errors.AsType[*objects.Exception](err)
	if !ok {
		e = objects.NewException(objects.RuntimeException, err.Error())
	}
	return &ErrorRecord{Exception: e, ID: id, Category: CategoryInfo{Category: category}, Target: target}
}

// Errorf makes a record with a new exception of the type.
func newError(t *objects.Type, id string, category ErrorCategory, target objects.Value, message string) *ErrorRecord {
	return NewErrorRecord(objects.NewException(t, message), id, category, target)
}

// Error is the message.
func (r *ErrorRecord) Error() string {
	if r.Details != nil && r.Details.Message != "" {
		return r.Details.Message
	}
	return r.Exception.Message
}

// Unwrap is the exception.
func (r *ErrorRecord) Unwrap() error { return r.Exception }

// FullyQualifiedErrorID is the id with the command that wrote the error.
func (r *ErrorRecord) FullyQualifiedErrorID() string {
	if r.command == "" {
		return r.ID
	}
	return strings.Join([]string{r.ID, r.command}, ",")
}

// place is where the error points at in the source: the command at fault, else
// the statement; nil where neither is known.
func (r *ErrorRecord) place() *ScriptExtent {
	if r.Invocation != nil {
		return r.Invocation.Extent
	}
	return r.Extent
}

// attributed is the error as one of a command, which gives its name to the id and
// its place to the error. What $Error holds stays as it was.
func (r *ErrorRecord) attributed(info *InvocationInfo, command string) *ErrorRecord {
	c := *r
	c.Invocation, c.command = info.ofError(info.Extent), command
	return &c
}

// bindingWithin reports whether the error is that of arguments of another call
// than the one described, so of one within it.
func (r *ErrorRecord) bindingWithin(info *InvocationInfo) bool {
	return r.binding != nil && r.binding != info
}

// Type is System.Management.Automation.ErrorRecord.
func (r *ErrorRecord) Type() *objects.Type { return ErrorRecordType }

// ErrorRecordType is System.Management.Automation.ErrorRecord.
var ErrorRecordType = &objects.Type{FullName: "System.Management.Automation.ErrorRecord", Kind: objects.KindObject}

// asRecord turns any error into a record that knows where it happened. The
// innermost position wins, so callers further out may call it again.
func asRecord(err error, at *ScriptExtent) *ErrorRecord {
	record, ok := recordIn(err)
	if !ok {
		record = recordOf(err)
	}
	if record.Extent == nil {
		record.Extent = at
	}
	return record
}

// recordIn is the record that err is, below what Go code has put around it. A
// record inside an exception is the cause of that exception and not the error.
func recordIn(err error) (*ErrorRecord, bool) {
	for ; err != nil; err = errors.Unwrap(err) {
		switch e := err.(type) {
		case *ErrorRecord:
			return e, true
		case *objects.Exception:
			return nil, false
		}
	}
	return nil, false
}

// recordOf makes the record of an error of an expression. An exception that
// brings an id along but is no RuntimeException becomes the inner one of a
// RuntimeException, which takes over id and category; one of .NET's own stays
// what it is, the full name of its type being the id.
func recordOf(err error) *ErrorRecord {
	e, ok := errors.AsType[*objects.Exception](err)
	if !ok {
		e = objects.NewException(objects.SystemException, err.Error())
	}
	id, category := e.ErrorID, ErrorCategory(e.Category)
	own := e.Type().DerivesFrom(objects.RuntimeException)
	switch {
	case id == "" && own:
		id = e.Type().Name()
	case id == "":
		id = e.Type().FullName
		if category == NotSpecified {
			category = OperationStopped
		}
	case !own:
		if category == NotSpecified && e.Type().DerivesFrom(objects.InvalidCastException) {
			category = InvalidArgument
		}
		target := e.Target
		e = objects.NewException(objects.RuntimeException, e.Message).Because(e)
		e.Target = target
	}
	return &ErrorRecord{Exception: e, ID: id, Category: CategoryInfo{Category: category}, Target: e.Target}
}

// commandRecord makes the record of an error that a cmdlet returned without
// one: its exception as it is, with the type's full name as the id.
func commandRecord(err error) *ErrorRecord {
	if r, ok := recordIn(err); ok {
		return r
	}
	e, ok := errors.AsType[*objects.Exception](err)
	if !ok {
		e = objects.NewException(objects.SystemException, err.Error())
	}
	id := e.ErrorID
	if id == "" {
		id = e.Type().FullName
	}
	return &ErrorRecord{Exception: e, ID: id, Category: CategoryInfo{Category: ErrorCategory(e.Category)}, Target: e.Target}
}
