package objects

import "errors"

// castError is a failed conversion: an InvalidCastException with an id.
func castError(id, message string) *Exception {
	return NewException(PSInvalidCastException, message).WithID(id)
}

// cannotConvert is the error of a conversion that a .NET method refused.
func (tt *TypeTable) cannotConvert(id string, v Value, to *Type, cause error) error {
	cause = Raised(cause)
	if isFlow(cause) {
		return cause
	}
	if e, ok := errors.AsType[*Exception](cause); ok {
		cause = e // without the record that a script's error comes in
	}
	return castError(id, "Cannot convert value \""+tt.shown(v)+"\" to type \""+to.String()+
		"\". Error: \""+cause.Error()+"\"").Because(cause)
}

// noConversion is the error where there is no way from v's type to another.
func (tt *TypeTable) noConversion(v Value, to *Type) error {
	if v.IsNull() {
		return castError("nullToObjectInvalidCast", "Cannot convert null to type \""+to.String()+"\".")
	}
	if keepsSecret(to) {
		return castError("ConvertToFinalInvalidCastException", "Cannot convert the value of type \""+
			typeOfValue(v).QualifiedName()+"\" to type \""+to.String()+"\".")
	}
	return castError("ConvertToFinalInvalidCastException", "Cannot convert the \""+tt.shown(v)+
		"\" value of type \""+typeOfValue(v).QualifiedName()+"\" to type \""+to.String()+"\".")
}

// keepsSecret reports whether a message must not show what was to become a
// value of the type, since it may be a password.
func keepsSecret(t *Type) bool {
	return t.FullName == "System.Security.SecureString" || t.FullName == "System.Management.Automation.PSCredential"
}

// isFinal reports whether err says that there is no way to another type.
func isFinal(err error) bool {
	e, ok := errors.AsType[*Exception](err)
	return ok && e.ErrorID == "ConvertToFinalInvalidCastException"
}

// typeOfValue is v's type, PSCustomObject for a custom object.
func typeOfValue(v Value) *Type {
	if t := v.Type(); t != nil {
		return t
	}
	return ObjectType
}

// shown is v in a message: its ToString, or nothing where that fails.
func (tt *TypeTable) shown(v Value) string {
	s, err := tt.ToString(v, "")
	if err != nil {
		return ""
	}
	return s
}

// ScriptError is err as a statement of a script reports it: PowerShell wraps a
// failed conversion in a RuntimeException that keeps its message and id.
func ScriptError(err error) error {
	e, ok := errors.AsType[*Exception](err)
	if !ok || e.typ != PSInvalidCastException {
		return err
	}
	return NewException(RuntimeException, e.Message).WithID(e.ErrorID).Because(e)
}
