package runtime

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// bindingArgumentTransformation is the exception of an argument that a
// function's parameter could not convert; only its name is public.
var bindingArgumentTransformation = &objects.Type{
	FullName: namespace + "ParameterBindingArgumentTransformationException", Base: objects.ParameterBindingException,
	Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// The ids of binding errors that the binder asks for.
const (
	transformationID = "ParameterArgumentTransformationError"
	validationID     = "ParameterArgumentValidationError"
)

// fault describes an error of binding (ParameterBindingException).
type fault struct {
	id        string
	message   string
	category  ErrorCategory // InvalidArgument where it is not said
	exception *objects.Type // ParameterBindingException where it is not said
	parameter string
	wanted    *objects.Type
	given     *objects.Type
	argument  *argument // where it points at; the command where nil
	inner     error
}

// fail makes the error record of a fault, with the name of the command in its
// id and the argument's place.
func (b *binder) fail(f fault) *ErrorRecord {
	if f.exception == nil {
		f.exception = objects.ParameterBindingException
	}
	if f.category == NotSpecified {
		f.category = InvalidArgument
	}
	e := objects.NewException(f.exception, f.message).WithID(f.id)
	e.Inner = f.inner
	e.Fields = map[string]objects.Value{
		"ErrorId": objects.String(f.id), "ParameterName": objects.String(f.parameter),
		"ParameterType": typeOrNull(f.wanted), "TypeSpecified": typeOrNull(f.given),
	}
	r := NewErrorRecord(e, f.id, f.category, objects.Null)
	r.command, r.binding = b.errorSource(), b.info
	if b.info != nil {
		r.Extent = b.extentOf(f.argument)
		r.Invocation = b.info.ofError(r.Extent)
		e.Fields["CommandInvocation"] = objects.Of(b.info)
		if r.Extent != nil {
			at := r.Extent.Source.Position(r.Extent.Start)
			e.Fields["Line"], e.Fields["Offset"] = objects.Int64(int64(at.Line)), objects.Int64(int64(at.Column))
		}
	}
	return r
}

func typeOrNull(t *objects.Type) objects.Value {
	if t == nil {
		return objects.Null
	}
	return objects.TypeValue(t)
}

// extentOf is the place of an argument in the script, or that of the command.
func (b *binder) extentOf(a *argument) *ScriptExtent {
	at := b.info.Extent
	if at == nil || a == nil || a.place() == (parser.Extent{}) {
		return at
	}
	return &ScriptExtent{Source: at.Source, Extent: a.place()}
}

// errorSource is what follows the comma in the ids of the command's errors.
func (b *binder) errorSource() string {
	if b.command == nil {
		return ""
	}
	if c, ok := b.command.(*CmdletCommand); ok && c.kind != nil {
		return c.kind.class
	}
	return b.command.Name()
}

// errorText is the message of an error without what the runtime wrapped around
// it.
func errorText(err error) string {
	if r, ok := errors.AsType[*ErrorRecord](err); ok {
		return r.Error()
	}
	return err.Error()
}

// isCastFailure reports whether err is a binding error because a value could
// not be converted.
func isCastFailure(err error) bool {
	r, ok := errors.AsType[*ErrorRecord](err)
	if !ok || r.Exception.Inner == nil {
		return false
	}
	for inner := r.Exception.Inner; inner != nil; inner = errors.Unwrap(inner) {
		if e, ok := inner.(*objects.Exception); ok && e.Type().DerivesFrom(objects.InvalidCastException) {
			return true
		}
	}
	return false
}

// isValidation reports whether err is the error of a validation attribute or of
// a null or empty argument.
func isValidation(err error) bool {
	r, ok := errors.AsType[*ErrorRecord](err)
	return ok && r.Exception.Type() == objects.ParameterBindingValidation
}

// isTransformation reports whether err comes from a type or an attribute that
// changes the argument of a function.
func isTransformation(err error) bool {
	r, ok := errors.AsType[*ErrorRecord](err)
	return ok && r.Exception.Type() == bindingArgumentTransformation
}

func (b *binder) unknownParameter(a *argument) error {
	return b.fail(fault{id: "NamedParameterNotFound", parameter: a.name, argument: &argument{at: a.at},
		message: "A parameter cannot be found that matches parameter name '" + a.name + "'."})
}

func (b *binder) ambiguousParameter(a *argument, found []*Parameter) error {
	var names strings.Builder
	for _, p := range found {
		names.WriteString(" -" + p.Name)
	}
	return b.fail(fault{id: "AmbiguousParameter", parameter: a.name, argument: &argument{at: a.at},
		message: "Parameter cannot be processed because the parameter name '" + a.name + "' is ambiguous. Possible matches include:" + names.String() + "."})
}

func (b *binder) missingArgument(a *argument, p *Parameter) error {
	return b.fail(fault{id: "MissingArgument", parameter: p.Name, wanted: p.Type, argument: &argument{at: a.at},
		message: "Missing an argument for parameter '" + p.Name + "'. Specify a parameter of type '" + netName(p.Type) + "' and try again."})
}

func (b *binder) alreadyBound(a *argument, p *Parameter) error {
	return b.fail(fault{id: "ParameterAlreadyBound", parameter: p.Name, argument: &argument{at: a.at},
		message: "Cannot bind parameter because parameter '" + p.Name + "' is specified more than once. " +
			`To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".`})
}

func (b *binder) ambiguousSet() error {
	return b.fail(fault{id: "AmbiguousParameterSet", message: "Parameter set cannot be resolved using the specified named parameters. " +
		"One or more parameters issued cannot be used together or an insufficient number of parameters were provided."})
}

func (b *binder) noPosition(a *argument) error {
	text := "$null"
	if !a.value.IsNull() {
		text = elementText(b.session, a.value)
	}
	return b.fail(fault{id: "PositionalParameterNotFound", given: a.value.Type(), argument: a,
		message: "A positional parameter cannot be found that accepts argument '" + text + "'."})
}

func (b *binder) missingMandatory(missing []*Parameter) error {
	return b.fail(fault{id: "MissingMandatoryParameter", parameter: nameList(missing),
		message: "Cannot process command because of one or more missing mandatory parameters:" + nameList(missing) + "."})
}

// nameList are the names of parameters, each after a blank.
func nameList(parameters []*Parameter) string {
	var names strings.Builder
	for _, p := range parameters {
		names.WriteString(" " + p.Name)
	}
	return names.String()
}

// invalidArgument wraps the error of a validation attribute.
func (b *binder) invalidArgument(p *Parameter, a *argument, err error) error {
	if isFlow(err) {
		return err
	}
	return b.fail(fault{id: validationID, category: InvalidData, exception: objects.ParameterBindingValidation,
		parameter: p.Name, wanted: p.Type, given: a.value.Type(), argument: a, inner: err,
		message: "Cannot validate argument on parameter '" + p.Name + "'. " + errorText(err)})
}

// empty is the error of a mandatory parameter that may not be null or empty;
// what is Null, EmptyString, EmptyArray or EmptyCollection.
func (b *binder) empty(p *Parameter, a *argument, what, is string) error {
	return b.fail(fault{id: validationID + what + "NotAllowed", category: InvalidData, exception: objects.ParameterBindingValidation,
		parameter: p.Name, wanted: p.Type, given: a.value.Type(), argument: a,
		message: "Cannot bind argument to parameter '" + p.Name + "' because it is " + is + "."})
}

// transformFailed wraps the error of a transformation attribute or a type
// before a function's parameter.
func (b *binder) transformFailed(p *Parameter, a *argument, err error) error {
	if isFlow(err) {
		return err
	}
	text := errorText(err)
	inner := objects.NewException(objects.ArgumentTransformation, text).Because(err)
	return b.fail(fault{id: transformationID, category: InvalidData, exception: bindingArgumentTransformation,
		parameter: p.Name, wanted: p.Type, given: a.value.Type(), argument: a, inner: inner,
		message: "Cannot process argument transformation on parameter '" + p.Name + "'. " + text})
}

// notConvertible is the error of a cmdlet's argument that does not convert.
func (b *binder) notConvertible(p *Parameter, a *argument, err error) error {
	return b.fail(fault{id: "CannotConvertArgumentNoMessage", parameter: p.Name, wanted: p.Type, given: a.value.Type(), argument: a, inner: err,
		message: "Cannot bind parameter '" + p.Name + "'. " + errorText(err)})
}

// notScalar is the error of a list for a parameter that takes one value.
func (b *binder) notScalar(p *Parameter, a *argument) error {
	t := a.value.Type()
	return b.fail(fault{id: "CannotConvertArgument", parameter: p.Name, wanted: p.Type, given: t, argument: a,
		message: "Cannot convert '" + netName(t) + "' to the type '" + netName(p.Type) + "' required by parameter '" + p.Name + "'. Specified method is not supported."})
}

// notSettable is the error of a value that the command itself refuses.
func (b *binder) notSettable(p *Parameter, a *argument, err error) error {
	return b.fail(fault{id: "ParameterBindingFailed", category: WriteError, parameter: p.Name, wanted: p.Type, given: a.value.Type(), argument: a, inner: err,
		message: "Cannot bind parameter '" + p.Name + `' to the target. Exception setting "` + p.Name + `": "` + errorText(err) + `"`})
}

// netName is a type's name as .NET writes it: generic arguments in brackets
// after the arity.
func netName(t *objects.Type) string {
	if t.Open == nil {
		return t.FullName
	}
	var name strings.Builder
	name.WriteString(t.Open.FullName + "[")
	for i, a := range t.Args {
		if i > 0 {
			name.WriteByte(',')
		}
		name.WriteString(netName(a))
	}
	name.WriteByte(']')
	return name.String()
}
