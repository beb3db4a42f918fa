package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// OutNull drops what it gets.
type OutNull struct {
	InputObject objects.Value `param:"ValueFromPipeline" type:"psobject"`
}

// ProcessRecord does nothing.
func (*OutNull) ProcessRecord(*runtime.CommandRuntime) error { return nil }
