package utility

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/globalization"
	"github.com/csshell/csshell/runtime"
)

// GetCulture writes the session's culture, those of some names, or all.
type GetCulture struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=CurrentCulture"`

	Name            []string                `param:"ParameterSetName=Name,Position=0,ValueFromPipeline" validate:"NotNull"`
	NoUserOverrides runtime.SwitchParameter `param:"ParameterSetName=CurrentCulture;ParameterSetName=Name"`
	ListAvailable   runtime.SwitchParameter `param:"ParameterSetName=ListAvailable"`
}

// ProcessRecord writes the cultures.
func (c *GetCulture) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := c.Name
	switch rt.ParameterSet() {
	case "CurrentCulture":
		return rt.WriteObject(objects.Of(globalization.NewCultureInfo(rt.Types().Culture())))
	case "ListAvailable":
		names = culture.Names()
	}
	for _, name := range names {
		found, err := culture.Get(name)
		if err != nil || strings.ContainsAny(name, "*?[") {
			e := objects.NewException(objects.CultureNotFoundException, "Culture is not supported. (Parameter 'name')\n"+name+" is an invalid culture identifier.")
			if err := rt.WriteError(runtime.NewErrorRecord(e, "ItemNotFoundException", runtime.ObjectNotFound, objects.String(name))); err != nil {
				return err
			}
			continue
		}
		if err := rt.WriteObject(objects.Of(globalization.NewCultureInfo(found))); err != nil {
			return err
		}
	}
	return nil
}

// GetUICulture writes the culture of texts.
type GetUICulture struct{}

// ProcessRecord writes the culture.
func (*GetUICulture) ProcessRecord(rt *runtime.CommandRuntime) error {
	return rt.WriteObject(objects.Of(globalization.NewCultureInfo(rt.Types().Culture())))
}
