package objects

import (
	"context"
	"slices"
	"strings"
)

// Delegate is a script block as a delegate of .NET ("about_Script_Blocks").
type Delegate struct {
	typ  *Type
	code Callable
}

// isCode reports whether values of the type may become delegates.
func isCode(t *Type) bool { return t == ScriptBlockType || t == PSMethodType }

// delegateOf is a script block, or a method that has an overload with as many
// parameters, as a delegate; ok is false for all else.
func delegateOf(base Value, to *Type) (d *Delegate, ok bool) {
	if !isCode(base.Type()) || !to.DerivesFrom(DelegateType) {
		return nil, false
	}
	switch code := base.ref.(type) {
	case *MethodValue:
		n := delegateArity(to)
		fits := slices.ContainsFunc(code.group.overloads, func(o *overload) bool { return len(o.params().params) == n })
		return NewDelegate(to, methodCode{code}), fits
	case Callable:
		return NewDelegate(to, code), true
	}
	return nil, false
}

// delegateArity is how many parameters the delegate has.
func delegateArity(t *Type) int {
	switch name := t.FullName; {
	case strings.HasPrefix(name, "System.Func`"), strings.HasPrefix(name, "System.Converter`"):
		return len(t.Args) - 1
	case strings.HasPrefix(name, "System.Comparison`"), strings.HasPrefix(name, "System.EventHandler"):
		return 2
	}
	return len(t.Args)
}

// methodCode is a method that a delegate runs.
type methodCode struct{ *MethodValue }

// CallWith calls the method; its object is its own.
func (m methodCode) CallWith(ctx context.Context, _ Value, args []Value) (Value, error) {
	return m.Invoke(ctx, args)
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
