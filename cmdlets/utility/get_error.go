package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetError shows errors with all that is known of them.
type GetError struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Newest"`

	Newest      runtime.Optional[int] `param:"ParameterSetName=Newest,Alias=Last" validate:"Range=1:2147483647" help:"How many of the newest errors; one without it."`
	InputObject objects.Value         `param:"ParameterSetName=Error,Position=0,ValueFromPipeline" type:"psobject" validate:"NotNullOrEmpty" help:"An error or an exception."`
}

// ProcessRecord writes the object of the pipeline, or the newest of $Error.
func (c *GetError) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ParameterSet() == "Error" {
		return rt.WriteObject(extended(c.InputObject, 0))
	}
	count := 1
	if c.Newest.Bound {
		count = c.Newest.Value
	}
	for i, v := range rt.Session().Errors() {
		if i == count {
			break
		}
		if err := rt.WriteObject(extended(v, i)); err != nil {
			return err
		}
	}
	return nil
}

// extended is an error under the type name whose view tells everything.
func extended(v objects.Value, index int) objects.Value {
	names := objects.TypeNames(v)
	p := objects.Wrap(v)
	name := "System.Management.Automation.ErrorRecord#PSExtendedError"
	if _, exception := objects.As[*objects.Exception](v); exception {
		name = "System.Exception#PSExtendedError"
	}
	if names[0] != name {
		p = p.Copy()
		p.SetTypeNames(append([]string{name}, names...))
	}
	p.SetNote("PSErrorIndex", objects.Int(index))
	return objects.Of(p)
}
