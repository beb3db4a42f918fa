package objects

import (
	"context"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/utf16"
)

// Declaration is a .NET type's members, one file a type. Signatures are
// written as Get-Member and OverloadDefinitions print them; they are parsed at
// first use and are the only place where names, parameters and results stand.
type Declaration struct {
	Type         *Type
	Parameters   []string // names of the generic parameters; nil for T, or TKey and TValue
	Constructors []Method // "new(int capacity)", "new()"
	Properties   []Property
	Methods      []Method
	// Internals are properties that scripts reach by reflection alone, with
	// BindingFlags.NonPublic: nothing else shows or reads them.
	Internals []Property
	// Data is what PowerShell adds to the type ("about_Types.ps1xml").
	Data *TypeData
	// Convert, where set, is the type's own conversion from other values, tried
	// before the general rules; ok is false where it has nothing to say.
	Convert func(tt *TypeTable, v Value) (converted Value, ok bool, err error)
}

// Property is a property or field: "int Length {get;}", "static datetime Now {get;}",
// "string Name {get;set;}". A property without Set cannot be assigned.
type Property struct {
	Signature string
	Get       func(this Value) (Value, error)
	Set       func(this, v Value) error
	// GetIn and SetIn stand in the place of Get and Set where the session
	// matters, as for the current culture.
	GetIn  func(tt *TypeTable, this Value) (Value, error)
	SetIn  func(tt *TypeTable, this, v Value) error
	Hidden bool // left out by Get-Member ("about_Hidden")
	// Plain, where it is set, is what Get gives, as the text that it is: whoever
	// needs that alone is spared a Value. The empty text stands for $null.
	Plain func(this Value) string
}

// Method is one overload: "string Substring(int startIndex, int length)",
// "static string Join(string separator, Params string[] value)",
// "static bool TryParse(string s, [ref] int result)", "int CompareTo(System.Object value)".
// Parameters may have defaults: "(bool recurse = False)".
type Method struct {
	Signature string
	Call      func(c *Call) (Value, error)
	Script    bool // code of a script: its errors are passed on as they are
	Hidden    bool // left out by Get-Member
}

func (p *Property) settable() bool { return p.Set != nil || p.SetIn != nil }

func (p *Property) read(tt *TypeTable, this Value) (Value, error) {
	if p.Get == nil {
		return p.GetIn(tt, this)
	}
	return p.Get(this)
}

func (p *Property) write(tt *TypeTable, this, v Value) error {
	if p.Set == nil {
		return p.SetIn(tt, this, v)
	}
	return p.Set(this, v)
}

// Total is a method that never fails.
func Total(signature string, call func(c *Call) Value) Method {
	return Method{Signature: signature, Call: func(c *Call) (Value, error) { return call(c), nil }}
}

// Partial is a method that may fail.
func Partial(signature string, call func(c *Call) (Value, error)) Method {
	return Method{Signature: signature, Call: call}
}

// Reads is a property that cannot be assigned and never fails.
func Reads(signature string, get func(this Value) Value) Property {
	return Property{Signature: signature, Get: func(this Value) (Value, error) { return get(this), nil }}
}

// Call is an invocation of a method: the arguments are converted to the types
// of the signature, and a Params array is packed.
type Call struct {
	This     Value
	Args     []Value
	Types    *TypeTable
	Context  context.Context // cancelled by Ctrl+C
	Type     *Type           // the type asked, for static and generic members
	TypeArgs []*Type         // explicit generic arguments of the method
}

// Str is argument i, a string; "" for null.
func (c *Call) Str(i int) string { s, _ := c.Args[i].Str(); return s }

// CharText is argument i, a Char, as text.
func (c *Call) CharText(i int) string { return utf16.FromUnit(uint16(c.Args[i].num)) }

// Int is argument i, an integer.
func (c *Call) Int(i int) int { return int(c.Args[i].Int64()) }

// Func is argument i, a script block in the place of a delegate; nil for null.
func (c *Call) Func(i int) Callable { f, _ := As[Callable](c.Args[i]); return f }

// Is reports whether argument i was given and is not null.
func (c *Call) Is(i int) bool { return i < len(c.Args) && !c.Args[i].IsNull() }

// Assign sets argument i, a [ref].
func (c *Call) Assign(i int, v Value) error {
	if r, ok := As[Reference](c.Args[i]); ok {
		return r.SetValue(v)
	}
	return nil
}

// Float is argument i, a Double or Single.
func (c *Call) Float(i int) float64 { return c.Args[i].Float() }

// Items are the elements of argument i, an array or list; nil for null.
func (c *Call) Items(i int) []Value {
	switch r := c.Args[i].Base().ref.(type) {
	case *Array:
		return r.items
	case *List:
		return r.items
	}
	return nil
}

// Culture is argument i, a format provider; the session's where it is null.
func (c *Call) Culture(i int) *culture.Culture {
	if p, ok := As[CultureProvider](c.Args[i]); ok {
		return p.Culture()
	}
	return c.Types.Culture()
}

// Self is the text that a method of String runs on.
func (c *Call) Self() string { s, _ := c.This.Str(); return s }

// Bool is argument i, a Boolean.
func (c *Call) Bool(i int) bool { return c.Args[i].Bool() }

// TypeEntry makes a type known to a TypeTable by its full name and its
// accelerators ("int", "pscustomobject"); Declare runs at the first use of a
// member.
type TypeEntry struct {
	Type         *Type
	Accelerators []string
	Declare      func() *Declaration
}

// Unable are methods that .NET has and that cannot be called from scripts, there or
// here: they work on memory, threads of the host or its serialisation. Scripts find
// them by name and are told so.
func Unable(signatures ...string) []Method {
	list := make([]Method, len(signatures))
	for i, s := range signatures {
		list[i] = Method{Signature: s, Call: func(*Call) (Value, error) {
			return Null, NewException(PSNotSupportedException, "The method '"+s+"' is not available in csshell.")
		}}
	}
	return list
}

// Nothing are properties that are $null on this platform.
func Nothing(signatures ...string) []Property {
	list := make([]Property, len(signatures))
	for i, s := range signatures {
		list[i] = Reads(s, func(Value) Value { return Null })
	}
	return list
}
