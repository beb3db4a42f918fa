package objects

import (
	"context"
	"errors"
	"strings"
)

// SetProperty assigns a property; the error is PowerShell's for one that is
// missing, read-only or of another type ("PropertyAssignmentException",
// "ExceptionWhenSetting").
func (tt *TypeTable) SetProperty(v Value, name string, to Value) error {
	return tt.setProperty(v, name, to, 0)
}

func (tt *TypeTable) setProperty(v Value, name string, to Value, depth int) error {
	v = extended(v)
	p, wrapped := v.ref.(*PSObject)
	if wrapped {
		if i := p.shape.Slot(name); i >= 0 {
			if p.shape.kinds[i] == NotePropertyMember {
				p.slots[i] = to
				return nil
			}
			return tt.writeMember(v, OwnMember{p.shape.names[i], p.shape.kinds[i], p.slots[i]}, to, depth)
		}
	}
	base := v.Base()
	if h, ok := base.ref.(*Hashtable); ok {
		if h.ReadOnly {
			return settingFailed(name, NewException(NotSupportedException, "Collection is read-only."))
		}
		return settingFailed(name, tt.SetIndex(base, []Value{String(name)}, to))
	}
	if m, ok := tt.typeDataMember(v, name); ok {
		return tt.writeMember(v, m, to, depth)
	}
	if a, ok := base.ref.(Adapted); ok {
		if ok, err := a.SetAdaptedProperty(name, to); ok {
			return settingFailed(name, err)
		}
	}
	if wrapped && p.IsCustom() {
		return settingFailed(name, missingProperty(name))
	}
	if base.ref == nil {
		return missingProperty(name).WithID("PropertyNotFound")
	}
	prop := tt.info(base.Type()).property(strings.ToLower(name))
	switch {
	case prop != nil:
	case isAdapted(base), NetType(base) == PSCustomObjectType:
		return settingFailed(name, missingProperty(name))
	default:
		return missingProperty(name)
	}
	return tt.assign(prop, base, to)
}

func isAdapted(v Value) bool { _, ok := v.ref.(Adapted); return ok }

// assign converts the value to the property's type and calls its setter.
func (tt *TypeTable) assign(p *property, this, to Value) error {
	if !p.settable() {
		return readOnlyProperty(p.name)
	}
	return tt.assignAs(tt.propertyType(p), p, this, to)
}

func (tt *TypeTable) assignAs(t *Type, p *property, this, to Value) error {
	if t != ObjectType && to.Type() != t {
		v, err := tt.Convert(to, t)
		if err != nil {
			return settingFailed(p.name, err)
		}
		to = v
	}
	return settingFailed(p.name, p.write(tt, this, to))
}

// propertyType is the type that the property's signature gives.
func (tt *TypeTable) propertyType(p *property) *Type {
	return tt.signatureType(tt.parseSignature(p.Signature, p.owner, p.info.generic).result, p.owner, p.info.generic, nil)
}

// SetStaticProperty assigns [type]::name.
func (tt *TypeTable) SetStaticProperty(t *Type, name string, to Value) error {
	if t.Enum != nil {
		if _, ok := enumMember(t, name); ok {
			return readOnlyProperty(name)
		}
	}
	p := tt.info(t).static(strings.ToLower(name))
	if p == nil {
		return missingProperty(name)
	}
	return tt.assign(p, TypeValue(t), to)
}

func missingProperty(name string) *Exception {
	return NewException(RuntimeException, "The property '"+name+"' cannot be found on this object. Verify that the property exists and can be set.").
		WithID("PropertyAssignmentException").inCategory(invalidOperation)
}

func readOnlyProperty(name string) *Exception {
	return NewException(RuntimeException, "'"+name+"' is a ReadOnly property.").WithID("PropertyAssignmentException").inCategory(invalidOperation)
}

// settingFailed is what a setter's error becomes; nil stays nil.
func settingFailed(name string, err error) error {
	if err == nil || isFlow(err) {
		return err
	}
	err = Raised(err)
	if e, ok := errors.AsType[*Exception](err); ok && e.typ.DerivesFrom(SetValueException) {
		return err
	}
	return NewException(SetValueInvocationException, `Exception setting "`+name+`": "`+err.Error()+`"`).
		WithID("ExceptionWhenSetting").Because(err)
}

// gettingFailed is what a getter's error becomes.
func gettingFailed(name string, err error) error {
	if isFlow(err) {
		return err
	}
	return NewException(GetValueInvocationException, `Exception getting "`+name+`": "`+err.Error()+`"`).
		WithID("ExceptionWhenGetting").Because(err)
}

// isFlow reports whether the error only leaves the running code: flow of the
// language, or Ctrl+C.
func isFlow(err error) bool {
	_, ok := errors.AsType[FlowError](err)
	return ok || errors.Is(err, context.Canceled)
}
