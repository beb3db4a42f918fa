package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetPSCallStack writes the calls that run, from the inside out.
type GetPSCallStack struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.CallStackFrame"`
}

// ProcessRecord writes the calls.
func (*GetPSCallStack) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, frame := range rt.CallStack() {
		if err := rt.WriteObject(objects.Of(frame)); err != nil {
			return err
		}
	}
	return nil
}
