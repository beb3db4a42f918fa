package objects

import (
	"context"
	"strconv"
	"strings"
)

// ownMethod finds a script or code method that the object itself or type data
// carries.
func (tt *TypeTable) ownMethod(v Value, name string) (OwnMember, bool) {
	v = extended(v)
	if p, ok := v.ref.(*PSObject); ok {
		if i := p.shape.Slot(name); i >= 0 && isMethodKind(p.shape.kinds[i]) {
			return OwnMember{p.shape.names[i], p.shape.kinds[i], p.slots[i]}, true
		}
	}
	if m, ok := tt.typeDataMember(v, name); ok && isMethodKind(m.Kind) {
		return m, true
	}
	return OwnMember{}, false
}

func isMethodKind(k MemberKind) bool { return k == ScriptMethodMember || k == CodeMethodMember }

func (tt *TypeTable) invokeOwn(ctx context.Context, this Value, m OwnMember, call Invocation) (Value, error) {
	var v Value
	var err error
	switch d := m.Value.ref.(type) {
	case *ScriptMethodDef:
		v, err = d.Body.CallWith(ctx, this, call.Args)
	case *CodeMethodDef:
		v, err = d.Call(&Call{This: this, Args: call.Args, Types: tt, Context: ctx, Type: this.Type()})
	}
	if err != nil {
		return Null, callFailed(m.Name, len(call.Args), err)
	}
	return v, nil
}

// constructArray is [type[]]::new(length, ...).
func (tt *TypeTable) constructArray(t *Type, call Invocation) (Value, error) {
	if len(call.Args) != t.Rank {
		return Null, noOverload(call)
	}
	dims := make([]int, t.Rank)
	for i, a := range call.Args {
		n, err := tt.Convert(a, Int32Type)
		if err != nil {
			name := ".ctor"
			if call.As != "" {
				name = call.As
			}
			return Null, tt.argumentFailed(name, strconv.Itoa(i), a, Int32Type, err)
		}
		if dims[i] = int(n.Int64()); dims[i] < 0 {
			return Null, callFailed(".ctor", len(call.Args), NewException(OverflowException, "Arithmetic operation resulted in an overflow."))
		}
	}
	a, err := MakeArray(t.Elem, dims...)
	if err != nil {
		return Null, callFailed(".ctor", len(call.Args), err)
	}
	return Of(a), nil
}

// maxArrayLength is the greatest number of elements of an array that scripts
// can make at once; more would exhaust the memory before anything is stored.
const maxArrayLength = 1 << 28

// MakeArray makes an array of the dimensions, its elements the default of
// their type (Array.CreateInstance). Too many are an OutOfMemoryException.
func MakeArray(elem *Type, dims ...int) (*Array, error) {
	n := 1
	for _, d := range dims {
		if d > 0 && n > maxArrayLength/d {
			return nil, NewException(OutOfMemoryException, "Array dimensions exceeded supported range.")
		}
		n *= d
	}
	items := make([]Value, n)
	if d := Default(elem); !d.IsNull() {
		for i := range items {
			items[i] = d
		}
	}
	a := NewArray(elem, items)
	if len(dims) > 1 {
		a.typ, a.dims = ArrayOfRank(elem, len(dims)), dims
	}
	return a, nil
}

// Default is the value of a variable of the type before it is assigned: zero
// for a type held in place, else $null (C#'s default(T)).
func Default(t *Type) Value {
	switch {
	case !t.Is(ValueTypeAttr) && t.Enum == nil:
		return Null
	case t.Kind == KindObject:
		return Null
	}
	return Word(t, 0)
}

// MethodValue is a method as a value, as $text.Substring without parentheses
// gives it (System.Management.Automation.PSMethod).
type MethodValue struct {
	this   Value
	static *Type // of a static method
	name   string
	types  *TypeTable
	group  *methodGroup
	own    Value // a script or code method
}

// Type is System.Management.Automation.PSMethod.
func (m *MethodValue) Type() *Type {
	switch m.own.ref.(type) {
	case *ScriptMethodDef:
		return PSScriptMethodType
	case *CodeMethodDef:
		return PSCodeMethodType
	}
	return PSMethodType
}

// Name is the method's name.
func (m *MethodValue) Name() string { return m.name }

// Own is the definition of a script or code method, else $null.
func (m *MethodValue) Own() Value { return m.own }

// Overloads are the signatures of the overloads (OverloadDefinitions).
func (m *MethodValue) Overloads() []string {
	switch d := m.own.ref.(type) {
	case *ScriptMethodDef:
		return []string{"System.Object " + m.name + "();"}
	case *CodeMethodDef:
		return []string{d.Definition}
	}
	all := make([]string, len(m.group.overloads))
	for i, o := range m.group.overloads {
		all[i] = m.types.definition(o)
	}
	return all
}

// Text is the signatures in a row.
func (m *MethodValue) Text() (string, error) { return strings.Join(m.Overloads(), ", "), nil }

// Invoke calls the method.
func (m *MethodValue) Invoke(ctx context.Context, args []Value) (Value, error) {
	call := Invocation{Name: m.name, Args: args}
	if m.static != nil {
		return m.types.InvokeStatic(ctx, m.static, call)
	}
	return m.types.Invoke(ctx, m.this, call)
}
