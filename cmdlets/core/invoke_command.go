package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// InvokeCommand runs a script block on this machine, with arguments and with
// the objects of the pipeline as its $input.
type InvokeCommand struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=InProcess"`

	// Session holds handles on what the shell works on anyway, so that the block
	// runs here.
	Session      []objects.Value         `param:"ParameterSetName=Session,Position=0,Mandatory" type:"System.Management.Automation.Runspaces.PSSession[]"`
	ScriptBlock  *runtime.ScriptBlock    `param:"ParameterSetName=InProcess,Position=0,Mandatory,Alias=Command;ParameterSetName=Session,Position=1,Mandatory"`
	NoNewScope   runtime.SwitchParameter `param:"ParameterSetName=InProcess"`
	InputObject  objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	ArgumentList []objects.Value         `param:"Alias=Args"`

	input []objects.Value
}

// ProcessRecord gathers the objects of the pipeline.
func (c *InvokeCommand) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ExpectingInput() || rt.IsBound("InputObject") {
		c.input = append(c.input, c.InputObject)
	}
	return nil
}

// EndProcessing runs the block.
func (c *InvokeCommand) EndProcessing(rt *runtime.CommandRuntime) error {
	hasInput := rt.ExpectingInput() || rt.IsBound("InputObject")
	return rt.Call(c.ScriptBlock, runtime.BlockCall{Args: c.ArgumentList, Input: c.input, HasInput: hasInput, Here: bool(c.NoNewScope), Sent: len(c.Session) > 0})
}
