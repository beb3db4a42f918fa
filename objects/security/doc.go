// Package security declares the types of .NET that speak of secrets and of
// who is who: hashes, keyed hashes, random numbers, certificates, Windows
// principals and the memory that secure strings are read through.
package security

import (
	"github.com/csshell/csshell/objects"
)

type (
	call  = objects.Call
	value = objects.Value
)

var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
	does    = objects.Does
)

func text(s string) value { return objects.String(s) }

func truth(b bool) value { return objects.Bool(b) }
