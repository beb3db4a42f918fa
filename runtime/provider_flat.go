package runtime

import (
	"sort"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
)

// namedItems is what the session keeps by name: variables, functions, aliases,
// the environment. [flatProvider] makes a provider of it.
type namedItems interface {
	describe() ProviderDescription
	// names are the names of all items in sight, in any order.
	names(s *Session) []string
	// item is what Get-Item gives, value what the item holds.
	item(s *Session, name string) (objects.Value, bool)
	value(s *Session, name string) (objects.Value, bool)
	set(s *Session, name string, v objects.Value, force bool) error
	remove(s *Session, name string, force bool) error
}

// flatProvider is a provider whose items all lie at the root of its drive.
type flatProvider struct{ items namedItems }

// Describe tells what the provider is.
func (p flatProvider) Describe() ProviderDescription {
	d := p.items.describe()
	d.Capabilities = ShouldProcessCapability
	return d
}

// Exists reports whether there is an item of that name; the root is there always.
func (p flatProvider) Exists(s *Session, path string) bool {
	if path == "" {
		return true
	}
	_, ok := p.items.item(s, path)
	return ok
}

// Item is the item of a name; the root is the list of all.
func (p flatProvider) Item(s *Session, path string, _ ItemOptions) (Item, error) {
	if path == "" {
		list, err := p.Children(s, "", ItemOptions{})
		values := make([]objects.Value, len(list))
		for i, item := range list {
			values[i] = item.Value
		}
		return Item{Container: true, Value: objects.Of(objects.NewArray(objects.ObjectType, values))}, err
	}
	v, ok := p.items.item(s, path)
	if !ok {
		return Item{}, PathNotFound(path)
	}
	return Item{Name: path, Path: path, Value: v}, nil
}

// Children are all items by name, as the current culture orders them.
func (p flatProvider) Children(s *Session, path string, o ItemOptions) ([]Item, error) {
	if o.Filter != "" {
		return nil, NotSupportedFilter()
	}
	if path != "" {
		item, err := p.Item(s, path, o)
		return []Item{item}, err
	}
	names := p.items.names(s)
	sort.SliceStable(names, func(i, j int) bool { return culture.Compare(names[i], names[j], true) < 0 })
	list := make([]Item, 0, len(names))
	for _, n := range names {
		if v, ok := p.items.item(s, n); ok {
			list = append(list, Item{Name: n, Path: n, Value: v})
		}
	}
	return list, nil
}

// NotSupportedFilter is the error of -Filter where the provider has no filters.
func NotSupportedFilter() error {
	return newError(objects.NotSupportedException, "NotSupported", NotImplemented, objects.Null,
		"Cannot call method. The provider does not support the use of filters.")
}

// SetItem gives an item a value, and makes it where it is missing.
func (p flatProvider) SetItem(rt *CommandRuntime, path string, v objects.Value, force bool) error {
	text, err := rt.Types().Text(v, " ")
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess("Item: "+path+" Value: "+text, "Set Item"); !yes {
		return err
	}
	return p.items.set(rt.session, path, v, force)
}

// optionItems are named items that have options: aliases and functions.
type optionItems interface {
	setOptions(s *Session, name string, o VariableOptions)
}

// HasOptions reports whether the items have options.
func (p flatProvider) HasOptions() bool {
	_, ok := p.items.(optionItems)
	return ok
}

// SetOptions changes the options of an item.
func (p flatProvider) SetOptions(s *Session, path string, o VariableOptions, _ bool) error {
	if items, ok := p.items.(optionItems); ok {
		items.setOptions(s, path, o)
	}
	return nil
}

// ClearItem gives an item the value $null.
func (p flatProvider) ClearItem(rt *CommandRuntime, path string, force bool) error {
	if yes, err := rt.ShouldProcess("Item: "+path, "Clear Item"); !yes {
		return err
	}
	return p.items.set(rt.session, path, objects.Null, force)
}

// NewItem makes an item, which must not be there without -Force.
func (p flatProvider) NewItem(rt *CommandRuntime, at ItemPath, o NewItemOptions) error {
	if _, there := p.items.item(rt.session, at.Path); there && !o.Force {
		return newError(objects.PSArgumentException, "Argument", InvalidArgument, objects.Null, "The item at the path '"+at.Path+"' already exists.")
	}
	text, err := rt.Types().Text(o.Value, " ")
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess("Name: "+at.Path+" Type: "+o.Type+" Value: "+text, "New Item"); !yes {
		return err
	}
	if err := p.items.set(rt.session, at.Path, o.Value, o.Force); err != nil {
		return err
	}
	return rt.WriteItemAt(at)
}

// RemoveItem drops an item.
func (p flatProvider) RemoveItem(rt *CommandRuntime, at ItemPath, _, force bool) error {
	if yes, err := rt.ShouldProcess("Item: "+at.Path, "Remove Item"); !yes {
		return err
	}
	return p.items.remove(rt.session, at.Path, force)
}

// CopyItem makes an item of another name with the same value.
func (p flatProvider) CopyItem(rt *CommandRuntime, from, to string, o TransferOptions) error {
	return p.transfer(rt, from, to, o, "Copy Item", " Destination: ", false)
}

// RenameItem gives an item another name.
func (p flatProvider) RenameItem(rt *CommandRuntime, path, name string, o TransferOptions) error {
	return p.transfer(rt, path, name, o, "Rename Item", " NewName: ", true)
}

func (p flatProvider) transfer(rt *CommandRuntime, from, to string, o TransferOptions, action, joint string, move bool) error {
	if yes, err := rt.ShouldProcess("Item: "+from+joint+to, action); !yes {
		return err
	}
	v, ok := p.items.value(rt.session, from)
	if !ok {
		return PathNotFound(from)
	}
	if err := p.items.set(rt.session, to, v, o.Force); err != nil {
		return err
	}
	if move {
		if err := p.items.remove(rt.session, from, o.Force); err != nil {
			return err
		}
	}
	if o.Done != nil {
		return o.Done(to)
	}
	return nil
}

// ReadContent is what the item holds.
func (p flatProvider) ReadContent(s *Session, path string) (objects.Value, error) {
	v, ok := p.items.value(s, path)
	if !ok {
		return objects.Null, PathNotFound(path)
	}
	return v, nil
}

// WriteContent gives the item one value, or a list of several; add puts them
// behind what it holds.
func (p flatProvider) WriteContent(s *Session, path string, values []objects.Value, add bool) error {
	if old, ok := p.items.value(s, path); ok && add {
		values = append([]objects.Value{old}, values...)
	}
	v := objects.Null
	switch len(values) {
	case 0:
	case 1:
		v = values[0]
	default:
		v = objects.Of(objects.NewArray(objects.ObjectType, values))
	}
	return p.items.set(s, path, v, false)
}
