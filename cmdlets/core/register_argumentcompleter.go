package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// RegisterArgumentCompleter keeps a script block that completes arguments.
type RegisterArgumentCompleter struct {
	CommandName    []string                `param:"ParameterSetName=NativeCommandSet,Mandatory;ParameterSetName=PowerShellSet"`
	ParameterName  string                  `param:"ParameterSetName=PowerShellSet,Mandatory"`
	ScriptBlock    *runtime.ScriptBlock    `param:"Mandatory" allow:"Null"`
	Native         runtime.SwitchParameter `param:"ParameterSetName=NativeCommandSet"`
	NativeFallback runtime.SwitchParameter `param:"ParameterSetName=NativeFallbackSet"`
}

// ProcessRecord keeps the block for each command.
func (c *RegisterArgumentCompleter) ProcessRecord(rt *runtime.CommandRuntime) error {
	block := objects.Null
	if c.ScriptBlock != nil {
		block = objects.Of(c.ScriptBlock)
	}
	s := rt.Session()
	if c.ParameterName == "" {
		for _, name := range c.CommandName {
			s.RegisterNativeCompleter(name, block)
		}
		return nil
	}
	if len(c.CommandName) == 0 {
		s.RegisterCompleter("", c.ParameterName, block)
	}
	for _, name := range c.CommandName {
		s.RegisterCompleter(name, c.ParameterName, block)
	}
	return nil
}
