package core

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// ForEachObject runs script blocks, or reads or calls a member, for each
// object of the pipeline.
type ForEachObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ScriptBlockSet,SupportsShouldProcess,ConfirmImpact=Low"`

	InputObject      objects.Value           `param:"ParameterSetName=ScriptBlockSet,ValueFromPipeline;ParameterSetName=PropertyAndMethodSet,ValueFromPipeline;ParameterSetName=ParallelParameterSet,ValueFromPipeline" type:"psobject"`
	Begin            *runtime.ScriptBlock    `param:"ParameterSetName=ScriptBlockSet"`
	Process          []*runtime.ScriptBlock  `param:"ParameterSetName=ScriptBlockSet,Mandatory,Position=0" allow:"Null,EmptyCollection"`
	End              *runtime.ScriptBlock    `param:"ParameterSetName=ScriptBlockSet"`
	RemainingScripts []*runtime.ScriptBlock  `param:"ParameterSetName=ScriptBlockSet,ValueFromRemainingArguments" allow:"Null,EmptyCollection"`
	MemberName       string                  `param:"ParameterSetName=PropertyAndMethodSet,Mandatory,Position=0" validate:"NotNullOrEmpty"`
	ArgumentList     []objects.Value         `param:"ParameterSetName=PropertyAndMethodSet,ValueFromRemainingArguments,Alias=Args"`
	Parallel         *runtime.ScriptBlock    `param:"ParameterSetName=ParallelParameterSet,Mandatory"`
	ThrottleLimit    runtime.Optional[int]   `param:"ParameterSetName=ParallelParameterSet" validate:"Range=1:2147483647"`
	TimeoutSeconds   int                     `param:"ParameterSetName=ParallelParameterSet" validate:"Range=0:2147483"`
	AsJob            runtime.SwitchParameter `param:"ParameterSetName=ParallelParameterSet"`
	UseNewRunspace   runtime.SwitchParameter `param:"ParameterSetName=ParallelParameterSet"`

	end     *runtime.BlockRunner
	process []*runtime.BlockRunner
	member  objects.PropertyCache
	rounds  *runtime.Parallel
	inputs  []objects.Value // of -AsJob
}

// BeginProcessing sorts the blocks out: with several and no -Begin the first
// one begins, with no -End the last one ends.
func (c *ForEachObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	if c.Parallel != nil {
		return c.beginParallel(rt)
	}
	if c.MemberName == "" && (rt.IsBound("WhatIf") || rt.IsBound("Confirm")) {
		e := objects.NewException(objects.InvalidOperationException, "The -WhatIf and -Confirm parameters are not supported for script blocks.")
		return runtime.NewErrorRecord(e, "NoShouldProcessForScriptBlockSet", runtime.InvalidOperation, objects.Null)
	}
	blocks := append(append([]*runtime.ScriptBlock(nil), c.Process...), c.RemainingScripts...)
	begin, end := c.Begin, c.End
	if begin == nil && len(blocks) > 1 {
		begin, blocks = blocks[0], blocks[1:]
	}
	if end == nil && len(blocks) > 1 && !rt.IsBound("End") {
		end, blocks = blocks[len(blocks)-1], blocks[:len(blocks)-1]
	}
	for _, b := range blocks {
		if b != nil {
			c.process = append(c.process, rt.Runner(b))
		}
	}
	if end != nil {
		c.end = rt.Runner(end)
	}
	if begin == nil {
		return nil
	}
	return rt.Runner(begin).Run(objects.Null)
}

// ProcessRecord runs the process blocks with $_ being the object.
func (c *ForEachObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.MemberName != "" {
		return c.processMember(rt)
	}
	if c.Parallel != nil {
		return c.processParallel()
	}
	if !rt.ExpectingInput() && !rt.IsBound("InputObject") && len(c.process) == 0 {
		return nil
	}
	for _, p := range c.process {
		if err := p.Run(c.InputObject); err != nil {
			return err
		}
	}
	return nil
}

// EndProcessing runs the end block.
func (c *ForEachObject) EndProcessing(rt *runtime.CommandRuntime) error {
	if c.Parallel != nil {
		return c.endParallel(rt)
	}
	if c.end == nil {
		return nil
	}
	return c.end.Run(objects.Null)
}

// processMember reads a property, or calls a method, of the object. A name that it
// does not have gives $null, but is an error with arguments.
func (c *ForEachObject) processMember(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	tt := rt.Types()
	name, problem := memberName(tt, c.InputObject, c.MemberName, "AmbiguousPropertyOrMethodName")
	if problem != nil {
		return rt.WriteError(problem)
	}
	v, found, err := c.member.Get(tt, c.InputObject, name)
	if err != nil {
		return err
	}
	method := found && isMethod(v)
	switch {
	case !method && rt.IsBound("ArgumentList"):
		e := objects.NewException(objects.PSArgumentException, `Input name "`+c.MemberName+`" cannot be resolved to a method.`)
		return rt.WriteError(runtime.NewErrorRecord(e, "MethodNotFound", runtime.InvalidArgument, c.InputObject))
	case !found:
		return rt.WriteObject(objects.Null)
	case !method:
		return rt.WriteEnumerated(v)
	}
	result, err := tt.Invoke(rt.Context(), c.InputObject, objects.Invocation{Name: name, Args: c.ArgumentList})
	if err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	return rt.WriteEnumerated(result)
}

// isMethod reports whether a member's value is a method to call.
func isMethod(v objects.Value) bool {
	switch v.Type() {
	case objects.PSMethodType, objects.PSScriptMethodType, objects.PSCodeMethodType, objects.PSParameterizedType:
		return true
	}
	return false
}

// memberName is the member of an object that a name, maybe with wildcards, means; the
// name itself where there is none. Several are a problem of the given id.
func memberName(tt *objects.TypeTable, v objects.Value, name, ambiguous string) (string, *runtime.ErrorRecord) {
	if !wildcard.ContainsWildcards(name) {
		return name, nil
	}
	pattern, err := wildcard.Compile(name, true)
	if err != nil {
		return name, runtime.RecordOf(err)
	}
	var found []string
	for _, m := range tt.Members(v, false) {
		if pattern.Match(m.Name) {
			found = append(found, m.Name)
		}
	}
	switch len(found) {
	case 0:
		return name, nil
	case 1:
		return found[0], nil
	}
	e := objects.NewException(objects.PSArgumentException, `Input name "`+name+`" is ambiguous. It can be resolved to multiple matched members. Possible matches include: `+strings.Join(found, " ")+".")
	return name, runtime.NewErrorRecord(e, ambiguous, runtime.InvalidArgument, v)
}
