package objects

import (
	"context"
	"errors"
)

// The members that one object or type data carries beside the type's own; a
// note property's value lies in the PSObject itself.
type (
	// AliasMember is another name of a property ("PSAliasProperty"). Convert is
	// the type that reading converts to; nil for none.
	AliasMember struct {
		Name, Target string
		Convert      *Type
	}
	// ScriptPropertyDef is a property whose value a script block computes
	// ("PSScriptProperty"); Setter may be nil.
	ScriptPropertyDef struct {
		Name           string
		Getter, Setter Callable
	}
	// CodePropertyDef is a property whose value Go code computes: those that
	// built-in type data adds ("PSCodeProperty"). Setter may be nil.
	CodePropertyDef struct {
		Name   string
		Result string // the type's name for Get-Member
		Getter func(tt *TypeTable, this Value) (Value, error)
		Setter func(tt *TypeTable, this, v Value) error
		// Script is the text of a script property that the code stands for;
		// "" makes it a CodeProperty.
		Script string
	}
	// ScriptMethodDef is a method that a script block implements ("PSScriptMethod").
	ScriptMethodDef struct {
		Name string
		Body Callable
	}
	// CodeMethodDef is a method that Go code implements ("PSCodeMethod").
	CodeMethodDef struct {
		Name       string
		Definition string
		Call       func(c *Call) (Value, error)
	}
	// PropertySetDef is a named list of properties ("PSPropertySet").
	PropertySetDef struct {
		Name  string
		Names []string
	}
	// MemberSetDef is a named set of members ("PSMemberSet").
	MemberSetDef struct {
		Name    string
		Members []OwnMember
	}
)

// OwnMember is a member beside the type's own: one of the definitions above,
// or a note's value.
type OwnMember struct {
	Name  string
	Kind  MemberKind
	Value Value
}

// The .NET types of the definitions.
var (
	PSMemberInfoType      = &Type{FullName: "System.Management.Automation.PSMemberInfo", Kind: KindObject, Attributes: AbstractAttr}
	PSPropertyInfoType    = &Type{FullName: "System.Management.Automation.PSPropertyInfo", Base: PSMemberInfoType, Kind: KindObject, Attributes: AbstractAttr}
	PSMethodInfoType      = &Type{FullName: "System.Management.Automation.PSMethodInfo", Base: PSMemberInfoType, Kind: KindObject, Attributes: AbstractAttr}
	PSAliasPropertyType   = &Type{FullName: "System.Management.Automation.PSAliasProperty", Base: PSPropertyInfoType, Kind: KindObject}
	PSNotePropertyType    = &Type{FullName: "System.Management.Automation.PSNoteProperty", Base: PSPropertyInfoType, Kind: KindObject}
	PSScriptPropertyType  = &Type{FullName: "System.Management.Automation.PSScriptProperty", Base: PSPropertyInfoType, Kind: KindObject}
	PSCodePropertyType    = &Type{FullName: "System.Management.Automation.PSCodeProperty", Base: PSPropertyInfoType, Kind: KindObject}
	PSPropertyType        = &Type{FullName: "System.Management.Automation.PSProperty", Base: PSPropertyInfoType, Kind: KindObject}
	PSAdaptedPropertyType = &Type{FullName: "System.Management.Automation.PSAdaptedProperty", Base: PSPropertyType, Kind: KindObject}
	PSMethodType          = &Type{FullName: "System.Management.Automation.PSMethod", Base: PSMethodInfoType, Kind: KindObject}
	PSScriptMethodType    = &Type{FullName: "System.Management.Automation.PSScriptMethod", Base: PSMethodInfoType, Kind: KindObject}
	PSCodeMethodType      = &Type{FullName: "System.Management.Automation.PSCodeMethod", Base: PSMethodInfoType, Kind: KindObject}
	PSParameterizedType   = &Type{FullName: "System.Management.Automation.PSParameterizedProperty", Base: PSMethodInfoType, Kind: KindObject}
	PSPropertySetType     = &Type{FullName: "System.Management.Automation.PSPropertySet", Base: PSMemberInfoType, Kind: KindObject}
	PSMemberSetType       = &Type{FullName: "System.Management.Automation.PSMemberSet", Base: PSMemberInfoType, Kind: KindObject}
)

