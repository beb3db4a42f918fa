package objects

import (
	"errors"
	"strconv"
)

// invalidOperation is ErrorCategory.InvalidOperation.
const invalidOperation = 7

func (e *Exception) inCategory(c int) *Exception { e.Category = c; return e }

func noOverload(call Invocation) error {
	return NewException(MethodException, `Cannot find an overload for "`+call.shown()+`" and the argument count: "`+strconv.Itoa(len(call.Args))+`".`).
		WithID("MethodCountCouldNotFindBest")
}

func ambiguous(call Invocation) error {
	return NewException(MethodException, `Multiple ambiguous overloads found for "`+call.shown()+`" and the argument count: "`+strconv.Itoa(len(call.Args))+`".`).
		WithID("MethodCountCouldNotFindBest")
}

func methodNotFound(t *Type, name string) error {
	return NewException(RuntimeException, "Method invocation failed because ["+t.String()+"] does not contain a method named '"+name+"'.").
		WithID("MethodNotFound").inCategory(invalidOperation)
}

func nullInvoked() error {
	return NewException(RuntimeException, "You cannot call a method on a null-valued expression.").WithID("InvokeMethodOnNull").inCategory(invalidOperation)
}

// callFailed is what an error inside a method becomes.
func callFailed(name string, count int, err error) error {
	if isFlow(err) {
		return err
	}
	err = Raised(err)
	id := "RuntimeException"
	if e, ok := errors.AsType[*Exception](err); ok {
		id = e.typ.Name()
	}
	return NewException(MethodInvocationException, `Exception calling "`+name+`" with "`+strconv.Itoa(count)+`" argument(s): "`+err.Error()+`"`).
		WithID(id).Because(err)
}

// argumentFailed is what an argument that does not convert becomes.
func (tt *TypeTable) argumentFailed(method, param string, arg Value, to *Type, err error) error {
	text := tt.shown(arg)
	return NewException(MethodException, `Cannot convert argument "`+param+`", with value: "`+text+`", for "`+method+`" to type "`+to.String()+`": "`+err.Error()+`"`).
		WithID("MethodArgumentConversionInvalidCastArgument").Because(err)
}

func wantsReference(i int) error {
	return NewException(MethodException, "Argument: '"+strconv.Itoa(i+1)+"' should be a System.Management.Automation.PSReference. Use [ref].").
		WithID("NonRefArgumentToRefParameterMsg")
}

func wantsNoReference(i int) error {
	return NewException(MethodException, "Argument: '"+strconv.Itoa(i+1)+"' should not be a System.Management.Automation.PSReference. Do not use [ref].").
		WithID("RefArgumentToNonRefParameterMsg")
}
