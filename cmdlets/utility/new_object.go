package utility

import (
	"errors"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// NewObject makes an object of a .NET type.
type NewObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Net"`

	TypeName     string                  `param:"ParameterSetName=Net,Mandatory,Position=0"`
	ArgumentList []objects.Value         `param:"ParameterSetName=Net,Position=1,Alias=Args"`
	Strict       runtime.SwitchParameter `param:"ParameterSetName=Com" refuse:"there is no COM, whose objects it speaks of"`
	Property     *objects.Hashtable      `param:"" type:"System.Collections.IDictionary"`
}

// ProcessRecord makes the object and sets its properties.
func (c *NewObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	tt := rt.Types()
	t, ok := tt.Lookup(c.TypeName, nil)
	if !ok {
		e := objects.NewException(objects.PSArgumentException, "Cannot find type ["+c.TypeName+"]: verify that the assembly containing this type is loaded.")
		return runtime.NewErrorRecord(e, "TypeNotFound", runtime.InvalidType, objects.Null)
	}
	v, err := c.make(rt, t)
	if err != nil {
		return err
	}
	if c.Property == nil {
		return rt.WriteObject(v)
	}
	if v, err = c.fill(rt, v); err != nil {
		return err
	}
	return rt.WriteObject(v)
}

func (c *NewObject) make(rt *runtime.CommandRuntime, t *objects.Type) (objects.Value, error) {
	if (t == objects.PSObjectType || t == objects.PSCustomObjectType) && len(c.ArgumentList) == 0 {
		return objects.Of(objects.NewCustomObject()), nil
	}
	v, err := rt.Types().InvokeStatic(rt.Context(), t, objects.Invocation{Name: "new", Args: c.ArgumentList, As: t.Name()})
	if err == nil {
		return v, nil
	}
	x, ok := errors.AsType[*objects.Exception](err)
	if !ok {
		return objects.Null, err
	}
	if x.ErrorID == "MethodCountCouldNotFindBest" && len(c.ArgumentList) == 0 {
		e := objects.NewException(objects.PSArgumentException, "A constructor was not found. Cannot find an appropriate constructor for type "+t.FullName+".")
		return objects.Null, runtime.NewErrorRecord(e, "CannotFindAppropriateCtor", runtime.ObjectNotFound, objects.Null)
	}
	return objects.Null, runtime.NewErrorRecord(x, "ConstructorInvokedThrowException", runtime.InvalidOperation, objects.Null)
}

// fill sets the properties; a [psobject] gets them as notes.
func (c *NewObject) fill(rt *runtime.CommandRuntime, v objects.Value) (objects.Value, error) {
	p, custom := v.Ref().(*objects.PSObject)
	var err error
	c.Property.Each(func(k, value objects.Value) bool {
		name, _ := rt.Types().Text(k, " ")
		if custom {
			p.SetNote(name, value)
			return true
		}
		err = c.setProperty(rt, v, name, value)
		return err == nil
	})
	return v, err
}

func (c *NewObject) setProperty(rt *runtime.CommandRuntime, v objects.Value, name string, value objects.Value) error {
	tt := rt.Types()
	if _, ok, _ := tt.GetProperty(v, name); !ok {
		e := objects.NewException(objects.InvalidOperationException, "The member \""+name+"\" was not found for the specified .NET object.")
		return runtime.NewErrorRecord(e, "InvalidOperationException", runtime.InvalidOperation, objects.Null)
	}
	if err := tt.SetProperty(v, name, value); err != nil {
		e := objects.NewException(objects.ExceptionType, "The value supplied is not valid, or the property is read-only. Change the value, and then try again.").Because(err)
		return runtime.NewErrorRecord(e, "SetValueException", runtime.InvalidData, value)
	}
	return nil
}
