// Package net declares the types of .NET that speak of networks: Uri,
// IPAddress, Dns, WebClient, mail messages and their like.
package net

import "github.com/csshell/csshell/objects"

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
