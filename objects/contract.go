package objects

import "context"

// This file is the list of the package's operations while they are being
// built; each moves to the file of its notion.

type typeInfo struct{}

// TypeData is what Update-TypeData and built-in type data add to a type name.
type TypeData struct{}

// Lookup finds a type by the name a script writes between brackets: full
// name, accelerator, with or without "System.", arrays "int[]", generics
// "List[string]"; using namespaces are tried in order. ok is false for an
// unknown name.
func (tt *TypeTable) Lookup(name string, namespaces []string) (t *Type, ok bool) { return nil, false }

// Define makes a type of a script (class, enum, Add-Type) known.
func (tt *TypeTable) Define(t *Type) {}

// DisplayName is the name of t as PowerShell's messages and Get-Member print
// it: accelerators where there are ("int", "string[]"), else the full name.
func (tt *TypeTable) DisplayName(t *Type) string { return t.FullName }

// GetProperty reads a property of v by name, without regard to case: own
// members, type data, then the type's. ok is false where there is none (member
// enumeration is the caller's). Dictionaries give their entries first.
func (tt *TypeTable) GetProperty(v Value, name string) (value Value, ok bool, err error) {
	return Null, false, nil
}

// PropertyCache remembers, at one place of a program, where values of the
// last layout keep a property (an inline cache). The zero value is ready.
type PropertyCache struct {
	shape *Shape
	slot  int
	typ   *Type
	get   func(this Value) (Value, error)
}

// Get is GetProperty through the cache.
func (c *PropertyCache) Get(tt *TypeTable, v Value, name string) (Value, bool, error) {
	return tt.GetProperty(v, name)
}

// SetProperty assigns a property; the error is PowerShell's for one that is
// missing ("PropertyNotFound"), read-only or of another type.
func (tt *TypeTable) SetProperty(v Value, name string, to Value) error { return nil }

// StaticProperty reads [type]::name; ok is false where there is none.
func (tt *TypeTable) StaticProperty(t *Type, name string) (value Value, ok bool, err error) {
	return Null, false, nil
}

// SetStaticProperty assigns [type]::name.
func (tt *TypeTable) SetStaticProperty(t *Type, name string, to Value) error { return nil }

// Invocation is a method call by name: overloads are chosen by the number and
// the conversions of the arguments, as PowerShell does.
type Invocation struct {
	Name  string
	Args  []Value
	Types []*Type // explicit generic arguments and casts of arguments, or nil
	// Constraint of each argument written as a cast ([int]$x), or nil.
	Casts []*Type
}

// Invoke calls an instance method of v: own script methods, then the type's.
// The error is a MethodException where none fits, MethodInvocationException
// around what the method itself throws, MethodNotFound where there is none.
func (tt *TypeTable) Invoke(ctx context.Context, v Value, call Invocation) (Value, error) {
	return Null, nil
}

// InvokeStatic calls [type]::name(args); the name "new" makes an object.
func (tt *TypeTable) InvokeStatic(ctx context.Context, t *Type, call Invocation) (Value, error) {
	return Null, nil
}

// Member is one member of a value, as Get-Member and psobject.Members show it.
type Member struct {
	Name       string
	Kind       MemberKind
	Definition string // "int Length {get;}"
	Owner      Value  // the value it belongs to
	Static     bool
}

// Members lists the members of v, or the static ones of a type: own ones in
// order of addition, type data, then the type's by name.
func (tt *TypeTable) Members(v Value, static bool) []Member { return nil }

// PropertyNames are the names of the properties a view or Select-Object *
// shows of v, in order.
func (tt *TypeTable) PropertyNames(v Value) []string { return nil }

// Callable is code that a script gave: a script block bound to its session.
// This is $this inside it; $null for plain calls.
type Callable interface {
	Object
	CallWith(ctx context.Context, this Value, args []Value) (Value, error)
}
