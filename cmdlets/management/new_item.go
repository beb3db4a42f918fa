package management

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// NewItem makes items.
type NewItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=pathSet,SupportsShouldProcess"`

	Path     []string                `param:"ParameterSetName=pathSet,Mandatory,Position=0,ValueFromPipelineByPropertyName;ParameterSetName=nameSet,Position=0,ValueFromPipelineByPropertyName"`
	Name     string                  `param:"ParameterSetName=nameSet,Mandatory,ValueFromPipelineByPropertyName" allow:"Null,EmptyString"`
	ItemType string                  `param:"ValueFromPipelineByPropertyName,Alias=Type"`
	Value    objects.Value           `param:"ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=Target"`
	Force    runtime.SwitchParameter `param:""`
	credential

	options itemOptions
}

// DynamicParameters gives -Options for aliases and functions.
func (c *NewItem) DynamicParameters(rt *runtime.CommandRuntime) (any, error) {
	return c.options.where(rt, c.Path), nil
}

// ProcessRecord makes each item and writes it.
func (c *NewItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	places := c.Path
	if len(places) == 0 {
		places = []string{"."}
	}
	for _, text := range places {
		if err := rt.WriteProviderError(c.make(rt, text)); err != nil {
			return err
		}
	}
	return nil
}

func (c *NewItem) make(rt *runtime.CommandRuntime, text string) error {
	at, err := rt.Session().ParsePath(text)
	if err != nil {
		return err
	}
	if c.Name != "" {
		at = at.Join(runtime.Slashed(c.Name))
	}
	maker, ok := at.Provider.Provider.(runtime.ItemMaker)
	if !ok {
		return runtime.NotSupported()
	}
	if err := maker.NewItem(rt, at, runtime.NewItemOptions{Type: c.ItemType, Value: c.Value, Force: bool(c.Force)}); err != nil {
		return err
	}
	return c.options.apply(rt, at, bool(c.Force))
}

// RemoveItem deletes items.
type RemoveItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	filters
	Recurse runtime.SwitchParameter `param:""`
	Force   runtime.SwitchParameter `param:""`
	credential

	yesToAll, noToAll bool
}

// ProcessRecord deletes each item. With -Recurse, -Include and -Exclude pick from
// all that the paths hold.
func (c *RemoveItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel, err := c.selection(c.Force)
	if err != nil {
		return err
	}
	if !c.Recurse || len(sel.Include)+len(sel.Exclude) == 0 {
		return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error { return c.remove(rt, p) })
	}
	top := sel
	top.Include, top.Exclude = nil, nil
	return eachItem(rt, c.Path, c.LiteralPath, top, func(p runtime.ItemPath) error { return c.pick(rt, p, sel) })
}

// pick removes an item that the filters pick, else what of it they pick.
func (c *RemoveItem) pick(rt *runtime.CommandRuntime, p runtime.ItemPath, sel runtime.Selection) error {
	if sel.Picks(p.Leaf()) {
		return c.remove(rt, p)
	}
	item, err := p.Provider.Provider.Item(rt.Session(), p.Path, sel.ItemOptions)
	if err != nil || !item.Container {
		return err
	}
	children, err := p.Provider.Provider.Children(rt.Session(), p.Path, sel.ItemOptions)
	if err != nil {
		return err
	}
	for _, child := range children {
		if err := rt.WriteProviderError(c.pick(rt, p.At(child.Path), sel)); err != nil {
			return err
		}
	}
	return nil
}

// remove deletes an item, and asks before a container with content goes.
func (c *RemoveItem) remove(rt *runtime.CommandRuntime, p runtime.ItemPath) error {
	remover, ok := p.Provider.Provider.(runtime.ItemRemover)
	if !ok {
		return runtime.NotSupported()
	}
	if err := c.inUse(rt, p); err != nil {
		return err
	}
	recurse := bool(c.Recurse)
	if !recurse {
		full, err := c.holdsItems(rt, p)
		if err != nil {
			return err
		}
		if full {
			yes, err := rt.ShouldContinueAll("The item at "+p.String()+" has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?", "Confirm", &c.yesToAll, &c.noToAll)
			if !yes {
				return err
			}
			recurse = true
		}
	}
	return remover.RemoveItem(rt, p, recurse, bool(c.Force))
}

// inUse is the error of an item that the current location lies in.
func (c *RemoveItem) inUse(rt *runtime.CommandRuntime, p runtime.ItemPath) error {
	here := rt.Session().CurrentPath()
	if !p.Provider.Navigation || here.Provider != p.Provider || !within(here.Path, p.Path) {
		return nil
	}
	e := objects.NewException(objects.PSInvalidOperationException, "Cannot remove the item at '"+p.String()+"' because it is in use.")
	return runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.Null)
}

func (c *RemoveItem) holdsItems(rt *runtime.CommandRuntime, p runtime.ItemPath) (bool, error) {
	if !p.Provider.Navigation {
		return false, nil
	}
	item, err := p.Provider.Provider.Item(rt.Session(), p.Path, runtime.ItemOptions{Force: true})
	if err != nil || !item.Container || isLink(item) {
		return false, err
	}
	children, err := p.Provider.Provider.Children(rt.Session(), p.Path, runtime.ItemOptions{Force: true})
	return len(children) > 0, err
}
