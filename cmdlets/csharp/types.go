package csharp

import (
	"fmt"
	"strings"
)

// Type is one type that the source declares.
type Type struct {
	Name     string // what the PowerShell text calls it
	FullName string // what scripts call it: Namespace.Outer+Inner
}

// Error is why source cannot be used.
type Error struct {
	Line    int // from 1
	Message string
}

// Error is the message with its line, as a compiler gives it.
func (e *Error) Error() string { return fmt.Sprintf("(%d): error: %s", e.Line, e.Message) }

// typeRef is a type as the source names it.
type typeRef struct {
	name     string
	args     []typeRef
	ranks    int // of arrays: [] for each
	nullable bool
	line     int
}

// words are the names that C# has for types of .NET, as PowerShell has them.
var words = map[string]string{
	"int": "int", "uint": "uint32", "long": "long", "ulong": "uint64", "short": "int16", "ushort": "uint16", "byte": "byte", "sbyte": "sbyte", "bool": "bool",
	"string": "string", "object": "object", "double": "double", "float": "float", "decimal": "decimal", "char": "char", "void": "void",
}

// isWhole reports whether values of a type are whole numbers.
func isWhole(t string) bool {
	switch t {
	case "int", "uint32", "long", "uint64", "int16", "uint16", "byte", "sbyte":
		return true
	}
	return false
}

// declared is a type of the source.
type declared struct {
	Type
	kind      string // class, struct, enum
	line      int
	flags     bool
	bases     []typeRef
	values    []enumValue
	fields    []*field
	functions []*function
	// renamed are the fields that a property stands for.
	renamed map[string]string
}

type enumValue struct{ name, value string }

// field is a field or a property with no code of its own.
type field struct {
	name   string
	typ    typeRef
	static bool
	hidden bool
	value  int // where its first value begins in the tokens; 0 for none
}

// function is a method or a constructor.
type function struct {
	name        string
	result      typeRef
	params      []parameter
	static      bool
	hidden      bool
	constructor bool
	external    string // the library of a method that is not C#
	base        int    // where the arguments for the base constructor begin; 0 for none
	body        int    // where the body begins; 0 for none
}

type parameter struct {
	name string
	typ  typeRef
}

func (d *declared) field(name string) *field {
	for _, f := range d.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (d *declared) function(name string) *function {
	for _, f := range d.functions {
		if f.name == name && !f.constructor {
			return f
		}
	}
	return nil
}

// single quotes a text for PowerShell.
func single(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
