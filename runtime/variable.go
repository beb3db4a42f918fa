package runtime

import (
	"github.com/csshell/csshell/objects"
)

// VariableOptions restrict what may be done with a variable
// (System.Management.Automation.ScopedItemOptions).
type VariableOptions uint8

// The options.
const (
	ReadOnlyOption  VariableOptions = 1
	ConstantOption  VariableOptions = 2
	PrivateOption   VariableOptions = 4
	AllScopeOption  VariableOptions = 8
	UnspecifiedItem VariableOptions = 16
)

// Variable is a variable that is more than a slot: one with a type, attributes
// or options, one that a [ref] or a PSVariable object holds on to, or one that
// is found by name (System.Management.Automation.PSVariable).
type Variable struct {
	Name        string
	Description string
	Options     VariableOptions
	// Constraints run on every assignment, in order: conversions and
	// validation attributes written before the variable ([int], [ValidateSet()]).
	Constraints []Constraint
	// Module is the name of the module that made it, or "".
	Module string

	value objects.Value
	local bool // the code of its scope names it
	// computed variables are read through get and, where they may be assigned,
	// set through set ($HOME is neither, $? is one).
	get func() objects.Value
	set func(objects.Value) error
}

// Constraint changes or refuses a value that is assigned to a variable.
type Constraint interface {
	Apply(s *Session, v objects.Value) (objects.Value, error)
}

// NewVariable makes a plain variable.
func NewVariable(name string, v objects.Value) *Variable { return &Variable{Name: name, value: v} }

// Value is the variable's value.
func (v *Variable) Value() objects.Value {
	if v.get != nil {
		return v.get()
	}
	return v.value
}

// Assign changes the value under the variable's options and constraints. The
// errors are VariableNotWritable and ValidateSetFailure and their like.
func (v *Variable) Assign(s *Session, to objects.Value) error {
	if v.Options&(ReadOnlyOption|ConstantOption) != 0 {
		return NotWritable(v.Name)
	}
	return v.assign(s, to)
}

// NotWritable is the error of a variable that must not be changed.
func NotWritable(name string) *ErrorRecord {
	return newError(objects.SessionStateUnauthorized, "VariableNotWritable", WriteError, objects.String(name),
		"Cannot overwrite variable "+name+" because it is read-only or constant.")
}

// SetForced is Assign that a read-only variable takes too where force is given.
func (v *Variable) SetForced(s *Session, to objects.Value, force bool) error {
	assign := v.assign
	if !force || v.Options&ConstantOption != 0 {
		assign = v.Assign
	}
	err := assign(s, to)
	if err != nil && recordOf(err).Exception.Type() == objects.PSInvalidCastException { // of a variable in a slot
		return s.assignmentFailure(err)
	}
	return err
}

// SetOptions changes the options; a constant keeps its own, and none becomes
// one.
func (v *Variable) SetOptions(s *Session, o VariableOptions, force bool) error {
	if v.Options&ConstantOption != 0 || v.Options&ReadOnlyOption != 0 && !force {
		return NotWritable(v.Name)
	}
	if o&ConstantOption != 0 {
		return newError(objects.SessionStateUnauthorized, "VariableCannotBeMadeConstant", WriteError, objects.String(v.Name),
			"Existing variable "+v.Name+" cannot be made constant. Variables can be made constant only at creation time.")
	}
	if v.Options = o; o&AllScopeOption != 0 {
		s.sharesVariables = true
	}
	return nil
}

// Permanent reports whether the variable can never be removed.
func (v *Variable) Permanent() bool { return v.get != nil }

// MakeVariable defines a variable with options in a scope.
func (s *Session) MakeVariable(scope *Scope, v *Variable) {
	if v.Options&AllScopeOption != 0 {
		s.sharesVariables = true
	}
	scope.define(v)
}

func (v *Variable) assign(s *Session, to objects.Value) error {
	for _, c := range v.Constraints {
		converted, err := c.Apply(s, to)
		if err != nil {
			return err
		}
		to = converted
	}
	if v.set != nil {
		return v.set(to)
	}
	v.value = to
	return nil
}
