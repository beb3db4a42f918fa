// Package clixml writes objects as CLIXML and reads them back: what Export-Clixml and
// Import-Clixml keep in files and PowerShell sends to other computers ([MS-PSRP],
// section 2.2.5).
package clixml

import "github.com/csshell/csshell/objects"

const space = "http://schemas.microsoft.com/powershell/2004/04"

// simple are the types that have an element of their own, by its name.
func simple() []simpleType {
	return []simpleType{
		{"S", "System.String"}, {"C", "System.Char"}, {"B", "System.Boolean"}, {"DT", "System.DateTime"}, {"TS", "System.TimeSpan"},
		{"By", "System.Byte"}, {"SB", "System.SByte"}, {"U16", "System.UInt16"}, {"I16", "System.Int16"}, {"U32", "System.UInt32"}, {"I32", "System.Int32"},
		{"U64", "System.UInt64"}, {"I64", "System.Int64"}, {"Sg", "System.Single"}, {"Db", "System.Double"}, {"D", "System.Decimal"},
		{"G", "System.Guid"}, {"URI", "System.Uri"}, {"Version", "System.Version"}, {"SBK", "System.Management.Automation.ScriptBlock"},
		{"XD", "System.Xml.XmlDocument"}, {"SS", "System.Security.SecureString"}, {"BA", "System.Byte[]"},
	}
}

type simpleType struct{ element, name string }

// liveObject is what a deserialized object stands for: no more is left of it than its
// text and its properties (System.Management.Automation.PSObject).
type liveObject struct{ text string }

// Type is System.Management.Automation.PSObject.
func (liveObject) Type() *objects.Type { return objects.PSObjectType }

// Text is what the object's ToString gave.
func (o liveObject) Text() (string, error) { return o.text, nil }
