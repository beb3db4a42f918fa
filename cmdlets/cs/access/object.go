package access

import "github.com/csshell/csshell/objects"

// Property is a property of an object that [Object] makes.
type Property struct {
	Name  string
	Value objects.Value
}

// Note returns a property.
func Note(name string, value objects.Value) Property { return Property{Name: name, Value: value} }

// Object is a record with a type name of its own.
func Object(typeName string, notes ...Property) objects.Value {
	o := objects.NewCustomObject()
	for _, n := range notes {
		o.SetNote(n.Name, n.Value)
	}
	o.SetTypeNames(append([]string{typeName}, objects.TypeNames(objects.Of(objects.NewCustomObject()))...))
	return objects.Of(o)
}
