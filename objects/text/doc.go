// Package text declares the types of System.Text: StringBuilder, Encoding and
// the regular expressions.
package text

import "github.com/csshell/csshell/objects"

type (
	call  = objects.Call
	value = objects.Value
)

func total(signature string, f func(c *call) value) objects.Method {
	return objects.Total(signature, f)
}

func partial(signature string, f func(c *call) (value, error)) objects.Method {
	return objects.Partial(signature, f)
}

func reads(signature string, f func(this value) value) objects.Property {
	return objects.Reads(signature, f)
}

func nothing() value { return objects.AutomationNull() }

func class(name string, base *objects.Type, interfaces ...*objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Base: base, Kind: objects.KindObject, Interfaces: interfaces}
}

func str(v value) string { s, _ := v.Str(); return s }
