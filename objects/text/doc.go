// Package text declares the types of System.Text: StringBuilder, Encoding and
// the regular expressions.
package text

import "github.com/csshell/csshell/objects"

type (
	call  = objects.Call
	value = objects.Value
)

// The makers of members, by short names.
var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
)

func class(name string, base *objects.Type, interfaces ...*objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Base: base, Kind: objects.KindObject, Interfaces: interfaces}
}
