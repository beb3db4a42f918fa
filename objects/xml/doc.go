// Package xml declares .NET's XML: documents and their nodes with the members
// that PowerShell's adapter gives them, readers, writers and XPath.
package xml

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/markup"
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

// The exceptions of XML.
var (
	ExceptionType      = &objects.Type{FullName: "System.Xml.XmlException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	XPathExceptionType = &objects.Type{FullName: "System.Xml.XPath.XPathException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// raised is an error of objects/markup or objects/xpath as an exception.
func raised(err error) error {
	switch e := err.(type) {
	case nil:
		return nil
	case *markup.Error:
		made := objects.NewException(ExceptionType, e.Error())
		made.Fields = map[string]value{"LineNumber": objects.Int(e.Line), "LinePosition": objects.Int(e.Column)}
		return made
	case *xpathError:
		return objects.NewException(XPathExceptionType, e.Message)
	}
	return err
}

func invalid(message string) error {
	return objects.NewException(objects.InvalidOperationException, message)
}
