package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ForEachObject runs script blocks, or reads or calls a member, for each
// object of the pipeline.
type ForEachObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ScriptBlockSet,SupportsShouldProcess,ConfirmImpact=Low"`

	InputObject      objects.Value          `param:"ParameterSetName=ScriptBlockSet,ValueFromPipeline;ParameterSetName=PropertyAndMethodSet,ValueFromPipeline"`
	Begin            *runtime.ScriptBlock   `param:"ParameterSetName=ScriptBlockSet"`
	Process          []*runtime.ScriptBlock `param:"ParameterSetName=ScriptBlockSet,Mandatory,Position=0" allow:"Null,EmptyCollection"`
	End              *runtime.ScriptBlock   `param:"ParameterSetName=ScriptBlockSet"`
	RemainingScripts []*runtime.ScriptBlock `param:"ParameterSetName=ScriptBlockSet,ValueFromRemainingArguments" allow:"Null,EmptyCollection"`
	MemberName       string                 `param:"ParameterSetName=PropertyAndMethodSet,Mandatory,Position=0" validate:"NotNullOrEmpty"`
	ArgumentList     []objects.Value        `param:"ParameterSetName=PropertyAndMethodSet,ValueFromRemainingArguments,Alias=Args"`

	end     *runtime.BlockRunner
	process []*runtime.BlockRunner
	member  objects.PropertyCache
}

// BeginProcessing sorts the blocks out: with several and no -Begin the first
// one begins, with no -End the last one ends.
func (c *ForEachObject) BeginProcessing(rt *runtime.CommandRuntime) error {
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
func (c *ForEachObject) EndProcessing(*runtime.CommandRuntime) error {
	if c.end == nil {
		return nil
	}
	return c.end.Run(objects.Null)
}

// processMember reads a property, or calls a method, of the object.
func (c *ForEachObject) processMember(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	tt := rt.Types()
	if !rt.IsBound("ArgumentList") {
		v, ok, err := c.member.Get(tt, c.InputObject, c.MemberName)
		if err != nil {
			return err
		}
		if _, method := objects.As[*objects.MethodValue](v); ok && !method {
			return rt.WriteEnumerated(v)
		}
	}
	v, err := tt.Invoke(rt.Context(), c.InputObject, objects.Invocation{Name: c.MemberName, Args: c.ArgumentList})
	if err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	return rt.WriteEnumerated(v)
}
