package runtime

import (
	"github.com/csshell/csshell/objects"
)

// bindingTypes make the exceptions of parameter binding known to a TypeTable.
func bindingTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: objects.ParameterBindingException, Declare: declareBindingException},
		{Type: bindingArgumentTransformation},
	}
}

// declareBindingException declares what a ParameterBindingException tells about
// the parameter at fault.
func declareBindingException() *objects.Declaration {
	field := func(signature, name string) objects.Property {
		return readOnly(signature, func(this objects.Value) objects.Value {
			e, ok := objects.As[*objects.Exception](this)
			if !ok {
				return objects.Null
			}
			return e.Fields[name]
		})
	}
	return &objects.Declaration{
		Type: objects.ParameterBindingException,
		Properties: []objects.Property{
			field("string ErrorId {get;}", "ErrorId"),
			field("string ParameterName {get;}", "ParameterName"),
			field("type ParameterType {get;}", "ParameterType"),
			field("type TypeSpecified {get;}", "TypeSpecified"),
			field("System.Management.Automation.InvocationInfo CommandInvocation {get;}", "CommandInvocation"),
			field("long Line {get;}", "Line"),
			field("long Offset {get;}", "Offset"),
		},
	}
}
