// Package automation declares the types of System.Management.Automation that
// need no running session: PSObject and its members, PSCredential,
// SemanticVersion, WildcardPattern, SwitchParameter and enums; and the type
// data that PowerShell adds to types of .NET.
package automation

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

func nothing() value { return objects.AutomationNull() }

// text is a property that gives a text.
func text(signature string, f func(this value) string) objects.Property {
	return objects.Reads(signature, func(this value) value { return objects.String(f(this)) })
}

// class is a reference type of this package.
func class(name string, base *objects.Type) *objects.Type {
	return &objects.Type{FullName: name, Base: base, Kind: objects.KindObject}
}
