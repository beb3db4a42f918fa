package objects

import "math"

// Value is one PowerShell value. The zero Value is $null.
//
// A .NET value type of at most 64 bits (numbers, Boolean, Char, DateTime,
// TimeSpan, every enum) lives in the Value itself: ref is its *Type, num its
// bits. Everything else is a reference in ref: a string, or an [Object].
// So passing numbers allocates nothing and no kind needs reflection.
type Value struct {
	ref any
	num uint64
}

// Kind says how a Value is held. It is coarser than its type: every enum is
// KindEnum, every reference but a string is KindObject.
type Kind uint8

// The kinds. The order of the numbers is that of .NET's TypeCode, so that the
// wider of two kinds compares greater within one signedness.
const (
	KindNull Kind = iota
	KindBoolean
	KindChar
	KindSByte
	KindByte
	KindInt16
	KindUInt16
	KindInt32
	KindUInt32
	KindInt64
	KindUInt64
	KindSingle
	KindDouble
	KindDateTime
	KindTimeSpan
	KindEnum
	KindSwitch // System.Management.Automation.SwitchParameter
	KindWord   // another value type held in place (IntPtr, DateOnly, TimeOnly)
	KindString
	KindObject
)

// Null is $null.
var Null Value

// AutomationNull is what a pipeline without output gives: it equals $null, but
// a pipeline that receives it receives nothing
// (System.Management.Automation.Internal.AutomationNull).
func AutomationNull() Value { return Value{num: 1} }

// True and False are the Boolean values, made by the function so that no
// package variable can be overwritten.
func Bool(b bool) Value {
	if b {
		return Value{BooleanType, 1}
	}
	return Value{BooleanType, 0}
}

// Int32 makes a System.Int32.
func Int32(n int32) Value { return Value{Int32Type, uint64(int64(n))} }

// Int makes a System.Int32 of a Go int that is known to fit (a length, a
// count, an index).
func Int(n int) Value { return Value{Int32Type, uint64(int64(n))} }

// Int64 makes a System.Int64.
func Int64(n int64) Value { return Value{Int64Type, uint64(n)} }

// UInt64 makes a System.UInt64.
func UInt64(n uint64) Value { return Value{UInt64Type, n} }

// Double makes a System.Double.
func Double(f float64) Value { return Value{DoubleType, math.Float64bits(f)} }

// Char makes a System.Char: one UTF-16 unit.
func Char(c uint16) Value { return Value{CharType, uint64(c)} }

// Word makes a value of a type held in place from its bits: a signed integer
// sign-extended, a Single or Double as Float64bits, an enum as its underlying
// number sign-extended.
func Word(t *Type, bits uint64) Value { return Value{t, bits} }

// String makes a System.String.
func String(s string) Value { return Value{ref: s} }

// Of makes a Value of a reference object.
func Of(o Object) Value { return Value{ref: o} }

// Object is a reference value that knows its .NET type. Optional abilities
// are found by assertion: [Enumerable], [Indexed], [Dictionary], [Stringer].
type Object interface {
	Type() *Type
}

// Stringer is an object whose ToString() is its own (and may fail, because a
// script can write it).
type Stringer interface {
	Text() (string, error)
}

// Kind tells how v is held.
func (v Value) Kind() Kind {
	switch r := v.ref.(type) {
	case *Type:
		return r.Kind
	case string:
		return KindString
	case nil:
		return KindNull
	default:
		return KindObject
	}
}

// IsNull reports whether v is $null (or the absence of output).
func (v Value) IsNull() bool { return v.ref == nil }

// IsAutomationNull reports whether v is the absence of output.
func (v Value) IsAutomationNull() bool { return v.ref == nil && v.num == 1 }

// Type is the .NET type of v, that of the base object for a PSObject; nil for
// $null.
func (v Value) Type() *Type {
	switch r := v.ref.(type) {
	case *Type:
		return r
	case string:
		return StringType
	case Object:
		return r.Type()
	default:
		return nil
	}
}

// Bits are the bits of a value held in place, as Word takes them.
func (v Value) Bits() uint64 { return v.num }

// Int64 is the number of a value held in place whose kind is a signed or
// unsigned integer, Char, Boolean, enum or ticks, sign-extended.
func (v Value) Int64() int64 { return int64(v.num) }

// Float is the number of a Single or Double.
func (v Value) Float() float64 { return math.Float64frombits(v.num) }

// Bool is the truth of a Boolean or SwitchParameter.
func (v Value) Bool() bool { return v.num != 0 }

// Str is the text of a String and whether v is one (PSObject wrappers are
// looked through).
func (v Value) Str() (string, bool) {
	if s, ok := v.ref.(string); ok {
		return s, true
	}
	if p, ok := v.ref.(*PSObject); ok {
		return p.base.Str()
	}
	return "", false
}

// Ref is the reference of v: a string or an Object; nil for $null and for
// values held in place. Use it for type switches; call Base first where a
// PSObject may wrap the value.
func (v Value) Ref() any {
	if _, ok := v.ref.(*Type); ok {
		return nil
	}
	return v.ref
}

// Base is v without PSObject wrappers that hold another value; a custom object
// is its own base (PSObject.BaseObject).
func (v Value) Base() Value {
	for {
		p, ok := v.ref.(*PSObject)
		if !ok || p.base.ref == nil {
			return v
		}
		v = p.base
	}
}

// As is v's base object as T, a Go type of an Object or string.
func As[T any](v Value) (T, bool) {
	t, ok := v.Base().ref.(T)
	return t, ok
}

// Same reports whether a and b are one reference or the same bits of the same
// type (Object.ReferenceEquals for references).
func Same(a, b Value) bool {
	if a.num != b.num {
		return false
	}
	if x, ok := a.ref.(string); ok {
		y, ok := b.ref.(string)
		return ok && x == y
	}
	return a.ref == b.ref
}

// IsInt32 reports whether v is a System.Int32: the question of every hot loop.
func (v Value) IsInt32() bool {
	t, ok := v.ref.(*Type)
	return ok && t.Kind == KindInt32
}
