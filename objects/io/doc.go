// Package io declares the types of System.IO: paths, files, directories,
// streams, readers and writers.
package io

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
	does    = objects.Does
)

// gives is a method or function that gives a text.
func gives(signature string, f func(c *call) string) objects.Method {
	return objects.Total(signature, func(c *call) value { return objects.String(f(c)) })
}

func staticClass(name string) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr | objects.StaticAttr}
}

func class(name string, base *objects.Type, attributes objects.TypeAttributes, interfaces ...*objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Base: base, Kind: objects.KindObject, Attributes: attributes, Interfaces: interfaces}
}

func str(v value) string { s, _ := v.Str(); return s }

func strings(items []string) value { return objects.Of(objects.Strings(items)) }
