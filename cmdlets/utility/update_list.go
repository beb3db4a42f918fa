package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// UpdateList adds items to a list that is a property, takes some out, or puts others in
// their place.
type UpdateList struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=AddRemoveSet"`

	Add         []objects.Value `param:"ParameterSetName=AddRemoveSet" validate:"NotNullOrEmpty" help:"Items to add."`
	Remove      []objects.Value `param:"ParameterSetName=AddRemoveSet" validate:"NotNullOrEmpty" help:"Items to take out."`
	Replace     []objects.Value `param:"ParameterSetName=ReplaceSet,Mandatory" validate:"NotNullOrEmpty" help:"Items for an empty list."`
	InputObject objects.Value   `param:"ValueFromPipeline" type:"psobject" validate:"NotNullOrEmpty" help:"The object."`
	Property    string          `param:"Position=0" validate:"NotNullOrEmpty" help:"The property that is the list."`
}

// ProcessRecord changes the list of one object and passes the object on.
func (c *UpdateList) ProcessRecord(rt *runtime.CommandRuntime) error {
	if !rt.IsBound("InputObject") {
		return nil
	}
	if c.Property == "" {
		e := objects.NewException(objects.PSArgumentException, "Property must be specified when InputObject is specified.")
		return runtime.NewErrorRecord(e, "MissingPropertyParameter", runtime.InvalidOperation, objects.Null)
	}
	tt := rt.Types()
	v, found, err := tt.GetProperty(c.InputObject, c.Property)
	if err != nil || !found {
		e := objects.NewException(objects.PSArgumentException, "The property '"+c.Property+"' does not exist.")
		return rt.WriteError(runtime.NewErrorRecord(e, "MemberDoesntExist", runtime.InvalidOperation, c.InputObject))
	}
	list, ok := objects.As[objects.Indexed](v)
	if !ok {
		e := objects.NewException(objects.PSInvalidCastException, "The property '"+c.Property+"' is no list.")
		return rt.WriteError(runtime.NewErrorRecord(e, "PSInvalidCastException", runtime.InvalidOperation, c.InputObject))
	}
	items := c.changed(tt, list)
	if growing, ok := objects.As[*objects.List](v); ok {
		growing.Replace(items)
	} else if err := tt.SetProperty(c.InputObject, c.Property, objects.ArrayValue(items)); err != nil {
		return rt.WriteError(runtime.RecordOf(err))
	}
	return rt.WriteObject(c.InputObject)
}

// EndProcessing writes the changes themselves where there is no object to apply them to.
func (c *UpdateList) EndProcessing(rt *runtime.CommandRuntime) error {
	if rt.IsBound("InputObject") || rt.ExpectingInput() {
		return nil
	}
	changes := objects.NewHashtable()
	for _, part := range [...]struct {
		name  string
		items []objects.Value
	}{{"Add", c.Add}, {"Remove", c.Remove}, {"Replace", c.Replace}} {
		if part.items != nil {
			changes.Set(objects.String(part.name), objects.ArrayValue(part.items))
		}
	}
	return rt.WriteObject(objects.Of(changes))
}

// changed are the items of the list after the changes.
func (c *UpdateList) changed(tt *objects.TypeTable, list objects.Indexed) []objects.Value {
	if c.Replace != nil {
		return c.Replace
	}
	var items []objects.Value
	for i := range list.Len() {
		if !holds(tt, c.Remove, list.At(i)) {
			items = append(items, list.At(i))
		}
	}
	return append(items, c.Add...)
}

func holds(tt *objects.TypeTable, list []objects.Value, v objects.Value) bool {
	for _, item := range list {
		if n, err := tt.Compare(item, v, true); err == nil && n == 0 {
			return true
		}
	}
	return false
}
