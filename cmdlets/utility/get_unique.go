package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetUnique passes on the objects that differ from the one before.
type GetUnique struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=AsString"`

	InputObject     objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	AsString        runtime.SwitchParameter `param:"ParameterSetName=AsString"`
	OnType          runtime.SwitchParameter `param:"ParameterSetName=UniqueByType"`
	CaseInsensitive runtime.SwitchParameter `param:""`

	last  objects.Value
	began bool
}

// ProcessRecord passes the object on unless it equals the last one.
func (c *GetUnique) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.began {
		same, err := c.same(rt.Types())
		if err != nil || same {
			return err
		}
	}
	c.began, c.last = true, c.InputObject
	return rt.WriteObject(c.InputObject)
}

func (c *GetUnique) same(tt *objects.TypeTable) (bool, error) {
	switch {
	case bool(c.OnType):
		a, b := objects.TypeNames(c.last), objects.TypeNames(c.InputObject)
		return len(a) > 0 && len(b) > 0 && a[0] == b[0] || len(a) == 0 && len(b) == 0, nil
	case bool(c.AsString):
		a, err := tt.Text(c.last, " ")
		if err != nil {
			return false, err
		}
		b, err := tt.Text(c.InputObject, " ")
		return a == b || bool(c.CaseInsensitive) && objects.EqualFold(a, b), err
	}
	return tt.Equal(c.last, c.InputObject, bool(c.CaseInsensitive)), nil
}
