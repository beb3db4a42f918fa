package objects

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Type describes a .NET type: its name and its place among the others. What
// its members are stands in a [Declaration], found through a [TypeTable], so
// that a Type is plain data and costs nothing at start-up.
type Type struct {
	// FullName is the name with its namespace, as Type.FullName has it:
	// "System.Int32", "System.Collections.Generic.List`1[[System.Int32]]" is
	// shown by DisplayName as "System.Collections.Generic.List[int]".
	FullName string
	// Base is the type it derives from. It is left out where that is
	// System.Object, or System.Enum of an enum, System.ValueType of a value type,
	// System.SystemException of an exception: so most types are data, and cost a process that never speaks of them
	// nothing. See [Type.BaseType].
	Base       *Type
	Interfaces []*Type
	Kind       Kind // how values of the type are held; KindObject for references
	Attributes TypeAttributes

	Elem *Type   // of an array
	Rank int     // of an array, else 0
	Open *Type   // the generic definition, when Args are given
	Args []*Type // generic arguments

	Enum *EnumInfo // of an enum

	// Class is what the runtime keeps of a class that a script defined.
	Class any

	derived sync.Map             // array and generic types made from this one
	vector  atomic.Pointer[Type] // the one of them that is asked for with every array
}

// TypeAttributes are the facts of a type that scripts can ask for.
type TypeAttributes uint16

// The attributes; a type without any is a public class that can be created.
const (
	ValueTypeAttr TypeAttributes = 1 << iota
	InterfaceAttr
	AbstractAttr
	SealedAttr
	StaticAttr  // abstract and sealed
	GenericAttr // an open generic definition such as List`1
	ExceptionAttr
	PrimitiveAttr
	collectionAttr // a generic interface that arrays implement: IEnumerable, ICollection, IList
)

// Is reports whether the type has all the attributes.
func (t *Type) Is(a TypeAttributes) bool { return t.Attributes&a == a }

// EnumInfo describes an enum's members in the order of declaration.
type EnumInfo struct {
	Underlying *Type // the type of its numbers; nil for System.Int32
	Flags      bool
	Names      []string
	Values     []int64
}

// UnderlyingType is the type of the enum's numbers.
func (e *EnumInfo) UnderlyingType() *Type {
	if e.Underlying == nil {
		return Int32Type
	}
	return e.Underlying
}

// BaseType is the type that t derives from; nil for System.Object and for an
// interface.
func (t *Type) BaseType() *Type {
	switch {
	case t.Base != nil:
		return t.Base
	case t == ObjectType || t.Is(InterfaceAttr):
		return nil
	case t.Kind == KindEnum:
		return EnumType
	case t.Is(ValueTypeAttr):
		return ValueTypeType
	case t.Is(ExceptionAttr):
		return SystemException
	}
	return ObjectType
}

// DerivesFrom reports whether t is base, inherits from it or implements it.
func (t *Type) DerivesFrom(base *Type) bool {
	for c := t; c != nil; c = c.BaseType() {
		if c == base || implements(c.Interfaces, base) {
			return true
		}
	}
	if t == nil || base == nil {
		return false
	}
	if t.Elem != nil && arrayServesAs(t, base) {
		return true
	}
	return base == ObjectType && !t.Is(InterfaceAttr)
}

// arrayServesAs reports whether an array can stand for one of another type or
// for a generic collection interface: T[] for U[] and IEnumerable[U] where T
// is a reference type deriving from U, or U itself.
func arrayServesAs(t, base *Type) bool {
	var elem *Type
	switch {
	case base.Elem != nil && base.Rank == t.Rank:
		elem = base.Elem
	case base.Open != nil && base.Is(InterfaceAttr) && len(base.Args) == 1 && t.Rank == 1 && base.Open.Is(collectionAttr):
		elem = base.Args[0]
	default:
		return false
	}
	return t.Elem == elem || !t.Elem.Is(ValueTypeAttr) && t.Elem.DerivesFrom(elem)
}

