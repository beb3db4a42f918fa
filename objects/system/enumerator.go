package system

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// CharEnumeratorType is what String.GetEnumerator gives.
var CharEnumeratorType = &objects.Type{FullName: "System.CharEnumerator", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.EnumeratorType}}

func newCharEnumerator(s string) value {
	units := utf16.Encode(s)
	items := make([]value, len(units))
	for i, u := range units {
		items[i] = objects.Char(u)
	}
	return objects.Of(objects.NewEnumerator(CharEnumeratorType, items))
}

// enumeratorDeclaration is what every enumerator has.
func enumeratorDeclaration(t *objects.Type) func() *objects.Declaration {
	return func() *objects.Declaration { return objects.EnumeratorDeclaration(t) }
}
