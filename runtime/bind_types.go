package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// bindingTypes make the exceptions of parameter binding, and what is known of
// parameters, known to a TypeTable.
func bindingTypes() []objects.TypeEntry {
	return append(parameterTypes(), []objects.TypeEntry{
		{Type: objects.ParameterBindingException, Declare: declareBindingException},
		{Type: bindingArgumentTransformation},
		{Type: pagingParametersType, Declare: declarePagingParameters},
	}...)
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
		Type: objects.ParameterBindingException, Constructors: system.ExceptionConstructors(),
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

// shouldContinueAll is $PSCmdlet.ShouldContinue with Yes to All and No to All.
func shouldContinueAll(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
	flag := func(i int) bool {
		r, ok := objects.As[objects.Reference](c.Args[i])
		return ok && c.Types.Truth(r.Value())
	}
	yes, no := flag(2), flag(3)
	ok, err := p.rt.ShouldContinueAll(c.Str(0), c.Str(1), &yes, &no)
	if err == nil {
		err = c.Assign(2, objects.Bool(yes))
	}
	if err == nil {
		err = c.Assign(3, objects.Bool(no))
	}
	return objects.Bool(ok), err
}

// pagingParameters is $PSCmdlet.PagingParameters
// (System.Management.Automation.PagingParameters).
type pagingParameters struct{ rt *CommandRuntime }

var pagingParametersType = &objects.Type{FullName: namespace + "PagingParameters", Kind: objects.KindObject, Attributes: objects.SealedAttr}

// Type is System.Management.Automation.PagingParameters.
func (*pagingParameters) Type() *objects.Type { return pagingParametersType }

func declarePagingParameters() *objects.Declaration {
	get := func(v objects.Value) *pagingParameters { p, _ := objects.As[*pagingParameters](v); return p }
	return &objects.Declaration{
		Type: pagingParametersType,
		Properties: []objects.Property{
			readOnly("ulong First {get;}", func(v objects.Value) objects.Value {
				first, _, _ := get(v).rt.PagingParameters()
				return objects.UInt64(first)
			}),
			readOnly("ulong Skip {get;}", func(v objects.Value) objects.Value {
				_, skip, _ := get(v).rt.PagingParameters()
				return objects.UInt64(skip)
			}),
			readOnly("switch IncludeTotalCount {get;}", func(v objects.Value) objects.Value {
				_, _, total := get(v).rt.PagingParameters()
				return objects.Word(objects.SwitchParameterType, truthBit(total))
			}),
		},
	}
}