func implements(interfaces []*Type, base *Type) bool {
	for _, i := range interfaces {
		if i == base || implements(i.Interfaces, base) || covariant(i, base) {
			return true
		}
	}
	return false
}

// covariant reports whether the closed interface serves as the other: an
// IEnumerable of strings is one of objects.
func covariant(i, base *Type) bool {
	return i.Open != nil && i.Open == base.Open && i.Open.Is(collectionAttr) && len(i.Args) == 1 &&
		!i.Args[0].Is(ValueTypeAttr) && i.Args[0].DerivesFrom(base.Args[0])
}

// Name is the name without namespace and, for a nested type, without the
// outer ones (Type.Name); generic types keep their arity: "List`1".
func (t *Type) Name() string {
	if t.Elem != nil {
		return t.Elem.Name() + rankSuffix(t.Rank)
	}
	name := t.FullName
	if t.Open != nil {
		name = t.Open.FullName
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' || name[i] == '+' {
			return name[i+1:]
		}
	}
	return name
}

func rankSuffix(rank int) string {
	suffix := []byte{'['}
	for i := 1; i < rank; i++ {
		suffix = append(suffix, ',')
	}
	return string(append(suffix, ']'))
}

// ArrayOf is the one-dimensional array type of elem.
func ArrayOf(elem *Type) *Type {
	if t := elem.vector.Load(); t != nil {
		return t
	}
	t := ArrayOfRank(elem, 1)
	elem.vector.Store(t)
	return t
}

// ArrayOfRank is the array type of elem with the rank. There is one Type for
// each, so types compare by pointer.
func ArrayOfRank(elem *Type, rank int) *Type {
	key := rankSuffix(rank)
	if t, ok := elem.derived.Load(key); ok {
		return t.(*Type)
	}
	t := &Type{
		FullName: elem.FullName + key, Base: ArrayType, Kind: KindObject,
		Interfaces: ArrayType.Interfaces, Elem: elem, Rank: rank, Attributes: SealedAttr,
	}
	made, _ := elem.derived.LoadOrStore(key, t)
	return made.(*Type)
}

// MakeGeneric is the type of the open definition closed over args
// (Type.MakeGenericType). There is one Type for each closed type.
func MakeGeneric(open *Type, args ...*Type) *Type {
	if len(args) == 0 {
		return open
	}
	key := ""
	for _, a := range args {
		key += "[" + a.FullName + "],"
	}
	if t, ok := open.derived.Load(key); ok && slices.Equal(t.(*Type).Args, args) {
		return t.(*Type) // a class that was defined again has the same name, but is another
	}
	t := &Type{
		FullName: open.FullName + "[" + key[:len(key)-1] + "]", Base: closed(open.BaseType(), args), Kind: open.Kind,
		Open: open, Args: args, Attributes: open.Attributes &^ GenericAttr,
	}
	for _, i := range open.Interfaces {
		t.Interfaces = append(t.Interfaces, closed(i, args))
	}
	if other, taken := open.derived.LoadOrStore(key, t); taken {
		if slices.Equal(other.(*Type).Args, args) {
			return other.(*Type)
		}
		open.derived.Store(key, t)
	}
	return t
}

// closed is t over the arguments, where t is open and asks for as many.
func closed(t *Type, args []*Type) *Type {
	if t == nil || !t.Is(GenericAttr) || Arity(t) != len(args) {
		return t
	}
	return MakeGeneric(t, args...)
}

// RuntimeType is a type as a value: what [int] evaluates to (System.RuntimeType).
type RuntimeType struct{ Target *Type }

// Type is System.RuntimeType.
func (RuntimeType) Type() *Type { return RuntimeTypeType }

// TypeValue makes the value of a type literal.
func TypeValue(t *Type) Value { return Value{ref: RuntimeType{t}} }
