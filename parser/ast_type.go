package parser

import "strings"

// TypeReference is the name of a type as it is written in a script:
// [TypeName], [GenericTypeName] or [ArrayTypeName].
type TypeReference interface {
	// Span gives where the name stands in its source.
	Span() Extent
	// String gives the name in the form of PowerShell's FullName:
	// "int", "List[int]", "string[,]".
	String() string
	typeReference()
}

// TypeName is a plain name, perhaps with its assembly: [A.B, Assembly].
type TypeName struct {
	Extent
	Name     string
	Assembly string // what stands after the comma; empty without one
}

// GenericTypeName is a generic type with its arguments: [Name[a,b]].
type GenericTypeName struct {
	Extent
	Name      *TypeName
	Arguments []TypeReference
}

// ArrayTypeName is an array of an element type: [int[]] has rank 1, [int[,]]
// rank 2.
type ArrayTypeName struct {
	Extent
	Element TypeReference
	Rank    int
}

func (*TypeName) typeReference()        {}
func (*GenericTypeName) typeReference() {}
func (*ArrayTypeName) typeReference()   {}

// String gives the name and, after a comma, the assembly.
func (t *TypeName) String() string {
	if t.Assembly == "" {
		return t.Name
	}
	return t.Name + ", " + t.Assembly
}

// String gives the name with the arguments in brackets.
func (t *GenericTypeName) String() string {
	var b strings.Builder
	b.WriteString(t.Name.Name)
	b.WriteByte('[')
	for i, a := range t.Arguments {
		if i > 0 {
			b.WriteByte(',')
		}
		_, plain := a.(*TypeName)
		qualified := plain && a.(*TypeName).Assembly != ""
		if qualified {
			b.WriteByte('[')
		}
		b.WriteString(a.String())
		if qualified {
			b.WriteByte(']')
		}
	}
	b.WriteByte(']')
	if t.Name.Assembly != "" {
		b.WriteString(", " + t.Name.Assembly)
	}
	return b.String()
}

// String gives the element's name followed by [] or [,].
func (t *ArrayTypeName) String() string {
	return t.Element.String() + "[" + strings.Repeat(",", t.Rank-1) + "]"
}
