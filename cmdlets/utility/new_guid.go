package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// NewGuid makes a GUID: a random one, an empty one, or one from text.
type NewGuid struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default"`

	Empty       runtime.SwitchParameter `param:"ParameterSetName=Empty"`
	InputObject string                  `param:"ParameterSetName=InputObject,Position=0,ValueFromPipeline"`
}

// ProcessRecord writes the GUID.
func (c *NewGuid) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch {
	case bool(c.Empty):
		return rt.WriteObject(objects.GuidOf(objects.Guid{}))
	case rt.IsBound("InputObject"):
		g, err := objects.ParseGuid(c.InputObject)
		if err != nil {
			return rt.WriteError(runtime.NewErrorRecord(objects.Raised(err), "StringNotRecognizedAsGuid", runtime.InvalidArgument, objects.Null))
		}
		return rt.WriteObject(objects.GuidOf(g))
	}
	return rt.WriteObject(objects.GuidOf(system.NewGuid()))
}
