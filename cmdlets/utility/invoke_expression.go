package utility

import "github.com/csshell/csshell/runtime"

// InvokeExpression runs text as a program in the scope of the caller.
type InvokeExpression struct {
	Command string `param:"Position=0,Mandatory,ValueFromPipeline"`
}

// ProcessRecord compiles and runs the text.
func (c *InvokeExpression) ProcessRecord(rt *runtime.CommandRuntime) error {
	block, err := rt.Session().NewScriptBlock(c.Command, "")
	if err != nil {
		return err
	}
	return rt.RunHere(block)
}
