package objects

import "context"

// Callable is code that a script gave: a script block bound to its session.
// This is $this inside it; $null for plain calls.
type Callable interface {
	Object
	CallWith(ctx context.Context, this Value, args []Value) (Value, error)
}

// ItemCallable is a Callable that also runs for one item of a sequence: $_ is
// the item, and what it writes goes to write as it comes. The methods ForEach
// and Where ask for it.
type ItemCallable interface {
	Callable
	CallItem(ctx context.Context, item Value, args []Value, write func(Value) error) error
}

// Reference is a [ref]: a place that a method can read and assign
// (System.Management.Automation.PSReference).
type Reference interface {
	Object
	Value() Value
	SetValue(v Value) error
}

// FlowError is an error that only leaves the running code (break, exit, a
// stopped pipeline): no exception is ever put around it.
type FlowError interface {
	error
	LeavesCode()
}

// ProcessExit ends the process with a code ([Environment]::Exit).
type ProcessExit struct{ Code int }

// Error names what happens; no user ever sees it.
func (*ProcessExit) Error() string { return "exit" }

// LeavesCode marks it: no exception is put around it.
func (*ProcessExit) LeavesCode() {}

// Box is a [ref] that holds its value itself: what [ref]5 makes.
type Box struct{ value Value }

// NewBox makes a [ref] of v that is no variable's.
func NewBox(v Value) *Box { return &Box{v} }

// Type is System.Management.Automation.PSReference.
func (*Box) Type() *Type { return PSReferenceType }

// Value is what the box holds.
func (b *Box) Value() Value { return b.value }

// SetValue changes what the box holds.
func (b *Box) SetValue(v Value) error { b.value = v; return nil }

// NullText is what methods of .NET get as null where they take a text
// ([NullString]::Value); $null is the empty text to them.
type NullText interface {
	Object
	NullText()
}
