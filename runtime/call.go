package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// call is one call of a function, script or script block, as automatic
// variables show it.
type call struct {
	info   *InvocationInfo
	code   *code
	method string // the name of a method of a class; "" for all else
	caller *frame // the code that called; nil for the outermost
	around *call  // of dot-sourced code: the call whose scope it runs in
	// sent are the values behind $using: of a block that was sent to where it runs;
	// nil for code that runs where it was written.
	sent   map[parser.Expression]objects.Value
	binder *binder // nil where nothing was bound
	// plainTable and plainArgs are the parameters and arguments of a call for
	// which no binder was made.
	plainTable *ParameterTable
	plainArgs  []argument
	rt         *CommandRuntime // of an advanced function: $PSCmdlet
}

// calling is the call that the caller's code belongs to, where inner is a call that
// it made; nil for none.
func (f *frame) calling(inner *call) *call {
	if inner != nil && inner.around != nil {
		return inner.around
	}
	return f.scope.currentCall()
}

// invocation is $MyInvocation.
func (c *call) invocation() objects.Value {
	if c.info == nil {
		return objects.Of(&InvocationInfo{})
	}
	return objects.Of(c.info)
}

// boundParameters is $PSBoundParameters.
func (c *call) boundParameters() objects.Value {
	if c.bound() == nil {
		return objects.Of(objects.NewDictionary(boundParametersType, true))
	}
	return objects.Of(c.binder.boundDictionary())
}

// boundParametersType is what $PSBoundParameters is.
var boundParametersType = &objects.Type{
	FullName: "System.Management.Automation.PSBoundParametersDictionary", Kind: objects.KindObject,
	Base: objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.ObjectType),
}

// cmdlet is $PSCmdlet: that of the advanced function, or of the nearest one that
// has called.
func (c *call) cmdlet() objects.Value {
	for c.rt == nil {
		if c.caller == nil {
			return objects.Null
		}
		c = c.caller.calling(c)
	}
	return objects.Of(&PSCmdlet{rt: c.rt})
}

// scriptRoot is $PSScriptRoot: the folder of the file that the code is in.
func (c *call) scriptRoot() objects.Value {
	dir, _ := c.file()
	return objects.String(dir)
}

// commandPath is $PSCommandPath.
func (c *call) commandPath() objects.Value {
	_, path := c.file()
	return objects.String(path)
}

func (c *call) file() (dir, path string) {
	if c.code == nil {
		return "", ""
	}
	path = c.code.source.File
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[:max(i, 1)], path
		}
	}
	return "", path
}

// PSCmdlet is $PSCmdlet in an advanced function.
type PSCmdlet struct {
	rt  *CommandRuntime
	typ *objects.Type // nil for PSScriptCmdlet
}

// PSCmdletType is System.Management.Automation.PSScriptCmdlet.
var PSCmdletType = &objects.Type{FullName: "System.Management.Automation.PSScriptCmdlet", Kind: objects.KindObject}

// Type is System.Management.Automation.PSScriptCmdlet.
func (p *PSCmdlet) Type() *objects.Type {
	if p.typ != nil {
		return p.typ
	}
	return PSCmdletType
}
