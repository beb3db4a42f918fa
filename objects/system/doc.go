// Package system declares the types of .NET's System namespace that scripts
// use, a file a type: their members' signatures and what they do. Signatures
// are those that Get-Member prints.
package system

import "github.com/csshell/csshell/objects"

type (
	call  = objects.Call
	value = objects.Value
)

// the declarations' own short names
// The makers of members, by short names.
var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
	does    = objects.Does
)

// constant is a static property that always has the value.
func constant(signature string, v value) objects.Property {
	return objects.Reads(signature, func(value) value { return v })
}
