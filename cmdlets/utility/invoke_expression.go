package utility

import (
	"errors"

	"github.com/csshell/csshell/runtime"
)

// InvokeExpression runs text as a program in the scope of the caller.
type InvokeExpression struct {
	Command string `param:"Position=0,Mandatory,ValueFromPipeline"`
}

// ProcessRecord compiles and runs the text.
func (c *InvokeExpression) ProcessRecord(rt *runtime.CommandRuntime) error {
	block, err := rt.Session().NewScriptBlock(c.Command, "")
	if r, ok := errors.AsType[*runtime.ErrorRecord](err); ok {
		return r.OfCommand()
	}
	if err != nil {
		return err
	}
	return rt.RunHere(block)
}
