package objects

// Derivable is an object of .NET that a class of a script can derive from
// ("about_Classes_Inheritance"): it becomes one of the class and keeps the
// class's fields beside what it holds.
type Derivable interface {
	Object
	// Derive gives the object its class and the fields of that.
	Derive(class *Type, fields []Value)
	// Derived are the fields of its class; nil for an object of .NET alone.
	Derived() []Value
	// TakeOver gives it what another object of the .NET type holds.
	TakeOver(from Object)
}

// derived are the fields of an object whose class a script defined.
type derived struct{ fields []Value }

// Derived are the fields of the class.
func (d *derived) Derived() []Value { return d.fields }
