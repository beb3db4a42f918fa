package format

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetFormatData lists the types that have views, with their names and shapes.
type GetFormatData struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.GetFormatDataCommand"`

	TypeName []string `param:"Position=0,SupportsWildcards" validate:"NotNullOrEmpty" help:"The types; all where it is not given."`

	PowerShellVersion objects.Value `param:"" type:"version" help:"The version of a client; all have the same views."`

	views *view.Set
}

// ProcessRecord writes an object for each type.
func (c *GetFormatData) ProcessRecord(rt *runtime.CommandRuntime) error {
	var order []string
	byType := map[string][]objects.Value{}
	for _, v := range c.views.All() {
		definition := viewDefinition(&v)
		for _, name := range v.Types {
			if _, known := byType[name]; !known {
				order = append(order, name)
			}
			byType[name] = append(byType[name], definition)
		}
	}
	shape := objects.NewShape("TypeName", "TypeNames", "FormatViewDefinition")
	for _, name := range order {
		if !c.wants(name) {
			continue
		}
		o := objects.NewShaped(shape, []objects.Value{
			objects.String(name), objects.Of(objects.Strings([]string{name})), objects.ArrayValue(byType[name]),
		})
		o.SetTypeNames([]string{"System.Management.Automation.ExtendedTypeDefinition", "System.Object"})
		if err := rt.WriteObject(objects.Of(o)); err != nil {
			return err
		}
	}
	return nil
}

// wants reports whether a type name was asked for.
func (c *GetFormatData) wants(name string) bool {
	if len(c.TypeName) == 0 {
		return true
	}
	for _, asked := range c.TypeName {
		if pattern, err := wildcard.Compile(asked, true); err == nil && pattern.Match(name) || strings.EqualFold(asked, name) {
			return true
		}
	}
	return false
}

// viewDefinition is the name and the shape of a view.
func viewDefinition(v *view.View) objects.Value {
	o := objects.NewCustomObject()
	o.SetNote("Name", objects.String(v.Title()))
	o.SetNote("Control", objects.String(controlName(v.Body)))
	o.SetTypeNames([]string{"System.Management.Automation.FormatViewDefinition", "System.Object"})
	return objects.Of(o)
}

// controlName is the class that PowerShell keeps a shape in.
func controlName(body view.Body) string {
	switch body.(type) {
	case view.Table:
		return "System.Management.Automation.TableControl"
	case view.List:
		return "System.Management.Automation.ListControl"
	case view.Wide:
		return "System.Management.Automation.WideControl"
	default:
		return "System.Management.Automation.CustomControl"
	}
}
