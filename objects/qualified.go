package objects

import "strings"

// coreLibrary is the assembly that the types of the core live in.
const coreLibrary = "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"

// QualifiedName is Type.FullName: generic arguments stand with their
// assembly, as in "System.Collections.Generic.List`1[[System.Int32, ...]]".
func (t *Type) QualifiedName() string {
	switch {
	case t.Elem != nil:
		return t.Elem.QualifiedName() + rankSuffix(t.Rank)
	case t.Open == nil:
		return t.FullName
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = "[" + a.QualifiedName() + ", " + coreLibrary + "]"
	}
	return t.Open.FullName + "[" + strings.Join(args, ",") + "]"
}
