package management

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetItem writes the items that paths lead to.
type GetItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,OutputType=System.IO.FileInfo,OutputType=System.Boolean,OutputType=System.String,OutputType=System.IO.FileInfo,OutputType=System.IO.DirectoryInfo,HelpUri=https://go.microsoft.com/fwlink/?LinkID=2096812"`
	paths
	filters
	Force runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord writes each item.
func (c *GetItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel, err := c.selection(c.Force)
	if err != nil {
		return err
	}
	return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error {
		item, err := p.Provider.Provider.Item(rt.Session(), p.Path, sel.ItemOptions)
		if err != nil {
			return err
		}
		return writeItem(rt, p, item)
	})
}

// writeItem writes an item; the root of a provider without hierarchy is the list
// of its items, which come one by one.
func writeItem(rt *runtime.CommandRuntime, p runtime.ItemPath, item runtime.Item) error {
	if p.Provider.Navigation || !item.Container {
		return rt.WriteItem(p, item)
	}
	children, err := p.Provider.Provider.Children(rt.Session(), p.Path, runtime.ItemOptions{})
	if err != nil {
		return err
	}
	for _, c := range children {
		if err := rt.WriteItem(p.At(c.Path), c); err != nil {
			return err
		}
	}
	return nil
}

// SetItem gives items a value.
type SetItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Value       objects.Value           `param:"Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	Force       runtime.SwitchParameter `param:""`
	PassThru    runtime.SwitchParameter `param:""`
	filters
	credential

	options itemOptions
}

// itemOptions are the options of an alias or a function.
type itemOptions struct {
	Options runtime.Optional[objects.Value] `param:"" type:"System.Management.Automation.ScopedItemOptions"`
}

// where gives the parameter -Options where the first path leads to a provider whose
// items have options.
func (o *itemOptions) where(rt *runtime.CommandRuntime, paths []string) any {
	if len(paths) == 0 {
		return nil
	}
	p, err := rt.Session().ParsePath(paths[0])
	if err != nil {
		return nil
	}
	if setter, ok := p.Provider.Provider.(runtime.OptionSetter); !ok || !setter.HasOptions() {
		return nil
	}
	return o
}

// apply gives an item the options, if there are any.
func (o *itemOptions) apply(rt *runtime.CommandRuntime, p runtime.ItemPath, force bool) error {
	setter, ok := p.Provider.Provider.(runtime.OptionSetter)
	if !ok || !o.Options.Bound {
		return nil
	}
	return setter.SetOptions(rt.Session(), p.Path, runtime.VariableOptions(o.Options.Value.Bits()), force)
}

// DynamicParameters gives -Options for aliases and functions.
func (c *SetItem) DynamicParameters(rt *runtime.CommandRuntime) (any, error) {
	return c.options.where(rt, list(c.Path, c.LiteralPath)), nil
}

// ProcessRecord changes each item; one that is not there is made.
func (c *SetItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.each(rt, c.Path, c.LiteralPath, c.Force, func(p runtime.ItemPath) error {
		setter, ok := p.Provider.Provider.(runtime.ItemSetter)
		if !ok {
			return runtime.NotSupported()
		}
		err := setter.SetItem(rt, p.Path, c.Value, bool(c.Force))
		if err == nil {
			err = c.options.apply(rt, p, bool(c.Force))
		}
		if err != nil || !bool(c.PassThru) {
			return err
		}
		return rt.WriteItemAt(p)
	})
}

// each calls use for each item of the paths, or for where one would be.
func (f *filters) each(rt *runtime.CommandRuntime, path, literal []string, force runtime.SwitchParameter, use func(p runtime.ItemPath) error) error {
	sel, err := f.selection(force)
	if err != nil {
		return err
	}
	for i, text := range list(path, literal) {
		sel.Literal = i >= len(path)
		found, _, err := rt.Session().Glob(text, sel)
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		for _, p := range found {
			if err := rt.WriteProviderError(use(p)); err != nil {
				return err
			}
		}
	}
	return nil
}

// ClearItem empties items.
type ClearItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	Force runtime.SwitchParameter `param:""`
	filters
	credential
}

// ProcessRecord empties each item.
func (c *ClearItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel, err := c.selection(c.Force)
	if err != nil {
		return err
	}
	return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error {
		clearer, ok := p.Provider.Provider.(runtime.ItemClearer)
		if !ok {
			return runtime.NotSupported()
		}
		return clearer.ClearItem(rt, p.Path, bool(c.Force))
	})
}

// InvokeItem does what opening an item does.
type InvokeItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	paths
	filters
	credential
}

// ProcessRecord opens each item.
func (c *InvokeItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel, err := c.selection(false)
	if err != nil {
		return err
	}
	return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error {
		invoker, ok := p.Provider.Provider.(runtime.ItemInvoker)
		if !ok {
			return runtime.NotSupported()
		}
		return invoker.InvokeItem(rt, p.Path)
	})
}