// Type is the .NET type of the definition.
func (*AliasMember) Type() *Type { return PSAliasPropertyType }

// Type is the .NET type of the definition.
func (*ScriptPropertyDef) Type() *Type { return PSScriptPropertyType }

// Type is the .NET type of the definition.
func (*CodePropertyDef) Type() *Type { return PSCodePropertyType }

// Type is the .NET type of the definition.
func (*ScriptMethodDef) Type() *Type { return PSScriptMethodType }

// Type is the .NET type of the definition.
func (*CodeMethodDef) Type() *Type { return PSCodeMethodType }

// Type is the .NET type of the definition.
func (*PropertySetDef) Type() *Type { return PSPropertySetType }

// Type is the .NET type of the definition.
func (*MemberSetDef) Type() *Type { return PSMemberSetType }

// maxAliasDepth bounds the chain of aliases that point at one another.
const maxAliasDepth = 20

// readMember is the value of a member of this.
func (tt *TypeTable) readMember(this Value, m OwnMember, depth int) (Value, error) {
	switch d := m.Value.ref.(type) {
	case *AliasMember:
		return tt.readAlias(this, d, depth)
	case *ScriptPropertyDef:
		return tt.readScript(this, d)
	case *CodePropertyDef:
		return d.Getter(tt, this)
	case *ScriptMethodDef, *CodeMethodDef:
		if m.Kind != NotePropertyMember {
			return Of(&MethodValue{this: this, name: m.Name, types: tt, own: m.Value}), nil
		}
	case *PropertySetDef, *MemberSetDef:
		if m.Kind != NotePropertyMember {
			return m.Value, nil
		}
	}
	return m.Value, nil
}

func (tt *TypeTable) readAlias(this Value, a *AliasMember, depth int) (Value, error) {
	if depth > maxAliasDepth {
		return Null, NewException(ExtendedTypeSystemException, `The alias property "`+a.Name+`" contains a cycle.`).WithID("CycleInAlias")
	}
	v, ok, err := tt.getProperty(this, a.Target, depth+1)
	if err != nil {
		return Null, err
	}
	if !ok {
		return Null, NewException(ExtendedTypeSystemException, `The member "`+a.Target+`" referenced by the alias property "`+a.Name+`" was not found.`).
			WithID("AliasReferencedMemberNotFound")
	}
	if a.Convert != nil {
		return tt.Convert(v, a.Convert)
	}
	return v, nil
}

func (tt *TypeTable) readScript(this Value, p *ScriptPropertyDef) (Value, error) {
	if p.Getter == nil {
		return Null, NewException(GetValueException, `Unable to get the value because the property "`+p.Name+`" has only a setter.`).
			WithID("GetWithoutGetterFromScriptPropertyValue")
	}
	v, err := p.Getter.CallWith(context.Background(), this, nil)
	if err != nil {
		return Null, gettingFailed(p.Name, err)
	}
	return v, nil
}

// writeMember assigns a member of this that is not a note.
func (tt *TypeTable) writeMember(this Value, m OwnMember, to Value, depth int) error {
	switch d := m.Value.ref.(type) {
	case *AliasMember:
		if depth > maxAliasDepth {
			return missingProperty(m.Name)
		}
		return tt.setProperty(this, d.Target, to, depth+1)
	case *ScriptPropertyDef:
		return writeScript(this, d, to)
	case *CodePropertyDef:
		if d.Setter == nil {
			return NewException(SetValueException, `Set accessor for property "`+m.Name+`" is unavailable.`).WithID("SetWithoutSetterFromCodeProperty")
		}
		return settingFailed(m.Name, d.Setter(tt, this, to))
	}
	return readOnlyProperty(m.Name)
}

func writeScript(this Value, p *ScriptPropertyDef, to Value) error {
	if p.Setter == nil {
		return NewException(SetValueException, `Set accessor for property "`+p.Name+`" is unavailable.`).WithID("SetWithoutSetterFromScriptProperty")
	}
	_, err := p.Setter.CallWith(context.Background(), this, []Value{to})
	err = settingFailed(p.Name, err)
	if e, ok := errors.AsType[*Exception](err); ok && e.typ == SetValueInvocationException {
		return e.WithID("ScriptSetValueRuntimeException")
	}
	return err
}
