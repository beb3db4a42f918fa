package objects

import "context"

// Delegate is a script block as a delegate of .NET ("about_Script_Blocks").
type Delegate struct {
	typ  *Type
	code Callable
}

// NewDelegate makes a delegate of the type that runs the code.
func NewDelegate(t *Type, code Callable) *Delegate { return &Delegate{t, code} }

// Type is the delegate's type.
func (d *Delegate) Type() *Type { return d.typ }

// Code is what the delegate runs.
func (d *Delegate) Code() Callable { return d.code }

// CallWith runs the code.
func (d *Delegate) CallWith(ctx context.Context, this Value, args []Value) (Value, error) {
	return d.code.CallWith(ctx, this, args)
}
