package management

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetItemProperty writes properties of items.
type GetItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`
	paths
	Name []string `param:"Position=1,Alias=PSProperty"`
	filters
	credential
}

// ProcessRecord writes the properties named of each item, or the item itself.
func (c *GetItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return eachProperties(rt, &c.filters, c.Path, c.LiteralPath, func(p runtime.ItemPath, item runtime.Item) error {
		if len(c.Name) == 0 {
			return rt.WriteItem(p, item)
		}
		o, found, err := properties(rt, p, item, c.Name)
		if err != nil || !found {
			return err
		}
		return rt.WriteObject(objects.Of(o))
	})
}

// eachProperties calls use for each item of a provider whose items have properties.
func eachProperties(rt *runtime.CommandRuntime, f *filters, path, literal []string, use func(p runtime.ItemPath, item runtime.Item) error) error {
	sel, err := f.selection(true)
	if err != nil {
		return err
	}
	return eachItem(rt, path, literal, sel, func(p runtime.ItemPath) error {
		if _, ok := p.Provider.Provider.(runtime.PropertySource); !ok {
			return noInterface("IPropertyCmdletProvider")
		}
		item, err := p.Provider.Provider.Item(rt.Session(), p.Path, runtime.ItemOptions{Force: true})
		if err != nil {
			return err
		}
		return use(p, item)
	})
}

// properties are the properties of an item that names, which may have wildcards,
// pick; followed by where the item comes from.
func properties(rt *runtime.CommandRuntime, p runtime.ItemPath, item runtime.Item, names []string) (o *objects.PSObject, found bool, err error) {
	o = objects.NewCustomObject()
	for _, name := range names {
		if !wildcard.ContainsWildcards(name) {
			v, ok, err := rt.Types().GetProperty(item.Value, name)
			if err == nil && !ok {
				err = rt.WriteError(noProperty(name))
			} else if err == nil {
				o.SetNote(name, v)
				found = true
			}
			if err != nil {
				return nil, false, err
			}
			continue
		}
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return nil, false, err
		}
		for _, m := range rt.Types().PropertyNames(item.Value) {
			if !w.Match(m) {
				continue
			}
			v, _, err := rt.Types().GetProperty(item.Value, m)
			if err != nil {
				continue
			}
			o.SetNote(m, v)
			found = true
		}
	}
	return p.AddNotes(o), found, nil
}

// noProperty is the error of a property that an item does not have.
func noProperty(name string) *runtime.ErrorRecord {
	e := objects.NewException(objects.IOException, "The property "+name+" does not exist or was not found.")
	return runtime.NewErrorRecord(e, "GetValueError", runtime.ReadError, objects.String(name))
}

// GetItemPropertyValue writes the values of properties alone.
type GetItemPropertyValue struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path"`

	Path        []string `param:"ParameterSetName=Path,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	LiteralPath []string `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Name        []string `param:"Mandatory,Position=1,Alias=PSProperty"`
	filters
	credential
}

// ProcessRecord writes the value of each property of each item.
func (c *GetItemPropertyValue) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := c.Path
	if len(path)+len(c.LiteralPath) == 0 {
		path = []string{"."}
	}
	return eachProperties(rt, &c.filters, path, c.LiteralPath, func(_ runtime.ItemPath, item runtime.Item) error {
		for _, name := range c.Name {
			v, ok, err := rt.Types().GetProperty(item.Value, name)
			switch {
			case err != nil:
			case !ok:
				e := objects.NewException(objects.PSArgumentException, "Property "+name+" does not exist at path "+item.Path+".")
				err = rt.WriteError(runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null))
			default:
				err = rt.WriteObject(v)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SetItemProperty changes properties of items.
type SetItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=propertyValuePathSet,SupportsShouldProcess"`

	Path        []string                `param:"ParameterSetName=propertyValuePathSet|propertyPSObjectPathSet,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=propertyValueLiteralPathSet|propertyPSObjectLiteralPathSet,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Name        string                  `param:"ParameterSetName=propertyValuePathSet|propertyValueLiteralPathSet,Mandatory,Position=1,ValueFromPipelineByPropertyName,Alias=PSProperty"`
	Value       objects.Value           `param:"ParameterSetName=propertyValuePathSet|propertyValueLiteralPathSet,Mandatory,Position=2,ValueFromPipelineByPropertyName" allow:"Null"`
	InputObject objects.Value           `param:"ParameterSetName=propertyPSObjectPathSet|propertyPSObjectLiteralPathSet,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"System.Management.Automation.PSObject"`
	PassThru    runtime.SwitchParameter `param:""`
	Force       runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord changes one property of each item, or all that an object has.
func (c *SetItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return eachProperties(rt, &c.filters, c.Path, c.LiteralPath, func(p runtime.ItemPath, _ runtime.Item) error {
		source := p.Provider.Provider.(runtime.PropertySource)
		names := []string{c.Name}
		if c.Name == "" {
			names = rt.Types().PropertyNames(c.InputObject)
		}
		for _, name := range names {
			v := c.Value
			if c.Name == "" {
				var err error
				if v, _, err = rt.Types().GetProperty(c.InputObject, name); err != nil {
					return err
				}
			}
			if err := source.SetProperty(rt, p, name, v); err != nil {
				return err
			}
		}
		if !c.PassThru {
			return nil
		}
		return c.write(rt, p, names)
	})
}

// write writes the properties that were changed.
func (c *SetItemProperty) write(rt *runtime.CommandRuntime, p runtime.ItemPath, names []string) error {
	item, err := p.Provider.Provider.Item(rt.Session(), p.Path, runtime.ItemOptions{Force: true})
	if err != nil {
		return err
	}
	o, _, err := properties(rt, p, item, names)
	if err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(o))
}

// ClearItemProperty gives properties of items their default.
type ClearItemProperty struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Name     string                  `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	PassThru runtime.SwitchParameter `param:""`
	Force    runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord clears the property of each item.
func (c *ClearItemProperty) ProcessRecord(rt *runtime.CommandRuntime) error {
	return eachProperties(rt, &c.filters, c.Path, c.LiteralPath, func(p runtime.ItemPath, item runtime.Item) error {
		if err := p.Provider.Provider.(runtime.PropertySource).ClearProperty(rt, p, c.Name); err != nil || !bool(c.PassThru) {
			return err
		}
		o, _, err := properties(rt, p, item, []string{c.Name})
		if err != nil {
			return err
		}
		return rt.WriteObject(objects.Of(o))
	})
}
